//! A text in sections, so that what the later stages hold does not grow with it.

use super::{Sentence, Splitter, Tape};
use crate::syllable::Code;
use crate::{Span, Token, TokenKind, TokenOptions, Tokens};
use memchr::memchr_iter;
use std::ops::Range;

/// From so many tokens on a section ends at a blank line: all but the longest texts are one.
const LONG: usize = 1 << 14;
/// From so many on it ends at any line end.
const LONGER: usize = 3 << 13;
/// From so many on it ends with the sentence.
const LONGEST: usize = 1 << 15;

/// What stages 2 and 3 found in a section of a clean text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found<'d> {
    /// The whole clean text, tone marks in old style: spans point into it.
    pub(crate) text: &'d str,
    /// All tokens of the section but blanks.
    pub(crate) tokens: &'d [Token],
    /// For each token its code, if it is a plain syllable.
    pub(crate) codes: &'d [Option<Code>],
    /// The sentences over the tokens.
    pub(crate) sentences: &'d [Sentence],
    /// Whether the text begins with the section.
    pub(crate) opens: bool,
    /// Whether the text ends with the section.
    pub(crate) closes: bool,
}

impl<'d> Found<'d> {
    /// The span of some tokens of the section, from the first to the last; empty where there are
    /// none.
    pub(crate) fn span(&self, tokens: &Range<usize>) -> Span {
        match self.tokens.get(tokens.clone()) {
            Some([one]) => one.span,
            Some([first, .., last]) => Span::new(first.span.start, last.span.end),
            _ => Span::default(),
        }
    }

    /// What was found in a text that is one section.
    #[cfg(any(test, feature = "train"))]
    pub(crate) const fn whole(text: &'d str, (seen, sentences): &'d (Seen, Vec<Sentence>)) -> Self {
        Self {
            text,
            tokens: seen.tokens.as_slice(),
            codes: seen.codes.as_slice(),
            sentences: sentences.as_slice(),
            opens: true,
            closes: true,
        }
    }
}

/// The tokens of clean `text` but blanks, and the sentences over them.
#[cfg(any(test, feature = "train"))]
pub(crate) fn read(text: &str) -> (Seen, Vec<Sentence>) {
    let mut splitter = Splitter::new(text, Recorder::new(text));
    let sentences = splitter.by_ref().collect();
    (splitter.tape.seen, sentences)
}

/// Reads a text section by section, in rooms that are used again.
///
/// A section ends at a blank line, at any line end where there is none for long, and with a
/// sentence where lines are that long, too. So each holds whole sentences, the same as the text,
/// and at most three times [`LONG`] tokens.
#[derive(Debug)]
pub(crate) struct Sections<'t> {
    splitter: Splitter<'t, Recorder<'t>>,
    sentences: Vec<Sentence>,
    /// Whether the last section was given.
    closed: bool,
}

impl<'t> Sections<'t> {
    /// The sections of clean `text`, one at least.
    pub(crate) fn new(text: &'t str) -> Self {
        let splitter = Splitter::new(text, Recorder::new(text));
        // Room for a sentence in 64 bytes, more than most prose has.
        let sentences = Vec::with_capacity((text.len() / 64).min(LONG / 16));
        Self { splitter, sentences, closed: false }
    }

    /// The next section.
    pub(crate) fn next(&mut self) -> Option<Found<'_>> {
        if self.closed {
            return None;
        }
        let before = self.splitter.index;
        let opens = before == 0;
        self.splitter.tape.forget(before);
        self.sentences.clear();
        loop {
            let Some(Sentence { span, first, last }) = self.splitter.next() else {
                self.closed = true;
                break;
            };
            let (first, last) = (first - before, last - before);
            self.sentences.push(Sentence { span, first, last });
            if self.is_border(last) {
                break;
            }
        }
        let read = self.splitter.index - before;
        Some(Found {
            text: self.splitter.text,
            tokens: self.splitter.tape.seen.tokens.get(..read).unwrap_or_default(),
            codes: self.splitter.tape.seen.codes.get(..read).unwrap_or_default(),
            sentences: &self.sentences,
            opens,
            closes: self.closed,
        })
    }

    /// Whether a section of `len` tokens ends before the next one.
    fn is_border(&mut self, len: usize) -> bool {
        if len < LONG {
            return false;
        }
        let break_ahead = self.splitter.peek(0).filter(|t| t.kind == TokenKind::LineBreak);
        let Some(line_break) = break_ahead else { return len >= LONGEST };
        let line_ends = || {
            let between = self.splitter.text.as_bytes().get(line_break.span.range());
            memchr_iter(b'\n', between.unwrap_or_default()).take(2).count()
        };
        // What ends the text belongs to its last section.
        self.splitter.peek(1).is_some() && (len >= LONGER || line_ends() == 2)
    }
}

/// Tokens, and the codes of those that are plain syllables.
#[derive(Debug)]
pub(crate) struct Seen {
    pub(crate) tokens: Vec<Token>,
    pub(crate) codes: Vec<Option<Code>>,
}

/// Tokens that are drawn many at once and kept.
#[derive(Debug)]
struct Recorder<'t> {
    tokens: Tokens<'t>,
    seen: Seen,
    /// How many tokens of the text stand before those that are kept.
    before: usize,
}

/// So many are drawn at once.
const DRAWN: usize = 256;

impl<'t> Recorder<'t> {
    fn new(text: &'t str) -> Self {
        let tokens = TokenOptions::new().skip_blanks(true).tokens(text);
        // Room for a token in four bytes, more than any prose has: growing would hold them twice.
        let room = (text.len() / 4).min(LONGEST + DRAWN);
        let seen = Seen { tokens: Vec::with_capacity(room), codes: Vec::with_capacity(room) };
        Self { tokens, seen, before: 0 }
    }

    /// Keeps no token before `index` any longer.
    fn forget(&mut self, index: usize) {
        self.seen.tokens.drain(..index - self.before);
        self.seen.codes.drain(..index - self.before);
        self.before = index;
    }

    #[inline(never)] // a loop by itself, so that all it needs stays at hand
    fn draw(&mut self) {
        let Self { tokens, seen, .. } = self;
        // By value, so that where it is stays in registers.
        let mut ahead = tokens.clone();
        for _ in 0..DRAWN {
            let Some((token, code)) = ahead.next_coded() else { break };
            seen.tokens.push(token);
            seen.codes.push(code);
        }
        *tokens = ahead;
    }
}

impl Tape for Recorder<'_> {
    #[inline]
    fn token(&mut self, index: usize) -> Option<Token> {
        let at = index - self.before;
        if at >= self.seen.tokens.len() {
            self.draw();
        }
        self.seen.tokens.get(at).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentences;

    /// The bytes at which the sections of `text` begin, and whether all is as in the whole.
    fn starts(text: &str) -> Vec<usize> {
        let (mut sections, mut starts) = (Sections::new(text), Vec::new());
        let (mut tokens, mut spans) = (Vec::new(), Vec::new());
        while let Some(found) = sections.next() {
            assert_eq!(found.opens, starts.is_empty());
            assert!(found.tokens.len() <= 3 * LONG);
            for sentence in found.sentences {
                let first = found.tokens[sentence.first];
                assert_eq!(first.span.start, sentence.span.start);
                assert_eq!(found.tokens[sentence.last - 1].span.end, sentence.span.end);
            }
            starts.extend(found.sentences.first().map(|s| s.span.start));
            tokens.extend_from_slice(found.tokens);
            spans.extend(found.sentences.iter().map(|s| s.span));
        }
        assert!(tokens.into_iter().eq(TokenOptions::new().skip_blanks(true).tokens(text)));
        assert!(spans.into_iter().eq(sentences(text)));
        starts
    }

    #[test]
    fn sections_end_at_the_best_border_there_is() {
        let line = "Xã đạt chuẩn.\n"; // 5 tokens
        let long = line.repeat(LONG / 5 + 1);
        let longer = line.repeat(LONGER / 5 + 1);
        for (name, text, expected) in [
            ("an article", line.repeat(40), vec![0]),
            ("a blank line", format!("{long}\n{line}\n{line}"), vec![0, long.len() + 1]),
            ("the end of the text", format!("{long}\n"), vec![0]),
            ("a line end", format!("{long}{long}"), vec![0, longer.len()]),
        ] {
            assert_eq!(starts(&text), expected, "{name}");
        }
        let one_line = line.replace('\n', " ").repeat(LONG);
        assert_eq!(starts(&one_line).len(), LONG * 4 / LONGEST);
        assert!(starts(&"(".repeat(100_000)).len() > 1);
        assert!(starts(&"\n".repeat(100_000)).is_empty());
        assert_eq!(starts("").len(), 0);
    }
}
