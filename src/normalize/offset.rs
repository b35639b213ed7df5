//! The way between a text and its clean form, and between units of offset.

use crate::Span;

/// One place where the clean text differs from its source; neither side need be of one character.
#[derive(Clone, Copy, Debug)]
struct Edit {
    source: Span,
    clean: Span,
}

/// Where a rewritten text differs from its source: the edits alone, in order.
///
/// Between two edits both texts are equal, so a position is mapped by one binary search.
#[derive(Clone, Debug, Default)]
pub(crate) struct OffsetMap {
    edits: Vec<Edit>,
}

impl OffsetMap {
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
        if self.edits.is_empty() {
            return span;
        }
        // A start that meets an edit goes before it when inside, behind it when at its end; an end
        // the other way round. For an empty span the roles are swapped, so that it covers what
        // vanished at its place.
        let behind = |p: usize| self.edits.partition_point(|e| sides(e).0.end <= p);
        let before = |p: usize| self.edits.partition_point(|e| sides(e).0.end < p);
        let at = |p: usize, passed: usize, inside: fn(Span) -> usize| {
            if let Some((here, there)) = self.edits.get(passed).map(&sides)
                && here.start < p
            {
                return inside(there);
            }
            let last = passed.checked_sub(1).and_then(|i| self.edits.get(i)).map(&sides);
            last.map_or(p, |(here, there)| p - here.end + there.end)
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

/// Builds a rewritten text beside its source; what no edit touches is copied as it is.
#[derive(Debug)]
pub(crate) struct Rewriter<'t> {
    source: &'t str,
    clean: String,
    map: OffsetMap,
    copied: usize,
}

impl<'t> Rewriter<'t> {
    pub(crate) const fn new(source: &'t str) -> Self {
        let map = OffsetMap { edits: Vec::new() };
        Self { source, clean: String::new(), map, copied: 0 }
    }

    /// The source that is not copied yet, up to `end`.
    pub(super) fn pending(&self, end: usize) -> &'t str {
        self.source.get(self.copied..end).unwrap_or_default()
    }

    /// Copies the source up to `end` and gives all that is written so far.
    pub(super) fn written_to(&mut self, end: usize) -> &str {
        self.copy_to(end);
        &self.clean
    }

    /// Writes `c` in place of `span`, which begins at or behind all that was replaced before.
    pub(super) fn replace(&mut self, span: Span, c: char) {
        if span.len() == c.len_utf8()
            && self.source.get(span.start..).is_some_and(|s| s.starts_with(c))
        {
            return;
        }
        self.copy_to(span.start);
        let start = self.clean.len();
        self.clean.push(c);
        self.close(span, start);
    }

    /// Writes `text` in place of `span`.
    pub(crate) fn replace_with(&mut self, span: Span, text: &str) {
        if self.source.get(span.range()) == Some(text) {
            return;
        }
        self.copy_to(span.start);
        let start = self.clean.len();
        self.clean.push_str(text);
        self.close(span, start);
    }

    /// Notes that what is written from `start` on stands for `source`.
    fn close(&mut self, source: Span, start: usize) {
        self.map.edits.push(Edit { source, clean: Span::new(start, self.clean.len()) });
        self.copied = source.end;
    }

    /// Writes `text` in place of the last `len` bytes written and of the source up to `end`.
    pub(super) fn amend(&mut self, len: usize, end: usize, text: &str) {
        let start = self.clean.len().saturating_sub(len);
        let (mut source, mut clean) = (self.copied, self.clean.len());
        while let Some(last) = self.map.edits.pop_if(|last| last.clean.end > start) {
            (source, clean) = (last.source.start, last.clean.start);
        }
        source -= clean.saturating_sub(start);
        clean = clean.min(start);
        self.clean.truncate(start);
        self.clean.push_str(text);
        self.close(Span::new(source, end), clean);
    }

    /// The clean text and the map; `None` where nothing was replaced.
    pub(crate) fn finish(mut self) -> Option<(String, OffsetMap)> {
        if self.map.edits.is_empty() {
            return None;
        }
        self.copy_to(self.source.len());
        Some((self.clean, self.map))
    }

    fn copy_to(&mut self, end: usize) {
        if self.clean.capacity() == 0 {
            self.clean.reserve(self.source.len());
        }
        if let Some(rest) = self.source.get(self.copied..end) {
            self.clean.push_str(rest);
            self.copied = end;
        }
    }
}
