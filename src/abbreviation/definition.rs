//! Short forms that the text itself defines: tổ chức đảng (TCĐ), KTGS (kiểm tra, giám sát),
//! … sau đây gọi tắt là ….

use super::lexicon::{Lists, fold};
use super::long_form::Phrase;
use super::spot;
use crate::letter::lower;
use crate::sentence::Sentence;
use crate::{Span, Token, TokenKind};
use std::ops::Range;

/// A short form with the long form beside it.
#[derive(Clone, Debug)]
pub(super) struct Definition {
    /// The tokens of the short form, as indices into the document's.
    pub(super) short: Range<usize>,
    /// Its key.
    pub(super) key: String,
    /// The long form.
    pub(super) long: Range<usize>,
}

/// How far a long form is looked for, in tokens; the longest in the training articles has 17.
const REACH: usize = 32;

/// Words between the bracket and the short form: (sau đây gọi tắt là TCĐ), (Trung tâm ENV).
const INTRODUCTIONS: [&str; 24] = [
    "sau", "đây", "dưới", "xin", "được", "gọi", "viết", "tắt", "chung", "là", "tên", "tiếng",
    "anh", "công", "ty", "trung", "tâm", "tập", "đoàn", "hãng", "quỹ", "tổ", "chức", "hay",
];

/// One sentence, in which long and short forms are looked for.
struct Scene<'a> {
    text: &'a str,
    tokens: &'a [Token],
    sentence: Range<usize>,
    lists: &'a Lists<'a>,
}

/// The definitions of the text, in order; none reaches over the end of a sentence.
pub(super) fn find(
    text: &str,
    tokens: &[Token],
    sentences: &[Sentence],
    candidates: &[usize],
    lists: &Lists<'_>,
) -> Vec<Definition> {
    let mut found = Vec::new();
    let mut done = 0;
    for (at, sentence) in spot::in_sentences(candidates, sentences) {
        let Some(sentence) = sentences.get(sentence) else { continue };
        if at < done {
            continue;
        }
        let scene = Scene { text, tokens, sentence: sentence.first..sentence.last, lists };
        let definition = match scene.word(at) {
            "(" => scene.bracket(at),
            "-" | "–" | "—" => scene.dash(at),
            "tắt" => scene.phrase(at),
            _ => None,
        };
        done = definition.as_ref().map_or(0, |d: &Definition| d.short.end);
        found.extend(definition);
    }
    found
}

impl<'a> Scene<'a> {
    /// Token `i` of the sentence; empty outside it.
    fn word(&self, i: usize) -> &'a str {
        self.token(i).map_or("", |t| &self.text[t.span])
    }

    fn token(&self, i: usize) -> Option<&'a Token> {
        if self.sentence.contains(&i) { self.tokens.get(i) } else { None }
    }

    /// The short form that begins at token `at`; its end.
    fn short(&self, at: usize) -> Option<usize> {
        let sentence = self.tokens.get(..self.sentence.end)?;
        let token = self.token(at)?;
        let shaped = spot::is_short(self.text, token) || self.is_listed(token);
        shaped.then(|| spot::joined(self.text, sentence, at))
    }

    /// Whether a word with one capital is a short form all the same, since a list has it: Horea.
    fn is_listed(&self, token: &Token) -> bool {
        token.kind == TokenKind::Foreign && spot::may_be_known(self.text, token) && {
            let mut key = String::new();
            fold(&self.text[token.span], &mut key);
            self.lists.readings(&key).any(|r| !r.usage.keep)
        }
    }

    fn key(&self, short: &Range<usize>) -> String {
        let mut key = String::new();
        for token in self.tokens.get(short.clone()).unwrap_or_default() {
            fold(&self.text[token.span], &mut key);
        }
        key
    }

    /// LONG (SHORT), LONG (gọi tắt là SHORT), SHORT (LONG).
    fn bracket(&self, open: usize) -> Option<Definition> {
        let mut at = open + 1;
        while at <= open + 9
            && (is_quote(self.word(at)) || self.word(at) == ":" || self.introduces(at))
        {
            at += 1;
        }
        if let Some(end) = self.short(at) {
            let end = self.with_number(open, end);
            let mut after = end;
            while is_quote(self.word(after)) {
                after += 1;
            }
            if matches!(self.word(after), ")" | "," | ";" | "" | "-" | "–") || at > open + 1 {
                return self.define(at..end, self.before(open));
            }
            return None;
        }
        let start = self.short_before(open)?;
        let inside = open + 1..self.close(open);
        self.define_forward(start..open, inside)
    }

    /// LONG – SHORT, where blanks stand around the dash.
    fn dash(&self, dash: usize) -> Option<Definition> {
        let (before, mark, after) =
            (self.token(dash.checked_sub(1)?)?, self.token(dash)?, self.token(dash + 1)?);
        let apart = before.span.end < mark.span.start && mark.span.end < after.span.start;
        if !apart || spot::is_short(self.text, before) {
            return None;
        }
        let end = self.short(dash + 1)?;
        let letters = self.text[after.span].chars().filter(|c| c.is_uppercase()).count();
        if letters < 3 || matches!(self.word(end), "-" | "–" | "—") {
            return None;
        }
        self.define(dash + 1..end, self.before(dash))
    }

    /// LONG, viết tắt là SHORT; SHORT là viết tắt của LONG.
    fn phrase(&self, at: usize) -> Option<Definition> {
        if !matches!(self.word(at.checked_sub(1)?), "viết" | "gọi") {
            return None;
        }
        if self.word(at + 1) == "của" {
            let mut end = at - 1;
            while matches!(
                self.word(end.checked_sub(1)?),
                "là" | "chữ" | "từ" | "cụm" | "tên" | ","
            ) || is_quote(self.word(end - 1))
            {
                end -= 1;
            }
            let start = self.short_before(end)?;
            let after = at + 2;
            return self.define_forward(start..end, after..(after + REACH).min(self.sentence.end));
        }
        let mut short = at + 1;
        while matches!(self.word(short), "là" | ":") || is_quote(self.word(short)) {
            short += 1;
        }
        let end = self.short(short)?;
        let mut start = at - 1;
        while start > self.sentence.start
            && (self.introduces(start - 1) || matches!(self.word(start - 1), "," | "(" | "–" | "-"))
        {
            start -= 1;
        }
        self.define(short..end, self.before(start))
    }

    /// Whether token `i` only leads to the short form that follows.
    fn introduces(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.kind == TokenKind::Syllable)
            && INTRODUCTIONS.contains(&&*lower(self.word(i)))
    }

    /// "CICO 501" after "… Xây dựng 501": the number belongs to the short form.
    fn with_number(&self, open: usize, end: usize) -> usize {
        let number = self.token(end).is_some_and(|t| t.kind == TokenKind::Number);
        let same = open > 0 && self.word(open - 1) == self.word(end);
        if number && same { end + 1 } else { end }
    }

    /// Where the short form right before token `end` begins.
    fn short_before(&self, end: usize) -> Option<usize> {
        let start = end.checked_sub(1)?;
        (self.short(start)? == end).then_some(start)
    }

    /// The token that closes the bracket at `open`, or where the search ends.
    fn close(&self, open: usize) -> usize {
        let end = (open + 1 + REACH).min(self.sentence.end);
        (open + 1..end).find(|&i| self.word(i) == ")").unwrap_or(end)
    }

    /// The tokens before `end` that may be of a long form: no further than a mark that parts.
    fn before(&self, end: usize) -> Range<usize> {
        let mut end = end;
        while end > self.sentence.start && is_quote(self.word(end - 1)) {
            end -= 1;
        }
        let low = end.saturating_sub(REACH).max(self.sentence.start);
        let start = (low..end).rev().find(|&i| self.parts(i)).map_or(low, |i| i + 1);
        start..end
    }

    /// Whether token `i` is a mark that no long form goes over.
    fn parts(&self, i: usize) -> bool {
        self.token(i).is_none_or(|t| {
            t.kind == TokenKind::LineBreak
                || t.kind == TokenKind::Punctuation
                    && !matches!(&self.text[t.span], "," | "-" | "–" | "&" | "/" | "\"" | "“" | "”")
        })
    }

    /// The definition of `short` by a long form at the end of `range`.
    fn define(&self, short: Range<usize>, range: Range<usize>) -> Option<Definition> {
        let key = self.key(&short);
        let phrase = Phrase::new(range.clone().map(|i| self.word(i)).collect());
        let long = phrase.before(self.written(&short)?, self.lists.readings(&key))?;
        Some(Definition { short, key, long: range.start + long.start..range.start + long.end })
    }

    /// The definition of `short` by a long form at the start of `range`: SHORT (LONG).
    fn define_forward(&self, short: Range<usize>, range: Range<usize>) -> Option<Definition> {
        let leads = |i: &usize| is_quote(self.word(*i)) || matches!(self.word(*i), "tức" | "là");
        let start = range.start + range.clone().take_while(leads).count();
        let end = (start..range.end).find(|&i| self.parts(i)).unwrap_or(range.end);
        let key = self.key(&short);
        let phrase = Phrase::new((start..end).map(|i| self.word(i)).collect());
        let long = phrase.after(self.written(&short)?, self.lists.readings(&key))?;
        Some(Definition { short, key, long: start..start + long.end })
    }

    /// The short form as the text writes it.
    fn written(&self, short: &Range<usize>) -> Option<&'a str> {
        let (first, last) = (self.token(short.start)?, self.token(short.end - 1)?);
        Some(&self.text[Span::new(first.span.start, last.span.end)])
    }
}

fn is_quote(word: &str) -> bool {
    matches!(word, "\"" | "'" | "“" | "”" | "‘" | "’" | "«" | "»")
}
