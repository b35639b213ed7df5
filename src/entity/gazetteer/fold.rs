//! When two spellings are one name.
//!
//! A name is a run of syllables; hyphens, blanks and dots only part them. Syllables are equal when
//! they differ in nothing but these: capitals after the first letter (`HÀ NAM`, `KRông`), `i` for
//! `y` after h, k, l, m, s, t, v and qu (`Mĩ`, `Qui`), `Đắk`, `Đăk`, `Đak`, apostrophes (`M'Đrắk`),
//! zeros before a number (`Phường 01`). Text comes with its tone marks in old style.

use crate::entity::cue::{Key, code_of, known_key, known_keys};
use crate::letter::Packed;

/// What a run of no syllables hashes to.
pub(crate) const EMPTY: u64 = 0x9e37_79b9_7f4a_7c15;

/// What a character is to names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Small,
    Capital,
    Digit,
    Apostrophe,
    Other,
}

impl Class {
    fn of(c: char) -> Self {
        let letter = Packed::read(c);
        match c {
            _ if letter.is_letter() && letter.is_upper() => Self::Capital,
            _ if letter.is_letter() => Self::Small,
            '0'..='9' => Self::Digit,
            _ if is_apostrophe(c) => Self::Apostrophe,
            _ if !c.is_alphanumeric() => Self::Other,
            _ if c.is_uppercase() => Self::Capital,
            _ => Self::Small,
        }
    }

    const fn is_letter(self) -> bool {
        matches!(self, Self::Small | Self::Capital)
    }
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | 'ʼ')
}

/// A syllable of a name, read once.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Syllable {
    key: u32,
    first: Class,
}

/// The syllables of `text` with their offsets.
pub(crate) fn syllables(text: &str) -> impl Iterator<Item = (usize, Syllable)> {
    runs(text).map(|(at, run)| (at, Syllable::read(run)))
}

/// Runs of letters and digits, cut where a digit follows a letter and where a capital follows a small
/// letter (`IaBăng`); an apostrophe between letters stays inside.
fn runs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut chars = text.char_indices().map(|(at, c)| (at, Class::of(c))).peekable();
    std::iter::from_fn(move || {
        let (start, mut last) =
            chars.find(|&(_, class)| class.is_letter() || class == Class::Digit)?;
        let mut end = text.len();
        while let Some(&(at, class)) = chars.peek() {
            let inside = match class {
                Class::Small => true,
                Class::Capital => last != Class::Small,
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
            last = class;
            chars.next();
        }
        Some((start, text.get(start..end)?))
    })
}

impl Syllable {
    /// A syllable of letters alone, by its [`word_key`](crate::entity::cue::word_key) and whether it
    /// begins with a capital.
    pub(crate) fn of(key: u32, capital: bool) -> Self {
        const DAK: [u32; 6] = known_keys(["đăk", "đằk", "đẳk", "đẵk", "đắk", "đặk"]);
        let key = if DAK.contains(&key) { const { known_key("đak") } } else { key };
        Self { key, first: if capital { Class::Capital } else { Class::Small } }
    }

    /// Whether it begins with a capital.
    pub(crate) fn is_capital(self) -> bool {
        self.first == Class::Capital
    }

    fn read(run: &str) -> Self {
        const DAK: [u32; 3] = [code_of('đ'), code_of('ă'), code_of('k')];
        let digit = run.starts_with(|c: char| c.is_ascii_digit());
        let text = if digit { run.trim_start_matches('0') } else { run };
        let letters = text.chars().filter(|&c| !is_apostrophe(c));
        let dak = text.starts_with(['Đ', 'đ'])
            && letters.clone().take(DAK.len()).map(|c| Packed::read(c).code()).eq(DAK);
        let first = letters.clone().next().map_or(Class::Other, Class::of);
        let mut key = Key::START;
        for (i, c) in letters.enumerate() {
            key.read(if dak && i == 1 { 'a' } else { c });
        }
        Self { key: key.end(), first }
    }
}

/// The hash of the name that continues `prefix` with `syllable`.
pub(crate) fn extend(prefix: u64, syllable: Syllable) -> u64 {
    mix(prefix, syllable.key, syllable.is_capital())
}

/// The same with the first letter small, for words that are no names.
pub(crate) fn extend_lower(prefix: u64, syllable: Syllable) -> u64 {
    mix(prefix, syllable.key, false)
}

/// The same with the first letter a capital, for names written without (`Lai châu`).
pub(crate) fn extend_upper(prefix: u64, syllable: Syllable) -> u64 {
    mix(prefix, syllable.key, syllable.first.is_letter())
}

/// The hash of a whole name.
pub(crate) fn whole(name: &str) -> u64 {
    syllables(name).fold(EMPTY, |prefix, (_, syllable)| extend(prefix, syllable))
}

fn mix(prefix: u64, key: u32, capital: bool) -> u64 {
    let syllable = u64::from(key) | u64::from(capital) << 32;
    (prefix.rotate_left(23) ^ syllable).wrapping_mul(0x517c_c1b7_2722_0a95)
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
        let cut = |text| runs(text).map(|(_, s)| s).collect::<Vec<_>>().join("|");
        assert_eq!(cut("TP.HCM, Q1 (QL1A) H'Hen"), "TP|HCM|Q|1|QL|1A|H'Hen");
        assert_eq!(cut("xã IaBăng, KRông"), "xã|Ia|Băng|KRông");
        assert_eq!(cut(" - "), "");
    }
}
