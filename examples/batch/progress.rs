//! What a person sees while it runs: a bar on a terminal, messages on standard error.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::fmt::Display;
use std::io::{self, IsTerminal};
use std::time::Duration;

/// A bar over `bytes` bytes to read, with rate and time left; silent unless `wanted` and standard
/// error is a terminal. `None` is an input whose length nobody knows.
pub(crate) fn bar(bytes: Option<u64>, wanted: bool) -> ProgressBar {
    if !wanted || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let (bar, template) = match bytes {
        Some(bytes) => (
            ProgressBar::new(bytes),
            "{bar:30} {percent:>3}%  {bytes} of {total_bytes}  {binary_bytes_per_sec}  {eta} left  {msg}",
        ),
        None => (
            ProgressBar::new_spinner(),
            "{spinner} {bytes}  {binary_bytes_per_sec}  {elapsed}  {msg}",
        ),
    };
    bar.set_draw_target(ProgressDrawTarget::stderr());
    // A template that is wrong is found by its test; the default style serves as well.
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

/// Prints a line to standard error without tearing the bar.
pub(crate) fn say(bar: &ProgressBar, message: impl Display) {
    bar.suspend(|| eprintln!("batch: {message}"));
}
