//! Byte offsets counted in the units of other languages.

use crate::OffsetUnit;

/// How far apart the counted places lie, in bytes.
const STEP: usize = 256;

/// Turns byte offsets of one text into another unit, each in constant time.
///
/// Counts once at every [`STEP`] bytes; plain bytes cost nothing.
#[derive(Clone, Debug)]
pub(crate) struct Offsets<'t> {
    text: &'t str,
    unit: OffsetUnit,
    counts: Vec<usize>,
}

impl<'t> Offsets<'t> {
    pub(crate) fn new(text: &'t str, unit: OffsetUnit) -> Self {
        let mut counts = Vec::new();
        if unit != OffsetUnit::Bytes {
            let mut sum = 0;
            for block in text.as_bytes().chunks(STEP) {
                counts.push(sum);
                sum += count(block, unit);
            }
        }
        Self { text, unit, counts }
    }

    /// The offset, in this unit, of the byte offset `at`.
    pub(crate) fn of(&self, at: usize) -> usize {
        let block = at / STEP;
        match (self.unit, self.counts.get(block)) {
            (OffsetUnit::Bytes, _) => at,
            (unit, Some(sum)) => {
                sum + self.text.as_bytes().get(block * STEP..at).map_or(0, |b| count(b, unit))
            }
            // The end of a text whose length is a multiple of the step.
            (unit, None) => {
                let from = self.counts.len().saturating_sub(1) * STEP;
                let tail = self.text.as_bytes().get(from..).map_or(0, |b| count(b, unit));
                self.counts.last().map_or(0, |sum| sum + tail)
            }
        }
    }
}

/// Units that begin in `bytes`: a character counts at its first byte.
fn count(bytes: &[u8], unit: OffsetUnit) -> usize {
    let first = |b: &&u8| (**b & 0xC0) != 0x80;
    let chars = bytes.iter().filter(first).count();
    match unit {
        // A character of four bytes is a surrogate pair.
        OffsetUnit::Utf16 => chars + bytes.iter().filter(|b| **b >= 0xF0).count(),
        OffsetUnit::Bytes | OffsetUnit::Chars => chars,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_boundary_counts_as_the_standard_library_counts() {
        for n in [0, 1, 50, 63, 64, 65, 130] {
            let text = "ấp 😀b".repeat(n);
            let chars = Offsets::new(&text, OffsetUnit::Chars);
            let utf16 = Offsets::new(&text, OffsetUnit::Utf16);
            for at in (0..=text.len()).filter(|&i| text.is_char_boundary(i)) {
                let head = &text[..at];
                assert_eq!(chars.of(at), head.chars().count());
                assert_eq!(utf16.of(at), head.encode_utf16().count());
            }
        }
    }
}
