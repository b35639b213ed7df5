//! The sum of the weights of a token's features.

use super::Scores;
use super::table::Table;
use crate::entity::features::Keys;

/// Keeps those of a token's features that are likely to have weights, and adds these up.
pub(super) struct Sieve<'t> {
    table: &'t Table,
    /// Their places in the table and their keys.
    kept: [(u32, u32); MOST],
    len: usize,
}

/// More features than a token has in any layer; a power of two.
const MOST: usize = 128;

impl Keys for Sieve<'_> {
    /// Without a branch, as nobody can guess which features have weights.
    #[inline(always)]
    #[allow(clippy::indexing_slicing)] // masked by the length
    fn key(&mut self, key: u32) {
        let (place, likely) = self.table.place(key);
        self.kept[self.len % MOST] = (place, key);
        self.len += usize::from(likely);
    }
}

impl<'t> Sieve<'t> {
    /// An empty one.
    pub(super) fn new(table: &'t Table) -> Self {
        Self { table, kept: [(0, 0); MOST], len: 0 }
    }

    /// Adds all weights to `scores`, all loads at once, and is empty again.
    #[inline(never)]
    pub(super) fn add_to(&mut self, scores: &mut Scores) {
        // A copy, which stays in registers.
        let mut sum = *scores;
        let kept = self.kept.get(..self.len).unwrap_or_default();
        for row in kept.iter().filter_map(|&(place, key)| self.table.row(place, key)) {
            add(&mut sum, row.map(i16::from));
        }
        *scores = sum;
        self.len = 0;
    }
}

fn add(to: &mut Scores, weights: Scores) {
    for (score, weight) in to.iter_mut().zip(weights) {
        *score = score.wrapping_add(weight);
    }
}
