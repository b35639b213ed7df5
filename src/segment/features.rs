//! What speaks for and against a word border: the features of a gap between two syllables.
//!
//! One walk serves learning and use: [`gap`] names each feature to a [`Weights`], which adds it up
//! or takes it down. All features are looked up by small numbers; none is hashed.

use super::lexicon::{Flags, Lexicon, Pair};
use crate::{Token, TokenKind};

/// How a token is written, and what stands outside a run of tokens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Shape {
    /// Outside the sentence.
    #[default]
    Edge,
    /// A punctuation mark within the sentence.
    Mark,
    /// đảng
    Small,
    /// Đảng
    Capital,
    /// ĐẢNG
    Shout,
    /// A single capital: Ý, A
    Initial,
    /// internet
    Foreign,
    /// Paris
    ForeignCapital,
    /// UBND
    Acronym,
    /// XIII
    Roman,
    /// 12,5
    Number,
    /// 15/12/2025, 600m2, 14h30
    Measured,
    /// H'Hen, Pu-tin
    Name,
    /// Addresses, codes, pictographs
    Other,
}

/// One token of a run, with all that its gaps need to know.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Item {
    /// First byte and the byte after the last one.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// What is known of the token before and this one.
    pub(crate) pair: Pair,
    /// Number of its syllable, or its class.
    pub(crate) number: u16,
    pub(crate) shape: Shape,
    /// Which lexicon words begin here: of 2, 3, 4, 5 and more syllables, a bit each.
    pub(crate) words: u8,
    /// What forced words say of the gap before it.
    pub(crate) force: Force,
}

/// What forced words say of a gap.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Force {
    #[default]
    Free,
    Join,
    Part,
}

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
    #[cfg(feature = "train")]
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
    /// A cell of a table.
    fn cell(&mut self, table: Table, at: usize);
    /// Some columns of a syllable.
    fn syllable(&mut self, number: u16, columns: &[usize]);
    /// One of the four weights of a pair.
    fn pair(&mut self, pair: Pair, column: u32);
}

/// Names the features of the gap before `items[at]` to `weights`. `first` is the first token of
/// the word that ends at the gap.
///
/// `items` must have two more tokens on either side of the gap.
#[inline]
pub(crate) fn gap(items: &[Item], at: usize, first: usize, weights: &mut impl Weights) {
    let Some([z, a, b, c, d]) = at.checked_sub(3).and_then(|from| {
        let window = items.get(from..from + 5)?;
        window.first_chunk::<5>()
    }) else {
        return;
    };
    let shape = |item: &Item| item.shape as usize;
    let sides = shape(b) << 4 | shape(c);
    weights.cell(Table::Shapes, shape(a) << 12 | sides << 4 | shape(d));

    let begins = |place: usize, item: &Item| {
        WORDS.get(place).and_then(|bits| bits.get(usize::from(item.words))).map_or(0, |&b| b.into())
    };
    let wide: usize = begins(0, z) | begins(1, a) | begins(2, b) | begins(3, c);
    // The words of two or three syllables in which the gap lies, and those of two beside it.
    let core = wide & 0b1_1111;
    weights.cell(Table::Words, wide);
    weights.cell(Table::Cores, core << 8 | sides);

    let length = (at - first).min(4);
    let origin = items.get(first).map_or(0, |item| usize::from(item.words));
    let grown = origin >> (length - 1) & 1;
    let word = if length >= 2 { origin >> (length - 2) & 1 } else { 0 };
    let hope = usize::from(origin >> length != 0);
    let growth = (length - 1) << 5
        | grown << 4
        | word << 3
        | hope << 2
        | usize::from(c.words != 0) << 1
        | usize::from(b.words & 1);
    weights.cell(Table::Growth, growth << 8 | sides);

    // Whether the lexicon joins b and c: as a word, within a longer one, or not at all.
    let tie = if wide & 1 == 1 { 0 } else { 2 - usize::from(wide & 0b1011_1001_1000 != 0) };
    weights.syllable(a.number, &[0]);
    weights.syllable(b.number, &[2 + side(c.shape), 10 + tie]);
    weights.syllable(c.number, &[6 + side(b.shape), 13 + tie]);
    weights.syllable(d.number, &[1]);
    weights.pair(b.pair, 0);
    weights.pair(c.pair, if length == 1 { 1 } else { 2 });
    weights.pair(d.pair, 3);
}

/// What the words that begin at the token two before the gap, at the two beside it and behind say
/// of the gap, by their [`Item::words`]: 5 bits of the words that touch it or lie beside, those of
/// three syllables further off, those of four, whether one goes on behind, those of five and more.
#[allow(clippy::indexing_slicing)] // evaluated by the compiler
static WORDS: [[u16; 16]; 4] = {
    let mut table = [[0; 16]; 4];
    let mut words: u16 = 0;
    while words < 16 {
        let (two, three, four, five) = (words & 1, words >> 1 & 1, words >> 2 & 1, words >> 3 & 1);
        let at = words as usize;
        table[0][at] = three << 5 | four << 7 | five << 11;
        table[1][at] = two << 1 | three << 3 | four << 8 | five << 11;
        table[2][at] = two | three << 4 | four << 9 | five << 11;
        table[3][at] = two << 2 | three << 6 | (four | five) << 10;
        words += 1;
    }
    table
};

/// The shape beside a syllable, roughly.
const fn side(shape: Shape) -> usize {
    match shape {
        Shape::Edge | Shape::Mark => 0,
        Shape::Small | Shape::Foreign => 1,
        Shape::Acronym | Shape::Roman | Shape::Number | Shape::Measured | Shape::Other => 3,
        _ => 2,
    }
}

/// Looks up what is known of the tokens of a run together: pairs, words, forced words.
pub(crate) fn link(lexicon: &Lexicon, items: &mut [Item]) {
    let mut before = None;
    for item in &mut *items {
        item.pair = before.map_or(0, |before| lexicon.pair(before, item.number));
        before = Some(item.number);
    }
    find_words(lexicon, items);
}

/// Finds the lexicon words that begin at each token of a run, and what forced words say.
fn find_words(lexicon: &Lexicon, items: &mut [Item]) {
    let mut forced = 0;
    for at in 0..items.len() {
        let Some([a, b, rest @ ..]) = items.get(at..) else { break };
        let flags = b.pair & Flags::MASK;
        let mut words = (flags & Flags::WORD) as u8;
        let mut longest = if flags & Flags::FORCED != 0 { 2 } else { 0 };
        if flags & Flags::MORE != 0 {
            let mut chain = Lexicon::chain(a.number, b.number);
            for (i, item) in rest.iter().enumerate() {
                chain = Lexicon::link(chain, item.number);
                let flags = lexicon.flags(chain);
                words |= ((flags & Flags::WORD) << (i + 1).min(3)) as u8;
                if flags & Flags::FORCED != 0 {
                    longest = i + 3;
                }
                if flags & Flags::MORE == 0 {
                    break;
                }
            }
        }
        if let Some(item) = items.get_mut(at) {
            item.words = words;
        }
        if longest > 0 && at >= forced {
            force(items, at, longest);
            forced = at + longest;
        }
    }
}

fn force(items: &mut [Item], at: usize, syllables: usize) {
    for (i, item) in items.iter_mut().skip(at).take(syllables + 1).enumerate() {
        item.force = if i == 0 || i == syllables { Force::Part } else { Force::Join };
    }
}

/// The shape of a token, its case aside; `None` where it ends a run.
#[inline]
pub(crate) fn shape_of(text: &str, token: Token) -> Option<Shape> {
    let capital =
        || text.get(token.span.range()).is_some_and(|t| t.starts_with(char::is_uppercase));
    Some(match token.kind {
        TokenKind::Syllable => Shape::Small,
        TokenKind::Foreign if capital() => Shape::ForeignCapital,
        TokenKind::Foreign => Shape::Foreign,
        TokenKind::Acronym => Shape::Acronym,
        TokenKind::Roman => Shape::Roman,
        TokenKind::Name => Shape::Name,
        TokenKind::Number => Shape::Number,
        TokenKind::Money
        | TokenKind::Measure
        | TokenKind::Date
        | TokenKind::Time
        | TokenKind::Phone => Shape::Measured,
        TokenKind::Punctuation | TokenKind::Blank | TokenKind::LineBreak => return None,
        _ => Shape::Other,
    })
}
