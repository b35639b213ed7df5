//! What begins with a digit: numbers, sums, measures, times, document numbers, codes, telephones.

use super::letters::Run;
use super::{TokenKind, day, shape, unit, web};

/// The token that begins with the digit at `start`.
#[cold]
#[inline(never)]
pub(super) fn number(text: &str, start: usize) -> (usize, TokenKind) {
    let digits = digits(text, start);
    if stands_alone(text, start, digits) || in_list(text, start) {
        return (digits, TokenKind::Number);
    }
    let found = match text.as_bytes().get(digits) {
        Some(b'/' | b'-' | b'.' | b' ' | 0xe2) => {
            document(text, start).or_else(|| day::date(text, start)).or_else(|| phone(text, start))
        }
        Some(b':' | b'h' | b'g') => web::address(text, start).or_else(|| time(text, start)),
        _ => phone(text, start),
    };
    found
        .or_else(|| amount(text, start))
        .or_else(|| web::address(text, start))
        .or_else(|| letters_after(text, start, digits))
        .unwrap_or_else(|| (figure(text, start), TokenKind::Number))
}

/// Whether digits and a comma or stroke stand right before: what parts 1,2 parts 2,3 as well.
fn in_list(text: &str, start: usize) -> bool {
    let before = text.as_bytes().get(..start);
    matches!(before, Some([.., digit, b',' | b'/']) if digit.is_ascii_digit())
}

/// Whether what follows the digits that end at `end` surely adds nothing to them, as nearly always.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let bytes = text.as_bytes();
    let phone = bytes.get(start) == Some(&b'0') && end - start > 8;
    !phone
        && match bytes.get(end..) {
            None | Some([]) => true,
            // A dash or digit after the blank may go on with a span of years or a telephone number.
            Some([b' ', next, ..]) => {
                next.is_ascii_alphabetic() || matches!(next, 0xc3..=0xc6 | 0xe1)
            }
            Some([b',' | b'.', next, ..]) => matches!(next, b' ' | b'\n'),
            Some([mark, ..]) => matches!(mark, b')' | b';' | b'\n'),
        }
}

/// The end of the ASCII digits from `at`.
pub(super) fn digits(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    at + rest.iter().take_while(|b| b.is_ascii_digit()).count()
}

/// The value of up to four digits.
pub(super) fn value(text: &str, start: usize, end: usize) -> Option<u32> {
    let digits = text.get(start..end)?;
    if digits.len() <= 4 { digits.parse().ok() } else { None }
}

/// The end of a number with its points and commas: 1.500.000; 0,5; 3/4. A list 1,2,3 parts.
pub(super) fn figure(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let first = digits(text, start);
    let mut end = first;
    let mut commas = 0;
    while let Some(next) = group(text, end, b".,") {
        if bytes.get(end) == Some(&b',') {
            commas += 1;
            // Two commas are thousands or a list; nobody writes eight groups of thousands.
            if commas > 1 && (next - end != 4 || commas > 7) {
                return first;
            }
        }
        end = next;
    }
    let below = group(text, end, b"/").filter(|_| end == first);
    match below {
        Some(below) if group(text, below, b"/.,").is_none() => below,
        _ => end,
    }
}

/// The end of the digits after one of `marks` at `at`.
fn group(text: &str, at: usize, marks: &[u8]) -> Option<usize> {
    match text.as_bytes().get(at..)? {
        [mark, digit, ..] if marks.contains(mark) && digit.is_ascii_digit() => {
            Some(digits(text, at + 1))
        }
        _ => None,
    }
}

/// A number with what belongs to it: 12,5%, 140.000đ, 600m2, 35°C.
fn amount(text: &str, start: usize) -> Option<(usize, TokenKind)> {
    let end = figure(text, start);
    let rest = text.get(end..)?;
    if let Some(len) = unit::currency(rest) {
        return Some((end + len, TokenKind::Money));
    }
    let sign = rest.chars().next()?;
    match sign {
        '%' | '‰' => return Some((end + sign.len_utf8(), TokenKind::Number)),
        '°' | 'º' | '℃' => {
            let after = end + sign.len_utf8();
            let scale = text.get(after..)?.chars().next();
            let next = text.get(after..)?.chars().nth(1);
            let scaled =
                matches!(scale, Some('C' | 'F' | 'K')) && !next.is_some_and(char::is_alphabetic);
            return Some((after + usize::from(scaled), TokenKind::Measure));
        }
        _ => {}
    }
    let letters = Run::read(text, end);
    let glued = text.get(end..letters.end)?;
    if glued.is_empty() || !unit::is_unit(glued) {
        return None;
    }
    let mut end = unit::power(text, letters.end);
    let plate = matches!(text.as_bytes().get(end..), Some([b'-', d, ..]) if d.is_ascii_digit());
    if plate || text.as_bytes().get(end).is_some_and(u8::is_ascii_digit) {
        return None;
    }
    if text.as_bytes().get(end) == Some(&b'/') {
        let per = Run::read(text, end + 1);
        if unit::is_unit(text.get(end + 1..per.end)?) {
            end = unit::power(text, per.end);
        }
    }
    Some((end, TokenKind::Measure))
}

/// 14h30, 14h, 7h15', 14g30, 14:30.
fn time(text: &str, start: usize) -> Option<(usize, TokenKind)> {
    let bytes = text.as_bytes();
    let hours_end = digits(text, start);
    let hours = value(text, start, hours_end)?;
    let sign = *bytes.get(hours_end)?;
    let mut end = digits(text, hours_end + 1);
    let minutes = end - hours_end - 1;
    if hours > 24 || minutes > 2 || sign == b':' && minutes != 2 || sign == b'g' && minutes == 0 {
        return None;
    }
    if sign == b':' && bytes.get(end) == Some(&b':') && digits(text, end + 1) == end + 3 {
        end += 3;
    }
    if minutes > 0 && sign != b':' {
        match text.get(end..)?.chars().next() {
            Some(c @ ('\'' | '’')) => end += c.len_utf8(),
            Some('p') if Run::read(text, end).letters == 1 => end += 1,
            Some('p') if text.get(end..)?.starts_with("ph") => end += 2,
            _ => {}
        }
    }
    let glued = text.get(end..)?.chars().next().is_some_and(char::is_alphanumeric);
    (!glued).then_some((end, TokenKind::Time))
}

/// 57-NQ/TW, 12/2024/NĐ-CP, 68/GP-BTTTT, 15/2012/QH13.
fn document(text: &str, start: usize) -> Option<(usize, TokenKind)> {
    let bytes = text.as_bytes();
    let mut end = digits(text, start);
    let year = digits(text, end + 1);
    let dated = bytes.get(end) == Some(&b'/')
        && year - end == 5
        && matches!(bytes.get(year), Some(b'/' | b'-'));
    if dated {
        end = year;
    }
    let (mut parts, mut known) = (0, false);
    loop {
        let mark = text.get(end..)?.chars().next();
        let Some(mark @ ('/' | '-' | '–' | '&')) = mark else { break };
        let at = end + mark.len_utf8();
        let run = Run::read(text, at);
        let part = text.get(at..run.end)?;
        let short = run.capital
            && (run.is_upper() || run.capitals > 1 || DOCUMENTS.binary_search(&part).is_ok());
        if !short || run.letters > 10 {
            break;
        }
        known |= DOCUMENTS.binary_search(&part).is_ok();
        parts += 1;
        end = digits(text, run.end);
    }
    let sure = parts > 0 && (dated || known || parts > 1);
    sure.then_some((end, TokenKind::DocumentNumber))
}

/// Kinds of documents of Party and state in their numbers.
const DOCUMENTS: [&str; 35] = [
    "BB", "BC", "BCT", "CP", "CT", "CTPH", "CTr", "CV", "GM", "GP", "HD", "HĐ", "HĐND", "KH", "KL",
    "LCT", "NQ", "NQLT", "NĐ", "PC", "PL", "QC", "QH", "QyĐ", "QĐ", "QĐi", "TB", "TT", "TTLT",
    "TTg", "TTr", "Ttr", "UBND", "VB", "ĐA",
];

/// 0912 345 678, 0226.3852.773, 1900 1234; `start` is a digit.
pub(super) fn phone(text: &str, start: usize) -> Option<(usize, TokenKind)> {
    let bytes = text.as_bytes();
    let first = digits(text, start);
    let head = text.get(start..first)?;
    if matches!(head, "1800" | "1900") {
        let next = digits(text, first + 1);
        let good = matches!(bytes.get(first), Some(b' ' | b'.')) && matches!(next - first, 5 | 7);
        return good.then_some((next, TokenKind::Phone));
    }
    if !head.starts_with('0') || head.len() < 2 {
        return None;
    }
    groups(text, first, head.len(), 9..=11)
}

/// The groups of digits of a telephone number after `end`, `found` digits being read.
fn groups(
    text: &str,
    end: usize,
    found: usize,
    wanted: std::ops::RangeInclusive<usize>,
) -> Option<(usize, TokenKind)> {
    let bytes = text.as_bytes();
    let (mut end, mut found) = (end, found);
    while let Some([b' ' | b'.' | b'-', digit, ..]) = bytes.get(end..) {
        let next = digits(text, end + 1);
        let many = found + next - end - 1;
        if !digit.is_ascii_digit() || many > *wanted.end() {
            break;
        }
        (end, found) = (next, many);
    }
    let glued = text.get(end..)?.chars().next().is_some_and(char::is_alphanumeric);
    (wanted.contains(&found) && !glued).then_some((end, TokenKind::Phone))
}

/// (0226) 3852.773, (+84) 912…, +84 912 345 678; `start` is the bracket or plus.
pub(super) fn phone_with_prefix(text: &str, start: usize) -> Option<(usize, TokenKind)> {
    let rest = text.get(start..)?;
    let body = rest.strip_prefix('(').unwrap_or(rest);
    let bracket = body.len() < rest.len();
    let plus = body.starts_with('+');
    let at = start + usize::from(bracket) + usize::from(plus);
    let end = digits(text, at);
    let code = text.get(at..end)?;
    if !(plus && (2..=12).contains(&code.len())
        || code.starts_with('0') && (2..=5).contains(&code.len()))
    {
        return None;
    }
    let mut after = end;
    if bracket {
        after += text.get(end..)?.starts_with(')').then_some(1)?;
        if text.as_bytes().get(after).is_some_and(u8::is_ascii_digit) {
            let next = digits(text, after);
            return groups(text, next, code.len() + next - after, 9..=13);
        }
    }
    groups(text, after, code.len(), 9..=13)
}

/// Letters right after digits: 5G, 29A-123.45; or the digits alone before a glued word.
fn letters_after(text: &str, start: usize, digits: usize) -> Option<(usize, TokenKind)> {
    let end = shape::alphanumeric(text, start);
    (end > digits).then(|| shape::code_tail(text, end))
}
