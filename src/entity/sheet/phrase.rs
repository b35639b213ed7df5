//! Words that go on, phrases of the lists, known names.

use super::{Shape, Sight};
use crate::entity::cue::{Cue, Cues, known_keys};
use crate::entity::renown::Renowned;

/// Marks the words with a capital that go on in small letters.
pub(super) fn mark_joined(sights: &mut [Sight], capitals: &[usize], cues: &Cues) {
    for &at in capitals {
        let Some([first, second]) = sights.get_mut(at..at + 2) else { return };
        first.joins = first.shape == Shape::Capital
            && second.shape == Shape::Lower
            && cues.join(first.word, second.word);
    }
}

/// Finds the phrases of the lists, longest first; the words of kind among them.
pub(super) fn mark_cues(sights: &mut [Sight], cues: &Cues) -> Vec<usize> {
    let mut kinds = Vec::new();
    let mut next = 0;
    // Where the phrase before ends, if there is one.
    let mut end = None;
    while let Some(at) = next_start(sights, next, cues) {
        next = at + 1;
        let Some(rest @ [first, ..]) = sights.get(at..) else { break };
        let Some((cue, words)) = cues.longest(rest.iter().map(|s| s.word)) else { continue };
        let last = at.checked_sub(1).and_then(|last| sights.get(last));
        let adjoining = last.filter(|_| end == Some(at));
        let counts = match cue {
            Cue::ForeignPerson | Cue::ForeignPlace => first.shape.is_capital(),
            Cue::Short if first.shape == Shape::Capitals => !shouted(rest),
            Cue::Short => first.shape == Shape::Acronym,
            // The words are common; what a body looks after they tell only behind its head.
            Cue::Field => adjoining.is_some_and(Sight::has_body),
            Cue::Level | Cue::PlaceType if words == 1 => !ends_word(last, rest, cues),
            _ => true,
        };
        if !counts {
            continue;
        }
        let pointed = words == 1 && has_point(last, rest);
        let words = words + usize::from(pointed);
        let body = matches!(cue, Cue::Head | Cue::Field | Cue::Level);
        let tail = body && adjoining.is_some_and(|s| s.tail || s.is_title());
        if matches!(cue, Cue::Level | Cue::PlaceType) {
            kinds.extend(at..at + words);
        }
        let (code, word) = (cue.code(), first.word);
        let phrase = sights.get_mut(at..at + words).unwrap_or_default();
        for (i, sight) in phrase.iter_mut().enumerate() {
            sight.cue = code;
            sight.cue_part = if i == 0 { 1 } else { 2 };
            sight.tail = tail;
            // The point of a short form speaks for it.
            if pointed {
                sight.word = word;
            }
        }
        next = at + words;
        end = Some(next);
    }
    kinds
}

/// The next token from `first` on at which a phrase may begin.
fn next_start(sights: &[Sight], first: usize, cues: &Cues) -> Option<usize> {
    let rest = sights.get(first..)?;
    let may = |pair: &[Sight]| match pair {
        [first, second] => cues.may_begin(first.word, second.word),
        _ => false,
    };
    // The last one is the first of no pair.
    let start = rest.windows(2).position(may).or(rest.len().checked_sub(1))?;
    Some(first + start)
}

/// Whether what stands behind the first word is in capitals too.
fn shouted(rest: &[Sight]) -> bool {
    rest.get(1).is_some_and(|s| s.shape == Shape::Capitals)
}

/// Kinds of places that end other words more often than they stand alone.
const ENDINGS: [u32; 17] = known_keys([
    "bang", "bản", "bến", "cung", "cầu", "khối", "nước", "phá", "phủ", "thôn", "tháp", "xã",
    "điện", "đá", "đình", "đội", "động",
]);

/// Whether the kind of place that `rest` begins with is the end of another word: `yêu | cầu`.
fn ends_word(last: Option<&Sight>, rest: &[Sight], cues: &Cues) -> bool {
    let (Some(last), Some(first)) = (last, rest.first()) else { return false };
    matches!(last.shape, Shape::Lower | Shape::Capital)
        && ENDINGS.contains(&first.word)
        && cues.join(last.word, first.word)
}

/// Whether `rest` begins with a short form, its point, and a name or number: `TP. Phủ Lý`; a single
/// letter inside a run of capitals is an initial.
fn has_point(last: Option<&Sight>, rest: &[Sight]) -> bool {
    let [short, point, next, ..] = rest else { return false };
    let is_short = match short.shape {
        Shape::Acronym => true,
        Shape::Letter => last.is_none_or(|s| !s.shape.is_capital()),
        _ => false,
    };
    let named = next.shape.is_capital() || next.shape == Shape::Number;
    is_short && point.shape == Shape::Stop && point.glued && named
}

/// Finds the names that are known by themselves, longest first; a name begins with a capital, and
/// no word of it is in small letters.
pub(super) fn mark_renowned(sights: &mut [Sight], capitals: &[usize], renowned: &Renowned) {
    let mut end = 0;
    for &at in capitals {
        if at < end {
            continue;
        }
        let named = sights.get_mut(at..).unwrap_or_default();
        let words = named.iter().take_while(|s| s.shape != Shape::Lower).map(|s| s.word);
        let Some((renown, words)) = renowned.longest(words) else { continue };
        end = at + words;
        for (i, sight) in named.iter_mut().take(words).enumerate() {
            sight.renown = renown as u8;
            sight.renown_part = if i == 0 { 1 } else { 2 };
        }
    }
}
