//! Where short forms stand, and what each means there.

use super::definition::Definition;
use super::initials::is_function_word;
use super::lexicon::{Lexicon, Reading, fold, is_dotted};
use super::reading::{Choice, Domains, Neighbours, choose, followed_by, is_name, is_number};
use super::{Abbreviation, ExpansionSource, spot};
use crate::sentence::Sentence;
use crate::{Span, Token, TokenKind};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// What a short form stands for, as far as the form alone tells.
#[derive(Clone, Debug)]
enum Meaning<'a> {
    /// The text defines it: index of the definition.
    Defined(usize),
    /// A list has it; `own` when the list is a user's.
    Listed { readings: &'a [Reading], own: bool, choice: Option<Choice> },
    /// It is put together from listed ones.
    Composed(String),
}

#[derive(Clone, Debug)]
struct Mention<'a> {
    span: Span,
    tokens: Range<usize>,
    /// Index of its sentence.
    sentence: usize,
    meaning: Meaning<'a>,
}

/// Finds the short forms of one text.
pub(super) struct Finder<'a> {
    text: &'a str,
    tokens: &'a [Token],
    lexicons: &'a [&'a Lexicon],
    definitions: &'a [Definition],
    /// The first definition of each key.
    ruling: FxHashMap<&'a str, usize>,
    /// The first definition whose short form stands further on.
    ahead: usize,
    mentions: Vec<Mention<'a>>,
    key: String,
}

impl<'a> Finder<'a> {
    pub(super) fn new(
        text: &'a str,
        tokens: &'a [Token],
        lexicons: &'a [&'a Lexicon],
        definitions: &'a [Definition],
    ) -> Self {
        let mut ruling = FxHashMap::default();
        for (i, definition) in definitions.iter().enumerate() {
            ruling.entry(definition.key.as_str()).or_insert(i);
        }
        let (mentions, key) = (Vec::new(), String::new());
        Self { text, tokens, lexicons, definitions, ruling, ahead: 0, mentions, key }
    }

    pub(super) fn find(mut self, sentences: &[Sentence]) -> Vec<Abbreviation> {
        for (i, sentence) in sentences.iter().enumerate() {
            let mut at = sentence.first;
            while at < sentence.last {
                at = self.step(at, i, sentence).max(at + 1);
            }
        }
        self.choose(sentences);
        self.agree();
        self.finish()
    }

    /// Takes the short form that begins at token `at`, if one does; returns where to go on.
    fn step(&mut self, at: usize, index: usize, sentence: &Sentence) -> usize {
        let Some(&token) = self.tokens.get(at) else { return at };
        if token.kind == TokenKind::Url {
            self.site(at, index, token);
            return at;
        }
        if !spot::may_be_known(self.text, &token) {
            return at;
        }
        let tokens = self.tokens;
        let within = tokens.get(..sentence.last).unwrap_or_default();
        let found = self.defined(at, within).or_else(|| {
            if spot::is_part(self.text, within, at) || spot::is_shouted(self.text, within, at) {
                return None;
            }
            self.apart(at, within).or_else(|| self.single(at, within, sentence.first))
        });
        if let Some((end, meaning)) = found {
            let last = tokens.get(end - 1).unwrap_or(&token);
            let span = Span::new(token.span.start, last.span.end);
            self.mentions.push(Mention { span, tokens: at..end, sentence: index, meaning });
            return end;
        }
        self.parts(at, index, token);
        at + 1
    }

    /// The short form that a definition of the text rules.
    fn defined(&mut self, at: usize, within: &[Token]) -> Option<(usize, Meaning<'a>)> {
        let definitions = self.definitions;
        while definitions.get(self.ahead).is_some_and(|d| d.short.start < at) {
            self.ahead += 1;
        }
        if let Some(definition) = definitions.get(self.ahead).filter(|d| d.short.start == at) {
            return Some((definition.short.end, Meaning::Defined(self.ahead)));
        }
        if self.ruling.is_empty() || is_dotted(&self.text[within.get(at)?.span]) {
            return None;
        }
        self.key.clear();
        // The widest short form in one: CICO 501, GD & ĐT.
        let widths = (1..=3).filter_map(|width| {
            fold(&self.text[within.get(at + width - 1)?.span], &mut self.key);
            let &i = self.ruling.get(self.key.as_str())?;
            let same = definitions.get(i)?.short.len() == width || width == 1;
            same.then_some((at + width, Meaning::Defined(i)))
        });
        widths.last()
    }

    /// A listed form whose parts stand apart: TP HCM, TP. HCM, GD & ĐT, KT - XH.
    fn apart(&mut self, at: usize, within: &[Token]) -> Option<(usize, Meaning<'a>)> {
        let (text, lexicons) = (self.text, self.lexicons);
        let first = within.get(at)?;
        let (second, mark) = match within.get(at + 1..)? {
            [next, ..] if next.kind == TokenKind::Acronym => (at + 1, ""),
            [mark, next, ..] if next.kind == TokenKind::Acronym => (at + 2, &text[mark.span]),
            _ => return None,
        };
        if !matches!(mark, "" | "." | "-" | "–" | "&" | ",") {
            return None;
        }
        self.key.clear();
        fold(&text[first.span], &mut self.key);
        fold(&text[within.get(second)?.span], &mut self.key);
        let spread = matches!(mark, "" | "." | ",");
        let (readings, own) = listed(lexicons, &self.key)?;
        // HĐND - UBND are two.
        let two = !spread && [at, second].iter().all(|&i| self.is_long(i));
        let usable = !two && readings.iter().any(|r| !r.usage.keep && (!spread || r.usage.apart));
        usable.then_some((second + 1, Meaning::Listed { readings, own, choice: None }))
    }

    /// Whether token `at` is a listed form of four letters or more.
    fn is_long(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let mut key = String::new();
        fold(&self.text[token.span], &mut key);
        key.chars().nth(3).is_some() && listed(self.lexicons, &key).is_some()
    }

    /// A listed form in one token, or one put together from listed ones.
    fn single(
        &mut self,
        at: usize,
        within: &[Token],
        first: usize,
    ) -> Option<(usize, Meaning<'a>)> {
        let (text, lexicons) = (self.text, self.lexicons);
        let token = within.get(at)?;
        let word = &text[token.span];
        self.key.clear();
        fold(word, &mut self.key);
        let Some((readings, own)) = listed(lexicons, &self.key) else {
            let whole = numbered(lexicons, word).or_else(|| composed(lexicons, &self.key));
            return whole.map(|long| (at + 1, Meaning::Composed(long)));
        };
        let fits = |r: &Reading| {
            !r.usage.keep
                && (!is_dotted(word) || r.usage.dotted)
                && (!r.usage.name || self.may_be_unit(at, within, first))
        };
        readings
            .iter()
            .any(fits)
            .then_some((at + 1, Meaning::Listed { readings, own, choice: None }))
    }

    /// Whether a single letter may stand for a unit of administration (H. Kim Bảng, Q.1) rather
    /// than for a name: a by-line begins its sentence, a person has a word of address before.
    fn may_be_unit(&self, at: usize, within: &[Token], first: usize) -> bool {
        let rest = within.get(at + 1..).unwrap_or_default();
        let Some(next) = followed_by(self.text, rest) else { return false };
        if is_number(next) {
            return true;
        }
        let before = if at > first { within.get(at - 1) } else { None };
        let Some(before) = before else { return false };
        is_name(self.text, next)
            && !ADDRESSES.contains(&self.text[before.span].to_lowercase().as_str())
            && !matches!(&self.text[before.span], ":" | "/" | ".")
    }

    /// A token that no list has as a whole, but each part of it: GS-BS, UBND-UBMTTQ.
    fn parts(&mut self, at: usize, index: usize, token: Token) {
        let (text, lexicons) = (self.text, self.lexicons);
        let word = &text[token.span];
        if token.kind != TokenKind::Acronym || is_dotted(word) {
            return;
        }
        let before = self.mentions.len();
        let mut start = token.span.start;
        for part in word.split(['-', '–', '&', '/', '.']) {
            let span = Span::new(start, start + part.len());
            start += part.len();
            start += text.get(start..).and_then(|t| t.chars().next()).map_or(0, char::len_utf8);
            self.key.clear();
            fold(part, &mut self.key);
            let known = listed(lexicons, &self.key)
                .filter(|(readings, _)| readings.iter().any(|r| !r.usage.keep && !r.usage.name));
            let Some((readings, own)) = known else {
                self.mentions.truncate(before);
                return;
            };
            let meaning = Meaning::Listed { readings, own, choice: None };
            self.mentions.push(Mention { span, tokens: at..at + 1, sentence: index, meaning });
        }
        if self.mentions.len() == before + 1 {
            self.mentions.truncate(before);
        }
    }

    /// A site that is named after its body: VTV.vn, VOV.VN.
    fn site(&mut self, at: usize, index: usize, token: Token) {
        let (text, lexicons) = (self.text, self.lexicons);
        let Some((name, "vn" | "VN")) = text[token.span].split_once('.') else { return };
        if !name.chars().all(char::is_uppercase) {
            return;
        }
        self.key.clear();
        fold(name, &mut self.key);
        if let Some((readings, own)) = listed(lexicons, &self.key) {
            let span = Span::new(token.span.start, token.span.start + name.len());
            let meaning = Meaning::Listed { readings, own, choice: None };
            self.mentions.push(Mention { span, tokens: at..at + 1, sentence: index, meaning });
        }
    }

    /// Reads the forms that have several readings, or need a cue, from their neighbours.
    fn choose(&mut self, sentences: &[Sentence]) {
        let mut domains = Domains::default();
        for mention in &self.mentions {
            if let Meaning::Listed { readings: [only], .. } = mention.meaning {
                domains.add(only.domain);
            }
        }
        let mut near = Neighbours::default();
        for mention in &mut self.mentions {
            let Meaning::Listed { readings, choice, .. } = &mut mention.meaning else { continue };
            if let [only] = readings
                && !only.usage.cued
                && !only.usage.name
            {
                *choice = Some(Choice { reading: 0, cued: false });
                continue;
            }
            let Some(sentence) = sentences.get(mention.sentence) else { continue };
            let tokens = self.tokens.get(sentence.first..sentence.last).unwrap_or_default();
            let (first, last) =
                (mention.tokens.start - sentence.first, mention.tokens.end - sentence.first);
            near.read(self.text, tokens, first, last);
            *choice = choose(readings, &near, &domains);
        }
    }

    /// A form that no cue decides is read as the same form before it in the document, or after.
    fn agree(&mut self) {
        let mut cued: Vec<(*const Reading, Choice)> = Vec::new();
        for pass in [0, 1] {
            if pass == 1 {
                cued.reverse();
            }
            for mention in &mut self.mentions {
                let Meaning::Listed { readings, choice, .. } = &mut mention.meaning else {
                    continue;
                };
                if readings.len() < 2 {
                    continue;
                }
                let known = cued.iter().rev().find(|(at, _)| *at == readings.as_ptr());
                match (&choice, known) {
                    (Some(Choice { cued: true, .. }), _) if pass == 0 => {
                        let at = readings.as_ptr();
                        cued.retain(|(other, _)| *other != at);
                        cued.extend(choice.map(|c| (at, c)));
                    }
                    (Some(Choice { cued: false, .. }), Some((_, known))) => *choice = Some(*known),
                    _ => {}
                }
            }
        }
    }

    fn finish(self) -> Vec<Abbreviation> {
        let longs: Vec<String> =
            self.definitions.iter().map(|definition| self.written_out(definition)).collect();
        let mut found = Vec::with_capacity(self.mentions.len());
        for mention in &self.mentions {
            let span = mention.span;
            let mut readings = Vec::new();
            let mut definition = None;
            let (expansion, source) = match &mention.meaning {
                Meaning::Defined(i) => {
                    let Some(by) = self.definitions.get(*i) else { continue };
                    if by.short.start == mention.tokens.start {
                        definition = self.span(&by.long);
                    }
                    (longs.get(*i).cloned().unwrap_or_default(), ExpansionSource::Definition)
                }
                Meaning::Composed(long) => (long.clone(), ExpansionSource::Lexicon),
                Meaning::Listed { readings: all, own, choice } => {
                    let Some(reading) = choice.and_then(|c| all.get(c.reading)) else { continue };
                    if all.len() > 1 {
                        readings = all.iter().map(|r| r.long.to_string()).collect();
                    }
                    let source =
                        if *own { ExpansionSource::User } else { ExpansionSource::Lexicon };
                    (reading.long.to_string(), source)
                }
            };
            found.push(Abbreviation { span, expansion, source, definition, readings });
        }
        found
    }

    fn span(&self, tokens: &Range<usize>) -> Option<Span> {
        let tokens = self.tokens.get(tokens.clone())?;
        Some(Span::new(tokens.first()?.span.start, tokens.last()?.span.end))
    }

    /// The long form of `definition` as it would stand mid-sentence, its own short forms written out.
    fn written_out(&self, definition: &Definition) -> String {
        let Some(span) = self.span(&definition.long) else { return String::new() };
        let mut long = String::new();
        let mut at = span.start;
        let first = self.mentions.partition_point(|m| m.span.start < span.start);
        let inner = self.mentions.get(first..).unwrap_or_default().iter();
        for mention in inner.take_while(|m| m.span.end <= span.end) {
            let Meaning::Listed { readings, choice: Some(choice), .. } = &mention.meaning else {
                continue;
            };
            let Some(reading) = readings.get(choice.reading) else { continue };
            long.push_str(self.text.get(at..mention.span.start).unwrap_or_default());
            long.push_str(&reading.long);
            at = mention.span.end;
        }
        long.push_str(self.text.get(at..span.end).unwrap_or_default());
        let mut readings = self.lexicons.iter().flat_map(|l| l.get(&definition.key));
        match readings.find(|r| is_fuller(&r.long, &long)) {
            Some(reading) => reading.long.to_string(),
            None => long.split_whitespace().collect::<Vec<_>>().join(" "),
        }
    }
}

/// Words before a person's initial.
const ADDRESSES: [&str; 18] = [
    "ông", "bà", "anh", "chị", "em", "cháu", "bé", "cô", "chú", "bác", "cụ", "thầy", "tên", "gái",
    "trai", "sinh", "nữ", "nam",
];

/// The readings of the first list that has `key`, and whether that list is a user's.
fn listed<'a>(lexicons: &[&'a Lexicon], key: &str) -> Option<(&'a [Reading], bool)> {
    let last = lexicons.len() - 1;
    lexicons.iter().enumerate().find_map(|(i, lexicon)| {
        let readings = lexicon.get(key);
        (!readings.is_empty()).then_some((readings, i < last))
    })
}

/// A form written in one with a number: QL1A, QL.1A.
fn numbered(lexicons: &[&Lexicon], word: &str) -> Option<String> {
    let digits = word.find(|c: char| c.is_ascii_digit())?;
    let (letters, number) = (word.get(..digits)?, word.get(digits..)?);
    let mut key = String::new();
    fold(letters, &mut key);
    let (readings, _) = listed(lexicons, &key)?;
    let reading = readings.iter().find(|r| r.usage.number)?;
    Some(format!("{} {number}", reading.long))
}

/// A form put together from a listed one and what may end a composition: BCHTƯ, UBMTTQVN.
fn composed(lexicons: &[&Lexicon], key: &str) -> Option<String> {
    let mut tails: Vec<&str> = Vec::new();
    let mut head = key;
    loop {
        let cut = head.char_indices().map(|(i, _)| i).skip(2).find(|&i| {
            head.get(i..).is_some_and(|tail| {
                listed(lexicons, tail).is_some_and(|(r, _)| r.iter().any(|r| r.usage.tail))
            })
        })?;
        let (rest, tail) = head.split_at_checked(cut)?;
        tails.extend(listed(lexicons, tail)?.0.iter().find(|r| r.usage.tail).map(|r| &*r.long));
        if let Some((readings, _)) = listed(lexicons, rest) {
            let reading =
                readings.iter().find(|r| !r.usage.keep && !r.usage.cued && !r.usage.name)?;
            let mut long = reading.long.to_string();
            for tail in tails.iter().rev() {
                long.push(' ');
                long.push_str(tail);
            }
            return Some(long);
        }
        head = rest;
    }
}

/// Whether `reading` is `long` word for word, but for case and function words that only the
/// reading has: Tài nguyên và Môi trường for "Tài nguyên Môi trường".
fn is_fuller(reading: &str, long: &str) -> bool {
    let mut long = long.split_whitespace().map(str::to_lowercase).peekable();
    for word in reading.split(' ').map(str::to_lowercase) {
        if long.peek() == Some(&word) {
            long.next();
        } else if !is_function_word(&word) {
            return false;
        }
    }
    long.peek().is_none()
}
