//! The onsets, the rhymes, and which goes with which.

// The tables are built by the compiler, and what indexes them later was taken from them.
#![allow(clippy::indexing_slicing)]

use super::Spelling;
use crate::letter::{Letter, Sign};

/// The onsets in the order of the alphabet; the first is none.
pub(super) const ONSETS: [&str; 28] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh",
    "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
];

/// Glide and nucleus, and the codas that may follow: the whole of the syllable's second half.
///
/// ic occurs in a few loans (bíc, míc), êng only in giêng, oeng in echoes (xoeng xoẻng).
const TABLE: &[(&str, &str, &[&str])] = &[
    ("", "a", &["", "c", "ch", "i", "m", "n", "ng", "nh", "o", "p", "t", "u", "y"]),
    ("o", "a", &["", "c", "ch", "i", "m", "n", "ng", "nh", "o", "p", "t", "y"]),
    ("", "ă", &["c", "m", "n", "ng", "p", "t"]),
    ("o", "ă", &["c", "m", "n", "ng", "p", "t"]),
    ("", "â", &["c", "m", "n", "ng", "p", "t", "u", "y"]),
    ("u", "â", &["n", "ng", "t", "y"]),
    ("", "e", &["", "c", "m", "n", "ng", "o", "p", "t"]),
    ("o", "e", &["", "m", "n", "ng", "o", "t"]),
    ("", "ê", &["", "c", "ch", "m", "n", "ng", "nh", "p", "t", "u"]),
    ("u", "ê", &["", "ch", "n", "nh", "t"]),
    ("", "i", &["", "c", "ch", "m", "n", "nh", "p", "t", "u"]),
    ("", "ia", &[""]),
    ("", "iê", &["c", "m", "n", "ng", "p", "t", "u"]),
    ("", "o", &["", "c", "i", "m", "n", "ng", "p", "t"]),
    ("", "oo", &["c", "ng"]),
    ("", "ô", &["", "c", "i", "m", "n", "ng", "p", "t"]),
    ("", "ơ", &["", "i", "m", "n", "p", "t"]),
    ("u", "ơ", &[""]),
    ("", "u", &["", "c", "i", "m", "n", "ng", "p", "t"]),
    ("", "ua", &[""]),
    ("", "uô", &["c", "i", "m", "n", "ng", "t"]),
    ("", "ư", &["", "c", "i", "m", "n", "ng", "p", "t", "u"]),
    ("", "ưa", &[""]),
    ("", "ươ", &["c", "i", "m", "n", "ng", "p", "t", "u"]),
    ("", "y", &["", "ch", "n", "nh", "p", "t"]),
    ("u", "y", &["", "ch", "n", "nh", "p", "t", "u"]),
    ("u", "ya", &[""]),
    ("", "yê", &["m", "n", "ng", "t", "u"]),
    ("u", "yê", &["n", "t"]),
];

/// A rhyme and the letters of it, counted from 0, that carry the mark in either style.
#[derive(Clone, Copy)]
pub(super) struct Rhyme {
    pub(super) glide: &'static str,
    pub(super) nucleus: &'static str,
    pub(super) coda: &'static str,
    pub(super) mark_old: u8,
    pub(super) mark_new: u8,
    key: u32,
}

impl Rhyme {
    /// Whether a stop closes it: c, ch, p, t.
    pub(super) const fn is_stopped(&self) -> bool {
        matches!(self.coda.as_bytes(), b"c" | b"ch" | b"p" | b"t")
    }
}

const COUNT: usize = count();
pub(super) static RHYMES: [Rhyme; COUNT] = rhymes();

const fn count() -> usize {
    let (mut count, mut row) = (0, 0);
    while row < TABLE.len() {
        count += TABLE[row].2.len();
        row += 1;
    }
    count
}

const fn rhymes() -> [Rhyme; COUNT] {
    let empty = Rhyme { glide: "", nucleus: "", coda: "", mark_old: 0, mark_new: 0, key: 0 };
    let mut all = [empty; COUNT];
    let (mut filled, mut row) = (0, 0);
    while row < TABLE.len() {
        let (glide, nucleus, codas) = TABLE[row];
        let mut column = 0;
        while column < codas.len() {
            all[filled] = rhyme(glide, nucleus, codas[column]);
            filled += 1;
            column += 1;
        }
        row += 1;
    }
    all
}

const fn rhyme(glide: &'static str, nucleus: &'static str, coda: &'static str) -> Rhyme {
    let vowels = spelling(nucleus);
    let mut mark = 0;
    let mut at = 0;
    while at < vowels.len() {
        // The last letter with a sign; of plain ones the first, but in oo the second.
        let last_o = at > 0 && vowels.at(at).base() == 'o' && vowels.at(0).base() == 'o';
        if !matches!(vowels.at(at).sign(), Sign::Plain) || last_o {
            mark = at;
        }
        at += 1;
    }
    let mark_new = (glide.len() + mark) as u8;
    let plain = matches!(nucleus.as_bytes(), b"a" | b"e" | b"y");
    let on_glide = !glide.is_empty() && plain && coda.is_empty();
    let mark_old = if on_glide { 0 } else { mark_new };
    let (glides, codas) = (spelling(glide), spelling(coda));
    let mut key = append(0, &glides, 0);
    key = append(key, &vowels, 0);
    key = append(key, &codas, 0);
    Rhyme { glide, nucleus, coda, mark_old, mark_new, key }
}

#[allow(clippy::panic)] // evaluated by the compiler
const fn spelling(part: &str) -> Spelling {
    match Spelling::read(part) {
        Some(spelling) => spelling,
        None => panic!("the table is made of letters"),
    }
}

/// Adds the letters from `from` on to a key, one byte each; four letters are the longest rhyme.
const fn append(mut key: u32, letters: &Spelling, from: usize) -> u32 {
    let mut at = from;
    while at < letters.len() {
        key = key << 8 | letters.at(at).code() as u32;
        at += 1;
    }
    key
}

/// A hash table with open places, four times as large as what it holds.
const SLOTS: usize = 1024;
const FREE: u8 = u8::MAX;
static INDEX: [u8; SLOTS] = index();

const fn index() -> [u8; SLOTS] {
    let mut index = [FREE; SLOTS];
    let mut number = 0;
    while number < COUNT {
        let mut slot = first_slot(RHYMES[number].key);
        while index[slot] != FREE {
            slot = (slot + 1) % SLOTS;
        }
        index[slot] = number as u8;
        number += 1;
    }
    index
}

/// Multiplication by the golden ratio spreads the keys; the top bits are the slot.
const fn first_slot(key: u32) -> usize {
    (key.wrapping_mul(0x9E37_79B9) >> 22) as usize
}

const fn find(letters: &Spelling, from: usize) -> Option<u8> {
    if letters.len() <= from || letters.len() > from + 4 {
        return None;
    }
    let key = append(0, letters, from);
    let mut slot = first_slot(key);
    while INDEX[slot] != FREE {
        if RHYMES[INDEX[slot] as usize].key == key {
            return Some(INDEX[slot]);
        }
        slot = (slot + 1) % SLOTS;
    }
    None
}

/// The numbers of onset and rhyme of a syllable, its tones left aside.
pub(super) const fn parts(letters: &Spelling) -> Option<(u8, u8)> {
    let onset = onset(letters);
    let Some(rhyme) = find(letters, onset_letters(onset)) else { return None };
    if fits(onset, rhyme) { Some((onset, rhyme)) } else { None }
}

/// How many letters an onset has; đ is one letter of two bytes.
pub(super) const fn onset_letters(onset: u8) -> usize {
    if onset == D_STROKE { 1 } else { ONSETS[onset as usize].len() }
}

const D_STROKE: u8 = 5;

/// The longest onset that the letters begin with.
const fn onset(letters: &Spelling) -> u8 {
    let (first, second) = (letters.at(0), letters.at(1).base());
    if matches!(first.sign(), Sign::Stroke) {
        return D_STROKE;
    }
    match (first.base(), second) {
        ('b', _) => 1,
        ('c', 'h') => 3,
        ('c', _) => 2,
        ('d', _) => 4,
        ('g', 'h') => 7,
        ('g', 'i') if letters.at(2).is_vowel() => 8,
        ('g', _) => 6,
        ('h', _) => 9,
        ('k', 'h') => 11,
        ('k', _) => 10,
        ('l', _) => 12,
        ('m', _) => 13,
        ('n', 'g') if letters.at(2).base() == 'h' => 16,
        ('n', 'g') => 15,
        ('n', 'h') => 17,
        ('n', _) => 14,
        ('p', 'h') => 19,
        ('p', _) => 18,
        ('q', 'u') if matches!(letters.at(1).sign(), Sign::Plain) => 20,
        ('r', _) => 21,
        ('s', _) => 22,
        ('t', 'h') => 24,
        ('t', 'r') => 25,
        ('t', _) => 23,
        ('v', _) => 26,
        ('x', _) => 27,
        _ => 0,
    }
}

/// Whether the rules of spelling let the rhyme follow the onset.
pub(super) const fn fits(onset: u8, rhyme: u8) -> bool {
    let Rhyme { glide, nucleus, coda, .. } = &RHYMES[rhyme as usize];
    let (glide, nucleus) = (glide.as_bytes(), nucleus.as_bytes());
    let front = glide.is_empty() && matches!(spelling_first(nucleus), 'e' | 'i');
    let y = glide.is_empty() && matches!(nucleus, [b'y', ..]);
    let lone_y = y && nucleus.len() == 1 && coda.is_empty();
    match ONSETS[onset as usize].as_bytes() {
        b"k" => front || lone_y,
        b"gh" | b"ngh" => front,
        // gì, gìn: one i is written where gi meets i.
        b"g" => !front && !y || matches!(nucleus, b"i") && !matches!(coda.as_bytes(), b"u" | b"c"),
        b"c" | b"ng" => !front && !y,
        b"gi" => !matches!(nucleus, [b'i', ..]) && (!y || lone_y),
        b"qu" => glide.is_empty() && goes_with_qu(nucleus),
        b"" => true,
        _ => !y || lone_y,
    }
}

/// All vowels but rounded ones of their own: no u, ư, uô, ươ, ia, iê, oo.
const fn goes_with_qu(nucleus: &[u8]) -> bool {
    match nucleus {
        [b'a' | b'e' | b'i' | b'o' | b'y'] => true,
        [b'y', _, _] => true,
        // ă â ê ô and ơ are two bytes; ư, ưa, ươ begin with the same byte as ơ.
        [0xC3, _] | [0xC4, _] | [0xC6, 0xA1] => true,
        _ => false,
    }
}

/// The base of the first letter.
const fn spelling_first(bytes: &[u8]) -> char {
    match Letter::decode(bytes, 0) {
        Some((letter, _)) => letter.base(),
        None => ' ',
    }
}
