//! What speaks for and against a word border: the features of a gap between two tokens.
//!
//! One walk serves learning and use: [`walk`] names each feature of each gap to a [`Weights`], which
//! adds it up or takes it down. All features are looked up by small numbers; none is hashed. What
//! two gaps see alike is carried on from one to the next.

// Tables of the compiler's, whose indices are masked.
#![allow(clippy::indexing_slicing)]

use super::decode::MARGIN;
use super::lexicon::Pair;
use super::run::{Force, Item, Shape};

/// A table of weights that is looked up by a small number of bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Table {
    /// Shapes of two tokens on either side.
    Shapes,
    /// Lexicon words around the gap.
    Words,
    /// Lexicon words that touch the gap, and shapes on either side.
    Cores,
    /// The word so far, the words that could be, and shapes on either side.
    Growth,
}

impl Table {
    /// How many bits its numbers have.
    pub(crate) const fn bits(self) -> u32 {
        match self {
            Self::Shapes => 16,
            Self::Words => 12,
            Self::Cores => 13,
            Self::Growth => 15,
        }
    }

    /// Where it begins in the one array of all tables.
    pub(crate) const fn offset(self) -> usize {
        match self {
            Self::Shapes => 0,
            Self::Words => 1 << 16,
            Self::Cores => (1 << 16) + (1 << 12),
            Self::Growth => (1 << 16) + (1 << 12) + (1 << 13),
        }
    }

    /// The length of that array.
    pub(crate) const LEN: usize = Self::Growth.offset() + (1 << 15);
}

/// How many weights a syllable has.
pub(crate) const COLUMNS: usize = 16;

/// Adds features up, or takes them down.
pub(crate) trait Weights {
    /// The weights of a syllable, or where they stand.
    type Row: Copy;
    /// Those of the syllable of this number.
    fn row(&self, number: u16) -> Self::Row;
    /// A cell of a table.
    fn cell(&mut self, table: Table, at: usize);
    /// One of the weights of a syllable.
    fn syllable(&mut self, row: Self::Row, column: usize);
    /// One of the four weights of a pair.
    fn pair(&mut self, pair: Pair, column: u32);
    /// Whether the token at `at` belongs to the word before it, now that all features of the gap
    /// between them are named.
    fn joins(&mut self, at: usize) -> bool;
    /// A word ends with the token `last`, before `next`, the token at `at`.
    fn part(&mut self, at: usize, last: &Item, next: &Item);
}

/// Goes over the gaps of a run from left to right and names the features of each to `weights`, then
/// asks whether the gap is joined; where forced words decide, it does not ask.
///
/// `items` are the run with [`MARGIN`] empty items before and behind.
#[inline]
pub(crate) fn walk<W: Weights>(items: &[Item], weights: &mut W) {
    let [_, x, y, z, ..] = items else { return };
    // What the gaps see is moved on by one token each: a and b before the gap, c and d behind.
    let mut shapes = shape(x) << 8 | shape(y) << 4 | shape(z);
    let mut words = spread(y);
    let (mut side_b, mut side_c) = (side(y.shape), side(z.shape));
    let [mut row_a, mut row_b, mut row_c] = [x, y, z].map(|item| weights.row(item.number));
    // The word so far, as a place in GROWTH.
    let mut word = usize::from(y.words);
    let inner = items.get(1..items.len() - 1).unwrap_or_default();
    for (at, window) in (MARGIN + 1..).zip(inner.windows(4)) {
        let [_, b, c, d] = window else { continue };
        shapes = shapes << 4 & 0xffff | shape(d);
        words = words >> LANE | spread(c);
        let row_d = weights.row(d.number);
        let joined = match c.force {
            Force::Join => true,
            Force::Part => false,
            Force::Free => {
                let sides = shapes >> 4 & 0xff;
                let wide = (words & 0xfff) as usize;
                weights.cell(Table::Shapes, shapes);
                // The words of two or three syllables in which the gap lies, and those of two
                // beside it.
                weights.cell(Table::Words, wide);
                weights.cell(Table::Cores, (wide & 0b1_1111) << 8 | sides);
                let Near { tie, growth } = NEAR[wide];
                let (tie, growth) = (usize::from(tie), growth | GROWTH[word % GROWTH.len()]);
                weights.cell(Table::Growth, usize::from(growth) << 8 | sides);
                weights.syllable(row_a, 0);
                weights.syllable(row_b, 2 + side_c);
                weights.syllable(row_b, 10 + tie);
                weights.syllable(row_c, 6 + side_b);
                weights.syllable(row_c, 13 + tie);
                weights.syllable(row_d, 1);
                weights.pair(b.pair, 0);
                weights.pair(c.pair, if word < 16 { 1 } else { 2 });
                weights.pair(d.pair, 3);
                weights.joins(at)
            }
        };
        if !joined {
            weights.part(at, b, c);
            word = usize::from(c.words);
        } else if word < 48 {
            word += 16;
        }
        (row_a, row_b, row_c) = (row_b, row_c, row_d);
        (side_b, side_c) = (side_c, side(d.shape));
    }
    if let [.., last, next, _] = items {
        weights.part(items.len() - MARGIN, last, next);
    }
}

const fn shape(item: &Item) -> usize {
    item.shape as usize
}

/// The shape beside a syllable, roughly.
const fn side(shape: Shape) -> usize {
    match shape {
        Shape::Edge | Shape::Mark => 0,
        Shape::Small | Shape::Foreign => 1,
        Shape::Acronym | Shape::Roman | Shape::Number | Shape::Measured | Shape::Other => 3,
        _ => 2,
    }
}

/// What the words that begin at a token say of the gap before it, in the lowest lane, and of the
/// three gaps behind it, in the lanes above.
fn spread(item: &Item) -> u64 {
    SPREAD[usize::from(item.words & 15)]
}

/// Bits of a lane of [`SPREAD`].
const LANE: u32 = 16;

/// By the [`Item::words`] of a token: 5 bits of the words that touch the gap or lie beside it, those
/// of three syllables further off, those of four, whether one goes on behind, those of five and more.
static SPREAD: [u64; 16] = {
    let mut table = [0; 16];
    let mut words = 0;
    while words < 16 {
        let (two, three, four, five) = (words & 1, words >> 1 & 1, words >> 2 & 1, words >> 3);
        let lanes = [
            two << 2 | three << 6 | (four | five) << 10,
            two | three << 4 | four << 9 | five << 11,
            two << 1 | three << 3 | four << 8 | five << 11,
            three << 5 | four << 7 | five << 11,
        ];
        let mut lane = 4;
        while lane > 0 {
            lane -= 1;
            table[words as usize] = table[words as usize] << LANE | lanes[lane];
        }
        words += 1;
    }
    table
};

/// What the lexicon words around a gap say of it in short.
#[derive(Clone, Copy)]
struct Near {
    /// Whether they join b and c: as a word (0), within a longer one (1), or not at all (2).
    tie: u8,
    /// The lower bits of what [`GROWTH`] begins: whether a word begins at c, and whether b and c
    /// are one.
    growth: u8,
}

/// By 12 bits of the words around a gap, as [`SPREAD`] gives them.
static NEAR: [Near; 1 << 12] = {
    let mut table = [Near { tie: 0, growth: 0 }; 1 << 12];
    let mut wide = 0;
    while wide < table.len() {
        let (one, longer) = (wide & 1, wide & 0b1011_1001_1000 != 0);
        let begins = (wide & 0b0100_0100_0100 != 0) as usize;
        let tie = if one == 1 { 0 } else { 2 - longer as u8 };
        table[wide] = Near { tie, growth: (begins << 1 | one) as u8 };
        wide += 1;
    }
    table
};

/// By the [`Item::words`] of the first token of the word so far, and 16 for each token more, up to
/// four in all: how many more, then whether it is a lexicon word, whether it was one before the last
/// token, and whether a longer one may still come; two bits are left for what stands beside the gap.
static GROWTH: [u8; 64] = {
    let mut table = [0; 64];
    let mut at = 0;
    while at < table.len() {
        let (less, words) = (at >> 4, at & 15);
        let grown = words >> less & 1;
        let before = if less > 0 { words >> (less - 1) & 1 } else { 0 };
        let hope = (words >> (less + 1) != 0) as usize;
        table[at] = (less << 5 | grown << 4 | before << 3 | hope << 2) as u8;
        at += 1;
    }
    table
};
