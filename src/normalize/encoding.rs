//! Bytes → text: UTF-8, UTF-16, and the encodings from before Unicode.

mod detect;
mod table;
mod tcvn3;
mod viqr;
mod vni;

use super::surface;
use crate::Error;
use simdutf8::basic::from_utf8;
use std::borrow::Cow;
use std::str::FromStr;
use table::Table;

/// The encoding of bytes handed to [`Normalizer::normalize_bytes`](crate::Normalizer::normalize_bytes).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Encoding {
    /// UTF-8, UTF-16 with a byte order mark, or a legacy encoding where detection is sure.
    #[default]
    Auto,
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16; little-endian unless a byte order mark says otherwise.
    Utf16,
    /// The code page of Windows: letters, and tones as combining marks.
    Windows1258,
    /// TCVN 5712:1993, third form, known as ABC: the north, until about 2005.
    Tcvn3,
    /// VNI for Windows, a letter and its mark: the south, until about 2005.
    Vni,
    /// RFC 1456, eight bits: Unix and the overseas press.
    Viscii,
    /// Vietnamese Professionals Society: the overseas press.
    Vps,
    /// RFC 1456, seven bits: Vie^.t Nam in mail and news groups.
    Viqr,
}

impl Encoding {
    /// Every encoding with its name.
    const NAMES: [(Self, &'static str); 9] = [
        (Self::Auto, "auto"),
        (Self::Utf8, "utf-8"),
        (Self::Utf16, "utf-16"),
        (Self::Windows1258, "windows-1258"),
        (Self::Tcvn3, "tcvn3"),
        (Self::Vni, "vni"),
        (Self::Viscii, "viscii"),
        (Self::Vps, "vps"),
        (Self::Viqr, "viqr"),
    ];

    /// The name in lower case, as [`FromStr`] reads it: `"windows-1258"`.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(encoding, _)| *encoding == self).map_or("auto", |(_, name)| name)
    }
}

impl FromStr for Encoding {
    type Err = Error;

    /// Reads a name in lower case.
    ///
    /// # Errors
    /// For any word that is not the name of an encoding.
    fn from_str(name: &str) -> Result<Self, Error> {
        let found = Self::NAMES.iter().find(|(_, known)| *known == name);
        found.map(|(encoding, _)| *encoding).ok_or_else(|| {
            let names = Self::NAMES.map(|(_, name)| name).join(", ");
            Error::option(name, format!("an encoding is one of {names}"))
        })
    }
}

/// Text, and how it was read.
pub(super) struct Decoded<'t> {
    pub(super) text: Cow<'t, str>,
    pub(super) encoding: Encoding,
    /// Whether bytes that are no text became U+FFFD.
    pub(super) lossy: bool,
}

/// Reads bytes as `encoding` says; no bytes fail.
pub(super) fn decode(bytes: &[u8], encoding: Encoding) -> Decoded<'_> {
    match encoding {
        Encoding::Auto if has_mark(bytes) => utf16(bytes),
        Encoding::Auto => auto(bytes),
        Encoding::Utf8 => utf8(bytes),
        Encoding::Utf16 => utf16(bytes),
        other => {
            // What was once read as windows-1252 and saved as UTF-8 is turned back first.
            let surfaced = from_utf8(bytes).ok().filter(|text| !text.is_ascii());
            let own = surfaced.and_then(surface::bytes_of);
            legacy(own.as_deref().unwrap_or(bytes), other)
        }
    }
}

fn auto(bytes: &[u8]) -> Decoded<'_> {
    let Ok(text) = from_utf8(bytes) else {
        return detect::detect(bytes, false)
            .map_or_else(|| utf8(bytes), |found| legacy(bytes, found));
    };
    // Text that windows-1252 could have made may be a legacy encoding, read as that and saved.
    let found = surface::bytes_of(text).and_then(|own| {
        let found = detect::detect(&own, true)?;
        Some(legacy(&own, found))
    });
    found.unwrap_or(Decoded { text: Cow::Borrowed(text), encoding: Encoding::Utf8, lossy: false })
}

fn legacy(bytes: &[u8], encoding: Encoding) -> Decoded<'static> {
    Decoded { text: Cow::Owned(legacy_text(bytes, encoding)), encoding, lossy: false }
}

fn utf8(bytes: &[u8]) -> Decoded<'_> {
    let text = from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed);
    let lossy = matches!(text, Cow::Owned(_));
    Decoded { text, encoding: Encoding::Utf8, lossy }
}

fn has_mark(bytes: &[u8]) -> bool {
    matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..])
}

fn utf16(bytes: &[u8]) -> Decoded<'_> {
    let big = bytes.starts_with(&[0xFE, 0xFF]);
    let bytes = if has_mark(bytes) { bytes.get(2..).unwrap_or_default() } else { bytes };
    let (pairs, odd) = bytes.as_chunks::<2>();
    let units = pairs
        .iter()
        .map(|&pair| if big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) });
    let mut lossy = !odd.is_empty();
    let mut text = String::with_capacity(bytes.len());
    for unit in char::decode_utf16(units) {
        lossy |= unit.is_err();
        text.push(unit.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    if !odd.is_empty() {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    Decoded { text: Cow::Owned(text), encoding: Encoding::Utf16, lossy }
}

/// Reads bytes of an encoding from before Unicode.
fn legacy_text(bytes: &[u8], encoding: Encoding) -> String {
    match encoding {
        Encoding::Windows1258 => single(bytes, &table::WINDOWS_1258),
        Encoding::Viscii => single(bytes, &table::VISCII),
        Encoding::Vps => single(bytes, &table::VPS),
        Encoding::Tcvn3 => tcvn3::with_capitals(single(bytes, &table::TCVN3)),
        Encoding::Vni => vni::decode(bytes),
        _ => viqr::decode(bytes),
    }
}

fn single(bytes: &[u8], table: &Table) -> String {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 2);
    text.extend(bytes.iter().map(|&byte| match byte {
        0..=0x1F => {
            let own = table.controls.iter().find(|(control, _)| *control == byte);
            own.map_or(byte as char, |&(_, c)| c)
        }
        0x20..=0x7F => byte as char,
        #[allow(clippy::indexing_slicing)] // the upper half has 128 bytes
        _ => table.upper[byte as usize - 0x80],
    }));
    text
}
