//! A run of letters: where it ends, its case, and whether it is a Vietnamese syllable.

use super::cluster;
use crate::letter::{Letter, Sign, Tone};
use crate::syllable::{Spelling, Syllable};
use std::mem;

/// A run of letters with the marks over them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Run {
    /// The byte after its last letter or mark.
    pub(super) end: usize,
    /// Number of letters.
    pub(super) letters: usize,
    /// Number of capitals.
    pub(super) capitals: usize,
    /// Whether the first letter is a capital.
    pub(super) capital: bool,
    /// Whether the last is a small letter without a mark behind it.
    small: bool,
    /// The letters, as long as they can be a syllable.
    spelling: Spelling,
    /// Whether there is a letter or mark that no syllable has, or more letters than one has.
    strange: bool,
}

impl Run {
    /// The run that begins at `start`; empty where no letter stands there.
    pub(super) fn read(text: &str, start: usize) -> Self {
        Self::read_while(text, start, |_| true)
    }

    /// The run that begins at `start`, or its first word where a capital behind a marked syllable
    /// begins the next one: `Nguyễn|Theo`, not `Vn|Express`.
    pub(super) fn read_word(text: &str, start: usize) -> Self {
        let mut asked = false;
        Self::read_while(text, start, |run| {
            mem::replace(&mut asked, true) || !(run.is_marked() && run.is_syllable())
        })
    }

    /// The run that begins at `start`; at each capital behind a small letter `goes_on` is asked.
    #[inline]
    fn read_while(text: &str, start: usize, mut goes_on: impl FnMut(&Self) -> bool) -> Self {
        let mut run = Self { end: start, ..Self::default() };
        for c in text.get(start..).unwrap_or_default().chars() {
            let letter = Letter::of(c);
            if letter.is_some() || c.is_alphabetic() && !cluster::leads(c) {
                let capital = letter.map_or_else(|| c.is_uppercase(), Letter::is_upper);
                if capital && run.small && !goes_on(&run) {
                    break;
                }
                run.push(letter, capital);
            } else if run.letters > 0 && cluster::extends(c) {
                run.mark(c);
            } else {
                break;
            }
            run.end += c.len_utf8();
        }
        run
    }

    fn push(&mut self, letter: Option<Letter>, capital: bool) {
        self.capital |= capital && self.letters == 0;
        self.capitals += usize::from(capital);
        self.letters += 1;
        self.small = !capital;
        self.strange |= letter.is_none_or(|l| self.spelling.push(l).is_none());
    }

    /// A combining mark changes the letter it stands on.
    fn mark(&mut self, mark: char) {
        self.small = false;
        let changed = self.spelling.letters_mut().last_mut().and_then(|letter| {
            let changed = match (Tone::of_mark(mark), Sign::of_mark(mark)) {
                (Some(tone), _) if letter.tone() == Tone::Ngang => Some(letter.with_tone(tone)),
                (_, Some(sign)) if letter.sign() == Sign::Plain => letter.with_sign(sign),
                _ => None,
            };
            *letter = changed?;
            changed
        });
        self.strange |= changed.is_none();
    }

    /// Whether the letters, their case and the place of the tone mark aside, are a syllable.
    pub(super) fn is_syllable(&self) -> bool {
        !self.strange && Syllable::of(&self.spelling).is_some()
    }

    /// Whether a letter has a tone mark or a sign, đ aside.
    pub(super) fn is_marked(&self) -> bool {
        let signed = |l: &Letter| !matches!(l.sign(), Sign::Plain | Sign::Stroke);
        self.spelling.letters().iter().any(|l| l.tone() != Tone::Ngang || signed(l))
    }

    /// Whether at most three letters, none of them a vowel, begin with a capital: Tp, Ths, Bs.
    pub(super) fn is_contraction(&self) -> bool {
        let vowel = self.spelling.letters().iter().any(|letter| letter.is_vowel());
        self.capital && self.letters <= 3 && !vowel && !self.strange
    }

    /// Whether a transcription from abroad would write it so: level, or sắc before a stop.
    pub(super) fn sounds_foreign(&self) -> bool {
        let letters = self.spelling.letters();
        let tone = letters.iter().map(|l| l.tone()).find(|&tone| tone != Tone::Ngang);
        let stopped = letters.last().is_some_and(|l| matches!(l.base(), 'c' | 'p' | 't'));
        tone.is_none_or(|tone| tone == Tone::Sac && stopped)
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
