//! What the draft says of the same words elsewhere in the document.

mod leaning;

use super::sheet::Sheet;
use super::tagger::{Labels, Layer, label};
use leaning::Leanings;
use rustc_hash::FxHashMap;
use std::ops::Range;

pub(crate) use leaning::{Leaning, Said};

/// The draft of all words with a capital.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    /// By token, which word it is; [`NONE`] of a token without a capital.
    tokens: Vec<u32>,
    words: Vec<Word>,
}

const NONE: u32 = u32::MAX;

/// The draft of a word at all its places.
#[derive(Debug, Default)]
struct Word {
    votes: Votes,
    /// Its parts in people's names of several words: 1 the first, 2 an inner one, 4 the last.
    part: u8,
    leanings: Leanings,
}

impl Memory {
    /// Counts the draft; only [`Layer::Names`] asks.
    pub(crate) fn new(layer: Layer, sheet: &Sheet, labels: &Labels) -> Self {
        let mut memory = Self::default();
        if layer != Layer::Names {
            return memory;
        }
        memory.tokens.resize(sheet.sights.len(), NONE);
        let mut words: FxHashMap<u32, u32> = FxHashMap::default();
        // Every other one repeats.
        words.reserve(sheet.capitals.len() / 2);
        memory.words.reserve(sheet.capitals.len() / 2);
        let inner = |i: usize| labels.draft.get(i) == Some(&label::IN_PERSON);
        for &i in &sheet.capitals {
            let (Some(sight), Some(token)) = (sheet.sights.get(i), memory.tokens.get_mut(i)) else {
                break;
            };
            let label = labels.draft.get(i).copied().unwrap_or_default();
            *token = *words.entry(sight.word).or_insert(memory.words.len() as u32);
            if *token as usize == memory.words.len() {
                memory.words.push(Word::default());
            }
            let Some(word) = memory.words.get_mut(*token as usize) else { continue };
            word.votes.count(label);
            word.part |= match label {
                label::PERSON if inner(i + 1) => 1,
                label::IN_PERSON if inner(i + 1) => 2,
                label::IN_PERSON => 4,
                _ => 0,
            };
            if let Some(&leaning) = labels.leanings.get(i).filter(|_| sight.active) {
                word.leanings.add(leaning);
            }
        }
        memory
    }

    /// What it says of the words of a sentence with these `tokens`.
    pub(crate) fn elsewhere(&self, tokens: Range<usize>) -> Elsewhere<'_> {
        Elsewhere { tokens: self.tokens.get(tokens).unwrap_or_default(), words: &self.words }
    }
}

/// What the draft says of the words of one sentence at their other places.
#[derive(Clone, Copy)]
pub(crate) struct Elsewhere<'m> {
    tokens: &'m [u32],
    words: &'m [Word],
}

impl<'m> Elsewhere<'m> {
    /// Of a token with a capital.
    fn of(self, i: Option<usize>) -> Option<&'m Word> {
        self.words.get(*self.tokens.get(i?)? as usize)
    }

    /// Which part of a person's full name the word is somewhere in the document.
    pub(crate) fn part(self, i: Option<usize>) -> u8 {
        self.of(i).map_or(0, |word| word.part)
    }

    /// What other places say of the word; `own` is the draft's label here.
    pub(crate) fn word(self, i: Option<usize>, own: u8) -> u8 {
        self.of(i).map_or(0, |word| word.votes.without(own))
    }

    /// How far the draft leans at other places of the word; `own` is the leaning here.
    pub(crate) fn said(self, i: usize, own: Leaning) -> Said {
        self.of(Some(i)).map_or_else(Said::default, |word| word.leanings.without(own))
    }

    /// Whether other places speak against the `draft` of token `i`, which leans there as `own`.
    pub(crate) fn objects(self, i: usize, draft: u8, own: Leaning) -> bool {
        self.of(Some(i)).is_some_and(|word| {
            let named = draft == label::OUT && word.part > 0;
            named || word.leanings.without(own).objects(draft)
        })
    }
}

/// How often the draft gave a word each label.
#[derive(Clone, Copy, Debug, Default)]
struct Votes([u16; 6]);

impl Votes {
    fn count(&mut self, label: u8) {
        if let Some(n) = self.0.get_mut(usize::from(label)) {
            *n = n.saturating_add(1);
        }
    }

    /// The strongest label of all others, how strong, and whether there is a second.
    fn without(mut self, own: u8) -> u8 {
        if let Some(n) = self.0.get_mut(usize::from(own)) {
            *n = n.saturating_sub(1);
        }
        let all: u32 = self.0.iter().map(|&n| u32::from(n)).sum();
        let top = self.0.iter().zip(0u8..).max_by_key(|&(n, l)| (n, l != label::OUT));
        let Some((&n, best)) = top.filter(|_| all > 0) else { return 0 };
        let n = u32::from(n);
        let strength = match all {
            1 => 0,
            _ if n * 10 >= all * 9 => 2,
            _ if n * 10 >= all * 6 => 1,
            _ => 3,
        };
        1 + best * 4 + strength
    }
}
