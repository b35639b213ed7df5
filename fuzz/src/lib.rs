//! The laws of vinews as functions of any bytes: each panics when its law is broken.
//!
//! They stand in `tests/laws/`, where the property tests use them, too. The coverage-guided targets in `fuzz_targets/` and the seeded runner `src/bin/seeded.rs` call
//! the same functions, so what one finds the other repeats.

mod seeds;
#[path = "../../tests/laws/stages.rs"]
mod stages;
#[path = "../../tests/laws/whole.rs"]
mod whole;

pub use seeds::seeds;
pub use stages::{expand, normalize_bytes, segment, sentences, tokens};
pub use whole::{analyze, expanded, json, lists, weights};

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
    ("expanded", expanded),
    ("lists", lists),
    ("weights", weights),
    ("json", json),
];
