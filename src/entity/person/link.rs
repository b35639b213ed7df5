//! Which person holds a title: grammar of the sentence.

use super::{Kind, Piece};
use crate::entity::cue::word_key;
use crate::entity::sheet::{Shape, Sheet, Sight};

/// What stands between two pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gap {
    /// Nothing, an honorific, a colon, a quotation mark.
    None,
    /// A comma, a dash, a bracket, `là`, `kiêm`.
    Mark,
    /// `và`, `cùng`, a semicolon.
    And,
    /// Words.
    Words,
}

/// Pairs of a title and the person who holds it, as indices of `pieces`, by person.
pub(super) fn holders(pieces: &[Piece], sheet: &Sheet) -> Vec<(usize, usize)> {
    let ands = ["và", "cùng", "với"].map(word_key);
    let marks = ["là", "kiêm", "nay", "hiện"].map(word_key);
    // Honorifics say nothing here.
    let order: Vec<usize> = pieces
        .iter()
        .enumerate()
        .filter(|(_, p)| p.kind != Kind::Honorific)
        .map(|(i, _)| i)
        .collect();
    let piece = |i: usize| order.get(i).and_then(|&i| pieces.get(i));
    let is = |i: usize, kind: Kind| piece(i).is_some_and(|p| p.kind == kind);
    // gaps[i] stands before piece i of `order`: what it is, and whether an honorific is in it.
    let gaps: Vec<(Gap, bool)> = (0..order.len())
        .map(|i| {
            let (Some(before), Some(&at)) = (i.checked_sub(1), order.get(i)) else {
                return (Gap::Words, false);
            };
            let last = order.get(before).copied().unwrap_or_default();
            // All pieces between the two are honorifics.
            let around = pieces.get(last..=at).unwrap_or_default();
            let sights = around.windows(2).flat_map(|pair| match pair {
                [a, b] => sheet.sights.get(a.tokens.end..b.tokens.start).unwrap_or_default(),
                _ => &[],
            });
            (gap(sights, &ands, &marks), around.len() > 2)
        })
        .collect();
    let gap_at = |i: usize| gaps.get(i).map_or(Gap::Words, |g| g.0);

    let mut pairs = Vec::new();
    let mut i = 0;
    while i < order.len() {
        if !is(i, Kind::Title) {
            i += 1;
            continue;
        }
        let first = i;
        while is(i + 1, Kind::Title) && gap_at(i + 1) != Gap::Words {
            i += 1;
        }
        let last = i;
        i += 1;
        let back = first.checked_sub(1).filter(|&p| is(p, Kind::Person));
        let ahead = Some(last + 1).filter(|&p| is(p, Kind::Person));
        let behind = gap_at(first);
        let before = gap_at(last + 1);
        // The first title of the chain that looks ahead.
        let turn = match (back, ahead) {
            (None, Some(_)) => first,
            (Some(_), Some(_)) if before == Gap::None => {
                if behind == Gap::Mark && last > first {
                    let and = (first + 1..=last).rev().find(|&t| gap_at(t) == Gap::And);
                    and.unwrap_or(last)
                } else {
                    first
                }
            }
            (Some(_), _) => last + 1,
            (None, None) => continue,
        };
        for t in first..=last {
            let holder = if t < turn { back } else { ahead };
            let Some(holder) = holder else { continue };
            pairs.push((t, holder));
        }
        // `diễn viên A, B và C`: the title before the first is all of theirs.
        if turn <= last && before == Gap::None {
            let mut next = last + 2;
            while is(next, Kind::Person)
                && matches!(gap_at(next), Gap::Mark | Gap::And)
                && !gaps.get(next).is_some_and(|g| g.1)
            {
                if is(next + 1, Kind::Title) && gap_at(next + 1) == Gap::Mark {
                    break;
                }
                pairs.extend((turn..=last).map(|t| (t, next)));
                next += 1;
            }
        }
    }
    pairs.into_iter().filter_map(|(t, p)| Some((*order.get(t)?, *order.get(p)?))).collect()
}

fn gap<'s>(sights: impl Iterator<Item = &'s Sight>, ands: &[u32], marks: &[u32]) -> Gap {
    let mut found = Gap::None;
    for s in sights {
        let this = match s.shape {
            Shape::Colon | Shape::Quote => continue,
            Shape::Comma | Shape::Dash | Shape::Open | Shape::Close => Gap::Mark,
            Shape::Semicolon => Gap::And,
            _ if ands.contains(&s.word) => Gap::And,
            _ if marks.contains(&s.word) => Gap::Mark,
            _ => return Gap::Words,
        };
        if found != Gap::And {
            found = this;
        }
    }
    found
}
