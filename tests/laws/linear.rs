//! The law of linear time.

use std::time::{Duration, Instant};

/// Runs `work` over a short and a long text made of `unit` alone, and fails where the time grows
/// as the square of the length.
pub(crate) fn stays_linear(unit: &str, work: impl Fn(&str)) {
    let spend = |bytes: usize| {
        let text = unit.repeat(bytes / unit.len());
        let start = Instant::now();
        work(&text);
        start.elapsed()
    };
    // Twenty times the text in 400 times the time is a square; a busy machine stays far below.
    let (short, long) = (spend(50_000), spend(1_000_000));
    assert!(long < short * 100 + Duration::from_millis(500), "{unit:?}: {short:?}, {long:?}");
}
