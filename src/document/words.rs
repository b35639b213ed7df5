//! The words of a document, in three bytes each where a [`Word`] has twenty-four.

use crate::{Span, Word, WordKind};
use std::iter::FusedIterator;
use std::slice;

/// Words by how far they begin behind the one before, with their kind; by their length; and by how
/// many tokens they join. The few whose numbers are larger than that stand by themselves.
#[derive(Clone, Debug, Default)]
pub(super) struct Packed {
    words: Vec<[u8; 3]>,
    /// Those whose kind is [`LARGE`], in order.
    large: Vec<Word>,
    /// Where the last word ends.
    end: usize,
}

/// Bits of the first byte that have the kind; above them is the distance.
const KIND: u8 = 0b11;
/// The kind of a word that stands by itself.
const LARGE: u8 = 3;
/// Two words may come of one character of the caller's text (`ﬁ`): they begin before the end.
const BEFORE: usize = 8;

impl Packed {
    /// Appends words.
    pub(super) fn extend(&mut self, words: &[Word]) {
        let Self { words: packed, large, end } = self;
        packed.extend(words.iter().map(|word| {
            let distance = word.span.start.wrapping_sub(*end).wrapping_add(BEFORE);
            let len = word.span.len();
            *end = word.span.end;
            if distance < 64 && len < 256 {
                [(distance as u8) << 2 | kind(word.kind), len as u8, word.syllables]
            } else {
                large.push(*word);
                [LARGE, 0, 0]
            }
        }));
    }

    pub(super) fn words(&self) -> Words<'_> {
        Words { packed: self.words.iter(), large: self.large.iter(), end: 0 }
    }
}

const fn kind(kind: WordKind) -> u8 {
    match kind {
        WordKind::Word => 0,
        WordKind::Number => 1,
        WordKind::Punctuation => 2,
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
    packed: slice::Iter<'d, [u8; 3]>,
    large: slice::Iter<'d, Word>,
    /// Where the last word ends.
    end: usize,
}

impl Iterator for Words<'_> {
    type Item = Word;

    #[inline]
    fn next(&mut self) -> Option<Word> {
        let [head, len, syllables] = *self.packed.next()?;
        let kind = match head & KIND {
            0 => WordKind::Word,
            1 => WordKind::Number,
            2 => WordKind::Punctuation,
            _ => {
                let word = *self.large.next()?;
                self.end = word.span.end;
                return Some(word);
            }
        };
        let start = (self.end + usize::from(head >> 2)).wrapping_sub(BEFORE);
        self.end = start + usize::from(len);
        Some(Word { span: Span::new(start, self.end), kind, syllables })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.packed.size_hint()
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
        packed.extend(&words);
        assert_eq!(packed.words().collect::<Vec<_>>(), words);
        assert_eq!(packed.words().len(), words.len());
        assert_eq!(packed.words().skip(2).len(), words.len() - 2);
    }
}
