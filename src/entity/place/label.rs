//! Places and ends of names that the grammar of a line tells, where the tagger did not see them.

use super::extent;
use crate::entity::cue::{known_key, known_keys, name};
use crate::entity::gazetteer::Classes;
use crate::entity::sheet::{Shape, Sheet, Sight};
use crate::entity::tagger::{Labels, label};
use std::iter::Peekable;

/// Mends the labels of names.
pub(crate) fn settle(sheet: &Sheet, labels: &mut Labels) {
    extent::call_long(sheet, labels);
    let mut kinds = sheet.kinds.iter().copied().peekable();
    let mut next = 0;
    while let Some(i) = next_told(labels, next, &mut kinds) {
        next = i + 1;
        match labels.names.get(i) {
            Some(&label::PERSON) if heads_address(sheet, i) => {
                let end = i + labels.name_len(i);
                labels.set_name(i..end, label::PLACE, label::IN_PLACE);
            }
            Some(&label::PERSON) if heads_year(sheet, labels, i) => {
                let end = i + labels.name_len(i);
                labels.set_name(i..end, label::OUT, label::OUT);
            }
            Some(&label::PERSON | &label::IN_PERSON) => draw_end(sheet, labels, i),
            Some(&label::PLACE) => extent::settle(sheet, labels, i),
            Some(&label::OUT) => match numbered(sheet, i) {
                Some(len) if labels.is_free(i..i + len) => {
                    labels.set_name(i..i + len, label::PLACE, label::IN_PLACE);
                }
                Some(_) => {}
                None if labels.bodies.get(i) != Some(&label::OUT) => {
                    call_province(sheet, labels, i);
                }
                None => {}
            },
            _ => {}
        }
    }
}

/// The next token from `first` on that is in a name or one of `kinds`.
fn next_told(
    labels: &Labels,
    first: usize,
    kinds: &mut Peekable<impl Iterator<Item = usize>>,
) -> Option<usize> {
    while kinds.next_if(|&kind| kind < first).is_some() {}
    let kind = kinds.peek().copied();
    let names = labels.names.get(first..kind.unwrap_or(labels.names.len()))?;
    names.iter().position(|&name| name != label::OUT).map(|at| first + at).or(kind)
}

const ADDRESS: [u32; 2] = known_keys(["địa", "chỉ"]);

/// Whether the name at `i` stands behind `Địa chỉ:` and begins with no surname: an address begins
/// with a place, and where it begins with a person, with the full name.
fn heads_address(sheet: &Sheet, i: usize) -> bool {
    let Some(first) = i.checked_sub(3) else { return false };
    let Some([a, b, colon, named]) = sheet.sights.get(first..=i) else { return false };
    [a.word, b.word] == ADDRESS && colon.shape == Shape::Colon && named.name & name::SURNAME == 0
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

/// Whether the person at `i` is a year: `Giáp Thìn`, `Xuân Ất Tỵ`; one who is called `ông` or by a
/// title is none.
fn heads_year(sheet: &Sheet, labels: &Labels, i: usize) -> bool {
    let called = sheet.before(i);
    let name = sheet.sights.get(i..i + labels.name_len(i)).unwrap_or_default();
    let year = match name {
        [season, year @ ..] if season.word == SPRING => year,
        year => year,
    };
    matches!(year, [stem, branch] if STEMS.contains(&stem.word) && BRANCHES.contains(&branch.word))
        && called.is_none_or(|before| before.cue == 0)
}

/// Words before the number that names a place.
const NUMBERED: [&[u32]; 10] = [
    &known_keys(["quận"]),
    &known_keys(["phường"]),
    &known_keys(["tổ", "dân", "phố"]),
    &known_keys(["tổ"]),
    &known_keys(["khu", "phố"]),
    &known_keys(["thôn"]),
    &known_keys(["ấp"]),
    &known_keys(["xóm"]),
    &known_keys(["quốc", "lộ"]),
    &known_keys(["tỉnh", "lộ"]),
];

/// The short forms of quận and phường, whose numbers stand behind a point: `Q.3`.
const SHORT: [u32; 2] = known_keys(["q", "p"]);

/// What a number counts that names no place: `mỗi phường 5 hộ`.
const COUNTED: [u32; 14] = known_keys([
    "năm", "tháng", "ngày", "lần", "nghìn", "ngàn", "triệu", "tỷ", "đồng", "chiếc", "người", "hộ",
    "xe", "em",
]);

/// The tokens from `i` on that are a place named by its number: `quận 3`, `Q.3`, `tổ 12`. Behind a
/// number it is counted: `12 quận`.
fn numbered(sheet: &Sheet, i: usize) -> Option<usize> {
    let rest = sheet.sights.get(i..)?;
    let before = sheet.before(i);
    let is_short = |level: &Sight, point: &Sight| {
        SHORT.contains(&level.word)
            && level.shape == Shape::Letter
            && point.shape == Shape::Stop
            && point.glued
            // `Đ.Q.3`: an initial.
            && before.is_none_or(|s| !matches!(s.shape, Shape::Letter | Shape::Stop))
    };
    let short = matches!(rest, [level, point, ..] if is_short(level, point));
    let long = || NUMBERED.iter().find(|words| sheet.says(i, words)).map(|words| words.len());
    let len = if short { Some(2) } else { long() };
    rest.get(len?).filter(|s| s.shape == Shape::Number && (!short || s.glued))?;
    let counted = before.is_some_and(|s| s.shape == Shape::Number)
        || rest.get(len? + 1).is_some_and(|s| COUNTED.contains(&s.word));
    (!counted).then_some(len? + 1)
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
    if whole && labels.is_free(i..i + len) {
        labels.set_name(i..i + len, label::PLACE, label::IN_PLACE);
    }
}
