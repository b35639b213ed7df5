//! Characters: composition, blanks, line ends, invisible characters, look-alikes.
//!
//! Everything here looks at a character and its nearest neighbours. The result is NFC.

mod mojibake;
mod script;

pub(super) use mojibake::begins as is_misread;

use super::offset::OffsetMap;
use super::rewrite::Rewriter;
use super::sieve::{self, Hit, Sieve};
use crate::Span;
use crate::letter::{self, Letter};
use memchr::memchr;
use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc, is_nfc_quick};

/// `text` composed, and the way back; `None` where it is clean already.
pub(super) fn compose(text: &str) -> Option<(String, OffsetMap)> {
    let mut composer = Composer {
        text,
        out: Rewriter::new(text),
        word: script::Word::default(),
        line: mojibake::Line::default(),
    };
    let mut sieve = Sieve::new(text, sieve::COMPOSE);
    let mut place = sieve.next();
    let mut carriage = memchr(b'\r', text.as_bytes());
    loop {
        let end = match (place, carriage) {
            (Some(hit), Some(at)) if at < hit.at => composer.line_end(at),
            (None, Some(at)) => composer.line_end(at),
            (Some(hit), _) => composer.mend(hit),
            (None, None) => return composer.out.finish(),
        };
        if place.is_some_and(|hit| hit.at < end) {
            sieve.skip_to(end);
            place = sieve.next();
        }
        if carriage.is_some_and(|at| at < end) {
            carriage =
                text.as_bytes().get(end..).and_then(|rest| memchr(b'\r', rest)).map(|i| end + i);
        }
    }
}

struct Composer<'t> {
    text: &'t str,
    out: Rewriter<'t>,
    word: script::Word,
    line: mojibake::Line,
}

impl<'t> Composer<'t> {
    /// CR LF and CR alone are both a line end. Gives the end of what it took, like all of these.
    fn line_end(&mut self, at: usize) -> usize {
        let len = if self.rest(at).starts_with("\r\n") { 2 } else { 1 };
        self.out.replace(Span::new(at, at + len), '\n');
        at + len
    }

    fn mend(&mut self, hit: Hit) -> usize {
        let at = hit.at;
        let Some(c) = self.rest(at).chars().next() else { return at + 1 };
        let end = at + c.len_utf8();
        if hit.rules & sieve::ODD == 0 {
            let misread = is_misread(self.text, at);
            return misread.then(|| self.unread(at)).flatten().unwrap_or(end);
        }
        match c {
            '\u{300}'..='\u{36f}' if is_mark(c) => return self.clusters(at),
            c if script::is_blank(c) => self.out.replace(Span::new(at, end), ' '),
            '\u{2028}' | '\u{2029}' => self.out.replace(Span::new(at, end), '\n'),
            c if script::is_invisible(c) => return self.invisible(at),
            '\u{ff01}'..='\u{ff5e}' => {
                let narrow = script::narrow(c).unwrap_or(c);
                if narrow.is_ascii_alphanumeric() || !self.beside(at, end, script::is_east_asian) {
                    self.out.replace(Span::new(at, end), narrow);
                }
            }
            'Ð' | 'ð' | 'Ɖ' => {
                if self.word.means_stroke(self.text, at, c) {
                    self.out.replace(Span::new(at, end), if c == 'ð' { 'đ' } else { 'Đ' });
                }
            }
            c => {
                if let Some(twin) = script::twin(c).filter(|_| self.word.is_latin(self.text, at)) {
                    self.out.replace(Span::new(at, end), twin);
                } else if canonical_combining_class(c) != 0 {
                    return self.cluster(at);
                } else {
                    return self.foreign(at);
                }
            }
        }
        end
    }

    /// Leaves a run of characters that nobody sees out, unless they may mean something there.
    fn invisible(&mut self, at: usize) -> usize {
        let end = self.text.len() - self.rest(at).trim_start_matches(script::is_invisible).len();
        if !self.beside(at, end, script::joins) {
            self.out.replace_with(Span::new(at, end), "");
        }
        end
    }

    /// Writes a character that was read from `span`.
    fn put(&mut self, span: Span, c: char) {
        match c {
            c if is_mark(c) => {
                let mut buffer = [0; 4];
                self.join(span, c.encode_utf8(&mut buffer));
            }
            c if script::is_blank(c) => self.out.replace(span, ' '),
            c if script::is_invisible(c) => self.out.replace_with(span, ""),
            c => self.out.replace(span, c),
        }
    }

    /// Takes the marks from `at` on and all that follow in decomposed text, where hardly anything
    /// else lies beyond ASCII; the sieve would find them one by one.
    fn clusters(&mut self, mut at: usize) -> usize {
        let bytes = self.text.as_bytes();
        loop {
            let mut end = self.cluster(at);
            loop {
                let rest = bytes.get(end..).unwrap_or_default();
                end += rest.iter().position(|&b| b >= 0x80 || b == b'\r').unwrap_or(rest.len());
                match bytes.get(end..).unwrap_or_default() {
                    [0xC4, 0x90 | 0x91, ..] => end += "đ".len(),
                    [0xCC, ..] => break,
                    _ => return end,
                }
            }
            at = end;
        }
    }

    /// Takes the marks from `at` on.
    fn cluster(&mut self, at: usize) -> usize {
        // Most marks stand behind a letter of the source that nothing has touched.
        if let Some(base) = self.out.pending(at).chars().next_back()
            && let Some((letter, end)) = self.marked(base, at)
        {
            self.out.replace(Span::new(at - base.len_utf8(), end), letter);
            return end;
        }
        let behind = self.rest(at).trim_start_matches(is_mark);
        let end = self.text.len() - behind.len();
        self.join(Span::new(at, end), self.text.get(at..end).unwrap_or_default());
        end
    }

    /// The letter with the marks from `at` on, if all of them are its own, and their end.
    fn marked(&self, mut letter: char, at: usize) -> Option<(char, usize)> {
        let mut end = at;
        loop {
            let mark = match self.text.as_bytes().get(end..).unwrap_or_default() {
                // All marks of Vietnamese are CC 80 to CC BF, but the old names of two of them.
                [0xCC, low, ..] => char::from_u32(0x300 + u32::from(low & 0x3F))?,
                [0..0xCC, ..] | [] => return Some((letter, end)),
                _ => match self.rest(end).chars().next() {
                    Some(c) if is_mark(c) => c,
                    _ => return Some((letter, end)),
                },
            };
            letter = letter::join(letter, mark)?;
            end += mark.len_utf8();
        }
    }

    /// Joins the marks of `span` to what is written before them.
    fn join(&mut self, span: Span, marks: &str) {
        let written = self.out.written_to(span.start);
        let base = written.chars().next_back();
        if let Some(letter) = base.and_then(|base| marks.chars().try_fold(base, letter::join)) {
            let mut buffer = [0; 4];
            let len = base.map_or(0, char::len_utf8);
            self.out.amend(len, span.end, letter.encode_utf8(&mut buffer));
            return;
        }
        let start = written.char_indices().rev().find(|&(_, c)| !is_mark(c)).map_or(0, |(i, _)| i);
        let before = written.get(start..).unwrap_or_default();
        let whole = [before, marks].concat();
        let len = before.len();
        let composed: String = whole.nfc().collect();
        if composed != whole {
            self.out.amend(len, span.end, &composed);
        }
    }

    /// Composes a run of other scripts as Unicode has it.
    fn foreign(&mut self, at: usize) -> usize {
        let rest = self.rest(at);
        let own = |(i, c): (usize, char)| i > 0 && (c.is_ascii() || script::is_ours(c));
        let len = rest.char_indices().find(|&p| own(p)).map_or(rest.len(), |(i, _)| i);
        let run = rest.get(..len).unwrap_or_default();
        if !is_nfc(run) {
            // Piece by piece, so that a span within the run leads back to its own characters.
            let mut start = 0;
            let cuts = run.char_indices().skip(1).filter(|&(_, c)| stands_alone(c)).map(|(i, _)| i);
            for end in cuts.chain([len]) {
                let composed: String = run.get(start..end).unwrap_or_default().nfc().collect();
                self.out.replace_with(Span::new(at + start, at + end), &composed);
                start = end;
            }
        }
        at + len
    }

    fn rest(&self, at: usize) -> &'t str {
        self.text.get(at..).unwrap_or_default()
    }

    /// Whether the character before `at` or the one from `end` on is of a kind.
    fn beside(&self, at: usize, end: usize, kind: fn(char) -> bool) -> bool {
        let before = self.text.get(..at).and_then(|text| text.chars().next_back());
        before.is_some_and(kind) || self.rest(end).chars().next().is_some_and(kind)
    }
}

/// Whether a character never composes with one before it.
fn stands_alone(c: char) -> bool {
    canonical_combining_class(c) == 0
        && !matches!(is_nfc_quick(std::iter::once(c)), IsNormalized::Maybe)
}

/// Whether a character belongs to the one before it.
fn is_mark(c: char) -> bool {
    c >= '\u{300}'
        && (c < '\u{370}' && c != '\u{34f}'
            || c >= '\u{483}' && Letter::of(c).is_none() && canonical_combining_class(c) != 0)
}
