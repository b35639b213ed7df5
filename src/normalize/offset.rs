//! The way between a text and its clean form.

use crate::{Span, varint};
use std::slice;

/// One place where the clean text differs from its source; neither side need be of one character.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Edit {
    pub(super) source: Span,
    pub(super) clean: Span,
}

/// Where a rewritten text differs from its source: the edits alone, in order.
///
/// Between two edits both texts are equal, so that a position is mapped by the edits around it. In
/// decomposed text every third letter is an edit, so they are stored in five bytes each: how far one
/// begins behind the one before it, its length in the source, its length in the clean text. A
/// position is found by a binary search for its block and a walk over that.
#[derive(Clone, Debug, Default)]
pub(crate) struct OffsetMap {
    blocks: Vec<Block>,
    codes: Vec<u8>,
    /// The last edit, and where its code begins.
    last: Edit,
    last_code: usize,
    /// How many edits the last block still takes.
    room: usize,
}

/// Edits of a block; only the last one may have fewer.
const BLOCK: usize = 16;

/// Where a block of edits begins.
#[derive(Clone, Copy, Debug)]
struct Block {
    /// Where the edit before it ends, in the source and in the clean text.
    source: usize,
    clean: usize,
    code: usize,
}

impl Block {
    /// The edit before the block, of which nothing is known but its ends.
    const fn before(self) -> Edit {
        let (source, clean) = (self.source, self.clean);
        Edit { source: Span::new(source, source), clean: Span::new(clean, clean) }
    }
}

impl Edit {
    /// The edit behind this one.
    #[inline]
    fn next(self, codes: &mut slice::Iter<'_, u8>) -> Option<Self> {
        let behind = varint::next(codes)?;
        let after = |before: Span, len: usize| {
            let start = before.end + behind;
            Span::new(start, start + len)
        };
        let source = after(self.source, varint::next(codes)?);
        let clean = after(self.clean, varint::next(codes)?);
        Some(Self { source, clean })
    }
}

impl OffsetMap {
    /// Whether both texts are equal.
    pub(super) fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The last edit.
    pub(super) fn last(&self) -> Option<Edit> {
        (!self.is_empty()).then_some(self.last)
    }

    /// Appends an edit, which stands behind all others. Its sides come apart, in registers: read
    /// back from memory as one they would cost as much as all the rest.
    #[inline]
    pub(super) fn push(&mut self, source: Span, clean: Span) {
        let last = self.last;
        let behind = source.start - last.source.end;
        debug_assert_eq!(behind, clean.start - last.clean.end, "equal between edits");
        self.last_code = self.codes.len();
        if self.room == 0 {
            let (source, clean) = (last.source.end, last.clean.end);
            self.blocks.push(Block { source, clean, code: self.last_code });
            self.room = BLOCK;
        }
        self.room -= 1;
        varint::push_all(&mut self.codes, [behind, source.len(), clean.len()]);
        self.last = Edit { source, clean };
    }

    /// Takes the last edit away; the one before it is found again in its block.
    pub(super) fn pop(&mut self) {
        self.codes.truncate(self.last_code);
        self.blocks.pop_if(|block| block.code == self.last_code);
        (self.last, self.room) = (Edit::default(), 0);
        let Some(block) = self.blocks.last() else { return };
        (self.last, self.room) = (block.before(), BLOCK);
        let mut codes = self.codes.get(block.code..).unwrap_or_default().iter();
        let mut code = block.code;
        while let Some(edit) = self.last.next(&mut codes) {
            (self.last, self.last_code) = (edit, code);
            self.room -= 1;
            code = self.codes.len() - codes.len();
        }
    }

    /// The last edit that passes, all edits before it pass, too; and the one behind it.
    fn around(&self, passes: impl Fn(&Edit) -> bool) -> (Edit, Option<Edit>) {
        let behind = self.blocks.partition_point(|block| passes(&block.before()));
        let Some(block) = self.blocks.get(behind.saturating_sub(1)) else {
            return (Edit::default(), None);
        };
        let mut codes = self.codes.get(block.code..).unwrap_or_default().iter();
        let mut last = block.before();
        while let Some(edit) = last.next(&mut codes) {
            if !passes(&edit) {
                return (last, Some(edit));
            }
            last = edit;
        }
        (last, None)
    }

    /// The span of the source that became `span`: edits that it touches are taken in whole, text
    /// that vanished beside it is left out unless the span is empty.
    pub(crate) fn to_source(&self, span: Span) -> Span {
        self.map(span, |edit| (edit.clean, edit.source))
    }

    /// The span of the clean text that `span` of the source became.
    pub(crate) fn to_clean(&self, span: Span) -> Span {
        self.map(span, |edit| (edit.source, edit.clean))
    }

    /// Maps along `sides`, which gives the two ends of an edit: here and there.
    fn map(&self, span: Span, sides: impl Fn(&Edit) -> (Span, Span)) -> Span {
        if self.is_empty() {
            return span;
        }
        // A start that meets an edit goes before it when inside, behind it when at its end; an end
        // the other way round. For an empty span the roles are swapped, so that it covers what
        // vanished at its place.
        let behind = |p: usize| self.around(|e| sides(e).0.end <= p);
        let before = |p: usize| self.around(|e| sides(e).0.end < p);
        let at = |p: usize, (last, next): (Edit, Option<Edit>), inside: fn(Span) -> usize| {
            if let Some((here, there)) = next.as_ref().map(&sides)
                && here.start < p
            {
                return inside(there);
            }
            let (here, there) = sides(&last);
            p - here.end + there.end
        };
        if span.is_empty() {
            let start = at(span.start, before(span.start), |there| there.start);
            let end = at(span.end, behind(span.end), |there| there.end);
            return Span::new(start, end.max(start));
        }
        let start = at(span.start, behind(span.start), |there| there.start);
        let end = at(span.end, before(span.end), |there| there.end);
        Span::new(start, end.max(start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every third byte became two.
    fn edits() -> Vec<Edit> {
        let edit = |i: usize| Edit {
            source: Span::new(3 * i, 3 * i + 1),
            clean: Span::new(4 * i, 4 * i + 2),
        };
        (0..3 * BLOCK + 5).map(edit).collect()
    }

    #[test]
    fn edits_are_taken_away_as_they_came() {
        let mut map = OffsetMap::default();
        for edit in edits() {
            map.push(edit.source, edit.clean);
        }
        for edit in edits().into_iter().rev() {
            assert_eq!(map.last().map(|e| (e.source, e.clean)), Some((edit.source, edit.clean)));
            map.pop();
        }
        assert!(map.is_empty() && map.codes.is_empty());
        map.pop();
        edits().into_iter().for_each(|edit| map.push(edit.source, edit.clean));
        assert_eq!(map.codes.len(), 3 * edits().len());
    }

    #[test]
    fn positions_are_found_in_every_block() {
        let mut map = OffsetMap::default();
        edits().into_iter().for_each(|edit| map.push(edit.source, edit.clean));
        for (i, edit) in edits().into_iter().enumerate() {
            assert_eq!(map.to_source(edit.clean), edit.source);
            assert_eq!(map.to_source(Span::new(4 * i + 1, 4 * i + 4)), Span::new(3 * i, 3 * i + 3));
            assert_eq!(
                map.to_clean(Span::new(3 * i + 1, 3 * i + 3)),
                Span::new(4 * i + 2, 4 * i + 4)
            );
        }
    }
}
