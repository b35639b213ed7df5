//! STAGE 3: tokens → sentences.

mod boundary;
mod section;
pub(crate) mod short_form;

use crate::{Span, Token, TokenKind, TokenOptions, Tokens};
use boundary::{Mark, Surroundings};

pub(crate) use section::{Found, Sections};
#[cfg(any(test, feature = "train"))]
pub(crate) use section::{Seen, read};

/// The sentences of a text, in order; together they cover every character that is no blank.
///
/// Made by [`sentences`]. Reads the tokens as it goes and allocates nothing.
#[derive(Clone, Debug)]
pub struct Sentences<'t> {
    splitter: Splitter<'t, Ring<'t>>,
}

/// Cuts `text` into sentences.
///
/// A sentence ends at a full stop, question or exclamation mark or ellipsis, with the quotes and
/// brackets that close with it, and at every line end: headlines, captions and items of a list
/// have no stop. A stop ends nothing after a short form that a name follows (TP., PGS.TS., Q.1), in
/// initials, after the mark of an item (1. a.) or before a small letter. What has no end for 16,384
/// tokens is cut there.
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
    let ring = Ring { tokens, seen: [None; RING], drawn: 0 };
    Sentences { splitter: Splitter::new(text, ring) }
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

/// A sentence is cut here, so that text without ends needs no more memory than other text.
const LONGEST: usize = 1 << 14;

/// Tokens in their order, of which a [`Splitter`] sees a few at a time.
trait Tape {
    /// The token of this index: the foremost that was asked for, one behind it or up to four
    /// before.
    fn token(&mut self, index: usize) -> Option<Token>;
}

/// The last tokens of a text, each at the remainder of its index, drawn many at once.
#[derive(Clone, Debug)]
struct Ring<'t> {
    tokens: Tokens<'t>,
    seen: [Option<Token>; RING],
    drawn: usize,
}

/// A power of two; half of them are drawn while the other half is still seen.
const RING: usize = 64;

impl Ring<'_> {
    #[inline(never)] // a loop by itself, so that all it needs stays at hand
    #[allow(clippy::indexing_slicing)] // the remainder lies inside the ring
    fn draw(&mut self) {
        // By value, so that where it is stays in registers.
        let mut ahead = self.tokens.clone();
        for slot in &mut self.seen[self.drawn % RING..][..RING / 2] {
            *slot = ahead.next();
        }
        self.tokens = ahead;
        self.drawn += RING / 2;
    }
}

impl Tape for Ring<'_> {
    #[inline]
    #[allow(clippy::indexing_slicing)] // the remainder lies inside the ring
    fn token(&mut self, index: usize) -> Option<Token> {
        if index >= self.drawn {
            self.draw();
        }
        self.seen[index % RING]
    }
}

/// Walks over tokens and sees three of them before and two after the place where it is.
#[derive(Clone, Debug)]
struct Splitter<'t, T> {
    text: &'t str,
    tape: T,
    /// How many tokens are behind.
    index: usize,
    /// Index before which the sentence ends.
    cut: usize,
    /// Whether a straight quote of this paragraph is open.
    quoted: bool,
}

impl<'t, T: Tape> Splitter<'t, T> {
    fn new(text: &'t str, tape: T) -> Self {
        Self { text, tape, index: 0, cut: 0, quoted: false }
    }

    /// The token `ahead` places after the next one.
    #[inline]
    fn peek(&mut self, ahead: usize) -> Option<Token> {
        self.tape.token(self.index + ahead)
    }

    /// The token `back` places behind, 1 for the last one.
    #[inline]
    fn behind(&mut self, back: usize) -> Option<Token> {
        self.tape.token(self.index.checked_sub(back)?)
    }

    /// Goes on to the next mark of punctuation of the line, if one stands before the cut, else to
    /// the end of the line.
    fn next_mark(&mut self) -> Option<Token> {
        while self.index < self.cut {
            let token = self.peek(0)?;
            match token.kind {
                TokenKind::Punctuation => return Some(token),
                TokenKind::LineBreak => return None,
                _ => self.index += 1,
            }
        }
        None
    }

    /// Takes the marks that end with the sentence whose end mark was `end`: more end marks, then
    /// the quotes and brackets that close. Gives the last of them and whether one was a quote.
    fn close(&mut self, end: Token) -> (Token, bool) {
        let (mut last, mut quote) = (end, false);
        while let Some(next) = self.peek(0).filter(|t| t.kind == TokenKind::Punctuation)
            && self.index < self.cut
        {
            let glued = next.span.start == last.span.end;
            let free = self.peek(1).is_none_or(|behind| {
                behind.span.start > next.span.end || behind.kind == TokenKind::LineBreak
            });
            let sign = self.text.get(next.span.range()).unwrap_or_default();
            let (closes, closes_quote) = match sign {
                // A straight quote leans to the side where no blank is; else it ends what is open.
                "\"" => (if glued == free { glued } else { self.quoted }, true),
                "”" | "’" | "»" => (true, true),
                "'" => (glued && free, true),
                ")" | "]" => (true, false),
                _ => (glued && !quote && Mark::of(self.text, next).is_some(), false),
            };
            if !closes {
                break;
            }
            self.quoted ^= sign == "\"";
            quote |= closes_quote;
            last = next;
            self.index += 1;
        }
        (last, quote)
    }

    /// Whether the sentence, of which `read` tokens stand before the mark `stop` just taken, ends
    /// there; takes what closes with the mark.
    fn ends_at(&mut self, stop: Token, mark: Mark, read: usize) -> bool {
        let before = [self.behind(2).filter(|_| read > 0), self.behind(3).filter(|_| read > 1)];
        let (last, quote) = self.close(stop);
        let around = Surroundings {
            text: self.text,
            mark,
            stop,
            read,
            before,
            end: last.span.end,
            quote,
            next: self.peek(0),
            after: self.peek(1),
        };
        around.is_end()
    }
}

impl<T: Tape> Iterator for Splitter<'_, T> {
    type Item = Sentence;

    fn next(&mut self) -> Option<Sentence> {
        while self.peek(0).is_some_and(|t| t.kind == TokenKind::LineBreak) {
            self.quoted = false;
            self.index += 1;
        }
        let first = self.index;
        let start = self.peek(0)?.span.start;
        self.cut = first + LONGEST;
        while let Some(token) = self.next_mark() {
            self.index += 1;
            self.quoted ^= self.text.as_bytes().get(token.span.start) == Some(&b'"');
            if let Some(mark) = Mark::of(self.text, token)
                && self.ends_at(token, mark, self.index - 1 - first)
            {
                break;
            }
        }
        let end = self.behind(1)?.span.end;
        Some(Sentence { span: Span::new(start, end), first, last: self.index })
    }
}
