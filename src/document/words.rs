//! The words of a document, in three bytes each where a [`Word`] has twenty-four.

use crate::{Span, Word, WordKind, varint};
use std::iter::FusedIterator;
use std::slice;

/// Words as bytes: a head, the length, and how many tokens a word joins if it is not one.
///
/// The head has the kind, whether there is a third number, and how far the word begins from the end
/// of the one before it; nearly always each number is one byte.
#[derive(Clone, Debug, Default)]
pub(super) struct Packed {
    bytes: Vec<u8>,
    len: usize,
    /// Where the last word ends.
    end: usize,
}

/// Bits of a head below the distance.
const KIND: usize = 0b011;
const JOINED: usize = 0b100;
const HEAD: u32 = 3;

impl Packed {
    /// Makes room for so many words more, of three bytes as most are.
    pub(super) fn reserve(&mut self, words: usize) {
        self.bytes.reserve(3 * words);
    }

    pub(super) fn push(&mut self, word: Word) {
        let kind = match word.kind {
            WordKind::Word => 0,
            WordKind::Number => 1,
            WordKind::Punctuation => 2,
        };
        let joined = if word.syllables == 1 { 0 } else { JOINED };
        // Two words may come of one character of the caller's text (`ﬁ`): they begin before the end.
        let distance = word.span.start.wrapping_sub(self.end) as isize;
        let zigzag = (distance << 1 ^ distance >> (isize::BITS - 1)) as usize;
        let head = zigzag << HEAD | joined | kind;
        varint::push_all(&mut self.bytes, [head, word.span.len()]);
        if joined != 0 {
            self.bytes.push(word.syllables);
        }
        self.len += 1;
        self.end = word.span.end;
    }

    pub(super) fn words(&self) -> Words<'_> {
        Words { bytes: self.bytes.iter(), left: self.len, end: 0 }
    }
}

/// The words of a [`Document`](crate::Document), in order.
///
/// They are stored in three bytes each and made as the iterator goes, in constant time; it knows how
/// many are left, and a copy of it goes on from the same place.
///
/// ```
/// use vinews::{Analyzer, WordKind};
/// let document = Analyzer::new().analyze("Đảng viên xã Hoàng Tây gương mẫu.");
/// let words = document.words();
/// let shown: Vec<&str> = words.clone().map(|word| &document.text()[word.span]).collect();
/// assert_eq!(shown, ["Đảng viên", "xã", "Hoàng Tây", "gương mẫu", "."]);
/// assert_eq!(words.len(), 5);
/// assert_eq!(words.filter(|word| word.kind != WordKind::Punctuation).count(), 4);
/// ```
#[derive(Clone, Debug)]
pub struct Words<'d> {
    bytes: slice::Iter<'d, u8>,
    left: usize,
    /// Where the last word ends.
    end: usize,
}

impl Iterator for Words<'_> {
    type Item = Word;

    #[inline]
    fn next(&mut self) -> Option<Word> {
        let head = varint::next(&mut self.bytes)?;
        let length = varint::next(&mut self.bytes)?;
        let syllables = if head & JOINED == 0 { 1 } else { *self.bytes.next()? };
        let kind = match head & KIND {
            0 => WordKind::Word,
            1 => WordKind::Number,
            _ => WordKind::Punctuation,
        };
        let zigzag = head >> HEAD;
        let distance = zigzag >> 1 ^ (zigzag & 1).wrapping_neg();
        let start = self.end.wrapping_add(distance);
        self.end = start + length;
        self.left -= 1;
        Some(Word { span: Span::new(start, self.end), kind, syllables })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for Words<'_> {}

impl FusedIterator for Words<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_back_as_they_were() {
        let word =
            |start, end, kind, syllables| Word { span: Span::new(start, end), kind, syllables };
        let words = [
            word(0, 4, WordKind::Word, 1),
            word(5, 14, WordKind::Word, 2),
            word(14, 15, WordKind::Punctuation, 1),
            // Two words of one character, and one that begins before the last one ended.
            word(20, 23, WordKind::Word, 1),
            word(20, 23, WordKind::Word, 1),
            word(1 << 20, (1 << 20) + 300, WordKind::Number, 255),
            word(1 << 40, 1 << 41, WordKind::Word, 255),
        ];
        let mut packed = Packed::default();
        words.iter().for_each(|&word| packed.push(word));
        assert_eq!(packed.words().collect::<Vec<_>>(), words);
        assert_eq!(packed.words().len(), words.len());
        assert_eq!(packed.words().skip(2).len(), words.len() - 2);
    }
}
