//! Places and ends of names that the grammar of a line tells, where the tagger did not see them.

use crate::entity::cue::{known_key, known_keys, name};
use crate::entity::gazetteer::Classes;
use crate::entity::sheet::{Shape, Sheet};
use crate::entity::tagger::{Labels, label};

/// Mends the labels of names.
pub(crate) fn settle(sheet: &Sheet, labels: &mut Labels) {
    for i in 0..labels.names.len() {
        match labels.names.get(i) {
            Some(&label::OUT) if is_plain(sheet, i) => {}
            Some(&label::PERSON) if heads_address(sheet, i) => call_place(labels, i),
            Some(&label::PERSON) if heads_year(sheet, labels, i) => clear(labels, i),
            Some(&label::PERSON | &label::IN_PERSON) => draw_end(sheet, labels, i),
            Some(&label::PLACE) => draw_level(sheet, labels, i),
            Some(&label::OUT) if heads_number(sheet, i) => call_numbered(labels, i),
            Some(&label::OUT) if labels.bodies.get(i) != Some(&label::OUT) => {
                call_province(sheet, labels, i);
            }
            _ => {}
        }
    }
}

/// Whether no name of the gazetteer begins at `i` and no number stands behind.
fn is_plain(sheet: &Sheet, i: usize) -> bool {
    let named = sheet.sights.get(i).is_some_and(|s| s.place_part == 1);
    !named && sheet.sights.get(i + 1).is_none_or(|next| next.shape != Shape::Number)
}

const ADDRESS: [u32; 2] = known_keys(["địa", "chỉ"]);

/// Whether the name at `i` stands behind `Địa chỉ:` and begins with no surname: an address begins
/// with a place, and where it begins with a person, with the full name.
fn heads_address(sheet: &Sheet, i: usize) -> bool {
    let Some(first) = i.checked_sub(3) else { return false };
    let Some([a, b, colon, named]) = sheet.sights.get(first..=i) else { return false };
    [a.word, b.word] == ADDRESS && colon.shape == Shape::Colon && named.name & name::SURNAME == 0
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

const POINT: u32 = known_key(".");

/// Draws into the person at `i` the point of the last initial (`Lê Văn N | .`), but not at the end
/// of a line, where it ends the sentence, and the number of a king (`Elizabeth | II`).
fn draw_end(sheet: &Sheet, labels: &mut Labels, i: usize) {
    let rest = sheet.sights.get(i..).unwrap_or_default();
    let [last, end, ..] = rest else { return };
    let ends = match last.shape {
        Shape::Letter | Shape::Initials => {
            let inside = rest.get(2).is_some_and(|next| next.shape != Shape::Break);
            inside && end.glued && end.word == POINT
        }
        Shape::Foreign | Shape::Name => end.shape == Shape::Roman && !end.glued,
        _ => false,
    };
    if let Some(slot) = labels.names.get_mut(i + 1).filter(|l| ends && **l == label::OUT) {
        *slot = label::IN_PERSON;
    }
}

/// The stems and branches whose pairs name the years of the moon.
const STEMS: [u32; 10] =
    known_keys(["giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý"]);
const BRANCHES: [u32; 13] = known_keys([
    "tý", "sửu", "dần", "mão", "mẹo", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi",
]);
const SPRING: u32 = known_key("xuân");

/// Tokens of the name that begins at `i`.
fn name_len(labels: &Labels, i: usize) -> usize {
    let later = labels.names.iter().skip(i + 1);
    1 + later.take_while(|&&l| l == label::IN_PERSON).count()
}

/// Whether the person at `i` is a year: `Giáp Thìn`, `Xuân Ất Tỵ`; one who is called `ông` or by a
/// title is none.
fn heads_year(sheet: &Sheet, labels: &Labels, i: usize) -> bool {
    let called = i.checked_sub(1).and_then(|before| sheet.sights.get(before));
    let name = sheet.sights.get(i..i + name_len(labels, i)).unwrap_or_default();
    let year = match name {
        [season, year @ ..] if season.word == SPRING => year,
        year => year,
    };
    matches!(year, [stem, branch] if STEMS.contains(&stem.word) && BRANCHES.contains(&branch.word))
        && called.is_none_or(|before| before.cue == 0)
}

/// Makes the person at `i` nothing.
fn clear(labels: &mut Labels, i: usize) {
    let len = name_len(labels, i);
    labels.names.iter_mut().skip(i).take(len).for_each(|l| *l = label::OUT);
}

const NUMBERED: [u32; 2] = known_keys(["quận", "phường"]);

/// Whether the word at `i` is a district or ward of a city that a number names: `quận 3`; behind a
/// number it is counted: `12 quận`.
fn heads_number(sheet: &Sheet, i: usize) -> bool {
    let Some([level, number]) = sheet.sights.get(i..i + 2) else { return false };
    let counted = i.checked_sub(1).and_then(|before| sheet.sights.get(before));
    number.shape == Shape::Number
        && NUMBERED.contains(&level.word)
        && counted.is_none_or(|before| before.shape != Shape::Number)
}

/// Makes the level at `i` and its number a place.
fn call_numbered(labels: &mut Labels, i: usize) {
    if let Some([level, number]) = labels.names.get_mut(i..i + 2)
        && *number == label::OUT
    {
        (*level, *number) = (label::PLACE, label::IN_PLACE);
    }
}

/// Levels that are part of a unit's name where they stand directly before it.
const LEVELS: [&[u32]; 8] = [
    &known_keys(["tỉnh"]),
    &known_keys(["huyện"]),
    &known_keys(["quận"]),
    &known_keys(["xã"]),
    &known_keys(["phường"]),
    &known_keys(["thành", "phố"]),
    &known_keys(["thị", "xã"]),
    &known_keys(["thị", "trấn"]),
];

/// Draws the level directly before the unit at `i` into the place: `thành phố | Phủ Lý`.
fn draw_level(sheet: &Sheet, labels: &mut Labels, i: usize) {
    let units = Classes::PROVINCE.with(Classes::DISTRICT).with(Classes::COMMUNE).bits();
    if !sheet.sights.get(i).is_some_and(|s| s.place & units != 0 && s.place_part == 1) {
        return;
    }
    let stands = |level: &&[u32]| {
        let before = i.checked_sub(level.len()).and_then(|first| sheet.sights.get(first..i));
        before.is_some_and(|before| {
            let mut both = before.iter().zip(*level);
            both.all(|(s, word)| s.shape == Shape::Lower && s.word == *word)
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
