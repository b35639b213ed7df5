//! The sequence tagger: four layers of labels over one reading of the features.
//!
//! Spans nest (a place inside a body inside a title), so each layer is a linear chain of its own:
//! a draft of the names, then the names, which see the whole document's draft, then bodies, which
//! see the names, then titles, which see both.

mod file;
mod layer;
mod scorer;
mod table;
mod view;

use super::Found;
use super::features::{Heads, Sentence};
use super::memory::{Leaning, Memory};
use super::sheet::Sheet;
use scorer::Scorer;
use std::ops::Range;
use table::Table;

pub(crate) use layer::{Labels, Layer, ROW, label, spans};
pub(crate) use view::View;

/// Scores of moves from label to label, [`NEVER`] where a layer does not allow one.
type Moves = [[i16; LANES]; 6];

/// Labels of a layer, filled up to what a processor adds at once.
const LANES: usize = 8;

/// Weights of the features.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tagger {
    table: Table,
    /// By layer.
    moves: [Moves; 4],
}

/// Scores of a token's labels, all layers side by side.
type Scores = [i16; ROW];

/// Buffers of one document.
#[derive(Default)]
struct Desk {
    /// The runs of active tokens of all sentences, each within its own.
    stretches: Vec<Range<usize>>,
    /// Of the active tokens only.
    scores: Vec<Scores>,
    heads: Vec<Heads>,
    back: Vec<[i16; LANES]>,
}

/// No label can score so low by weights and by [`FAR`].
const NEVER: i16 = i16::MIN / 2;

/// What grammar puts between labels; weights reach no such score.
const FAR: i16 = 4096;

impl Tagger {
    /// A tagger of weights by feature, and scores of moves by layer.
    #[cfg(feature = "train")]
    pub(crate) fn new(weights: &[(u32, [i8; ROW])], moves: &[Vec<i32>; 4]) -> Self {
        Self::of(Table::new(weights), moves)
    }

    fn of(table: Table, moves: &[Vec<i32>; 4]) -> Self {
        let mut tagger = Self { table, moves: [[[NEVER; LANES]; 6]; 4] };
        for ((layer, from_file), to) in Layer::ALL.into_iter().zip(moves).zip(&mut tagger.moves) {
            let rows = from_file.chunks(layer.labels());
            for ((from, row), to) in (0..).zip(rows).zip(to) {
                for ((label, score), to) in (0..).zip(row).zip(to) {
                    if layer.allows(from, label) {
                        *to = (*score).clamp(NEVER.into(), i16::MAX.into()) as i16;
                    }
                }
            }
        }
        tagger
    }

    /// Labels every token of the document; `settle` mends the names before bodies and titles are
    /// looked for around them.
    pub(crate) fn tag(
        &self,
        found: &Found<'_>,
        sheet: &Sheet,
        settle: impl Fn(&Sheet, &mut Labels),
    ) -> Labels {
        let mut labels = Labels::out(sheet.sights.len());
        self.tag_layers(found, sheet, &Layer::ALL, settle, &mut labels);
        labels
    }

    /// Labels in the layers given; those before must be there.
    pub(crate) fn tag_layers(
        &self,
        found: &Found<'_>,
        sheet: &Sheet,
        layers: &[Layer],
        settle: impl Fn(&Sheet, &mut Labels),
        labels: &mut Labels,
    ) {
        let Some(rows) = self.table.rows() else { return };
        let mut scorer = Scorer::new(rows);
        // Room for most articles: half of the tokens are active, in two or three runs a sentence.
        let mut desk = Desk {
            stretches: Vec::with_capacity(2 * found.sentences.len()),
            scores: Vec::with_capacity(sheet.sights.len() / 2),
            ..Desk::default()
        };
        for s in found.sentences {
            let Some(sentence) = Sentence::new(sheet, s) else { continue };
            for stretch in sentence.stretches() {
                let tokens = s.first + stretch.start..s.first + stretch.end;
                let first = desk.scores.len();
                for i in stretch {
                    let mut scores = [0; ROW];
                    scorer.add_all(&mut scores, |keys| sentence.shared(i, keys));
                    desk.scores.push(scores);
                }
                if layers.contains(&Layer::Draft) {
                    let scores = desk.scores.get(first..).unwrap_or_default();
                    self.draft(tokens.clone(), scores, &mut desk.back, labels);
                }
                desk.stretches.push(tokens);
            }
        }
        for &layer in layers.iter().filter(|&&layer| layer != Layer::Draft) {
            self.tag_layer(found, sheet, layer, &mut scorer, &mut desk, labels);
            if layer == Layer::Names {
                settle(sheet, labels);
            }
        }
    }

    /// Labels a stretch by the features that all layers share.
    fn draft(
        &self,
        tokens: Range<usize>,
        scores: &[Scores],
        back: &mut Vec<[i16; LANES]>,
        labels: &mut Labels,
    ) {
        let leanings = labels.leanings.get_mut(tokens.clone()).unwrap_or_default();
        for (leaning, scores) in leanings.iter_mut().zip(scores) {
            *leaning = Leaning::of(scores.get(Layer::Draft.offset()..).unwrap_or_default());
        }
        self.decode(Layer::Draft, scores, back, labels.draft.get_mut(tokens).unwrap_or_default());
    }

    fn tag_layer(
        &self,
        found: &Found<'_>,
        sheet: &Sheet,
        layer: Layer,
        scorer: &mut Scorer<'_>,
        desk: &mut Desk,
        labels: &mut Labels,
    ) {
        let memory = Memory::new(layer, sheet, labels);
        let Desk { stretches, scores, heads, back } = desk;
        let (mut stretches, mut rest) = (stretches.as_slice(), scores.as_mut_slice());
        let mut out = std::mem::take(labels.layer(layer));
        for s in found.sentences {
            let count = stretches.iter().take_while(|stretch| stretch.start < s.last).count();
            let Some((own, later)) = stretches.split_at_checked(count) else { break };
            stretches = later;
            if own.is_empty() {
                continue;
            }
            let Some(view) = View::new(layer, sheet, s, labels, &memory, heads) else { continue };
            let Some(out) = out.get_mut(s.first..s.last) else { continue };
            if layer == Layer::Names {
                out.copy_from_slice(view.before.draft);
            }
            for stretch in own {
                let all = std::mem::take(&mut rest);
                let Some((scores, after)) = all.split_at_mut_checked(stretch.len()) else { break };
                rest = after;
                let stretch = stretch.start - s.first..stretch.end - s.first;
                let mut tag = |part: Range<usize>| {
                    let of_part = part.start - stretch.start..part.end - stretch.start;
                    let scores = scores.get_mut(of_part).unwrap_or_default();
                    let out = out.get_mut(part.clone()).unwrap_or_default();
                    for (i, scores) in part.zip(&mut *scores) {
                        view.score(i, scorer, scores);
                    }
                    self.decode(layer, scores, back, out);
                };
                if layer == Layer::Names {
                    view.doubts(stretch.clone()).for_each(tag);
                } else if view.asks(&stretch) {
                    tag(stretch.clone());
                }
            }
        }
        *labels.layer(layer) = out;
    }

    /// The best chain of labels.
    #[allow(clippy::indexing_slicing)] // labels stay below 6
    fn decode(
        &self,
        layer: Layer,
        scores: &[Scores],
        backs: &mut Vec<[i16; LANES]>,
        out: &mut [u8],
    ) {
        let moves = &self.moves[layer as usize];
        let mut best = [i16::MIN; LANES];
        best[0] = 0;
        backs.clear();
        for scores in scores {
            let own = scores.get(layer.offset()..).and_then(|row| row.first_chunk());
            let (next, back) = step(&best, moves, own.unwrap_or(&[0; LANES]));
            best = next;
            backs.push(back);
        }
        let end = |label: &usize| best[*label].saturating_add(moves[*label][0]);
        let mut at = (0..moves.len()).max_by_key(end).unwrap_or_default();
        for (slot, back) in out.iter_mut().zip(&*backs).rev() {
            *slot = at as u8;
            at = back[at] as usize;
        }
    }
}

/// From the scores of the best chains to each label those of the chains that are one token longer,
/// and the labels that these came from. Labels that the layer lacks are never moved to, whatever
/// their `own` scores.
// All lanes at once and without a branch, if it stands by itself and the lanes are the outer loop.
#[inline(never)]
#[allow(clippy::indexing_slicing, clippy::needless_range_loop)] // constant bounds
fn step(best: &[i16; LANES], moves: &Moves, own: &[i16; LANES]) -> ([i16; LANES], [i16; LANES]) {
    let (mut next, mut back) = ([0; LANES], [0; LANES]);
    for to in 0..LANES {
        let (mut top, mut through) = (i16::MIN, 0);
        for from in 0..moves.len() {
            let score = best[from].saturating_add(moves[from][to]);
            through = if score > top { from as i16 } else { through };
            top = top.max(score);
        }
        // Scores stay small on a stretch of any length; no label is far from none at all.
        next[to] = top.saturating_sub(best[0]).saturating_add(own[to]);
        back[to] = through;
    }
    (next, back)
}
