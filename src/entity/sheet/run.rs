//! Runs of capitals, and what the document shows of the same run elsewhere.

use super::{Shape, Sight, known};
use crate::entity::cue::{name, phrase_key};
use crate::sentence::Sentence;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Words of the run of capitals at the beginning of `sights`; the point of `TP.` and `H.` and a
/// hyphen without blanks are inside.
fn run_len(sights: &[Sight]) -> usize {
    let mut len = 0;
    while let Some([a, rest @ ..]) = sights.get(len..)
        && a.shape.is_capital()
    {
        // A short form of the lists is no part of the name behind it: `BS | Lê Thị Na`.
        if a.is_short_form() && (len == 0 || a.shape != Shape::Letter) {
            return len.max(1);
        }
        len += 1;
        if let [b, c, ..] = rest
            && c.shape.is_capital()
        {
            let joins = match b.shape {
                Shape::Stop => matches!(a.shape, Shape::Letter | Shape::Acronym),
                Shape::Dash => b.glued && c.glued,
                _ => false,
            };
            len += usize::from(joins);
        }
    }
    len
}

/// Gives each run of capitals its key and each of its words the position; the runs, in order.
pub(super) fn mark_runs(
    sights: &mut [Sight],
    capitals: &[usize],
    sentences: &[Sentence],
) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::with_capacity(capitals.len());
    let mut sentences = sentences.iter().peekable();
    for &first in capitals {
        while sentences.next_if(|sentence| sentence.last <= first).is_some() {}
        let behind = runs.last().is_none_or(|run| run.end <= first);
        let Some(sentence) = sentences.peek().filter(|s| behind && s.first <= first) else {
            continue;
        };
        let rest = sights.get_mut(first..sentence.last).unwrap_or_default();
        let len = run_len(rest);
        let run = rest.get_mut(..len).unwrap_or_default();
        let key = run.iter().fold(1, |key, s| phrase_key(key, s.word));
        for (i, sight) in run.iter_mut().enumerate() {
            sight.run = key;
            sight.run_at = i.min(7) as u8;
            sight.run_len = len.min(7) as u8;
        }
        runs.push(first..first + len);
    }
    runs
}

/// Carries what one place in the document shows of a run of capitals to all other places.
pub(super) fn recall(sights: &mut [Sight], runs: &[Range<usize>]) {
    let mut shown: FxHashMap<u32, u8> = FxHashMap::default();
    shown.reserve(runs.len());
    for run in runs {
        let Some([sight, rest @ ..]) = sights.get(run.start..) else { break };
        let entry = shown.entry(sight.run).or_default();
        *entry |= known::REPEATED & (*entry << 3 | *entry << 2 | *entry << 1);
        let before = run.start.checked_sub(1).and_then(|i| sights.get(i)).unwrap_or(&Sight::EDGE);
        let next = rest.first().unwrap_or(&Sight::EDGE);
        let calls = before.is_before_person() && before.shape != Shape::Break;
        let full = (2..=4).contains(&sight.run_len)
            && sight.name & name::SURNAME != 0
            && next.name & (name::MIDDLE | name::GIVEN) != 0
            && sight.place == 0;
        let person = calls || full;
        let place = before.is_before_place() || sight.place != 0;
        *entry |= 16;
        if person {
            *entry |= known::PERSON;
        }
        if place {
            *entry |= known::PLACE;
        }
        if person && sight.run_len <= 6 {
            let last = sights.get(run.end - 1).unwrap_or(&Sight::EDGE);
            *shown.entry(phrase_key(1, last.word)).or_default() |= known::GIVEN;
        }
    }
    for run in runs {
        let run = sights.get_mut(run.clone()).unwrap_or_default();
        let shown = run.first().and_then(|first| shown.get(&first.run)).copied();
        run.iter_mut().for_each(|sight| sight.known = shown.unwrap_or_default() & 15);
    }
}
