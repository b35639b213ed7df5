//! Which tokens may belong to a span; the tagger passes over all others.
//!
//! A span begins with a capital, or with a phrase of the lists that leads to one: `giám đốc sở Y
//! tế`. A few words in small letters may stand inside it or end it, but none that is [`OUTSIDE`].

use super::{Shape, Sight, known};
use crate::entity::cue::{Cue, known_keys};

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
const OUTSIDE: [u32; 64] = known_keys([
    "các", "còn", "có", "cho", "cũng", "cùng", "cả", "giờ", "giữa", "gần", "gồm", "hay", "hơn",
    "khi", "khoảng", "khác", "lại", "lần", "lên", "mà", "một", "nay", "nghìn", "ngày", "nhiều",
    "nhưng", "nhằm", "như", "những", "này", "năm", "qua", "ra", "rất", "rằng", "sang", "sau",
    "theo", "thì", "tháng", "triệu", "trong", "trên", "trước", "tuổi", "tôi", "tỷ", "tới", "từ",
    "từng", "việc", "vào", "vì", "vậy", "với", "xuống", "đang", "đi", "đây", "đó", "đến", "để",
    "được", "ở",
]);

/// A span that may go on.
#[derive(Clone, Copy)]
struct Open {
    /// Its first token that is not active yet, or its last one.
    first: usize,
    /// Its last token that is more than a word in small letters.
    last: usize,
    /// Whether a phrase of the lists tells what it is.
    told: bool,
}

impl Open {
    /// So many words in small letters may stand inside it.
    fn inner(self) -> usize {
        if self.told { INNER } else { INNER_NAME }
    }
}

/// Marks the tokens that may belong to a span.
pub(super) fn mark_active(sights: &mut [Sight]) {
    let mut open: Option<Open> = None;
    // The end of the last span, without the words in small letters behind it.
    let mut end = None;
    for i in 0..sights.len() {
        let Some(s) = sights.get(i) else { break };
        if open.is_some_and(|open| i > open.last + 1 + open.inner()) {
            open = None;
        }
        // Most words, in short.
        if s.shape == Shape::Lower && s.cue == 0 && !s.tail {
            if open.is_some() && OUTSIDE.contains(&s.word) {
                open = None;
            }
            continue;
        }
        let before = i.checked_sub(1).and_then(|before| sights.get(before));
        let leads = sights.get(i + 1).is_some_and(|next| next.shape.is_capital());
        let near = |gap: usize| end.is_some_and(|end| i <= end + gap);
        let idle = i == 0 && !leads && s.is_idle();
        let core = match s.shape {
            Shape::Number | Shape::Roman | Shape::Figure => {
                let told = s.shape != Shape::Figure && open.is_some_and(|open| open.told);
                told && near(NUMBER) || before.is_some_and(Sight::is_kind)
            }
            Shape::Net => true,
            shape => shape.is_capital() && !idle,
        };
        let begins = idle || s.tells() || s.is_before_person() || s.shape == Shape::Figure && leads;
        if !core && !begins {
            // The point of an initial ends nothing: `UBND Q.7`.
            let point = s.shape == Shape::Stop && before.is_some_and(Sight::is_short);
            open = open.filter(|_| point || !s.is_outside());
            continue;
        }
        let mut span = open.unwrap_or(Open { first: i, last: i, told: false });
        span.last = i;
        span.told |= idle || s.tells();
        let held = s.is_title() && before.is_some_and(|before| before.cue == Cue::Office.code());
        if core || near(ON) || held {
            end = Some(i + 1);
            let active = i + 1 + behind(sights, i, span.told);
            sights.iter_mut().take(active).skip(span.first).for_each(|s| s.active = true);
            span.first = i;
        }
        open = Some(span);
    }
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

    /// Whether it is in a phrase of the lists that tells what a span is.
    fn tells(&self) -> bool {
        self.is_of_title() || self.has_body() || self.is_kind() || self.tail
    }

    /// Whether it stands inside no span.
    fn is_outside(&self) -> bool {
        match self.shape {
            Shape::Lower if self.cue == 0 => OUTSIDE.contains(&self.word),
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
