//! A text rewritten beside its source.

use super::offset::OffsetMap;
use crate::Span;

/// Builds a rewritten text beside its source; what no edit touches is copied as it is.
#[derive(Debug)]
pub(crate) struct Rewriter<'t> {
    source: &'t str,
    clean: String,
    map: OffsetMap,
    copied: usize,
}

impl<'t> Rewriter<'t> {
    pub(crate) fn new(source: &'t str) -> Self {
        Self { source, clean: String::new(), map: OffsetMap::default(), copied: 0 }
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
    #[inline]
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
    #[inline]
    fn close(&mut self, source: Span, start: usize) {
        self.map.push(source, Span::new(start, self.clean.len()));
        self.copied = source.end;
    }

    /// Writes `text` in place of the last `len` bytes written and of the source up to `end`.
    pub(super) fn amend(&mut self, len: usize, end: usize, text: &str) {
        let start = self.clean.len().saturating_sub(len);
        let (mut source, mut clean) = (self.copied, self.clean.len());
        while let Some(last) = self.map.last().filter(|last| last.clean.end > start) {
            (source, clean) = (last.source.start, last.clean.start);
            self.map.pop();
        }
        source -= clean.saturating_sub(start);
        clean = clean.min(start);
        self.clean.truncate(start);
        self.clean.push_str(text);
        self.close(Span::new(source, end), clean);
    }

    /// The clean text and the map; `None` where nothing was replaced.
    pub(crate) fn finish(mut self) -> Option<(String, OffsetMap)> {
        if self.map.is_empty() {
            return None;
        }
        self.copy_to(self.source.len());
        Some((self.clean, self.map))
    }

    #[inline]
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
