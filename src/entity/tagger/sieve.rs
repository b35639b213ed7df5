//! The sum of the weights of a token's features.

use super::table::Table;
use super::{ROW, Scores};
use crate::entity::features::Keys;

/// Keeps those of a token's features that are likely to have weights, and adds these up.
pub(super) struct Sieve<'t> {
    table: &'t Table,
    /// Their places in the table and their keys.
    kept: [(u32, u32); MOST],
    len: usize,
    /// The sum of the groups of features so far.
    sum: Scores,
    /// The sums of groups seen before, each at a place that what was seen chooses; news says the
    /// same all over again, so that three of four need no other look.
    groups: Vec<(u64, Scores)>,
}

/// More features than a token has in any layer; a power of two.
const MOST: usize = 128;

/// Sums that are remembered, as a power of two.
const GROUPS: u32 = 9;

impl Keys for Sieve<'_> {
    /// Without a branch, as nobody can guess which features have weights.
    #[inline(always)]
    #[allow(clippy::indexing_slicing)] // masked by the length
    fn key(&mut self, key: u32) {
        let (place, likely) = self.table.place(key);
        self.kept[self.len % MOST] = (place, key);
        self.len += usize::from(likely);
    }

    #[inline(always)]
    fn group(&mut self, seen: u64, keys: impl FnOnce(&mut Self)) {
        let at = seen.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - GROUPS);
        let sum = match self.groups.get(at as usize) {
            Some((known, sum)) if *known == seen => *sum,
            _ => {
                let before = self.len;
                keys(self);
                let mut sum = [0; ROW];
                self.add_from(before, &mut sum);
                if let Some(place) = self.groups.get_mut(at as usize) {
                    *place = (seen, sum);
                }
                sum
            }
        };
        add(&mut self.sum, sum);
    }
}

impl<'t> Sieve<'t> {
    /// An empty one.
    pub(super) fn new(table: &'t Table) -> Self {
        let groups = vec![(u64::MAX, [0; ROW]); 1 << GROUPS];
        Self { table, kept: [(0, 0); MOST], len: 0, sum: [0; ROW], groups }
    }

    /// Adds all weights to `scores` and is empty again.
    pub(super) fn add_to(&mut self, scores: &mut Scores) {
        add(scores, std::mem::take(&mut self.sum));
        self.add_from(0, scores);
    }

    /// Adds the weights of what was kept from `first` on, all loads at once, and forgets it.
    #[inline(never)]
    fn add_from(&mut self, first: usize, scores: &mut Scores) {
        // A copy, which stays in registers.
        let mut sum = *scores;
        let kept = self.kept.get(first..self.len).unwrap_or_default();
        for row in kept.iter().filter_map(|&(place, key)| self.table.row(place, key)) {
            add(&mut sum, row.map(i16::from));
        }
        *scores = sum;
        self.len = first;
    }
}

fn add(to: &mut Scores, weights: Scores) {
    for (score, weight) in to.iter_mut().zip(weights) {
        *score = score.wrapping_add(weight);
    }
}
