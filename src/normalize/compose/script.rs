//! Which characters are blanks, invisible, twins of Latin letters, or of other scripts.

use crate::letter::Letter;
use crate::syllable::{Spelling, Syllable, is_loan};
use unicode_normalization::UnicodeNormalization;

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
        && !matches!(c, '\0'..='\u{58f}' | '\u{2000}'..='\u{218f}' | '\u{ff01}'..='\u{ff5e}')
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

/// The character of ASCII that a full-width one is.
pub(super) fn narrow(c: char) -> Option<char> {
    let wide = matches!(c, '\u{ff01}'..='\u{ff5e}');
    wide.then(|| char::from_u32(c as u32 - 0xFEE0)).flatten()
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

/// The word that was looked at last, so that each is read once however many odd letters it has.
#[derive(Debug, Default)]
pub(super) struct Word {
    start: usize,
    end: usize,
    latin: bool,
    stroke: Stroke,
}

/// Where a word has đ for the Icelandic or African letter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Stroke {
    #[default]
    Nowhere,
    /// At its head, as a capital.
    AtHead,
    Everywhere,
}

impl Word {
    /// Whether the letters around `at` are Latin but for twins.
    pub(super) fn is_latin(&mut self, text: &str, at: usize) -> bool {
        self.read(text, at);
        self.latin
    }

    /// Whether the letter `c` at `at` was meant to be đ.
    pub(super) fn means_stroke(&mut self, text: &str, at: usize, c: char) -> bool {
        self.read(text, at);
        match self.stroke {
            Stroke::Nowhere => false,
            Stroke::AtHead => c == 'Ð' && at == self.start,
            Stroke::Everywhere => true,
        }
    }

    fn read(&mut self, text: &str, at: usize) {
        if at < self.end {
            return;
        }
        let (before, rest) = text.split_at_checked(at).unwrap_or((text, ""));
        let before = before.trim_end_matches(is_part_of_word);
        let start = before.len();
        let end = text.len() - rest.trim_start_matches(is_part_of_word).len();
        let word = text.get(start..end).unwrap_or_default();
        let other = |c: char| c.is_alphabetic() && !is_latin(c) && twin(c).is_none();
        let latin = word.contains(is_latin) && !word.contains(other);
        *self = Self { start, end, latin, stroke: stroke(word, before) };
    }
}

/// Letters and what clings to them.
fn is_part_of_word(c: char) -> bool {
    c.is_alphabetic() || is_invisible(c) || matches!(c, '\u{300}'..='\u{36f}')
}

/// Where `word`, which stands behind `before`, has đ for Ð, ð or Ɖ.
///
/// It has where it is a Vietnamese syllable with đ (Ðảng), in short forms of capitals (HÐND), alone
/// as a capital or behind a number (5.000 ð is đồng), and as the capital at the head of a word,
/// where Icelandic has none.
fn stroke(word: &str, before: &str) -> Stroke {
    const LONGEST: usize = 40;
    if word.len() > LONGEST || !word.contains(['Ð', 'ð', 'Ɖ']) {
        return Stroke::Nowhere;
    }
    let visible = word.chars().filter(|&c| !is_invisible(c));
    let meant: String = visible
        .map(|c| match c {
            'Ð' | 'Ɖ' => 'Đ',
            'ð' => 'đ',
            c => twin(c).or_else(|| narrow(c)).unwrap_or(c),
        })
        .nfc()
        .collect();
    let letters = || meant.chars().filter_map(Letter::of);
    let count = letters().count();
    if count != meant.chars().count() {
        return Stroke::Nowhere;
    }
    let capital = letters().all(Letter::is_upper);
    let vowels = letters().filter(|letter| letter.is_vowel()).count();
    let syllable = || Spelling::read(&meant).is_some_and(|s| Syllable::of(&s).is_some());
    let short_form = || capital && count < 8 && (vowels < 2 || count < 4);
    let unit = || meant == "đ" && follows_number(before);
    if syllable() || is_loan(&meant) || short_form() || unit() {
        Stroke::Everywhere
    } else if capital {
        Stroke::Nowhere
    } else {
        Stroke::AtHead
    }
}

fn follows_number(before: &str) -> bool {
    before.trim_end_matches([' ', '\u{a0}']).ends_with(|c: char| c.is_ascii_digit())
}
