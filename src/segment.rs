//! STAGE 4: tokens → words.

use crate::{Error, Span, Token, TokenKind, tokens};

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
    /// How many tokens it joins.
    pub syllables: u8,
}

/// The lexicon and weights, built once and shared between threads.
#[derive(Clone, Debug, Default)]
pub struct Segmenter {}

/// A segmenter with a user's words.
#[derive(Clone, Debug, Default)]
pub struct SegmenterBuilder {}

/// One thread's buffers over a [`Segmenter`]; allocates nothing once warm.
#[derive(Clone, Debug)]
pub struct Worker<'s> {
    segmenter: &'s Segmenter,
    words: Vec<Word>,
}

impl Segmenter {
    /// The bundled lexicon and weights.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A builder to which words can be added.
    #[must_use]
    pub fn builder() -> SegmenterBuilder {
        SegmenterBuilder::default()
    }

    /// Buffers for one thread.
    #[must_use]
    pub fn worker(&self) -> Worker<'_> {
        Worker { segmenter: self, words: Vec::new() }
    }

    /// Words over `tokens` (all tokens of clean `text` but blanks), appended to `words`.
    pub(crate) fn segment_tokens(&self, _text: &str, tokens: &[Token], words: &mut Vec<Word>) {
        words.extend(tokens.iter().filter(|t| !t.kind.is_blank()).map(|t| Word {
            span: t.span,
            kind: match t.kind {
                TokenKind::Punctuation => WordKind::Punctuation,
                TokenKind::Number => WordKind::Number,
                _ => WordKind::Word,
            },
            syllables: 1,
        }));
    }
}

impl SegmenterBuilder {
    /// Adds the words of a user list, one a line; `name` stands in error messages.
    ///
    /// # Errors
    /// When a line is no word.
    pub fn lexicon(self, name: &str, list: &str) -> Result<Self, Error> {
        let _ = (name, list);
        Ok(self)
    }

    /// The segmenter.
    #[must_use]
    pub fn build(self) -> Segmenter {
        Segmenter {}
    }
}

impl Worker<'_> {
    /// The words of `text`, in order.
    pub fn segment(&mut self, text: &str) -> &[Word] {
        self.words.clear();
        let tokens: Vec<Token> = tokens(text).filter(|t| t.kind != TokenKind::Blank).collect();
        self.segmenter.segment_tokens(text, &tokens, &mut self.words);
        &self.words
    }
}
