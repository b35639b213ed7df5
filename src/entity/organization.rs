//! Organisations: bodies by their full proper names.

use super::Found;
use super::cue::Cue;
use super::sheet::{Shape, Sheet, Sight};
use super::tagger::{Labels, label, spans};
use crate::Span;

/// A body by its full proper name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Organization {
    /// The outermost name.
    pub span: Span,
}

/// The organisations of the document, in order.
pub(super) fn organizations(found: &Found<'_>, labels: &Labels) -> Vec<Organization> {
    spans(&labels.bodies, 0..labels.bodies.len())
        .map(|r| Organization { span: found.span(&r) })
        .collect()
}

/// Draws a bare level behind a body or title into it: `UBND | tỉnh`, `Chánh Văn phòng Đảng ủy | xã`.
///
/// A level with a name behind it is a place and settled by the tagger.
pub(super) fn draw_in_levels(sheet: &Sheet, labels: &mut Labels) {
    let small = |s: &Sight, part: u8| {
        s.cue == Cue::Level.code() && s.cue_part == part && s.shape == Shape::Lower
    };
    for (i, pair) in (1..).zip(sheet.sights.windows(2)) {
        let [before, level] = pair else { return };
        if !small(level, 1) || small(before, 1) || labels.names.get(i) != Some(&label::OUT) {
            continue;
        }
        let at = |i: usize| sheet.sights.get(i);
        let words = if at(i + 1).is_some_and(|s| small(s, 2)) { 2 } else { 1 };
        let named = at(i + words).is_some_and(|s| {
            s.shape.is_capital() || matches!(s.shape, Shape::Number | Shape::Roman)
        });
        if !named {
            draw_in(&mut labels.bodies, i, words);
            draw_in(&mut labels.titles, i, words);
        }
    }
}

/// Moves the end of a span that ends before `at` behind the `words` that follow.
fn draw_in(labels: &mut [u8], at: usize, words: usize) {
    let Some([before, drawn @ ..]) = labels.get_mut(at - 1..at + words) else { return };
    if drawn.iter().any(|&l| l != label::OUT) {
        return;
    }
    match *before {
        label::LAST => *before = label::INNER,
        label::ONLY => *before = label::FIRST,
        _ => return,
    }
    drawn.fill(label::INNER);
    if let Some(last) = drawn.last_mut() {
        *last = label::LAST;
    }
}
