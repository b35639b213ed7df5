//! Learns the weights in `data/` from corpora: feature `train`.
//!
//! The same corpora in the same order give the same bytes on every machine.

pub mod entities;
pub mod words;
