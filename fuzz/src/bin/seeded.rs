//! Drives every target for a while on stable Rust: seeds changed by a seeded generator.
//!
//!     cargo run --release --bin seeded -- [SECONDS] [SEED]
//!
//! The same seed gives the same inputs on every machine. When a target panics, the input is
//! written to `artifacts/` and named; the run ends with an error after 20 of them or at its time.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};
use std::{env, fs, process::ExitCode};
use vinews_fuzz::TARGETS;

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let seconds = arguments.next().map_or(60, |s| s.parse().expect("SECONDS is a number"));
    let seed = arguments.next().map_or(1, |s| s.parse().expect("SEED is a number"));
    let seeds = vinews_fuzz::seeds();
    let mut random = Random(seed);
    let mut executions = 0u64;
    let mut findings = 0u64;
    let until = Instant::now() + Duration::from_secs(seconds);
    while Instant::now() < until && findings < 20 {
        let input = random.input(&seeds);
        for (name, target) in TARGETS {
            executions += 1;
            if catch_unwind(AssertUnwindSafe(|| target(&input))).is_err() {
                let file = format!("artifacts/seeded-{name}-{executions}");
                fs::create_dir_all("artifacts").expect("artifacts/ can be made");
                fs::write(&file, &input).expect("the input can be written");
                eprintln!("{name} broke a law; input in {file}");
                findings += 1;
            }
        }
    }
    println!("{executions} executions of {} targets, {findings} findings", TARGETS.len());
    if findings == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A small generator of pseudo-random numbers (splitmix64), so that a seed means the same
/// inputs everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        if n == 0 { 0 } else { (self.next() % n as u64) as usize }
    }

    /// A piece of a seed with some bytes changed, cut, doubled or taken from another seed.
    fn input(&mut self, seeds: &[Vec<u8>]) -> Vec<u8> {
        let mut input = self.piece(seeds, 600);
        for _ in 0..self.below(8) {
            let at = self.below(input.len() + 1);
            match self.below(6) {
                0 => input.insert(at, self.next() as u8),
                1 if at < input.len() => input[at] = self.next() as u8,
                2 => input.truncate(at),
                3 => {
                    let other = self.piece(seeds, 60);
                    input.splice(at..at, other);
                }
                4 => {
                    let mark = MARKS[self.below(MARKS.len())];
                    input.splice(at..at, mark.bytes());
                }
                _ => {
                    let to = (at + self.below(20)).min(input.len());
                    input.extend_from_within(at..to);
                }
            }
        }
        input
    }

    fn piece(&mut self, seeds: &[Vec<u8>], most: usize) -> Vec<u8> {
        let seed = &seeds[self.below(seeds.len())];
        let from = self.below(seed.len() + 1);
        let to = (from + self.below(most)).min(seed.len());
        seed[from..to].to_vec()
    }
}

/// What trips readers of Vietnamese most: marks, blanks, brackets, short forms, other scripts.
const MARKS: &[&str] = &[
    "\u{301}",
    "\u{302}",
    "\u{323}",
    "\u{31b}",
    "\u{ad}",
    "\u{200b}",
    "\u{200d}",
    "\u{feff}",
    "\u{202e}",
    "\u{a0}",
    "\r\n",
    "\n\n",
    "…",
    "\"",
    "“",
    "”",
    "(",
    ")",
    "(TCĐ)",
    " (",
    "TP.",
    "T.Ư",
    "PGS.TS.",
    "1.",
    "a)",
    "đồng chí ",
    "Đ",
    "Ð",
    "ẳ",
    "ư",
    "👩‍👩‍👧",
    "é\u{302}",
    "а",
    "Ω",
    "Ａ",
    "𝐀",
    "٣",
    "—",
    "-",
    "/",
    "&",
    "@",
    "#",
    "%",
];
