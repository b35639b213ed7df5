//! The sum of the weights of a token's features.

use super::table::{Rows, ZERO};
use super::{LANES, Layer, ROW, Scores};
use crate::entity::features::{Keys, key};

/// Takes a token's features and adds up their weights, all at once.
pub(super) struct Scorer<'t> {
    rows: Rows<'t>,
    features: [u64; MOST],
    len: usize,
}

/// More features than a token has in any layer; a power of two.
const MOST: usize = 128;

impl Keys for Scorer<'_> {
    #[inline(always)]
    #[allow(clippy::indexing_slicing)] // masked by the length
    fn push(&mut self, feature: u64, says: bool) {
        if says {
            self.features[self.len % MOST] = feature;
            self.len += 1;
        }
    }
}

impl<'t> Scorer<'t> {
    /// One without features.
    pub(super) fn new(rows: Rows<'t>) -> Self {
        Self { rows, features: [0; MOST], len: 0 }
    }

    /// Adds the weights of all layers to `scores` and is empty again.
    #[inline(never)]
    pub(super) fn add_all(&mut self, scores: &mut Scores) {
        *scores = self.sum::<ROW>(0, *scores);
    }

    /// Adds the weights of features that only this layer sees.
    #[inline(never)]
    pub(super) fn add_to(&mut self, layer: Layer, scores: &mut Scores) {
        let own = scores.get_mut(layer.offset()..).and_then(|own| own.first_chunk_mut());
        if let Some(own) = own {
            *own = self.sum::<LANES>(layer.offset(), *own);
        }
    }

    /// The scores with the weights from `offset` on.
    #[inline(always)]
    fn sum<const N: usize>(&mut self, offset: usize, scores: [i16; N]) -> [i16; N] {
        // A copy, which stays in registers.
        let mut sum = scores;
        let features = self.features.get(..self.len).unwrap_or_default();
        for &feature in features {
            let row = self.rows.of(key(feature)).get(offset..).and_then(|row| row.first_chunk());
            let weights: &[u8; N] = row.unwrap_or(&[ZERO; N]);
            for (score, &weight) in sum.iter_mut().zip(weights) {
                *score = score.wrapping_add(weight.into());
            }
        }
        let zeros = i16::from(ZERO).wrapping_mul(features.len() as i16);
        self.len = 0;
        sum.map(|score| score.wrapping_sub(zeros))
    }
}
