//! The letters of a short form laid on the words of a long one: KTGS on kiểm tra, giám sát.

use crate::letter::{Letter, Sign, is_alphanumeric};
use std::ops::Range;

/// What it costs to leave out a function word, and any other.
const FUNCTION: u32 = 1;
const CONTENT: u32 = 10;

/// The longest gap between two words that have a letter each.
const GAP: usize = 3;

/// Whether a short form mostly leaves `word` out.
#[rustfmt::skip]
pub(super) fn is_function_word(word: &str) -> bool {
    matches!(
        word,
        "và" | "Và" | "VÀ" | "của" | "các" | "về" | "cho" | "với" | "trong" | "tại" | "ở" | "trên"
            | "theo" | "những" | "là" | "do" | "vì" | "để" | "từ" | "đến" | "có" | "bằng" | "hoặc"
            | "of"
    )
}

/// The letters of a short form, each with the small letters that belong to it (the h of ThS).
fn units(short: &str) -> Vec<&str> {
    let mut units: Vec<&str> = Vec::new();
    let mut start = None;
    for (i, c) in short.char_indices() {
        let begins = c.is_uppercase() || c.is_numeric() || !c.is_alphanumeric() || start.is_none();
        if begins {
            units.extend(start.and_then(|s| short.get(s..i)));
            start = c.is_alphanumeric().then_some(i);
        }
    }
    units.extend(start.and_then(|s| short.get(s..)));
    units
}

/// Whether `unit` stands for `word`: the same letter, with its sign where it has one (Ư for ưu, U
/// for ưu or uy), and the letters after it.
fn stands_for(unit: &str, word: &str) -> bool {
    if unit.starts_with(|c: char| c.is_numeric()) {
        return unit == word;
    }
    let mut letters = word.chars();
    unit.chars().all(|u| letters.next().is_some_and(|w| is_initial(u, w)))
}

/// What the first character of a unit and of the word it stands for have in common.
fn base(word: &str) -> Option<char> {
    word.chars().next().map(|c| Letter::of(c).map_or(c, Letter::base))
}

/// Whether the letter `u` of a short form stands for `w`: the tone is left out, the sign may be,
/// but đ is never d.
fn is_initial(u: char, w: char) -> bool {
    let (Some(u), Some(w)) = (Letter::of(u), Letter::of(w)) else { return u == w };
    let signed = u.sign() != Sign::Plain || w.sign() == Sign::Stroke;
    u.base() == w.base() && (!signed || u.sign() == w.sign())
}

/// The words of `words` that `short` abbreviates, as an index range: the whole of its letters in
/// order, at most one word of content left out in three, the end as near as can be to the end.
///
/// `words` are the words and marks before (or after) the short form in the order of the text, few
/// enough that the work is bounded: letters × words × [`GAP`].
pub(super) fn align(short: &str, words: &[&str]) -> Option<Range<usize>> {
    let units = units(short);
    if units.len() < 2 || units.len() > 16 {
        return None;
    }
    let cost = |word: &str| {
        let skips = is_function_word(word) || !word.starts_with(is_alphanumeric);
        if skips { FUNCTION } else { CONTENT }
    };
    let costs: Vec<u32> = words.iter().map(|word| cost(word)).collect();
    let bases: Vec<Option<char>> = words.iter().map(|word| base(word)).collect();
    // For each word, the cheapest way to lay the letters so far with the last on this word, and
    // the word on which the first letter lies.
    let mut ways: Vec<Option<(u32, usize)>> = vec![None; words.len()];
    let mut next = ways.clone();
    for (j, unit) in units.iter().enumerate() {
        let own = base(unit);
        for (k, ((word, slot), base)) in words.iter().zip(&mut next).zip(&bases).enumerate() {
            *slot = None;
            // Nine words of ten begin with another letter.
            if *base != own || !stands_for(unit, word) {
                continue;
            }
            if j == 0 {
                *slot = Some((0, k));
                continue;
            }
            let mut gap = 0;
            for (before, cost) in costs.iter().enumerate().take(k).rev().take(GAP + 1) {
                if let Some((so_far, first)) = ways.get(before).copied().flatten() {
                    let way = (so_far + gap, first);
                    if slot.is_none_or(|(best, at)| way.0 < best || way.0 == best && first > at) {
                        *slot = Some(way);
                    }
                }
                gap += cost;
            }
        }
        std::mem::swap(&mut ways, &mut next);
    }
    let allowed =
        if units.len() == 2 { FUNCTION } else { units.len() as u32 / 3 * CONTENT + 2 * FUNCTION };
    let mut trailing = 0;
    let mut best: Option<(u32, usize, usize)> = None;
    for (k, cost) in costs.iter().enumerate().rev() {
        if let Some((laid, first)) = ways.get(k).copied().flatten() {
            let total = laid + trailing;
            if total <= allowed && best.is_none_or(|(low, ..)| total < low) {
                best = Some((total, first, k + 1));
            }
        }
        trailing += cost;
        if trailing > allowed {
            break;
        }
    }
    best.map(|(_, first, last)| first..last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_lie_on_words() {
        for (short, long, found) in [
            ("KTGS", "công tác kiểm tra , giám sát", Some("kiểm tra , giám sát")),
            ("TCĐ", "các tổ chức đảng", Some("tổ chức đảng")),
            ("TCD", "các tổ chức đảng", None),
            ("GD&ĐT", "Sở Giáo dục và Đào tạo", Some("Giáo dục và Đào tạo")),
            ("ƯDCNC", "ứng dụng công nghệ cao", Some("ứng dụng công nghệ cao")),
            ("ThS", "thạc sĩ", Some("thạc sĩ")),
            ("ThS", "tiến sĩ", None),
            ("TP", "thành đường phố", None),
            (
                "LĐTBXH",
                "Lao động - Thương binh và Xã hội",
                Some("Lao động - Thương binh và Xã hội"),
            ),
        ] {
            let words: Vec<&str> = long.split(' ').collect();
            let got = align(short, &words).map(|long| words[long].join(" "));
            assert_eq!(got.as_deref(), found, "{short}: {long}");
        }
    }
}
