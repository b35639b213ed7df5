//! When two spellings are one name.
//!
//! A name is a run of syllables; hyphens, blanks and dots only part them. Syllables are equal when
//! they differ in nothing but these: capitals after the first letter (`HÀ NAM`, `KRông`), `i` for
//! `y` after h, k, l, m, s, t, v and qu (`Mĩ`, `Qui`), `Đắk`, `Đăk`, `Đak`, apostrophes (`M'Đrắk`),
//! zeros before a number (`Phường 01`). Text comes with its tone marks in old style.

/// What a run of no syllables hashes to.
pub(crate) const EMPTY: u64 = 0x9e37_79b9_7f4a_7c15;

/// The syllables of `text` with their offsets: runs of letters and digits, cut where a digit follows
/// a letter and where a capital follows a small letter (`IaBăng`).
///
/// An apostrophe between letters stays inside; [`extend`] passes over it.
pub(crate) fn syllables(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let start = rest.find(char::is_alphanumeric)?;
        let rest = rest.get(start..)?;
        let mut last = ' ';
        let mut chars = rest.char_indices().peekable();
        let mut end = rest.len();
        while let Some((i, c)) = chars.next() {
            let inside = c.is_alphanumeric()
                || apostrophe(c) && chars.peek().is_some_and(|&(_, next)| next.is_alphabetic());
            let cut = last.is_alphabetic() && c.is_ascii_digit()
                || last.is_lowercase() && c.is_uppercase();
            if !inside || cut {
                end = i;
                break;
            }
            last = c;
        }
        let start = at + start;
        at = start + end;
        Some((start, rest.get(..end)?))
    })
}

/// The hash of the name that continues `prefix` with `syllable`.
pub(crate) fn extend(prefix: u64, syllable: &str) -> u64 {
    hash(prefix, syllable, |c| c)
}

/// The same with the first letter in lower case, for words that are no names.
pub(crate) fn extend_lower(prefix: u64, syllable: &str) -> u64 {
    hash(prefix, syllable, lower)
}

/// The same with the first letter a capital, for names written without (`Lai châu`).
pub(crate) fn extend_upper(prefix: u64, syllable: &str) -> u64 {
    hash(prefix, syllable, |c| c.to_uppercase().next().unwrap_or(c))
}

/// The hash of a whole name.
pub(crate) fn whole(name: &str) -> u64 {
    syllables(name).fold(EMPTY, |prefix, (_, syllable)| extend(prefix, syllable))
}

fn hash(prefix: u64, syllable: &str, first: impl Fn(char) -> char) -> u64 {
    let number = syllable.bytes().all(|b| b.is_ascii_digit());
    let text = if number { syllable.trim_start_matches('0') } else { syllable };
    // A letter that no name has parts the syllables, so that `An` + `Đổ` is not `AnĐổ`.
    let mut hash = mix(prefix, ' ');
    let mut chars = text.chars().filter(|&c| !apostrophe(c)).peekable();
    let (mut before, mut last) = (' ', ' ');
    while let Some(c) = chars.next() {
        let c = if last == ' ' { first(c) } else { lower(c) };
        let c = match c {
            'y' | 'ý' | 'ỳ' | 'ỷ' | 'ỹ' | 'ỵ' if short_i(before, last) => as_i(c),
            'ă' | 'ắ' if before == ' ' && last == 'đ' && chars.peek().is_some_and(is_k) => 'a',
            c => c,
        };
        hash = mix(hash, c);
        (before, last) = (last, lower(c));
    }
    hash
}

fn mix(hash: u64, c: char) -> u64 {
    (hash.rotate_left(5) ^ u64::from(u32::from(c))).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// Whether `y` after these two letters may be written `i`.
fn short_i(before: char, last: char) -> bool {
    matches!(last, 'h' | 'k' | 'l' | 'm' | 's' | 't' | 'v') || before == 'q' && last == 'u'
}

const fn as_i(c: char) -> char {
    match c {
        'y' => 'i',
        'ý' => 'í',
        'ỳ' => 'ì',
        'ỷ' => 'ỉ',
        'ỹ' => 'ĩ',
        'ỵ' => 'ị',
        c => c,
    }
}

fn is_k(c: &char) -> bool {
    matches!(c, 'k' | 'K')
}

const fn apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | 'ʼ')
}

fn lower(c: char) -> char {
    if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_in_several_spellings() {
        for (a, b, same) in [
            ("Hà Nam", "HÀ NAM", true),
            ("Hà Nam", "Hà nam", false),
            ("Mỹ Lộc", "Mĩ Lộc", true),
            ("Quy Nhơn", "Qui Nhơn", true),
            ("Tây Hồ", "Tâi Hồ", false),
            ("Đắk Lắk", "Đăk Lắk", true),
            ("Đắk Lắk", "Đak Lắk", true),
            ("M'Đrắk", "MĐrắk", true),
            ("Krông Nô", "KRông Nô", true),
            ("Bà Rịa - Vũng Tàu", "Bà Rịa-Vũng Tàu", true),
            ("Phường 1", "Phường 01", true),
            ("Quận 1", "Quận1", true),
            ("Quận 1", "Quận 10", false),
            ("An Đổ", "AnĐổ", false),
        ] {
            assert_eq!(whole(a) == whole(b), same, "{a} / {b}");
        }
    }

    #[test]
    fn syllables_are_runs_of_letters_or_digits() {
        let cut = |text| syllables(text).map(|(_, s)| s).collect::<Vec<_>>().join("|");
        assert_eq!(cut("TP.HCM, Q1 (QL1A) H'Hen"), "TP|HCM|Q|1|QL|1A|H'Hen");
        assert_eq!(cut("xã IaBăng, KRông"), "xã|Ia|Băng|KRông");
        assert_eq!(cut(" - "), "");
    }
}
