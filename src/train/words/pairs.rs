//! Which pairs of syllables have weights.

use super::Options;
use super::examples::Run;
use super::fit::Fit;
use crate::segment::learning::{Flags, Lexicon, MARGIN, link};
use std::collections::BTreeMap;

/// Pairs in order, with how often they occur. The first has no weights: it stands for all others.
#[derive(Clone, Debug)]
pub(super) struct Pairs {
    list: Vec<(u16, u16, u32)>,
}

impl Pairs {
    /// The pairs that occur often enough.
    pub(super) fn count(runs: &[Run], options: Options) -> Self {
        let mut counts: rustc_hash::FxHashMap<(u16, u16), u32> = Default::default();
        for run in runs {
            let inner = run.items.get(MARGIN..run.items.len() - MARGIN).unwrap_or_default();
            let heft = run.weights.iter().fold(1.0f32, |most, w| most.max(*w)) as u32;
            for (a, b) in inner.iter().zip(inner.iter().skip(1)) {
                *counts.entry((a.number, b.number)).or_default() += heft;
            }
        }
        let counts: BTreeMap<_, _> = counts.into_iter().collect();
        let frequent = counts.into_iter().filter(|&(_, count)| count >= options.pair_count);
        let list = frequent.map(|((a, b), count)| (a, b, count));
        Self { list: std::iter::once((0, 0, 0)).chain(list).collect() }
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// Makes a lexicon of `words` in which each pair has its number, and looks all runs up in it.
    pub(super) fn number(&self, lexicon: &Lexicon, words: &[&str], runs: &mut [Run]) {
        let mut lexicon = lexicon.clone();
        for (number, &(a, b, _)) in self.list.iter().enumerate() {
            lexicon.set_pair(a, b, (number as u32) << Flags::BITS);
        }
        let mut numbers = Vec::new();
        for word in words {
            if lexicon.known(word, &mut numbers) {
                lexicon.add(&numbers, Flags::WORD);
            }
        }
        runs.iter_mut().for_each(|run| link(&lexicon, run.inner()));
    }

    /// Keeps the `most` pairs whose weights change most decisions.
    pub(super) fn keep(&mut self, most: usize, fit: &Fit) {
        let gain = |number: usize, count: u32| {
            let weights = fit.pair(number);
            let largest = weights.iter().fold(0f32, |most, w| most.max(w.abs()));
            largest * (count as f32).sqrt()
        };
        let mut ranked: Vec<(f32, usize)> = self
            .list
            .iter()
            .enumerate()
            .skip(1)
            .map(|(number, &(_, _, count))| (gain(number, count), number))
            .collect();
        ranked.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
        ranked.truncate(most);
        let mut kept: Vec<usize> = ranked.into_iter().map(|(_, number)| number).collect();
        kept.sort_unstable();
        let kept = kept.into_iter().filter_map(|number| self.list.get(number).copied());
        self.list = std::iter::once((0, 0, 0)).chain(kept).collect();
    }

    /// The pairs with their weights, rounded.
    pub(super) fn weights(&self, fit: &Fit) -> Vec<(u16, u16, [i8; 4])> {
        let pairs = self.list.iter().enumerate().skip(1);
        pairs
            .map(|(number, &(a, b, _))| (a, b, fit.rounded_pair(number)))
            .filter(|(.., w)| *w != [0; 4])
            .collect()
    }
}
