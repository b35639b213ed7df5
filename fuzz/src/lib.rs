//! The laws of vinews as functions of any bytes: each panics when its law is broken.
//!
//! The coverage-guided targets in `fuzz_targets/` and the seeded runner `src/bin/seeded.rs` call
//! the same functions, so what one finds the other repeats.

mod seeds;
mod stages;
mod whole;

pub use seeds::seeds;
pub use stages::{expand, normalize_bytes, segment, sentences, tokens};
pub use whole::{analyze, json, lists};

/// A target: its name and its function.
pub type Target = (&'static str, fn(&[u8]));

/// Every target, in the order of the stages.
pub const TARGETS: &[Target] = &[
    ("normalize_bytes", normalize_bytes),
    ("tokens", tokens),
    ("sentences", sentences),
    ("segment", segment),
    ("expand", expand),
    ("analyze", analyze),
    ("lists", lists),
    ("json", json),
];

/// The bytes as text; what is no UTF-8 becomes U+FFFD.
fn text(data: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(data)
}
