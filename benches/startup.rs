//! What the first text costs: the time until each list and each stage stands ready.
//!
//! Every list is read once in a process, so each figure is the first and only call; run it again
//! for another sample. Later calls cost nothing.

use std::hint::black_box;
use std::time::{Duration, Instant};
use vinews::{Analyzer, Normalizer, Segmenter};

const TEXT: &str = "Bí thư Đảng ủy xã Hoàng Tây Nguyễn Thị Thiện dự hội nghị.";

fn main() {
    report("normalizer", || {
        black_box(Normalizer::new().normalize(TEXT));
    });
    report("tokens, sentences", || {
        black_box((vinews::tokens(TEXT).count(), vinews::sentences(TEXT).count()));
    });
    report("segmenter", || {
        black_box(Segmenter::new().worker().segment(TEXT));
    });
    let analyzer = report("analyzer, all else", || {
        let analyzer = Analyzer::new();
        black_box(analyzer.analyze(TEXT));
        analyzer
    });
    report("the same text again", || {
        black_box(analyzer.analyze(TEXT));
    });
}

fn report<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = work();
    let taken: Duration = start.elapsed();
    println!("{what:<24}{:>10.3} ms", taken.as_secs_f64() * 1e3);
    result
}
