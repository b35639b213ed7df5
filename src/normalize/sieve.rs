//! Finds the places of a text that may need work, as fast as memory allows.
//!
//! Vietnamese news is a few letters of ASCII between characters of two or three bytes. Only the
//! latter are looked at: the lead bytes of 64 bytes are gathered into one bit mask, and each
//! character found asks a table which rules it, its neighbours, and the byte after
//! them may break. A place is reported when one rule agrees in all four. Reports may be false
//! alarms (giá, quả), what is not reported is clean.

// Tables cover every byte, blocks every bit; `get` would cost a quarter of the speed.
#![allow(clippy::indexing_slicing)]

use crate::letter::{Letter, Sign, Tone};

/// A set of rules.
pub(super) type Rules = u32;

/// A character that is no letter of clean text: a combining mark, an odd blank, a look-alike, …
pub(super) const ODD: Rules = 1;
/// What UTF-8 read as windows-1252 begins with: Ã, á, Ä before a character of two bytes.
const MOJIBAKE: Rules = 1 << 1;
/// A plain vowel has the mark after one that should have it: aì, iá; uí; oí.
const LATE: Rules = 1 << 2;
const LATE_AFTER_U: Rules = 1 << 3;
const LATE_AFTER_O: Rules = 1 << 4;
/// The same after a letter with a sign or a mark: êù, ạị.
const LATE_AFTER_SIGN: Rules = 1 << 5;
/// A marked vowel stands before a letter with a sign: íê, ứơ.
const EARLY: Rules = 1 << 6;
/// òan, ùych: the glide has the mark in a closed syllable.
const EARLY_O: Rules = 1 << 7;
const EARLY_U: Rules = 1 << 8;
/// ưo.
const HORN_OF_O: Rules = 1 << 9;
/// uơn.
const HORN_OF_U: Rules = 1 << 10;
/// Open ươ.
const HORN_TOO_MANY: Rules = 1 << 11;
/// qú.
const AFTER_Q: Rules = 1 << 12;
/// gía.
const AFTER_G: Rules = 1 << 13;
/// hoà, thuỷ: new style.
const NEW_O: Rules = 1 << 14;
const NEW_U: Rules = 1 << 15;
/// hòa, thủy: old style.
const OLD_O: Rules = 1 << 16;
const OLD_U: Rules = 1 << 17;

/// What composition mends.
pub(super) const COMPOSE: Rules = ODD | MOJIBAKE;
/// Marks that are misplaced in either style.
pub(super) const MISPLACED: Rules = LATE
    | LATE_AFTER_U
    | LATE_AFTER_O
    | LATE_AFTER_SIGN
    | EARLY
    | EARLY_O
    | EARLY_U
    | HORN_OF_O
    | HORN_OF_U
    | HORN_TOO_MANY
    | AFTER_Q
    | AFTER_G;
/// Marks where the new style puts them.
pub(super) const NEW_STYLE: Rules = NEW_O | NEW_U;
/// Marks where the old style puts them.
pub(super) const OLD_STYLE: Rules = OLD_O | OLD_U;

const ALL: Rules = Rules::MAX;

/// The rules that a character may break when it stands in the middle, and when before another.
#[derive(Clone, Copy)]
struct Class {
    here: Rules,
    before: Rules,
}

const CLEAN: Class = Class { here: 0, before: 0 };

/// Characters of one lead byte (and, of three, one second byte) lie in one row of 64.
const ROWS: usize = 16;
const ROW_CLEAN: u8 = 0;
const ROW_ODD: u8 = 1;
/// C2 to C6: Latin-1, Latin Extended-A and -B.
const ROW_C2: u8 = 2;
/// E1 BA and E1 BB.
const ROW_HIGH: u8 = 7;
/// E2 80: general punctuation.
const ROW_MARKS: u8 = 9;

/// Row of a lead byte with the byte behind it, six bits of each.
static ROW_OF: [u8; 64 * 64] = rows();
static CLASSES: [[Class; 64]; ROWS] = classes();
/// What an ASCII byte does when it stands before, behind, and second behind; all other bytes leave
/// every rule open, but a letter is a letter.
static BEFORE: [Rules; 256] = before();
static BEHIND: [Rules; 256] = behind();
static SECOND: [Rules; 256] = second();

const fn rows() -> [u8; 64 * 64] {
    let mut rows = [ROW_ODD; 64 * 64];
    let mut second = 0;
    while second < 64 {
        let mut lead = 0xC2;
        while lead <= 0xC6 {
            rows[row_key(lead, second)] = ROW_C2 + (lead - 0xC2) as u8;
            lead += 1;
        }
        second += 1;
    }
    rows[row_key(0xE1, 0xBA)] = ROW_HIGH;
    rows[row_key(0xE1, 0xBB)] = ROW_HIGH + 1;
    rows[row_key(0xE2, 0x80)] = ROW_MARKS;
    rows[row_key(0xE2, 0x82)] = ROW_CLEAN; // ₫ €
    rows
}

const fn row_key(lead: usize, second: usize) -> usize {
    (lead & 0x3F) << 6 | second & 0x3F
}

const fn classes() -> [[Class; 64]; ROWS] {
    let mut classes = [[CLEAN; 64]; ROWS];
    classes[ROW_ODD as usize] = [Class { here: ODD, before: 0 }; 64];
    let mut low = 0;
    while low < 64 {
        let mut row = 0;
        while row < 5 {
            classes[(ROW_C2 + row) as usize][low] = class((0x80 + 64 * row as u32) + low as u32);
            row += 1;
        }
        classes[ROW_HIGH as usize][low] = class(0x1E80 + low as u32);
        classes[ROW_HIGH as usize + 1][low] = class(0x1EC0 + low as u32);
        classes[ROW_MARKS as usize][low] = class(0x2000 + low as u32);
        low += 1;
    }
    classes
}

const fn class(code: u32) -> Class {
    let Some(c) = char::from_u32(code) else { return CLEAN };
    match c {
        // Blanks, invisible characters, look-alikes of Đ.
        '\u{a0}' | '\u{ad}' | 'Ð' | 'ð' | 'Ɖ' => return Class { here: ODD, before: 0 },
        '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}' => {
            return Class { here: ODD, before: 0 };
        }
        _ => {}
    }
    let first_byte = matches!(c, 'Â'..='Æ' | 'Ì' | 'Í' | 'á'..='ã' | 'ï');
    let mojibake = if first_byte { MOJIBAKE } else { 0 };
    match Letter::of(c) {
        Some(letter) if letter.is_vowel() => {
            let Class { here, before } = vowel(letter);
            Class { here: here | mojibake, before }
        }
        _ => Class { here: mojibake, before: 0 },
    }
}

const fn vowel(letter: Letter) -> Class {
    let plain = matches!(letter.sign(), Sign::Plain);
    let toned = !matches!(letter.tone(), Tone::Ngang);
    let horn = matches!(letter.sign(), Sign::Horn);
    let mut here = AFTER_Q;
    let mut before = 0;
    if plain {
        here |= LATE | LATE_AFTER_SIGN;
        here |= match letter.base() {
            'a' | 'e' => LATE_AFTER_U | NEW_O,
            'y' => LATE_AFTER_O | NEW_U,
            _ => LATE_AFTER_U | LATE_AFTER_O,
        };
        here |= match letter.base() {
            'o' => EARLY_O | OLD_O,
            'u' => EARLY_U | OLD_U,
            'i' => AFTER_G,
            _ => 0,
        };
    } else {
        here |= EARLY;
        before |= LATE_AFTER_SIGN;
    }
    if toned {
        before |= LATE_AFTER_SIGN | EARLY;
    }
    if horn {
        match letter.base() {
            'o' => here |= HORN_OF_U | HORN_TOO_MANY,
            _ => {
                here |= HORN_OF_O;
                before |= HORN_TOO_MANY;
            }
        }
    }
    Class { here, before }
}

/// Rules that say something of the character before; the others hold wherever they stand.
const LOOK_BEFORE: Rules = LATE
    | LATE_AFTER_U
    | LATE_AFTER_O
    | LATE_AFTER_SIGN
    | EARLY
    | HORN_OF_U
    | HORN_TOO_MANY
    | AFTER_Q
    | AFTER_G
    | NEW_STYLE;

const fn before() -> [Rules; 256] {
    let mut table = [!LOOK_BEFORE; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] |= match (byte as u8).to_ascii_lowercase() {
            b'a' | b'e' | b'i' | b'y' => LATE,
            b'u' => LATE_AFTER_U | HORN_OF_U | NEW_U,
            b'o' => LATE_AFTER_O | NEW_O,
            b'q' => AFTER_Q,
            b'g' => AFTER_G,
            _ => 0,
        };
        byte += 1;
    }
    table
}

/// Rules that ask for an open syllable, and such as ask for a letter behind.
const OPEN: Rules = NEW_STYLE | HORN_TOO_MANY;
const LETTER_BEHIND: Rules = HORN_OF_U;
/// Rules that ask for a certain letter behind.
const CERTAIN_BEHIND: Rules = MOJIBAKE | HORN_OF_O | AFTER_G | EARLY_O | EARLY_U | OLD_STYLE;

const fn behind() -> [Rules; 256] {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let rest = !(OPEN | LETTER_BEHIND | CERTAIN_BEHIND);
        table[byte] = rest
            | if byte >= 128 {
                OPEN | LETTER_BEHIND | AFTER_G
            } else if (byte as u8).is_ascii_alphabetic() {
                LETTER_BEHIND
            } else {
                OPEN
            };
        table[byte] |= match byte as u8 {
            b'a' | b'A' | b'e' | b'E' => EARLY_O | OLD_O | AFTER_G,
            b'o' | b'O' => EARLY_O | HORN_OF_O | AFTER_G,
            b'y' | b'Y' => EARLY_U | OLD_U | AFTER_G,
            b'u' | b'U' => AFTER_G,
            0xC2 | 0xC5 | 0xC6 | 0xCB | 0xE2 => MOJIBAKE,
            _ => 0,
        };
        byte += 1;
    }
    table
}

const fn second() -> [Rules; 256] {
    let mut table = [ALL; 256];
    let mut byte = 0;
    while byte < 128 {
        let letter = (byte as u8).is_ascii_alphabetic();
        table[byte] = if letter { !OLD_STYLE } else { !(EARLY_O | EARLY_U) };
        byte += 1;
    }
    table
}

/// A place to look at: the character at `at` may break `rules`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    pub(super) at: usize,
    pub(super) rules: Rules,
}

/// The places of a text where one of the wanted rules may be broken.
#[derive(Clone, Debug)]
pub(super) struct Sieve<'t> {
    text: &'t [u8],
    wanted: Rules,
    /// Where the current block begins, and its lead bytes not yet looked at.
    block: usize,
    leads: u64,
    /// What the last character looked at does to one right behind it.
    last: Rules,
}

/// How many bytes go into one mask.
const BLOCK: usize = 64;
/// A block with the byte before it and as many behind it as one load may reach.
const WINDOW: usize = 1 + BLOCK + 7;

impl<'t> Sieve<'t> {
    pub(super) fn new(text: &'t str, wanted: Rules) -> Self {
        let mut sieve = Self { text: text.as_bytes(), wanted, block: 0, leads: 0, last: 0 };
        sieve.leads = leads(&sieve.padded());
        sieve
    }

    /// Goes on at `at`, a character boundary behind the last hit.
    pub(super) fn skip_to(&mut self, at: usize) {
        let block = at / BLOCK * BLOCK;
        if block != self.block {
            self.block = block;
            self.leads = leads(&self.padded());
        }
        self.leads &= u64::MAX << (at - block);
        self.last = 0;
    }

    /// The bytes around the current block; `None` where it touches an end of the text.
    #[inline(always)]
    fn window(&self) -> Option<&'t [u8; WINDOW]> {
        self.text.get(self.block.wrapping_sub(1)..)?.first_chunk()
    }

    /// The bytes around the current block, with zeros beyond the ends of the text.
    fn padded(&self) -> [u8; WINDOW] {
        let mut padded = [0; WINDOW];
        let start = self.block.saturating_sub(1);
        let rest = self.text.get(start..).unwrap_or_default();
        for (to, from) in padded[1 + start - self.block..].iter_mut().zip(rest) {
            *to = *from;
        }
        padded
    }

    /// Looks at the rest of the current block.
    #[inline(always)]
    fn scan(&mut self, window: &[u8; WINDOW]) -> Option<Hit> {
        let (mut leads, mut last) = (self.leads, self.last);
        while leads != 0 {
            let at = leads.trailing_zeros() as usize;
            leads &= leads - 1;
            let rules = look(window, at, &mut last) & self.wanted;
            if rules != 0 {
                let at_text = self.block + at;
                if rules & ODD != 0 || rules & !excused(self.text, at_text) != 0 {
                    (self.leads, self.last) = (leads, last);
                    return Some(Hit { at: at_text, rules });
                }
            }
        }
        self.last = last;
        None
    }
}

impl Iterator for Sieve<'_> {
    type Item = Hit;

    fn next(&mut self) -> Option<Hit> {
        loop {
            let hit = match self.window() {
                Some(window) => self.scan(window),
                None => self.scan(&self.padded()),
            };
            if hit.is_some() {
                return hit;
            }
            self.leads = 0;
            if self.block + BLOCK >= self.text.len() {
                return None;
            }
            self.block += BLOCK;
            self.leads = match self.window() {
                Some(window) => leads(window),
                None => leads(&self.padded()),
            };
        }
    }
}

/// The rules that the character at `at` of the block may break. Without branches: which letter
/// comes next is as good as random.
#[inline(always)]
fn look(window: &[u8; WINDOW], at: usize, last: &mut Rules) -> Rules {
    let bytes =
        window[at & (BLOCK - 1)..].first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes));
    let byte = |i: usize| (bytes >> (8 * i)) as usize & 0xFF;
    let (previous, lead, second) = (byte(0), byte(1), byte(2));
    // The last byte of the character and the one behind it; bit 5 tells three bytes from two.
    let tail = (bytes >> (16 + 8 * (lead >> 5 & 1))) as usize;
    let class = CLASSES[ROW_OF[row_key(lead, second)] as usize & (ROWS - 1)][tail & 0x3F];
    let touching = *last & ((previous >> 7) as Rules).wrapping_neg();
    *last = class.before;
    class.here & (BEFORE[previous] | touching) & BEHIND[tail >> 8 & 0xFF]
}

/// The rules that do not count for the character at `at`, seen from further off: behind gi and qu,
/// whose second letter is no vowel, and before the byte second behind it. Few come so far.
#[cold]
fn excused(text: &[u8], at: usize) -> Rules {
    let width = if text.get(at).is_some_and(|&lead| lead < 0xE0) { 2 } else { 3 };
    let second = text.get(at + width + 1).copied().unwrap_or(0);
    let before = at.checked_sub(2).and_then(|start| text.get(start..at)).unwrap_or_default();
    let behind_glide = match before {
        [b'g' | b'G', b'i' | b'I'] => LATE,
        [b'q' | b'Q', b'u' | b'U'] => LATE_AFTER_U | NEW_U | HORN_OF_U,
        _ => 0,
    };
    behind_glide | !SECOND[usize::from(second)]
}

/// Bit i is set where byte i of the block begins a character of more than one byte.
#[inline(always)]
fn leads(window: &[u8; WINDOW]) -> u64 {
    let mut tops = 0;
    let (words, _) = window[1..].as_chunks::<8>();
    for (i, word) in words.iter().take(BLOCK / 8).enumerate() {
        let word = u64::from_le_bytes(*word);
        // The two top bits of a lead byte are set. Byte j of word i goes to bit 8j + i, ...
        tops |= (word & word << 1 & 0x8080_8080_8080_8080) >> (7 - i);
    }
    // ... and the square of 8 by 8 bits is turned over, so that it is bit 8i + j.
    for (shift, mask) in
        [(7, 0x00AA_00AA_00AA_00AA), (14, 0x0000_CCCC_0000_CCCC), (28, 0x0000_0000_F0F0_F0F0)]
    {
        let swap = (tops ^ tops >> shift) & mask;
        tops ^= swap ^ swap << shift;
    }
    tops
}
