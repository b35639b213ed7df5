//! Addresses of the net: URLs, bare domains, e-mail, hashtags, mentions.

use super::{TokenKind, cluster};

/// Last labels under which Vietnamese news cites pages; sorted.
const TOP_LEVELS: [&str; 34] = [
    "ai", "app", "asia", "au", "biz", "cn", "co", "com", "de", "dev", "edu", "eu", "fr", "gov",
    "hk", "info", "int", "io", "jp", "kr", "me", "mil", "net", "news", "online", "org", "ru", "sg",
    "tv", "uk", "us", "vn", "wiki", "xyz",
];

/// The address that begins at `start`. Only the head of a chain of letters, digits and points can
/// be one, so a long chain is read once.
pub(super) fn address(text: &str, start: usize) -> Option<(usize, TokenKind)> {
    let before = text.as_bytes().get(..start)?.last();
    if before.is_some_and(|&b| is_local(b)) {
        return None;
    }
    let rest = text.get(start..)?;
    for scheme in ["http://", "https://", "ftp://", "www."] {
        let head = rest.as_bytes().get(..scheme.len());
        if head.is_some_and(|h| h.eq_ignore_ascii_case(scheme.as_bytes())) {
            let end = path(rest, scheme.len());
            return (end > scheme.len()).then_some((start + end, TokenKind::Url));
        }
    }
    let chain = rest.bytes().take_while(|&b| is_local(b)).count();
    if rest.as_bytes().get(chain) == Some(&b'@') {
        let domain = rest.get(chain + 1..)?;
        let len = host(domain)?;
        return Some((start + chain + 1 + len, TokenKind::Email));
    }
    let len = host(rest)?;
    let end = if rest.as_bytes().get(len) == Some(&b'/') { path(rest, len) } else { len };
    Some((start + end, TokenKind::Url))
}

const fn is_local(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+' | b'@') && b != b'@'
}

/// Length of the longest run of labels that ends in a top-level domain.
fn host(text: &str) -> Option<usize> {
    let mut found = None;
    let mut at = 0;
    for label in text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-') {
        let end = at + label.len();
        let bare = !label.is_empty() && !label.starts_with('-') && !label.ends_with('-');
        if !bare {
            break;
        }
        let mut lower = [0; 8];
        if at > 2 && label.len() <= lower.len() {
            for (to, from) in lower.iter_mut().zip(label.bytes()) {
                *to = from.to_ascii_lowercase();
            }
            let lower = std::str::from_utf8(lower.get(..label.len())?).ok()?;
            let cased = label == lower || label.bytes().all(|b| b.is_ascii_uppercase());
            let glued =
                text.get(end..)?.chars().next().is_some_and(|c| c.is_alphanumeric() || c == '_');
            if cased && !glued && TOP_LEVELS.binary_search(&lower).is_ok() {
                found = Some(end);
            }
        }
        if text.as_bytes().get(end) != Some(&b'.') {
            break;
        }
        at = end + 1;
    }
    found
}

/// The end of a URL whose path may begin at `from`: up to a blank or quote, less the punctuation
/// of the sentence around it.
fn path(rest: &str, from: usize) -> usize {
    let tail = rest.get(from..).unwrap_or_default();
    let stop = |c: char| !(is_letter(c) || c.is_ascii_graphic()) || matches!(c, '"' | '<' | '>');
    let tail = tail.get(..tail.find(stop).unwrap_or(tail.len())).unwrap_or_default();
    let tail = tail.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', ']', '}']);
    let open = tail.contains('(');
    from + if open { tail } else { tail.trim_end_matches([')', '.', ',', ';', ':']) }.len()
}

/// A letter or digit of any script, or a mark over one.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !cluster::leads(c) || cluster::extends(c)
}

/// `#` and a word, `@` and a name; `sign` is the first byte.
pub(super) fn tag(text: &str, start: usize, sign: char) -> Option<(usize, TokenKind)> {
    let before = text.get(..start)?.chars().next_back();
    if before.is_some_and(char::is_alphanumeric) {
        return None;
    }
    let rest = text.get(start + 1..)?;
    if !rest.chars().next()?.is_alphabetic() {
        return None;
    }
    let len = if sign == '#' {
        rest.find(|c: char| !(is_letter(c) || c == '_'))
    } else {
        rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '.')))
    };
    let word = rest.get(..len.unwrap_or(rest.len()))?.trim_end_matches('.');
    let kind = if sign == '#' { TokenKind::Hashtag } else { TokenKind::Mention };
    (!word.is_empty()).then_some((start + 1 + word.len(), kind))
}
