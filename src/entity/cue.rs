//! What the lists say of words and phrases: parts of names, titles, honorifics, heads of bodies.

mod kind;
mod mark;
mod phrase;
mod word;

use super::title::TitleClass;
use crate::{Error, data, table};
use rustc_hash::{FxHashMap, FxHashSet};

pub(crate) use kind::{Cue, CueSet};
pub(crate) use mark::{Marks, WHOLE};
pub(crate) use phrase::Phrases;
pub(crate) use word::{
    Key, Reading, code_of, known_key, known_keys, phrase_key, read, sign_key, word_key, word_keys,
};

/// Bits of what a single word may be within a person's name.
pub(crate) mod name {
    /// A surname.
    pub(crate) const SURNAME: u8 = 1;
    /// A surname that is an ordinary word as well: `Cao`, `Mai`.
    pub(crate) const COMMON: u8 = 2;
    /// A middle name: `Văn`, `Thị`.
    pub(crate) const MIDDLE: u8 = 4;
    /// A given name.
    pub(crate) const GIVEN: u8 = 8;
    /// Given to men.
    pub(crate) const MALE: u8 = 16;
    /// Given to women.
    pub(crate) const FEMALE: u8 = 32;
    /// A given name abroad: `Maria`.
    pub(crate) const GIVEN_ABROAD: u8 = 64;
    /// A surname abroad: `Trump`.
    pub(crate) const SURNAME_ABROAD: u8 = 128;
}

/// All lists of names and titles, over the keys of words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cues {
    names: FxHashMap<u32, u8>,
    phrases: Phrases<Phrase>,
    /// Keys of the first two syllables of words.
    pairs: FxHashSet<u32>,
}

/// A whole phrase of the lists.
#[derive(Clone, Copy, Debug)]
struct Phrase {
    cue: Cue,
    /// Its words up to a body, field or level within: 1 of `giám đốc | sở | y tế`.
    head: u16,
}

impl Cues {
    /// The bundled lists.
    pub(crate) fn bundled() -> Self {
        let pairs = table::rows(data::LEXICON).filter_map(|row| first_pair(row.get(0)));
        let mut cues = Self { pairs: pairs.collect(), ..Self::default() };
        for row in table::rows(data::SURNAMES) {
            let [surname, common] = row.columns();
            let bits = if common == "yes" { name::SURNAME | name::COMMON } else { name::SURNAME };
            // A surname of several syllables is known by its first.
            let first = surname.split(' ').next().unwrap_or_default();
            *cues.names.entry(word_key(first)).or_default() |= bits;
        }
        for row in table::rows(data::GIVEN_NAMES) {
            let [syllable, place, gender] = row.columns();
            let mut bits = match place {
                "middle" => name::MIDDLE,
                "given" => name::GIVEN,
                _ => name::MIDDLE | name::GIVEN,
            };
            bits |= match gender {
                "male" => name::MALE,
                "female" => name::FEMALE,
                _ => 0,
            };
            *cues.names.entry(word_key(syllable)).or_default() |= bits;
        }
        for row in table::rows(data::NAMES_ABROAD) {
            let [word, part] = row.columns();
            let bits = match part {
                "given" => name::GIVEN_ABROAD,
                "surname" => name::SURNAME_ABROAD,
                _ => name::GIVEN_ABROAD | name::SURNAME_ABROAD,
            };
            *cues.names.entry(word_key(word)).or_default() |= bits;
        }
        for row in table::rows(data::PLACE_TYPES) {
            cues.add(row.get(0), Cue::PlaceType);
        }
        // Heads and titles are parted at the fields and levels within.
        let heads = table::rows(data::ORG_HEADS).map(|row| {
            let [head, part] = row.columns();
            let cue = match part {
                "level" => Cue::Level,
                "field" => Cue::Field,
                "prefix" => Cue::Prefix,
                "office" => Cue::Office,
                "being" => Cue::Being,
                "thing" => Cue::Thing,
                "verb" => Cue::Verb,
                _ => Cue::Head,
            };
            (head, cue)
        });
        let (heads, others): (Vec<_>, Vec<_>) = heads.partition(|(_, cue)| *cue == Cue::Head);
        for (phrase, cue) in others.into_iter().chain(heads) {
            cues.add(phrase, cue);
        }
        for row in table::rows(data::FOREIGN_NAMES) {
            let [form, kind] = row.columns();
            cues.add(form, if kind == "person" { Cue::ForeignPerson } else { Cue::ForeignPlace });
        }
        for row in table::rows(data::TITLES) {
            let [title, class] = row.columns();
            if let Some(cue) = title_cue(class) {
                cues.add(title, cue);
            }
        }
        for row in table::rows(data::ABBREVIATIONS) {
            cues.add_short(row.get(0));
        }
        cues
    }

    /// Adds a user's titles.
    ///
    /// # Errors
    /// When the header is not `title`, `class`, or a class is unknown.
    pub(crate) fn add_titles(&mut self, name: &str, list: &str) -> Result<(), Error> {
        for row in table::user_rows(name, list, &["title", "class"])? {
            let [title, class] = row.columns();
            let Some(cue) = title_cue(class) else {
                return Err(Error::list(name, row.line, format!("unknown class {class:?}")));
            };
            if title.is_empty() {
                return Err(Error::list(name, row.line, "the title is empty"));
            }
            self.add(title, cue);
        }
        Ok(())
    }

    fn add(&mut self, phrase: &str, cue: Cue) {
        let words = word_keys(phrase);
        let mut key = 0;
        let mut head = None;
        for (i, &word) in words.iter().enumerate() {
            key = phrase_key(key, word);
            let whole = self.phrases.get(key).is_some_and(|p| p.cue.is_alike(cue));
            if head.is_none() && whole && self.is_body(words.iter().skip(i + 1)) {
                head = Some(i + 1);
            }
        }
        let head = u16::try_from(head.unwrap_or(words.len())).unwrap_or(u16::MAX);
        self.phrases.insert(&words, Phrase { cue, head });
    }

    /// Adds a short form, where it is nothing else.
    fn add_short(&mut self, short: &str) {
        let word = word_key(short);
        if self.phrases.get(phrase_key(0, word)).is_none() {
            self.phrases.insert(&[word], Phrase { cue: Cue::Short, head: 1 });
        }
    }

    /// Whether a body, field or level begins with `words`.
    fn is_body<'w>(&self, words: impl Iterator<Item = &'w u32>) -> bool {
        let found = self.longest(words.copied());
        matches!(found, Some((Cue::Head | Cue::Field | Cue::Level, _)))
    }

    /// Whether the two begin a word.
    pub(crate) fn join(&self, first: u32, second: u32) -> bool {
        self.pairs.contains(&phrase_key(first, second))
    }

    /// What the word may be within a name.
    pub(crate) fn name(&self, key: u32) -> u8 {
        self.names.get(&key).copied().unwrap_or_default()
    }

    /// Whether a phrase may begin with these two words, or be the first alone; a no is certain.
    #[inline]
    pub(crate) fn may_begin(&self, first: u32, second: u32) -> bool {
        self.phrases.may_begin(first, second)
    }

    /// The longest phrase at the beginning of `keys`, and the number of words up to a body within.
    #[inline]
    pub(crate) fn longest(&self, keys: impl Iterator<Item = u32>) -> Option<(Cue, usize)> {
        let (phrase, _) = self.phrases.longest(keys)?;
        Some((phrase.cue, phrase.head.into()))
    }

    /// The class of the longest title at the beginning of `keys`.
    pub(crate) fn class(&self, keys: impl Iterator<Item = u32>) -> Option<TitleClass> {
        match self.longest(keys)? {
            (Cue::Title(class), _) => Some(class),
            _ => None,
        }
    }
}

/// The key of the first two syllables of a word.
fn first_pair(word: &str) -> Option<u32> {
    let mut syllables = word.split(' ').map(word_key);
    Some(phrase_key(syllables.next()?, syllables.next()?))
}

fn title_cue(class: &str) -> Option<Cue> {
    match class {
        "honorific" => Some(Cue::Honorific),
        "kin" | "case_role" => Some(Cue::Role),
        _ => TitleClass::from_name(class).map(Cue::Title),
    }
}
