//! Dates in digits: days, months, spans of days and of years.

use super::TokenKind;
use super::number::{digits, value};
use super::shape::word_before;

/// Words that name a day, after which 3/2, 6-2 and 6.2 are a day and month; sorted.
const DAYS: [&str; 20] = [
    "Chiều", "Hôm", "Ngày", "Sáng", "Trưa", "Tối", "chiều", "dịp", "hôm", "khánh", "lễ", "mai",
    "mùng", "mồng", "nay", "ngày", "sáng", "trưa", "tối", "đêm",
];
/// Words that may stand before a day, after which 3/2 is no fraction; sorted.
const TIMES: [&str; 12] =
    ["cuối", "hết", "qua", "sau", "sớm", "trước", "tới", "từ", "và", "vào", "đầu", "đến"];

/// One field of a date: where its digits end and what they say.
#[derive(Clone, Copy)]
struct Field {
    end: usize,
    len: usize,
    value: u32,
}

fn field(text: &str, start: usize) -> Option<Field> {
    let end = digits(text, start);
    let value = value(text, start, end)?;
    (end > start).then_some(Field { end, len: end - start, value })
}

impl Field {
    const fn is_day(self) -> bool {
        self.len <= 2 && self.value >= 1 && self.value <= 31
    }
    const fn is_month(self) -> bool {
        self.len <= 2 && self.value >= 1 && self.value <= 12
    }
    const fn is_year(self) -> bool {
        self.len == 4 && self.value >= 1000 && self.value < 2200
    }
}

/// The date that begins at `start`.
pub(super) fn date(text: &str, start: usize) -> Option<(usize, TokenKind)> {
    let first = field(text, start)?;
    let end = if first.is_year() {
        years(text, first).or_else(|| backwards(text, first))
    } else if first.is_day() {
        span_of_days(text, first).or_else(|| forwards(text, start, first))
    } else {
        None
    }?;
    let open = text.as_bytes().get(end).is_some_and(u8::is_ascii_digit);
    (!open && !goes_on(text, end)).then_some((end, TokenKind::Date))
}

/// Whether another field follows: 1/2/3/4 is no date.
fn goes_on(text: &str, end: usize) -> bool {
    matches!(text.as_bytes().get(end..), Some([b'/', d, ..]) if d.is_ascii_digit())
}

/// 15/12/2025, 15-12-2025, 27.5.2015; 8/2021, 12.2017; 3/2.
fn forwards(text: &str, start: usize, day: Field) -> Option<usize> {
    let mark = *text.as_bytes().get(day.end)?;
    if !matches!(mark, b'/' | b'-' | b'.') {
        return None;
    }
    let next = field(text, day.end + 1)?;
    if day.is_month() && next.is_year() && next.value >= 1800 {
        return Some(next.end);
    }
    if !next.is_month() {
        return None;
    }
    if text.as_bytes().get(next.end) == Some(&mark)
        && let Some(year) = field(text, next.end + 1)
    {
        return (year.is_year() || year.len == 2).then_some(year.end);
    }
    is_day_here(text, start, mark, day, next).then_some(next.end)
}

/// Whether day and month without a year are meant as such.
fn is_day_here(text: &str, start: usize, mark: u8, day: Field, month: Field) -> bool {
    let before = text.get(..start).unwrap_or_default();
    let word = word_before(text, start).and_then(|at| before.get(at..)).unwrap_or_default();
    let word = word.trim_end();
    let named = DAYS.binary_search(&word).is_ok();
    let padded = day.len == 2 && day.value < 10 || month.len == 2 && month.value < 10;
    let bracket = before.ends_with('(');
    if mark != b'/' {
        let closed = text.as_bytes().get(month.end) == Some(&b')');
        return named || bracket && closed && mark == b'-';
    }
    let marked = named || bracket || TIMES.binary_search(&word).is_ok();
    let trimmed = before.trim_end_matches([' ', ',']);
    let after_date = trimmed.len() < before.len()
        && trimmed.ends_with(|c: char| c.is_ascii_digit())
        || trimmed.ends_with(['-', '–']);
    let fraction = day.value < month.value && month.value <= 10;
    !fraction || padded || marked || after_date
}

/// 3-8/3/2017, 3-8/3: the days of one month.
fn span_of_days(text: &str, first: Field) -> Option<usize> {
    let mark = text.get(first.end..)?.chars().next().filter(|c| matches!(c, '-' | '–'))?;
    let last = field(text, first.end + mark.len_utf8())?;
    let slash = text.as_bytes().get(last.end) == Some(&b'/');
    if !(slash && last.is_day() && first.value < last.value) {
        return None;
    }
    let month = field(text, last.end + 1).filter(|f| f.is_month())?;
    let year = (text.as_bytes().get(month.end) == Some(&b'/'))
        .then(|| field(text, month.end + 1).filter(|f| f.is_year()))
        .flatten();
    Some(year.map_or(month.end, |y| y.end))
}

/// 2020-2025, 2020 - 2025, 2016/2017, 2016-17.
fn years(text: &str, first: Field) -> Option<usize> {
    let rest = text.get(first.end..)?;
    let dash = rest.trim_start_matches(' ');
    let blanks = rest.len() - dash.len();
    let mark = dash.chars().next().filter(|c| matches!(c, '-' | '–' | '/'))?;
    let tail = dash.get(mark.len_utf8()..)?;
    let next = tail.trim_start_matches(' ');
    let after = tail.len() - next.len();
    if blanks != after || blanks > 1 || mark == '/' && blanks > 0 {
        return None;
    }
    let last = field(text, first.end + blanks + mark.len_utf8() + after)?;
    let season = blanks == 0 && last.len == 2 && last.value == (first.value + 1) % 100;
    (last.is_year() && last.value > first.value || season).then_some(last.end)
}

/// 2025-12-15.
fn backwards(text: &str, year: Field) -> Option<usize> {
    let mark = *text.as_bytes().get(year.end)?;
    let month = field(text, year.end + 1).filter(|f| f.is_month() && f.len == 2)?;
    let day = field(text, month.end + 1).filter(|f| f.is_day() && f.len == 2)?;
    (matches!(mark, b'-' | b'/') && text.as_bytes().get(month.end) == Some(&mark))
        .then_some(day.end)
}
