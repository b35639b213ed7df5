//! Ends of titles that grammar tells, and titles that the list and the name behind them tell.

use super::apposition;
use super::call::PREFIXES;
use crate::entity::cue::{known_key, known_keys};
use crate::entity::sheet::{Shape, Sheet, Sight};
use crate::entity::tagger::{Labels, label, spans};
use std::ops::Range;

/// Words that stand before a title and are no part of it.
const BEFORE: [u32; 8] = known_keys(["kiêm", "tân", "vị", "là", "các", "thay", "cố", "một"]);
/// Words that go on with a title where a number follows: `học sinh lớp 5`, `đại biểu khóa XV`.
const COUNTED: [u32; 4] = known_keys(["khóa", "lớp", "tổ", "số"]);
/// Words that go on with a title where a body follows: `giám đốc trung tâm thuộc Sở Y tế`.
const BELONGS: [u32; 2] = known_keys(["của", "thuộc"]);
/// `chính quyền` is no prefix.
const STATE: u32 = known_key("chính");

/// Mends the labels of titles.
pub(crate) fn settle(sheet: &Sheet, labels: &mut Labels) {
    let titles: Vec<_> = spans(&labels.titles, 0..labels.titles.len()).collect();
    for old in titles {
        let room = Room::around(labels, &old);
        let mut new = old.clone();
        trim(sheet, &mut new);
        draw_in_prefix(sheet, &room, &mut new);
        draw_in_rest(sheet, labels, &room, &mut new);
        new.end = apposition::end(sheet, labels, &new).unwrap_or(new.end);
        if new != old {
            write(&mut labels.titles, &old, &new);
        }
    }
}

fn write(labels: &mut [u8], old: &Range<usize>, new: &Range<usize>) {
    labels.get_mut(old.clone()).unwrap_or_default().fill(label::OUT);
    match labels.get_mut(new.clone()) {
        Some([only]) => *only = label::ONLY,
        Some([first, inner @ .., last]) => {
            *first = label::FIRST;
            inner.fill(label::INNER);
            *last = label::LAST;
        }
        _ => {}
    }
}

/// How far a title may grow: other titles, people and honorifics are in the way.
struct Room {
    first: usize,
    last: usize,
}

impl Room {
    fn around(labels: &Labels, title: &Range<usize>) -> Self {
        let taken = |i: usize| {
            let name = labels.names.get(i).copied().unwrap_or(label::HONORIFIC);
            labels.titles.get(i) != Some(&label::OUT)
                || matches!(name, label::PERSON | label::IN_PERSON | label::HONORIFIC)
        };
        let before = (0..title.start).rev().take(1).take_while(|&i| !taken(i)).count();
        let behind = (title.end..labels.names.len()).take(REACH).take_while(|&i| !taken(i)).count();
        Self { first: title.start - before, last: title.end + behind }
    }
}

/// A title grows by so many tokens at most.
const REACH: usize = 40;

/// Takes off what is no part of a title: words before it, marks behind it.
fn trim(sheet: &Sheet, title: &mut Range<usize>) {
    let sight = |i: usize| sheet.sights.get(i);
    // Such a word may begin a phrase of the list: `cố | vấn`.
    let goes_on = |i: usize| sight(i + 1).is_some_and(|s| s.is_title() && s.cue_part == 2);
    let before = |i: usize| sight(i).is_some_and(|s| BEFORE.contains(&s.word)) && !goes_on(i);
    while title.len() > 1 && before(title.start) {
        title.start += 1;
    }
    while title.len() > 1 && sight(title.end - 1).is_some_and(|s| is_loose(sheet, title, s)) {
        title.end -= 1;
    }
}

fn draw_in_prefix(sheet: &Sheet, room: &Room, title: &mut Range<usize>) {
    let Some(before) = title.start.checked_sub(1).filter(|&i| i >= room.first) else { return };
    let word = |i: usize| sheet.sights.get(i).map_or(0, |s| s.word);
    let state = before.checked_sub(1).is_some_and(|i| word(i) == STATE);
    if PREFIXES.contains(&word(before)) && !state {
        title.start = before;
    }
}

/// Draws in the body and the places that follow directly, a number with its word, and the body it
/// belongs to.
fn draw_in_rest(sheet: &Sheet, labels: &Labels, room: &Room, title: &mut Range<usize>) {
    loop {
        let i = title.end;
        let at = |labels: &[u8], i: usize| labels.get(i).copied().unwrap_or_default();
        let body = |i: usize| at(&labels.bodies, i) != label::OUT;
        let inside = body(i)
            || matches!(at(&labels.names, i), label::PLACE | label::IN_PLACE)
            || sheet.sights.get(i).is_some_and(|s| s.tail);
        let led = sheet.sights.get(i..i + 2).is_some_and(|pair| match pair {
            [word, next] => {
                let number = matches!(next.shape, Shape::Number | Shape::Roman);
                COUNTED.contains(&word.word) && number
                    || BELONGS.contains(&word.word) && body(i + 1)
            }
            _ => false,
        });
        let step = if led { 2 } else { usize::from(inside) };
        if step == 0 || i + step > room.last {
            return;
        }
        title.end += step;
    }
}

/// Whether the last token of a title is a mark that does not belong to it.
fn is_loose(sheet: &Sheet, title: &Range<usize>, last: &Sight) -> bool {
    match last.shape {
        Shape::Close => {
            let sights = sheet.sights.get(title.clone()).unwrap_or_default();
            !sights.iter().any(|s| s.shape == Shape::Open)
        }
        Shape::Comma
        | Shape::Semicolon
        | Shape::Colon
        | Shape::Dash
        | Shape::Open
        | Shape::Stop
        | Shape::Quote => true,
        _ => false,
    }
}
