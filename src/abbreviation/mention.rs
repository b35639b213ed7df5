//! Where short forms stand: listed, defined, written in parts, put together.

use super::defined::Defined;
use super::definition::Definition;
use super::lexicon::{Lists, Reading, fold, is_dotted};
use super::reading::{Choice, followed_by, is_name, is_number};
use super::spot;
use crate::letter;
use crate::sentence::Found;
use crate::{Span, Token, TokenKind};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// What a short form stands for, as far as the form alone tells.
#[derive(Clone, Debug)]
pub(super) enum Meaning<'a> {
    /// The section defines it: index of the definition.
    Defined(usize),
    /// A section before this one defines it so.
    Earlier(&'a str),
    /// A list has it; `own` when the list is a user's.
    Listed { readings: &'a [Reading], own: bool, choice: Option<Choice> },
    /// It is put together from listed ones.
    Composed(String),
}

/// A place where a short form stands.
#[derive(Clone, Debug)]
pub(super) struct Mention<'a> {
    pub(super) span: Span,
    /// Its tokens, as indices into the section's.
    pub(super) tokens: Range<usize>,
    /// Index of its sentence.
    pub(super) sentence: usize,
    pub(super) meaning: Meaning<'a>,
}

/// The short forms of the section in order, their readings not yet chosen; `earlier` is what the
/// sections before it define.
pub(super) fn find<'a>(
    section: Found<'a>,
    candidates: &[usize],
    lists: &'a Lists<'a>,
    definitions: &'a [Definition],
    earlier: &'a Defined,
) -> Vec<Mention<'a>> {
    let Found { text, tokens, sentences, .. } = section;
    let mut ruling = FxHashMap::default();
    for (i, definition) in definitions.iter().enumerate() {
        ruling.entry(definition.key.as_str()).or_insert(i);
    }
    let own = definitions.iter().map(|definition| definition.short.len()).max();
    let widest = own.unwrap_or_default().max(earlier.widest());
    let mut finder = Finder {
        text,
        lists,
        definitions,
        earlier,
        ruling,
        widest: widest.min(3),
        ahead: 0,
        tokens: &[],
        first: 0,
        sentence: 0,
        mentions: Vec::new(),
        key: String::new(),
    };
    let mut done = 0;
    for (at, index) in spot::in_sentences(candidates, sentences) {
        let Some(sentence) = sentences.get(index) else { continue };
        if at >= done {
            finder.tokens = tokens.get(..sentence.last).unwrap_or_default();
            (finder.first, finder.sentence) = (sentence.first, index);
            done = finder.step(at);
        }
    }
    finder.mentions
}

struct Finder<'a> {
    text: &'a str,
    lists: &'a Lists<'a>,
    definitions: &'a [Definition],
    earlier: &'a Defined,
    /// The first definition of each key.
    ruling: FxHashMap<&'a str, usize>,
    /// Tokens of the longest short form defined so far, three at most; 0 where there is none.
    widest: usize,
    /// The first definition whose short form stands further on.
    ahead: usize,
    /// The tokens up to the end of the sentence.
    tokens: &'a [Token],
    /// The first token of the sentence.
    first: usize,
    sentence: usize,
    mentions: Vec<Mention<'a>>,
    /// Room for the key of a short form.
    key: String,
}

impl<'a> Finder<'a> {
    fn word(&self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |t| &self.text[t.span])
    }

    /// The list's entry for `parts` written in one.
    fn listed(&mut self, parts: &[&str]) -> Option<Meaning<'a>> {
        self.key.clear();
        parts.iter().for_each(|part| fold(part, &mut self.key));
        let (readings, own) = self.lists.get(&self.key)?;
        Some(Meaning::Listed { readings, own, choice: None })
    }

    fn push(&mut self, span: Span, tokens: Range<usize>, meaning: Meaning<'a>) {
        self.mentions.push(Mention { span, tokens, sentence: self.sentence, meaning });
    }

    /// Takes the short form that begins at token `at`, if one does; returns where to go on.
    fn step(&mut self, at: usize) -> usize {
        let Some(&token) = self.tokens.get(at) else { return at };
        if token.kind == TokenKind::Url {
            self.site(at, token);
        } else if spot::may_be_known(self.text, &token) {
            let found = self.defined(at).or_else(|| {
                let (text, tokens) = (self.text, self.tokens);
                if spot::is_part(text, tokens, at) || spot::is_shouted(text, tokens, at) {
                    return None;
                }
                self.apart(at).or_else(|| self.single(at))
            });
            let Some((end, meaning)) = found else {
                self.parts(at, token);
                return at;
            };
            let last = self.tokens.get(end - 1).unwrap_or(&token);
            self.push(Span::new(token.span.start, last.span.end), at..end, meaning);
            return end;
        }
        at
    }

    /// The short form that a definition of the text rules: the section's own, else an earlier one.
    fn defined(&mut self, at: usize) -> Option<(usize, Meaning<'a>)> {
        let definitions = self.definitions;
        while definitions.get(self.ahead).is_some_and(|d| d.short.start < at) {
            self.ahead += 1;
        }
        if let Some(definition) = definitions.get(self.ahead).filter(|d| d.short.start == at) {
            return Some((definition.short.end, Meaning::Defined(self.ahead)));
        }
        if self.widest == 0 || is_dotted(self.word(at)) {
            return None;
        }
        self.key.clear();
        // The widest short form in one: CICO 501, GD & ĐT.
        let widths = (1..=self.widest).filter_map(|width| {
            fold(&self.text[self.tokens.get(at + width - 1)?.span], &mut self.key);
            let (tokens, meaning) = match self.ruling.get(self.key.as_str()) {
                Some(&i) => (definitions.get(i)?.short.len(), Meaning::Defined(i)),
                None => {
                    let long = self.earlier.get(&self.key)?;
                    (long.tokens, Meaning::Earlier(&long.written))
                }
            };
            (width == 1 || tokens == width).then_some((at + width, meaning))
        });
        widths.last()
    }

    /// A listed form whose parts stand apart: TP HCM, TP. HCM, GD & ĐT, KT - XH.
    fn apart(&mut self, at: usize) -> Option<(usize, Meaning<'a>)> {
        let (second, mark) = match self.tokens.get(at + 1..)? {
            [next, ..] if next.kind == TokenKind::Acronym => (at + 1, ""),
            [_, next, ..] if next.kind == TokenKind::Acronym => (at + 2, self.word(at + 1)),
            _ => return None,
        };
        let (one, two) = (self.word(at), self.word(second));
        let meaning = self.listed(&[one, two])?;
        let Meaning::Listed { readings, .. } = meaning else { return None };
        let usable = match mark {
            "" | "." | "," => readings.iter().any(|r| r.usage.apart),
            // HĐND - UBND are two.
            "-" | "–" | "&" => {
                let two = self.is_long(one) && self.is_long(two);
                !(two || readings.iter().all(|r| r.usage.keep))
            }
            _ => false,
        };
        usable.then_some((second + 1, meaning))
    }

    /// Whether `word` is a listed form of four letters or more.
    fn is_long(&mut self, word: &str) -> bool {
        word.chars().filter(|c| c.is_alphabetic()).nth(3).is_some()
            && self.listed(&[word]).is_some()
    }

    /// A listed form in one token, or one put together from listed ones.
    fn single(&mut self, at: usize) -> Option<(usize, Meaning<'a>)> {
        let word = self.word(at);
        if self.word(at + 1) == "-" && self.is_kept(&[word, self.word(at + 2)]) {
            return None;
        }
        let Some(meaning) = self.listed(&[word]) else {
            let long = self.lists.numbered(word).or_else(|| self.lists.composed(&self.key));
            return long.map(|long| (at + 1, Meaning::Composed(long)));
        };
        let Meaning::Listed { readings, .. } = meaning else { return None };
        let dotted = is_dotted(word);
        let fits = |r: &Reading| {
            !r.usage.keep && (!dotted || r.usage.dotted) && (!r.usage.name || self.may_be_unit(at))
        };
        readings.iter().any(fits).then_some((at + 1, meaning))
    }

    /// Whether a list says that `parts` in one are a name: VN-Index.
    fn is_kept(&mut self, parts: &[&str]) -> bool {
        let meaning = self.listed(parts);
        matches!(meaning, Some(Meaning::Listed { readings, .. }) if readings.iter().all(|r| r.usage.keep))
    }

    /// Whether a single letter may stand for a unit of administration (H. Kim Bảng, Q.1) rather
    /// than for a name: a by-line begins its sentence, a person has a word of address before.
    fn may_be_unit(&self, at: usize) -> bool {
        let rest = self.tokens.get(at + 1..).unwrap_or_default();
        let Some(next) = followed_by(self.text, rest) else { return false };
        if is_number(next) {
            return true;
        }
        let before = if at > self.first { self.word(at - 1) } else { "" };
        is_name(self.text, next)
            && !matches!(before, "" | ":" | "/" | ".")
            && !ADDRESSES.iter().any(|word| letter::is_lower_of(word, before))
    }

    /// A token that no list has as a whole, but each part of it: GS-BS, UBND-UBMTTQ.
    fn parts(&mut self, at: usize, token: Token) {
        let word = &self.text[token.span];
        if token.kind != TokenKind::Acronym || is_dotted(word) {
            return;
        }
        let before = self.mentions.len();
        let mut start = token.span.start;
        for part in word.split(['-', '–', '&', '/', '.']) {
            let span = Span::new(start, start + part.len());
            let sign = self.text.get(span.end..).and_then(|t| t.chars().next());
            start = span.end + sign.map_or(0, char::len_utf8);
            match self.listed(&[part]) {
                Some(Meaning::Listed { readings, own, choice })
                    if readings.iter().any(|r| !r.usage.keep && !r.usage.name) =>
                {
                    self.push(span, at..at + 1, Meaning::Listed { readings, own, choice });
                }
                _ => {
                    self.mentions.truncate(before);
                    return;
                }
            }
        }
        if self.mentions.len() == before + 1 {
            self.mentions.truncate(before);
        }
    }

    /// A site that is named after its body: VTV.vn, VOV.VN.
    fn site(&mut self, at: usize, token: Token) {
        let site = &self.text[token.span];
        let Some((name, "vn" | "VN")) = site.split_once('.') else { return };
        if !name.chars().all(char::is_uppercase) {
            return;
        }
        if let Some(meaning) = self.listed(&[site]).or_else(|| self.listed(&[name])) {
            let span = Span::new(token.span.start, token.span.start + name.len());
            self.push(span, at..at + 1, meaning);
        }
    }
}

/// Words before a person's initial.
#[rustfmt::skip]
const ADDRESSES: [&str; 18] = [
    "ông", "bà", "anh", "chị", "em", "cháu", "bé", "cô", "chú", "bác", "cụ", "thầy", "tên", "gái",
    "trai", "sinh", "nữ", "nam",
];
