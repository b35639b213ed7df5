//! What the draft says of the same words elsewhere in the document.

mod leaning;

use super::features::Before;
use super::sheet::{Sheet, Sight};
use super::tagger::{Labels, Layer, label};
use leaning::Leanings;
use rustc_hash::FxHashMap;

pub(crate) use leaning::{Leaning, Said};

/// The draft of all words with a capital.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    words: FxHashMap<u32, Word>,
}

/// The draft of a word at all its places.
#[derive(Debug, Default)]
struct Word {
    votes: Votes,
    /// Its parts in people's names of several words: 1 the first, 2 an inner one, 4 the last.
    part: u8,
    leanings: Leanings,
}

/// How often the draft gave a word each label.
#[derive(Clone, Copy, Debug, Default)]
struct Votes([u16; 6]);

impl Memory {
    /// Counts the draft; only [`Layer::Names`] asks.
    pub(crate) fn new(layer: Layer, sheet: &Sheet, labels: &Labels) -> Self {
        let mut memory = Self::default();
        if layer != Layer::Names {
            return memory;
        }
        let inner = |i: usize| labels.draft.get(i) == Some(&label::IN_PERSON);
        let seen = sheet.sights.iter().zip(&labels.draft).zip(&labels.leanings);
        for (i, ((sight, &label), &leaning)) in seen.enumerate() {
            if !sight.shape.is_capital() {
                continue;
            }
            let word = memory.words.entry(sight.word).or_default();
            word.votes.count(label);
            word.part |= match label {
                label::PERSON if inner(i + 1) => 1,
                label::IN_PERSON if inner(i + 1) => 2,
                label::IN_PERSON => 4,
                _ => 0,
            };
            if sight.active {
                word.leanings.add(leaning);
            }
        }
        memory
    }

    fn of(&self, sight: &Sight) -> Option<&Word> {
        self.words.get(&sight.word).filter(|_| sight.shape.is_capital())
    }

    /// Which part of a person's full name the word is somewhere in the document.
    pub(crate) fn part(&self, sight: &Sight) -> u8 {
        self.of(sight).map_or(0, |word| word.part)
    }

    /// Whether other places speak against the draft here.
    pub(crate) fn objects(&self, sights: &[Sight], before: Before<'_>) -> bool {
        let seen = sights.iter().zip(before.draft).zip(before.leanings);
        seen.filter(|((sight, _), _)| sight.active).any(|((sight, &label), &own)| {
            self.of(sight).is_some_and(|word| {
                let named = label == label::OUT && word.part > 0;
                named || word.leanings.without(own).objects(label)
            })
        })
    }

    /// What other places say of the word; `own` is the draft's label here.
    pub(crate) fn word(&self, sight: &Sight, own: u8) -> u8 {
        self.of(sight).map_or(0, |word| word.votes.without(own))
    }

    /// How far the draft leans at other places of the word; `own` is the leaning here.
    pub(crate) fn said(&self, sight: &Sight, own: Leaning) -> Said {
        self.of(sight).map_or_else(Said::default, |word| word.leanings.without(own))
    }
}

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
