//! A run of letters, packed while it is read: one walk over the bytes gives its end, its case and
//! whether it is a Vietnamese syllable.

use super::rhyme;

/// Number of a letter of the Vietnamese alphabet, 1 to 29 in its order; [`OTHER`] for any other.
pub(super) const CODE: u32 = 0x1f;
/// A letter that no Vietnamese syllable has: f, j, w, z, ü, я, 山.
pub(super) const OTHER: u32 = 30;
const VOWEL: u32 = 1 << 5;
const UPPER: u32 = 1 << 6;
/// Where the tone stands: 0 level, 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng.
const TONE_SHIFT: u32 = 7;

const ALPHABET: &str = "aăâbcdđeêghiklmnoôơpqrstuưvxy";
/// Each vowel letter under the tones, in the order of the tone numbers.
const TONES: [&str; 12] = [
    "aàảãáạ",
    "ăằẳẵắặ",
    "âầẩẫấậ",
    "eèẻẽéẹ",
    "êềểễếệ",
    "iìỉĩíị",
    "oòỏõóọ",
    "ôồổỗốộ",
    "ơờởỡớợ",
    "uùủũúụ",
    "ưừửữứự",
    "yỳỷỹýỵ",
];

/// What is known of every code point below U+0200 and of U+1E80 to U+1EFF; 0 where it is no letter.
static LETTERS: [u16; 0x280] = letters();

/// A run of letters.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Run {
    /// The byte after its last letter or mark.
    pub(super) end: usize,
    /// The last 12 letters, five bits each.
    key: u64,
    /// For each of the last 32 letters, whether it is a vowel.
    vowels: u32,
    /// Number of letters.
    pub(super) letters: u32,
    /// Number of capitals.
    pub(super) capitals: u32,
    /// Whether the first letter is a capital.
    pub(super) capital: bool,
    /// Number of letters with a tone mark.
    toned: u32,
    /// The tone, where only one letter has a mark.
    tone: u32,
}

impl Run {
    /// The run that begins at `start`; empty where no letter stands there.
    #[inline]
    #[allow(clippy::indexing_slicing)] // the hot loop: every index is below a checked length
    pub(super) fn read(text: &str, start: usize) -> Self {
        let bytes = text.as_bytes();
        let mut run = Self { end: start, ..Self::default() };
        while run.end < bytes.len() {
            let first = bytes[run.end];
            let (letter, len) = if first < 0x80 {
                (LETTERS[first as usize], 1)
            } else {
                match known(bytes, run.end) {
                    Some((at, len)) => (LETTERS[at], len),
                    None if run.rare(text) => continue,
                    None => break,
                }
            };
            if letter == 0 {
                break;
            }
            run.push(u32::from(letter));
            run.end += len;
        }
        run
    }

    #[inline]
    fn push(&mut self, letter: u32) {
        let capital = (letter / UPPER) & 1;
        self.capital |= self.letters == 0 && capital == 1;
        self.key = self.key << 5 | u64::from(letter & CODE);
        self.vowels = self.vowels << 1 | (letter / VOWEL) & 1;
        self.letters = self.letters.saturating_add(1);
        self.capitals += capital;
        self.set_tone(letter >> TONE_SHIFT);
    }

    #[inline]
    fn set_tone(&mut self, tone: u32) {
        self.tone |= tone;
        self.toned += u32::from(tone != 0);
    }

    /// A letter outside the table, or a mark over the letter before; false where neither stands.
    #[cold]
    #[inline(never)]
    fn rare(&mut self, text: &str) -> bool {
        let Some(c) = text.get(self.end..).and_then(|rest| rest.chars().next()) else {
            return false;
        };
        if c.is_alphabetic() && !('\u{fe00}'..='\u{fe0f}').contains(&c) {
            self.push(OTHER | if c.is_uppercase() { UPPER } else { 0 });
        } else if self.letters > 0 && super::cluster::extends(c) {
            self.mark(c);
        } else {
            return false;
        }
        self.end += c.len_utf8();
        true
    }

    /// A combining mark changes the letter it stands on.
    fn mark(&mut self, c: char) {
        let last = (self.key & u64::from(CODE)) as u32;
        let signed = match (c, last) {
            ('\u{300}', _) => return self.set_tone(1),
            ('\u{309}', _) => return self.set_tone(2),
            ('\u{303}', _) => return self.set_tone(3),
            ('\u{301}', _) => return self.set_tone(4),
            ('\u{323}', _) => return self.set_tone(5),
            // â, ê, ô; ă; ơ, ư: the signed letters follow their plain ones in the alphabet.
            ('\u{302}', 1) => 3,
            ('\u{306}', 1) => 2,
            ('\u{302}', 8 | 17) | ('\u{31b}', 25) => last + 1,
            ('\u{31b}', 17) => 19,
            _ => OTHER,
        };
        self.key = self.key & !u64::from(CODE) | u64::from(signed);
    }

    /// Whether the letters, their case aside, are a Vietnamese syllable.
    #[inline]
    pub(super) fn is_syllable(&self) -> bool {
        if self.letters > 7 || self.toned > 1 {
            return false;
        }
        let rhyme_letters = 32 - self.vowels.leading_zeros();
        rhyme::is_syllable(self.key, rhyme_letters, self.tone)
    }

    /// Whether a letter has a tone mark or the letters have a sign (đ aside).
    pub(super) fn is_marked(&self) -> bool {
        let mut key = self.key;
        let mut marked = self.toned > 0;
        while key > 0 {
            marked |= matches!((key & u64::from(CODE)) as u32, 2 | 3 | 9 | 18 | 19 | 26);
            key >>= 5;
        }
        marked
    }

    /// Whether a transcription from abroad would write it so: level, or sắc before a stop.
    pub(super) fn sounds_foreign(&self) -> bool {
        let last = (self.key & u64::from(CODE)) as u32;
        let stopped = [code('c' as u32), code('p' as u32), code('t' as u32)].contains(&last);
        self.tone == 0 || self.tone == 4 && stopped
    }

    /// Whether there is no letter.
    pub(super) const fn is_empty(&self) -> bool {
        self.letters == 0
    }

    /// Whether all letters are capitals.
    pub(super) const fn is_upper(&self) -> bool {
        self.letters > 0 && self.capitals == self.letters
    }
}

/// Place in the table of the letter of two or three bytes at `at`, and its length.
#[inline]
fn known(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    let low = |i: usize| bytes.get(at + i).map_or(0, |b| usize::from(b & 0x3f));
    match *bytes.get(at)? {
        lead @ 0xc3..=0xc7 => Some((usize::from(lead & 0x1f) << 6 | low(1), 2)),
        0xe1 if matches!(bytes.get(at + 1), Some(0xba | 0xbb)) => {
            let cell = 0x200 + ((low(1) & 1) << 6 | low(2));
            Some((cell, 3))
        }
        _ => None,
    }
}

/// Decodes the character of `text` at `at` in a constant: its code point and length.
#[allow(clippy::indexing_slicing)] // runs while compiling
const fn decode(text: &str, at: usize) -> (u32, usize) {
    let b = text.as_bytes();
    let first = b[at] as u32;
    match first {
        0..0x80 => (first, 1),
        0x80..0xe0 => ((first & 0x1f) << 6 | b[at + 1] as u32 & 0x3f, 2),
        _ => {
            let rest = (b[at + 1] as u32 & 0x3f) << 6 | b[at + 2] as u32 & 0x3f;
            ((first & 0xf) << 12 | rest, 3)
        }
    }
}

/// Number of a letter in the alphabet, for constants; 0 where it is none.
pub(super) const fn code(letter: u32) -> u32 {
    let (mut at, mut number) = (0, 1);
    while at < ALPHABET.len() {
        let (c, len) = decode(ALPHABET, at);
        if c == letter {
            return number;
        }
        at += len;
        number += 1;
    }
    0
}

/// The letters of `text` from `at` to the next blank, packed; and where they end. For constants.
#[allow(clippy::indexing_slicing)] // runs while compiling
pub(super) const fn pack(text: &str, mut at: usize) -> (u64, usize) {
    let mut key = 0;
    while at < text.len() && text.as_bytes()[at] != b' ' {
        let (c, len) = decode(text, at);
        key = key << 5 | LETTERS[cell(c)] as u64 & CODE as u64;
        at += len;
    }
    (key, at)
}

/// The capital of a Vietnamese letter.
const fn capital(c: u32) -> u32 {
    match c {
        0x61..=0x7a | 0xe0..=0xfe => c - 32,
        0x1a1 | 0x1b0 => c - 1,
        _ => c - 1, // ă đ ĩ ũ and U+1EA0 to U+1EF9: capital and small letter alternate
    }
}

#[allow(clippy::indexing_slicing)] // runs while compiling
const fn letters() -> [u16; 0x280] {
    let mut table = [0; 0x280];
    let mut c = 0;
    while c < 0x280 {
        let other = match c {
            0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde => OTHER | UPPER,
            0x61..=0x7a | 0xdf..=0xf6 | 0xf8..=0x1ff | 0x200..0x280 => OTHER,
            _ => 0,
        };
        table[c] = other as u16;
        c += 1;
    }
    // Latin Extended has capitals at even places, with exceptions that are no matter here.
    let mut c = 0x100;
    while c < 0x280 {
        if c % 2 == 0 {
            table[c] |= UPPER as u16;
        }
        c += 1;
    }
    let mut at = 0;
    while at < ALPHABET.len() {
        let (c, len) = decode(ALPHABET, at);
        set(&mut table, c, code(c));
        at += len;
    }
    let mut vowel = 0;
    while vowel < TONES.len() {
        let (base, mut at) = decode(TONES[vowel], 0);
        set(&mut table, base, code(base) | VOWEL);
        let mut tone = 1;
        while at < TONES[vowel].len() {
            let (c, len) = decode(TONES[vowel], at);
            set(&mut table, c, code(base) | VOWEL | tone << TONE_SHIFT);
            at += len;
            tone += 1;
        }
        vowel += 1;
    }
    table
}

/// Sets a small letter and its capital.
#[allow(clippy::indexing_slicing)] // runs while compiling
const fn set(table: &mut [u16; 0x280], c: u32, letter: u32) {
    table[cell(c)] = letter as u16;
    table[cell(capital(c))] = (letter | UPPER) as u16;
}

const fn cell(c: u32) -> usize {
    (if c < 0x200 { c } else { c - 0x1e80 + 0x200 }) as usize
}
