//! Learns the weights in `data/` from corpora.

pub mod entities;
