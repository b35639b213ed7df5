//! Which provinces and districts a document speaks of.

use super::candidate::{Candidate, Name};
use crate::entity::gazetteer::UnitId;
use crate::entity::place::PlaceKind;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

/// How often the document names what surely lies in a province or district.
#[derive(Debug, Default)]
pub(super) struct Votes {
    by_code: FxHashMap<UnitId, i32>,
    most: i32,
}

impl Votes {
    /// Counts names whose best candidates lie in one province, or in one district.
    fn of(names: &[Name]) -> Self {
        let mut votes = Self::default();
        for name in names {
            let Some(top) = name.top() else { continue };
            if top.is_small() && !name.is_typed() {
                continue;
            }
            let weight = name.mentions.min(6);
            let keys: [fn(&Candidate) -> Option<UnitId>; 3] =
                [|c| Some(c.line.modern), |c| Some(c.line.province), district];
            let mut last = None;
            for key in keys {
                let code = key(top);
                if code != last && name.leaders().all(|c| key(c) == code) {
                    votes.add(code, weight);
                }
                last = code;
            }
        }
        votes
    }

    /// Whether the document names none.
    pub(super) fn is_empty(&self) -> bool {
        self.most == 0
    }

    fn add(&mut self, code: Option<UnitId>, weight: i32) {
        if let Some(code) = code {
            let count = self.by_code.entry(code).or_default();
            *count += weight;
            self.most = self.most.max(*count);
        }
    }

    /// Counts twice, since the first votes decide names that vote in the second round.
    pub(super) fn settle(names: &mut [Name]) -> Self {
        let mut votes = Self::default();
        for _ in 0..2 {
            votes = Self::of(names);
            names.iter_mut().for_each(|name| votes.apply(name));
        }
        votes
    }

    /// Gives the candidates of a name what the document says for them, and sorts them anew.
    fn apply(&self, name: &mut Name) {
        for candidate in &mut name.candidates {
            let line = candidate.line;
            let province =
                self.share(Some(line.province)).max(self.share(Some(line.modern)) * 2 / 3);
            let votes = match candidate.level {
                PlaceKind::Province => 0,
                PlaceKind::District => province,
                _ => province + self.share(district(candidate)),
            };
            candidate.score += votes - candidate.votes;
            candidate.votes = votes;
        }
        name.candidates.sort_by_key(|c| (-c.score, Reverse(c.unit)));
    }

    /// Up to 20 for what the document speaks of most.
    fn share(&self, code: Option<UnitId>) -> i32 {
        let count = code.and_then(|code| self.by_code.get(&code)).copied().unwrap_or(0);
        20 * count / self.most.max(4)
    }
}

/// The district a unit is or lies in.
fn district(candidate: &Candidate) -> Option<UnitId> {
    match candidate.level {
        PlaceKind::District => Some(candidate.line.own),
        _ => candidate.line.parent.filter(|&parent| parent != candidate.line.province),
    }
}
