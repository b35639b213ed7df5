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
    /// Times to learn anew, each in another order.
    pub(super) runs: u64,
}

/// Learned weights of one layer.
pub(super) struct Learned {
    pub(super) layer: Layer,
    pub(super) weights: FxHashMap<u32, [f32; 6]>,
    pub(super) moves: [[f32; 6]; 6],
}

/// The mean of several runs, which says less of the order of the chains than one alone.
pub(super) fn learn(layer: Layer, chains: &[Chain], plan: Plan) -> Learned {
    let mut mean = learn_once(layer, chains, plan, 0);
    for run in 1..plan.runs {
        let one = learn_once(layer, chains, plan, run);
        for (key, weights) in one.weights {
            let sum = mean.weights.entry(key).or_default();
            sum.iter_mut().zip(weights).for_each(|(sum, w)| *sum += w);
        }
        let scores = one.moves.iter().flatten();
        mean.moves.iter_mut().flatten().zip(scores).for_each(|(sum, score)| *sum += score);
    }
    let runs = plan.runs.max(1) as f32;
    mean.weights.values_mut().flatten().for_each(|w| *w /= runs);
    mean.moves.iter_mut().flatten().for_each(|score| *score /= runs);
    mean
}

fn learn_once(layer: Layer, chains: &[Chain], plan: Plan, run: u64) -> Learned {
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
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15 ^ run << 32);
    let mut now = 0u32;
    let mut scratch = Scratch::default();
    let mut thinned = Chain::default();
    // The mean over the later passes depends less on the order of the chains than the last step.
    let mut sums = vec![[0f32; 6]; rows.len()];
    let mut moves_sum = [[0f32; 6]; 6];
    let first_counted = plan.passes / 2;
    for pass in 0..plan.passes {
        dice.shuffle(&mut order);
        for &c in &order {
            thin(&chains[c], plan.dropout, &mut dice, &mut thinned);
            let chain = &thinned;
            now += 1;
            for &id in &chain.keys {
                rows[id as usize].catch_up(now, plan);
            }
            scratch.marginals(layer, chain, &rows, &moves);
            for i in 0..chain.labels.len() {
                let gold = usize::from(chain.labels[i]);
                let mut slope = scratch.tokens[i];
                slope[gold] -= 1.0;
                for id in &chain.keys[chain.token(i)] {
                    rows[*id as usize].step(&slope, chain.weight, plan.rate);
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
            row.catch_up(now, plan);
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

/// Fills `out` with `chain` without a share of its features.
fn thin(chain: &Chain, dropout: f32, dice: &mut Dice, out: &mut Chain) {
    out.keys.clear();
    out.ends.clear();
    out.labels.clone_from(&chain.labels);
    out.weight = chain.weight;
    let limit = (dropout * 1000.0) as usize;
    for i in 0..chain.ends.len() {
        let keys = &chain.keys[chain.token(i)];
        out.keys.extend(keys.iter().filter(|_| dice.roll(1000) >= limit));
        out.ends.push(out.keys.len());
    }
}

fn with_ids(chain: &Chain, ids: &FxHashMap<u32, u32>) -> Chain {
    let mut out = Chain { labels: chain.labels.clone(), weight: chain.weight, ..Chain::default() };
    for i in 0..chain.ends.len() {
        out.keys.extend(chain.keys[chain.token(i)].iter().filter_map(|k| ids.get(k)));
        out.ends.push(out.keys.len());
    }
    out
}

/// A feature's weights, the sums of their squared slopes, and the step they were last brought up
/// to, in one cache line. Labels that a layer lacks have no slope and keep the weight 0, so that
/// all are treated at once.
#[derive(Clone, Default)]
#[repr(align(64))]
struct Row {
    weights: [f32; 6],
    seen: [f32; 6],
    at: u32,
}

impl Row {
    /// Applies the penalty of all steps since the feature was last seen.
    fn catch_up(&mut self, now: u32, plan: Plan) {
        let steps = (now - self.at) as f32;
        self.at = now;
        for (w, seen) in self.weights.iter_mut().zip(self.seen) {
            let shrink = plan.rate * plan.penalty * steps / (seen + 1e-4).sqrt();
            *w = (w.abs() - shrink).max(0.0).copysign(*w);
        }
    }

    fn step(&mut self, slope: &[f32; 6], weight: f32, rate: f32) {
        for ((w, seen), slope) in self.weights.iter_mut().zip(&mut self.seen).zip(slope) {
            let g = slope * weight;
            *seen += g * g;
            *w -= rate * g / (*seen + 1e-4).sqrt();
        }
    }
}

/// Probabilities of the labels of one chain.
#[derive(Default)]
struct Scratch {
    /// Odds of each token's labels by its features, those of the best taken for 1.
    odds: Vec<[f64; 6]>,
    /// Odds by all before and with the token, adding up to 1.
    ahead: Vec<[f64; 6]>,
    tokens: Vec<[f32; 6]>,
    pairs: [[f32; 6]; 6],
}

impl Scratch {
    fn marginals(&mut self, layer: Layer, chain: &Chain, rows: &[Row], moves: &[[f32; 6]; 6]) {
        let n = layer.labels();
        self.odds.clear();
        for i in 0..chain.labels.len() {
            let mut scores = [0f32; 6];
            for &id in &chain.keys[chain.token(i)] {
                for (s, w) in scores.iter_mut().zip(&rows[id as usize].weights) {
                    *s += w;
                }
            }
            let top = scores[..n].iter().copied().fold(f32::MIN, f32::max);
            let mut odds = [0.0; 6];
            for l in 0..n {
                odds[l] = f64::from(scores[l] - top).exp();
            }
            self.odds.push(odds);
        }
        let mut m = [[0f64; 6]; 6];
        for from in 0..n {
            for to in 0..n {
                if layer.allows(from as u8, to as u8) {
                    m[from][to] = f64::from(moves[from][to]).exp();
                }
            }
        }
        let edge = [1.0, 0.0, 0.0, 0.0, 0.0, 0.0];
        self.ahead.clear();
        let mut last = edge;
        for odds in &self.odds {
            let mut next = [0.0; 6];
            for from in 0..n {
                for to in 0..6 {
                    next[to] += last[from] * m[from][to];
                }
            }
            next.iter_mut().zip(odds).for_each(|(next, odds)| *next *= odds);
            last = shares(next);
            self.ahead.push(last);
        }
        // What a label's odds are by all behind it; each step's pairs add up to 1.
        let mut behind = [0.0; 6];
        for l in 0..n {
            behind[l] = m[l][0];
        }
        self.tokens.clear();
        self.tokens.resize(chain.labels.len(), [0.0; 6]);
        let mut pairs = [[0f64; 6]; 6];
        let mut to_edge = last;
        for l in 0..n {
            to_edge[l] *= behind[l];
        }
        for (row, share) in pairs.iter_mut().zip(shares(to_edge)) {
            row[0] = share;
        }
        for i in (0..chain.labels.len()).rev() {
            let mut next = [0.0; 6];
            for l in 0..n {
                next[l] = self.odds[i][l] * behind[l];
            }
            let before = if i == 0 { edge } else { self.ahead[i - 1] };
            let mut here = [[0f64; 6]; 6];
            let mut all = 0.0;
            for from in 0..n {
                for to in 0..6 {
                    here[from][to] = before[from] * m[from][to] * next[to];
                    all += here[from][to];
                }
            }
            let mut token = [0f64; 6];
            for from in 0..n {
                for to in 0..6 {
                    let share = here[from][to] / all;
                    pairs[from][to] += share;
                    token[to] += share;
                }
            }
            self.tokens[i] = token.map(|p| p as f32);
            let mut back = [0.0; 6];
            for from in 0..n {
                for to in 0..n {
                    back[from] += m[from][to] * next[to];
                }
            }
            behind = shares(back);
        }
        self.pairs = pairs.map(|row| row.map(|p| p as f32));
    }
}

/// The numbers, made to add up to 1.
fn shares(numbers: [f64; 6]) -> [f64; 6] {
    let all: f64 = numbers.iter().sum();
    numbers.map(|x| x / all)
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
    rows.sort_unstable_by_key(|(key, _)| *key);
    (rows, moves)
}

/// Steps of a weight to one unit of log odds.
const SCALE: f32 = 40.0;
