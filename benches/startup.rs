//! What the first text costs: time and memory until each list and each stage stands ready.
//!
//! Every list is read once in a process, so each figure is the first and only call; run it again
//! for another sample. Later calls cost nothing.

use std::hint::black_box;
use std::time::Instant;
use vinews::{Analyzer, Expander, Gazetteer, Normalizer, Segmenter};

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
    report("expander", || {
        black_box(Expander::new().expand(TEXT));
    });
    report("gazetteer", || {
        black_box(Gazetteer::new().find("Hoàng Tây"));
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
    let before = resident();
    let start = Instant::now();
    let result = work();
    let taken = start.elapsed().as_secs_f64() * 1e3;
    let memory = match (before, resident()) {
        (Some(before), Some(after)) => format!("{:>8} kB", after.saturating_sub(before)),
        _ => "memory unknown".into(),
    };
    println!("{what:<24}{taken:>10.3} ms{memory}");
    result
}

/// The memory of this process in kilobytes; `None` where the system does not tell.
fn resident() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}
