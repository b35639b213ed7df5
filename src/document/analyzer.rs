//! All stages in their order.

use super::{Document, source};
use crate::entity::Found;
use crate::{
    Date, Encoding, Error, Expander, Extractor, Normalized, Normalizer, Segmenter,
    SegmenterBuilder, ToneStyle, sentence,
};
use std::sync::Arc;

/// All stages in one: text in, [`Document`] out.
///
/// Built once and shared between threads. The bundled lists and weights are read on first use.
///
/// ```
/// use vinews::Analyzer;
/// let analyzer = Analyzer::new();
/// let document = analyzer.analyze("Đồng chí Trần Văn Hòa, Bí thư Đảng ủy xã Hoàng Tây, phát biểu.");
/// assert_eq!(document.sentences().len(), 1);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Analyzer {
    segmenter: Segmenter,
    expander: Expander,
    extractor: Extractor,
    date: Option<Date>,
    encoding: Encoding,
}

impl Analyzer {
    /// An analyzer over the bundled lists and weights.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A builder to which lists, a date and an encoding can be given.
    #[must_use]
    pub fn builder() -> AnalyzerBuilder {
        AnalyzerBuilder::default()
    }

    /// Reads `text`, in any Unicode form: every span of the result points into it.
    ///
    /// Linear in the length of the text.
    #[must_use]
    pub fn analyze<'t>(&self, text: &'t str) -> Document<'t> {
        self.read(Normalizer::new().tone(ToneStyle::Old).normalize(text))
    }

    /// Reads bytes in UTF-8, UTF-16 or an encoding from before Unicode.
    ///
    /// Spans point into [`Document::text`], which borrows `bytes` where they are UTF-8 and else is
    /// what they were decoded to. Bytes that are no text become U+FFFD; to refuse such bytes, read
    /// them by [`Normalizer::normalize_bytes`] and ask [`Normalized::is_lossy`].
    ///
    /// ```
    /// use vinews::{Analyzer, Encoding};
    /// let analyzer = Analyzer::builder().encoding(Encoding::Tcvn3).build();
    /// let document = analyzer.analyze_bytes(b"x\xb7 Ho\xb5ng T\xa9y");
    /// assert_eq!(document.text(), "xã Hoàng Tây");
    /// ```
    #[must_use]
    pub fn analyze_bytes<'t>(&self, bytes: &'t [u8]) -> Document<'t> {
        let normalizer = Normalizer::new().tone(ToneStyle::Old).encoding(self.encoding);
        self.read(normalizer.normalize_bytes(bytes))
    }

    /// The stages in their order over clean text, and the way back at the end.
    fn read<'t>(&self, clean: Normalized<'t>) -> Document<'t> {
        let text = clean.as_str();
        let (tokens, sentences) = sentence::read(text);
        let mut words = Vec::with_capacity(tokens.len());
        self.segmenter.segment_tokens(text, &tokens, &mut words);
        let abbreviations = self.expander.expand_tokens(text, &tokens, &sentences);
        let found = Found { text, tokens: &tokens, sentences: &sentences };
        let date = self.date.or_else(|| Extractor::date(found));
        let entities = self.extractor.extract_found(found, date);
        let mut document = Document {
            text: "".into(),
            gazetteer: Arc::clone(self.extractor.gazetteer()),
            date,
            sentences: sentences.iter().map(|s| s.span).collect(),
            words,
            abbreviations,
            entities,
        };
        if !clean.is_unchanged() {
            source::restore(&mut document, &clean);
        }
        document.text = clean.into_source();
        document
    }
}

/// An [`Analyzer`] with a user's own lists.
///
/// A list is given as its text; the name stands in error messages before the line number.
///
/// ```
/// use vinews::Analyzer;
/// let list = "short\texpansion\nXYZ\txã yêu zú\n";
/// let wrong = Analyzer::builder().places("my-places.tsv", list);
/// assert!(wrong.unwrap_err().to_string().starts_with("my-places.tsv:1: "));
/// ```
#[derive(Clone, Debug, Default)]
pub struct AnalyzerBuilder {
    segmenter: SegmenterBuilder,
    expander: Expander,
    extractor: Extractor,
    date: Option<Date>,
    encoding: Encoding,
}

impl AnalyzerBuilder {
    /// Adds words to the segmenter's lexicon.
    ///
    /// # Errors
    /// When a line is no word.
    pub fn lexicon(mut self, name: &str, list: &str) -> Result<Self, Error> {
        self.segmenter = self.segmenter.lexicon(name, list)?;
        Ok(self)
    }

    /// Adds abbreviations.
    ///
    /// # Errors
    /// When a row is wrong.
    pub fn abbreviations(mut self, name: &str, list: &str) -> Result<Self, Error> {
        self.expander = self.expander.with_list(name, list)?;
        Ok(self)
    }

    /// Adds places.
    ///
    /// # Errors
    /// When a row is wrong.
    pub fn places(mut self, name: &str, list: &str) -> Result<Self, Error> {
        self.extractor = self.extractor.with_places(name, list)?;
        Ok(self)
    }

    /// Adds titles.
    ///
    /// # Errors
    /// When a row is wrong.
    pub fn titles(mut self, name: &str, list: &str) -> Result<Self, Error> {
        self.extractor = self.extractor.with_titles(name, list)?;
        Ok(self)
    }

    /// The date of the articles, for places that came and went.
    #[must_use]
    pub fn date(mut self, date: Date) -> Self {
        self.date = Some(date);
        self
    }

    /// The encoding of the bytes given to [`Analyzer::analyze_bytes`]; without it, it is found.
    #[must_use]
    pub fn encoding(mut self, encoding: Encoding) -> Self {
        self.encoding = encoding;
        self
    }

    /// The analyzer.
    #[must_use]
    pub fn build(self) -> Analyzer {
        Analyzer {
            segmenter: self.segmenter.build(),
            expander: self.expander,
            extractor: self.extractor,
            date: self.date,
            encoding: self.encoding,
        }
    }
}
