//! The sum of the weights of a token's features.

use super::table::{Rows, ZERO};
use super::{LANES, Layer, ROW, Scores};
use crate::entity::features::{Keys, key};

/// Adds up the weights of a token's features, all at once.
pub(super) struct Scorer<'t> {
    rows: Rows<'t>,
    features: [u64; MOST],
}

/// More features than a token has in any layer; a power of two.
const MOST: usize = 128;

/// A feature without weights.
const NOTHING: u64 = 0;

/// Takes a token's features. The number of them stays in a register as they are pushed.
pub(super) struct Taken<'f> {
    features: &'f mut [u64; MOST],
    len: usize,
}

impl Keys for Taken<'_> {
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
    pub(super) fn new(rows: Rows<'t>) -> Self {
        Self { rows, features: [0; MOST] }
    }

    /// Takes the features that `push` pushes, and tells how many they are.
    #[inline(always)]
    fn take(&mut self, push: impl FnOnce(&mut Taken<'_>)) -> usize {
        let mut taken = Taken { features: &mut self.features, len: 0 };
        push(&mut taken);
        let len = taken.len;
        taken.push(NOTHING, len % 2 == 1);
        taken.len
    }

    /// Adds the weights of all layers to `scores`.
    #[inline(always)]
    pub(super) fn add_all(&mut self, scores: &mut Scores, push: impl FnOnce(&mut Taken<'_>)) {
        let len = self.take(push);
        *scores = self.sum::<ROW>(len, 0, *scores);
    }

    /// Adds the weights of features that only this layer sees.
    #[inline(always)]
    pub(super) fn add_to(
        &mut self,
        layer: Layer,
        scores: &mut Scores,
        push: impl FnOnce(&mut Taken<'_>),
    ) {
        let len = self.take(push);
        let own = scores.get_mut(layer.offset()..).and_then(|own| own.first_chunk_mut());
        if let Some(own) = own {
            *own = self.sum::<LANES>(len, layer.offset(), *own);
        }
    }

    /// The scores with the weights from `offset` on of the first `len` features.
    #[inline(never)]
    fn sum<const N: usize>(&self, len: usize, offset: usize, scores: [i16; N]) -> [i16; N] {
        // A copy, which stays in registers.
        let mut sum = scores;
        let features = self.features.get(..len).unwrap_or_default();
        for pair in features.as_chunks::<2>().0 {
            for &feature in pair {
                let row =
                    self.rows.of(key(feature)).get(offset..).and_then(|row| row.first_chunk());
                let weights: &[u8; N] = row.unwrap_or(&[ZERO; N]);
                for (score, &weight) in sum.iter_mut().zip(weights) {
                    *score = score.wrapping_add(weight.into());
                }
            }
        }
        let zeros = i16::from(ZERO).wrapping_mul(features.len() as i16);
        sum.map(|score| score.wrapping_sub(zeros))
    }
}
