//! What stands around a place: the address it is part of, the other places of its sentence.

use super::candidate::{Candidate, Lineage, Name};
use crate::Span;
use crate::entity::place::PlaceKind;
use std::hash::{Hash, Hasher};

/// Between the levels of an address, and between the names of a list.
const JOINTS: &[&str] = &[
    "",
    ",",
    "(",
    "-",
    "–",
    "—",
    "thuộc",
    ", thuộc",
    "(thuộc",
    "của",
    "ở",
    "tại",
    ", ở",
    ", của",
    "và",
    "/",
];

/// How many names of a list stand before the unit they all lie in.
const LIST: usize = 8;

/// A province or district beside a place, and how much it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Near {
    line: Lineage,
    weight: i32,
}

impl Hash for Near {
    /// The code of a unit tells all of its line but the state it was in.
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.line.own, self.weight).hash(state);
    }
}

/// At most this many neighbours count.
pub(super) type Nears = [Option<Near>; 4];

/// One mention, for its neighbours.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    pub(super) name: usize,
    pub(super) sentence: usize,
    /// Whether nothing but a joint stands between it and the next mention.
    pub(super) joined: bool,
    /// What it most likely is, where that is a province or district.
    pub(super) above: Option<Lineage>,
}

/// What stands around mention `at`.
pub(super) fn nears(mentions: &[Mention], at: usize) -> Nears {
    let mut nears = [None; 4];
    let (Some(here), Some(before), Some(after)) =
        (mentions.get(at), mentions.get(..at), mentions.get(at + 1..))
    else {
        return nears;
    };
    let mut free = nears.iter_mut();
    let mut add = |mention: &Mention, weight| {
        if let Some(line) = mention.above {
            free.next().map(|slot| *slot = Some(Near { line, weight })).is_some()
        } else {
            true
        }
    };
    let mut chained = here.joined;
    for mention in after.iter().take(LIST) {
        if mention.sentence != here.sentence || !add(mention, if chained { 60 } else { 20 }) {
            break;
        }
        chained &= mention.joined;
    }
    chained = true;
    for mention in before.iter().rev().take(LIST / 2) {
        if mention.sentence != here.sentence {
            break;
        }
        chained &= mention.joined;
        if !add(mention, if chained { 30 } else { 15 }) {
            break;
        }
    }
    nears
}

/// Whether nothing but a joint stands between the two.
pub(super) fn joined(text: &str, a: Span, b: Span) -> bool {
    let between = text.get(a.end..b.start).unwrap_or("?");
    between.len() <= 16 && JOINTS.contains(&between.trim().trim_start_matches(')').trim())
}

/// What the neighbours say for a candidate.
pub(super) fn support(nears: &Nears, candidate: &Candidate) -> i32 {
    let line = candidate.line;
    let says = |near: &Near| {
        if near.line.own == line.own || candidate.level == PlaceKind::Province {
            0
        } else if line.parent == Some(near.line.own) {
            near.weight
        } else if near.line.own == line.province {
            near.weight * 2 / 3
        } else if near.line.own == near.line.province && near.line.modern == line.modern {
            near.weight / 2
        } else if near.weight == 60 && candidate.is_small() {
            // The address goes on elsewhere.
            -40
        } else {
            0
        }
    };
    nears.iter().flatten().map(says).sum()
}

/// Whether a name stands for a province or district that can lie above others.
pub(super) fn above(name: &Name) -> Option<Lineage> {
    name.top().filter(|c| !c.is_small()).map(|c| c.line)
}
