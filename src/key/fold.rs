//! Text with differences taken out that a search should not see.

use crate::letter::{Letter, Sign, Tone};
use crate::syllable::{Spelling, Syllable, ToneStyle};
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// `text` without diacritics: đ is d, ớ is o, and so for all Latin letters. Case stays.
///
/// Borrowed where there is nothing to strip. Letters that are no base with a mark (ø, ß) and other
/// scripts stay as they are. O(n).
///
/// ```
/// use vinews::key::strip;
/// assert_eq!(strip("Đắk Lắk, Zürich"), "Dak Lak, Zurich");
/// ```
#[must_use]
pub fn strip(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| c.is_ascii() || bare(c) == Some(c)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter_map(bare).collect())
}

/// A character without its marks; `None` for a mark that stands by itself.
fn bare(c: char) -> Option<char> {
    match c {
        '\0'..='\u{7f}' => Some(c),
        '\u{300}'..='\u{36f}' => None,
        _ => match Letter::of(c) {
            Some(letter) => Some(bare_letter(letter).to_char()),
            None if c.is_alphabetic() && matches!(c, ..'\u{250}' | '\u{1e00}'..='\u{1eff}') => {
                c.nfd().next()
            }
            None => Some(c),
        },
    }
}

fn bare_letter(letter: Letter) -> Letter {
    letter.with_tone(Tone::Ngang).with_sign(Sign::Plain).unwrap_or(letter)
}

/// Which differences a search key leaves out.
///
/// A new fold leaves out case and the style of tone marks (hoà, hòa), which no reader takes for a
/// difference; [`Fold::search`] leaves out all. Syllables are folded as such, so that y for i is
/// found where the two are free (kỹ sư, kĩ sư) and not where they are not (tay, tai).
///
/// ```
/// use vinews::key::Fold;
/// let fold = Fold::new().y(true);
/// assert_eq!(fold.key("Kỹ sư"), fold.key("kĩ sư"));
/// assert_ne!(fold.key("túi"), fold.key("túy"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fold {
    case: bool,
    tone_style: bool,
    marks: bool,
    y: bool,
    gi: bool,
}

impl Default for Fold {
    fn default() -> Self {
        Self::new()
    }
}

impl Fold {
    /// Leaves out case and tone style.
    #[must_use]
    pub const fn new() -> Self {
        Self { case: true, tone_style: true, marks: false, y: false, gi: false }
    }

    /// Leaves out everything that can be left out.
    #[must_use]
    pub const fn search() -> Self {
        Self { case: true, tone_style: true, marks: true, y: true, gi: true }
    }

    /// Whether capitals are like small letters.
    #[must_use]
    pub const fn case(self, case: bool) -> Self {
        Self { case, ..self }
    }

    /// Whether hoà is like hòa.
    #[must_use]
    pub const fn tone_style(self, tone_style: bool) -> Self {
        Self { tone_style, ..self }
    }

    /// Whether letters are like their base: no signs, no tones, đ like d.
    #[must_use]
    pub const fn marks(self, marks: bool) -> Self {
        Self { marks, ..self }
    }

    /// Whether y that ends a syllable after h k l m n s t v qu is like i: kỹ, quý.
    #[must_use]
    pub const fn y(self, y: bool) -> Self {
        Self { y, ..self }
    }

    /// Whether the onset gi is like d: giông, dông.
    #[must_use]
    pub const fn gi(self, gi: bool) -> Self {
        Self { gi, ..self }
    }

    /// The key of `text`, which should be clean. O(n).
    #[must_use]
    pub fn key(&self, text: &str) -> String {
        let mut key = String::with_capacity(text.len());
        self.push_key(text, &mut key);
        key
    }

    /// Appends the key of `text` to `out`, for loops that use one buffer again and again.
    pub fn push_key(&self, text: &str, out: &mut String) {
        let mut rest = text;
        while !rest.is_empty() {
            let len = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
            let (word, behind) = rest.split_at_checked(len).unwrap_or((rest, ""));
            self.push_word(word, out);
            let len = behind.find(char::is_alphabetic).unwrap_or(behind.len());
            let (between, next) = behind.split_at_checked(len).unwrap_or((behind, ""));
            self.push_letters(between.chars(), out);
            rest = next;
        }
    }

    fn push_word(&self, word: &str, out: &mut String) {
        let as_syllable = self.tone_style || self.y || self.gi;
        let spelling = Spelling::read(word).filter(|_| as_syllable);
        let syllable = spelling.as_ref().and_then(Syllable::of);
        let (Some(mut spelling), Some((syllable, _))) = (spelling, syllable) else {
            return self.push_letters(word.chars(), out);
        };
        if self.tone_style {
            spelling.mark(syllable.mark_at(ToneStyle::Old), syllable.tone());
        }
        if self.y && is_free_y(syllable) {
            spelling.replace_last('i');
        }
        let letters = spelling.letters().iter().map(|letter| letter.to_char());
        if self.gi
            && (syllable.onset() == "gi" || syllable.onset() == "g" && syllable.nucleus() == "i")
        {
            let d = if spelling.at(0).is_upper() { 'D' } else { 'd' };
            // giông is dông, but gì, whose i is the nucleus, is dì.
            let rest = letters.skip(syllable.onset().len());
            return self.push_letters(std::iter::once(d).chain(rest), out);
        }
        self.push_letters(letters, out);
    }

    fn push_letters(&self, chars: impl Iterator<Item = char>, out: &mut String) {
        for c in chars {
            let Some(c) = (if self.marks { bare(c) } else { Some(c) }) else { continue };
            match Letter::of(c) {
                Some(letter) if self.case => out.push(letter.to_lower().to_char()),
                None if self.case => out.extend(c.to_lowercase()),
                _ => out.push(c),
            }
        }
    }
}

/// Whether y and i are two spellings of one syllable.
fn is_free_y(syllable: Syllable) -> bool {
    let onset = syllable.onset();
    (syllable.glide(), syllable.nucleus(), syllable.coda()) == ("", "y", "")
        && matches!(onset, "h" | "k" | "l" | "m" | "n" | "s" | "t" | "v" | "qu")
}
