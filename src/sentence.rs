//! STAGE 3: tokens → sentences.

mod boundary;
mod short_form;

use crate::{Span, Token, TokenKind, TokenOptions, Tokens};
use boundary::{Mark, Surroundings};

/// The sentences of a text, in order; together they cover every character that is no blank.
///
/// Made by [`sentences`]. Reads the tokens as it goes and allocates nothing.
#[derive(Clone, Debug)]
pub struct Sentences<'t> {
    splitter: Splitter<'t, Tokens<'t>>,
}

/// Cuts `text` into sentences.
///
/// A sentence ends at a full stop, question or exclamation mark or ellipsis, with the quotes and
/// brackets that close with it, and at every line end: headlines, captions and items of a list
/// have no stop. A stop ends nothing after a short form that a name follows (TP., PGS.TS., Q.1), in
/// initials, after the mark of an item (1. a.) or before a small letter.
///
/// Spans are byte ranges into `text`; they rise, never overlap, begin and end at tokens, and none
/// is empty. One pass, linear in the length of the text.
///
/// ```
/// let text = "PGS.TS. Lê Văn Hòa về TP. Phủ Lý. Ông nói: \"Rất vui!\" Buổi lễ kéo dài 2 giờ.";
/// let found: Vec<&str> = vinews::sentences(text).map(|span| &text[span]).collect();
/// assert_eq!(found, [
///     "PGS.TS. Lê Văn Hòa về TP. Phủ Lý.",
///     "Ông nói: \"Rất vui!\"",
///     "Buổi lễ kéo dài 2 giờ.",
/// ]);
/// ```
#[must_use]
pub fn sentences(text: &str) -> Sentences<'_> {
    let tokens = TokenOptions::new().skip_blanks(true).tokens(text);
    Sentences { splitter: Splitter::new(text, tokens) }
}

impl Iterator for Sentences<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        self.splitter.next().map(|sentence| sentence.span)
    }
}

impl std::iter::FusedIterator for Sentences<'_> {}

/// A sentence with its tokens, for the later stages.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sentence {
    /// Where it stands.
    pub(crate) span: Span,
    /// Index of its first token.
    pub(crate) first: usize,
    /// Index after its last token.
    pub(crate) last: usize,
}

/// Sentences over `tokens`: all tokens of `text` but [`TokenKind::Blank`].
pub(crate) fn split(text: &str, tokens: &[Token]) -> Vec<Sentence> {
    Splitter::new(text, tokens.iter().copied()).collect()
}

/// Walks over tokens with two of them before and two after the one in hand.
#[derive(Clone, Debug)]
struct Splitter<'t, I> {
    text: &'t str,
    tokens: I,
    /// The two tokens to come.
    next: Option<Token>,
    after: Option<Token>,
    /// Index of `next`.
    index: usize,
    /// Whether a straight quote of this paragraph is open.
    quoted: bool,
}

impl<'t, I: Iterator<Item = Token>> Splitter<'t, I> {
    fn new(text: &'t str, mut tokens: I) -> Self {
        let (next, after) = (tokens.next(), tokens.next());
        Self { text, tokens, next, after, index: 0, quoted: false }
    }

    fn bump(&mut self) -> Option<Token> {
        let token = self.next?;
        self.next = self.after;
        self.after = self.tokens.next();
        self.index += 1;
        Some(token)
    }

    /// Takes the marks that end with the sentence whose end mark was `end`: more end marks, then
    /// the quotes and brackets that close. Gives the last of them and whether one was a quote.
    fn close(&mut self, end: Token) -> (Token, bool) {
        let (mut last, mut quote) = (end, false);
        while let Some(next) = self.next.filter(|t| t.kind == TokenKind::Punctuation) {
            let glued = next.span.start == last.span.end;
            let sign = self.text.get(next.span.range()).unwrap_or_default();
            let closes = match sign {
                "\"" => self.quoted,
                "”" | "’" | "»" => true,
                ")" | "]" => true,
                "'" => glued && self.after.is_none_or(|t| t.span.start > next.span.end),
                _ => glued && !quote && Mark::of(sign).is_some(),
            };
            if !closes {
                break;
            }
            self.quoted ^= sign == "\"";
            quote |= !matches!(sign, ")" | "]") && Mark::of(sign).is_none();
            last = next;
            self.bump();
        }
        (last, quote)
    }
}

impl<I: Iterator<Item = Token>> Iterator for Splitter<'_, I> {
    type Item = Sentence;

    fn next(&mut self) -> Option<Sentence> {
        while self.next.is_some_and(|t| t.kind == TokenKind::LineBreak) {
            self.quoted = false;
            self.bump();
        }
        let first = self.index;
        let start = self.next?.span.start;
        let mut last = self.next?;
        let mut before = [None; 2];
        while let Some(token) = self.next.filter(|t| t.kind != TokenKind::LineBreak) {
            self.bump();
            last = token;
            if token.kind == TokenKind::Punctuation {
                let sign = self.text.get(token.span.range()).unwrap_or_default();
                self.quoted ^= sign == "\"";
                if let Some(mark) = Mark::of(sign) {
                    let read = self.index - 1 - first;
                    let (end, quote) = self.close(token);
                    last = end;
                    let around = Surroundings {
                        text: self.text,
                        mark,
                        stop: token,
                        read,
                        before,
                        end: end.span.end,
                        quote,
                        next: self.next,
                        after: self.after,
                    };
                    if around.is_end() {
                        break;
                    }
                }
            }
            before = [Some(last), before[0]];
        }
        Some(Sentence { span: Span::new(start, last.span.end), first, last: self.index })
    }
}
