//! STAGE 1: bytes or text → [`Normalized`].

use crate::Span;
use std::borrow::Cow;

/// Where the tone mark of open `oa`, `oe`, `uy` stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ToneStyle {
    /// As the text has it; only misplaced marks are mended.
    #[default]
    Keep,
    /// On the first vowel letter: hòa, khỏe, thủy.
    Old,
    /// On the second vowel letter: hoà, khoẻ, thuỷ.
    New,
}

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

/// Cleans text: composition, look-alikes, tone marks.
#[derive(Clone, Copy, Debug, Default)]
pub struct Normalizer {
    tone: ToneStyle,
}

/// Clean text, and the way back to what the caller passed.
#[derive(Clone, Debug)]
pub struct Normalized<'t> {
    text: Cow<'t, str>,
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
        Normalized { text: Cow::Borrowed(text) }
    }
}

impl Normalized<'_> {
    /// The clean text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the caller's text was clean already.
    #[must_use]
    pub fn is_unchanged(&self) -> bool {
        matches!(self.text, Cow::Borrowed(_))
    }

    /// The span of the caller's text that became `span` of the clean text.
    #[must_use]
    pub fn to_source(&self, span: Span) -> Span {
        span
    }

    /// The span of the clean text that `span` of the caller's text became.
    #[must_use]
    pub fn from_source(&self, span: Span) -> Span {
        span
    }
}
