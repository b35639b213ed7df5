//! Runs of capitals, and what the document shows of the same run elsewhere.

use super::{Shape, Sight, known};
use crate::entity::cue::{name, phrase_key};
use rustc_hash::FxHashMap;

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

/// Gives each run of capitals its key and each of its words the position.
pub(super) fn mark_runs(sights: &mut [Sight]) {
    let mut rest = sights;
    while let Some(first) = rest.iter().position(|s| s.shape.is_capital()) {
        let from_first = rest.get_mut(first..).unwrap_or_default();
        let len = run_len(from_first);
        let (run, behind) = from_first.split_at_mut_checked(len).unwrap_or_default();
        let key = run.iter().fold(1, |key, s| phrase_key(key, s.word));
        for (i, sight) in run.iter_mut().enumerate() {
            sight.run = key;
            sight.run_at = i.min(7) as u8;
            sight.run_len = len.min(7) as u8;
        }
        rest = behind;
    }
}

/// Carries what one place in the document shows of a run of capitals to all other places.
pub(super) fn recall(sights: &mut [Sight]) {
    let mut shown: FxHashMap<u32, u8> = FxHashMap::default();
    for (i, sight) in sights.iter().enumerate().filter(|(_, s)| s.run_at == 0 && s.run_len > 0) {
        let entry = shown.entry(sight.run).or_default();
        *entry |= known::REPEATED & (*entry << 3 | *entry << 2 | *entry << 1);
        let before = i.checked_sub(1).and_then(|i| sights.get(i)).unwrap_or(&Sight::EDGE);
        let next = sights.get(i + 1).unwrap_or(&Sight::EDGE);
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
            let last = sights.get(i + usize::from(sight.run_len) - 1);
            let key = phrase_key(1, last.unwrap_or(&Sight::EDGE).word);
            *shown.entry(key).or_default() |= known::GIVEN;
        }
    }
    let mut here = 0;
    for sight in sights.iter_mut().filter(|s| s.run_len > 0) {
        if sight.run_at == 0 {
            here = shown.get(&sight.run).copied().unwrap_or_default() & 15;
        }
        sight.known = here;
    }
}
