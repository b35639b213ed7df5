//! VIQR: signs and tones as ASCII behind the letter, Vie^.t Nam.

use crate::letter::{Letter, Sign, Tone};

/// Reads VIQR; bytes above 7F read as UTF-8 where they are, else as windows-1252.
///
/// A backslash takes the meaning from the mark behind it. Writers who use none at all leave the
/// full stop and the question mark at the end of a line to the reader: there they are punctuation.
pub(super) fn decode(bytes: &[u8]) -> String {
    let source = String::from_utf8_lossy(bytes);
    let mut text = String::with_capacity(source.len());
    let careful = source.contains('\\');
    let mut rest = source.as_ref();
    // Whether a letter stands before, and whether the syllable has its tone.
    let (mut inside, mut toned) = (false, false);
    while let Some(c) = rest.chars().next() {
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        if c == '\\' {
            if let Some(literal) = rest.chars().next().filter(char::is_ascii) {
                text.push(literal);
                rest = rest.get(1..).unwrap_or_default();
            } else {
                text.push(c);
            }
            (inside, toned) = (false, false);
            continue;
        }
        let Some(mut letter) = Letter::of(c) else {
            text.push(c);
            (inside, toned) = (false, false);
            continue;
        };
        if letter.base() == 'd' && is_stroke(rest, letter.is_upper(), careful || !inside) {
            letter = letter.with_sign(Sign::Stroke).unwrap_or(letter);
            rest = rest.get(1..).unwrap_or_default();
        }
        if letter.is_vowel() {
            if let Some(signed) =
                rest.chars().next().and_then(sign).and_then(|s| letter.with_sign(s))
            {
                letter = signed;
                rest = rest.get(1..).unwrap_or_default();
            }
            if !toned && let Some(tone) = rest.chars().next().and_then(tone) {
                let behind = rest.get(1..).unwrap_or_default();
                if careful || !rest.starts_with(['.', '?']) || !ends_line(behind) {
                    letter = letter.with_tone(tone);
                    toned = true;
                    rest = behind;
                }
            }
        }
        inside = true;
        text.push(letter.to_char());
    }
    text
}

/// Whether a d with `rest` behind it is the first of two that are đ: in a careful text and at the
/// head of a word always (Dd too), elsewhere in capitals alone, since Buddha is a word and TCDD is TCĐ.
fn is_stroke(rest: &str, upper: bool, anywhere: bool) -> bool {
    rest.starts_with('D') && (anywhere || upper) || rest.starts_with('d') && anywhere
}

const fn sign(mark: char) -> Option<Sign> {
    match mark {
        '^' => Some(Sign::Circumflex),
        '(' => Some(Sign::Breve),
        '+' | '*' => Some(Sign::Horn),
        _ => None,
    }
}

const fn tone(mark: char) -> Option<Tone> {
    match mark {
        '\'' => Some(Tone::Sac),
        '`' => Some(Tone::Huyen),
        '?' => Some(Tone::Hoi),
        '~' => Some(Tone::Nga),
        '.' => Some(Tone::Nang),
        _ => None,
    }
}

/// Whether the full stop or question mark with `text` behind it ends a sentence for certain: at the
/// end of a line, quotation mark or bracket included, and in an ellipsis.
fn ends_line(text: &str) -> bool {
    let line = text.split(['\n', '\r']).next().unwrap_or_default();
    let closing = line.len() < 8 && line.chars().all(|c| matches!(c, ' ' | '"' | ')'));
    closing || text.starts_with("..")
}
