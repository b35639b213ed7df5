//! From the letters of a token to the number of its syllable, whatever its case or tone style.

use crate::syllable::Code;

/// The letters of a short token as one number, the first byte lowest.
pub(crate) type Key = u128;

/// Longest token that has a number of its own, in bytes; nghiễng, the longest syllable, has 9.
const LONGEST: usize = 16;

/// More would not fit the 16 bits of a slot that choose its place.
const MOST: u16 = 32_000;

/// The numbers of syllables and short foreign words: a hash table over their bytes in lower case.
#[derive(Clone, Debug)]
pub(crate) struct Surfaces {
    /// The numbers of the plain syllables by the place of their code, which is the short way to
    /// them; 0 where there is none.
    plain: Vec<u16>,
    /// High 48 bits: a hash of all bytes, which is taken for the bytes themselves; low 16 bits: the
    /// number; 0 in an empty slot.
    slots: Vec<u64>,
    used: usize,
    next: u16,
}

impl Surfaces {
    /// An empty table that gives numbers from `first` on.
    pub(crate) fn new(first: u16, capacity: usize) -> Self {
        let slots = vec![0; (capacity * 2).next_power_of_two().max(64)];
        Self { plain: vec![0; Code::PLACES], slots, used: 0, next: first }
    }

    /// One more than the highest number given.
    pub(crate) fn end(&self) -> usize {
        usize::from(self.next)
    }

    /// The number behind `key`; 0 where it has none.
    #[inline]
    #[allow(clippy::indexing_slicing)] // masked by the length, a power of two
    pub(crate) fn get(&self, key: Key) -> u16 {
        let hash = hash(key);
        let mask = self.slots.len() - 1;
        let mut at = (hash >> 16) as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot >> 16 == hash >> 16 {
                return slot as u16;
            }
            if slot == 0 {
                return 0;
            }
            at = (at + 1) & mask;
        }
    }

    /// The number of a plain syllable; 0 where it has none.
    #[inline]
    pub(crate) fn plain(&self, code: Code) -> u16 {
        self.plain.get(code.place()).copied().unwrap_or(0)
    }

    /// The number of `surface`, given now if it had none; `None` where it is too long or there are
    /// too many.
    pub(crate) fn insert(&mut self, surface: &str) -> Option<u16> {
        let key = key(surface)?;
        let known = self.get(key);
        if known != 0 {
            return Some(known);
        }
        let number = self.next;
        self.next = (number < MOST).then_some(number + 1)?;
        self.place(surface, key, number);
        Some(number)
    }

    /// Reads a line of the learned list: a syllable and its other spellings, parted by blanks.
    /// `None` where it is too long or there are too many.
    pub(crate) fn read(&mut self, line: &str) -> Option<()> {
        let mut spellings = line.split(' ');
        let number = self.insert(spellings.next()?)?;
        spellings.for_each(|spelling| self.alias(spelling, number));
        Some(())
    }

    /// Makes `surface` another spelling of the syllable `number`.
    fn alias(&mut self, surface: &str, number: u16) {
        if let Some(key) = key(surface).filter(|&key| self.get(key) == 0) {
            self.place(surface, key, number);
        }
    }

    fn place(&mut self, surface: &str, key: Key, number: u16) {
        let plain = Code::of(surface).and_then(|code| self.plain.get_mut(code.place()));
        if let Some(plain) = plain {
            *plain = number;
        }
        self.used += 1;
        if self.used * 2 > self.slots.len() {
            let larger = vec![0; self.slots.len() * 2];
            for slot in std::mem::replace(&mut self.slots, larger) {
                self.put(slot);
            }
        }
        self.put(hash(key) >> 16 << 16 | u64::from(number));
    }

    #[allow(clippy::indexing_slicing)] // masked by the length, a power of two
    fn put(&mut self, slot: u64) {
        if slot == 0 {
            return;
        }
        let mask = self.slots.len() - 1;
        let mut at = (slot >> 16) as usize & mask;
        while self.slots[at] != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = slot;
    }
}

#[inline]
fn hash(key: Key) -> u64 {
    let (low, high) = (key as u64, (key >> 64) as u64);
    let mixed = (low ^ high.rotate_left(29)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ mixed >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93);
    mixed | 1 << 63 // never an empty slot
}

/// The key of a whole surface form; `None` where it is empty or too long.
pub(crate) fn key(surface: &str) -> Option<Key> {
    key_at(surface.as_bytes(), 0, surface.len())
}

/// The key of `bytes[start..end]`; `None` where that is empty or too long.
#[inline]
pub(crate) fn key_at(bytes: &[u8], start: usize, end: usize) -> Option<Key> {
    let len = end.wrapping_sub(start);
    if len == 0 || len > LONGEST {
        return None;
    }
    if let Some(window) = bytes.get(start..).and_then(|rest| rest.first_chunk::<LONGEST>()) {
        return Some(Key::from_le_bytes(*window) & (Key::MAX >> (8 * (LONGEST - len))));
    }
    let mut window = [0; LONGEST];
    window.get_mut(..len)?.copy_from_slice(bytes.get(start..end)?);
    Some(Key::from_le_bytes(window))
}

/// How the letters of a [`Key`] are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// Small letters.
    Small,
    /// A capital, then small letters.
    Capital,
    /// One capital alone.
    Initial,
    /// Capitals throughout, or in an unusual place.
    Shout,
}

/// The key in small letters, and how it was written.
#[inline]
pub(crate) fn fold(key: Key) -> (Key, Case) {
    let (small, width) = lower_first(key);
    if width == 0 {
        return (key, Case::Small);
    }
    let rest = small >> (8 * width);
    if rest == 0 {
        (small, Case::Initial)
    } else if lower_first(rest).1 == 0 {
        (small, Case::Capital)
    } else {
        (lower_all(small), Case::Shout)
    }
}

/// The key with its first letter small, and how many bytes that letter has; 0 where it is no
/// capital of Vietnamese.
///
/// Capital and small letter have the same length in UTF-8, and differ in one bit or by one.
#[inline]
fn lower_first(key: Key) -> (Key, u32) {
    let second = (key >> 8) as u8;
    match key as u8 {
        b'A'..=b'Z' => (key | 0x20, 1),
        0xc3 if matches!(second, 0x80..=0x9e) => (key | 0x2000, 2),
        // Ă Đ Ĩ Ũ Ơ
        0xc4 if matches!(second, 0x82 | 0x90 | 0xa8) => (key + 0x100, 2),
        0xc5 if second == 0xa8 => (key + 0x100, 2),
        // Ơ Ư
        0xc6 if matches!(second, 0xa0 | 0xaf) => (key + 0x100, 2),
        0xe1 if matches!(second, 0xba | 0xbb) && key >> 16 & 1 == 0 => (key | 0x1_0000, 3),
        _ => (key, 0),
    }
}

#[cold]
fn lower_all(key: Key) -> Key {
    let mut small = 0;
    let (mut rest, mut at) = (key, 0);
    while rest != 0 {
        let (folded, _) = lower_first(rest);
        let width = match folded as u8 {
            0xc3..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0.. => 4,
            _ => 1,
        };
        let letter = folded & (Key::MAX >> (128 - 8 * width));
        small |= letter << at;
        at += 8 * width;
        rest = rest.checked_shr(8 * width).unwrap_or(0);
    }
    small
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_case() {
        for (text, small, case) in [
            ("xã", "xã", Case::Small),
            ("Xã", "xã", Case::Capital),
            ("Đảng", "đảng", Case::Capital),
            ("Ủy", "ủy", Case::Capital),
            ("Ý", "ý", Case::Initial),
            ("ĐẢNG", "đảng", Case::Shout),
            ("NGHIÊNG", "nghiêng", Case::Shout),
            ("ƯỚC", "ước", Case::Shout),
        ] {
            let (folded, found) = fold(key(text).unwrap());
            assert_eq!((folded, found), (key(small).unwrap(), case), "{text}");
        }
    }

    #[test]
    fn numbers_stay_while_the_table_grows() {
        let mut surfaces = Surfaces::new(24, 1);
        let words: Vec<String> = (0..5000).map(|i| format!("tu{i}")).collect();
        let numbers: Vec<_> = words.iter().map(|w| surfaces.insert(w)).collect();
        assert!(words.iter().zip(&numbers).all(|(w, n)| Some(surfaces.get(key(w).unwrap())) == *n));
        assert_eq!(surfaces.get(key("xa").unwrap()), 0);
    }
}
