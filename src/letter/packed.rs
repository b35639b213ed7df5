//! A letter as one number, for what reads every letter of a text.

use super::{LETTERS, Letter, slot};

/// A [`Letter`] as one number: its tone, above it its [code](Letter::code), then its case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Packed(u16);

impl Packed {
    const CAPITAL: u16 = 1 << 11;

    /// What `c` is; no letter where [`Letter::of`] knows none. One table look-up.
    #[allow(clippy::indexing_slicing)] // `slot` stays inside the table
    pub(crate) const fn read(c: char) -> Self {
        match slot(c) {
            Some(slot) => PACKED[slot],
            None => Self(0),
        }
    }

    /// A letter, packed.
    pub(crate) const fn of(letter: Letter) -> Self {
        let capital = if letter.upper { Self::CAPITAL } else { 0 };
        Self((letter.code() as u16) << 3 | letter.tone as u16 | capital)
    }

    /// Whether it is a letter at all.
    pub(crate) const fn is_letter(self) -> bool {
        self.0 != 0
    }

    /// Whether it is a capital.
    pub(crate) const fn is_upper(self) -> bool {
        self.0 & Self::CAPITAL != 0
    }

    /// The letter without tone and case.
    pub(crate) const fn code(self) -> u32 {
        (self.0 >> 3 & 0xff) as u32
    }

    /// Its tone as a number.
    pub(crate) const fn tone(self) -> u32 {
        (self.0 & 7) as u32
    }
}

/// [`LETTERS`], packed.
static PACKED: [Packed; LETTERS.len()] = packed();

#[allow(clippy::indexing_slicing)] // evaluated by the compiler
const fn packed() -> [Packed; LETTERS.len()] {
    let mut table = [Packed(0); LETTERS.len()];
    let mut slot = 0;
    while slot < table.len() {
        if LETTERS[slot].base != 0 {
            table[slot] = Packed::of(LETTERS[slot]);
        }
        slot += 1;
    }
    table
}
