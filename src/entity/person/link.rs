//! Which person holds a title: grammar of the sentence.

use super::gap::{Gap, Link};
use super::{Kind, Piece};
use crate::entity::cue::Cue;
use crate::entity::sheet::Sheet;

/// A person or a title with what stands before it.
struct Item {
    /// Its index in the pieces.
    piece: usize,
    kind: Kind,
    gap: Gap,
    /// Whether it stands right behind words of office: `giữ chức`, `làm`.
    governed: bool,
}

/// Pairs of a title and the person who holds it, as indices of `pieces`, by person.
pub(super) fn holders(pieces: &[Piece], sheet: &Sheet) -> Vec<(usize, usize)> {
    let line = Line { items: items(pieces, sheet) };
    let mut pairs = Vec::new();
    let mut subjects = Subjects::default();
    let mut i = 0;
    while let Some(item) = line.items.get(i) {
        subjects.pass(&item.gap);
        if item.kind == Kind::Person {
            subjects.see(i);
            i += 1;
            continue;
        }
        let first = i;
        i += 1;
        while line.is(i, Kind::Title) && line.link(i) != Link::Words {
            subjects.pass(&line.gap(i));
            i += 1;
        }
        line.settle(first, i, subjects.last(), &mut pairs);
    }
    let piece = |i: usize| line.items.get(i).map(|item| item.piece);
    let mut pairs: Vec<_> =
        pairs.into_iter().filter_map(|(t, p)| Some((piece(t)?, piece(p)?))).collect();
    pairs.sort_unstable_by_key(|&(title, person)| (person, title));
    pairs.dedup();
    pairs
}

/// The people and titles; honorifics are part of what stands between.
fn items(pieces: &[Piece], sheet: &Sheet) -> Vec<Item> {
    let mut items = Vec::new();
    let mut gap = Gap::edge();
    let mut end = None;
    for (piece, at) in pieces.iter().enumerate() {
        let sights = |first: usize, last: usize| sheet.sights.get(first..last).unwrap_or_default();
        if let Some(end) = end {
            gap.read(sights(end, at.tokens.start), false);
        }
        end = Some(at.tokens.end);
        if at.kind == Kind::Honorific {
            gap.read(sights(at.tokens.start, at.tokens.end), true);
            continue;
        }
        let before = sheet.before(at.tokens.start);
        let governed =
            before.is_some_and(|s| s.cue == Cue::Office.code() || s.cue == Cue::Being.code());
        items.push(Item { piece, kind: at.kind, gap, governed });
        gap = Gap::default();
    }
    items
}

/// The last person named, by the brackets around.
#[derive(Default)]
struct Subjects {
    depth: usize,
    /// Of each depth, the outermost first.
    last: [Option<usize>; DEPTHS],
}

/// Brackets within brackets beyond are taken for one.
const DEPTHS: usize = 4;

impl Subjects {
    /// Goes over what stands between: who is named in a bracket is no subject behind it.
    fn pass(&mut self, gap: &Gap) {
        let least = self.depth.saturating_add_signed(gap.least);
        self.last.iter_mut().skip(least + 1).for_each(|last| *last = None);
        self.depth = self.depth.saturating_add_signed(gap.depth);
    }

    fn see(&mut self, person: usize) {
        if let Some(last) = self.last.get_mut(self.depth.min(DEPTHS - 1)) {
            *last = Some(person);
        }
    }

    fn last(&self) -> Option<usize> {
        self.last.iter().flatten().max().copied()
    }
}

/// The people and titles of a sentence.
struct Line {
    items: Vec<Item>,
}

/// So many people share an office at most.
const FELLOWS: usize = 64;

impl Line {
    fn is(&self, i: usize, kind: Kind) -> bool {
        self.items.get(i).is_some_and(|item| item.kind == kind)
    }

    fn gap(&self, i: usize) -> Gap {
        self.items.get(i).map_or_else(Gap::edge, |item| item.gap)
    }

    fn link(&self, i: usize) -> Link {
        self.gap(i).link
    }

    /// Finds the holders of the titles `first..end`, between which there are no other words; `back`
    /// is the last person named before.
    fn settle(
        &self,
        first: usize,
        end: usize,
        back: Option<usize>,
        pairs: &mut Vec<(usize, usize)>,
    ) {
        let ahead = self.is(end, Kind::Person).then_some(end);
        let governed = self.items.get(first).is_some_and(|item| item.governed);
        let turn = match (back, ahead) {
            (_, None) => end,
            (None, Some(_)) => first,
            (Some(back), Some(_)) => self.turn(first, end, back, governed),
        };
        if let Some(back) = back {
            pairs.extend((first..turn).map(|t| (t, back)));
            if governed {
                let fellows = self.fellows(back);
                pairs.extend(fellows.iter().flat_map(|&p| (first..turn).map(move |t| (t, p))));
            }
        }
        if let Some(ahead) = ahead.filter(|_| turn < end) {
            let people = self.list(ahead, governed);
            pairs.extend(people.iter().flat_map(|&p| (turn..end).map(move |t| (t, p))));
        }
    }

    /// The first of the titles `first..end` that is held by the person behind them, not by the one
    /// before.
    fn turn(&self, first: usize, end: usize, back: usize, governed: bool) -> usize {
        let beside = back + 1 == first && matches!(self.link(first), Link::Mark | Link::Is);
        match self.link(end) {
            Link::Nothing | Link::Is if beside || governed => {
                if end - first == 1 {
                    first
                } else {
                    let and = (first + 1..end).rev().find(|&t| self.link(t) == Link::And);
                    and.unwrap_or(end - 1)
                }
            }
            Link::Nothing | Link::Is | Link::List => first,
            Link::To if governed => first,
            // `theo Giám đốc Sở, ông A`
            Link::Mark if self.link(first) == Link::Words && !governed => first,
            _ => end,
        }
    }

    /// Those named together with the subject: `ông A, Giám đốc, và ông B được bầu làm Chủ tịch`.
    fn fellows(&self, subject: usize) -> Vec<usize> {
        let mut fellows = Vec::new();
        let mut person = subject;
        while fellows.len() < FELLOWS {
            let mut first = person;
            while first > 0 && self.link(first) == Link::Nothing && self.is(first - 1, Kind::Title)
            {
                first -= 1;
            }
            let joined = match self.link(first) {
                Link::And => true,
                Link::Mark => !fellows.is_empty(),
                _ => false,
            };
            let Some(mut other) = first.checked_sub(1).filter(|_| joined) else { break };
            while other > 0 && self.is(other, Kind::Title) && self.link(other) == Link::Mark {
                other -= 1;
            }
            if !self.is(other, Kind::Person) {
                break;
            }
            fellows.push(other);
            person = other;
        }
        fellows
    }

    /// The person behind a title and those who share it: `diễn viên A, B và C`.
    fn list(&self, first: usize, governed: bool) -> Vec<usize> {
        let gap = self.gap(first);
        let several = gap.several || gap.link == Link::List || governed && gap.link == Link::To;
        let mut people = vec![first];
        let mut next = first + 1;
        loop {
            // Titles of the one before.
            let own = next;
            while self.is(next, Kind::Title) && self.link(next) == Link::Mark {
                next += 1;
            }
            let pre = self.link(next) == Link::Nothing && next > own;
            let goes_on = self.is(next, Kind::Person)
                && matches!(self.link(next), Link::Mark | Link::And)
                && (several || !self.gap(next).honorific && next == own)
                // Another list begins.
                && !self.gap(next).several
                && !pre;
            let titled = self.is(next + 1, Kind::Title)
                && self.link(next + 1) == Link::Mark
                && !(self.is(next + 2, Kind::Person) && self.link(next + 2) == Link::Nothing);
            if !goes_on || titled && !several || people.len() == FELLOWS {
                return people;
            }
            people.push(next);
            next += 1;
        }
    }
}
