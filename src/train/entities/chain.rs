//! A linear-chain conditional random field, learned by AdaGrad with an L1 penalty.

// Learning runs at a desk, over arrays it made itself.
#![allow(clippy::indexing_slicing, clippy::needless_range_loop)]

use crate::entity::tagger::{Layer, ROW, label};
use rustc_hash::FxHashMap;

/// A sentence: the features of each token and its label.
#[derive(Default, Clone)]
pub(super) struct Chain {
    /// Keys of all tokens, one after another.
    pub(super) keys: Vec<u32>,
    /// Where each token's keys end.
    pub(super) ends: Vec<usize>,
    pub(super) labels: Vec<u8>,
    /// How much an error here counts.
    pub(super) weight: f32,
}

impl Chain {
    fn token(&self, i: usize) -> std::ops::Range<usize> {
        let first = if i == 0 { 0 } else { self.ends[i - 1] };
        first..self.ends[i]
    }
}

/// How to learn.
#[derive(Clone, Copy)]
pub(super) struct Plan {
    pub(super) passes: usize,
    pub(super) rate: f32,
    pub(super) penalty: f32,
    /// Features seen less often are left out.
    pub(super) least: u32,
    /// Share of the features of each token that a pass leaves out, so that no one of them is
    /// relied upon.
    pub(super) dropout: f32,
    /// What moves to no label cost in use.
    pub(super) eager: f32,
}

/// Learned weights of one layer.
pub(super) struct Learned {
    pub(super) layer: Layer,
    pub(super) weights: FxHashMap<u32, [f32; 6]>,
    pub(super) moves: [[f32; 6]; 6],
}

const NEVER: f32 = -1e9;

pub(super) fn learn(layer: Layer, chains: &[Chain], plan: Plan) -> Learned {
    let n = layer.labels();
    let mut counts: FxHashMap<u32, u32> = FxHashMap::default();
    for key in chains.iter().flat_map(|c| &c.keys) {
        *counts.entry(*key).or_default() += 1;
    }
    let mut keys: Vec<u32> =
        counts.iter().filter(|&(_, &c)| c >= plan.least).map(|(&k, _)| k).collect();
    keys.sort_unstable();
    let ids: FxHashMap<u32, u32> = keys.iter().zip(0..).map(|(&k, i)| (k, i)).collect();
    let chains: Vec<Chain> = chains.iter().map(|c| with_ids(c, &ids)).collect();

    let mut rows = vec![Row::default(); keys.len()];
    let mut moves = [[0f32; 6]; 6];
    let mut moves_seen = [[1e-4f32; 6]; 6];
    let mut order: Vec<usize> = (0..chains.len()).collect();
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut now = 0u32;
    let mut scratch = Scratch::default();
    // The mean over the later passes depends less on the order of the chains than the last step.
    let mut sums = vec![[0f32; 6]; rows.len()];
    let mut moves_sum = [[0f32; 6]; 6];
    let first_counted = plan.passes / 2;
    for pass in 0..plan.passes {
        dice.shuffle(&mut order);
        for &c in &order {
            let chain = &thinned(&chains[c], plan.dropout, &mut dice);
            now += 1;
            for &id in &chain.keys {
                rows[id as usize].catch_up(now, plan, n);
            }
            scratch.marginals(layer, chain, &rows, &moves);
            for i in 0..chain.labels.len() {
                let gold = usize::from(chain.labels[i]);
                let mut slope = scratch.tokens[i];
                slope[gold] -= 1.0;
                for id in &chain.keys[chain.token(i)] {
                    rows[*id as usize].step(&slope, chain.weight, plan.rate, n);
                }
            }
            let mut from = 0;
            for &to in chain.labels.iter().chain([&0]) {
                scratch.pairs[from][usize::from(to)] -= 1.0;
                from = usize::from(to);
            }
            for from in 0..n {
                for to in 0..n {
                    let g = scratch.pairs[from][to] * chain.weight;
                    moves_seen[from][to] += g * g;
                    moves[from][to] -= plan.rate * g / moves_seen[from][to].sqrt();
                }
            }
        }
        if pass < first_counted {
            continue;
        }
        for (row, sum) in rows.iter_mut().zip(&mut sums) {
            row.catch_up(now, plan, n);
            sum.iter_mut().zip(row.weights).for_each(|(s, w)| *s += w);
        }
        for (sum, score) in moves_sum.iter_mut().flatten().zip(moves.iter().flatten()) {
            *sum += score;
        }
    }
    let counted = plan.passes.saturating_sub(first_counted).max(1) as f32;
    // In use no feature is left out.
    let scale = (1.0 - plan.dropout) / counted;
    let weights = keys.iter().zip(&sums).map(|(&k, sum)| (k, sum.map(|w| w * scale))).collect();
    let mut moves = moves_sum.map(|row| row.map(|score| score / counted));
    for row in &mut moves {
        row[usize::from(label::OUT)] -= plan.eager;
    }
    Learned { layer, weights, moves }
}

fn thinned(chain: &Chain, dropout: f32, dice: &mut Dice) -> Chain {
    let mut out = Chain { labels: chain.labels.clone(), weight: chain.weight, ..Chain::default() };
    let limit = (dropout * 1000.0) as usize;
    for i in 0..chain.ends.len() {
        let keys = &chain.keys[chain.token(i)];
        out.keys.extend(keys.iter().filter(|_| dice.roll(1000) >= limit));
        out.ends.push(out.keys.len());
    }
    out
}

fn with_ids(chain: &Chain, ids: &FxHashMap<u32, u32>) -> Chain {
    let mut out = Chain { labels: chain.labels.clone(), weight: chain.weight, ..Chain::default() };
    for i in 0..chain.ends.len() {
        out.keys.extend(chain.keys[chain.token(i)].iter().filter_map(|k| ids.get(k)));
        out.ends.push(out.keys.len());
    }
    out
}

/// A feature's weights, the sums of their squared slopes, and the step they were last brought up to.
#[derive(Clone, Default)]
struct Row {
    weights: [f32; 6],
    seen: [f32; 6],
    at: u32,
}

impl Row {
    /// Applies the penalty of all steps since the feature was last seen.
    fn catch_up(&mut self, now: u32, plan: Plan, n: usize) {
        let steps = (now - self.at) as f32;
        self.at = now;
        if steps == 0.0 {
            return;
        }
        for l in 0..n {
            let shrink = plan.rate * plan.penalty * steps / (self.seen[l] + 1e-4).sqrt();
            let w = self.weights[l];
            self.weights[l] = w.signum() * (w.abs() - shrink).max(0.0);
        }
    }

    fn step(&mut self, slope: &[f32; 6], weight: f32, rate: f32, n: usize) {
        for l in 0..n {
            let g = slope[l] * weight;
            self.seen[l] += g * g;
            self.weights[l] -= rate * g / (self.seen[l] + 1e-4).sqrt();
        }
    }
}

/// Probabilities of the labels of one chain.
#[derive(Default)]
struct Scratch {
    scores: Vec<[f32; 6]>,
    ahead: Vec<[f32; 6]>,
    behind: Vec<[f32; 6]>,
    tokens: Vec<[f32; 6]>,
    pairs: [[f32; 6]; 6],
}

impl Scratch {
    fn marginals(&mut self, layer: Layer, chain: &Chain, rows: &[Row], moves: &[[f32; 6]; 6]) {
        let (n, len) = (layer.labels(), chain.labels.len());
        self.scores.clear();
        for i in 0..len {
            let mut s = [0f32; 6];
            for &id in &chain.keys[chain.token(i)] {
                for (s, w) in s.iter_mut().zip(&rows[id as usize].weights) {
                    *s += w;
                }
            }
            self.scores.push(s);
        }
        let mut m = [[NEVER; 6]; 6];
        for from in 0..n {
            for to in 0..n {
                if layer.allows(from as u8, to as u8) {
                    m[from][to] = moves[from][to];
                }
            }
        }
        let sum = |x: &[f32; 6]| {
            let top = x.iter().take(n).copied().fold(f32::MIN, f32::max);
            top + x.iter().take(n).map(|v| (v - top).exp()).sum::<f32>().ln()
        };
        self.ahead.clear();
        let mut last = [NEVER; 6];
        last[0] = 0.0;
        for s in &self.scores {
            let mut next = [NEVER; 6];
            for to in 0..n {
                let mut x = [NEVER; 6];
                for from in 0..n {
                    x[from] = last[from] + m[from][to];
                }
                next[to] = sum(&x) + s[to];
            }
            self.ahead.push(next);
            last = next;
        }
        let mut x = [NEVER; 6];
        for l in 0..n {
            x[l] = last[l] + m[l][0];
        }
        let total = sum(&x);
        self.behind.clear();
        self.behind.resize(len, [NEVER; 6]);
        let mut next = [NEVER; 6];
        for l in 0..n {
            next[l] = m[l][0];
        }
        for i in (0..len).rev() {
            self.behind[i] = next;
            let mut prev = [NEVER; 6];
            for from in 0..n {
                let mut x = [NEVER; 6];
                for to in 0..n {
                    x[to] = m[from][to] + self.scores[i][to] + next[to];
                }
                prev[from] = sum(&x);
            }
            next = prev;
        }
        self.tokens.clear();
        self.pairs = [[0.0; 6]; 6];
        let mut last = [NEVER; 6];
        last[0] = 0.0;
        for i in 0..len {
            let mut p = [0f32; 6];
            for l in 0..n {
                p[l] = (self.ahead[i][l] + self.behind[i][l] - total).exp();
                for from in 0..n {
                    let score =
                        last[from] + m[from][l] + self.scores[i][l] + self.behind[i][l] - total;
                    self.pairs[from][l] += score.exp();
                }
            }
            self.tokens.push(p);
            last = self.ahead[i];
        }
        for from in 0..n {
            self.pairs[from][0] += (last[from] + m[from][0] - total).exp();
        }
    }
}

/// The same shuffles on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below as u64) as usize
    }

    fn shuffle(&mut self, order: &mut [usize]) {
        for i in (1..order.len()).rev() {
            order.swap(i, self.roll(i + 1));
        }
    }
}

/// Rounded weights by feature.
pub(super) type Rows = Vec<(u32, [i8; ROW])>;

/// Puts the layers together, weights rounded to bytes, rows that say little left out.
pub(super) fn assemble(layers: &[Learned], least: f32) -> (Rows, [Vec<i32>; 4]) {
    let mut rows: FxHashMap<u32, [i8; ROW]> = FxHashMap::default();
    let mut moves: [Vec<i32>; 4] = Layer::ALL.map(|l| vec![0; l.labels() * l.labels()]);
    for learned in layers {
        let n = learned.layer.labels();
        let scale = SCALE;
        for (&key, weights) in &learned.weights {
            if weights.iter().all(|w| w.abs() < least) {
                continue;
            }
            let row = rows.entry(key).or_default();
            for l in 0..n {
                row[learned.layer.offset() + l] =
                    (weights[l] * scale).round().clamp(-127.0, 127.0) as i8;
            }
        }
        for from in 0..n {
            for to in 0..n {
                moves[learned.layer as usize][from * n + to] =
                    (learned.moves[from][to] * scale).round() as i32;
            }
        }
    }
    let mut rows: Vec<_> = rows.into_iter().collect();
    rows.sort_unstable();
    (rows, moves)
}

/// Steps of a weight to one unit of log odds.
const SCALE: f32 = 40.0;
