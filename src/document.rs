//! STAGE 7: everything found in one text.

mod analyzer;
mod expanded;
mod record;
mod words;

use crate::{Abbreviation, Date, Entities, Gazetteer, Organization, Person, Place, Span};
use std::borrow::Cow;
use std::sync::Arc;
use words::Packed;

pub use analyzer::{Analyzer, AnalyzerBuilder};
pub use expanded::{ExpandOptions, Expanded};
pub use record::Record;
pub use words::Words;

/// Everything found in one text; every span points into the text the caller passed.
///
/// Made by [`Analyzer::analyze`]. With the feature `serde`, [`Document::record`] is what other
/// programs read.
#[derive(Clone, Debug)]
pub struct Document<'t> {
    text: Cow<'t, str>,
    gazetteer: Arc<Gazetteer>,
    date: Option<Date>,
    sentences: Vec<Span>,
    words: Packed,
    abbreviations: Vec<Abbreviation>,
    entities: Entities,
}

impl Document<'_> {
    /// The text as the caller passed it; for bytes of another encoding, what they were decoded to.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
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

    /// The words, in order.
    #[must_use]
    pub fn words(&self) -> Words<'_> {
        self.words.words()
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
    pub fn record(&self) -> Record<'_> {
        Record::new(self)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Document<'_> {
    /// Serialises the [`Record`] without an id, offsets in bytes, words included.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.record().words(true).serialize(serializer)
    }
}
