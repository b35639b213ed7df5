//! Names of people that their form tells, and how far a name abroad reaches.

use crate::entity::cue::{Cue, known_key, known_keys, name};
use crate::entity::gazetteer::Classes;
use crate::entity::sheet::{Shape, Sheet, Sight};
use crate::entity::tagger::{Labels, label};
use crate::entity::title::TitleClass;

/// Stands between surname and given name of men in the northern mountains: `Giàng A Páo`.
const A: u32 = known_key("a");
/// Peoples, where women of the Ê Đê are `H'Hen`, `H'Loan`.
const PEOPLES: [u32; 3] = known_keys(["h'mông", "h'rê", "h'lăng"]);

/// The end of the name that begins with the run of capitals at `i`, if its form or the title before
/// it tells that it is a person's.
pub(super) fn end(sheet: &Sheet, labels: &Labels, i: usize) -> Option<usize> {
    let (s, before) = (sheet.sights.get(i)?, sheet.before(i).unwrap_or(&Sight::EDGE));
    let run = i - usize::from(s.run_at);
    let end = run + usize::from(s.run_len);
    let words = sheet.sights.get(i..end)?;
    let others = [label::PLACE, label::IN_PLACE, label::HONORIFIC];
    if labels.names.get(i..end)?.iter().any(|l| others.contains(l)) {
        return None;
    }
    let told = match i == run {
        true => !before.is_kind() && is_mountain(words) || is_called(before, words),
        // `Thủ tướng Lào | Thoonglun Sisulith`
        false => {
            is_plain(words) && behind_country(sheet, labels, i) && (words.len() > 1 || is_abroad(s))
        }
    };
    told.then_some(end)
}

/// Whether the words are a name as only peoples of the mountains bear them.
fn is_mountain(words: &[Sight]) -> bool {
    match words {
        [surname, a, given, rest @ ..] if a.word == A => {
            surname.name & name::SURNAME != 0 && given.shape.is_capital() && rest.len() < 2
        }
        [first, ..] if first.shape == Shape::Name && first.name & name::SURNAME != 0 => {
            !PEOPLES.contains(&first.word)
        }
        _ => false,
    }
}

/// Whether no list tells of any of the words that it is something else than a person.
fn is_plain(words: &[Sight]) -> bool {
    let own = [0, Cue::ForeignPerson.code()];
    words.iter().all(|s| own.contains(&s.cue) && s.place == 0 && s.renown == 0 && !s.joins)
}

/// Whether the run of capitals behind `before` is a person called by a title, or by a surname and
/// two or three more words.
fn is_called(before: &Sight, words: &[Sight]) -> bool {
    let [first, rest @ ..] = words else { return false };
    if before.is_title() && words.iter().all(|s| s.cue == Cue::ForeignPerson.code()) {
        return true;
    }
    if !is_plain(words) {
        return false;
    }
    let surname = first.name & name::SURNAME != 0;
    let abroad = || words.iter().any(|s| s.shape == Shape::Name);
    match (before.is_title(), rest.len()) {
        // The titles that stand before a given name alone.
        (true, 0) if first.shape == Shape::Capital => {
            let classes = [TitleClass::Academic, TitleClass::Military, TitleClass::Police];
            let close = classes.iter().any(|&class| before.cue == Cue::Title(class).code());
            close && first.name & name::GIVEN != 0
        }
        (true, 1..) if surname => true,
        (true, 0) => calls_office(before) && abroad(),
        (true, _) => abroad(),
        (false, 2..=3) => surname && is_open(before),
        (false, 1) => {
            let given = rest.iter().all(|s| s.name & name::GIVEN != 0);
            surname && first.name & name::COMMON == 0 && given && is_open(before)
        }
        _ => false,
    }
}

/// Whether it is a title of state, faith or sport, before which a name abroad may stand alone.
fn calls_office(title: &Sight) -> bool {
    use TitleClass::{Government, Legislature, Military, Party, Religion, Sport};
    let classes = [Government, Legislature, Military, Party, Religion, Sport];
    classes.iter().any(|&class| title.cue == Cue::Title(class).code())
}

/// Whether a name may begin behind `before` that nothing calls.
fn is_open(before: &Sight) -> bool {
    let cues = [Cue::Verb, Cue::Office, Cue::Being, Cue::Role, Cue::Honorific];
    let told = before.cue == 0 || cues.iter().any(|cue| before.cue == cue.code());
    told && !before.shape.is_capital() && before.shape != Shape::Quote
}

/// Whether a country ends before `i` that stands behind a title.
fn behind_country(sheet: &Sheet, labels: &Labels, i: usize) -> bool {
    let lead = labels.names.get(..i).unwrap_or_default();
    let inner = lead.iter().rev().take_while(|&&l| l == label::IN_PLACE).count();
    let Some(first) = i.checked_sub(inner + 1) else { return false };
    let country = sheet.sights.get(first).is_some_and(|s| s.place & Classes::COUNTRY.bits() != 0);
    let titled = sheet.before(first).is_some_and(Sight::is_title);
    country && titled && labels.names.get(first) == Some(&label::PLACE)
}

/// Small words within names abroad: `Ursula von der Leyen`, `Mohammed bin Salman`.
const PARTICLES: [u32; 19] = known_keys([
    "al", "bin", "bint", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "ibn", "la",
    "le", "ter", "van", "von", "zu",
]);

/// Where the name abroad ends that goes on behind `end` over small words.
pub(super) fn behind_particles(sheet: &Sheet, end: usize) -> Option<usize> {
    let rest = sheet.sights.get(end..)?;
    let small = rest.iter().take(3).take_while(|s| is_particle(s)).count();
    let next = rest.get(small).filter(|s| small > 0 && is_abroad(s))?;
    Some(end + small + usize::from(next.run_len - next.run_at))
}

/// Where the name abroad begins that goes on over small words to the name at `i`.
pub(super) fn before_particles(sheet: &Sheet, labels: &Labels, i: usize) -> Option<usize> {
    let lead = sheet.sights.get(..i)?;
    let small = lead.iter().rev().take(3).take_while(|s| is_particle(s)).count();
    let last = i.checked_sub(small + 1)?;
    lead.get(last).filter(|s| small > 0 && is_abroad(s))?;
    let own =
        |&i: &usize| labels.names.get(i) == Some(&label::OUT) && lead.get(i).is_some_and(is_abroad);
    Some(last + 1 - (0..=last).rev().take_while(own).count())
}

fn is_particle(s: &Sight) -> bool {
    !s.shape.is_capital() && PARTICLES.contains(&s.word)
}

fn is_abroad(s: &Sight) -> bool {
    matches!(s.shape, Shape::Foreign | Shape::Name)
}
