//! Learns where words end.
//!
//! Logistic regression over the features of each gap between two syllables, fitted by AdaGrad in
//! several passes over all corpora in a random order; then the pairs that matter least are
//! dropped and the rest is fitted again and rounded to what the file holds.

mod corpus;
mod examples;
mod fit;
mod pairs;

pub use corpus::{Score, Sentence, read_conllu, read_joined, score};

use crate::segment::learning::{Lexicon, Parts};
use crate::table;
use fit::Fit;
use pairs::Pairs;

/// Sentences with what an error in one of them counts.
#[derive(Clone, Debug)]
pub struct Corpus {
    /// Sentences with their words.
    pub sentences: Vec<Sentence>,
    /// What they count beside those of other corpora.
    pub weight: f32,
}

/// How to learn.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Options {
    /// Passes over all corpora.
    pub passes: usize,
    /// Step of the first update.
    pub rate: f32,
    /// Share of runs that are shown in small letters, so that capitals do not decide alone.
    pub lowered: f32,
    /// A syllable outside the lexicon is known if it occurs so often.
    pub syllable_count: u32,
    /// A pair outside the lexicon is known if it occurs so often.
    pub pair_count: u32,
    /// So many pairs are kept in the end.
    pub pairs: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            passes: 2,
            rate: 0.15,
            lowered: 0.1,
            syllable_count: 10,
            pair_count: 2,
            pairs: 60_000,
        }
    }
}

/// Learns from `corpora` with the words of `list`, a lexicon as `data/lexicon.tsv` is one; gives
/// the bytes of `data/words.bin`.
#[must_use]
pub fn learn(corpora: &[Corpus], list: &str, options: Options) -> Vec<u8> {
    let words: Vec<&str> = table::rows(list).map(|row| row.text).collect();
    let syllables = examples::syllables(corpora, &words, options);
    let mut lexicon = Lexicon::with_capacity(syllables.len(), options.pairs);
    for line in &syllables {
        lexicon.surfaces.read(line);
    }
    let mut runs = examples::runs(corpora, &lexicon, options);
    examples::settle(&mut runs);

    let mut pairs = Pairs::count(&runs, options);
    pairs.number(&lexicon, &words, &mut runs);
    pairs.keep(options.pairs, &Fit::new(syllables.len(), pairs.len(), &runs, options));
    pairs.number(&lexicon, &words, &mut runs);
    let fit = Fit::new(syllables.len(), pairs.len(), &runs, options);

    let (pairs, rows, cells) = (pairs.weights(&fit), fit.rows(), fit.cells());
    let syllables: String = syllables.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
    Parts { syllables: &syllables, rows: &rows, pairs: &pairs, cells: &cells }.write()
}
