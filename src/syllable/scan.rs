//! A syllable read straight off running text.
//!
//! Nine words of ten in the news are a syllable in small letters, its first one perhaps a capital.
//! Such a word is known by two look-ups, the bytes of its onset and the bytes of its rhyme with
//! the tone on it, and no letter is decoded. Whatever else stands in the text (capitals, loans,
//! decomposed letters, a misplaced mark) is left to the way by letters.

// The tables are built by the compiler; every index is masked or checked.
#![allow(clippy::indexing_slicing)]

use super::rhyme::{ONSETS, RHYMES, fits};
use crate::letter::{Letter, Tone};

/// The end of the syllable that begins at `at`, and the byte after it; `None` where no such
/// syllable stands, where a letter or mark beyond ASCII follows it, or near the end of the text.
///
/// ```text
/// Nguyễn Thị   "Ng" → onset ng, "uyễn" → rhyme uyên
/// ```
#[inline(always)] // in the loop over all tokens
pub(crate) fn syllable(bytes: &[u8], at: usize) -> Option<(usize, u8)> {
    let window: &[u8; WINDOW] = bytes.get(at..)?.first_chunk()?;
    let word = |from: usize| -> Option<u64> {
        Some(u64::from_le_bytes(*window.get(from..)?.first_chunk()?))
    };
    // The end comes first and from few steps, so that the next word need not wait for the rest.
    // Bytes beyond ASCII are letters here until a look-up fails.
    let first = word(0)?;
    let end = letters(first | CASE).or_else(|| Some(8 + letters(word(8)?)?))?;
    let mut onset = PAIRS[FIRST[window[0] as usize] as usize][SECOND[window[1] as usize] as usize];
    if onset.number == NG && window[2] == b'h' {
        onset = Onset { number: NGH, len: 3 };
    }
    loop {
        let mut rest = word(onset.len as usize)?;
        let letters = end.wrapping_sub(onset.len as usize);
        if onset.len == 0 && window[0].is_ascii_uppercase() {
            // Without an onset the rhyme has the capital; alone it may be a numeral or an initial.
            if letters == 1 {
                return None;
            }
            rest |= CASE;
        }
        if letters.wrapping_sub(1) > 6 {
            return None;
        }
        if goes(onset.number, rest & ((1 << (8 * letters)) - 1)) {
            return Some((at + end, *window.get(end)?));
        }
        // g and an i that belongs to the onset: già, giếng.
        if onset.number != G || rest as u8 != b'i' {
            return None;
        }
        onset = Onset { number: GI, len: 2 };
    }
}

/// Eight bytes of rhyme and a sign after an onset of three, and room to read words of eight.
const WINDOW: usize = 16;
/// The bit that parts small letters of ASCII from capitals, in the first byte.
const CASE: u64 = 0x20;

/// An onset as it stands at the head of a word: its number and its bytes.
#[derive(Clone, Copy)]
struct Onset {
    number: u8,
    len: u8,
}

const G: u8 = number(b"g");
const GI: u8 = number(b"gi");
const NG: u8 = number(b"ng");
const NGH: u8 = number(b"ngh");

/// The letters that begin an onset, in either case, and the first bytes of đ and Đ.
const FIRSTS: &[u8; 17] = b"bcdghklmnpqrstvx\xc4";
/// The second bytes of onsets but gi, which only its rhyme tells from g; đ and Đ are last.
const SECONDS: &[u8; 6] = b"hgru\x91\x90";

/// 1 and the place of a byte in [`FIRSTS`]; 0 for any other.
static FIRST: [u8; 256] = places(FIRSTS);
/// 1 and the place of a byte in [`SECONDS`]; 0 for any other.
static SECOND: [u8; 256] = places(SECONDS);
/// The longest onset of up to two bytes for each two places.
static PAIRS: [[Onset; SECONDS.len() + 1]; FIRSTS.len() + 1] = {
    let none = Onset { number: 0, len: 0 };
    let mut table = [[none; SECONDS.len() + 1]; FIRSTS.len() + 1];
    let mut first = 1;
    while first <= FIRSTS.len() {
        let mut second = 0;
        while second <= SECONDS.len() {
            let head = FIRSTS[first - 1];
            let two = match second {
                0 => 0,
                6 => number(&[head, 0x91]),
                _ => number(&[head, SECONDS[second - 1]]),
            };
            let one = number(&[head]);
            let len = if two != 0 { 2 } else { (one != 0) as u8 };
            table[first][second] = Onset { number: if two != 0 { two } else { one }, len };
            second += 1;
        }
        first += 1;
    }
    table
};

const fn places(letters: &[u8]) -> [u8; 256] {
    let mut table = [0; 256];
    let mut at = 0;
    while at < letters.len() {
        table[letters[at] as usize] = at as u8 + 1;
        table[letters[at].to_ascii_uppercase() as usize] = at as u8 + 1;
        at += 1;
    }
    table
}

/// The number of an onset, 0 where there is none such.
const fn number(onset: &[u8]) -> u8 {
    let mut number = 1;
    while number < ONSETS.len() {
        if pack(ONSETS[number].as_bytes()) == pack(onset) {
            return number as u8;
        }
        number += 1;
    }
    0
}

/// Number of bytes before the first sign of ASCII that is no small letter; `None` where there are
/// eight, more than any rhyme has.
#[inline]
fn letters(bytes: u64) -> Option<usize> {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    // Adding 0x1f carries into the high bit from 'a' on.
    let letters = ((bytes & !HIGH) + 0x1f1f_1f1f_1f1f_1f1f) | bytes;
    let others = !letters & HIGH;
    (others != 0).then_some(others.trailing_zeros() as usize / 8)
}

/// Rhyme with its tone in seven bytes, the number of the rhyme in the eighth; open places are 0.
static RHYME_AT: [u64; SLOTS] = rhyme_table();
const SLOTS: usize = 2048;
const RHYME: u64 = (1 << 56) - 1;

/// For each rhyme the onsets that it follows, a bit each.
static ONSETS_BEFORE: [u32; 256] = {
    let mut table = [0; 256];
    let mut rhyme = 0;
    while rhyme < RHYMES.len() {
        let mut onset = 0;
        while onset < ONSETS.len() {
            if fits(onset as u8, rhyme as u8) {
                table[rhyme] |= 1 << onset;
            }
            onset += 1;
        }
        rhyme += 1;
    }
    table
};

/// Whether the rhyme in these bytes, one at least, may follow the onset.
#[inline]
fn goes(onset: u8, rhyme: u64) -> bool {
    let mut slot = rhyme_slot(rhyme);
    loop {
        let found = RHYME_AT[slot];
        if found & RHYME == rhyme {
            return ONSETS_BEFORE[(found >> 56) as usize] >> onset & 1 == 1;
        }
        if found == 0 {
            return false;
        }
        slot = (slot + 1) % SLOTS;
    }
}

/// The multiplier was searched for: of the rhymes of running text 92 in 100 stand at their first
/// place (68 with the golden ratio), and a branch foreseen is worth more than a shorter table.
const fn rhyme_slot(rhyme: u64) -> usize {
    (rhyme.wrapping_mul(0x7da2_402c_5c50_d397) >> 53) as usize
}

const fn rhyme_table() -> [u64; SLOTS] {
    let mut table = [0; SLOTS];
    let mut number = 0;
    while number < RHYMES.len() {
        let rhyme = &RHYMES[number];
        let mut tone = if rhyme.is_stopped() { Tone::Sac as usize } else { 0 };
        while tone < Tone::ALL.len() {
            insert(&mut table, spell(number, rhyme.mark_old, Tone::ALL[tone]), number);
            insert(&mut table, spell(number, rhyme.mark_new, Tone::ALL[tone]), number);
            tone += 1;
        }
        number += 1;
    }
    table
}

/// The bytes of a rhyme with a tone on its letter `mark`.
const fn spell(rhyme: usize, mark: u8, tone: Tone) -> u64 {
    let parts = [RHYMES[rhyme].glide, RHYMES[rhyme].nucleus, RHYMES[rhyme].coda];
    let mut bytes = [0; 8];
    let (mut filled, mut letter, mut part) = (0, 0, 0);
    while part < 3 {
        let text = parts[part].as_bytes();
        let mut at = 0;
        while let Some((plain, width)) = Letter::decode(text, at) {
            let toned = if letter == mark { plain.with_tone(tone) } else { plain };
            let mut utf8 = [0; 4];
            let len = toned.to_char().encode_utf8(&mut utf8).len();
            let mut byte = 0;
            while byte < len {
                bytes[filled] = utf8[byte];
                filled += 1;
                byte += 1;
            }
            letter += 1;
            at += width;
        }
        part += 1;
    }
    u64::from_le_bytes(bytes)
}

const fn insert(table: &mut [u64; SLOTS], rhyme: u64, number: usize) {
    assert!(rhyme & !RHYME == 0);
    let mut slot = rhyme_slot(rhyme);
    while table[slot] != 0 {
        if table[slot] & RHYME == rhyme {
            return;
        }
        slot = (slot + 1) % SLOTS;
    }
    table[slot] = rhyme | (number as u64) << 56;
}

/// Up to eight bytes as a little-endian word.
const fn pack(bytes: &[u8]) -> u64 {
    let (mut word, mut at) = (0, 0);
    while at < bytes.len() {
        word |= (bytes[at] as u64) << (8 * at);
        at += 1;
    }
    word
}
