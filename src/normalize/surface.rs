//! Bytes as they surface in text that was read as windows-1252.

/// What windows-1252 has from 80 to 9F; the five bytes it leaves free are control characters.
const UPPER_CONTROLS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The character that windows-1252 reads a byte as.
#[allow(clippy::indexing_slicing)] // 32 bytes, 32 characters
pub(super) const fn char_of(byte: u8) -> char {
    match byte {
        0x80..=0x9F => UPPER_CONTROLS[byte as usize - 0x80],
        _ => byte as char,
    }
}

/// The byte that windows-1252, or Latin-1, would have read as `c`.
pub(super) fn byte_of(c: char) -> Option<u8> {
    match c {
        '\0'..='\u{ff}' => Some(c as u8),
        _ => (0x80..=0x9F).find(|&byte| char_of(byte) == c),
    }
}

/// The bytes of a text all of whose characters windows-1252 has.
pub(super) fn bytes_of(text: &str) -> Option<Vec<u8>> {
    text.chars().map(byte_of).collect()
}
