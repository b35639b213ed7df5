//! What the tagger sees of each token: word, shape, lists, gazetteer, and what the document shows elsewhere.

mod active;
mod glance;
mod line;
mod phrase;
mod run;
mod shape;

use super::cue::{Cue, Cues, word_key};
use super::gazetteer::{Spelling, Syllable};
use super::renown::Renowned;
use super::{Found, Gazetteer};
use crate::TokenKind;
use active::mark_active;
use glance::Glances;
use line::mark_lines;
use phrase::{mark_cues, mark_joined, mark_renowned};
use run::{mark_runs, recall};

pub(crate) use shape::Shape;

/// Bits of [`Sight::known`]: what the document shows of the same words elsewhere.
pub(crate) mod known {
    /// The run of capitals follows an honorific or the like.
    pub(crate) const PERSON: u8 = 1;
    /// The run of capitals follows a type word of places or stands in the gazetteer.
    pub(crate) const PLACE: u8 = 2;
    /// The last word of a run that names a person.
    pub(crate) const GIVEN: u8 = 4;
    /// The run stands more than once.
    pub(crate) const REPEATED: u8 = 8;
}

/// What the tagger sees of one token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sight {
    /// The key of the word, small letters.
    pub(crate) word: u32,
    /// Of a word that is no Vietnamese syllable one more than the place of its affixes in the sheet.
    pub(crate) affixes: u32,
    /// The key of the whole run of capitals.
    pub(crate) run: u32,
    pub(crate) shape: Shape,
    /// Bits of [`name`].
    pub(crate) name: u8,
    /// The code of the [`Cue`], and whether this is its first word (1), a later (2).
    pub(crate) cue: u8,
    pub(crate) cue_part: u8,
    /// Whether it is in the body right behind a title of the lists: `Chủ tịch | UBND tỉnh`.
    pub(crate) tail: bool,
    /// The [`Renown`](super::renown::Renown) of the name it is in, and whether this is its first
    /// word (1), a later (2).
    pub(crate) renown: u8,
    pub(crate) renown_part: u8,
    /// The gazetteer's bits, and whether this is the first word of the name (1), a later (2).
    pub(crate) place: u16,
    pub(crate) place_part: u8,
    /// Bits of [`known`].
    pub(crate) known: u8,
    /// Whether it may belong to a name, body or title; the tagger passes over all others.
    pub(crate) active: bool,
    /// Whether it begins a word whose second syllable is in small letters: `Quyết | định`.
    pub(crate) joins: bool,
    /// Whether it is one of the words in small letters that stand inside no span.
    outside: bool,
    /// Whether nothing parts it from the token before.
    pub(crate) glued: bool,
    /// Words before this one in its run of capitals, and the words of the run.
    pub(crate) run_at: u8,
    pub(crate) run_len: u8,
    /// The line: 1 short, 2 in capitals, 4 among the last of the text, 8 the first.
    pub(crate) line: u8,
}

impl Default for Sight {
    fn default() -> Self {
        Self::EDGE
    }
}

impl Sight {
    /// What stands beyond the ends of a sentence.
    pub(crate) const EDGE: Self = Self {
        word: 0,
        affixes: 0,
        run: 0,
        shape: Shape::Edge,
        name: 0,
        cue: 0,
        cue_part: 0,
        tail: false,
        renown: 0,
        renown_part: 0,
        place: 0,
        place_part: 0,
        known: 0,
        active: false,
        joins: false,
        outside: false,
        glued: false,
        run_at: 0,
        run_len: 0,
        line: 0,
    };

    /// Whether its line is in capitals.
    pub(crate) const fn is_shouted(&self) -> bool {
        self.line & 2 != 0
    }

    /// Whether it is in a title of the lists.
    pub(crate) const fn is_title(&self) -> bool {
        self.cue >= Cue::TITLE
    }

    /// Whether it is in a title of the lists or a word before one.
    pub(crate) const fn is_of_title(&self) -> bool {
        self.is_title() || self.cue == Cue::Prefix.code()
    }

    /// Whether it is the head of a body, or like the proper name of one.
    pub(crate) const fn is_like_body(&self) -> bool {
        self.cue == Cue::Head.code()
            || self.cue == Cue::Short.code()
            || self.renown > 0
            || matches!(self.shape, Shape::Acronym | Shape::Foreign | Shape::Net)
    }

    /// Whether what a body looks after may stand behind it.
    fn has_body(&self) -> bool {
        self.is_title() || self.cue == Cue::Head.code() || self.cue == Cue::Field.code()
    }

    /// Whether it is a short form of the lists: `TP`, `BS`, `UBND`.
    pub(crate) fn is_short_form(&self) -> bool {
        self.cue == Cue::Short.code()
            || self.cue != 0 && matches!(self.shape, Shape::Acronym | Shape::Letter)
    }

    /// Whether it is a level or another word that says what a place is: `xã`, `sông`.
    pub(crate) const fn is_kind(&self) -> bool {
        self.cue == Cue::Level.code() || self.cue == Cue::PlaceType.code()
    }

    /// Whether it stands before names of places.
    pub(crate) const fn is_before_place(&self) -> bool {
        self.is_kind() && !self.tail
    }

    /// Whether it stands before names of people.
    pub(crate) const fn is_before_person(&self) -> bool {
        self.is_title() || self.cue == Cue::Honorific.code() || self.cue == Cue::Role.code()
    }
}

/// The sights of all tokens of a section.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    pub(crate) sights: Vec<Sight>,
    /// The tokens at which a name may begin or go on, one in five: who looks for names goes from one
    /// to the next.
    pub(crate) capitals: Vec<usize>,
    /// The words of kind and the tokens that begin a name of the gazetteer, in order.
    pub(crate) kinds: Vec<usize>,
    /// The keys of the last two and three letters of a word and of its first three.
    pub(crate) affixes: Vec<[u32; 3]>,
}

impl Sheet {
    /// The token before `i`.
    pub(crate) fn before(&self, i: usize) -> Option<&Sight> {
        self.sights.get(i.checked_sub(1)?)
    }

    /// Whether the words of these keys stand from `first` on.
    pub(crate) fn says(&self, first: usize, words: &[u32]) -> bool {
        let here = self.sights.get(first..first + words.len());
        here.is_some_and(|here| here.iter().map(|s| s.word).eq(words.iter().copied()))
    }

    /// Looks at every token of `found`.
    pub(crate) fn new(
        found: &Found<'_>,
        cues: &Cues,
        renowned: &Renowned,
        gazetteer: &Gazetteer,
    ) -> Self {
        let mut glances = Glances::take();
        let mut capitals = Vec::with_capacity(found.tokens.len() / 4);
        let mut affixes = Vec::new();
        // Nothing stands before the first.
        let mut end = usize::MAX;
        let tokens = found.tokens.iter().zip(found.codes);
        let sights = tokens.enumerate().map(|(i, (&token, &code))| {
            let seen = glances.at(found.text, token, code, cues);
            if seen.shape.is_capital() {
                capitals.push(i);
            }
            let glued = end == token.span.start;
            end = token.span.end;
            let foreign = matches!(seen.shape, Shape::Foreign | Shape::Name);
            if foreign {
                affixes.push(affix_keys(&found.text[token.span]));
            }
            let affixes = if foreign { affixes.len() as u32 } else { 0 };
            Sight { affixes, glued, ..seen }
        });
        let mut sights: Vec<Sight> = sights.collect();
        mark_joined(&mut sights, &capitals, cues);
        let mut kinds = mark_cues(&mut sights, cues);
        mark_renowned(&mut sights, &capitals, renowned);
        kinds.extend(mark_places(&mut sights, &capitals, found, gazetteer));
        kinds.sort();
        mark_lines(&mut sights, found);
        let runs = mark_runs(&mut sights, &capitals, found.sentences);
        recall(&mut sights, &runs);
        for sentence in found.sentences {
            if let Some(sights) = sights.get_mut(sentence.first..sentence.last) {
                mark_active(sights);
            }
        }
        Self { sights, capitals, kinds, affixes }
    }
}

/// The keys of the last two and three letters and of the first three. Of what stands before a
/// point where there is one, which tells `H.Vân` Đồn, a district, from a person's initial.
fn affix_keys(text: &str) -> [u32; 3] {
    if let Some((before, _)) = text.split_once('.') {
        return [word_key(before) ^ 1, 0, 0];
    }
    let last = |n: usize| text.char_indices().rev().nth(n - 1).map_or(0, |(at, _)| at);
    let first = |n: usize| text.char_indices().nth(n).map_or(text.len(), |(at, _)| at);
    let key = |range: std::ops::Range<usize>| word_key(text.get(range).unwrap_or_default());
    [key(last(2)..text.len()), key(last(3)..text.len()), key(0..first(3))]
}

/// Finds the names of the gazetteer, longest first, and where they begin: each with a capital.
fn mark_places(
    sights: &mut [Sight],
    capitals: &[usize],
    found: &Found<'_>,
    gazetteer: &Gazetteer,
) -> Vec<usize> {
    let mut firsts = Vec::new();
    let mut end = 0;
    for &at in capitals {
        if at < end {
            continue;
        }
        if let Some([first, second]) = sights.get(at..at + 2)
            && let [Some(first), Some(second)] = [first, second].map(plain)
            && !gazetteer.may_begin(first, second)
        {
            continue;
        }
        let words = (at..).map_while(|i| spelling(sights.get(i)?, found, i));
        let Some(name) = gazetteer.longest(words) else { continue };
        end = at + name.tokens;
        firsts.push(at);
        for (i, sight) in sights.iter_mut().skip(at).take(name.tokens).enumerate() {
            sight.place = name.classes.bits();
            sight.place_part = if i == 0 { 1 } else { 2 };
        }
    }
    firsts
}

/// How names see a syllable that is not in capitals.
fn plain(sight: &Sight) -> Option<Syllable> {
    match sight.shape {
        Shape::Capital => Some(Syllable::of(sight.word, true)),
        Shape::Lower => Some(Syllable::of(sight.word, false)),
        _ => None,
    }
}

/// How names see token `i`; `None` for what no name goes over.
fn spelling<'t>(sight: &Sight, found: &Found<'t>, i: usize) -> Option<Spelling<'t>> {
    let token = found.tokens.get(i)?;
    match token.kind {
        TokenKind::Syllable => {
            Some(Spelling::Syllable(Syllable::of(sight.word, sight.shape.is_capital())))
        }
        TokenKind::Punctuation => {
            matches!(&found.text[token.span], "-" | "–").then_some(Spelling::Dash)
        }
        TokenKind::LineBreak => None,
        _ => Some(Spelling::Other(&found.text[token.span])),
    }
}
