//! Capitals of TCVN3.

use crate::letter::{Letter, Tone};

/// Gives the capitals back that TCVN3 leaves to the font.
///
/// It has no capital vowels with tones: TỈNH is written TØNH, in a font whose small letters look
/// like capitals. So a vowel with a tone is a capital in a word that has two or more capitals and
/// no other small letter, and in a line that has no other small letter at all.
pub(super) fn with_capitals(text: String) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for line in text.split_inclusive('\n') {
        let all = shape(line).is_capital();
        let mut rest = line;
        while !rest.is_empty() {
            let len = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
            let (word, behind) = rest.split_at_checked(len).unwrap_or((rest, ""));
            let capital = all || shape(word).is_capital();
            out.extend(word.chars().map(|c| if capital { upper(c) } else { c }));
            let len = behind.find(char::is_alphabetic).unwrap_or(behind.len());
            let (between, next) = behind.split_at_checked(len).unwrap_or((behind, ""));
            out.push_str(between);
            rest = next;
        }
    }
    out
}

#[derive(Default)]
struct Shape {
    capitals: usize,
    small: bool,
}

impl Shape {
    const fn is_capital(&self) -> bool {
        self.capitals > 1 && !self.small
    }
}

/// Capitals and small letters, vowels with tones left out.
fn shape(text: &str) -> Shape {
    let mut shape = Shape::default();
    for c in text.chars() {
        let toned = Letter::of(c).is_some_and(|letter| letter.tone() != Tone::Ngang);
        shape.capitals += usize::from(c.is_uppercase());
        shape.small |= c.is_lowercase() && !toned;
    }
    shape
}

fn upper(c: char) -> char {
    Letter::of(c).map_or(c, |letter| letter.to_upper().to_char())
}
