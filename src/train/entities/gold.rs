//! Articles annotated in brat's standoff format.

// Learning runs at a desk, over arrays it made itself.
#![allow(clippy::indexing_slicing)]

use crate::Span;
use rustc_hash::FxHashMap;

/// What a gold span is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Kind {
    Person,
    Place,
    Title,
    Honorific,
    Organization,
}

/// An article with what people found in it.
#[derive(Clone, Debug)]
pub struct Article {
    /// The name in messages.
    pub name: String,
    /// The text as published.
    pub text: String,
    pub(super) spans: Vec<(Kind, Span)>,
    /// (person, title).
    pub(super) holds: Vec<(Span, Span)>,
    /// Pairs of mentions of one person, the earlier first.
    pub(super) same: Vec<(Span, Span)>,
    /// Whether it is a whole article, no sentence from the midst of one.
    pub(super) whole: bool,
}

impl Article {
    /// Reads the standoff annotation `ann` of `text`, whose offsets are code points.
    ///
    /// Lines of other types of spans and relations are passed over.
    #[must_use]
    pub fn parse(name: &str, text: &str, ann: &str) -> Self {
        let mut bytes: Vec<usize> = text.char_indices().map(|(i, _)| i).collect();
        bytes.push(text.len());
        let at = |s: &str| s.parse().ok().and_then(|i: usize| bytes.get(i).copied());
        let mut by_id: FxHashMap<&str, (Kind, Span)> = FxHashMap::default();
        let mut links = Vec::new();
        for line in ann.lines() {
            let mut columns = line.split('\t');
            let (Some(id), Some(what)) = (columns.next(), columns.next()) else { continue };
            let parts: Vec<&str> = what.split(' ').collect();
            let [what, a, b] = parts[..] else { continue };
            let kind = match what {
                "PERSON" => Kind::Person,
                "PLACE" => Kind::Place,
                "TITLE" => Kind::Title,
                "HONORIFIC" => Kind::Honorific,
                "ORGANIZATION" => Kind::Organization,
                "holds" | "same" => {
                    links.push((what, a, b));
                    continue;
                }
                _ => continue,
            };
            if let (Some(a), Some(b)) = (at(a), at(b)) {
                by_id.insert(id, (kind, Span::new(a, b)));
            }
        }
        let span = |arg: &str| arg.split_once(':').and_then(|(_, id)| by_id.get(id)).map(|x| x.1);
        let mut holds = Vec::new();
        let mut head: FxHashMap<Span, Span> = FxHashMap::default();
        for (what, a, b) in links {
            let (Some(a), Some(b)) = (span(a), span(b)) else { continue };
            if what == "holds" {
                holds.push((a, b));
            } else {
                head.insert(a, b);
            }
        }
        let mut spans: Vec<(Kind, Span)> = by_id.into_values().collect();
        spans.sort_unstable_by_key(|&(k, s)| (s, k));
        let people: Vec<Span> = spans.iter().filter(|s| s.0 == Kind::Person).map(|s| s.1).collect();
        let first = |s: &Span| head.get(s).copied().unwrap_or(*s);
        let same = people
            .iter()
            .flat_map(|a| people.iter().map(move |b| (*a, *b)))
            .filter(|(a, b)| a < b && first(a) == first(b))
            .collect();
        Self { name: name.into(), text: text.into(), spans, holds, same, whole: true }
    }

    /// A sentence from the midst of an article.
    pub(super) fn sentence(name: String, text: String, spans: Vec<(Kind, Span)>) -> Self {
        Self { name, text, spans, holds: Vec::new(), same: Vec::new(), whole: false }
    }
}
