//! Strict scores: a span is right when both ends and its type are.

// Learning runs at a desk, over arrays it made itself.
#![allow(clippy::indexing_slicing)]

use super::Lesson;
use super::gold::{Article, Kind};
use crate::{Entities, Extractor, Span};
use rustc_hash::FxHashSet;

/// Right, found and gold items of one type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Found and right.
    pub right: usize,
    /// Found.
    pub found: usize,
    /// In the gold.
    pub gold: usize,
}

impl Row {
    /// The harmonic mean of precision and recall, in percent.
    #[must_use]
    pub fn f1(self) -> f64 {
        200.0 * self.right as f64 / (self.found + self.gold).max(1) as f64
    }
}

/// Scores by type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scores {
    rows: [Row; 7],
    /// What was missed (`-`) and what was wrong (`+`), where asked for.
    pub errors: Vec<String>,
}

const NAMES: [&str; 7] = ["PERSON", "PLACE", "TITLE", "HONORIFIC", "ORGANIZATION", "HOLDS", "SAME"];

impl Scores {
    /// The types with their scores.
    pub fn rows(&self) -> impl Iterator<Item = (&'static str, Row)> {
        NAMES.into_iter().zip(self.rows)
    }
}

/// Adds what `extractor` finds in the article to the scores; `show` asks for the errors of a type, or of
/// `ALL`.
pub fn evaluate(article: &Article, extractor: &Extractor, show: Option<&str>, scores: &mut Scores) {
    compare(article, &extractor.extract(&article.text), show, scores);
}

/// The same for what follows from the gold spans: who holds what, which mentions are one person.
pub fn evaluate_links(
    article: &Article,
    extractor: &Extractor,
    show: Option<&str>,
    scores: &mut Scores,
) {
    let found = Lesson::new(article, extractor).entities(extractor, article);
    compare(article, &found, show, scores);
}

fn compare(article: &Article, found: &Entities, show: Option<&str>, scores: &mut Scores) {
    let mut items: [FxHashSet<(Span, Span)>; 7] = Default::default();
    let one = |s: Span| (s, s);
    for person in &found.people {
        let spans: Vec<Span> = person.mentions.iter().map(|m| m.span).collect();
        for (i, a) in spans.iter().enumerate() {
            items[6].extend(spans.iter().skip(i + 1).map(|b| (*a, *b)));
        }
        for mention in &person.mentions {
            items[0].insert(one(mention.span));
            items[3].extend(mention.honorific.map(one));
            for title in &mention.titles {
                items[2].insert(one(title.span));
                items[5].insert((mention.span, title.span));
            }
        }
    }
    items[1].extend(found.places.iter().map(|p| one(p.span)));
    items[4].extend(found.organizations.iter().map(|o| one(o.span)));
    let mut gold: [FxHashSet<(Span, Span)>; 7] = Default::default();
    for &(kind, span) in &article.spans {
        let row = match kind {
            Kind::Person => 0,
            Kind::Place => 1,
            Kind::Title => 2,
            Kind::Honorific => 3,
            Kind::Organization => 4,
        };
        gold[row].insert(one(span));
    }
    gold[5].extend(&article.holds);
    gold[6].extend(&article.same);
    for (i, (found, gold)) in items.iter().zip(&gold).enumerate() {
        let row = &mut scores.rows[i];
        row.right += found.intersection(gold).count();
        row.found += found.len();
        row.gold += gold.len();
        if show == Some(NAMES[i]) || show == Some("ALL") {
            let mut lines: Vec<(Span, String)> = Vec::new();
            for (sign, a, b) in [('-', gold, found), ('+', found, gold)] {
                for &(x, y) in a.difference(b) {
                    lines.push((
                        x,
                        format!(
                            "{} {sign} {} {}-{} {}",
                            NAMES[i],
                            article.name,
                            x.start,
                            x.end,
                            around(&article.text, x, y)
                        ),
                    ));
                }
            }
            lines.sort();
            scores.errors.extend(lines.into_iter().map(|x| x.1));
        }
    }
}

fn around(text: &str, x: Span, y: Span) -> String {
    let mut a = x.start.saturating_sub(60);
    while !text.is_char_boundary(a) {
        a -= 1;
    }
    let mut b = (x.end + 60).min(text.len());
    while !text.is_char_boundary(b) {
        b += 1;
    }
    let pair = if x == y { String::new() } else { format!(" ~ [{}]", &text[y]) };
    format!("{}[{}]{}{pair}", &text[a..x.start], &text[x], &text[x.end..b]).replace('\n', "⏎")
}
