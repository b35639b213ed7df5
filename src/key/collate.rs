//! Sort keys in the order of CLDR for Vietnamese, and in that of printed dictionaries.

use crate::letter::{Letter, Tone};
use std::cmp::Ordering;
use unicode_normalization::UnicodeNormalization;

/// Which of two orders of Vietnamese words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Order {
    /// That of Unicode's CLDR and ICU: first the letters of the whole string, then its tones, then
    /// its case. bá chủ, ba ngày.
    #[default]
    Icu,
    /// That of printed dictionaries: syllable by syllable, letters, then tone; case last.
    /// ba ngày, bá chủ.
    Dictionary,
}

/// A key whose bytes sort as the text does; made by [`sort_key`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SortKey(Box<[u8]>);

impl SortKey {
    /// The bytes, to be stored or compared elsewhere.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// Compares two texts in an order. Sorting many, make each [`sort_key`] once.
///
/// ```
/// use std::cmp::Ordering;
/// use vinews::key::{Order, compare};
/// assert_eq!(compare("Lê", "lệ", Order::Icu), Ordering::Less);
/// ```
#[must_use]
pub fn compare(a: &str, b: &str, order: Order) -> Ordering {
    sort_key(a, order).cmp(&sort_key(b, order))
}

/// The key by which `text`, which should be clean, is sorted. O(n), about three bytes a character.
///
/// Letters are in the order a ă â b c d đ e ê … y z, tones in the order ngang huyền hỏi ngã sắc
/// nặng, small letters before capitals; blanks, then punctuation, then digits stand before all
/// letters. Other scripts come last, by code point.
///
/// ```
/// use vinews::key::{Order, sort_key};
/// let mut names = ["Đào", "Dung", "An", "Ân", "Ánh", "Ăn"];
/// names.sort_by_key(|name| sort_key(name, Order::Icu));
/// assert_eq!(names, ["An", "Ánh", "Ăn", "Ân", "Dung", "Đào"]);
/// ```
#[must_use]
pub fn sort_key(text: &str, order: Order) -> SortKey {
    let mut weights = Weights::default();
    match order {
        Order::Icu => {
            weights.add(text.chars());
            weights.end_level();
        }
        Order::Dictionary => {
            for syllable in text.split([' ', '-']).filter(|s| !s.is_empty()) {
                if !weights.key.is_empty() {
                    weights.key.push(NEXT_SYLLABLE);
                }
                weights.add(syllable.chars());
                weights.key.push(END_OF_SYLLABLE);
                weights.end_level();
            }
        }
    }
    weights.finish()
}

/// All separators are below all weights, so that what is shorter comes first.
const END: u8 = 0;
const NEXT_SYLLABLE: u8 = 1;
const END_OF_SYLLABLE: u8 = 2;
const COMMON: u8 = 3;
const CAPITAL: u8 = 4;

/// Blanks and punctuation in the order of CLDR's root collation.
const PUNCTUATION: &str = "\t\n\u{b}\u{c}\r\u{85}\u{2028}\u{2029} ‾_‗-‐‒–—―⁓,;⁏:!‼⁉¡?⁈⁇¿‽.‥…·'‹›\"«»()[]{}‖§¶@*/\\&#%‰‱†‡•‣′″‴‸※`´^¯¨¸°©®→+±÷×<=>¬|¦~−⁄¤¢$£¥₩₪₫€";
/// Marks that are no tone of Vietnamese, behind the tones, in the order of the root collation.
const FOREIGN_MARKS: &str =
    "\u{306}\u{302}\u{30c}\u{30a}\u{308}\u{30b}\u{307}\u{327}\u{328}\u{304}\u{31b}";

#[derive(Default)]
struct Weights {
    /// The letters.
    key: Vec<u8>,
    /// Tones and other marks, one byte for each letter and mark.
    marks: Vec<u8>,
    /// Case and other variants, likewise.
    cases: Vec<u8>,
}

impl Weights {
    fn add(&mut self, chars: impl Iterator<Item = char>) {
        for c in chars {
            if let Some(letter) = Letter::of(c) {
                self.letter(letter);
            } else if matches!(c, '\u{300}'..='\u{36f}') {
                self.mark(c);
            } else if let Some((plain, variant)) = punctuation(c) {
                self.element(plain, COMMON + variant);
            } else if c.is_alphabetic()
                && matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
            {
                for part in c.nfd() {
                    match Letter::of(part) {
                        Some(letter) => self.letter(letter),
                        None if matches!(part, '\u{300}'..='\u{36f}') => self.mark(part),
                        None => self.other(part),
                    }
                }
            } else if !c.is_control() {
                self.other(c);
            }
        }
    }

    fn letter(&mut self, letter: Letter) {
        self.element(letter_weight(letter), if letter.is_upper() { CAPITAL } else { COMMON });
        if letter.tone() != Tone::Ngang {
            self.marks.push(COMMON + letter.tone() as u8);
            self.cases.push(COMMON);
        }
    }

    fn mark(&mut self, mark: char) {
        let foreign =
            || FOREIGN_MARKS.chars().position(|m| m == mark).map_or(0x20, |i| 6 + i as u8);
        self.marks.push(COMMON + Tone::of_mark(mark).map_or_else(foreign, |tone| tone as u8));
        self.cases.push(COMMON);
    }

    fn element(&mut self, weight: u8, case: u8) {
        self.key.push(weight);
        self.marks.push(COMMON);
        self.cases.push(case);
    }

    fn other(&mut self, c: char) {
        self.key.push(u8::MAX);
        self.key
            .extend((c as u32).to_be_bytes().into_iter().skip(1).map(|b| b.saturating_add(COMMON)));
        self.marks.push(COMMON);
        self.cases.push(COMMON);
    }

    /// Closes the letters and adds the marks that belong to them.
    fn end_level(&mut self) {
        self.key.push(END);
        let marks = std::mem::take(&mut self.marks);
        self.key.extend(trimmed(&marks));
    }

    fn finish(mut self) -> SortKey {
        self.key.push(END);
        self.key.extend(trimmed(&self.cases));
        SortKey(self.key.into_boxed_slice())
    }
}

/// Without the common weights at the end, which decide nothing.
fn trimmed(weights: &[u8]) -> &[u8] {
    let len = weights.iter().rposition(|&w| w != COMMON).map_or(0, |i| i + 1);
    weights.get(..len).unwrap_or_default()
}

/// The weight of a blank, punctuation or digit, and which variant of it this is.
fn punctuation(c: char) -> Option<(u8, u8)> {
    let (plain, variant) = match c {
        '\u{a0}' => (' ', 2),
        '\u{2011}' => ('‐', 1),
        '‘' => ('\'', 1),
        '’' => ('\'', 2),
        '“' => ('"', 1),
        '”' => ('"', 2),
        '„' => ('"', 3),
        c => (c, 0),
    };
    let first = 8;
    if let Some(digit) = plain.to_digit(10) {
        return Some((DIGITS + digit as u8, variant));
    }
    let at = PUNCTUATION.chars().position(|p| p == plain)?;
    Some((first + at as u8, variant))
}

const DIGITS: u8 = 0x80;
const LETTERS: u8 = 0x90;

/// The letters in the order of the alphabet, with f j w z where all alphabets have them.
fn letter_weight(letter: Letter) -> u8 {
    const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    let plain = letter.to_lower().with_tone(Tone::Ngang).to_char();
    LETTERS + ALPHABET.chars().position(|c| c == plain).map_or(0, |i| i as u8)
}
