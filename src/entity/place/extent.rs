//! How far a place reaches: its word of kind, its number, the ends of a road.

use crate::entity::cue::{Cue, known_keys};
use crate::entity::sheet::{Shape, Sheet, Sight};
use crate::entity::tagger::{Labels, label};

/// Mends the place that begins at `i`.
pub(super) fn settle(sheet: &Sheet, labels: &mut Labels, i: usize) {
    part(sheet, labels, i);
    join_road(sheet, labels, i);
    draw_number(sheet, labels, i);
    draw_type(sheet, labels, i);
}

/// Syllables of a name of the gazetteer that stands for nothing else.
const LONG: usize = 4;

/// Names places by long names of the gazetteer, of whatever words: `Đại lễ đường Nhân dân`.
pub(super) fn call_long(sheet: &Sheet, labels: &mut Labels) {
    for &i in &sheet.capitals {
        let Some([first, rest @ ..]) = sheet.sights.get(i..) else { return };
        if first.place_part != 1 {
            continue;
        }
        let end = i + 1 + rest.iter().take_while(|s| s.place_part == 2).count();
        if end - i >= LONG && labels.names.get(i) != Some(&label::IN_PLACE) {
            name_place(labels, i, end);
        }
    }
}

/// Makes the tokens from `first` to `end` one place; what a place that is cut off has behind is none.
fn name_place(labels: &mut Labels, first: usize, end: usize) {
    labels.set_name(first..end, label::PLACE, label::IN_PLACE);
    let cut = |l: &&mut u8| matches!(**l, label::IN_PLACE | label::IN_PERSON);
    labels.names.iter_mut().skip(end).take_while(cut).for_each(|l| *l = label::OUT);
}

/// Whether it is a level of administration or its short form: `huyện`, `TP`.
fn is_level(s: &Sight) -> bool {
    s.cue == Cue::Level.code() || s.is_kind() && s.is_short_form()
}

/// Parts the place at `i` where a level begins the next one: `làng Ngòi | huyện Kim Bảng`, and two
/// names at their dash: `Phủ Lý | - | Đồng Văn`.
fn part(sheet: &Sheet, labels: &mut Labels, i: usize) {
    let is_plain = |i: usize| sheet.sights.get(i).is_some_and(|s| !s.is_kind());
    let (mut plain, end) = (is_plain(i), i + labels.name_len(i));
    for at in i + 1..end {
        let Some([last, next]) = sheet.sights.get(at - 1..=at) else { return };
        let dash = plain && next.shape == Shape::Dash && next.place_part != 2;
        let level = is_level(next) && next.cue_part == 1 && next.place_part != 2;
        if dash || level && last.shape.is_capital() && !last.is_kind() {
            let own = labels.names.iter_mut().take(end).skip(at);
            let marks = [label::OUT, label::PLACE];
            own.zip(marks.iter().skip(usize::from(!dash))).for_each(|(l, mark)| *l = *mark);
            plain = is_plain(at + usize::from(dash));
        }
    }
}

/// Words that begin the names of roads which name their ends.
const ROADS: [&[u32]; 6] = [
    &known_keys(["cao", "tốc"]),
    &known_keys(["đường", "cao", "tốc"]),
    &known_keys(["đường", "bộ", "cao", "tốc"]),
    &known_keys(["đường", "sắt"]),
    &known_keys(["tuyến", "metro"]),
    &known_keys(["cầu", "vượt"]),
];

/// Joins the ends of the road at `i`: `cao tốc Hà Nội | - | Hải Phòng`.
fn join_road(sheet: &Sheet, labels: &mut Labels, i: usize) {
    let named = ROADS.iter().any(|words| {
        sheet.says(i, words) || i.checked_sub(words.len()).is_some_and(|at| sheet.says(at, words))
    });
    let one = i + labels.name_len(i);
    let mut end = one;
    while named
        && sheet.sights.get(end).is_some_and(|s| s.shape == Shape::Dash)
        && labels.names.get(end + 1) == Some(&label::PLACE)
    {
        end += 1 + labels.name_len(end + 1);
    }
    if end > one {
        name_place(labels, i, end);
    }
}

/// Phrases before names of places that are no part of them.
const OUTSIDE: [&[u32]; 11] = [
    &known_keys(["khu", "vực"]),
    &known_keys(["lãnh", "thổ"]),
    &known_keys(["đường", "phố"]),
    &known_keys(["nút", "giao"]),
    &known_keys(["nút", "giao", "thông"]),
    &known_keys(["vùng", "biển"]),
    &known_keys(["phía"]),
    &known_keys(["đội"]),
    &known_keys(["rừng"]),
    &known_keys(["mỏ"]),
    &known_keys(["điện"]),
];

/// A country, where it is one: `các nước | Hồi giáo`.
const COUNTRY: [u32; 1] = known_keys(["nước"]);
const MANY: [u32; 5] = known_keys(["các", "những", "nhiều", "hai", "mọi"]);

/// Draws the type word directly before the name at `i` into the place: `thành phố | Phủ Lý`,
/// `bang | Texas`.
fn draw_type(sheet: &Sheet, labels: &mut Labels, i: usize) {
    // `khu vực | cảng Cái Rồng`, but `bến xe | Miền Đông`.
    if sheet.sights.get(i).is_none_or(|s| s.is_before_place() && s.shape == Shape::Lower) {
        return;
    }
    let before = sheet.sights.get(..i).unwrap_or_default();
    let later = before.iter().rev().take_while(|s| s.is_kind() && s.cue_part == 2).count();
    let Some(first) = i.checked_sub(later + 1) else { return };
    let Some(words) = before.get(first..) else { return };
    let whole = words.first().is_some_and(|s| s.is_kind() && s.cue_part == 1);
    let is = |phrase: &[u32]| phrase.len() == words.len() && sheet.says(first, phrase);
    let many = is(&COUNTRY) && sheet.before(first).is_some_and(|s| MANY.contains(&s.word));
    if !whole || many || OUTSIDE.iter().any(|phrase| is(phrase)) {
        return;
    }
    if labels.is_free(first..i) {
        labels.set_name(first..i + 1, label::PLACE, label::IN_PLACE);
    }
}

/// Numbers that tell places of one name apart; greater ones are years.
const SMALL: [u32; 12] =
    known_keys(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]);

/// Draws the number behind the place at `i` into it, where it has a type word and the number ends
/// its clause: `Khu công nghiệp Đồng Văn | 2,`.
fn draw_number(sheet: &Sheet, labels: &mut Labels, i: usize) {
    let end = i + labels.name_len(i);
    let Some([last, number, after]) = sheet.sights.get(end - 1..end + 2) else { return };
    let typed = sheet.sights.get(i).is_some_and(|s| s.is_before_place());
    let number = match number.shape {
        Shape::Number if !SMALL.contains(&number.word) => false,
        Shape::Number | Shape::Roman => matches!(
            after.shape,
            Shape::Comma | Shape::Stop | Shape::Open | Shape::Close | Shape::Break | Shape::Quote
        ),
        Shape::Letter => after.shape != Shape::Stop,
        _ => false,
    };
    if let Some(slot) = labels.names.get_mut(end)
        && typed
        && number
        && last.shape.is_capital()
        && *slot == label::OUT
    {
        *slot = label::IN_PLACE;
    }
}
