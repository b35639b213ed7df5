//! Organisations: bodies by their full proper names.

use super::Found;
use super::sheet::span_of;
use super::tagger::{Labels, label};
use crate::Span;
use std::ops::Range;

/// A body by its full proper name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Organization {
    /// The outermost name.
    pub span: Span,
}

/// The organisations of the document, in order.
pub(super) fn organizations(found: &Found<'_>, labels: &Labels) -> Vec<Organization> {
    ranges(labels, 0..labels.bodies.len())
        .map(|r| Organization { span: span_of(found.tokens, r.start, r.end) })
        .collect()
}

/// The tokens of the bodies within `tokens`.
pub(super) fn ranges(labels: &Labels, tokens: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut first = tokens.start;
    tokens.filter_map(move |i| match labels.bodies.get(i) {
        Some(&label::FIRST) => {
            first = i;
            None
        }
        Some(&label::LAST) => Some(first..i + 1),
        Some(&label::ONLY) => Some(i..i + 1),
        _ => None,
    })
}
