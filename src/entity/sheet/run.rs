//! Runs of capitals, and what the document shows of the same run elsewhere.

use super::{Shape, Sight, known};
use crate::entity::cue::{name, phrase_key};
use rustc_hash::FxHashMap;

/// Words of the run of capitals at the beginning of `sights`; the point of `TP.` and `H.` and a
/// hyphen without blanks are inside.
fn run_len(sights: &[Sight]) -> usize {
    let mut len = 0;
    loop {
        let mut rest = sights.iter().skip(len);
        let (a, b, c) = (rest.next(), rest.next(), rest.next());
        if !a.is_some_and(|s| s.shape.is_capital()) {
            return len;
        }
        len += 1;
        let short = a.is_some_and(|s| matches!(s.shape, Shape::Letter | Shape::Acronym));
        let joins = match b.map(|s| s.shape) {
            Some(Shape::Stop) => short,
            Some(Shape::Dash) => b.is_some_and(|b| b.glued) && c.is_some_and(|c| c.glued),
            _ => false,
        };
        if joins && c.is_some_and(|s| s.shape.is_capital()) {
            len += 1;
        }
    }
}

/// Gives each run of capitals its key and each of its words the position.
pub(super) fn mark_runs(sights: &mut [Sight]) {
    let mut first = 0;
    while first < sights.len() {
        let rest = sights.get(first..).unwrap_or_default();
        let len = run_len(rest);
        let key = rest.iter().take(len).fold(1, |key, s| phrase_key(key, s.word));
        for (i, sight) in sights.iter_mut().skip(first).take(len).enumerate() {
            sight.run = key;
            sight.run_at = i.min(7) as u8;
            sight.run_len = len.min(7) as u8;
        }
        first += len.max(1);
    }
}

/// Carries what one place in the document shows of a run of capitals to all other places.
pub(super) fn recall(sights: &mut [Sight]) {
    let mut shown: FxHashMap<u32, u8> = FxHashMap::default();
    let mut before = Sight::default();
    for i in 0..sights.len() {
        let Some(&sight) = sights.get(i) else { break };
        if sight.run_at == 0 && sight.run_len > 0 {
            let entry = shown.entry(sight.run).or_default();
            *entry |= known::REPEATED & (*entry << 3 | *entry << 2 | *entry << 1);
            let next = sights.get(i + 1).copied().unwrap_or_default();
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
                let last = sights.get(i + usize::from(sight.run_len) - 1).copied();
                let key = phrase_key(1, last.unwrap_or_default().word);
                *shown.entry(key).or_default() |= known::GIVEN;
            }
        }
        before = sight;
    }
    for sight in sights {
        if sight.run_len > 0 {
            sight.known = shown.get(&sight.run).copied().unwrap_or_default() & 15;
        }
    }
}
