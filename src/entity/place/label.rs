//! Places that the grammar of a line tells, where the tagger did not see them.

use crate::entity::cue::{name, word_key};
use crate::entity::gazetteer::Classes;
use crate::entity::sheet::{Shape, Sheet};
use crate::entity::tagger::{Labels, label};

/// Mends the labels of places.
pub(crate) fn settle(sheet: &Sheet, labels: &mut Labels) {
    for i in 0..labels.names.len() {
        match labels.names.get(i) {
            Some(&label::PERSON) if heads_address(sheet, i) => call_place(labels, i),
            Some(&label::PLACE) => draw_level(sheet, labels, i),
            Some(&label::OUT) if labels.bodies.get(i) != Some(&label::OUT) => {
                call_province(sheet, labels, i);
            }
            _ => {}
        }
    }
}

/// Whether the name at `i` stands behind `Địa chỉ:` and begins with no surname: an address begins
/// with a place, and where it begins with a person, with the full name.
fn heads_address(sheet: &Sheet, i: usize) -> bool {
    let Some(first) = i.checked_sub(3) else { return false };
    let Some([a, b, colon, named]) = sheet.sights.get(first..=i) else { return false };
    a.word == word_key("địa")
        && b.word == word_key("chỉ")
        && colon.shape == Shape::Colon
        && named.name & name::SURNAME == 0
}

/// Makes the person at `i` a place.
fn call_place(labels: &mut Labels, i: usize) {
    for (at, slot) in labels.names.iter_mut().enumerate().skip(i) {
        *slot = match *slot {
            label::PERSON if at == i => label::PLACE,
            label::IN_PERSON => label::IN_PLACE,
            _ => return,
        };
    }
}

/// Levels that are part of a unit's name where they stand directly before it.
const LEVELS: [&[&str]; 8] = [
    &["tỉnh"],
    &["huyện"],
    &["quận"],
    &["xã"],
    &["phường"],
    &["thành", "phố"],
    &["thị", "xã"],
    &["thị", "trấn"],
];

/// Draws the level directly before the unit at `i` into the place: `thành phố | Phủ Lý`.
fn draw_level(sheet: &Sheet, labels: &mut Labels, i: usize) {
    let units = Classes::PROVINCE.with(Classes::DISTRICT).with(Classes::COMMUNE).bits();
    if !sheet.sights.get(i).is_some_and(|s| s.place & units != 0 && s.place_part == 1) {
        return;
    }
    let stands = |level: &&[&str]| {
        let before = i.checked_sub(level.len()).and_then(|first| sheet.sights.get(first..i));
        before.is_some_and(|before| {
            let mut both = before.iter().zip(*level);
            both.all(|(s, word)| s.shape == Shape::Lower && s.word == word_key(word))
        })
    };
    let Some(len) = LEVELS.into_iter().filter(stands).map(<[_]>::len).max() else { return };
    let Some(drawn) = labels.names.get_mut(i - len..=i) else { return };
    if drawn.iter().take(len).all(|&l| l == label::OUT) {
        drawn.fill(label::IN_PLACE);
        drawn.iter_mut().take(1).for_each(|first| *first = label::PLACE);
    }
}

/// Names the province at `i` within the name of a body: `BÁO | HÀ NAM | ĐIỆN TỬ`.
fn call_province(sheet: &Sheet, labels: &mut Labels, i: usize) {
    let doubts = Classes::WORD.with(Classes::PERSON).bits();
    let rest = sheet.sights.get(i..).unwrap_or_default();
    let Some(first) = rest.first() else { return };
    if first.place & Classes::PROVINCE.bits() == 0
        || first.place & doubts != 0
        || first.place_part != 1
    {
        return;
    }
    let len = 1 + rest.iter().skip(1).take_while(|s| s.place_part == 2).count();
    let whole = rest.iter().take(len).all(|s| s.shape.is_capital());
    let Some(named) = labels.names.get_mut(i..i + len) else { return };
    if whole && named.iter().all(|&l| l == label::OUT) {
        named.fill(label::IN_PLACE);
        named.iter_mut().take(1).for_each(|first| *first = label::PLACE);
    }
}
