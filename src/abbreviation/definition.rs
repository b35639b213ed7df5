//! Short forms that the text itself defines: tổ chức đảng (TCĐ), KTGS (kiểm tra, giám sát),
//! … sau đây gọi tắt là ….

use super::initials::{align, is_function_word};
use super::lexicon::{Lexicon, fold};
use super::spot;
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

/// What a body's name begins with, where the letters of its short form come from another language.
#[rustfmt::skip]
const HEADS: [&str; 45] = [
    "ban", "bệnh viện", "bộ", "chương trình", "công ty", "công ước", "cty", "cơ quan", "cục",
    "cộng đồng", "diễn đàn", "đại học", "đài", "giải", "hãng", "hiệp định", "hiệp hội", "hiệp ước",
    "học viện", "hội", "hội đồng", "khối", "khu", "liên bang", "liên đoàn", "liên minh", "mạng",
    "mặt trận", "nghiệp đoàn", "ngân hàng", "nhà nước", "quỹ", "sàn", "sở", "tập đoàn", "tòa án",
    "tổ chức", "tổng công ty", "trung tâm", "trường", "trạm", "ủy ban", "ủy hội", "viện", "vụ",
];

/// Words that no name of a body goes over.
#[rustfmt::skip]
const BREAKS: [&str; 16] = [
    "là", "theo", "từ", "do", "tại", "ở", "bởi", "được", "thuộc", "với", "đã", "sẽ", "giữa", "này",
    "gồm", "như",
];

/// One sentence, in which long and short forms are looked for.
struct Scene<'a> {
    text: &'a str,
    tokens: &'a [Token],
    sentence: Range<usize>,
    lexicons: &'a [&'a Lexicon],
}

/// The definitions of the text, in order; none reaches over the end of a sentence.
pub(super) fn find(
    text: &str,
    tokens: &[Token],
    sentences: &[Sentence],
    lexicons: &[&Lexicon],
) -> Vec<Definition> {
    let mut found = Vec::new();
    for sentence in sentences {
        let scene = Scene { text, tokens, sentence: sentence.first..sentence.last, lexicons };
        let mut at = sentence.first;
        while at < sentence.last {
            let definition = match scene.word(at) {
                "(" => scene.bracket(at),
                "-" | "–" | "—" => scene.dash(at),
                "tắt" => scene.phrase(at),
                _ => None,
            };
            at = definition.as_ref().map_or(at, |d| d.short.end.max(at)) + 1;
            found.extend(definition);
        }
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
            self.lexicons.iter().flat_map(|l| l.get(&key)).any(|r| !r.usage.keep)
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
            && INTRODUCTIONS.contains(&self.word(i).to_lowercase().as_str())
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

    fn words(&self, range: &Range<usize>) -> Vec<&'a str> {
        range.clone().map(|i| self.word(i)).collect()
    }

    /// The definition of `short` by a long form at the end of `range`.
    fn define(&self, short: Range<usize>, range: Range<usize>) -> Option<Definition> {
        let words = self.words(&range);
        let key = self.key(&short);
        let known = self.known(&key, &words);
        let long = match (self.lettered(&short, &words), known) {
            (_, Some(long)) if long.end == words.len() => long,
            (Some((first, last)), _) => first..last,
            (None, Some(long)) => long,
            (None, None) => self.headed(&short, &key, &words)?,
        };
        Some(Definition { short, key, long: range.start + long.start..range.start + long.end })
    }

    /// The definition of `short` by a long form at the start of `range`: SHORT (LONG).
    fn define_forward(&self, short: Range<usize>, range: Range<usize>) -> Option<Definition> {
        let words = self.words(&range);
        let mut start = 0;
        while words.get(start).is_some_and(|w| is_quote(w) || *w == "tức" || *w == "là") {
            start += 1;
        }
        let words = words.get(start..)?;
        let key = self.key(&short);
        let stop = |w: &&str| matches!(*w, ")" | "(" | ";" | ":" | "." | "?" | "!");
        let stop = words.iter().position(stop).unwrap_or(words.len());
        let words = words.get(..stop)?;
        let begins = |long: &Range<usize>| long.start == 0;
        let lettered = || {
            // From the start on, the long form ends where its letters do.
            (2..=words.len()).find_map(|n| {
                let (first, last) = self.lettered(&short, words.get(..n)?)?;
                (first == 0 && last == n).then_some(0..n)
            })
        };
        let long = self
            .known(&key, words)
            .filter(begins)
            .or_else(lettered)
            .or_else(|| self.headed(&short, &key, words).filter(begins))?;
        let at = range.start + start;
        Some(Definition { short, key, long: at..at + long.end })
    }

    fn lettered(&self, short: &Range<usize>, words: &[&str]) -> Option<(usize, usize)> {
        let (first, last) = (self.token(short.start)?, self.token(short.end - 1)?);
        align(&self.text[Span::new(first.span.start, last.span.end)], words)
    }

    /// A reading that the list has, written out in `words` no more than three before their end.
    fn known(&self, key: &str, words: &[&str]) -> Option<Range<usize>> {
        let words: Vec<String> = words.iter().map(|w| w.to_lowercase()).collect();
        let readings = self.lexicons.iter().flat_map(|l| l.get(key));
        readings
            .filter(|r| !r.usage.keep)
            .find_map(|r| (0..=3).find_map(|gap| ends_with(&words, &r.long, gap)))
    }

    /// A name that begins with the word for a kind of body, when the list does not know better.
    fn headed(&self, short: &Range<usize>, key: &str, words: &[&str]) -> Option<Range<usize>> {
        let letters = &self.text[self.token(short.start)?.span];
        let capitals = letters.chars().filter(|c| c.is_uppercase()).count();
        let small: Vec<String> = words.iter().map(|w| w.to_lowercase()).collect();
        let readings = || self.lexicons.iter().flat_map(|l| l.get(key));
        let akin = readings().any(|r| {
            !r.usage.keep && {
                let long: Vec<String> = r.long.split(' ').map(str::to_lowercase).collect();
                let shared = long.iter().filter(|w| small.contains(w)).count();
                shared * 2 >= long.len()
            }
        });
        if !akin && (readings().next().is_some() || capitals < 2) {
            return None;
        }
        let is_head = |i: usize| {
            let one = small.get(i).map_or("", String::as_str);
            let two = small.get(i + 1).map_or("", String::as_str);
            // A board has no name of its own: Hội đồng quản trị Công ty …
            let board = one == "hội"
                && matches!(two, "đồng")
                && small.get(i + 2).is_some_and(|w| w == "quản");
            !board
                && HEADS
                    .iter()
                    .any(|h| h.split_once(' ').map_or(*h == one, |(a, b)| a == one && b == two))
        };
        let breaks = |i: usize| {
            let word = small.get(i).map_or("", String::as_str);
            BREAKS.contains(&word) || matches!(word, "và" | ",") && is_head(i + 1)
        };
        let low = (0..small.len()).rev().find(|&i| breaks(i)).map_or(0, |i| i + 1);
        let capital = |i: usize| words.get(i).is_some_and(|w| w.starts_with(char::is_uppercase));
        let heads = || (low..words.len().saturating_sub(2)).filter(|&i| is_head(i));
        let start = heads().find(|&i| capital(i)).or_else(|| heads().next())?;
        Some(start..words.len())
    }
}

/// Where the words of `long` stand in `words`, `gap` words before their end; marks and function
/// words may be there or not.
fn ends_with(words: &[String], long: &str, gap: usize) -> Option<Range<usize>> {
    let light = |w: &str| is_function_word(w) || !w.starts_with(char::is_alphanumeric);
    let trimmed = |w: &str| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let end = words.len().checked_sub(gap)?;
    let mut at = end;
    for wanted in long.split(' ').rev().map(trimmed).filter(|w| !light(w)) {
        while at < end && at > 0 && words.get(at - 1).is_some_and(|w| light(w)) {
            at -= 1;
        }
        at = at.checked_sub(1)?;
        if words.get(at) != Some(&wanted) {
            return None;
        }
    }
    // "Các Tiểu vương quốc …": a function word that the reading begins with is part of it.
    let first = long.split(' ').next().map(str::to_lowercase);
    if at > 0 && first.as_deref().is_some_and(light) && words.get(at - 1) == first.as_ref() {
        at -= 1;
    }
    (at < end).then_some(at..end)
}

fn is_quote(word: &str) -> bool {
    matches!(word, "\"" | "'" | "“" | "”" | "‘" | "’" | "«" | "»")
}
