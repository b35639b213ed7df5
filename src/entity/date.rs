//! When an article was written, as far as its text tells.
//!
//! A by-line (`Thứ Tư, 15/03/2017 09:30`, `Cập nhật: 20:15 | 28/06/2025`) tells it outright, and so does the
//! day on which the news happened where the text begins with it and speaks of no later one (`Ngày 6/2/2017, …`).
//! Licences and addresses at the foot of a page tell nothing.

use super::Found;
use crate::letter;
use crate::syllable::Code;
use crate::{Date, Token, TokenKind};

/// Lines at the head of a page, blank ones not counted, and at its foot, where a by-line may stand.
const HEAD: usize = 8;
const FOOT: usize = 8;

/// More tokens make no by-line.
const SHORT: usize = 18;

/// Words of a by-line, in lower case, and words beside dates of other things.
const BYLINE: &[&str] = &["thứ", "nhật", "gmt", "đăng"];
const OTHER: &[&str] = &["phép", "sinh", "mất", "kỷ", "lập"];

/// Words that begin a sentence on the day of the news, and words between them and the day.
const NEWS: &[&str] = &["Ngày", "Sáng", "Chiều", "Trưa", "Tối", "Đêm", "Hôm", "nay"];
const BETWEEN: &[&str] = &["ngày", "(", ",", "nay"];

/// Words before years to come, and the last year that is none.
const FUTURE: &[&str] = &["đến", "tới", "trước", "hết", "nhìn", "đoạn"];
const LAST_YEAR: u16 = 2026;

/// In this year a year alone does not tell the era.
const REFORM: u16 = 2025;

/// What a text says of its time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Time {
    /// The day of the article.
    pub(crate) day: Option<Date>,
    /// The last day or year the text speaks of as past or present.
    pub(crate) latest: Option<Date>,
    /// Whether the text speaks of what the reform of 2025 ended.
    pub(crate) before_reform: bool,
}

/// A date in the text: what of it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    Day(Date),
    /// Year and month.
    Month(u16, u8),
    Year(u16),
    /// Day and month without a year.
    DayOfMonth(u8, u8),
}

impl Time {
    /// The time of an article whose day is known.
    pub(crate) fn on(day: Date) -> Self {
        Self { day: Some(day), ..Self::default() }
    }

    /// Reads the time of a section of a text; linear in its tokens.
    pub(crate) fn of(found: Found<'_>) -> Self {
        let mut reader = Reader::default();
        let (marks, before_reform) = survey(found);
        let lines = || lines(found.tokens, &marks);
        let count = if found.closes { lines().count() } else { usize::MAX };
        for (i, (line, numbers)) in lines().enumerate() {
            let (head, foot) = (found.opens && i < HEAD, i + FOOT >= count);
            reader.read(found.text, line, numbers, head, foot);
        }
        Self { before_reform, ..reader.time() }
    }
}

/// The line ends of a section, its own end, and its dates and numbers, in order; and whether it
/// names districts, or a ministry that the reform of 2025 ended.
fn survey(found: Found<'_>) -> (Vec<usize>, bool) {
    let levels = ["huyện", "quận"].map(|word| Code::of(word).map(Code::place));
    let (mut marks, mut ended) = (Vec::with_capacity(found.tokens.len() / 8), false);
    for (i, (token, code)) in found.tokens.iter().zip(found.codes).enumerate() {
        match (code, token.kind) {
            (Some(code), _) => ended |= levels.contains(&Some(code.place())),
            (_, TokenKind::Date | TokenKind::Number | TokenKind::LineBreak) => marks.push(i),
            (_, kind) => ended = ended || names_ended(&found.text[token.span], kind),
        }
    }
    marks.push(found.tokens.len());
    (marks, ended)
}

/// Whether a word that is no plain syllable, or stands at the very end of the text, names districts
/// or such a ministry.
fn names_ended(word: &str, kind: TokenKind) -> bool {
    let levels = ["huyện", "Huyện", "quận", "Quận"];
    let ministries = ["GTVT", "TN&MT", "TNMT", "KH&ĐT", "TT&TT", "LĐ-TB&XH", "LĐTB&XH"];
    match kind {
        TokenKind::Syllable => levels.contains(&word),
        TokenKind::Acronym => ministries.contains(&word),
        _ => false,
    }
}

/// The lines that are not empty, each with the places of its dates and numbers.
fn lines<'f>(
    tokens: &'f [Token],
    marks: &'f [usize],
) -> impl Iterator<Item = (&'f [Token], impl Iterator<Item = usize>)> {
    let ends = |&mark: &usize| tokens.get(mark).is_none_or(|t| t.kind == TokenKind::LineBreak);
    let mut next = 0;
    marks.split_inclusive(ends).filter_map(move |line| {
        let (&end, numbers) = line.split_last()?;
        let first = std::mem::replace(&mut next, end + 1);
        let line = tokens.get(first..end).filter(|line| !line.is_empty())?;
        Some((line, numbers.iter().map(move |number| number - first)))
    })
}

/// What was read so far.
#[derive(Default)]
struct Reader {
    byline: Option<Date>,
    /// The first day that the head of the text names, where it is that of the news.
    news: Option<Written>,
    dated: bool,
    last_day: Option<Date>,
    last_year: Option<u16>,
}

impl Reader {
    fn read(
        &mut self,
        text: &str,
        line: &[Token],
        numbers: impl Iterator<Item = usize>,
        head: bool,
        foot: bool,
    ) {
        let word = |at: usize| line.get(at).map_or("", |t| &text[t.span]);
        let start = line.get(..SHORT).unwrap_or(line);
        let says = |words: &[&str]| {
            start.iter().any(|t| words.iter().any(|word| letter::is_lower_of(word, &text[t.span])))
        };
        let timed = || start.iter().any(|t| t.kind == TokenKind::Time) || says(BYLINE);
        let ends = line.last().is_some_and(|t| matches!(&text[t.span], "." | "!" | "?" | ";"));
        let byline = (head || foot) && line.len() <= SHORT && !ends;
        // Asked only where a day stands, and then once a line.
        let mut other = None;
        for at in numbers {
            let Some(written) = written(text, line, at) else { continue };
            let (before, first) = (word(at.wrapping_sub(1)), word(at.wrapping_sub(2)));
            let news = NEWS.contains(&before) || BETWEEN.contains(&before) && NEWS.contains(&first);
            if head && matches!(written, Written::Day(_) | Written::DayOfMonth(..)) {
                self.news = self.news.or(Some(written).filter(|_| news && !self.dated));
                self.dated = true;
            }
            match written {
                Written::Day(day) => {
                    let letter = before == "ngày" && first == ",";
                    let other = (head || foot) && *other.get_or_insert_with(|| says(OTHER));
                    if byline && !other && (line.len() <= 4 || letter || timed()) {
                        self.byline = self.byline.or(Some(day));
                    }
                    if !(foot && other) {
                        self.last_day = self.last_day.max(Some(day));
                    }
                }
                Written::Month(year, month) => {
                    self.last_day = self.last_day.max(Date::new(year, month, 1));
                }
                Written::Year(year) => {
                    let before = if before == "năm" { first } else { before };
                    let future = FUTURE.iter().any(|word| letter::is_lower_of(word, before));
                    if year <= LAST_YEAR && !future {
                        self.last_year = self.last_year.max(Some(year));
                    }
                }
                Written::DayOfMonth(..) => {}
            }
        }
    }

    fn time(self) -> Time {
        let year = self.last_year.max(self.last_day.map(Date::year));
        let news = match self.news {
            Some(Written::Day(day)) if Some(day) >= self.last_day => Some(day),
            _ => None,
        };
        let day = self.byline.or(news);
        // A day of the news without a year lies in the year that the text speaks of last.
        let news_day = match (self.news, year) {
            (Some(Written::DayOfMonth(day, month)), Some(year)) => Date::new(year, month, day),
            _ => None,
        };
        let end = year.filter(|&y| y != REFORM).and_then(|y| Date::new(y, 12, 31));
        let latest = if self.last_day.map(Date::year) == year { self.last_day } else { end };
        Time { day, latest: day.or(news_day).or(latest), before_reform: false }
    }
}

/// The date that begins at a token: `15/3/2017`, `3/2017`, `15/3`, `15 tháng 3 năm 2017`, `năm 2017`.
fn written(text: &str, line: &[Token], at: usize) -> Option<Written> {
    let token = line.get(at)?;
    let here = &text[token.span];
    match token.kind {
        TokenKind::Date => digits(here),
        TokenKind::Number => {
            let word = |i: usize| line.get(at + i).map_or("", |t| &text[t.span]);
            if word(1) == "tháng" {
                let (day, month) = (here.parse().ok()?, word(2).parse().ok()?);
                let year = if matches!(word(3), "năm" | "," | "-") { word(4) } else { "" };
                return match year.parse() {
                    Ok(year) => Date::new(year, month, day).map(Written::Day),
                    Err(_) => Date::new(2024, month, day).map(|_| Written::DayOfMonth(day, month)),
                };
            }
            let before = at.checked_sub(1).and_then(|i| line.get(i)).map_or("", |t| &text[t.span]);
            let year = here.parse().ok().filter(|year| (1900..2100).contains(year))?;
            matches!(before, "năm" | "Năm").then_some(Written::Year(year))
        }
        _ => None,
    }
}

/// A date in digits.
fn digits(text: &str) -> Option<Written> {
    let mut fields = text.split(['/', '-', '.', '–']).map(|field| field.trim().parse::<u16>().ok());
    let (a, b, c) = (fields.next()??, fields.next()??, fields.next());
    let small = |n: u16| u8::try_from(n).ok();
    match c {
        Some(Some(c)) if a > 1000 => Date::new(a, small(b)?, small(c)?).map(Written::Day),
        Some(Some(c)) => Date::new(c, small(b)?, small(a)?).filter(|_| c > 1000).map(Written::Day),
        Some(None) => None,
        None if b > 1000 && a <= 12 => Some(Written::Month(b, small(a)?)),
        // Spans of years begin in the past.
        None if a > 1000 => Some(Written::Year(a)),
        None => Date::new(2024, small(b)?, small(a)?)
            .and_then(|_| Some(Written::DayOfMonth(small(a)?, small(b)?))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentence;

    fn time(text: &str) -> Time {
        Time::of(Found::whole(text, &sentence::read(text)))
    }

    #[test]
    fn a_byline_or_the_day_of_the_news_dates_an_article() {
        let news = "Hội nghị khai mạc\n";
        for (text, expected) in [
            ("Thứ Tư, 15/03/2017 09:30\nHội nghị khai mạc.", Some("2017-03-15")),
            (
                "Hội nghị khai mạc\nCập nhật: 20:15 | 28/06/2025\nĐại biểu đã về.",
                Some("2025-06-28"),
            ),
            ("Hội nghị khai mạc\nĐại biểu đã về.\n20/11/2022", Some("2022-11-20")),
            ("Ngày 6/2/2017, đoàn công tác làm việc tại xã.", Some("2017-02-06")),
            ("Sáng ngày 6 tháng 2 năm 2017, đoàn làm việc tại xã.", Some("2017-02-06")),
            ("Sáng nay (6/2/2017), đoàn làm việc tại xã.", Some("2017-02-06")),
            ("Ngày 6/2, đoàn làm việc tại xã.", None),
            ("Nghị quyết ban hành ngày 6/2/2017 đã đi vào cuộc sống.", None),
            ("Ngày 6/2/2017, đoàn về xã. Đến ngày 10/3/2018, đường thông.", None),
            ("Hà Nam, ngày 20 tháng 11 năm 2022\nKính gửi bạn đọc.", Some("2022-11-20")),
            ("Giấy phép số 12 cấp ngày 16/2/2017", None),
            ("", None),
        ] {
            let day = time(text).day.map(|day| day.to_string());
            assert_eq!(day.as_deref(), expected, "{text}");
        }
        let long = format!("{news}{}", "Đại biểu đã về dự đông đủ.\n".repeat(40));
        assert_eq!(time(&long).day, None);
    }

    #[test]
    fn the_last_year_is_known_without_a_day() {
        for (text, expected) in [
            ("Năm 2019, xã đạt chuẩn; đến năm 2025 đạt nâng cao.", Some("2019-12-31")),
            ("Chiều 12/3, đoàn về xã. Năm 2024 xã đạt chuẩn.", Some("2024-03-12")),
            ("Tháng 7/2016, xã đạt chuẩn.", Some("2016-07-01")),
            ("Xã đạt chuẩn.", None),
        ] {
            assert_eq!(time(text).latest.map(|day| day.to_string()).as_deref(), expected, "{text}");
        }
    }
}
