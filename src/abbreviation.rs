//! STAGE 5: words → expansions; annotates, never rewrites by itself.
//!
//! A short form is what the text defines it to be; else what the list says, where it has several
//! readings the one its neighbours speak for. What only looks like a short form is left alone:
//! initials of people, codes, numbers of documents, headlines in capitals.

mod defined;
mod definition;
mod initials;
mod lexicon;
mod long_form;
mod meaning;
mod mention;
mod reading;
mod spot;

use crate::sentence::{Found, Sections};
use crate::{Error, Normalized, Normalizer, Span, ToneStyle};
use defined::Defined;
use lexicon::{Lexicon, Lists};
use std::sync::Arc;

/// Where an expansion comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum ExpansionSource {
    /// The text itself defines the short form.
    Definition,
    /// The bundled lexicon.
    Lexicon,
    /// A user's list.
    User,
}

/// A short form and what it stands for here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Abbreviation {
    /// The short form.
    pub span: Span,
    /// The long form, in lower case as it would stand mid-sentence.
    pub expansion: String,
    /// Where the long form comes from.
    pub source: ExpansionSource,
    /// The long form in this text, where this very short form defines it: `tổ chức đảng` before `(TCĐ)`.
    pub definition: Option<Span>,
    /// All readings, likeliest first, where several were possible; else empty.
    pub readings: Vec<String>,
}

/// Finds short forms and what they stand for.
///
/// ```
/// use vinews::{Expander, ExpansionSource};
/// let text = "Các tổ chức đảng (TCĐ) họp. BTV Huyện ủy giao TCĐ cơ sở phát triển KT-XH.";
/// let found = Expander::new().expand(text);
/// let pairs: Vec<_> = found.iter().map(|a| (&text[a.span], a.expansion.as_str())).collect();
/// assert_eq!(pairs, [
///     ("TCĐ", "tổ chức đảng"),
///     ("BTV", "Ban Thường vụ"),
///     ("TCĐ", "tổ chức đảng"),
///     ("KT-XH", "kinh tế - xã hội"),
/// ]);
/// assert_eq!(found[2].source, ExpansionSource::Definition);
/// assert_eq!(found[1].readings, ["Ban Thường vụ", "biên tập viên"]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Expander {
    /// The users' lists, in the order given.
    lists: Vec<Arc<Lexicon>>,
}

impl Expander {
    /// An expander over the bundled lexicon.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a user's list; its rows come before the bundled ones.
    ///
    /// The columns are those of `data/abbreviations.tsv`, named in the first line: `short`, `rank`,
    /// `reading`, `domain`, `use`, `cues`; all but `short` and `reading` may be left empty.
    ///
    /// ```
    /// use vinews::Expander;
    /// let list = "short\trank\treading\tdomain\tuse\tcues\nHTXNN\t1\thợp tác xã nông nghiệp\n";
    /// let expander = Expander::new().with_list("mine.tsv", list)?;
    /// assert_eq!(expander.expand("Xã có ba HTXNN.")[0].expansion, "hợp tác xã nông nghiệp");
    /// # Ok::<(), vinews::Error>(())
    /// ```
    ///
    /// # Errors
    /// When the first line does not name the columns, or a row has no short form or reading, an
    /// unknown domain or use, or a rank that is no number; the message names list and line.
    pub fn with_list(mut self, name: &str, list: &str) -> Result<Self, Error> {
        self.lists.push(Arc::new(Lexicon::new(name, list)?));
        Ok(self)
    }

    /// The short forms of `text` in order, with what they stand for.
    ///
    /// Spans are bytes of `text`, whatever its normal form. Linear in its length.
    #[must_use]
    pub fn expand(&self, text: &str) -> Vec<Abbreviation> {
        let clean = Normalizer::new().tone(ToneStyle::Old).normalize(text);
        let mut sections = Sections::new(clean.as_str());
        let mut reader = self.reader();
        while let Some(section) = sections.next() {
            reader.read(section);
        }
        reader.finish(&clean)
    }

    /// Reads a document.
    pub(crate) fn reader(&self) -> Reader<'_> {
        Reader { lists: Lists::new(&self.lists), defined: Defined::default(), found: Vec::new() }
    }
}

/// Reads the sections of a document in turn; what one defines, those behind it know.
pub(crate) struct Reader<'e> {
    lists: Lists<'e>,
    defined: Defined,
    found: Vec<Abbreviation>,
}

impl Reader<'_> {
    /// Finds the short forms of a section.
    pub(crate) fn read(&mut self, section: Found<'_>) {
        let Found { text, tokens, sentences, .. } = section;
        let Self { lists, defined, found } = self;
        let candidates = spot::candidates(section);
        let definitions = definition::find(text, tokens, sentences, &candidates, lists);
        let mut mentions = mention::find(section, &candidates, lists, &definitions, defined);
        meaning::read(text, tokens, sentences, &mut mentions);
        let longs = meaning::long_forms(section, lists, &definitions, &mentions);
        meaning::write_out(section, &definitions, &longs, &mentions, found);
        defined.add(definitions, longs);
    }

    /// All that was found in `clean`; spans point into the caller's text.
    pub(crate) fn finish(self, clean: &Normalized<'_>) -> Vec<Abbreviation> {
        let mut found = self.found;
        for abbreviation in &mut found {
            abbreviation.span = clean.to_source(abbreviation.span);
            abbreviation.definition = abbreviation.definition.map(|span| clean.to_source(span));
        }
        found
    }
}
