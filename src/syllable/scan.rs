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
#[inline]
pub(crate) fn syllable(bytes: &[u8], at: usize) -> Option<(usize, u8)> {
    let window: &[u8; 12] = bytes.get(at..)?.first_chunk()?;
    let head = u32::from_le_bytes([window[0], window[1], window[2], window[3]]);
    // The first letter may be a capital, and Đ is the only such onset beyond ASCII.
    let head = match head & 0xffff {
        D_STROKE_CAPITAL => head + 0x100,
        low if low & 0x80 == 0 => head | 0x20,
        _ => head,
    };
    let mut len = onset_len(head);
    let mut onset = onset(head & (1 << (8 * len)) - 1)?;
    if onset == QU {
        len = 2;
    }
    loop {
        let rest = window[len..].first_chunk::<8>()?;
        let mut rest = u64::from_le_bytes(*rest);
        // Without an onset the rhyme has the capital; one capital alone may be a numeral.
        let capital = len == 0 && (rest as u8).is_ascii_uppercase();
        rest |= u64::from(capital) << 5;
        let letters = letters(rest).filter(|&letters| !capital || letters > 1)?;
        let rhyme = rest & (1 << (8 * letters)) - 1;
        if goes(onset, rhyme) {
            return Some((at + len + letters, (rest >> (8 * letters)) as u8));
        }
        // g and an i that belongs to the onset: già, giếng.
        if onset != G || rhyme as u8 != b'i' {
            return None;
        }
        (onset, len) = (GI, 2);
    }
}

/// đ and Đ as the low half of a little-endian word.
const D_STROKE: u32 = 0x91c4;
const D_STROKE_CAPITAL: u32 = 0x90c4;
const QU: u32 = number("qu");
const G: u32 = number("g");
const GI: u32 = number("gi");

/// How many bytes of `head` are the consonants of an onset.
#[inline]
fn onset_len(head: u32) -> usize {
    if head & 0xffff == D_STROKE {
        return 2;
    }
    let first = IS_ONSET[head as u8 as usize];
    let second = first & IS_ONSET[(head >> 8) as u8 as usize];
    let third = second & IS_ONSET[(head >> 16) as u8 as usize];
    usize::from(first + second + third)
}

/// Number of bytes before the first sign of ASCII that is no small letter; `None` where there are
/// eight, more than any rhyme has.
#[inline]
fn letters(bytes: u64) -> Option<usize> {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    // Adding 0x1f carries into the high bit from 'a' on.
    let letters = (bytes & !HIGH) + 0x1f1f_1f1f_1f1f_1f1f | bytes;
    let others = !letters & HIGH;
    (others != 0).then_some(others.trailing_zeros() as usize / 8)
}

static IS_ONSET: [u8; 256] = {
    let mut table = [0; 256];
    let letters = b"bcdghklmnpqrstvx";
    let mut at = 0;
    while at < letters.len() {
        table[letters[at] as usize] = 1;
        at += 1;
    }
    table
};

/// Onset in three bytes, its number in the fourth. The multiplier was searched for: it sends no two
/// onsets to one place, and none to the first, which stands for no onset.
static ONSET_AT: [u32; 64] = {
    let mut table = [0; 64];
    let mut number = 1;
    while number < ONSETS.len() {
        let key = pack(ONSETS[number].as_bytes()) as u32;
        let slot = onset_slot(key);
        assert!(slot != 0 && table[slot] == 0);
        table[slot] = key | (number as u32) << 24;
        number += 1;
    }
    // The consonant of qu is found alone.
    let slot = onset_slot(b'q' as u32);
    assert!(slot != 0 && table[slot] == 0);
    table[slot] = b'q' as u32 | QU << 24;
    table
};

const fn onset_slot(key: u32) -> usize {
    (key.wrapping_mul(0x3266_aa3b) >> 26) as usize
}

#[inline]
fn onset(key: u32) -> Option<u32> {
    let found = ONSET_AT[onset_slot(key)];
    (found & 0xff_ffff == key).then_some(found >> 24)
}

/// Rhyme with its tone in seven bytes, the number of the rhyme in the eighth; open places are 0.
static RHYME_AT: [u64; SLOTS] = rhyme_table();
const SLOTS: usize = 2048;
const RHYME: u64 = (1 << 56) - 1;

/// For each rhyme the onsets that it follows, a bit each.
static ONSETS_BEFORE: [u32; RHYMES.len()] = {
    let mut table = [0; RHYMES.len()];
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

/// Whether the rhyme in these bytes may follow the onset.
#[inline]
fn goes(onset: u32, rhyme: u64) -> bool {
    let mut slot = rhyme_slot(rhyme);
    loop {
        let found = RHYME_AT[slot];
        if found & RHYME == rhyme {
            return rhyme != 0 && ONSETS_BEFORE[(found >> 56) as usize] >> onset & 1 == 1;
        }
        if found == 0 {
            return false;
        }
        slot = (slot + 1) % SLOTS;
    }
}

const fn rhyme_slot(rhyme: u64) -> usize {
    (rhyme.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 53) as usize
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

/// The number of an onset, for constants.
const fn number(onset: &str) -> u32 {
    let mut number = 0;
    while number < ONSETS.len() {
        if pack(ONSETS[number].as_bytes()) == pack(onset.as_bytes()) {
            return number as u32;
        }
        number += 1;
    }
    0
}
