//! Which tokens may belong to a span; the tagger passes over all others.
//!
//! A span begins with a capital, or with a phrase of the lists that leads to one: `giám đốc sở Y
//! tế`. A few words in small letters may stand inside it or end it, but none that is [`OUTSIDE`].

use super::{Shape, Sight, known};
use crate::entity::cue::{Cue, CueSet, known_keys};
use std::ops::Range;

/// So many words in small letters may stand inside a span of which a phrase of the lists tells
/// what it is: `ban chỉ đạo | phòng chống buôn lậu | tỉnh`.
const INNER: usize = 8;
/// So many inside another.
const INNER_NAME: usize = 1;
/// So many may end what a phrase of the lists begins: `Bảo tàng | khoa học`.
const LAST: usize = 6;
/// A phrase of the lists goes on with a span that ended so many tokens before, or is a title of
/// who stands there: `ông Lê Văn Na, phó | bí thư`.
const ON: usize = 2;

/// A number goes on with a span that ended so many tokens before: `đại biểu khóa XV`.
const NUMBER: usize = 1;

/// Words that say where, when, how many, how and why: of those in the articles that the weights are
/// learned from, two in a thousand at most stand in a span. Where one stands, the span has ended.
pub(super) const OUTSIDE: [u32; 64] = known_keys([
    "các", "còn", "có", "cho", "cũng", "cùng", "cả", "giờ", "giữa", "gần", "gồm", "hay", "hơn",
    "khi", "khoảng", "khác", "lại", "lần", "lên", "mà", "một", "nay", "nghìn", "ngày", "nhiều",
    "nhưng", "nhằm", "như", "những", "này", "năm", "qua", "ra", "rất", "rằng", "sang", "sau",
    "theo", "thì", "tháng", "triệu", "trong", "trên", "trước", "tuổi", "tôi", "tỷ", "tới", "từ",
    "từng", "việc", "vào", "vì", "vậy", "với", "xuống", "đang", "đi", "đây", "đó", "đến", "để",
    "được", "ở",
]);

/// Phrases of the lists that tell what a span is.
const TELLING: CueSet =
    CueSet::TITLES.and(&[Cue::Prefix, Cue::Head, Cue::Field, Cue::Level, Cue::PlaceType]);
/// The same, and those that call people: a span may begin with each.
const LEADING: CueSet = TELLING.and(&[Cue::Honorific, Cue::Role]);

/// A span that may go on.
#[derive(Clone, Copy, Default)]
struct Open {
    /// Its first token that is not active yet, or its last one.
    first: usize,
    /// The last token that it may go on with.
    reach: usize,
    /// Whether a phrase of the lists tells what it is.
    told: bool,
}

/// Marks the tokens that may belong to a span.
pub(super) fn mark_active(sights: &mut [Sight]) {
    let mut open = Open::default();
    // The end of the last span, without the words in small letters behind it.
    let mut end = None;
    let mut next = 0;
    while let Some((gap, s)) = next_loud(sights, next) {
        let i = next + gap.len();
        if i > open.reach || ends(sights, next..i) {
            open = Open { first: i, ..Open::default() };
        }
        next = i + 1;
        let before = || sights.get(i.checked_sub(1)?);
        let leads = || sights.get(i + 1).is_some_and(|next| next.shape.is_capital());
        let near = |gap: usize| end.is_some_and(|end| i <= end + gap);
        let idle = i == 0 && s.is_idle() && !leads();
        let core = match s.shape {
            Shape::Number | Shape::Roman | Shape::Figure => {
                let told = s.shape != Shape::Figure && open.told;
                told && near(NUMBER) || before().is_some_and(Sight::is_kind)
            }
            Shape::Net => true,
            shape => shape.is_capital() && !idle,
        };
        let tells = idle || TELLING.has(s.cue);
        let begins = idle || LEADING.has(s.cue) || s.shape == Shape::Figure && leads();
        if !core && !begins {
            continue;
        }
        open.told |= tells;
        open.reach = i + 1 + if open.told { INNER } else { INNER_NAME };
        let held = || s.is_title() && before().is_some_and(|s| s.cue == Cue::Office.code());
        if core || near(ON) || held() {
            end = Some(i + 1);
            let active = open.first..i + 1 + behind(sights, i, open.told);
            sights.get_mut(active).unwrap_or_default().iter_mut().for_each(|s| s.active = true);
            open.first = i;
        }
    }
}

/// The next token from `first` on that a span may begin or go on with, and those before it.
fn next_loud(sights: &[Sight], first: usize) -> Option<(&[Sight], &Sight)> {
    let rest = sights.get(first..)?;
    let (gap, loud) = rest.split_at_checked(rest.iter().position(Sight::is_loud)?)?;
    Some((gap, loud.first()?))
}

/// Whether a span ends at one of the tokens of `gap`.
fn ends(sights: &[Sight], gap: Range<usize>) -> bool {
    let before = gap.start.checked_sub(1).and_then(|before| sights.get(before));
    let gap = sights.get(gap).unwrap_or_default();
    // The point of an initial ends nothing: `UBND Q.7`.
    let pointed = matches!(gap, [point, ..] if point.shape == Shape::Stop)
        && before.is_some_and(Sight::is_short);
    gap.iter().skip(usize::from(pointed)).any(Sight::is_outside)
}

/// Tokens behind `i` that may be the last ones of its span.
fn behind(sights: &[Sight], i: usize, told: bool) -> usize {
    let short = sights.get(i).is_some_and(Sight::is_short);
    match sights.get(i + 1..) {
        Some([point, ..]) if short && point.shape == Shape::Stop => 1,
        Some(rest) if told => {
            let small = |s: &&Sight| s.shape == Shape::Lower && !s.is_outside();
            rest.iter().take(LAST).take_while(small).count()
        }
        _ => 0,
    }
}

impl Sight {
    /// Whether a span may begin or go on with it for what it is.
    fn is_loud(&self) -> bool {
        let figure =
            matches!(self.shape, Shape::Number | Shape::Roman | Shape::Figure | Shape::Net);
        figure || self.shape.is_capital() || LEADING.has(self.cue)
    }

    /// Whether it is no name for all that is known, if it begins a sentence.
    fn is_idle(&self) -> bool {
        self.shape == Shape::Capital
            && self.known & (known::PERSON | known::GIVEN) == 0
            && self.cue == 0
            && self.place == 0
    }

    /// Whether a point may belong to it.
    fn is_short(&self) -> bool {
        matches!(self.shape, Shape::Letter | Shape::Initials | Shape::Acronym)
    }

    /// Whether it stands inside no span.
    fn is_outside(&self) -> bool {
        match self.shape {
            Shape::Lower if self.cue == 0 => self.outside,
            Shape::Lower => self.cue == Cue::Verb.code() || self.cue == Cue::Office.code(),
            Shape::Comma
            | Shape::Stop
            | Shape::Colon
            | Shape::Semicolon
            | Shape::Quote
            | Shape::Slash
            | Shape::Break => self.cue == 0,
            _ => false,
        }
    }
}
