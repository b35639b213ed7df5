//! The sequence tagger: three layers of labels over one reading of the features.
//!
//! Spans nest (a place inside a body inside a title), so each layer is a linear chain of its own:
//! a draft of the names, then the names, which see the whole document's draft, then bodies, which
//! see the names, then titles, which see both.

mod file;

use super::Found;
use super::features::{Before, Heads, Sentence, heads};
use super::memory::Memory;
use super::sheet::{Sheet, Sight};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A layer of labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layer {
    /// People, places, honorifics, each sentence for itself.
    Draft,
    /// The same with the whole document's draft in view.
    Names,
    /// Organisations.
    Bodies,
    /// Titles.
    Titles,
}

/// Labels of the layer of names.
pub(crate) mod label {
    pub(crate) const OUT: u8 = 0;
    pub(crate) const PERSON: u8 = 1;
    pub(crate) const IN_PERSON: u8 = 2;
    pub(crate) const PLACE: u8 = 3;
    pub(crate) const IN_PLACE: u8 = 4;
    pub(crate) const HONORIFIC: u8 = 5;
    /// Labels of the other layers: first, inner, last token of a span; a span of one token.
    pub(crate) const FIRST: u8 = 1;
    pub(crate) const INNER: u8 = 2;
    pub(crate) const LAST: u8 = 3;
    pub(crate) const ONLY: u8 = 4;
}

/// Weights of a feature, all layers side by side: 6 + 6 + 5 + 5, filled up.
pub(crate) const ROW: usize = 24;

impl Layer {
    pub(crate) const ALL: [Self; 4] = [Self::Draft, Self::Names, Self::Bodies, Self::Titles];

    /// Number of labels.
    pub(crate) const fn labels(self) -> usize {
        match self {
            Self::Draft | Self::Names => 6,
            Self::Bodies | Self::Titles => 5,
        }
    }

    /// Where the layer's weights begin in a row.
    pub(crate) const fn offset(self) -> usize {
        match self {
            Self::Draft => 0,
            Self::Names => 6,
            Self::Bodies => 12,
            Self::Titles => 17,
        }
    }

    /// Whether label `to` may stand behind `from`; both ends of a sentence count as [`label::OUT`].
    pub(crate) const fn allows(self, from: u8, to: u8) -> bool {
        match self {
            Self::Draft | Self::Names => match to {
                label::IN_PERSON => matches!(from, label::PERSON | label::IN_PERSON),
                label::IN_PLACE => matches!(from, label::PLACE | label::IN_PLACE),
                _ => true,
            },
            Self::Bodies | Self::Titles => {
                let open = matches!(from, label::FIRST | label::INNER);
                open == matches!(to, label::INNER | label::LAST)
            }
        }
    }
}

/// The labels of all tokens of a document; tokens outside of sentences have none (0).
#[derive(Clone, Debug, Default)]
pub(crate) struct Labels {
    pub(crate) draft: Vec<u8>,
    pub(crate) names: Vec<u8>,
    pub(crate) bodies: Vec<u8>,
    pub(crate) titles: Vec<u8>,
}

impl Labels {
    /// No labels for `n` tokens.
    pub(crate) fn out(n: usize) -> Self {
        Self { draft: vec![0; n], names: vec![0; n], bodies: vec![0; n], titles: vec![0; n] }
    }

    /// The tokens of each place, in order.
    pub(crate) fn places(&self) -> impl Iterator<Item = Range<usize>> {
        let mut at = 0;
        std::iter::from_fn(move || {
            at += self.names.get(at..)?.iter().position(|&l| l == label::PLACE)?;
            let first = at;
            at += 1;
            while self.names.get(at) == Some(&label::IN_PLACE) {
                at += 1;
            }
            Some(first..at)
        })
    }
}

/// Weights of the features.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tagger {
    /// Open addressing over the keys of features; 0 is an empty slot.
    keys: Vec<u32>,
    rows: Vec<[i8; ROW]>,
    /// Score of label `to` behind `from`, at `from * 5 + to` within a layer.
    moves: [Vec<i32>; 4],
    /// Distributional classes of words.
    classes: FxHashMap<u32, u8>,
}

/// Buffers of one document.
#[derive(Default)]
struct Desk {
    keys: Vec<u32>,
    scores: Vec<[i16; ROW]>,
    heads: Vec<Heads>,
    back: Vec<[u8; 6]>,
}

/// No label can score so low by weights.
const NEVER: i32 = -1_000_000;

impl Tagger {
    /// A tagger of rows sorted by nothing in particular, and scores of moves by layer.
    pub(crate) fn new(
        weights: &[(u32, [i8; ROW])],
        moves: [Vec<i32>; 4],
        classes: FxHashMap<u32, u8>,
    ) -> Self {
        let slots = (weights.len() * 2).next_power_of_two().max(2);
        let (mut keys, mut rows) = (vec![0; slots], vec![[0; ROW]; slots]);
        for &(key, row) in weights {
            let mut at = key as usize & (slots - 1);
            while keys.get(at).is_some_and(|&k| k != 0) {
                at = (at + 1) & (slots - 1);
            }
            if let (Some(k), Some(r)) = (keys.get_mut(at), rows.get_mut(at)) {
                (*k, *r) = (key, row);
            }
        }
        Self { keys, rows, moves, classes }
    }

    /// The distributional class of a word; 0 where it has none.
    pub(crate) fn class(&self, word: u32) -> u8 {
        self.classes.get(&word).copied().unwrap_or_default()
    }

    fn row(&self, key: u32) -> Option<&[i8; ROW]> {
        let mask = self.keys.len().wrapping_sub(1);
        let mut at = key as usize & mask;
        loop {
            match self.keys.get(at) {
                Some(&k) if k == key => return self.rows.get(at),
                Some(&0) | None => return None,
                Some(_) => at = (at + 1) & mask,
            }
        }
    }

    fn add(&self, keys: &[u32], scores: &mut [i16; ROW]) {
        for row in keys.iter().filter_map(|&key| self.row(key)) {
            for (score, &weight) in scores.iter_mut().zip(row) {
                *score = score.saturating_add(i16::from(weight));
            }
        }
    }

    /// Labels every token of the document.
    pub(crate) fn tag(&self, found: &Found<'_>, sheet: &Sheet) -> Labels {
        let mut labels = Labels::out(sheet.sights.len());
        self.tag_layers(found, sheet, &Layer::ALL, &mut labels);
        labels
    }

    /// Labels in the layers given; those before must be there.
    pub(crate) fn tag_layers(
        &self,
        found: &Found<'_>,
        sheet: &Sheet,
        layers: &[Layer],
        labels: &mut Labels,
    ) {
        let mut desk = Desk { scores: vec![[0; ROW]; sheet.sights.len()], ..Desk::default() };
        for s in found.sentences {
            let Some(sentence) = Sentence::new(sheet, s) else { continue };
            for i in s.first..s.last {
                desk.keys.clear();
                sentence.shared(i - s.first, &mut desk.keys);
                if let Some(scores) = desk.scores.get_mut(i) {
                    self.add(&desk.keys, scores);
                }
            }
        }
        for &layer in layers {
            let memory = Memory::new(layer, sheet, &labels.draft);
            for s in found.sentences {
                let Some(sentence) = Sentence::new(sheet, s) else { continue };
                let Desk { keys, scores, heads, back } = &mut desk;
                let Some(scores) = scores.get_mut(s.first..s.last) else { continue };
                if layer != Layer::Draft {
                    further_heads(layer, sentence, labels, s, heads);
                    for (i, scores) in scores.iter_mut().enumerate() {
                        keys.clear();
                        further(layer, sentence, i, labels, s, heads, &memory, keys);
                        self.add(keys, scores);
                    }
                }
                let out = match layer {
                    Layer::Draft => &mut labels.draft,
                    Layer::Names => &mut labels.names,
                    Layer::Bodies => &mut labels.bodies,
                    Layer::Titles => &mut labels.titles,
                };
                let Some(out) = out.get_mut(s.first..s.last) else { continue };
                self.decode(layer, scores, back, out);
            }
        }
    }

    /// The best chain of labels by the scores on the desk.
    // Labels stay below 6 and a row has all layers; checked indexing is measurably slower here.
    #[allow(clippy::indexing_slicing, clippy::needless_range_loop)]
    fn decode(
        &self,
        layer: Layer,
        scores: &[[i16; ROW]],
        backs: &mut Vec<[u8; 6]>,
        out: &mut [u8],
    ) {
        let (n, offset) = (layer.labels(), layer.offset());
        let moves = &self.moves[layer as usize];
        let step = |from: usize, to: usize| {
            if layer.allows(from as u8, to as u8) {
                moves.get(from * n + to).copied().unwrap_or_default()
            } else {
                NEVER
            }
        };
        let mut best = [NEVER; 6];
        best[0] = 0;
        backs.clear();
        for scores in scores {
            let (mut next, mut back) = ([NEVER * 2; 6], [0; 6]);
            for to in 0..n {
                for from in 0..n {
                    let score = best[from] + step(from, to);
                    if score > next[to] {
                        (next[to], back[to]) = (score, from as u8);
                    }
                }
                next[to] += i32::from(scores[offset + to]);
            }
            // Scores stay small on a sentence of any length.
            let top = next.iter().copied().max().unwrap_or_default();
            best = next.map(|score| (score - top).max(NEVER * 2));
            backs.push(back);
        }
        let mut at = (0..n).max_by_key(|&l| best[l] + step(l, 0)).unwrap_or_default() as u8;
        for (slot, back) in out.iter_mut().zip(&*backs).rev() {
            *slot = at;
            at = back[usize::from(at)];
        }
    }
}

/// Prepares what the features of a later layer look at.
pub(crate) fn further_heads(
    layer: Layer,
    sentence: Sentence<'_>,
    labels: &Labels,
    at: &crate::sentence::Sentence,
    out: &mut Vec<Heads>,
) {
    let person = |l| l == label::PERSON || l == label::IN_PERSON;
    let names = labels.names.get(at.first..at.last).unwrap_or_default();
    match layer {
        Layer::Draft | Layer::Names => out.clear(),
        Layer::Bodies => heads(sentence, names, person, |s: &Sight| s.cue == 3, out),
        Layer::Titles => heads(sentence, names, person, |s: &Sight| s.cue >= 8 || s.cue == 5, out),
    }
}

/// The features of token `i` of the sentence `at` that only a later layer sees.
#[allow(clippy::too_many_arguments)]
pub(crate) fn further(
    layer: Layer,
    sentence: Sentence<'_>,
    i: usize,
    labels: &Labels,
    at: &crate::sentence::Sentence,
    heads: &[Heads],
    memory: &Memory,
    keys: &mut Vec<u32>,
) {
    let before = Before {
        draft: labels.draft.get(at.first..at.last).unwrap_or_default(),
        names: labels.names.get(at.first..at.last).unwrap_or_default(),
        bodies: labels.bodies.get(at.first..at.last).unwrap_or_default(),
    };
    match (layer, heads.get(i)) {
        (Layer::Names, _) => sentence.again(i, before, memory, keys),
        (Layer::Bodies, Some(heads)) => sentence.body(i, before, heads, keys),
        (Layer::Titles, Some(heads)) => sentence.title(i, before, heads, keys),
        _ => {}
    }
}
