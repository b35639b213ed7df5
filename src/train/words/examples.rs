//! From sentences to what is learned from: known syllables, and runs with their answers.

use super::{Corpus, Options};
use crate::segment::learning::{Item, Lexicon, MARGIN, Sink, lower, read};
use crate::{Normalizer, Token, TokenOptions, ToneStyle, letter};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// The syllables and foreign words that get a number, each with its other spellings, in order:
/// those of `words`, and those that occur often enough.
pub(super) fn syllables(corpora: &[Corpus], words: &[&str], options: Options) -> Vec<String> {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for sentence in corpora.iter().flat_map(|corpus| &corpus.sentences) {
        for token in tokens(&sentence.text).filter(|token| token.kind.is_word()) {
            let surface = letter::lower(sentence.text.get(token.span.range()).unwrap_or_default());
            if let Some(count) = counts.get_mut(&*surface) {
                *count += 1;
            } else if surface.len() <= 16 {
                counts.insert(surface.into_owned(), 1);
            }
        }
    }
    let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let in_words = words.iter().flat_map(|word| word.split(' ')).map(str::to_owned);
    let frequent = counts.into_iter().filter(|&(_, count)| count >= options.syllable_count);
    let in_style =
        |style, surface: &str| Normalizer::new().tone(style).normalize(surface).as_str().to_owned();
    for surface in in_words.chain(frequent.map(|(surface, _)| surface)) {
        let old = in_style(ToneStyle::Old, &surface);
        let new = in_style(ToneStyle::New, &surface);
        let others = [surface, new].into_iter().filter(|other| *other != old);
        known.entry(old.clone()).or_default().extend(others);
    }
    known.retain(|main, _| main.len() <= 16);
    let line = |(main, others): (String, BTreeSet<String>)| {
        others.iter().fold(main, |line, other| line + " " + other)
    };
    known.into_iter().map(line).collect()
}

fn tokens(text: &str) -> impl Iterator<Item = Token> {
    TokenOptions::new().skip_blanks(true).tokens(text)
}

/// A run of tokens and whether each is joined to the one before.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) items: Vec<Item>,
    pub(super) joined: Vec<bool>,
    /// What an error in the gap before each token counts.
    pub(super) weights: Vec<f32>,
    /// Which corpus it is of.
    pub(super) corpus: usize,
}

impl Run {
    /// The tokens without the margins.
    pub(super) fn inner(&mut self) -> &mut [Item] {
        let end = self.items.len() - MARGIN;
        self.items.get_mut(MARGIN..end).unwrap_or_default()
    }
}

/// All runs of two tokens and more; some in small letters.
pub(super) fn runs(corpora: &[Corpus], lexicon: &Lexicon, options: Options) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut items = Vec::new();
    let mut lowered = 0.0;
    for (corpus, Corpus { sentences, weight }) in corpora.iter().enumerate() {
        for sentence in sentences {
            let starts = sentence.words.iter().map(|word| word.start).collect();
            let text = &sentence.text;
            lowered += options.lowered;
            let mut sink = Collect {
                text,
                starts,
                weight: *weight,
                corpus,
                lower: lowered >= 1.0,
                runs: &mut runs,
            };
            lowered %= 1.0;
            let mut tokens = TokenOptions::new().skip_blanks(true).tokens(text);
            let tokens = std::iter::from_fn(|| tokens.next_coded());
            read(lexicon, text, tokens, &mut items, &mut sink);
        }
    }
    runs
}

struct Collect<'c> {
    text: &'c str,
    starts: BTreeSet<usize>,
    weight: f32,
    corpus: usize,
    lower: bool,
    runs: &'c mut Vec<Run>,
}

impl Sink for Collect<'_> {
    fn run(&mut self, items: &[Item]) {
        if items.len() < 2 * MARGIN + 2 {
            return;
        }
        let joined = items.iter().map(|item| !self.starts.contains(&item.start)).collect();
        let weights = vec![self.weight; items.len()];
        let mut run = Run { items: items.to_vec(), joined, weights, corpus: self.corpus };
        if self.lower {
            run.inner().iter_mut().for_each(|item| lower(self.text, item));
        }
        self.runs.push(run);
    }

    fn mark(&mut self, _: Token) {}
}

/// How often two syllables side by side are joined, and how often not.
type Counts = FxHashMap<(u16, u16), [u32; 2]>;

/// Takes the weight from gaps of the later corpora where the first one contradicts them: their
/// conventions differ in many words, and the first one's are the ones to learn.
pub(super) fn settle(runs: &mut [Run]) {
    let corpora = runs.iter().map(|run| run.corpus + 1).max().unwrap_or(0);
    let counts: Vec<Counts> = (0..corpora).map(|corpus| count(runs, corpus)).collect();
    let Some((first, others)) = counts.split_first() else { return };
    for run in runs.iter_mut().filter(|run| run.corpus > 0) {
        let Some(own) = others.get(run.corpus - 1) else { continue };
        let mut before = 0;
        for (item, weight) in run.items.iter().zip(&mut run.weights) {
            let pair = (before, item.number);
            before = item.number;
            if let (Some(first), Some(own)) = (first.get(&pair), own.get(&pair)) {
                let sure = first.iter().sum::<u32>() >= 2;
                if sure && (share(*first) - share(*own)).abs() > 0.3 {
                    *weight = 0.0;
                }
            }
        }
    }
}

fn count(runs: &[Run], corpus: usize) -> Counts {
    let mut counts = Counts::default();
    for run in runs.iter().filter(|run| run.corpus == corpus) {
        let mut before = 0;
        for (item, &joined) in run.items.iter().zip(&run.joined) {
            let [parted, together] = counts.entry((before, item.number)).or_default();
            *(if joined { together } else { parted }) += 1;
            before = item.number;
        }
    }
    counts
}

fn share([parted, joined]: [u32; 2]) -> f32 {
    joined as f32 / (parted + joined).max(1) as f32
}
