//! The keys of words and phrases.

use crate::letter::{Letter, Packed};
use crate::tokens;

/// A word read once: its key, its letters and the capitals among them.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Reading {
    /// The same for both cases of the letters, and for `sĩ` and `sỹ`.
    pub(crate) key: u32,
    pub(crate) letters: u32,
    pub(crate) capitals: u32,
}

/// Reads a word.
pub(crate) fn read(word: &str) -> Reading {
    let mut key = Key::START;
    let (mut letters, mut capitals) = (0, 0);
    for c in word.chars() {
        let letter = key.read(c);
        if letter.is_letter() {
            letters += 1;
            capitals += u32::from(letter.is_upper());
        } else if !c.is_ascii() {
            letters += u32::from(c.is_alphabetic());
            capitals += u32::from(c.is_uppercase());
        }
    }
    Reading { key: key.end(), letters, capitals }
}

/// What stands for `c`, which is no letter of Vietnamese.
#[cold]
fn other(c: char) -> char {
    match c {
        // Papers print one dash for the other.
        '–' | '—' => '-',
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// The key of a word as it grows.
#[derive(Clone, Copy)]
pub(crate) struct Key {
    hash: u32,
    /// The last two letters.
    before: u32,
    last: u32,
}

impl Key {
    pub(crate) const START: Self = Self { hash: 0x811c_9dc5, before: 0, last: 0 };

    /// Goes on with `c`; the letter that it is.
    #[inline]
    pub(crate) fn read(&mut self, c: char) -> Packed {
        let letter = Packed::read(c);
        if letter.is_letter() {
            self.letter(letter);
        } else {
            self.other(if c.is_ascii() { c } else { other(c) });
        }
        letter
    }

    #[inline]
    const fn letter(&mut self, letter: Packed) {
        let code = letter.code();
        self.push(short(code, self.before, self.last) << 3 | letter.tone());
        (self.before, self.last) = (self.last, code);
    }

    const fn other(&mut self, c: char) {
        self.push(1 << 16 | c as u32);
    }

    #[inline]
    const fn push(&mut self, code: u32) {
        self.hash = (self.hash ^ code).wrapping_mul(0x0100_0193).rotate_left(5);
    }

    pub(crate) const fn end(self) -> u32 {
        self.hash ^ self.hash >> 15
    }
}

/// The letter `code`, `i` for a `y` that may be written so after these two: after h, k, l, m, s, t,
/// v and qu.
#[inline]
const fn short(code: u32, before: u32, last: u32) -> u32 {
    const AFTER: [u32; 9] = [
        code_of('h'),
        code_of('k'),
        code_of('l'),
        code_of('m'),
        code_of('s'),
        code_of('t'),
        code_of('v'),
        code_of('q'),
        code_of('u'),
    ];
    let [h, k, l, m, s, t, v, q, u] = AFTER;
    let free = last == h
        || last == k
        || last == l
        || last == m
        || last == s
        || last == t
        || last == v
        || before == q && last == u;
    if code == const { code_of('y') } && free { const { code_of('i') } } else { code }
}

/// The letter `c` without tone and case, as a number.
pub(crate) const fn code_of(c: char) -> u32 {
    Packed::read(c).code()
}

/// The key of a word, the same for both cases of its letters.
pub(crate) fn word_key(word: &str) -> u32 {
    read(word).key
}

/// [`word_key`] of each word and sign of a phrase.
pub(crate) fn word_keys(phrase: &str) -> Vec<u32> {
    let words = tokens(phrase).filter(|token| !token.kind.is_blank());
    words.map(|token| word_key(&phrase[token.span])).collect()
}

/// [`word_key`] of each of some words or signs, told by the compiler.
#[allow(clippy::indexing_slicing)] // below the length
pub(crate) const fn known_keys<const N: usize>(words: [&str; N]) -> [u32; N] {
    let (mut keys, mut at) = ([0; N], 0);
    while at < N {
        keys[at] = known_key(words[at]);
        at += 1;
    }
    keys
}

/// [`word_key`] of a word or sign, told by the compiler.
#[allow(clippy::indexing_slicing)] // below the length
pub(crate) const fn known_key(word: &str) -> u32 {
    let (mut key, bytes, mut at) = (Key::START, word.as_bytes(), 0);
    while at < bytes.len() {
        let width = match Letter::decode(bytes, at) {
            Some((letter, width)) => {
                key.letter(Packed::of(letter));
                width
            }
            None => {
                assert!(bytes[at].is_ascii(), "letters of Vietnamese and signs of ASCII alone");
                key.other(bytes[at] as char);
                1
            }
        };
        at += width;
    }
    key.end()
}

/// [`word_key`] of a sign of ASCII.
pub(crate) const fn sign_key(sign: u8) -> u32 {
    let mut key = Key::START;
    key.other(sign as char);
    key.end()
}

/// The key of a phrase that goes on with the word `key`.
pub(crate) const fn phrase_key(before: u32, key: u32) -> u32 {
    (before.rotate_left(9) ^ key).wrapping_mul(0x9e37_79b1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_compiler_reads_words_as_the_program_does() {
        const KEYS: [u32; 5] = known_keys(["sỹ", "quý", "đường", "khóa", "."]);
        assert_eq!(KEYS, ["sĩ", "Quí", "ĐƯỜNG", "Khóa", "."].map(word_key));
        assert_eq!([b',', b'"'].map(sign_key), [",", "\""].map(word_key));
    }
}
