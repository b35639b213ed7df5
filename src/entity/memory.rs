//! What the draft says of the same words elsewhere in the document.

use super::cue::phrase_key;
use super::sheet::{Sheet, Sight};
use super::tagger::{Layer, label};
use rustc_hash::FxHashMap;

/// How often the draft gave a word each label.
#[derive(Clone, Copy, Debug, Default)]
struct Votes([u16; 6]);

/// The draft's labels of all words with a capital, and of pairs of them.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    words: FxHashMap<u32, Votes>,
    pairs: FxHashMap<u32, Votes>,
    /// Words of people's names of several words: 1 the first, 2 an inner one, 4 the last.
    parts: FxHashMap<u32, u8>,
}

impl Memory {
    /// Counts the draft; only [`Layer::Names`] asks.
    pub(crate) fn new(layer: Layer, sheet: &Sheet, draft: &[u8]) -> Self {
        let mut memory = Self::default();
        if layer != Layer::Names {
            return memory;
        }
        let mut last: Option<(&Sight, u8)> = None;
        for (sight, &label) in sheet.sights.iter().zip(draft) {
            if !sight.shape.is_capital() {
                last = None;
                continue;
            }
            memory.words.entry(sight.word).or_default().count(label);
            if let Some((before, label)) = last {
                let key = phrase_key(before.word, sight.word);
                memory.pairs.entry(key).or_default().count(label);
            }
            last = Some((sight, label));
        }
        memory.count_parts(sheet, draft);
        memory
    }

    fn count_parts(&mut self, sheet: &Sheet, draft: &[u8]) {
        let inner = |i: usize| draft.get(i) == Some(&label::IN_PERSON);
        for (i, (sight, &label)) in sheet.sights.iter().zip(draft).enumerate() {
            let part = match label {
                label::PERSON if inner(i + 1) => 1,
                label::IN_PERSON if inner(i + 1) => 2,
                label::IN_PERSON => 4,
                _ => continue,
            };
            if sight.shape.is_capital() {
                *self.parts.entry(sight.word).or_default() |= part;
            }
        }
    }

    /// Which part of a person's full name the word is somewhere in the document.
    pub(crate) fn part(&self, sight: &Sight) -> u8 {
        if !sight.shape.is_capital() {
            return 0;
        }
        self.parts.get(&sight.word).copied().unwrap_or_default()
    }

    /// Whether other places speak against the draft's label of a word here.
    pub(crate) fn objects(&self, sights: &[Sight], draft: &[u8]) -> bool {
        sights.iter().zip(draft).any(|(sight, &own)| {
            let others = self.word(sight, own);
            let named = own == label::OUT && self.part(sight) > 0;
            named || others > 0 && (others - 1) / 4 != own
        })
    }

    /// What other places say of the word; `own` is the draft's label here.
    pub(crate) fn word(&self, sight: &Sight, own: u8) -> u8 {
        if !sight.shape.is_capital() {
            return 0;
        }
        self.words.get(&sight.word).map_or(0, |votes| votes.without(own))
    }

    /// What other places say of the first of two words that stand together.
    pub(crate) fn pair(&self, first: &Sight, second: &Sight, own: u8) -> u8 {
        if !first.shape.is_capital() || !second.shape.is_capital() {
            return 0;
        }
        let key = phrase_key(first.word, second.word);
        self.pairs.get(&key).map_or(0, |votes| votes.without(own))
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
