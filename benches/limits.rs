//! Hostile inputs cost no more than news: time per byte and memory of every stage.
//!
//! The aim is 4 times the time per byte of news text and 12 bytes of memory a byte of input. The
//! bench fails when the time is missed by a factor of 10, or the memory at all; what misses the
//! aim by less is marked. `cargo bench --bench limits -- 10` takes inputs of 10 MB instead of 1 MB.

use std::fs;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;
use vinews::{Analyzer, Expander, Normalizer, Segmenter};

const NEWS: &str = include_str!("corpora/news.txt");

/// Times the time per byte of news text that an input should take at most.
const AIM: f64 = 4.0;
/// Times that at which the bench fails.
const LIMIT: f64 = 10.0 * AIM;
/// Bytes of memory a byte of input, at most.
const MEMORY: f64 = 12.0;

type Stage = (&'static str, Box<dyn Fn(&str) -> usize>);

fn main() -> ExitCode {
    let megabytes = std::env::args().skip(1).find_map(|a| a.parse::<usize>().ok());
    // Run as a test, it only shows that every input passes every stage.
    let tests_only = std::env::args().any(|a| a == "--test");
    let size = if tests_only { 50_000 } else { megabytes.unwrap_or(1) * 1_000_000 };

    let stages = stages();
    let news = repeat(NEWS, size);
    let usual: Vec<f64> = stages.iter().map(|(_, run)| nanoseconds_a_byte(run, &news)).collect();
    print!("{:<24}", format!("{size} bytes of"));
    stages.iter().for_each(|(name, _)| print!("{name:>14}"));
    println!("{:>14}", "memory");
    print!("{:<24}", "news, ns a byte");
    usual.iter().for_each(|time| print!("{time:>14.1}"));
    println!();

    let mut broken = false;
    for (name, input) in inputs(size) {
        print!("{name:<24}");
        for ((_, run), usual) in stages.iter().zip(&usual) {
            let ratio = nanoseconds_a_byte(run, &input) / usual;
            broken |= ratio > LIMIT && !tests_only;
            let mark = if ratio > AIM { "!" } else { " " };
            print!("{:>14}", format!("× {ratio:.2}{mark}"));
        }
        let memory = memory_a_byte(&stages, &input);
        broken |= memory.is_some_and(|m| m > MEMORY) && !tests_only;
        println!("{:>14}", memory.map_or("unknown".into(), |m| format!("{m:.1} bytes")));
    }
    println!("aim: × {AIM}, marked ! where missed; limit: × {LIMIT}, {MEMORY} bytes a byte");
    if broken { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn stages() -> Vec<Stage> {
    let (segmenter, expander, analyzer) = (Segmenter::new(), Expander::new(), Analyzer::new());
    vec![
        ("normalize", Box::new(|text| Normalizer::new().normalize(text).as_str().len())),
        ("tokens", Box::new(|text| vinews::tokens(text).count())),
        ("sentences", Box::new(|text| vinews::sentences(text).count())),
        ("words", Box::new(move |text| segmenter.worker().segment(text).len())),
        ("abbreviations", Box::new(move |text| expander.expand(text).len())),
        ("pipeline", Box::new(move |text| analyzer.analyze(text).words().len())),
    ]
}

/// Inputs that no newspaper prints, each of about `size` bytes.
fn inputs(size: usize) -> Vec<(&'static str, String)> {
    let mut dice = Dice(1865);
    let syllables: Vec<&str> =
        NEWS.split(|c: char| !c.is_alphabetic()).filter(|s| !s.is_empty()).collect();
    let mut random = String::new();
    while random.len() < size {
        random.push_str(syllables[dice.below(syllables.len())]);
        random.push(' ');
    }
    let bytes: Vec<u8> = (0..size).map(|_| dice.below(256) as u8).collect();
    vec![
        ("one letter", repeat("a", size)),
        ("brackets", repeat("(", size)),
        ("definitions", repeat("(A", size)),
        ("quotation marks", repeat("“", size)),
        ("capitals", repeat("Đ", size)),
        ("combining marks", format!("a{}", repeat("\u{301}\u{323}", size))),
        ("zero width", repeat("\u{200b}\u{200d}", size)),
        ("digits", repeat("7", size)),
        ("dots", repeat(".", size)),
        ("one name", repeat("Nguyễn ", size)),
        ("titles", repeat("Phó Giám đốc Sở ", size)),
        ("communes", repeat("xã An Ninh, ", size)),
        ("no end of sentence", repeat("và rồi ", size)),
        ("blank lines", repeat("\n", size)),
        ("random syllables", random),
        ("random bytes", String::from_utf8_lossy(&bytes).into_owned()),
    ]
}

fn repeat(text: &str, size: usize) -> String {
    text.repeat(size.div_ceil(text.len()))
}

fn nanoseconds_a_byte(run: &dyn Fn(&str) -> usize, text: &str) -> f64 {
    let start = Instant::now();
    black_box(run(black_box(text)));
    start.elapsed().as_nanos() as f64 / text.len() as f64
}

/// The most memory that the whole pipeline takes beyond what is loaded, a byte of `text`; `None`
/// where the system does not tell.
fn memory_a_byte(stages: &[Stage], text: &str) -> Option<f64> {
    let (_, pipeline) = stages.last()?;
    // Sets the high-water mark back to what is in use now.
    fs::write("/proc/self/clear_refs", "5").ok()?;
    let before = high_water()?;
    black_box(pipeline(black_box(text)));
    Some((high_water()?.saturating_sub(before)) as f64 / text.len() as f64)
}

fn high_water() -> Option<usize> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<usize>().ok().map(|kilobytes| kilobytes * 1024)
}

/// A small generator, so that every run meets the same input (Marsaglia's xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as usize % bound
    }
}
