//! A syllable read straight off running text.
//!
//! Nine words of ten in the news are a syllable in small letters, its first one perhaps a capital.
//! Such a word is known by two look-ups, the bytes of its onset and the bytes of its rhyme with
//! the tone on it, and no letter is decoded. Where the two stand in their tables is a number of the
//! word, its [`Code`], by which later stages know it. Whatever else stands in the text (capitals,
//! loans, decomposed letters, a misplaced mark) is left to the way by letters.

// The tables are built by the compiler; every index is masked or checked.
#![allow(clippy::indexing_slicing)]

use super::Code;
use super::rhyme::{ONSETS, RHYMES, fits};
use crate::letter::{Letter, Tone};

/// The end of the syllable that begins at `at`, the byte after it, and its code; `None` where no such
/// syllable stands, where a letter or mark beyond ASCII follows it, or near the end of the text.
///
/// ```text
/// Nguyễn Thị   "Ng" → onset ng, "uyễn" → rhyme uyên
/// ```
#[inline(always)] // in the loop over all tokens
pub(crate) fn syllable(bytes: &[u8], at: usize) -> Option<(usize, u8, Code)> {
    let window: &[u8; WINDOW] = bytes.get(at..)?.first_chunk()?;
    let word = |from: usize| -> Option<u64> {
        Some(u64::from_le_bytes(*window.get(from..)?.first_chunk()?))
    };
    // The end comes first and from few steps, so that the next word need not wait for the rest.
    // Bytes beyond ASCII are letters here until a look-up fails.
    let first = word(0)?;
    let end = letters(first | CASE).or_else(|| Some(8 + letters(word(8)?)?))?;
    let head = FIRST[window[0] as usize] | SECOND[window[1] as usize];
    let mut onset = PAIRS[head as usize % PAIRS.len()];
    loop {
        let rest = word(onset.len as usize)? | u64::from(onset.case);
        let letters = end.wrapping_sub(onset.len as usize);
        // A capital alone may be a numeral or an initial.
        if letters.wrapping_sub(1) > 6 || letters == 1 && onset.case != 0 {
            return None;
        }
        if let Some(slot) = slot_behind(onset.number, rest & ((1 << (8 * letters)) - 1)) {
            return Some((
                at + end,
                *window.get(end)?,
                Code::new(onset.capital, onset.number, slot),
            ));
        }
        onset = match (onset.number, rest as u8) {
            (NG, b'h') => Onset { number: NGH, len: 3, ..onset },
            // An i that belongs to the onset: già, giếng.
            (G, b'i') => Onset { number: GI, len: 2, ..onset },
            _ => return None,
        };
    }
}

/// Eight bytes of rhyme and a sign after an onset of three, and room to read words of eight.
pub(super) const WINDOW: usize = 16;
/// The bit that parts small letters of ASCII from capitals, in the first byte.
const CASE: u64 = 0x20;

/// An onset as it stands at the head of a word.
#[derive(Clone, Copy)]
struct Onset {
    number: u8,
    /// Its length in bytes.
    len: u8,
    /// Whether the word begins with a capital.
    capital: bool,
    /// [`CASE`] where that is one of the rhyme, there being no onset.
    case: u8,
}

const G: u8 = number(b"g");
const GI: u8 = number(b"gi");
const NG: u8 = number(b"ng");
const NGH: u8 = number(b"ngh");

/// The letters that begin an onset, in either case, and the first bytes of đ and Đ.
const FIRSTS: &[u8; 17] = b"bcdghklmnpqrstvx\xc4";
/// The second bytes of onsets but gi, which only its rhyme tells from g; đ and Đ are last.
const SECONDS: &[u8; 6] = b"hgru\x91\x90";

/// The row of [`PAIRS`] for a first byte, and the place in the row for a second one.
static FIRST: [u16; 256] = {
    let mut table = places(FIRSTS, ROW);
    let mut byte = b'A';
    while byte <= b'Z' {
        table[byte as usize] += CAPITALS as u16;
        byte += 1;
    }
    table
};
static SECOND: [u16; 256] = places(SECONDS, 1);
/// Places in a row of [`PAIRS`], and its rows for small letters; as many follow for capitals.
const ROW: usize = 8;
const ROWS: usize = FIRSTS.len() + 1;
const CAPITALS: usize = ROWS * ROW;
/// The longest onset of up to two bytes for each two bytes; as long as a mask can be.
static PAIRS: [Onset; 512] = {
    let mut table = [Onset { number: 0, len: 0, capital: false, case: 0 }; 512];
    let mut at = 0;
    while at < 2 * CAPITALS {
        let (row, second) = (at % CAPITALS / ROW, at % ROW);
        let head = if row == 0 { 0 } else { FIRSTS[row - 1] };
        let one = number(&[head]);
        let two = match second {
            0 | 7 => 0,
            6 => number(&[head, 0x91]),
            _ => number(&[head, SECONDS[second - 1]]),
        };
        // Đ is its second byte.
        let capital = at >= CAPITALS || head == 0xc4 && second == 6;
        table[at] = Onset {
            number: if two != 0 { two } else { one },
            len: if two != 0 { 2 } else { (one != 0) as u8 },
            capital,
            case: if capital && row == 0 { CASE as u8 } else { 0 },
        };
        at += 1;
    }
    table
};

/// 1 and the place of a byte among `letters`, in either case, times `step`; 0 for any other.
const fn places(letters: &[u8], step: usize) -> [u16; 256] {
    let mut table = [0; 256];
    let mut at = 0;
    while at < letters.len() {
        let place = ((at + 1) * step) as u16;
        table[letters[at] as usize] = place;
        table[letters[at].to_ascii_uppercase() as usize] = place;
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
pub(super) const SLOTS: usize = 2048;
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

/// Where the rhyme in these bytes, one at least, stands; `None` where it may not follow the onset.
#[inline]
fn slot_behind(onset: u8, rhyme: u64) -> Option<usize> {
    let mut slot = rhyme_slot(rhyme);
    loop {
        let found = RHYME_AT[slot];
        if found & RHYME == rhyme {
            let fits = ONSETS_BEFORE[(found >> 56) as usize] >> onset & 1 == 1;
            return fits.then_some(slot);
        }
        if found == 0 {
            return None;
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
