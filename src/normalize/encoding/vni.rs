//! VNI for Windows: a vowel, then a byte that is its sign, its tone, or both.

use crate::letter::{Letter, Sign, Tone};
use crate::normalize::surface;

/// Reads VNI; bytes without a meaning in it read as windows-1252.
pub(super) fn decode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 4);
    let mut rest = bytes;
    while let [byte, tail @ ..] = rest {
        let c = single(*byte);
        let pair = tail.first().and_then(|&mark| Some((Letter::of(c)?, mark)));
        rest = tail;
        match pair.and_then(|(letter, mark)| marked(letter, mark)) {
            Some(letter) => {
                text.push(letter.to_char());
                rest = tail.get(1..).unwrap_or_default();
            }
            None => text.push(c),
        }
    }
    text
}

/// What a byte is by itself.
fn single(byte: u8) -> char {
    match surface::char_of(byte) {
        'Ñ' => 'Đ',
        'ñ' => 'đ',
        'Ó' => 'Ĩ',
        'ó' => 'ĩ',
        'Ò' => 'Ị',
        'ò' => 'ị',
        'Æ' => 'Ỉ',
        'æ' => 'ỉ',
        'Î' => 'Ỵ',
        'î' => 'ỵ',
        'Ô' => 'Ơ',
        'ô' => 'ơ',
        'Ö' => 'Ư',
        'ö' => 'ư',
        c => c,
    }
}

/// The vowel with what the byte behind it adds; `None` where that is no mark for it.
fn marked(letter: Letter, mark: u8) -> Option<Letter> {
    // Marks in lower case follow capitals too, in titles.
    let (sign, tone) = match surface::char_of(mark) {
        'Ù' | 'ù' => (None, Tone::Sac),
        'Ø' | 'ø' => (None, Tone::Huyen),
        'Û' | 'û' => (None, Tone::Hoi),
        'Õ' | 'õ' => (None, Tone::Nga),
        'Ï' | 'ï' => (None, Tone::Nang),
        'Â' | 'â' => (Some(Sign::Circumflex), Tone::Ngang),
        'Á' | 'á' => (Some(Sign::Circumflex), Tone::Sac),
        'À' | 'à' => (Some(Sign::Circumflex), Tone::Huyen),
        'Å' | 'å' => (Some(Sign::Circumflex), Tone::Hoi),
        'Ã' | 'ã' => (Some(Sign::Circumflex), Tone::Nga),
        'Ä' | 'ä' => (Some(Sign::Circumflex), Tone::Nang),
        'Ê' | 'ê' => (Some(Sign::Breve), Tone::Ngang),
        'É' | 'é' => (Some(Sign::Breve), Tone::Sac),
        'È' | 'è' => (Some(Sign::Breve), Tone::Huyen),
        'Ú' | 'ú' => (Some(Sign::Breve), Tone::Hoi),
        'Ü' | 'ü' => (Some(Sign::Breve), Tone::Nga),
        'Ë' | 'ë' => (Some(Sign::Breve), Tone::Nang),
        _ => return None,
    };
    if !letter.is_vowel() || letter.tone() != Tone::Ngang {
        return None;
    }
    match sign {
        None => Some(letter.with_tone(tone)),
        Some(sign) if letter.sign() == Sign::Plain => Some(letter.with_sign(sign)?.with_tone(tone)),
        Some(_) => None,
    }
}
