//! STAGE 1: bytes or text → [`Normalized`].

mod compose;
mod offset;
mod sieve;
mod surface;
mod tone;

use crate::Span;
use crate::syllable::ToneStyle;
use offset::OffsetMap;
use std::borrow::Cow;

/// The encoding of bytes handed to [`Normalizer::normalize_bytes`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Encoding {
    /// UTF-8, UTF-16 with a byte order mark, or a legacy encoding where detection is sure.
    #[default]
    Auto,
    /// UTF-8, with or without a byte order mark.
    Utf8,
}

/// The unit in which offsets are counted for other programs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OffsetUnit {
    /// Bytes of UTF-8, as Rust counts.
    #[default]
    Bytes,
    /// Unicode code points, as Python counts.
    Chars,
    /// UTF-16 code units, as JavaScript and Java count.
    Utf16,
}

/// Cleans text: composition, blanks, invisible characters, look-alikes, tone marks.
///
/// ```
/// use vinews::{Normalizer, ToneStyle};
/// let clean = Normalizer::new().tone(ToneStyle::Old).normalize("Uỷ ban nhân dân tỉnh Hoà Bi\u{300}nh");
/// assert_eq!(clean.as_str(), "Ủy ban nhân dân tỉnh Hòa Bình");
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Normalizer {
    tone: ToneStyle,
}

/// Clean text, and the way back to what the caller passed.
#[derive(Clone, Debug)]
pub struct Normalized<'t> {
    source: Cow<'t, str>,
    /// `None` where the source is clean.
    clean: Option<String>,
    composed: OffsetMap,
    placed: OffsetMap,
}

impl Normalizer {
    /// A normalizer that keeps the tone style of the text.
    #[must_use]
    pub const fn new() -> Self {
        Self { tone: ToneStyle::Keep }
    }

    /// Sets where the tone mark of open `oa`, `oe`, `uy` is put.
    #[must_use]
    pub const fn tone(mut self, tone: ToneStyle) -> Self {
        self.tone = tone;
        self
    }

    /// Normalizes `text`; borrows it where nothing changes.
    #[must_use]
    pub fn normalize<'t>(&self, text: &'t str) -> Normalized<'t> {
        let (clean, composed, placed) = self.clean(text);
        Normalized { source: Cow::Borrowed(text), clean, composed, placed }
    }

    /// The clean text where it differs, and the maps of composition and of tone marks.
    fn clean(&self, text: &str) -> (Option<String>, OffsetMap, OffsetMap) {
        if self.is_clean(text) {
            return (None, OffsetMap::default(), OffsetMap::default());
        }
        let (composed, first) = compose::compose(text).unzip();
        let (placed, second) = tone::place(composed.as_deref().unwrap_or(text), self.tone).unzip();
        (placed.or(composed), first.unwrap_or_default(), second.unwrap_or_default())
    }

    /// One look over the whole text, which is all that clean text costs.
    fn is_clean(&self, text: &str) -> bool {
        let rules = sieve::COMPOSE | tone::rules(self.tone);
        let fine = |hit: sieve::Hit| {
            hit.rules & sieve::COMPOSE == 0 && !tone::is_misplaced(text, hit.at, self.tone)
        };
        memchr::memchr(b'\r', text.as_bytes()).is_none() && sieve::Sieve::new(text, rules).all(fine)
    }
}

impl Normalized<'_> {
    /// The clean text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.clean.as_deref().unwrap_or(&self.source)
    }

    /// The text that was cleaned; spans are mapped back to it.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Whether the caller's text was clean already.
    #[must_use]
    pub fn is_unchanged(&self) -> bool {
        self.clean.is_none()
    }

    /// The span of the caller's text that became `span` of the clean text.
    #[must_use]
    pub fn to_source(&self, span: Span) -> Span {
        self.composed.to_source(self.placed.to_source(span))
    }

    /// The span of the clean text that `span` of the caller's text became.
    #[must_use]
    pub fn from_source(&self, span: Span) -> Span {
        self.placed.to_clean(self.composed.to_clean(span))
    }
}
