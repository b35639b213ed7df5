//! Offsets in the units of other programs.

use crate::{Error, Span};
use std::str::FromStr;

/// The unit in which offsets are counted for other programs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OffsetUnit {
    /// Bytes of UTF-8, as Rust counts.
    #[default]
    Bytes,
    /// Unicode code points, as Python counts.
    Chars,
    /// UTF-16 code units, as JavaScript and Java count.
    Utf16,
}

impl FromStr for OffsetUnit {
    type Err = Error;

    /// Reads `bytes`, `chars` or `utf16`.
    ///
    /// # Errors
    /// For any other word.
    fn from_str(name: &str) -> Result<Self, Error> {
        match name {
            "bytes" => Ok(Self::Bytes),
            "chars" => Ok(Self::Chars),
            "utf16" => Ok(Self::Utf16),
            _ => Err(Error::option(name, "a unit of offsets is one of bytes, chars, utf16")),
        }
    }
}

/// Converts byte offsets of one text to another unit and back.
///
/// The text is counted once, at several gigabytes a second; then each offset costs the count of at
/// most 256 bytes. Bytes, and text of ASCII in any unit, cost nothing.
///
/// ```
/// use vinews::{OffsetUnit, Offsets, Span};
/// let text = "Đảng bộ 🇻🇳 xã";
/// let at = text.find("xã").unwrap();
/// assert_eq!(Offsets::new(text, OffsetUnit::Chars).of(at), 11);
/// assert_eq!(Offsets::new(text, OffsetUnit::Utf16).of(at), 13);
/// assert_eq!(Offsets::new(text, OffsetUnit::Utf16).to_byte(13), at);
/// ```
#[derive(Clone, Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    unit: OffsetUnit,
    /// Units before each block but the first; empty where units are bytes.
    blocks: Vec<usize>,
}

const BLOCK: usize = 256;

impl<'t> Offsets<'t> {
    /// Counts `text`. O(n), one integer kept for 256 bytes.
    #[must_use]
    pub fn new(text: &'t str, unit: OffsetUnit) -> Self {
        let unit = if text.is_ascii() { OffsetUnit::Bytes } else { unit };
        let mut blocks = Vec::new();
        if unit != OffsetUnit::Bytes {
            blocks.reserve_exact(text.len() / BLOCK);
            let mut units = 0;
            for block in text.as_bytes().chunks_exact(BLOCK) {
                units += count(block, unit);
                blocks.push(units);
            }
        }
        Self { text, unit, blocks }
    }

    /// The offset of `byte` in the unit; the length of the text where it lies behind.
    #[must_use]
    pub fn of(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        if self.unit == OffsetUnit::Bytes {
            return byte;
        }
        let block = byte / BLOCK;
        let tail = self.text.as_bytes().get(block * BLOCK..byte).unwrap_or_default();
        self.before(block) + count(tail, self.unit)
    }

    /// Both ends of a span in the unit.
    #[must_use]
    pub fn span(&self, span: Span) -> Span {
        Span::new(self.of(span.start), self.of(span.end))
    }

    /// The byte at an offset in the unit; the character's first where it lies inside one.
    #[must_use]
    pub fn to_byte(&self, offset: usize) -> usize {
        if self.unit == OffsetUnit::Bytes {
            let inside = |&at: &usize| self.text.is_char_boundary(at);
            let end = offset.min(self.text.len());
            return (end.saturating_sub(3)..=end).rev().find(inside).unwrap_or(end);
        }
        let block = self.blocks.partition_point(|&units| units <= offset);
        let mut units = self.before(block);
        let start = block * BLOCK;
        let bytes = self.text.as_bytes().get(start..).unwrap_or_default();
        for (i, &byte) in bytes.iter().enumerate() {
            let width = width(byte, self.unit);
            if width > 0 && units + width > offset {
                return start + i;
            }
            units += width;
        }
        self.text.len()
    }

    fn before(&self, block: usize) -> usize {
        block.checked_sub(1).and_then(|i| self.blocks.get(i)).copied().unwrap_or(0)
    }
}

/// Units that begin within `bytes`; a character counts where its first byte is.
fn count(bytes: &[u8], unit: OffsetUnit) -> usize {
    bytes.iter().map(|&byte| width(byte, unit)).sum()
}

/// Units of the character whose first byte this is; 0 for its other bytes.
fn width(byte: u8, unit: OffsetUnit) -> usize {
    let first = !(0x80..0xC0).contains(&byte);
    usize::from(first) + usize::from(unit == OffsetUnit::Utf16 && byte >= 0xF0)
}
