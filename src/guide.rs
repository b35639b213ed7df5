//! The guide: what each stage does and the bit of Vietnamese it takes to follow it, and a cookbook.
//!
//! These modules hold no code. Read them in order, or go to the [`cookbook`] for a job at hand.

#[doc = include_str!("../docs/normalization.md")]
pub mod normalization {}

#[doc = include_str!("../docs/tokens-and-sentences.md")]
pub mod tokens_and_sentences {}

#[doc = include_str!("../docs/words.md")]
pub mod words {}

#[doc = include_str!("../docs/abbreviations.md")]
pub mod abbreviations {}

#[doc = include_str!("../docs/people.md")]
pub mod people {}

#[doc = include_str!("../docs/places.md")]
pub mod places {}

#[doc = include_str!("../docs/cookbook.md")]
pub mod cookbook {}
