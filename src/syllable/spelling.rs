//! A few letters in a row, kept without allocation.

use crate::letter::{Letter, Tone};
use std::fmt;

/// The letters of a syllable in their case, at most seven as in nghiêng.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Spelling {
    letters: [Letter; Self::MAX],
    len: u8,
}

impl Default for Spelling {
    fn default() -> Self {
        Self { letters: [Letter::FILLER; Self::MAX], len: 0 }
    }
}

#[allow(clippy::indexing_slicing)] // `len` never passes `MAX`
impl Spelling {
    pub(crate) const MAX: usize = 7;

    /// Reads text that is made of at most seven letters; `None` for any other.
    #[must_use]
    pub(crate) const fn read(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let mut spelling = Self { letters: [Letter::FILLER; Self::MAX], len: 0 };
        let mut at = 0;
        while at < bytes.len() {
            let Some((letter, width)) = Letter::decode(bytes, at) else { return None };
            if spelling.push(letter).is_none() {
                return None;
            }
            at += width;
        }
        Some(spelling)
    }

    /// Adds a letter; `None` where there is no room for it.
    pub(crate) const fn push(&mut self, letter: Letter) -> Option<()> {
        if self.len as usize == Self::MAX {
            return None;
        }
        self.letters[self.len as usize] = letter;
        self.len += 1;
        Some(())
    }

    /// The letters.
    #[must_use]
    pub fn letters(&self) -> &[Letter] {
        &self.letters[..self.len as usize]
    }

    pub(crate) fn letters_mut(&mut self) -> &mut [Letter] {
        &mut self.letters[..self.len as usize]
    }

    pub(crate) const fn len(&self) -> usize {
        self.len as usize
    }

    /// Letter `at`; a filler that is no letter past the end.
    pub(crate) const fn at(&self, at: usize) -> Letter {
        if at < self.len as usize { self.letters[at] } else { Letter::FILLER }
    }

    /// The tone and the last letter that carries it; `None` where two letters differ.
    pub(crate) const fn tone(&self) -> Option<(Tone, Option<usize>)> {
        let mut found = (Tone::Ngang, None);
        let mut at = 0;
        while at < self.len() {
            let tone = self.letters[at].tone();
            if !matches!(tone, Tone::Ngang) {
                if found.1.is_some() && tone as u8 != found.0 as u8 {
                    return None;
                }
                found = (tone, Some(at));
            }
            at += 1;
        }
        Some(found)
    }

    /// Puts the vowel `c` in place of the last letter, whose tone and case it takes.
    pub(crate) fn replace_last(&mut self, c: char) {
        if let (Some(last), Some(letter)) = (self.letters_mut().last_mut(), Letter::of(c)) {
            let letter = letter.with_tone(last.tone());
            *last = if last.is_upper() { letter.to_upper() } else { letter };
        }
    }

    /// Puts `tone` on letter `at` and takes it from all others.
    pub(crate) fn mark(&mut self, at: usize, tone: Tone) {
        for (i, letter) in self.letters_mut().iter_mut().enumerate() {
            *letter = letter.with_tone(if i == at { tone } else { Tone::Ngang });
        }
    }
}

impl fmt::Display for Spelling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.letters().iter().try_for_each(|letter| fmt::Write::write_char(f, letter.to_char()))
    }
}

impl fmt::Debug for Spelling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Spelling({self})")
    }
}
