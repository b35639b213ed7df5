//! Which characters are blanks, invisible, twins of Latin letters, or of other scripts.

use crate::letter::{Letter, lower};
use crate::syllable::{Spelling, Syllable, is_loan};

/// Blanks that stand for an ordinary one.
pub(super) const fn is_blank(c: char) -> bool {
    matches!(
        c,
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

/// Characters that nobody sees: soft hyphen, zero-width blanks and joiners, direction marks, BOM.
pub(super) const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Whether an invisible character beside this one may have a meaning: in the scripts that join or
/// run from right to left, and in pictographs.
pub(super) fn joins(c: char) -> bool {
    !is_latin(c)
        && !matches!(c, '\0'..='\u{36f}' | '\u{2000}'..='\u{218f}' | '\u{ff01}'..='\u{ff5e}')
        && !is_blank(c)
}

/// Whether full-width punctuation beside this character is at home.
pub(super) const fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
        && !is_blank(c)
}

/// Characters that the composer handles itself, so that a run of other scripts ends at them.
pub(super) fn is_ours(c: char) -> bool {
    c < '\u{370}'
        || Letter::of(c).is_some()
        || is_blank(c)
        || is_invisible(c)
        || matches!(c, '\u{2010}'..='\u{206f}' | '\u{ff01}'..='\u{ff5e}')
        || twin(c).is_some()
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic()
        && (c < '\u{250}' || matches!(c, '\u{1e00}'..='\u{1eff}' | '\u{ff21}'..='\u{ff5a}'))
}

/// The Latin letter that a Cyrillic or Greek one cannot be told from.
pub(super) const fn twin(c: char) -> Option<char> {
    Some(match c {
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'С' => 'C',
        'Е' | 'Ε' => 'E',
        'Ѐ' => 'È',
        'Ё' => 'Ë',
        'Н' | 'Η' => 'H',
        'І' | 'Ι' => 'I',
        'Ї' => 'Ï',
        'Ј' => 'J',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'Ν' => 'N',
        'О' | 'Ο' => 'O',
        'Ό' => 'Ó',
        'Р' | 'Ρ' => 'P',
        'Ѕ' => 'S',
        'Т' | 'Τ' => 'T',
        'У' | 'Υ' | 'Ү' => 'Y',
        'Ѵ' => 'V',
        'Х' | 'Χ' => 'X',
        'Ζ' => 'Z',
        'а' => 'a',
        'с' | 'ϲ' => 'c',
        'ԁ' => 'd',
        'е' => 'e',
        'ѐ' => 'è',
        'ё' => 'ë',
        'һ' => 'h',
        'і' => 'i',
        'ї' => 'ï',
        'ј' | 'ϳ' => 'j',
        'к' => 'k',
        'о' | 'ο' => 'o',
        'ό' => 'ó',
        'р' => 'p',
        'ԛ' => 'q',
        'ѕ' => 's',
        'у' | 'ү' => 'y',
        'ѵ' => 'v',
        'ԝ' => 'w',
        'х' => 'x',
        _ => return None,
    })
}

/// Whether the word that was looked at last is a Latin one with twins in it.
#[derive(Debug, Default)]
pub(super) struct Word {
    end: usize,
    latin: bool,
}

impl Word {
    /// Whether the letters around `at` are Latin but for twins. Each word is read once.
    pub(super) fn is_latin(&mut self, text: &str, at: usize) -> bool {
        if at >= self.end {
            let (start, end) = word(text, at, usize::MAX);
            let letters = || text.get(start..end).unwrap_or_default().chars();
            let other = |c: char| c.is_alphabetic() && !is_latin(c) && twin(c).is_none();
            *self = Self { end, latin: letters().any(is_latin) && !letters().any(other) };
        }
        self.latin
    }
}

/// The letters and what clings to them around `at`, at most `reach` characters either way.
fn word(text: &str, at: usize, reach: usize) -> (usize, usize) {
    let inside =
        |c: &char| c.is_alphabetic() || is_invisible(*c) || matches!(*c, '\u{300}'..='\u{36f}');
    let len = |chars: &mut dyn Iterator<Item = char>| -> usize {
        chars.take_while(inside).take(reach).map(char::len_utf8).sum()
    };
    let before = len(&mut text.get(..at).unwrap_or_default().chars().rev());
    (at - before, at + len(&mut text.get(at..).unwrap_or_default().chars()))
}

/// Whether the Icelandic or African letter at `at` was meant to be đ.
///
/// So it is where the word is a Vietnamese syllable with đ (Ðảng), in short forms of capitals
/// (HÐND), alone as a capital or behind a number (5.000 ð is đồng), and at the beginning of a
/// capitalised word, where Icelandic has none.
pub(super) fn means_d_stroke(text: &str, at: usize, c: char) -> bool {
    use unicode_normalization::UnicodeNormalization;
    const LONGEST: usize = 16;
    let (start, end) = word(text, at, LONGEST);
    let word: String = text
        .get(start..end)
        .unwrap_or_default()
        .chars()
        .filter(|&c| !is_invisible(c))
        .map(|c| match c {
            'Ð' | 'Ɖ' => 'Đ',
            'ð' => 'đ',
            c => twin(c).unwrap_or(c),
        })
        .nfc()
        .collect();
    let letters = || word.chars().filter_map(Letter::of);
    if letters().count() != word.chars().count() {
        return false;
    }
    if Spelling::read(&word).is_some_and(|s| Syllable::of(&s).is_some()) || is_loan(&lower(&word)) {
        return true;
    }
    let vowels = letters().filter(|l| l.is_vowel()).count();
    let count = letters().count();
    match c {
        _ if count == 1 && c != 'ð' => true,
        'ð' => count == 1 && follows_number(text, start),
        _ if count < 8 && letters().all(Letter::is_upper) && (vowels < 2 || count < 4) => true,
        'Ð' => start == at && !letters().all(Letter::is_upper),
        _ => false,
    }
}

fn follows_number(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    before.trim_end_matches([' ', '\u{a0}']).ends_with(|c: char| c.is_ascii_digit())
}
