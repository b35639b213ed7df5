//! Onset, glide, nucleus, coda, tone of a Vietnamese syllable.
