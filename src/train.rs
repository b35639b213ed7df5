//! Learns the weights in `data/` from corpora.
