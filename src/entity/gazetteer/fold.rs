//! When two spellings are one name.
//!
//! A name is a run of syllables; hyphens, blanks and dots only part them. Syllables are equal when
//! they differ in nothing but these: capitals after the first letter (`HÀ NAM`, `KRông`), `i` for
//! `y` after h, k, l, m, s, t, v and qu (`Mĩ`, `Qui`), `Đắk`, `Đăk`, `Đak`, apostrophes (`M'Đrắk`),
//! zeros before a number (`Phường 01`). Text comes with its tone marks in old style.

use crate::letter::{Letter, Packed};

/// What a run of no syllables hashes to.
pub(crate) const EMPTY: u64 = 0x9e37_79b9_7f4a_7c15;

/// A character as names see it: its letter without case, and its class.
#[derive(Clone, Copy, Debug)]
struct Glyph {
    key: u32,
    class: Class,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Small,
    Capital,
    Digit,
    Apostrophe,
    Other,
}

/// What becomes of the case of a first letter.
#[derive(Clone, Copy, Debug)]
enum First {
    Kept,
    Small,
    Capital,
}

impl Glyph {
    fn of(c: char) -> Self {
        let letter = Packed::read(c);
        if letter.is_letter() {
            let class = if letter.is_upper() { Class::Capital } else { Class::Small };
            return Self { key: letter.code() | letter.tone() << TONE, class };
        }
        let (c, class) = match c {
            '0'..='9' => (c, Class::Digit),
            '\'' | '’' | '‘' | '`' | 'ʼ' => (c, Class::Apostrophe),
            _ if !c.is_alphanumeric() => (c, Class::Other),
            _ if c.is_uppercase() => (c.to_lowercase().next().unwrap_or(c), Class::Capital),
            _ => (c, Class::Small),
        };
        Self { key: u32::from(c) | FOREIGN, class }
    }

    const fn is_letter(self) -> bool {
        matches!(self.class, Class::Small | Class::Capital)
    }

    /// The letter without its tone.
    const fn code(self) -> u32 {
        self.key & ((1 << TONE) - 1)
    }
}

/// Bits of a key above the letter: its tone, a character that is no Vietnamese letter, a capital.
const TONE: u32 = 8;
const FOREIGN: u32 = 1 << 28;
const CAPITAL: u32 = 1 << 29;

const fn letter(c: char) -> u32 {
    match Letter::of(c) {
        Some(letter) => letter.code() as u32,
        None => 0,
    }
}

/// The syllables of `text` with their offsets: runs of letters and digits, cut where a digit follows
/// a letter and where a capital follows a small letter (`IaBăng`).
///
/// An apostrophe between letters stays inside; [`extend`] passes over it.
pub(crate) fn syllables(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut glyphs = text.char_indices().map(|(at, c)| (at, Glyph::of(c))).peekable();
    std::iter::from_fn(move || {
        let starts = |glyph: Glyph| glyph.is_letter() || glyph.class == Class::Digit;
        let (start, mut last) = glyphs.find(|&(_, glyph)| starts(glyph))?;
        let mut end = text.len();
        while let Some(&(at, glyph)) = glyphs.peek() {
            let inside = match glyph.class {
                Class::Small => true,
                Class::Capital => last.class != Class::Small,
                Class::Digit => !last.is_letter(),
                Class::Apostrophe => {
                    let next = text.get(at..).and_then(|rest| rest.chars().nth(1));
                    next.is_some_and(char::is_alphabetic)
                }
                Class::Other => false,
            };
            if !inside {
                end = at;
                break;
            }
            last = glyph;
            glyphs.next();
        }
        Some((start, text.get(start..end)?))
    })
}

/// The hash of the name that continues `prefix` with `syllable`.
pub(crate) fn extend(prefix: u64, syllable: &str) -> u64 {
    hash(prefix, syllable, First::Kept)
}

/// The same with the first letter small, for words that are no names.
pub(crate) fn extend_lower(prefix: u64, syllable: &str) -> u64 {
    hash(prefix, syllable, First::Small)
}

/// The same with the first letter a capital, for names written without (`Lai châu`).
pub(crate) fn extend_upper(prefix: u64, syllable: &str) -> u64 {
    hash(prefix, syllable, First::Capital)
}

/// The hash of a whole name.
pub(crate) fn whole(name: &str) -> u64 {
    syllables(name).fold(EMPTY, |prefix, (_, syllable)| extend(prefix, syllable))
}

fn hash(prefix: u64, syllable: &str, first: First) -> u64 {
    let digit = syllable.starts_with(|c: char| c.is_ascii_digit());
    let text = if digit { syllable.trim_start_matches('0') } else { syllable };
    // A key that no letter has parts the syllables, so that `An` + `Đổ` is not `AnĐổ`.
    let mut hash = mix(prefix, 0);
    let mut glyphs = text.chars().map(Glyph::of).filter(|g| g.class != Class::Apostrophe);
    let (mut before, mut last) = (0, 0);
    while let Some(glyph) = glyphs.next() {
        let code = glyph.code();
        let mut key = glyph.key - code + short(code, before, last);
        if code == const { letter('ă') } && before == 0 && last == const { letter('đ') } {
            let k = glyphs.clone().next().is_some_and(|g| g.code() == const { letter('k') });
            key = if k { const { letter('a') } } else { key };
        }
        let capital = match first {
            First::Kept => glyph.class == Class::Capital,
            First::Small => false,
            First::Capital => glyph.is_letter(),
        };
        if last == 0 && capital {
            key |= CAPITAL;
        }
        hash = mix(hash, key);
        (before, last) = (last, code);
    }
    hash
}

fn mix(hash: u64, key: u32) -> u64 {
    (hash.rotate_left(5) ^ u64::from(key)).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// The letter `code`, `i` for a `y` that may be written so after these two.
#[inline]
pub(crate) const fn short(code: u32, before: u32, last: u32) -> u32 {
    if code == const { letter('y') } && short_i(before, last) {
        const { letter('i') }
    } else {
        code
    }
}

/// Whether `y` after these two letters may be written `i`.
const fn short_i(before: u32, last: u32) -> bool {
    const AFTER: [u32; 7] =
        [letter('h'), letter('k'), letter('l'), letter('m'), letter('s'), letter('t'), letter('v')];
    let [h, k, l, m, s, t, v] = AFTER;
    last == h
        || last == k
        || last == l
        || last == m
        || last == s
        || last == t
        || last == v
        || before == letter('q') && last == letter('u')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_in_several_spellings() {
        for (a, b, same) in [
            ("Hà Nam", "HÀ NAM", true),
            ("Hà Nam", "Hà nam", false),
            ("Mỹ Lộc", "Mĩ Lộc", true),
            ("Quy Nhơn", "Qui Nhơn", true),
            ("Tây Hồ", "Tâi Hồ", false),
            ("Đắk Lắk", "Đăk Lắk", true),
            ("Đắk Lắk", "Đak Lắk", true),
            ("M'Đrắk", "MĐrắk", true),
            ("Krông Nô", "KRông Nô", true),
            ("Bà Rịa - Vũng Tàu", "Bà Rịa-Vũng Tàu", true),
            ("Phường 1", "Phường 01", true),
            ("Quận 1", "Quận1", true),
            ("Quận 1", "Quận 10", false),
            ("An Đổ", "AnĐổ", true),
            ("An Đổ", "Anđổ", false),
        ] {
            assert_eq!(whole(a) == whole(b), same, "{a} / {b}");
        }
    }

    #[test]
    fn syllables_are_runs_of_letters_or_digits() {
        let cut = |text| syllables(text).map(|(_, s)| s).collect::<Vec<_>>().join("|");
        assert_eq!(cut("TP.HCM, Q1 (QL1A) H'Hen"), "TP|HCM|Q|1|QL|1A|H'Hen");
        assert_eq!(cut("xã IaBăng, KRông"), "xã|Ia|Băng|KRông");
        assert_eq!(cut(" - "), "");
    }
}
