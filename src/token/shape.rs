//! Words that are more than one run of letters: short forms, hyphened names, codes; and the kind
//! of a run that stands alone.

use super::letters::Run;
use super::{TokenKind, web};

/// The token that begins with the letters `run` at `start`.
///
/// A plain word before a blank is decided here and now; every other shape goes out of line.
#[inline]
pub(super) fn word(text: &str, start: usize, run: &Run) -> (usize, TokenKind) {
    match text.as_bytes().get(run.end) {
        Some(b'.' | b'-' | b'\'' | b'&' | b'/' | b'_' | b'@' | b':' | b'0'..=b'9' | 0xe2) => {
            joined(text, start, run)
        }
        _ => (run.end, kind(text, start, run)),
    }
}

/// The kind of a run of letters that stands alone.
#[inline]
pub(super) fn kind(text: &str, start: usize, run: &Run) -> TokenKind {
    let named = run.capitals == 1 && run.capital && run.letters > 1;
    if run.capitals > 0 && !named {
        capitals(text, start, run)
    } else if run.is_syllable() {
        TokenKind::Syllable
    } else if run.is_contraction() {
        TokenKind::Acronym
    } else {
        TokenKind::Foreign
    }
}

/// The kind of a run with more capitals than a name has, or of one capital.
#[cold]
#[inline(never)]
fn capitals(text: &str, start: usize, run: &Run) -> TokenKind {
    let letters = text.get(start..run.end).unwrap_or_default();
    if run.is_upper() && is_roman(letters) {
        return TokenKind::Roman;
    }
    if run.letters == 1 {
        return if run.is_syllable() { TokenKind::Syllable } else { TokenKind::Acronym };
    }
    if run.is_upper() && run.is_syllable() {
        let shouted = run.is_marked() || beside_shout(text, start, run.end);
        return if shouted { TokenKind::Syllable } else { TokenKind::Acronym };
    }
    // UBND, ThS, TPHCM; not VnExpress, YouTube, iPhone.
    let short = run.is_upper() || run.capitals * 2 > run.letters || run.letters == 3 && run.capital;
    if short { TokenKind::Acronym } else { TokenKind::Foreign }
}

/// Whether the word before or after, in capitals too, has a mark: a line in capitals, where BAN is
/// a word, while before small letters BAN would be a short form.
fn beside_shout(text: &str, start: usize, end: usize) -> bool {
    let shout = |run: Run| run.is_upper() && run.is_marked() && run.is_syllable();
    let after =
        text.get(end..).is_some_and(|t| t.starts_with(' ')) && shout(Run::read(text, end + 1));
    after || word_before(text, start).is_some_and(|at| shout(Run::read(text, at)))
}

/// Where the word before `start` begins, if one blank parts them; looks back 32 bytes at most.
pub(super) fn word_before(text: &str, start: usize) -> Option<usize> {
    let before = text.get(..start)?.strip_suffix(' ')?;
    let mut at = before.len();
    for (i, c) in before.char_indices().rev().take_while(|&(i, _)| before.len() - i <= 32) {
        if !c.is_alphabetic() && !super::cluster::extends(c) {
            break;
        }
        at = i;
    }
    (at < before.len()).then_some(at)
}

/// Whether `letters` are a Roman numeral as news prints them: I, V, X, and II to XXXIX.
fn is_roman(letters: &str) -> bool {
    let tens = letters.trim_start_matches('X');
    let ones = matches!(tens, "" | "I" | "II" | "III" | "IV" | "V" | "VI" | "VII" | "VIII" | "IX");
    ones && letters.len() - tens.len() <= 3
}

/// A run of letters with a mark, digit or sign right after it.
#[cold]
#[inline(never)]
fn joined(text: &str, start: usize, run: &Run) -> (usize, TokenKind) {
    let alone = (run.end, kind(text, start, run));
    let rest = text.get(run.end..).unwrap_or_default();
    let mut chars = rest.chars();
    let (mark, next) = (chars.next().unwrap_or(' '), chars.next().unwrap_or(' '));
    let after = run.end + mark.len_utf8();
    match mark {
        '0'..='9' => code(text, start, run).unwrap_or(alone),
        '.' if next.is_alphanumeric() => {
            let found = dotted(text, start, run, alone.1).or_else(|| web::address(text, start));
            found.unwrap_or(alone)
        }
        '_' | '@' | ':' => web::address(text, start).unwrap_or(alone),
        '-' | '–' | '‐' | '‑' => hyphened(text, start, run, alone.1, after).unwrap_or(alone),
        '\'' | '’' if next.is_alphabetic() => apostrophe(text, run, after).unwrap_or(alone),
        '&' if alone.1 == TokenKind::Acronym => acronyms(text, alone.0).unwrap_or(alone),
        '/' => slashed(text, start, run, alone.1, after).unwrap_or(alone),
        _ => alone,
    }
}

/// Letters with digits in them: H5N1, QL1A, m2. Digits glued to a syllable in small letters are a
/// slip of the keyboard and part from it; so does the x of 4x100.
fn code(text: &str, start: usize, run: &Run) -> Option<(usize, TokenKind)> {
    let factor = text.get(..start)?.ends_with(|c: char| c.is_ascii_digit());
    let slip = factor || run.letters > 1 && run.is_syllable() && !run.is_upper();
    if slip {
        return None;
    }
    let end = alphanumeric(text, run.end);
    let letters = text.get(start..run.end)?;
    let unit = super::unit::is_unit(letters) && matches!(text.get(run.end..end), Some("2" | "3"));
    Some(if unit { (end, TokenKind::Measure) } else { code_tail(text, end) })
}

/// A code goes on over a hyphen or point before digits: F-16, JH-7A, 29A1-123.45.
pub(super) fn code_tail(text: &str, end: usize) -> (usize, TokenKind) {
    let mut end = end;
    while let Some([b'-' | b'.', digit, ..]) = text.as_bytes().get(end..) {
        if !digit.is_ascii_digit() {
            break;
        }
        end = alphanumeric(text, end + 1);
    }
    (end, TokenKind::Code)
}

/// The end of the ASCII digits and capitals, and of letters among them, from `at`.
pub(super) fn alphanumeric(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes().get(at..).unwrap_or_default();
    let mut end = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    loop {
        let rest = bytes.get(end..).unwrap_or_default();
        let capitals = rest.iter().take_while(|b| b.is_ascii_uppercase()).count();
        let digits = rest.iter().skip(capitals).take_while(|b| b.is_ascii_digit()).count();
        let glued = rest.get(capitals).is_some_and(|&b| b.is_ascii_lowercase() || b >= 0x80);
        // "A1Trong": the capital begins the next sentence.
        if capitals + digits == 0 || digits == 0 && glued {
            return at + end;
        }
        end += capitals + digits;
    }
}

/// Initials (N.V.A, T.Ư), and TP. with the short form of its city.
fn dotted(text: &str, start: usize, run: &Run, kind: TokenKind) -> Option<(usize, TokenKind)> {
    if run.letters == 1 {
        let mut end = run.end;
        let mut initials = 1;
        while text.get(end..)?.starts_with('.') {
            let next = Run::read(text, end + 1);
            if next.letters == 1 && next.capital == run.capital {
                initials += 1;
                end = next.end;
            } else if initials > 1 && next.letters > 1 && next.capital && next.capitals == 1 {
                // V.I.Lê-nin is one name, N.Minh is not.
                let (end, kind) = word(text, end + 1, &next);
                let name =
                    matches!(kind, TokenKind::Syllable | TokenKind::Foreign | TokenKind::Name);
                return name.then_some((end, TokenKind::Name));
            } else {
                break;
            }
        }
        return (initials > 1).then_some((end, TokenKind::Acronym));
    }
    let city =
        matches!(text.get(start..run.end), Some("TP" | "Tp" | "tp")) && kind != TokenKind::Syllable;
    let next = Run::read(text, run.end + 1);
    (city && next.letters > 1 && next.is_upper() && !next.is_syllable())
        .then_some((next.end, TokenKind::Acronym))
}

/// Short forms joined by a hyphen (KT-XH), names written with hyphens (Pu-tin), codes (F-16).
fn hyphened(
    text: &str,
    start: usize,
    run: &Run,
    kind: TokenKind,
    after: usize,
) -> Option<(usize, TokenKind)> {
    let next = Run::read(text, after);
    if next.is_empty() {
        let digit = text.as_bytes().get(after).is_some_and(u8::is_ascii_digit);
        let model = match kind {
            TokenKind::Acronym | TokenKind::Foreign => true,
            TokenKind::Roman => false,
            _ => run.capital && run.letters <= 2,
        };
        let dash = after - run.end == 1;
        return (digit && model && dash).then(|| code_tail(text, alphanumeric(text, after)));
    }
    if kind == TokenKind::Acronym {
        return acronyms(text, run.end);
    }
    name(text, start, run, kind)
}

/// The short forms from the one that ends at `end` on, joined by hyphens and `&`.
fn acronyms(text: &str, end: usize) -> Option<(usize, TokenKind)> {
    let mut joined = end;
    loop {
        let mark = text.get(joined..)?.chars().next().unwrap_or(' ');
        if !matches!(mark, '-' | '–' | '‐' | '‑' | '&') {
            break;
        }
        let after = joined + mark.len_utf8();
        let next = Run::read(text, after);
        if next.is_empty() || kind(text, after, &next) != TokenKind::Acronym {
            break;
        }
        joined = next.end;
    }
    (joined > end).then_some((joined, TokenKind::Acronym))
}

/// A foreign name spelt by syllables: a capital, then small letters after each hyphen. A dash
/// glued between two words has a syllable after it that no transcription uses: with huyền, hỏi or
/// ngã, or with two words around it.
fn name(text: &str, start: usize, run: &Run, kind: TokenKind) -> Option<(usize, TokenKind)> {
    let mut end = run.end;
    let foreign_start = kind == TokenKind::Foreign;
    // The article of Arabic names: al-Assad, el-Sisi.
    let article = matches!(text.get(start..run.end), Some("al" | "el"));
    loop {
        let mark = text.get(end..)?.chars().next().unwrap_or(' ');
        if !matches!(mark, '-' | '‐' | '‑') {
            break;
        }
        let next = Run::read(text, end + mark.len_utf8());
        let foreign = !next.is_empty() && !next.is_syllable();
        let small = next.capitals == 0 && !next.is_empty();
        let joins = if run.capital {
            small && (foreign || next.sounds_foreign())
                || foreign && foreign_start && next.capitals == 1
        } else {
            small && (foreign || foreign_start) || article && next.capitals == 1
        };
        if !joins {
            break;
        }
        end = next.end;
    }
    let kind = if run.capital || article { TokenKind::Name } else { TokenKind::Foreign };
    (end > run.end).then_some((end, kind))
}

/// Names of the highlands (H'Hen, K'Bang) and of abroad (O'Brien), English forms (Women's).
fn apostrophe(text: &str, run: &Run, after: usize) -> Option<(usize, TokenKind)> {
    let next = Run::read(text, after);
    let name = run.capital && (run.letters <= 2 || !run.is_syllable());
    let elided = !run.capital && (run.letters == 1 || !run.is_syllable());
    if !(name || elided) {
        return None;
    }
    let kind = if name || next.capital { TokenKind::Name } else { TokenKind::Foreign };
    Some((next.end, kind))
}

/// Short forms with a slash: đ/c, NQ/TW, A/H5N1.
fn slashed(
    text: &str,
    start: usize,
    run: &Run,
    kind: TokenKind,
    after: usize,
) -> Option<(usize, TokenKind)> {
    let next = Run::read(text, after);
    let digit = text.as_bytes().get(next.end).is_some_and(u8::is_ascii_digit);
    if run.letters == 1 && next.letters == 1 {
        let subtype = digit && run.is_upper() && next.is_upper();
        return Some(if subtype {
            (alphanumeric(text, next.end), TokenKind::Code)
        } else {
            (next.end, TokenKind::Acronym)
        });
    }
    let unit = super::unit::is_unit(text.get(start..run.end)?)
        && super::unit::is_unit(text.get(after..next.end)?);
    if unit {
        return Some((super::unit::power(text, next.end), TokenKind::Measure));
    }
    let organ = matches!(text.get(after..next.end), Some("TW" | "TƯ" | "TU" | "HU" | "ĐU" | "BTC"));
    (kind == TokenKind::Acronym && organ).then_some((next.end, TokenKind::Acronym))
}
