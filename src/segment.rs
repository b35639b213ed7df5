//! STAGE 4: tokens → words.
//!
//! Vietnamese writes a blank between syllables, whether they are one word or two: `đảng viên` is
//! one word, `đảng ta` two. A linear model decides each gap between two syllables from what stands
//! around it and from the words of a lexicon; the feature `train` learns it.

mod decode;
mod gap;
mod lexicon;
mod model;
mod run;
mod surface;

use crate::normalize::Normalized;
use crate::sentence::Found;
use crate::syllable::Code;
use crate::{Error, Normalizer, Span, Token, TokenOptions, ToneStyle, data, letter, table};
use decode::Decoder;
use lexicon::Flags;
use model::Model;
use once_cell::sync::Lazy;
use run::{Item, Shape};
use std::sync::Arc;

/// What the trainer sees of the model.
#[cfg(feature = "train")]
pub(crate) mod learning {
    pub(crate) use super::decode::{MARGIN, Sink, lower, read};
    pub(crate) use super::gap::{COLUMNS, Table, Weights, walk};
    pub(crate) use super::lexicon::{CLASSES, Flags, Lexicon, Pair};
    pub(crate) use super::model::{Model, Parts};
    pub(crate) use super::run::{Item, link};
}

/// The bundled weights and words, read once.
static BUNDLED: Lazy<Arc<Model>> = Lazy::new(|| {
    #[allow(clippy::expect_used)] // the bytes are part of the crate, and a test reads them
    let model = Model::read("words.bin", data::WORDS).expect("the bundled weights are whole");
    Arc::new(with_words(model))
});

/// Adds the words of the bundled lexicon, all of whose syllables the weights know.
fn with_words(mut model: Model) -> Model {
    let mut numbers = Vec::new();
    for row in table::rows(data::LEXICON) {
        if model.lexicon.known(row.text, &mut numbers) {
            model.lexicon.add(&numbers, Flags::WORD);
        }
    }
    model
}

/// What a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum WordKind {
    /// Letters.
    Word,
    /// Anything that begins with a digit.
    Number,
    /// Punctuation and symbols.
    Punctuation,
}

/// A word: one token, or several syllables joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: WordKind,
    /// How many tokens it joins; 255 stands for more as well.
    pub syllables: u8,
}

/// Finds words: lexicon and weights, built once and shared between threads.
///
/// ```
/// use vinews::Segmenter;
///
/// let segmenter = Segmenter::new();
/// let text = "Đảng viên gương mẫu chấp hành nghị quyết.";
/// let words: Vec<&str> = segmenter.worker().segment(text).iter().map(|w| &text[w.span]).collect();
/// assert_eq!(words, ["Đảng viên", "gương mẫu", "chấp hành", "nghị quyết", "."]);
/// ```
#[derive(Clone, Debug)]
pub struct Segmenter {
    model: Arc<Model>,
}

impl Default for Segmenter {
    fn default() -> Self {
        Self::new()
    }
}

impl Segmenter {
    /// The bundled lexicon and weights, read on first use and shared from then on.
    #[must_use]
    pub fn new() -> Self {
        Self { model: Arc::clone(&BUNDLED) }
    }

    /// A builder to which words can be added.
    #[must_use]
    pub fn builder() -> SegmenterBuilder {
        SegmenterBuilder::default()
    }

    /// Buffers for one thread.
    #[must_use]
    pub fn worker(&self) -> Worker<'_> {
        // Room for a run of most texts.
        Worker { segmenter: self, items: Vec::with_capacity(64), words: Vec::new() }
    }
}

/// A segmenter with a user's words.
#[derive(Clone, Debug, Default)]
pub struct SegmenterBuilder {
    model: Option<Arc<Model>>,
}

impl SegmenterBuilder {
    /// Adds the words of a user list; `name` stands in error messages.
    ///
    /// The list is UTF-8 text of two columns parted by a tab, which its first line names: `word`,
    /// syllables parted by blanks, and `mode`, empty where the sentence around it may decide
    /// otherwise, `always` where the word is wanted wherever it stands. Case and tone style do not
    /// matter. Blank lines and lines that begin with `#` are passed over.
    ///
    /// # Errors
    /// When the first line is another one, or a line is no word, naming the line.
    pub fn lexicon(mut self, name: &str, list: &str) -> Result<Self, Error> {
        for row in table::user_rows(name, list, &["word", "mode"])? {
            let [word, mode] = row.columns();
            let flags = match mode {
                "" => Flags::WORD,
                "always" => Flags::WORD | Flags::FORCED,
                other => {
                    let reason = format!("unknown mode {other:?}; it is empty or \"always\"");
                    return Err(Error::list(name, row.line, reason));
                }
            };
            self.add(word, flags).map_err(|reason| Error::list(name, row.line, reason))?;
        }
        Ok(self)
    }

    /// Adds words, their syllables parted by blanks.
    ///
    /// A word of the lexicon is joined where the sentence around it allows; several that overlap
    /// are weighed against each other.
    ///
    /// ```
    /// use vinews::Segmenter;
    ///
    /// let segmenter = Segmenter::builder().add_words(["trục liên kết vùng"])?.build();
    /// # Ok::<(), vinews::Error>(())
    /// ```
    ///
    /// # Errors
    /// When one is no word, naming its place counted from 1.
    pub fn add_words<'w>(self, words: impl IntoIterator<Item = &'w str>) -> Result<Self, Error> {
        self.add_all(words, Flags::WORD)
    }

    /// Adds words that are joined wherever their syllables stand side by side.
    ///
    /// Where two overlap the one that begins first is taken, of those the longest.
    ///
    /// # Errors
    /// When one is no word, naming its place counted from 1.
    pub fn force_words<'w>(self, words: impl IntoIterator<Item = &'w str>) -> Result<Self, Error> {
        self.add_all(words, Flags::WORD | Flags::FORCED)
    }

    /// Takes other weights than the bundled ones, as the feature `train` learns them; to be
    /// called before words are added. `name` stands in error messages.
    ///
    /// # Errors
    /// When the bytes are no weights, of another version, cut short or damaged.
    pub fn weights(self, name: &str, bytes: &[u8]) -> Result<Self, Error> {
        Ok(Self { model: Some(Arc::new(with_words(Model::read(name, bytes)?))) })
    }

    /// The segmenter.
    #[must_use]
    pub fn build(self) -> Segmenter {
        self.model.map_or_else(Segmenter::new, |model| Segmenter { model })
    }

    fn add_all<'w>(
        mut self,
        words: impl IntoIterator<Item = &'w str>,
        flags: u32,
    ) -> Result<Self, Error> {
        for (i, word) in words.into_iter().enumerate() {
            self.add(word, flags).map_err(|reason| Error::list("words", i + 1, reason))?;
        }
        Ok(self)
    }

    fn add(&mut self, word: &str, flags: u32) -> Result<(), String> {
        let small = letter::lower(word);
        let clean = Normalizer::new().tone(ToneStyle::Old).normalize(&small);
        let syllables: Vec<Token> =
            TokenOptions::new().skip_blanks(true).tokens(clean.as_str()).collect();
        if syllables.is_empty() {
            return Err("there is no word".into());
        }
        if syllables.len() > lexicon::LONGEST {
            return Err(format!(
                "{} syllables; a word has {} at most",
                syllables.len(),
                lexicon::LONGEST
            ));
        }
        let model = Arc::make_mut(self.model.get_or_insert_with(|| Arc::clone(&BUNDLED)));
        let mut numbers = Vec::new();
        for token in syllables {
            let surface = clean.as_str().get(token.span.range()).unwrap_or_default();
            if run::shape_of(surface, Token { span: Span::new(0, surface.len()), ..token })
                .is_none()
            {
                return Err(format!("{surface:?} ends a word and cannot stand within one"));
            }
            let number = model.lexicon.surfaces.insert(surface);
            numbers.push(
                number
                    .ok_or_else(|| format!("{surface:?} is too long, or one syllable too many"))?,
            );
        }
        model.fill_rows(Shape::Foreign as u16);
        model.lexicon.add(&numbers, flags);
        Ok(())
    }
}

/// One thread's buffers over a [`Segmenter`]; allocates nothing once warm.
#[derive(Clone, Debug)]
pub struct Worker<'s> {
    segmenter: &'s Segmenter,
    items: Vec<Item>,
    words: Vec<Word>,
}

impl Worker<'_> {
    /// The words of `text`, in order; no word crosses a punctuation mark or the end of a line.
    ///
    /// Text that is not clean is normalized within; the spans index what was passed. Linear in the
    /// length of `text`.
    pub fn segment(&mut self, text: &str) -> &[Word] {
        let clean = Normalizer::new().normalize(text);
        let mut tokens = TokenOptions::new().skip_blanks(true).tokens(clean.as_str());
        self.read(&clean, std::iter::from_fn(|| tokens.next_coded()))
    }

    /// The words of a section of `clean`, in order; the spans index what was cleaned.
    #[inline(never)] // a loop by itself, so that all it needs stays at hand
    pub(crate) fn segment_section(
        &mut self,
        clean: &Normalized<'_>,
        section: &Found<'_>,
    ) -> &[Word] {
        self.read(clean, section.tokens.iter().copied().zip(section.codes.iter().copied()))
    }

    fn read(
        &mut self,
        clean: &Normalized<'_>,
        tokens: impl Iterator<Item = (Token, Option<Code>)>,
    ) -> &[Word] {
        let Self { segmenter: Segmenter { model }, items, words } = self;
        words.clear();
        words.reserve(tokens.size_hint().0);
        decode::read(&model.lexicon, clean.as_str(), tokens, items, &mut Decoder { model, words });
        if !clean.is_unchanged() {
            for word in &mut *words {
                word.span = clean.to_source(word.span);
            }
        }
        words
    }
}
