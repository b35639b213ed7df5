//! Sentences with their words, as the treebanks write them, and how well words are found again.

use crate::{Segmenter, Span};
use std::collections::BTreeSet;

/// A sentence and its words.
#[derive(Clone, Debug, Default)]
pub struct Sentence {
    /// The text, as it is to be segmented.
    pub text: String,
    /// Its words, in order.
    pub words: Vec<Span>,
}

impl Sentence {
    /// A sentence of words whose syllables are parted by blanks; a blank parts the words as well.
    fn of<'w>(words: impl Iterator<Item = &'w str>) -> Option<Self> {
        let mut sentence = Self::default();
        for word in words.map(str::trim).filter(|word| !word.is_empty()) {
            if !sentence.text.is_empty() {
                sentence.text.push(' ');
            }
            let start = sentence.text.len();
            sentence.text.push_str(word);
            sentence.words.push(Span::new(start, sentence.text.len()));
        }
        (!sentence.words.is_empty()).then_some(sentence)
    }
}

/// Sentences in CoNLL-U: the words of the second column.
#[must_use]
pub fn read_conllu(text: &str) -> Vec<Sentence> {
    let word = |line: &str| {
        let (number, rest) = line.split_once('\t')?;
        let plain = number.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| rest.split('\t').next().unwrap_or_default().to_owned())
    };
    text.split("\n\n")
        .filter_map(|block| {
            let words: Vec<String> = block.lines().filter_map(word).collect();
            Sentence::of(words.iter().map(String::as_str))
        })
        .collect()
}

/// Sentences one a line, words parted by blanks, the syllables of a word joined by `_`.
#[must_use]
pub fn read_joined(text: &str) -> Vec<Sentence> {
    let sentence = |line: &str| {
        let words: Vec<String> = line.split(' ').map(|word| word.replace('_', " ")).collect();
        Sentence::of(words.iter().map(String::as_str))
    };
    text.lines().filter_map(sentence).collect()
}

/// How many words were found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Words of the corpus.
    pub gold: usize,
    /// Words found.
    pub found: usize,
    /// Words found with both their borders.
    pub right: usize,
}

impl Score {
    /// Share of the found words that are right, in percent.
    #[must_use]
    pub fn precision(self) -> f64 {
        100.0 * self.right as f64 / self.found.max(1) as f64
    }

    /// Share of the words of the corpus that were found, in percent.
    #[must_use]
    pub fn recall(self) -> f64 {
        100.0 * self.right as f64 / self.gold.max(1) as f64
    }

    /// Harmonic mean of precision and recall, in percent.
    #[must_use]
    pub fn f1(self) -> f64 {
        200.0 * self.right as f64 / (self.gold + self.found).max(1) as f64
    }
}

/// Segments the text of each sentence and compares; `wrong` gets each word that was missed (true)
/// and each that was found and is none (false).
pub fn score(
    segmenter: &Segmenter,
    sentences: &[Sentence],
    mut wrong: impl FnMut(&str, bool),
) -> Score {
    let mut worker = segmenter.worker();
    let mut score = Score::default();
    for sentence in sentences {
        let found: BTreeSet<Span> = worker.segment(&sentence.text).iter().map(|w| w.span).collect();
        let gold: BTreeSet<Span> = sentence.words.iter().copied().collect();
        score.gold += gold.len();
        score.found += found.len();
        score.right += gold.intersection(&found).count();
        for span in gold.symmetric_difference(&found) {
            wrong(sentence.text.get(span.range()).unwrap_or_default(), gold.contains(span));
        }
    }
    score
}
