//! Hostile inputs cost no more than news: time per byte and memory of every stage.
//!
//! The aim is 4 times the time per byte of news text; what misses it is marked, and what misses it by a
//! factor of 10 fails the bench. So does an input of 10 MB that takes more than 12 bytes of memory a
//! byte. `cargo bench --bench limits -- 10` measures the time, too, on 10 MB instead of 1 MB.

use std::fs;
use std::hint::black_box;
use std::process::{Command, ExitCode};
use std::time::Instant;
use unicode_normalization::UnicodeNormalization;
use vinews::{Analyzer, Expander, Normalizer, Segmenter};

const NEWS: &str = include_str!("corpora/news.txt");

/// Times the time per byte of news text that an input should take at most.
const AIM: f64 = 4.0;
/// Times that time at which the bench fails.
const LIMIT: f64 = 10.0 * AIM;
/// The argument that has the program print the memory of one input.
const MEMORY_OF: &str = "--memory-of";
/// Bytes of memory that a byte of input takes at most, of an input so large that what a section of
/// the text takes while it is read counts for little.
const MEMORY: f64 = 12.0;
const LARGE: usize = 10_000_000;

type Stage = (&'static str, Box<dyn Fn(&str) -> usize>);

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().collect();
    if let [_, flag, name, size] = &words[..]
        && flag == MEMORY_OF
    {
        print_memory(name, size.parse().unwrap_or_default());
        return ExitCode::SUCCESS;
    }
    // Run as a test, it only shows that every input passes every stage.
    let tests_only = words.iter().any(|word| word == "--test");
    let megabytes = words.iter().skip(1).find_map(|word| word.parse::<usize>().ok()).unwrap_or(1);
    let size = if tests_only { 50_000 } else { megabytes * 1_000_000 };

    let stages = stages();
    // Clean text costs the normalizer next to nothing, so news counts as some papers send it.
    let news = decomposed(size);
    let usual: Vec<f64> = stages.iter().map(|(_, run)| best_of_two(run, &news)).collect();
    print!("{:<24}", format!("{size} bytes of"));
    stages.iter().for_each(|(name, _)| print!("{name:>14}"));
    println!("{:>14}", "memory");
    print!("{:<24}", "decomposed, ns a byte");
    usual.iter().for_each(|time| print!("{time:>14.1}"));
    println!();

    let mut broken = false;
    for (name, input) in inputs(size) {
        print!("{name:<24}");
        let mut ratio = 0.0;
        for ((_, run), usual) in stages.iter().zip(&usual) {
            ratio = nanoseconds_a_byte(run, &input, LIMIT * usual) / usual;
            broken |= ratio > LIMIT;
            let mark = if ratio > AIM { "!" } else { " " };
            print!("{:>14}", format!("× {ratio:.2}{mark}"));
        }
        // The last stage is the whole pipeline; where it is hopeless, memory is not asked for.
        let large = if tests_only { size } else { LARGE };
        let memory = if ratio > LIMIT { None } else { memory_a_byte(name, large) };
        let too_much = memory.is_some_and(|bytes| bytes > MEMORY);
        broken |= too_much;
        let mark = if too_much { "!" } else { " " };
        println!("{:>14}", memory.map_or("?".into(), |bytes| format!("{bytes:.1} bytes{mark}")));
    }
    println!("aim: × {AIM}, marked ! where missed; fails at × {LIMIT} and at {MEMORY} bytes");
    if broken && !tests_only { ExitCode::FAILURE } else { ExitCode::SUCCESS }
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
        ("news", repeat(NEWS, size)),
        ("decomposed", decomposed(size)),
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
        ("glued words", repeat("Ná", size)),
        ("roads", repeat("cao tốc Hà Nội - ", size)),
        ("no end of sentence", repeat("và rồi ", size)),
        ("blank lines", repeat("\n", size)),
        ("random syllables", random),
        ("random bytes", String::from_utf8_lossy(&bytes).into_owned()),
    ]
}

/// News as some systems store it, every mark apart from its letter.
fn decomposed(size: usize) -> String {
    repeat(&NEWS.nfd().collect::<String>(), size)
}

fn repeat(text: &str, size: usize) -> String {
    text.repeat(size.div_ceil(text.len()))
}

/// Of a twentieth of `text` first: where that is far beyond every limit, the whole may never end.
fn nanoseconds_a_byte(run: &dyn Fn(&str) -> usize, text: &str, hopeless: f64) -> f64 {
    let part: String = text.chars().take(text.chars().count() / 20).collect();
    let time = best_of_two(run, &part);
    if time > hopeless { time } else { best_of_two(run, text) }
}

fn best_of_two(run: &dyn Fn(&str) -> usize, text: &str) -> f64 {
    let time = || {
        let start = Instant::now();
        black_box(run(black_box(text)));
        start.elapsed().as_nanos() as f64 / text.len() as f64
    };
    time().min(time())
}

/// The most memory that the whole pipeline takes beyond what is loaded, a byte of input, measured in
/// a process of its own; `None` where the system does not tell.
fn memory_a_byte(name: &str, size: usize) -> Option<f64> {
    let program = std::env::current_exe().ok()?;
    let mut command = Command::new(program);
    command.args([MEMORY_OF, name, &size.to_string()]);
    // What is freed goes back to the system at once, so that nothing is taken from what it left.
    command.env("MALLOC_MMAP_THRESHOLD_", "131072").env("MALLOC_TRIM_THRESHOLD_", "131072");
    let output = command.output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}

/// Prints the memory that one input takes, for [`memory_a_byte`].
fn print_memory(name: &str, size: usize) -> Option<()> {
    let analyzer = Analyzer::new();
    black_box(analyzer.analyze(NEWS.lines().next()?));
    let (_, text) = inputs(size).into_iter().find(|(input, _)| *input == name)?;
    // Sets the high-water mark back to what is in use now.
    fs::write("/proc/self/clear_refs", "5").ok()?;
    let before = high_water()?;
    black_box(analyzer.analyze(black_box(&text)));
    println!("{}", high_water()?.saturating_sub(before) as f64 / text.len() as f64);
    Some(())
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
