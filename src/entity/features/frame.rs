//! What stands on either side of the phrases of a title: who is named there, marks, words.

use super::{Before, Heads};
use crate::entity::sheet::{Shape, Sight};
use crate::entity::tagger::label;

/// What stands around a run of titles of the lists with the bodies and places behind them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub(super) before: Side,
    pub(super) behind: Side,
}

impl Frame {
    /// Of a token in no run.
    pub(super) const NONE: Self = {
        let none = Side { kind: 0, word: 0 };
        Self { before: none, behind: none }
    };
}

/// What stands on one side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Side {
    /// A person, an honorific, the cue or the shape of the token; 0 for a token in no run.
    pub(super) kind: u8,
    /// The word, where it is in small letters.
    pub(super) word: u32,
}

// Codes of cues are below.
const PERSON: u8 = 40;
const HONORIFIC: u8 = 41;
const SHAPE: u8 = 50;

impl Side {
    fn of(sights: &[Sight], labels: Before<'_>, at: Option<usize>) -> Self {
        let seen = at.and_then(|i| Some((sights.get(i)?, *labels.names.get(i)?)));
        let (sight, name) = seen.unwrap_or((&Sight::EDGE, label::OUT));
        let kind = match name {
            label::PERSON | label::IN_PERSON => PERSON,
            label::HONORIFIC => HONORIFIC,
            _ if sight.cue > 0 => sight.cue,
            _ => SHAPE + sight.shape as u8,
        };
        Self { kind, word: if sight.shape == Shape::Lower { sight.word } else { 0 } }
    }
}

/// Gives the tokens of each run their frame.
pub(crate) fn mark_frames(sights: &[Sight], labels: Before<'_>, heads: &mut [Heads]) {
    let title = |i: usize| sights.get(i).is_some_and(|s| s.is_of_title());
    let rest = |i: usize| {
        let of = |labels: &[u8]| labels.get(i).copied().unwrap_or_default();
        sights.get(i).is_some_and(|s| s.tail)
            || of(labels.bodies) != label::OUT
            || matches!(of(labels.names), label::PLACE | label::IN_PLACE)
    };
    let mut at = 0;
    while at < sights.len() {
        let first = at;
        while title(at) {
            at += 1;
        }
        if at == first {
            at += 1;
            continue;
        }
        while rest(at) && !title(at) {
            at += 1;
        }
        let side = |at| Side::of(sights, labels, at);
        let frame = Frame { before: side(first.checked_sub(1)), behind: side(Some(at)) };
        heads.iter_mut().take(at).skip(first).for_each(|heads| heads.frame = frame);
    }
}
