//! Names of people, and what only looks like one, that the grammar of a line tells.

use super::{form, placed};
use crate::entity::cue::{Cue, known_key, known_keys, name};
use crate::entity::gazetteer::Classes;
use crate::entity::renown::Renown;
use crate::entity::sheet::{Shape, Sheet, Sight, known};
use crate::entity::tagger::{Labels, label};
use memchr::memchr_iter;

/// Mends the labels of names.
pub(crate) fn settle(sheet: &Sheet, labels: &mut Labels) {
    let people: Vec<usize> = memchr_iter(label::PERSON, &labels.names).collect();
    for i in people {
        settle_person(sheet, labels, i);
    }
    let places: Vec<usize> = memchr_iter(label::PLACE, &labels.names).collect();
    for i in places {
        placed::settle(sheet, labels, i);
    }
    for &i in &sheet.capitals {
        match labels.names.get(i) {
            Some(&label::OUT) => {
                let initials = heads_initials(sheet, i).then_some(i + 1);
                let end = initials.or_else(|| called(sheet, labels, i));
                if let Some(end) = end.or_else(|| form::end(sheet, labels, i)) {
                    call(sheet, labels, i, end);
                    draw_abroad(sheet, labels, i);
                }
            }
            Some(&label::PERSON) => draw_abroad(sheet, labels, i),
            _ => {}
        }
    }
}

/// Names the person from `i` to `end`, and the honorific before.
pub(crate) fn call(sheet: &Sheet, labels: &mut Labels, i: usize, end: usize) {
    labels.set_name(i..end, label::PERSON, label::IN_PERSON);
    let lead = sheet.sights.get(..i).unwrap_or_default().iter().rev();
    let later = |s: &&Sight| s.cue == Cue::Honorific.code() && s.cue_part == 2;
    let first = i - lead.take_while(later).count();
    if let Some(first) = first.checked_sub(1)
        && sheet.sights.get(first).is_some_and(|s| s.cue == Cue::Honorific.code())
        && labels.is_free(first..i)
    {
        labels.set_name(first..i, label::HONORIFIC, label::HONORIFIC);
    }
}

/// Draws into the person at `i` the rest of a name abroad on either side.
fn draw_abroad(sheet: &Sheet, labels: &mut Labels, i: usize) {
    let end = i + labels.name_len(i);
    let first = form::before_particles(sheet, labels, i).filter(|&first| labels.is_free(first..i));
    let last = form::behind_particles(sheet, end);
    if first.is_some() || last.is_some() {
        let name = first.unwrap_or(i)..last.unwrap_or(end);
        labels.set_name(name, label::PERSON, label::IN_PERSON);
    }
}

/// Takes the name of the person at `i` for what it is, where it is no person's.
fn settle_person(sheet: &Sheet, labels: &mut Labels, i: usize) {
    let end = i + labels.name_len(i);
    if behind_country(sheet, i, end) {
        labels.set_name(i..i + 1, label::PLACE, label::IN_PLACE);
        labels.set_name(i + 1..end, label::PERSON, label::IN_PERSON);
        return;
    }
    let nobody = behind_thing(sheet, i)
        || is_of_place(sheet, i, end)
        || behind_school(sheet, i)
        || is_known(sheet, i, end)
        || heads_title(sheet, i, end);
    if nobody {
        labels.set_name(i..end, label::OUT, label::OUT);
    } else if heads_road(sheet, i, end)
        || behind_house(sheet, labels, i, end)
        || among_streets(sheet, labels, i, end)
    {
        labels.set_name(i..end, label::PLACE, label::IN_PLACE);
    } else if let Some(first) = behind_memorial(sheet, labels, i) {
        labels.set_name(first..end, label::PLACE, label::IN_PLACE);
        labels.titles.iter_mut().take(end).skip(first).for_each(|l| *l = label::OUT);
    }
}

/// Short forms with points that are no initials: phóng viên, trung ương.
const NO_INITIALS: [u32; 3] = known_keys(["p.v", "t.ư", "t.w"]);

/// Whether initials at `i` stand behind a word that calls people (`cháu H.T`) or `Ảnh:`, or one
/// letter stands alone behind an honorific (`chị | L`).
fn heads_initials(sheet: &Sheet, i: usize) -> bool {
    let (Some(s), Some(before)) = (sheet.sights.get(i), sheet.before(i)) else { return false };
    match s.shape {
        Shape::Initials => {
            let called = before.is_before_person() || credited(sheet, i);
            called && !NO_INITIALS.contains(&s.word)
        }
        Shape::Letter => {
            let number = sheet.sights.get(i + 2).is_some_and(|s| s.shape == Shape::Number);
            let alone = s.run_at + 1 == s.run_len && (s.run_at == 0 || before.run_at == 0);
            before.cue == Cue::Honorific.code() && alone && !number
        }
        _ => false,
    }
}

const PHOTO: u32 = known_key("ảnh");

/// Whether the name at `i` stands behind `Ảnh:` or `ảnh`.
fn credited(sheet: &Sheet, i: usize) -> bool {
    let colon = sheet.before(i).is_some_and(|s| s.shape == Shape::Colon);
    let photo = sheet.before(i.saturating_sub(usize::from(colon)));
    photo.is_some_and(|s| s.word == PHOTO)
}

/// Last words of kinds of things that are a person's: `bức ảnh | Bích Ngọc`.
const OF_PEOPLE: [u32; 3] = known_keys(["ảnh", "khoản", "giống"]);

/// Whether the name at `i` is a ship's, a work's, a product's, a character's, with a quotation mark
/// before it or without.
fn behind_thing(sheet: &Sheet, i: usize) -> bool {
    let quoted = sheet.before(i).is_some_and(|s| s.shape == Shape::Quote);
    let thing = sheet.before(i.saturating_sub(usize::from(quoted)));
    thing.is_some_and(|s| s.cue == Cue::Thing.code() && !OF_PEOPLE.contains(&s.word))
}

/// The end of the name that begins at `i` behind an honorific: one word (`đồng chí | Kiệm`), or
/// several that are all those of people.
fn called(sheet: &Sheet, labels: &Labels, i: usize) -> Option<usize> {
    let s = sheet.sights.get(i)?;
    sheet.before(i).filter(|before| before.cue == Cue::Honorific.code())?;
    let end = i + usize::from(s.run_len);
    let begins = s.run_at == 0 && (1..=4).contains(&s.run_len);
    let words = sheet.sights.get(i..end)?;
    let plain = |s: &Sight| s.shape == Shape::Capital && s.cue == 0 && s.place == 0;
    let own = |s: &Sight| s.run_len == 1 || s.name & name::GIVEN != 0;
    let named = words.iter().all(|s| plain(s) && own(s));
    (begins && named && labels.is_free(i..end)).then_some(end)
}

/// Whether the name from `i` to `end`, whom no word calls here or elsewhere, is one of the gazetteer
/// that places bear after people and common words, between words in small letters: `con đường mang
/// tên | Bạch Đằng`.
fn is_of_place(sheet: &Sheet, i: usize, end: usize) -> bool {
    let Some([first, rest @ ..]) = sheet.sights.get(i..end) else { return false };
    let small = |s: Option<&Sight>| s.is_some_and(|s| s.shape == Shape::Lower);
    let doubts = Classes::WORD.with(Classes::PERSON).bits();
    first.place_part == 1
        && first.place & doubts != 0
        && rest.iter().all(|s| s.place_part == 2)
        && first.known & known::PERSON == 0
        && small(sheet.before(i))
        && small(sheet.sights.get(end))
        && !sheet.before(i).is_some_and(Sight::is_before_person)
}

/// Whether the name from `i` to `end`, whom no word calls, is that of a paper, club or work, or a
/// part of it. People bear the names of companies, but for long ones.
fn is_known(sheet: &Sheet, i: usize, end: usize) -> bool {
    let inner = |s: &&Sight| s.renown_part == 2;
    let lead = sheet.sights.get(..=i).unwrap_or_default().iter().rev();
    let first = i - lead.take_while(inner).count().min(i);
    let words = sheet.sights.get(first..).unwrap_or_default();
    let last = first + 1 + words.iter().skip(1).take_while(inner).count();
    let company = Renown::Company as u8;
    let known = |s: &Sight| s.renown_part == 1 && (s.renown != company || last - first > 3);
    let called = sheet.before(first).is_some_and(Sight::is_before_person);
    words.first().is_some_and(known) && end <= last && !called
}

/// Whether the one word from `i` to `end` begins a title of several: `Tiến | sĩ`.
fn heads_title(sheet: &Sheet, i: usize, end: usize) -> bool {
    let Some([word, next]) = sheet.sights.get(i..i + 2) else { return false };
    let phrase = word.is_title() && word.cue_part == 1 && next.cue_part == 2;
    end == i + 1 && phrase && next.shape == Shape::Lower
}

/// Whether the name from `i` to `end` is a street's: a house number stands before it, and a comma and
/// a place behind it.
fn behind_house(sheet: &Sheet, labels: &Labels, i: usize, end: usize) -> bool {
    let house = sheet.before(i).is_some_and(|s| s.shape == Shape::Number);
    let comma = sheet.sights.get(end).is_some_and(|s| s.shape == Shape::Comma);
    let place = labels.names.get(end + 1) == Some(&label::PLACE)
        || sheet.sights.get(end + 1).is_some_and(Sight::is_before_place);
    house && comma && place && end > i + 1
}

/// Countries that are given names as well, or words before names.
const COUNTRIES: [u32; 12] = known_keys([
    "anh", "bỉ", "hàn", "lào", "mỹ", "nga", "nhật", "pháp", "séc", "thái", "áo", "đức",
]);

/// Whether the name from `i` to `end` begins with the country of one with a name abroad behind his
/// title: `Tổng thống | Nga | Putin`.
fn behind_country(sheet: &Sheet, i: usize, end: usize) -> bool {
    let Some([country, next]) = sheet.sights.get(i..i + 2) else { return false };
    let titled = sheet.before(i).is_some_and(Sight::is_title);
    let abroad = matches!(next.shape, Shape::Foreign | Shape::Name);
    end > i + 1 && titled && abroad && COUNTRIES.contains(&country.word)
}

const ROADS: [u32; 2] = known_keys(["đường", "phố"]);
const AND: u32 = known_key("và");
/// So far behind the word for it the streets of a list are told.
const LIST: usize = 30;

/// Whether the name from `i` to `end` is a road's, with a person's full name: `Đường | Nguyễn Huệ`.
fn heads_road(sheet: &Sheet, i: usize, end: usize) -> bool {
    let name = sheet.sights.get(i..end).unwrap_or_default();
    matches!(name, [road, surname, _, ..]
        if ROADS.contains(&road.word) && road.is_kind() && surname.name & name::SURNAME != 0)
}

/// Whether the name from `i` to `end` is one of a list of streets: `các tuyến đường Lê Lợi, Trần Phú,`.
fn among_streets(sheet: &Sheet, labels: &Labels, i: usize, end: usize) -> bool {
    let parts = |s: &Sight| s.shape == Shape::Comma || s.word == AND;
    let place = |i: usize| matches!(labels.names.get(i), Some(&(label::PLACE | label::IN_PLACE)));
    let listed = sheet.before(i).is_some_and(parts);
    let ends = |s: &Sight| parts(s) || matches!(s.shape, Shape::Stop | Shape::Close | Shape::Open);
    if end < i + 2 || !listed || !sheet.sights.get(end).is_some_and(ends) {
        return false;
    }
    let lead = (i.saturating_sub(LIST)..i).rev();
    let mut road = false;
    for at in lead {
        let Some(s) = sheet.sights.get(at) else { return false };
        if !place(at) {
            if !parts(s) {
                break;
            }
            continue;
        }
        road = labels.names.get(at) == Some(&label::PLACE) && ROADS.contains(&s.word);
    }
    road
}

/// The last words of kinds of schools and hospitals.
pub(super) const SCHOOLS: [u32; 9] =
    known_keys(["học", "thpt", "thcs", "viện", "bv", "trường", "non", "đẳng", "thông"]);

/// Whether the name at `i` is a school's or a hospital's.
fn behind_school(sheet: &Sheet, i: usize) -> bool {
    sheet.before(i).is_some_and(|s| s.cue == Cue::Head.code() && SCHOOLS.contains(&s.word))
}

/// Where a place begins whose name is that of the person at `i` with a title: `Nhà tưởng niệm Đại
/// tướng`.
fn behind_memorial(sheet: &Sheet, labels: &Labels, i: usize) -> Option<usize> {
    let lead = sheet.sights.get(..i)?;
    let titles = lead.iter().rev().take_while(|s| s.is_title()).count();
    let kinds = lead.iter().rev().skip(titles);
    let kind = Cue::PlaceType.code();
    let words = 1 + kinds.take_while(|s| s.cue == kind && s.cue_part == 2).count();
    let first = i.checked_sub(titles + words)?;
    let begins = lead.get(first).is_some_and(|s| s.cue == kind && s.cue_part == 1 && !s.tail);
    let free = labels.names.get(first..i)?.iter().all(|&l| l != label::PERSON);
    (titles > 0 && begins && free).then_some(first)
}
