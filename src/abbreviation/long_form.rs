//! The long form beside a short one: by its letters, by what the list knows, by its head word.

use super::initials::{align, is_function_word};
use super::lexicon::Reading;
use crate::letter::{is_alphanumeric, lower};
use std::borrow::Cow;
use std::ops::Range;

/// What a body's name begins with, where the letters of its short form come from another language.
#[rustfmt::skip]
const HEADS: [&str; 45] = [
    "ban", "bệnh viện", "bộ", "chương trình", "công ty", "công ước", "cty", "cơ quan", "cục",
    "cộng đồng", "diễn đàn", "đại học", "đài", "giải", "hãng", "hiệp định", "hiệp hội", "hiệp ước",
    "học viện", "hội", "hội đồng", "khối", "khu", "liên bang", "liên đoàn", "liên minh", "mạng",
    "mặt trận", "nghiệp đoàn", "ngân hàng", "nhà nước", "quỹ", "sàn", "sở", "tập đoàn", "tòa án",
    "tổ chức", "tổng công ty", "trung tâm", "trường", "trạm", "ủy ban", "ủy hội", "viện", "vụ",
];

/// Words that no name of a body goes over; of "Hội đồng quản trị Công ty …" only the last part is
/// a name.
#[rustfmt::skip]
const BREAKS: [&str; 17] = [
    "là", "theo", "từ", "do", "tại", "ở", "bởi", "được", "thuộc", "với", "đã", "sẽ", "giữa", "này",
    "gồm", "như", "trị",
];

/// How many words may stand between the long form and the short one: "… tự xưng (IS)".
const GAP: usize = 3;

/// The words beside a short form, in which its long form is looked for.
pub(super) struct Phrase<'a> {
    words: Vec<&'a str>,
    small: Vec<Cow<'a, str>>,
}

impl<'a> Phrase<'a> {
    pub(super) fn new(words: Vec<&'a str>) -> Self {
        let small = words.iter().map(|word| lower(word)).collect();
        Self { words, small }
    }

    /// The long form of `short` at the end of the phrase, as a range of its words.
    pub(super) fn before<'r, I>(&self, short: &str, readings: I) -> Option<Range<usize>>
    where
        I: Iterator<Item = &'r Reading> + Clone,
    {
        let known = self.known(readings.clone());
        if known.as_ref().is_some_and(|long| long.end == self.words.len()) {
            return known;
        }
        align(short, &self.words).or(known).or_else(|| self.headed(short, readings))
    }

    /// The long form of `short` at the start of the phrase.
    pub(super) fn after<'r, I>(&self, short: &str, readings: I) -> Option<Range<usize>>
    where
        I: Iterator<Item = &'r Reading> + Clone,
    {
        let begins = |long: &Range<usize>| long.start == 0;
        let lettered = || {
            // From the start on, the long form ends where its letters do.
            (2..=self.words.len()).find_map(|n| {
                let long = align(short, self.words.get(..n)?)?;
                (long == (0..n)).then_some(long)
            })
        };
        self.known(readings.clone())
            .filter(begins)
            .or_else(lettered)
            .or_else(|| self.headed(short, readings).filter(begins))
    }

    /// A reading that the list has, written out here.
    fn known<'r>(&self, readings: impl Iterator<Item = &'r Reading>) -> Option<Range<usize>> {
        readings.filter(|r| !r.usage.keep && self.may_hold(&r.small)).find_map(|r| {
            let mut wanted = Wanted::new(&r.small);
            (0..=GAP).find_map(|gap| self.written(&mut wanted, gap))
        })
    }

    /// Whether the word that `long`, which is in small letters, begins with is here, which it must be
    /// unless it is a light one.
    fn may_hold(&self, long: &str) -> bool {
        let first = trim(long.split(' ').next().unwrap_or_default());
        is_light(first) || self.small.iter().any(|word| word == first)
    }

    /// Where the words of a long form stand, `gap` words before the end; marks and function words
    /// may be there or not, and its last words may have changed places (nhỏ và vừa, vừa và nhỏ).
    fn written(&self, wanted: &mut Wanted<'_>, gap: usize) -> Option<Range<usize>> {
        let end = self.small.len().checked_sub(gap)?;
        let mut at = end;
        let mut first = None;
        wanted.left.clone_from(&wanted.words);
        while !wanted.left.is_empty() {
            at = at.checked_sub(1)?;
            let word = self.small(at);
            if !is_light(word) {
                let found = wanted.left.iter().position(|wanted| *wanted == word)?;
                first = Some(wanted.left.swap_remove(found));
            }
        }
        if first != wanted.words.first().copied() {
            return None;
        }
        // "Các Tiểu vương quốc …": a function word that the reading begins with is part of it.
        if at > 0 && wanted.article == Some(self.small(at - 1)) {
            at -= 1;
        }
        (at < end).then_some(at..end)
    }

    /// A name that begins with the word for a kind of body, when the list does not know better.
    fn headed<'r, I>(&self, short: &str, readings: I) -> Option<Range<usize>>
    where
        I: Iterator<Item = &'r Reading> + Clone,
    {
        let shaped = short.chars().filter(|c| c.is_uppercase()).nth(1).is_some();
        let listed = readings.clone().next().is_some();
        let akin = readings.filter(|r| !r.usage.keep).any(|r| self.shares(&r.small));
        if !akin && (listed || !shaped) {
            return None;
        }
        let breaks = |i: usize| {
            let word = self.small(i);
            BREAKS.contains(&word) || matches!(word, "và" | ",") && self.is_head(i + 1)
        };
        let end = self.words.len();
        let low = (0..end).rev().find(|&i| breaks(i)).map_or(0, |i| i + 1);
        let comma = (low..end).rev().find(|&i| self.small(i) == ",").map_or(low, |i| i + 1);
        let capital =
            |&i: &usize| self.words.get(i).is_some_and(|w| w.starts_with(char::is_uppercase));
        let heads = |from: usize| (from..end.saturating_sub(2)).filter(|&i| self.is_head(i));
        let start = heads(comma)
            .find(capital)
            .or_else(|| heads(low).find(capital))
            .or_else(|| heads(low).next())?;
        Some(start..end)
    }

    fn small(&self, i: usize) -> &str {
        self.small.get(i).map_or("", |word| word)
    }

    fn is_head(&self, i: usize) -> bool {
        let (one, two) = (self.small(i), self.small(i + 1));
        HEADS.iter().any(|head| match head.split_once(' ') {
            Some((first, second)) => first == one && second == two,
            None => *head == one,
        })
    }

    /// Whether half the words of `long`, which is in small letters, are here: another wording of the
    /// same name.
    fn shares(&self, long: &str) -> bool {
        let here = |word: &&str| self.small.iter().any(|small| small == word);
        let shared = long.split(' ').filter(here).count();
        shared * 2 >= long.split(' ').count()
    }
}

/// The words of a long form that must be there.
struct Wanted<'w> {
    words: Vec<&'w str>,
    /// Those not found yet.
    left: Vec<&'w str>,
    /// The function word it begins with.
    article: Option<&'w str>,
}

impl<'w> Wanted<'w> {
    /// Those of `long`, which is in small letters.
    fn new(long: &'w str) -> Self {
        let words: Vec<&str> = long.split(' ').map(trim).filter(|word| !is_light(word)).collect();
        let article = long.split(' ').next().filter(|word| is_light(word));
        Self { left: Vec::with_capacity(words.len()), words, article }
    }
}

/// A word without the marks around it.
fn trim(word: &str) -> &str {
    word.trim_matches(|c| !is_alphanumeric(c))
}

/// Whether a long form may have `word` or not: a mark or a function word.
fn is_light(word: &str) -> bool {
    is_function_word(word) || !word.starts_with(is_alphanumeric)
}
