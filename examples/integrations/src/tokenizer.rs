//! Tokens for a tantivy index of Vietnamese.
//!
//! Readers type names with marks or without, whole or in part, and the words of a query are not
//! cut as those of an article. So every syllable is a position of its own, and at that position
//! the index holds all that it may be searched by:
//!
//! | position | tokens of `ông Nguyễn Đức Toàn` |
//! | --- | --- |
//! | 0 | `ông`, `ong` |
//! | 1 | `nguyễn`, `nguyen`, and the word that begins here: `nguyễn_đức_toàn` |
//! | 2 | `đức`, `duc` |
//! | 3 | `toàn`, `toan` |
//!
//! A query is cut into the syllables it has, as typed: its phrase finds the marked form where it
//! is typed with marks and every form where it is typed without.

use std::sync::Arc;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};
use unicode_normalization::UnicodeNormalization;
use vinews::{Normalizer, Segmenter, Span, ToneStyle, WordKind};

/// For indexing: syllables, their forms without marks, and whole words.
#[derive(Clone)]
pub struct IndexTokenizer {
    segmenter: Arc<Segmenter>,
}

/// For queries: syllables as typed.
#[derive(Clone)]
pub struct QueryTokenizer {
    segmenter: Arc<Segmenter>,
}

impl IndexTokenizer {
    pub fn new(segmenter: Arc<Segmenter>) -> Self {
        Self { segmenter }
    }
}

impl QueryTokenizer {
    pub fn new(segmenter: Arc<Segmenter>) -> Self {
        Self { segmenter }
    }
}

/// Tokens made beforehand; tantivy takes them one by one.
pub struct Made {
    tokens: std::vec::IntoIter<Token>,
    current: Token,
}

impl Made {
    fn new(tokens: Vec<Token>) -> Self {
        Self { tokens: tokens.into_iter(), current: Token::default() }
    }
}

impl TokenStream for Made {
    fn advance(&mut self) -> bool {
        match self.tokens.next() {
            Some(token) => {
                self.current = token;
                true
            }
            None => false,
        }
    }

    fn token(&self) -> &Token {
        &self.current
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.current
    }
}

impl Tokenizer for IndexTokenizer {
    type TokenStream<'a> = Made;

    fn token_stream(&mut self, text: &str) -> Made {
        let mut tokens = Vec::new();
        for (word, first, syllables) in words(&self.segmenter, text) {
            for (i, &syllable) in syllables.iter().enumerate() {
                let form = form(&text[syllable]);
                let bare = without_marks(&form);
                if bare != form {
                    tokens.push(token(bare, syllable, first + i, 1));
                }
                tokens.push(token(form, syllable, first + i, 1));
            }
            if syllables.len() > 1 {
                let forms: Vec<String> = syllables.iter().map(|&s| form(&text[s])).collect();
                tokens.push(token(forms.join("_"), word, first, syllables.len()));
            }
        }
        // Positions may not go back, and a word is known only after its syllables.
        tokens.sort_by_key(|token| token.position);
        Made::new(tokens)
    }
}

impl Tokenizer for QueryTokenizer {
    type TokenStream<'a> = Made;

    fn token_stream(&mut self, text: &str) -> Made {
        let mut tokens = Vec::new();
        for (_, first, syllables) in words(&self.segmenter, text) {
            for (i, &syllable) in syllables.iter().enumerate() {
                tokens.push(token(form(&text[syllable]), syllable, first + i, 1));
            }
        }
        Made::new(tokens)
    }
}

/// The words of `text` that are no punctuation: each with the position of its first syllable and
/// the spans of its syllables.
fn words(segmenter: &Segmenter, text: &str) -> Vec<(Span, usize, Vec<Span>)> {
    let mut worker = segmenter.worker();
    let mut position = 0;
    let mut words = Vec::new();
    for word in worker.segment(text).iter().filter(|word| word.kind != WordKind::Punctuation) {
        let syllables: Vec<Span> = text[word.span]
            .split_whitespace()
            .map(|syllable| {
                let start = syllable.as_ptr() as usize - text.as_ptr() as usize;
                Span::new(start, start + syllable.len())
            })
            .collect();
        let first = position;
        position += syllables.len();
        words.push((word.span, first, syllables));
    }
    words
}

/// One spelling for each way to write it: hoà and hòa, composed and not, in lower case.
fn form(syllable: &str) -> String {
    Normalizer::new().tone(ToneStyle::Old).normalize(syllable).as_str().to_lowercase()
}

/// Letters without signs and tones, `đ` as `d`.
fn without_marks(form: &str) -> String {
    let mark = |c: &char| ('\u{300}'..='\u{36f}').contains(c);
    form.nfd().filter(|c| !mark(c)).map(|c| if c == 'đ' { 'd' } else { c }).collect()
}

fn token(text: String, span: Span, position: usize, length: usize) -> Token {
    Token {
        text,
        offset_from: span.start,
        offset_to: span.end,
        position,
        position_length: length,
    }
}
