//! Onset, glide, nucleus, coda, tone of a Vietnamese syllable, and where its tone mark stands.
//!
//! Vietnamese writes every syllable apart, and a syllable is built by rule:
//!
//! | | onset | glide | nucleus | coda | tone |
//! | --- | --- | --- | --- | --- | --- |
//! | nghiêng | ngh | | iê | ng | ngang |
//! | hoàn | h | o | a | n | huyền |
//! | quyền | qu | | yê | n | huyền |
//! | giếng | gi | | ê (for iê) | ng | sắc |
//! | gì | g (for gi) | | i | | huyền |
//! | mại | m | | a | i | nặng |
//!
//! The parts joined are always the letters of the syllable. The rules:
//!
//! * k, gh, ngh stand before e ê i, c, g, ng before all other vowels; k also before y.
//! * q stands only in qu, whose u belongs to the onset; the i of gi does so before a vowel.
//! * ch and nh close only a ê i y; ă and â are never open.
//! * iê yê uô ươ are closed, ia ya ua ưa open; uơ is open, after qu also closed.
//! * Syllables closed by c, ch, p, t carry sắc or nặng.
//!
//! ```
//! use vinews::letter::Tone;
//! use vinews::syllable::Syllable;
//!
//! const HOAN: Syllable = Syllable::parse("hoàn").unwrap(); // parsed by the compiler
//! assert_eq!((HOAN.onset(), HOAN.glide(), HOAN.nucleus(), HOAN.coda()), ("h", "o", "a", "n"));
//! assert_eq!(HOAN.tone(), Tone::Huyen);
//! assert!(Syllable::parse("tèt").is_none(), "a final t allows only sắc and nặng");
//! ```

mod code;
mod loan;
mod rhyme;
mod scan;
mod spelling;

use crate::letter::Tone;
pub(crate) use code::Code;
use rhyme::{ONSETS, RHYMES, Rhyme};
pub(crate) use scan::syllable;

pub use loan::{LOANS, is_loan};
pub use spelling::Spelling;

/// Where the tone mark of open `oa`, `oe`, `uy` stands; everywhere else the rules leave no choice.
///
/// Sources swap the words "old" and "new", so the two also have names by position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ToneStyle {
    /// As the text has it; only misplaced marks are mended.
    #[default]
    Keep,
    /// On the first vowel letter: hòa, khỏe, thủy. Most newspapers write so.
    Old,
    /// On the second vowel letter: hoà, khoẻ, thuỷ. Newer school books write so.
    New,
}

impl ToneStyle {
    /// [`ToneStyle::Old`] by position: hòa.
    pub const FIRST_VOWEL: Self = Self::Old;
    /// [`ToneStyle::New`] by position: hoà.
    pub const SECOND_VOWEL: Self = Self::New;
}

impl std::str::FromStr for ToneStyle {
    type Err = crate::Error;

    /// Reads `old`, `new` or `keep`.
    ///
    /// # Errors
    /// For any other word.
    fn from_str(name: &str) -> Result<Self, Self::Err> {
        match name {
            "keep" => Ok(Self::Keep),
            "old" => Ok(Self::Old),
            "new" => Ok(Self::New),
            _ => Err(crate::Error::option(name, "a tone style is one of old, new, keep")),
        }
    }
}

/// A syllable that Vietnamese can have, whether or not a word uses it.
///
/// Three bytes, `Copy`, no allocation; parsing and all parts are `const`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Syllable {
    onset: u8,
    rhyme: u8,
    tone: Tone,
}

impl Syllable {
    /// Reads one syllable of composed text in any case, its tone mark where either style puts it.
    ///
    /// `None` where the text is no Vietnamese syllable, has the mark on the wrong letter, or has
    /// anything before or after it. One pass over at most seven letters.
    ///
    /// ```
    /// use vinews::syllable::Syllable;
    /// assert_eq!(Syllable::parse("THUỶ"), Syllable::parse("thủy"));
    /// assert!(Syllable::parse("hòan").is_none(), "the mark of a closed syllable: hoàn");
    /// assert!(Syllable::parse("Krông").is_none());
    /// ```
    #[must_use]
    pub const fn parse(text: &str) -> Option<Self> {
        let Some(spelling) = Spelling::read(text) else { return None };
        let Some((syllable, at)) = Self::of(&spelling) else { return None };
        match at {
            Some(at) if !syllable.marked_at(ToneStyle::Old, at) => {
                if syllable.marked_at(ToneStyle::New, at) { Some(syllable) } else { None }
            }
            _ => Some(syllable),
        }
    }

    /// The syllable that letters spell wherever the mark stands, and the letter that has it.
    ///
    /// A mark that is there twice counts once: tạị.
    pub(crate) const fn of(spelling: &Spelling) -> Option<(Self, Option<usize>)> {
        let Some((tone, at)) = spelling.tone() else { return None };
        let Some((onset, rhyme)) = rhyme::parts(spelling) else { return None };
        let syllable = Self { onset, rhyme, tone };
        if syllable.entry().is_stopped() && !matches!(tone, Tone::Sac | Tone::Nang) {
            return None;
        }
        Some((syllable, at))
    }

    /// Puts a syllable together: `onset` and `rhyme` in lower case without tone, as in
    /// `("h", "oan")`; `None` where the rules forbid it.
    ///
    /// ```
    /// use vinews::letter::Tone;
    /// use vinews::syllable::{Syllable, ToneStyle};
    /// let thuy = Syllable::from_parts("th", "uy", Tone::Hoi).unwrap();
    /// assert_eq!(thuy.spell(ToneStyle::New).to_string(), "thuỷ");
    /// assert!(Syllable::from_parts("c", "iên", Tone::Sac).is_none());
    /// ```
    #[must_use]
    pub fn from_parts(onset: &str, rhyme: &str, tone: Tone) -> Option<Self> {
        let mut spelling = Spelling::read(onset)?;
        for &letter in Spelling::read(rhyme)?.letters() {
            spelling.push(letter)?;
        }
        let (number, entry) = rhyme::parts(&spelling)?;
        let syllable = Self { onset: number, rhyme: entry, tone };
        let stopped = syllable.entry().is_stopped() && !matches!(tone, Tone::Sac | Tone::Nang);
        (!stopped).then_some(syllable)
    }

    /// The consonants before the vowel, in lower case: `"ngh"`, `"qu"`, `""`.
    #[must_use]
    #[allow(clippy::indexing_slicing)] // made by `parts` alone
    pub const fn onset(self) -> &'static str {
        ONSETS[self.onset as usize]
    }

    /// The rounding o or u before the nucleus, or nothing: hoa, thuê.
    #[must_use]
    pub const fn glide(self) -> &'static str {
        self.entry().glide
    }

    /// The vowel that carries the syllable, of one or two letters.
    #[must_use]
    pub const fn nucleus(self) -> &'static str {
        self.entry().nucleus
    }

    /// The final consonant, or the off-glide i, y, o, u; nothing in an open syllable.
    #[must_use]
    pub const fn coda(self) -> &'static str {
        self.entry().coda
    }

    /// The tone.
    #[must_use]
    pub const fn tone(self) -> Tone {
        self.tone
    }

    /// The same syllable in another tone; `None` where its coda does not allow it.
    #[must_use]
    pub const fn with_tone(self, tone: Tone) -> Option<Self> {
        if self.entry().is_stopped() && !matches!(tone, Tone::Sac | Tone::Nang) {
            None
        } else {
            Some(Self { tone, ..self })
        }
    }

    /// Writes the syllable in lower case; [`ToneStyle::Keep`] has nothing to keep and means old.
    ///
    /// ```
    /// use vinews::syllable::{Syllable, ToneStyle};
    /// let hoa = Syllable::parse("hoà").unwrap();
    /// assert_eq!(hoa.spell(ToneStyle::Old).to_string(), "hòa");
    /// ```
    #[must_use]
    pub fn spell(self, style: ToneStyle) -> Spelling {
        let mut spelling = Spelling::default();
        for part in [self.onset(), self.glide(), self.nucleus(), self.coda()] {
            for letter in part.chars().filter_map(crate::letter::Letter::of) {
                // Seven letters hold the longest syllable, nghiêng.
                let _fits = spelling.push(letter);
            }
        }
        spelling.mark(self.mark_at(style), self.tone);
        spelling
    }

    /// Which letter of the syllable, counted from 0, the mark stands on.
    ///
    /// A letter with its own sign takes it, of two the second; else the nucleus does, but in an
    /// open syllable with a glide the old style puts it on the glide.
    pub(crate) const fn mark_at(self, style: ToneStyle) -> usize {
        let entry = self.entry();
        let at = if matches!(style, ToneStyle::New) { entry.mark_new } else { entry.mark_old };
        rhyme::onset_letters(self.onset) + at as usize
    }

    const fn marked_at(self, style: ToneStyle, at: usize) -> bool {
        self.mark_at(style) == at
    }

    #[allow(clippy::indexing_slicing)] // made by `parts` alone
    const fn entry(self) -> &'static Rhyme {
        &RHYMES[self.rhyme as usize]
    }
}

/// The onsets, in the order of the alphabet; the first is none at all.
#[must_use]
pub const fn onsets() -> &'static [&'static str] {
    &ONSETS
}

/// The rhymes without tone: a, ac, ach, …, uynh.
///
/// ```
/// use vinews::syllable::rhymes;
/// assert!(rhymes().any(|rhyme| rhyme == "uyên"));
/// ```
pub fn rhymes() -> impl Iterator<Item = String> {
    RHYMES.iter().map(|r| [r.glide, r.nucleus, r.coda].concat())
}
