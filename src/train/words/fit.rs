//! Logistic regression by AdaGrad.

use super::Options;
use super::examples::Run;
use crate::segment::learning::{CLASSES, COLUMNS, Flags, Item, Model, Pair, Table, Weights, walk};

/// Tables are learned with coarser ones beside them, which see some of the bits only; so a cell
/// that was never seen falls back on what it has in common with others.
const COARSER: &[(Table, &[usize])] = &[
    (Table::Shapes, &[0xffff, 0xfff0, 0x0fff, 0x0ff0, 0]),
    (Table::Words, &[0xfff, 0x01f, 0x007, 0x019, 0xb80]),
    (Table::Cores, &[0x1fff]),
    (Table::Growth, &[0x7fff, 0x7f00, 0x60ff, 0x78ff, 0x7800]),
];

/// All weights, and what each has been moved.
#[derive(Clone, Debug)]
pub(super) struct Fit {
    weights: Vec<[f32; 2]>,
    rows: usize,
    pairs: usize,
}

impl Fit {
    /// Learns from `runs`, in which so many syllables and pairs are numbered.
    pub(super) fn new(syllables: usize, pairs: usize, runs: &[Run], options: Options) -> Self {
        let cells = COARSER.iter().map(|(table, masks)| masks.len() << table.bits()).sum();
        let pairs_from = cells + (usize::from(CLASSES) + syllables) * COLUMNS;
        let mut fit = Self {
            weights: vec![[0.0; 2]; pairs_from + pairs * 4],
            rows: cells,
            pairs: pairs_from,
        };
        let mut order: Vec<usize> = (0..runs.len()).collect();
        let mut random = 1;
        for _ in 0..options.passes {
            shuffle(&mut order, &mut random);
            for run in order.iter().filter_map(|&at| runs.get(at)) {
                fit.learn(run, options.rate);
            }
        }
        fit
    }

    fn learn(&mut self, run: &Run, rate: f32) {
        let at = Vec::with_capacity(40);
        walk(&run.items, &mut Features { fit: self, run, rate, at });
    }

    /// The weights of a pair.
    pub(super) fn pair(&self, number: usize) -> [f32; 4] {
        let from = self.pairs + number * 4;
        [0, 1, 2, 3].map(|column| self.weight(from + column))
    }

    /// The weights of a pair as the file holds them.
    pub(super) fn rounded_pair(&self, number: usize) -> [i8; 4] {
        self.pair(number).map(|w| round(w, Model::PAIR_UNIT).clamp(-64.0, 63.0) as i8)
    }

    /// The weights of all classes and syllables as the file holds them.
    pub(super) fn rows(&self) -> Vec<[i8; COLUMNS]> {
        let round = |w: &[f32; 2]| round(w[0], Model::ROW_UNIT).clamp(-128.0, 127.0) as i8;
        let rows = self.weights.get(self.rows..self.pairs).unwrap_or_default();
        rows.as_chunks().0.iter().map(|row| row.each_ref().map(round)).collect()
    }

    /// All tables, with their coarser ones added, as the file holds them.
    pub(super) fn cells(&self) -> Vec<i16> {
        let mut cells = vec![0.0; Table::LEN];
        let mut from = 0;
        for (table, masks) in COARSER {
            for mask in *masks {
                let cells = cells.iter_mut().skip(table.offset()).take(1 << table.bits());
                for (at, cell) in cells.enumerate() {
                    *cell += self.weight(from + (at & mask));
                }
                from += 1 << table.bits();
            }
        }
        cells.into_iter().map(|w| round(w, 1).clamp(-32768.0, 32767.0) as i16).collect()
    }

    fn weight(&self, at: usize) -> f32 {
        self.weights.get(at).map_or(0.0, |w| w[0])
    }
}

/// In units of `unit` / 64.
fn round(weight: f32, unit: i32) -> f32 {
    (weight * 64.0 / unit as f32).round()
}

/// The features of one gap of a run by their places among all weights.
struct Features<'f> {
    fit: &'f mut Fit,
    run: &'f Run,
    rate: f32,
    at: Vec<usize>,
}

impl Features<'_> {
    fn update(&mut self, joined: bool, weight: f32) {
        let sum: f32 = self.at.iter().map(|&at| self.fit.weight(at)).sum();
        let chance = 1.0 / (1.0 + (-sum).exp());
        let slope = (chance - f32::from(u8::from(joined))) * weight;
        if slope.abs() < 1e-4 {
            return;
        }
        for &at in &self.at {
            if let Some([w, moved]) = self.fit.weights.get_mut(at) {
                *moved += slope * slope;
                *w -= self.rate * slope / (0.01 + *moved).sqrt();
            }
        }
    }
}

impl Weights for Features<'_> {
    type Row = usize;

    fn row(&self, number: u16) -> usize {
        self.fit.rows + usize::from(number) * COLUMNS
    }

    fn cell(&mut self, table: Table, at: usize) {
        let mut from = 0;
        for (other, masks) in COARSER {
            let size = 1 << other.bits();
            if *other == table {
                self.at.extend(
                    masks.iter().enumerate().map(|(i, mask)| from + i * size + (at & mask)),
                );
            }
            from += masks.len() * size;
        }
    }

    fn syllable(&mut self, row: usize, column: usize) {
        self.at.push(row + column);
    }

    fn pair(&mut self, pair: Pair, column: u32) {
        let number = (pair >> Flags::BITS) as usize;
        if number > 0 {
            self.at.push(self.fit.pairs + number * 4 + column as usize);
        }
    }

    fn joins(&mut self, at: usize) -> bool {
        let joined = self.run.joined.get(at).copied().unwrap_or(false);
        self.update(joined, self.run.weights.get(at).copied().unwrap_or(0.0));
        self.at.clear();
        joined
    }

    fn part(&mut self, _: usize, _: &Item, _: &Item) {}
}

fn shuffle(order: &mut [usize], random: &mut u64) {
    for i in (1..order.len()).rev() {
        *random = random.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
        order.swap(i, (*random >> 33) as usize % (i + 1));
    }
}
