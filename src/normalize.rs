//! STAGE 1: bytes or text → [`Normalized`].

mod compose;
mod encoding;
mod offset;
mod rewrite;
mod sieve;
mod surface;
mod tone;
mod unit;

use crate::Span;
use crate::syllable::ToneStyle;
use sieve::Sieve;
use std::borrow::Cow;

pub use encoding::Encoding;
pub(crate) use offset::OffsetMap;
pub(crate) use rewrite::Rewriter;
pub use unit::{OffsetUnit, Offsets};

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
    encoding: Encoding,
}

/// Clean text, and the way back to what the caller passed.
#[derive(Clone, Debug)]
pub struct Normalized<'t> {
    source: Cow<'t, str>,
    encoding: Encoding,
    lossy: bool,
    /// `None` where the source is clean.
    clean: Option<String>,
    /// From the source to the clean text, one a pass.
    maps: Vec<OffsetMap>,
}

impl Normalizer {
    /// A normalizer that keeps the tone style of the text.
    #[must_use]
    pub const fn new() -> Self {
        Self { tone: ToneStyle::Keep, encoding: Encoding::Auto }
    }

    /// Sets where the tone mark of open `oa`, `oe`, `uy` is put.
    #[must_use]
    pub const fn tone(mut self, tone: ToneStyle) -> Self {
        self.tone = tone;
        self
    }

    /// Sets the encoding that [`normalize_bytes`](Self::normalize_bytes) reads.
    #[must_use]
    pub const fn encoding(mut self, encoding: Encoding) -> Self {
        self.encoding = encoding;
        self
    }

    /// Normalizes `text`; borrows it where nothing changes.
    #[must_use]
    pub fn normalize<'t>(&self, text: &'t str) -> Normalized<'t> {
        self.normalize_decoded(Cow::Borrowed(text), Encoding::Utf8, false)
    }

    /// Reads bytes as text and normalizes it.
    ///
    /// Bytes that are no text become U+FFFD and [`Normalized::is_lossy`] tells of it. Spans are
    /// mapped back to [`Normalized::source`], which borrows `bytes` where they are UTF-8.
    ///
    /// ```
    /// use vinews::{Encoding, Normalizer};
    /// let normalizer = Normalizer::new().encoding(Encoding::Tcvn3);
    /// let clean = normalizer.normalize_bytes(b"x\xb7 Ho\xb5ng T\xa9y");
    /// assert_eq!(clean.as_str(), "xã Hoàng Tây");
    /// ```
    #[must_use]
    pub fn normalize_bytes<'t>(&self, bytes: &'t [u8]) -> Normalized<'t> {
        let decoded = encoding::decode(bytes, self.encoding);
        self.normalize_decoded(decoded.text, decoded.encoding, decoded.lossy)
    }

    fn normalize_decoded<'t>(
        &self,
        source: Cow<'t, str>,
        encoding: Encoding,
        lossy: bool,
    ) -> Normalized<'t> {
        let (clean, maps) = self.clean(&source);
        Normalized { source, encoding, lossy, clean, maps }
    }

    /// The clean text where it differs, and the maps of the passes that made it, first to last.
    fn clean(&self, text: &str) -> (Option<String>, Vec<OffsetMap>) {
        /// Composing may bring letters together that only then mean something; once is enough in
        /// all but made-up text, and the second pass over composed text costs a look.
        const MOST_PASSES: usize = 4;
        let (mut clean, mut maps): (Option<String>, _) = (None, Vec::new());
        if self.is_clean(text) {
            return (clean, maps);
        }
        let mut passes = 0;
        while passes < MOST_PASSES
            && let Some((composed, map)) = compose::compose(clean.as_deref().unwrap_or(text))
        {
            let done = self.is_clean(&composed);
            clean = Some(composed);
            maps.push(map);
            if done {
                return (clean, maps);
            }
            passes += 1;
        }
        if let Some((placed, map)) = tone::place(clean.as_deref().unwrap_or(text), self.tone) {
            clean = Some(placed);
            maps.push(map);
        }
        (clean, maps)
    }

    /// One look over the whole text, which is all that clean text costs.
    fn is_clean(&self, text: &str) -> bool {
        let rules = sieve::COMPOSE | tone::rules(self.tone);
        let fine = |hit: sieve::Hit| {
            let misread = hit.rules & sieve::COMPOSE != 0 && compose::is_misread(text, hit.at);
            let odd = hit.rules & sieve::ODD != 0;
            !odd && !misread && !tone::may_move(text, hit.at, self.tone)
        };
        memchr::memchr(b'\r', text.as_bytes()).is_none() && Sieve::new(text, rules).all(fine)
    }
}

impl<'t> Normalized<'t> {
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

    /// The encoding in which bytes were read, never [`Encoding::Auto`].
    #[must_use]
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Whether some bytes were no text and became U+FFFD.
    #[must_use]
    pub fn is_lossy(&self) -> bool {
        self.lossy
    }

    /// Whether the source was clean already.
    #[must_use]
    pub fn is_unchanged(&self) -> bool {
        self.clean.is_none()
    }

    /// The clean text by itself; borrowed from the caller's text where that was clean.
    #[must_use]
    pub fn into_text(self) -> Cow<'t, str> {
        self.clean.map_or(self.source, Cow::Owned)
    }

    /// The text that was cleaned, by itself; borrowed where the caller's text needed no decoding.
    #[must_use]
    pub fn into_source(self) -> Cow<'t, str> {
        self.source
    }

    /// The span of the caller's text that became `span` of the clean text.
    #[must_use]
    pub fn to_source(&self, span: Span) -> Span {
        self.maps.iter().rev().fold(span, |span, map| map.to_source(span))
    }

    /// The span of the clean text that `span` of the caller's text became.
    #[must_use]
    pub fn from_source(&self, span: Span) -> Span {
        self.maps.iter().fold(span, |span, map| map.to_clean(span))
    }
}
