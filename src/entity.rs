//! STAGE 6: people with their titles, places with their units, organisations.

mod body;
pub(crate) mod cue;
mod date;
pub(crate) mod features;
mod gazetteer;
mod link;
pub(crate) mod memory;
mod organization;
mod person;
mod place;
mod restore;
pub(crate) mod sheet;
pub(crate) mod tagger;
mod title;

use crate::sentence::{self, Sentence};
use crate::{Date, Error, Normalizer, Span, Token, ToneStyle};
use cue::Cues;
use once_cell::sync::Lazy;
use sheet::{Sheet, span_of};
use std::sync::Arc;
use tagger::Tagger;

pub use gazetteer::{Gazetteer, Unit, UnitId};
pub use organization::Organization;
pub use person::{Mention, Person};
pub use place::{Place, PlaceKind};
pub use title::{Title, TitleClass};

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

/// What stages 2 and 3 found in a clean text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found<'d> {
    /// The clean text, tone marks in old style.
    pub(crate) text: &'d str,
    /// All tokens but blanks.
    pub(crate) tokens: &'d [Token],
    /// The sentences over the tokens.
    pub(crate) sentences: &'d [Sentence],
}

/// Finds people, titles, places and organisations.
///
/// ```
/// use vinews::Extractor;
/// let text = "Đồng chí Trần Thị Mận, Bí thư Đảng ủy xã An Phú, phát biểu.";
/// let found = Extractor::new().extract(text);
/// let person = &found.people[0];
/// assert_eq!(person.name, "Trần Thị Mận");
/// assert_eq!(&text[person.mentions[0].titles[0].span], "Bí thư Đảng ủy xã An Phú");
/// assert_eq!(&text[found.places[0].span], "xã An Phú");
/// ```
#[derive(Clone, Debug)]
pub struct Extractor {
    gazetteer: Arc<Gazetteer>,
    cues: Arc<Cues>,
    tagger: Arc<Tagger>,
}

static CUES: Lazy<Arc<Cues>> = Lazy::new(|| Arc::new(Cues::bundled()));
static TAGGER: Lazy<Arc<Tagger>> = Lazy::new(|| Arc::new(Tagger::bundled()));

impl Default for Extractor {
    fn default() -> Self {
        Self { gazetteer: Arc::default(), cues: Arc::clone(&CUES), tagger: Arc::clone(&TAGGER) }
    }
}

impl Extractor {
    /// An extractor over the bundled lists and weights, which are read once for all.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The extractor with other weights.
    #[cfg(feature = "train")]
    pub(crate) fn with_tagger(self, tagger: Tagger) -> Self {
        Self { tagger: Arc::new(tagger), ..self }
    }

    /// Its weights.
    #[cfg(feature = "train")]
    pub(crate) fn tagger(&self) -> &Tagger {
        &self.tagger
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

    /// Adds a user's titles: rows of the columns `title` and `class`, a class as
    /// [`TitleClass`] is written in lower case (`party`, `mass_organization`).
    ///
    /// # Errors
    /// When the header is another, a title is empty or a class is unknown.
    pub fn with_titles(mut self, name: &str, list: &str) -> Result<Self, Error> {
        Arc::make_mut(&mut self.cues).add_titles(name, list)?;
        Ok(self)
    }

    /// People, places and organisations of `text`, in linear time.
    #[must_use]
    pub fn extract(&self, text: &str) -> Entities {
        let clean = Normalizer::new().tone(ToneStyle::Old).normalize(text);
        let clean_text = clean.as_str();
        let (tokens, sentences) = sentence::read(clean_text);
        let found = Found { text: clean_text, tokens: &tokens, sentences: &sentences };
        let mut entities = self.extract_found(found, Self::date(found));
        if !clean.is_unchanged() {
            entities.restore(&clean);
        }
        entities
    }

    /// What the tagger sees of the tokens.
    pub(crate) fn sheet(&self, found: &Found<'_>) -> Sheet {
        Sheet::new(found, &self.cues, &self.gazetteer)
    }

    /// The day on which a text was written, where it tells.
    pub(crate) fn date(found: Found<'_>) -> Option<Date> {
        date::Time::of(found).day
    }

    /// Entities over what the stages before found; `date` is the article's.
    pub(crate) fn extract_found(&self, found: Found<'_>, date: Option<Date>) -> Entities {
        let sheet = self.sheet(&found);
        let mut labels = self.tagger.tag(&found, &sheet);
        place::label::settle(&sheet, &mut labels);
        organization::draw_in_levels(&sheet, &mut labels);
        let spans: Vec<Span> =
            labels.places().map(|t| span_of(found.tokens, t.start, t.end)).collect();
        let places = link::link(&self.gazetteer, found, &spans, date);
        let mut people = person::people(&found, &sheet, &labels, &self.cues);
        body::fill(found.text, &mut people, &places);
        Entities { people, places, organizations: organization::organizations(&found, &labels) }
    }
}
