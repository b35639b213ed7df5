//! All stages in their order.

use super::Document;
use super::words::Packed;
use crate::sentence::Sections;
use crate::{
    Date, Encoding, Error, Expander, Extractor, Normalized, Normalizer, Segmenter,
    SegmenterBuilder, ToneStyle,
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
    /// Linear in the length of the text. A text of more than some 60,000 bytes is read in sections,
    /// which end at a blank line or, in a text without, at a line end, so that only what is found
    /// takes room. Sentences and words are those of the whole text. Each section is read like an
    /// article that knows what those before it did: their date, the short forms they define, and
    /// their people, to whom its mentions are joined.
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

    /// The stages in their order over each section of clean text, and the way back.
    fn read<'t>(&self, clean: Normalized<'t>) -> Document<'t> {
        let text = clean.as_str();
        let (mut words, mut sentences) = (Packed::default(), Vec::new());
        let mut worker = self.segmenter.worker();
        let mut expander = self.expander.reader();
        let mut extractor = self.extractor.reader(self.date);
        let mut sections = Sections::new(text);
        while let Some(section) = sections.next() {
            words.extend(worker.segment_section(&clean, &section));
            sentences.extend(section.sentences.iter().map(|s| clean.to_source(s.span)));
            expander.read(section);
            extractor.read(section);
        }
        Document {
            gazetteer: Arc::clone(self.extractor.gazetteer()),
            date: extractor.date,
            sentences,
            words,
            abbreviations: expander.finish(&clean),
            entities: extractor.finish(&clean),
            text: clean.into_source(),
        }
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
