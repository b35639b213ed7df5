//! Which mentions name one person.

use super::{Mention, Person};
use crate::entity::Found;
use crate::entity::cue::{known_key, known_keys, phrase_key, word_key};
use crate::entity::sheet::{Shape, Sheet, Sight};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Man or woman, where honorifics and names tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Gender {
    #[default]
    Unknown,
    Man,
    Woman,
}

impl Gender {
    fn fits(self, other: Self) -> bool {
        self == other || self == Self::Unknown || other == Self::Unknown
    }
}

/// A person so far.
struct Known {
    person: Person,
    /// The words of the fullest name.
    words: Vec<u32>,
    gender: Gender,
}

/// The people of a document so far, found by the words of their names; of those with one word the
/// latest few.
#[derive(Default)]
pub(in crate::entity) struct People {
    known: Vec<Known>,
    by_name: FxHashMap<u32, Few>,
    by_word: FxHashMap<(u32, Place), Few>,
}

/// Room for the people of an article from the start.
const USUAL: usize = 32;

/// Where in a name a word stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Place {
    First,
    Inner,
    Last,
}

/// The people of one name, the latest last; no more than these are kept apart.
#[derive(Clone, Copy, Default)]
struct Few([Option<u32>; 4]);

impl Few {
    /// The latest first.
    fn latest(self) -> impl Iterator<Item = usize> {
        self.0.into_iter().rev().flatten().map(|i| i as usize)
    }

    /// Makes `i` the latest.
    fn put(&mut self, i: usize) {
        let i = u32::try_from(i).ok();
        let place = self.0.iter().position(|&other| other == i).unwrap_or(0);
        if let Some(later) = self.0.get_mut(place..) {
            later.rotate_left(1);
        }
        if let Some(last) = self.0.last_mut() {
            *last = i;
        }
    }
}

impl People {
    /// Joins the mentions of one person: adds those of a section to the people they name.
    pub(in crate::entity) fn join(
        &mut self,
        found: &Found<'_>,
        sheet: &Sheet,
        mentions: Vec<(Range<usize>, Mention)>,
    ) {
        self.by_name.reserve(mentions.len().min(USUAL));
        self.by_word.reserve(mentions.len().min(USUAL));
        let mut words = Vec::new();
        for (tokens, mention) in mentions {
            let sights = sheet.sights.get(tokens).unwrap_or_default();
            words.clear();
            words.extend(sights.iter().filter(|s| s.shape != Shape::Stop).map(|s| s.word));
            let gender = gender(found, &mention, sights);
            let text = &found.text[mention.span];
            match self.find(&words, gender) {
                Some(i) => self.add(i, &words, gender, text, mention),
                None => self.open(&words, gender, text, mention),
            }
        }
    }

    /// The people in order of first mention.
    pub(in crate::entity) fn finish(self) -> Vec<Person> {
        self.known.into_iter().map(|k| k.person).collect()
    }

    fn find(&self, words: &[u32], gender: Gender) -> Option<usize> {
        let fits = |few: Option<&Few>, test: &dyn Fn(&Known) -> bool| {
            few?.latest()
                .find(|&i| self.known.get(i).is_some_and(|k| k.gender.fits(gender) && test(k)))
        };
        let (&first, &last) = (words.first()?, words.last()?);
        if let Some(i) = fits(self.by_name.get(&name_key(words)), &|_| true) {
            return Some(i);
        }
        let by = |word, place| self.by_word.get(&(word, place));
        if words.len() == 1 {
            return fits(by(last, Place::Last), &|_| true)
                .or_else(|| fits(by(first, Place::First), &|_| true))
                .or_else(|| fits(by(first, Place::Inner), &|_| true));
        }
        // A longer or shorter form of the same name.
        fits(by(last, Place::Last), &|k| k.words.ends_with(words) || words.ends_with(&k.words))
            .or_else(|| {
                fits(by(first, Place::First), &|k| k.words.len() > 2 && k.words.starts_with(words))
            })
    }

    fn open(&mut self, words: &[u32], gender: Gender, text: &str, mention: Mention) {
        let i = self.known.len();
        self.index(i, words);
        let person = Person { name: text.to_owned(), mentions: vec![mention] };
        self.known.push(Known { person, words: words.to_vec(), gender });
    }

    fn add(&mut self, i: usize, words: &[u32], gender: Gender, text: &str, mention: Mention) {
        let fuller = self.known.get(i).is_some_and(|k| words.len() > k.words.len());
        self.index(i, words);
        let Some(known) = self.known.get_mut(i) else { return };
        known.person.mentions.push(mention);
        if known.gender == Gender::Unknown {
            known.gender = gender;
        }
        if fuller {
            known.words = words.to_vec();
            known.person.name = text.to_owned();
        }
    }

    fn index(&mut self, i: usize, words: &[u32]) {
        self.by_name.entry(name_key(words)).or_default().put(i);
        for (at, &word) in words.iter().enumerate() {
            let place = match at {
                _ if at + 1 == words.len() => Place::Last,
                0 => Place::First,
                _ => Place::Inner,
            };
            self.by_word.entry((word, place)).or_default().put(i);
        }
    }
}

fn name_key(words: &[u32]) -> u32 {
    words.iter().fold(0, |key, &word| phrase_key(key, word))
}

/// Honorifics of men and of women, and their middle names.
const MEN: [u32; 5] = known_keys(["ông", "anh", "chú", "cậu", "mr"]);
const WOMEN: [u32; 8] = known_keys(["bà", "chị", "cô", "dì", "mẹ", "má", "mrs", "ms"]);
const THI: u32 = known_key("thị");
const VAN: u32 = known_key("văn");

fn gender(found: &Found<'_>, mention: &Mention, sights: &[Sight]) -> Gender {
    let honorific = mention.honorific.map(|h| word_key(&found.text[h]));
    if let Some(word) = honorific {
        if MEN.contains(&word) {
            return Gender::Man;
        }
        if WOMEN.contains(&word) {
            return Gender::Woman;
        }
    }
    // The middle name tells where there are three words.
    let middle = match sights {
        [_, middle, _] | [_, middle, _, _] => middle.word,
        _ => return Gender::Unknown,
    };
    match middle {
        THI => Gender::Woman,
        VAN => Gender::Man,
        _ => Gender::Unknown,
    }
}
