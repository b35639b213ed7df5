//! Organisations: bodies by their full proper names.

use super::Found;
use super::cue::{Cue, known_keys};
use super::sheet::{Shape, Sheet, Sight};
use super::tagger::{Labels, label, spans};
use super::title::TitleClass;
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

/// `Phó Chủ tịch Thường trực | HĐND tỉnh`.
const STANDING: [u32; 2] = known_keys(["thường", "trực"]);

/// Words of a person's name at most.
const LONGEST: usize = 8;

/// Whether grammar says that token `i` is in no body: it is of one who holds an office of the body
/// right before (`Chủ tịch UBND xã | Vũ Văn Hà`), of his rank (`Trưởng Công an xã | Trung tá`), or of
/// the office itself.
pub(super) fn is_outside(sights: &[Sight], names: &[u8], i: usize) -> bool {
    let Some(here) = sights.get(i) else { return false };
    let before = |first: usize| first.checked_sub(1).and_then(|i| sights.get(i));
    let bare = |s: &Sight| s.cue == Cue::Level.code() && s.shape == Shape::Lower;
    match names.get(i) {
        Some(&(label::PERSON | label::IN_PERSON)) => {
            let lead = names.iter().take(i + 1).rev().take(LONGEST);
            let first = i - lead.take_while(|&&l| l == label::IN_PERSON).count();
            before(first).is_some_and(|s| s.tail || bare(s))
        }
        _ if here.cue == Cue::Title(TitleClass::Military).code() => {
            let first = (i + 1).checked_sub(here.cue_part.into());
            first.and_then(before).is_some_and(bare)
        }
        _ => match STANDING.iter().position(|&word| word == here.word) {
            Some(later) => i.checked_sub(later).and_then(before).is_some_and(Sight::is_title),
            None => false,
        },
    }
}

/// Draws a bare level behind a body or title into it: `UBND | tỉnh`, `Chánh Văn phòng Đảng ủy | xã`.
///
/// A level with a name behind it is a place and settled by the tagger.
pub(super) fn draw_in_levels(sheet: &Sheet, labels: &mut Labels) {
    let small = |s: &Sight, part: u8| {
        s.cue == Cue::Level.code() && s.cue_part == part && s.shape == Shape::Lower
    };
    for &i in &sheet.kinds {
        let [Some(before), Some(level)] = [sheet.before(i), sheet.sights.get(i)] else { continue };
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
