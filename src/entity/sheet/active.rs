//! Which tokens may belong to a span; the tagger passes over all others.

use super::{Shape, Sight, known};
use crate::entity::cue::Cue;

/// Tokens before and behind a capital or a phrase of the lists that may still belong to its span.
const BEFORE: usize = 4;
const BEHIND: usize = 1;
/// A gap of so many tokens between active ones may be inside a span.
const GAP: usize = 4;
/// The head of a body in small letters goes on with a span that ended so many tokens before,
/// for so many tokens.
const HEAD_GAP: usize = 2;
const HEAD_BEHIND: usize = 4;
/// A number goes on with a span that ended so many tokens before: `đại biểu khóa XV`.
const NUMBER_GAP: usize = 2;

/// Marks the tokens that may belong to a span: near a capital, or in a phrase of the lists near one.
pub(super) fn mark_active(sights: &mut [Sight]) {
    // The end of the last active stretch.
    let mut end = 0;
    for i in 0..sights.len() {
        let Some(s) = sights.get(i) else { break };
        if s.shape == Shape::Lower && s.cue == 0 {
            continue;
        }
        let near = || i < end + NUMBER_GAP && s.shape != Shape::Figure;
        let before = || i.checked_sub(1).and_then(|before| sights.get(before));
        let number = matches!(s.shape, Shape::Number | Shape::Roman | Shape::Figure)
            && (near() || before().is_some_and(Sight::is_before_place));
        // The first word of a sentence has its capital for nothing, unless it names one who is
        // named elsewhere.
        let idle = i == 0
            && s.known & (known::PERSON | known::GIVEN) == 0
            && s.shape == Shape::Capital
            && s.cue == 0
            && s.place == 0
            && !sights.get(1).is_some_and(|next| next.shape.is_capital());
        let strong = number || s.shape.is_capital() && !idle;
        let head = s.cue == Cue::Head.code() && i < end + HEAD_GAP;
        if !strong && !head && !s.is_title() && !s.tail && s.cue != Cue::Honorific.code() {
            continue;
        }
        let (before, behind) = match (strong, head) {
            (true, _) => (BEFORE, BEHIND),
            (_, true) => (0, HEAD_BEHIND),
            _ => (0, 0),
        };
        let mut from = i.saturating_sub(before);
        // A phrase is seen from its first word on.
        let later = sights.get(..=from).unwrap_or_default().iter().rev();
        from -= later.take_while(|s| before > 0 && s.cue_part == 2).count().min(from);
        if end > 0 && from <= end + GAP {
            from = end.min(i);
        }
        end = i + behind + 1;
        sights.iter_mut().take(end).skip(from).for_each(|sight| sight.active = true);
    }
}
