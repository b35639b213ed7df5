//! The texts that are measured; `benches/corpora/README.md` says how they were made.

use unicode_normalization::UnicodeNormalization;

/// About half a megabyte of news prose.
pub(crate) const NEWS: &str = include_str!("../corpora/news.txt");
/// One short report of about 1 KB.
pub(crate) const SMALL: &str = include_str!("../corpora/small.txt");
/// One headline.
pub(crate) const TINY: &str = include_str!("../corpora/tiny.txt");

/// Every size with its name, largest first.
pub(crate) const SIZES: [(&str, &str); 3] = [("news", NEWS), ("small", SMALL), ("tiny", TINY)];

/// [`NEWS`] with every letter decomposed, as some editing programs save it.
pub(crate) fn news_decomposed() -> String {
    NEWS.nfd().collect()
}
