//! Titles between the name of their holder and the next mark: `ông Lê A, Trưởng phòng Quản lý bay,`.

use super::call::is_apposed;
use crate::entity::cue::{Cue, known_key, known_keys};
use crate::entity::sheet::{Shape, Sheet, Sight};
use crate::entity::tagger::{Labels, label};
use std::ops::Range;

/// Words that no title goes on over: what follows tells of its holder.
const STOPS: [u32; 72] = known_keys([
    "bắt", "bị", "cho", "chưa", "còn", "có", "cùng", "cũng", "cả", "do", "gây", "hay", "hiện",
    "khi", "khiến", "không", "luôn", "là", "làm", "lên", "lại", "mong", "mà", "mới", "mở", "ngay",
    "nghe", "người", "ngồi", "ngụ", "như", "nhưng", "nhận", "này", "nên", "nói", "nơi", "nếu",
    "quê", "ra", "rất", "rồi", "sau", "sinh", "sẽ", "sống", "theo", "thì", "thấy", "trong", "trú",
    "trước", "tuy", "tạm", "tới", "từ", "từng", "vào", "vì", "vẫn", "với", "vừa", "đang", "đã",
    "đó", "được", "đến", "đều", "để", "đứng", "ấy", "ở",
]);
const AND: u32 = known_key("và");
/// A title grows by so many tokens at most.
const REACH: usize = 14;

/// Where the title ends that stands between its holder's name and a mark or a word of saying, if
/// all that stands between belongs to it.
pub(super) fn end(sheet: &Sheet, labels: &Labels, title: &Range<usize>) -> Option<usize> {
    let sight = |i: usize| sheet.sights.get(i);
    let name = |i: usize| labels.names.get(i).copied().unwrap_or_default();
    let apposed = is_apposed(&sheet.sights, &labels.names, title.start);
    if !apposed || name(title.end - 1) != label::OUT {
        return None;
    }
    // A bracket that opens within the title closes within it.
    let bracket = |i: usize, shape| sight(i).is_some_and(|s| s.shape == shape);
    let mut open = title.clone().filter(|&i| bracket(i, Shape::Open)).count();
    open = open.saturating_sub(title.clone().filter(|&i| bracket(i, Shape::Close)).count());
    let mut i = title.end;
    while i < title.end + REACH {
        let here = sight(i)?;
        if open > 0 && here.shape == Shape::Close {
            open -= 1;
            i += 1;
            continue;
        }
        if closes(here) {
            return (i > title.end).then_some(i);
        }
        let next = sight(i + 1)?;
        if matches!(name(i), label::PERSON | label::IN_PERSON | label::HONORIFIC)
            || labels.titles.get(i) != Some(&label::OUT)
            || parts(here, next)
        {
            return None;
        }
        i += 1;
    }
    None
}

fn closes(here: &Sight) -> bool {
    matches!(here.shape, Shape::Comma | Shape::Semicolon | Shape::Close | Shape::Dash | Shape::Stop)
        || here.cue == Cue::Verb.code()
}

/// Whether no title goes on here.
fn parts(here: &Sight, next: &Sight) -> bool {
    match here.shape {
        Shape::Lower if here.cue == 0 => {
            STOPS.contains(&here.word) || here.word == AND && next.is_title()
        }
        Shape::Lower => {
            [Cue::Office, Cue::Being, Cue::Honorific].map(Cue::code).contains(&here.cue)
        }
        shape => !(shape.is_capital() || matches!(shape, Shape::Number | Shape::Roman)),
    }
}
