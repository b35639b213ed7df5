//! A plain syllable as one number, made where it is read, for the stages that only ask which it is.

use super::scan::{SLOTS, WINDOW, syllable};
use std::num::NonZeroU32;

/// A syllable in small letters, its first one perhaps a capital, as one number.
///
/// Two such syllables have one code only where they have the same letters. Up from the lowest bit,
/// which is always set: whether there is a capital, the onset, the slot of the rhyme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Code(NonZeroU32);

/// Bits of the number of an onset.
const ONSET_BITS: u32 = 5;

impl Code {
    /// One more than the highest [`place`](Self::place).
    pub(crate) const PLACES: usize = SLOTS << ONSET_BITS;

    #[inline]
    pub(super) fn new(capital: bool, onset: u8, slot: usize) -> Self {
        let place = (slot << ONSET_BITS) as u32 | u32::from(onset);
        Self(NonZeroU32::MIN | u32::from(capital) << 1 | place << 2)
    }

    /// The code of a whole word; `None` where it is no such syllable.
    pub(crate) fn of(word: &str) -> Option<Self> {
        let mut padded = [0; WINDOW];
        padded.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
        let (end, _, code) = syllable(&padded, 0)?;
        (end == word.len()).then_some(code)
    }

    /// Its place in a table over all syllables, the same in both cases. Those that differ in their
    /// onset alone are neighbours.
    #[inline]
    pub(crate) const fn place(self) -> usize {
        (self.0.get() >> 2) as usize
    }

    /// Whether its first letter is a capital.
    #[inline]
    pub(crate) const fn is_capital(self) -> bool {
        self.0.get() & 2 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn a_code_tells_letters_and_case() {
        let code = |word| Code::of(word).expect(word);
        for word in ["xã", "nguyễn", "đảng", "giếng", "gìn", "nghiêng", "quyền", "an", "ủy"]
        {
            assert!(!code(word).is_capital() && code(word).place() < Code::PLACES, "{word}");
        }
        for (capital, small) in [("Xã", "xã"), ("Đảng", "đảng"), ("Nghĩa", "nghĩa"), ("An", "an")]
        {
            assert!(code(capital).is_capital(), "{capital}");
            assert_eq!(code(capital).place(), code(small).place(), "{capital}");
        }
        for (one, other) in [("hòa", "hoà"), ("ma", "mà"), ("gi", "di"), ("nga", "nghe")] {
            assert_ne!(code(one), code(other), "{one}, {other}");
        }
        for word in ["", "XÃ", "Ủy", "A", "Google", "xã hội", "krông", "nghiêngg"] {
            assert_eq!(Code::of(word), None, "{word}");
        }
    }
}
