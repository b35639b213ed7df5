//! STAGE 6: people with their titles, places with their units, organisations.

mod body;
pub(crate) mod cue;
mod date;
pub(crate) mod features;
mod gazetteer;
mod headline;
mod link;
pub(crate) mod memory;
mod organization;
mod person;
mod place;
mod renown;
mod restore;
pub(crate) mod sheet;
pub(crate) mod tagger;
mod title;

use crate::sentence::{Found, Sections};
use crate::{Date, Error, Normalized, Normalizer, Span, ToneStyle};
use cue::Cues;
use date::Time;
use once_cell::sync::Lazy;
use renown::Renowned;
use sheet::Sheet;
use std::sync::Arc;
use tagger::{Labels, Tagger};

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
    renowned: Arc<Renowned>,
    tagger: Arc<Tagger>,
}

static CUES: Lazy<Arc<Cues>> = Lazy::new(|| Arc::new(Cues::bundled()));
static RENOWNED: Lazy<Arc<Renowned>> = Lazy::new(|| Arc::new(Renowned::bundled()));
static TAGGER: Lazy<Arc<Tagger>> = Lazy::new(|| Arc::new(Tagger::bundled()));

impl Default for Extractor {
    fn default() -> Self {
        Self {
            gazetteer: Arc::default(),
            cues: Arc::clone(&CUES),
            renowned: Arc::clone(&RENOWNED),
            tagger: Arc::clone(&TAGGER),
        }
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
        let mut sections = Sections::new(clean.as_str());
        let mut reader = self.reader(None);
        while let Some(section) = sections.next() {
            reader.read(section);
        }
        reader.finish(&clean)
    }

    /// Reads a document; `date` is its date where the caller knows it.
    pub(crate) fn reader(&self, date: Option<Date>) -> Reader<'_> {
        Reader {
            extractor: self,
            date,
            people: person::People::default(),
            units: body::Units::default(),
            places: Vec::new(),
            organizations: Vec::new(),
        }
    }

    /// What the tagger sees of the tokens.
    pub(crate) fn sheet(&self, found: &Found<'_>) -> Sheet {
        Sheet::new(found, &self.cues, &self.renowned, &self.gazetteer)
    }
}

/// Reads the sections of a document in turn.
///
/// A section is read as a document by itself, but that its people may be those of the sections
/// before it, and that it is of their date.
pub(crate) struct Reader<'e> {
    extractor: &'e Extractor,
    /// The date given, or found in the first section.
    pub(crate) date: Option<Date>,
    people: person::People,
    units: body::Units,
    places: Vec<Place>,
    organizations: Vec<Organization>,
}

impl Reader<'_> {
    /// Finds the entities of a section.
    pub(crate) fn read(&mut self, found: Found<'_>) {
        let tagger = &self.extractor.tagger;
        let sheet = self.extractor.sheet(&found);
        let mut labels = tagger.tag(&found, &sheet, settle_names);
        place::label::settle(&sheet, &mut labels);
        organization::draw_in_levels(&sheet, &mut labels);
        title::label::settle(&sheet, &mut labels);
        self.join(found, &sheet, &labels);
    }

    /// Makes entities of the tokens of a section that have these labels.
    pub(crate) fn join(&mut self, found: Found<'_>, sheet: &Sheet, labels: &Labels) {
        let Extractor { gazetteer, cues, .. } = self.extractor;
        // A date, once known, says more than all that the text says of its time.
        let mut time = self.date.map_or_else(|| Time::of(found), Time::on);
        if found.opens {
            self.date = time.day;
        }
        time.day = self.date;
        let spans: Vec<Span> = labels.places().map(|tokens| found.span(&tokens)).collect();
        let first = self.places.len();
        self.places.extend(link::link(gazetteer, found, &spans, time));
        let mut mentions = person::mentions(&found, sheet, labels, cues);
        self.units.add(found.text, &self.places, first);
        let titles = mentions.iter_mut().flat_map(|(_, mention)| &mut mention.titles);
        self.units.fill(found.text, titles, &self.places);
        self.people.join(&found, sheet, mentions);
        self.organizations.extend(organization::organizations(&found, labels));
    }

    /// All that was found in `clean`; spans point into the caller's text.
    pub(crate) fn finish(self, clean: &Normalized<'_>) -> Entities {
        let Self { people, places, organizations, .. } = self;
        let mut found = Entities { people: people.finish(), places, organizations };
        if !clean.is_unchanged() {
            found.restore(clean);
        }
        found
    }
}

/// Mends the names, before bodies and titles are looked for around them.
pub(crate) fn settle_names(sheet: &Sheet, labels: &mut Labels) {
    person::called::settle(sheet, labels);
    headline::settle(sheet, labels);
}
