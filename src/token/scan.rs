//! The next token, by its first byte.

use super::letters::Run;
use super::{TokenKind, cluster, number, shape, web};
use crate::syllable::{Code, syllable};

/// The end of the plain syllable that is a token at `start`, and its code.
#[inline(always)] // in the loops over all tokens
pub(super) fn plain_syllable(text: &str, start: usize) -> Option<(usize, Code)> {
    let bytes = text.as_bytes();
    if *bytes.get(start)? < b'A' {
        return None;
    }
    let (end, after, code) = syllable(bytes, start)?;
    ends_plainly(bytes, end, after).then_some((end, code))
}

/// Whether a blank that is a token by itself stands at `at`.
#[inline]
pub(super) fn is_plain_blank(bytes: &[u8], at: usize) -> bool {
    bytes.get(at) == Some(&b' ') && parts_plainly(bytes, at + 1)
}

/// Whether a word surely ends before the ASCII sign `after` at `end`: it joins no further letters.
#[inline]
fn ends_plainly(bytes: &[u8], end: usize, after: u8) -> bool {
    // All signs below '@' but digits and those that names, short forms and addresses have inside.
    const PLAIN: u64 =
        !(0x3ff << b'0' | bit(b'.') | bit(b'-') | bit(b'\'') | bit(b'&') | bit(b'/') | bit(b':'));
    const fn bit(sign: u8) -> u64 {
        1 << sign
    }
    match after {
        b' ' => true,
        b'.' => matches!(bytes.get(end + 1), None | Some(b' ' | b'\n')),
        _ => after < 64 && PLAIN >> after & 1 == 1,
    }
}

/// The token at `start`, which is no plain syllable and no plain blank: its end and kind; `None` at
/// the end of the text.
#[inline(never)]
pub(super) fn rare(text: &str, start: usize) -> Option<(usize, TokenKind)> {
    let bytes = text.as_bytes();
    let (end, kind) = match *bytes.get(start)? {
        b',' | b';' | b':' | b'!' | b'?' | b')' | b'"' | b'/' | b'-' => {
            (start + 1, TokenKind::Punctuation)
        }
        b'(' if !matches!(bytes.get(start + 1), Some(b'+' | b'0'..=b'9')) => {
            (start + 1, TokenKind::Punctuation)
        }
        0xe2 if is_quote_or_dash(bytes, start) && bytes.get(start + 2) != Some(&0xa6) => {
            (start + 3, TokenKind::Punctuation)
        }
        b'.' if matches!(bytes.get(start + 1), Some(b' ' | b'\n')) => {
            (start + 1, TokenKind::Punctuation)
        }
        b'a'..=b'z' | b'A'..=b'Z' | 0xc3..=0xc6 | 0xe1 => {
            let run = Run::read_word(text, start);
            if run.is_empty() { other(text, start)? } else { shape::word(text, start, &run) }
        }
        b'0'..=b'9' => number::number(text, start),
        _ => other(text, start)?,
    };
    if bytes.get(end).is_some_and(|&b| b >= 0x80) && !parts_plainly(bytes, end) {
        clustered(text, end, kind)
    } else {
        Some((end, kind))
    }
}

/// Whether what stands at `at` surely belongs neither to a blank before it nor to its cluster:
/// printable ASCII or a letter of Vietnamese.
#[inline]
fn parts_plainly(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at) {
        Some(b'!'..=b'~' | 0xc3..=0xc6) | None => true,
        Some(0xe1) => matches!(bytes.get(at + 1), Some(0xba | 0xbb)),
        Some(0xe2) => is_quote_or_dash(bytes, at),
        _ => false,
    }
}

/// Whether – — ‘ ’ “ ” or … stands at `at`.
#[inline]
fn is_quote_or_dash(bytes: &[u8], at: usize) -> bool {
    let tail = bytes.get(at + 1..).and_then(|rest| rest.first_chunk());
    matches!(tail, Some([0x80, 0x93 | 0x94 | 0x98..=0x9d | 0xa6]))
}

/// A token whose end has a character beyond ASCII after it, which may be a mark over its last one.
/// Blanks have seen to their own marks, and over a tab or line end none can stand.
fn clustered(text: &str, end: usize, kind: TokenKind) -> Option<(usize, TokenKind)> {
    if kind.is_blank() {
        return Some((end, kind));
    }
    let closed = cluster::close(text, end);
    let keycap = text.get(end..closed).is_some_and(|marks| marks.contains('\u{20e3}'));
    Some((closed, if keycap { TokenKind::Emoji } else { kind }))
}

/// Blanks, signs, letters beyond Latin.
#[cold]
#[inline(never)]
fn other(text: &str, start: usize) -> Option<(usize, TokenKind)> {
    let rest = text.get(start..)?;
    let first = rest.chars().next()?;
    if first.is_whitespace() {
        return blank(rest).map(|(len, kind)| (start + len, kind));
    }
    if first.is_ascii() {
        return Some(sign(text, start, first));
    }
    let after = start + first.len_utf8();
    if cluster::is_pictograph(first) {
        return Some((after, TokenKind::Emoji));
    }
    if cluster::is_flag_half(first) {
        let pair = rest.chars().nth(1).filter(|&c| cluster::is_flag_half(c));
        return Some((after + pair.map_or(0, char::len_utf8), TokenKind::Emoji));
    }
    if first == '…' {
        let len = rest.find(|c| !matches!(c, '…' | '.')).unwrap_or(rest.len());
        return Some((start + len, TokenKind::Punctuation));
    }
    if cluster::leads(first) {
        return Some(led(text, start));
    }
    let run = Run::read(text, start);
    let word = !run.is_empty() && first.is_alphabetic();
    Some(if word { shape::word(text, start, &run) } else { (after, TokenKind::Punctuation) })
}

/// Signs that never part from what follows them, and the token that does.
fn led(text: &str, start: usize) -> (usize, TokenKind) {
    let rest = text.get(start..).unwrap_or_default();
    let len = rest.find(|c| !cluster::leads(c)).unwrap_or(rest.len());
    match rest.get(len..).and_then(|rest| rest.chars().next()) {
        Some(blank) if blank.is_whitespace() && !blank.is_control() => {
            (start + len + blank.len_utf8(), TokenKind::Punctuation)
        }
        Some(next) if !next.is_control() => {
            let syllable = plain_syllable(text, start + len);
            let led = syllable.map(|(end, _)| (end, TokenKind::Syllable));
            led.or_else(|| rare(text, start + len)).unwrap_or((start + len, TokenKind::Punctuation))
        }
        _ => (start + len, TokenKind::Punctuation),
    }
}

/// A run of blanks; one with a line end in it is a line break. A blank that bears a mark is no
/// blank to the reader.
fn blank(rest: &str) -> Option<(usize, TokenKind)> {
    let len = rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len());
    let run = rest.get(..len)?;
    let marked = rest.get(len..)?.chars().next().is_some_and(cluster::extends);
    let last = run
        .chars()
        .next_back()
        .filter(|c| !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}'));
    let (run, len) = match last {
        Some(last) if marked && last.len_utf8() == len => {
            return Some((cluster::close(rest, len), TokenKind::Punctuation));
        }
        Some(last) if marked => (run.get(..len - last.len_utf8())?, len - last.len_utf8()),
        _ => (run, len),
    };
    let broken = run.contains(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']);
    Some((len, if broken { TokenKind::LineBreak } else { TokenKind::Blank }))
}

/// An ASCII sign and what may begin with it.
fn sign(text: &str, start: usize, first: char) -> (usize, TokenKind) {
    let rest = text.get(start..).unwrap_or_default();
    let found = match first {
        '.' => {
            let dots = rest.bytes().take_while(|&b| b == b'.').count();
            let end_mark = rest.starts_with("./.") && !rest.starts_with("./..");
            let len = if end_mark { 3 } else { dots };
            Some((start + len, TokenKind::Punctuation))
        }
        '#' | '@' => web::tag(text, start, first),
        '(' | '+' => number::phone_with_prefix(text, start),
        '$' => money(text, start),
        _ => None,
    };
    found.unwrap_or((start + 1, TokenKind::Punctuation))
}

/// $100, before the number.
fn money(text: &str, start: usize) -> Option<(usize, TokenKind)> {
    let digit = text.as_bytes().get(start + 1).is_some_and(u8::is_ascii_digit);
    digit.then(|| (number::figure(text, start + 1), TokenKind::Money))
}

/// A piece of a token that is given in pieces up to `limit`: digits with their points, letters, or
/// one sign.
#[cold]
pub(super) fn piece(text: &str, start: usize, limit: usize) -> Option<(usize, TokenKind)> {
    let first = text.get(start..limit)?.chars().next()?;
    let (end, kind) = if first.is_ascii_digit() {
        let end = number::digits(text, start);
        let figure = number::figure(text, start);
        let percent = text.get(figure..limit) == Some("%");
        (if percent { figure } else { end }, TokenKind::Number)
    } else {
        let run = Run::read(text, start);
        if run.is_empty() {
            let kind =
                if first.is_whitespace() { TokenKind::Blank } else { TokenKind::Punctuation };
            (start + first.len_utf8(), kind)
        } else {
            (run.end, shape::kind(text, start, &run))
        }
    };
    Some((cluster::close(text, end.min(limit)), kind))
}
