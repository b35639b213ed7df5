//! STAGE 7: everything found in one text.

mod record;
mod source;
mod unit;

use crate::entity::Found;
use crate::{
    Abbreviation, Date, Entities, Error, Expander, Extractor, Gazetteer, Normalizer, Organization,
    Person, Place, Segmenter, Span, Token, TokenKind, ToneStyle, Word, sentence, tokens,
};
use std::sync::Arc;

pub use record::Record;

/// All stages in one: text in, [`Document`] out.
#[derive(Clone, Debug, Default)]
pub struct Analyzer {
    segmenter: Segmenter,
    expander: Expander,
    extractor: Extractor,
    date: Option<Date>,
}

/// An [`Analyzer`] with a user's own lists.
#[derive(Clone, Debug, Default)]
pub struct AnalyzerBuilder {
    segmenter: crate::SegmenterBuilder,
    expander: Expander,
    extractor: Extractor,
    date: Option<Date>,
}

/// Everything found in one text; every span points into the text the caller passed.
#[derive(Clone, Debug)]
pub struct Document<'t> {
    text: &'t str,
    gazetteer: Arc<Gazetteer>,
    date: Option<Date>,
    sentences: Vec<Span>,
    words: Vec<Word>,
    abbreviations: Vec<Abbreviation>,
    entities: Entities,
}

impl Analyzer {
    /// An analyzer over the bundled lists and weights.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A builder to which lists and a date can be given.
    #[must_use]
    pub fn builder() -> AnalyzerBuilder {
        AnalyzerBuilder::default()
    }

    /// Reads `text`.
    #[must_use]
    pub fn analyze<'t>(&self, text: &'t str) -> Document<'t> {
        let clean = Normalizer::new().tone(ToneStyle::Old).normalize(text);
        let text_in = clean.as_str();
        let tokens: Vec<Token> = tokens(text_in).filter(|t| t.kind != TokenKind::Blank).collect();
        let sentences = sentence::split(text_in, &tokens);
        let mut words = Vec::new();
        self.segmenter.segment_tokens(text_in, &tokens, &mut words);
        let abbreviations = self.expander.expand_tokens(text_in, &tokens, &sentences);
        let found = Found {
            text: text_in,
            tokens: &tokens,
            sentences: &sentences,
            words: &words,
            abbreviations: &abbreviations,
        };
        let date = self.date.or_else(|| Extractor::date(found));
        let entities = self.extractor.extract_found(found, date);
        let mut document = Document {
            text,
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
        document
    }
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

    /// The analyzer.
    #[must_use]
    pub fn build(self) -> Analyzer {
        Analyzer {
            segmenter: self.segmenter.build(),
            expander: self.expander,
            extractor: self.extractor,
            date: self.date,
        }
    }
}

impl<'t> Document<'t> {
    /// The text as the caller passed it.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The date given, or found in the text.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        self.date
    }

    /// The sentences.
    #[must_use]
    pub fn sentences(&self) -> &[Span] {
        &self.sentences
    }

    /// The words.
    #[must_use]
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// The short forms with their long ones.
    #[must_use]
    pub fn abbreviations(&self) -> &[Abbreviation] {
        &self.abbreviations
    }

    /// The people.
    #[must_use]
    pub fn people(&self) -> &[Person] {
        &self.entities.people
    }

    /// The places.
    #[must_use]
    pub fn places(&self) -> &[Place] {
        &self.entities.places
    }

    /// The organisations.
    #[must_use]
    pub fn organizations(&self) -> &[Organization] {
        &self.entities.organizations
    }

    /// The administrative units that the places name.
    #[must_use]
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    /// The document as other programs read it.
    #[must_use]
    pub fn record(&self) -> Record<'_, 't> {
        Record::new(self)
    }
}
