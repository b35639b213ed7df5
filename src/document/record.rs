//! The document as other programs read it: schema 1, keys in a fixed order.

use crate::{Document, OffsetUnit};

/// A document to serialise, in the form that the batch example prints (schema 1).
///
/// Keys come in a fixed order: `schema`, `id`, `offsets`, `date`, `sentences`, `words` where asked
/// for, `abbreviations`, `people`, `places`, `organizations`. A span is
/// `{"start", "end", "text"}` with the text as the caller passed it; sentences and words are
/// pairs of offsets. Every offset counts in the unit set by [`Record::offsets`].
///
/// ```
/// # #[cfg(feature = "serde")] {
/// use vinews::{Analyzer, OffsetUnit};
/// let document = Analyzer::new().analyze("Đồng chí Trần Văn Hòa phát biểu.");
/// let record = document.record().id("a.txt").offsets(OffsetUnit::Chars);
/// let json = serde_json::to_value(record).expect("a record is plain data");
/// assert_eq!(json["id"], "a.txt");
/// assert_eq!(json["sentences"][0], serde_json::json!([0, 32]));
/// # }
/// ```
#[derive(Clone, Copy, Debug)]
// Without serde a record can be made, but nothing reads it.
#[cfg_attr(not(feature = "serde"), allow(dead_code))]
pub struct Record<'d> {
    document: &'d Document<'d>,
    id: Option<&'d str>,
    unit: OffsetUnit,
    words: bool,
}

impl<'d> Record<'d> {
    pub(super) fn new(document: &'d Document<'_>) -> Self {
        Self { document, id: None, unit: OffsetUnit::Bytes, words: false }
    }

    /// Sets `id`, null without it.
    #[must_use]
    pub fn id(mut self, id: &'d str) -> Self {
        self.id = Some(id);
        self
    }

    /// Sets the unit of every offset; bytes without it.
    #[must_use]
    pub fn offsets(mut self, unit: OffsetUnit) -> Self {
        self.unit = unit;
        self
    }

    /// Whether `words` is there; it is not without this.
    #[must_use]
    pub fn words(mut self, words: bool) -> Self {
        self.words = words;
        self
    }
}

#[cfg(feature = "serde")]
mod json {
    use super::Record;
    use crate::{
        Abbreviation, Date, ExpansionSource, Gazetteer, Mention, OffsetUnit, Offsets, Person,
        Place, PlaceKind, Span, Title, TitleClass, Unit, UnitId,
    };
    use rustc_hash::FxHashMap;
    use serde::ser::SerializeMap;
    use serde::{Serialize, Serializer};
    use std::cell::RefCell;
    use std::rc::Rc;

    /// The text and its offsets: what every span needs to be written.
    #[derive(Clone, Copy)]
    struct View<'d> {
        text: &'d str,
        offsets: &'d Offsets<'d>,
        gazetteer: &'d Gazetteer,
        date: Option<Date>,
        now: &'d Successors,
    }

    /// What each unit is now, told once however often a document names it.
    type Successors = RefCell<FxHashMap<UnitId, Rc<[String]>>>;

    #[derive(Serialize)]
    struct SpanJson<'d> {
        start: usize,
        end: usize,
        text: &'d str,
    }

    /// A list written item by item, so that a document of any length is never held twice.
    struct Each<F>(F);

    impl<F: Fn() -> I, I: Iterator<Item: Serialize>> Serialize for Each<F> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_seq((self.0)())
        }
    }

    #[derive(Serialize)]
    struct AbbreviationJson<'d> {
        #[serde(flatten)]
        span: SpanJson<'d>,
        expansion: &'d str,
        source: ExpansionSource,
        definition: Option<SpanJson<'d>>,
        #[serde(skip_serializing_if = "<[String]>::is_empty")]
        readings: &'d [String],
    }

    #[derive(Serialize)]
    struct PersonJson<'d> {
        name: &'d str,
        mentions: Vec<MentionJson<'d>>,
    }

    #[derive(Serialize)]
    struct MentionJson<'d> {
        #[serde(flatten)]
        span: SpanJson<'d>,
        honorific: Option<SpanJson<'d>>,
        titles: Vec<TitleJson<'d>>,
    }

    #[derive(Serialize)]
    struct TitleJson<'d> {
        #[serde(flatten)]
        span: SpanJson<'d>,
        class: TitleClass,
        organization: Option<SpanJson<'d>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        body: Option<&'d str>,
    }

    #[derive(Serialize)]
    struct PlaceJson<'d> {
        #[serde(flatten)]
        span: SpanJson<'d>,
        name: &'d str,
        kind: PlaceKind,
        units: Vec<UnitJson<'d>>,
    }

    #[derive(Serialize)]
    struct UnitJson<'d> {
        id: &'d str,
        full_name: &'d str,
        path: Vec<&'d str>,
        from: Option<Date>,
        to: Option<Date>,
        #[serde(serialize_with = "as_list")]
        now: Rc<[String]>,
    }

    fn as_list<S: Serializer>(list: &Rc<[String]>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(list.iter())
    }

    impl<'d> View<'d> {
        fn pair(self, span: Span) -> [usize; 2] {
            [self.offsets.of(span.start), self.offsets.of(span.end)]
        }

        fn span(self, span: Span) -> SpanJson<'d> {
            let [start, end] = self.pair(span);
            SpanJson { start, end, text: &self.text[span] }
        }

        fn abbreviation(self, found: &'d Abbreviation) -> AbbreviationJson<'d> {
            AbbreviationJson {
                span: self.span(found.span),
                expansion: &found.expansion,
                source: found.source,
                definition: found.definition.map(|span| self.span(span)),
                readings: &found.readings,
            }
        }

        fn person(self, person: &'d Person) -> PersonJson<'d> {
            let mentions = person.mentions.iter().map(|m| self.mention(m)).collect();
            PersonJson { name: &person.name, mentions }
        }

        fn mention(self, mention: &'d Mention) -> MentionJson<'d> {
            MentionJson {
                span: self.span(mention.span),
                honorific: mention.honorific.map(|span| self.span(span)),
                titles: mention.titles.iter().map(|t| self.title(t)).collect(),
            }
        }

        fn title(self, title: &'d Title) -> TitleJson<'d> {
            TitleJson {
                span: self.span(title.span),
                class: title.class,
                organization: title.organization.map(|span| self.span(span)),
                body: title.body.as_deref(),
            }
        }

        fn place(self, place: &'d Place) -> PlaceJson<'d> {
            let units = place.units.iter().filter_map(|&id| self.gazetteer.unit(id));
            PlaceJson {
                span: self.span(place.span),
                name: &place.name,
                kind: place.kind,
                units: units.map(|unit| self.unit(unit)).collect(),
            }
        }

        /// The unit as it was on the day of the article.
        fn unit(self, unit: Unit<'d>) -> UnitJson<'d> {
            let mut successors = self.now.borrow_mut();
            let now = successors.entry(unit.unit_id()).or_insert_with(|| unit.now().into());
            UnitJson {
                id: unit.id(),
                full_name: unit.full_name(),
                path: self.date.map_or_else(|| unit.path(), |day| unit.path_on(day)),
                from: unit.from(),
                to: unit.to(),
                now: Rc::clone(now),
            }
        }
    }

    impl Serialize for Record<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let document = self.document;
            let view = View {
                text: document.text(),
                offsets: &Offsets::new(document.text(), self.unit),
                gazetteer: document.gazetteer(),
                date: document.date(),
                now: &Successors::default(),
            };
            let unit = match self.unit {
                OffsetUnit::Bytes => "bytes",
                OffsetUnit::Chars => "chars",
                OffsetUnit::Utf16 => "utf16",
            };
            let mut map = serializer.serialize_map(None)?;
            map.serialize_entry("schema", &1)?;
            map.serialize_entry("id", &self.id)?;
            map.serialize_entry("offsets", unit)?;
            map.serialize_entry("date", &document.date())?;
            let sentences = || document.sentences().iter().map(|&span| view.pair(span));
            map.serialize_entry("sentences", &Each(sentences))?;
            if self.words {
                let words = || document.words().map(|word| view.pair(word.span));
                map.serialize_entry("words", &Each(words))?;
            }
            let abbreviations = || document.abbreviations().iter().map(|a| view.abbreviation(a));
            map.serialize_entry("abbreviations", &Each(abbreviations))?;
            map.serialize_entry(
                "people",
                &Each(|| document.people().iter().map(|p| view.person(p))),
            )?;
            map.serialize_entry(
                "places",
                &Each(|| document.places().iter().map(|p| view.place(p))),
            )?;
            let organizations = || document.organizations().iter().map(|o| view.span(o.span));
            map.serialize_entry("organizations", &Each(organizations))?;
            map.end()
        }
    }
}
