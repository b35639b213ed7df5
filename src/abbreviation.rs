//! STAGE 5: words → expansions; annotates, never rewrites by itself.

use crate::sentence::Sentence;
use crate::{Error, Span, Token};

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
#[derive(Clone, Debug, Default)]
pub struct Expander {}

impl Expander {
    /// An expander over the bundled lexicon.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a user's list; its rows come before the bundled ones.
    ///
    /// # Errors
    /// When a row is wrong.
    pub fn with_list(self, name: &str, list: &str) -> Result<Self, Error> {
        let _ = (name, list);
        Ok(self)
    }

    /// Short forms over the tokens (all but blanks) and sentences of clean `text`.
    pub(crate) fn expand_tokens(
        &self,
        _text: &str,
        _tokens: &[Token],
        _sentences: &[Sentence],
    ) -> Vec<Abbreviation> {
        Vec::new()
    }
}
