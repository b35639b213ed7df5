//! From tokens to words: runs of tokens between punctuation, and one decision a gap.

use super::gap::{self, COLUMNS, Table, Weights};
use super::lexicon::{Lexicon, Pair};
use super::model::Model;
use super::run::{self, Item, Shape};
use super::surface::{self, Case};
use super::{Word, WordKind};
use crate::sentence::short_form;
use crate::syllable::{Code, Syllable};
use crate::{Span, Token, TokenKind};

/// A run is cut here, so that text without punctuation needs no more memory than other text.
const LONGEST_RUN: usize = 1024;

/// Empty places before the first token of a run, so that every gap has two tokens on either side.
pub(crate) const MARGIN: usize = 2;

/// First class of the numbers written with digits alone, by how many there are.
const DIGITS: u16 = 14;

/// What becomes of the runs of a text, and of the marks between them.
pub(crate) trait Sink {
    /// Tokens without a mark between them, with [`MARGIN`] empty items before and behind.
    fn run(&mut self, items: &[Item]);
    /// A punctuation mark.
    fn mark(&mut self, token: Token);
}

/// Reads the tokens of `text`, with the codes of those that are plain syllables, as runs. `items`
/// is the room in which a run is built.
pub(crate) fn read(
    lexicon: &Lexicon,
    text: &str,
    tokens: impl Iterator<Item = (Token, Option<Code>)>,
    items: &mut Vec<Item>,
    sink: &mut impl Sink,
) {
    open(items, Shape::Edge);
    for (token, code) in tokens {
        if let Some(item) = item(lexicon, text, token, code) {
            items.push(item);
            if items.len() == MARGIN + LONGEST_RUN {
                close(lexicon, text, items, Shape::Mark, sink);
            }
        } else if let Some(short) = stopped(text, token, items) {
            short.end = token.span.end;
        } else if token.kind != TokenKind::Blank {
            let edge = edge(text, token);
            close(lexicon, text, items, edge, sink);
            if token.kind == TokenKind::Punctuation {
                sink.mark(token);
            }
        }
    }
    close(lexicon, text, items, Shape::Edge, sink);
}

/// The short form to which `token` is the stop: the TP of TP. Huế, the H of ông H. cho biết.
fn stopped<'i>(text: &str, token: Token, items: &'i mut [Item]) -> Option<&'i mut Item> {
    let start = token.span.start;
    let stop = text.as_bytes().get(start) == Some(&b'.');
    let last = items.last_mut().filter(|item| stop && item.end == start && start > 0)?;
    let next = text.get(start + 1..)?.trim_start_matches(' ').chars().next()?;
    let letters = text.get(last.start..last.end)?;
    let name_follows = next.is_alphanumeric() && short_form::leads(letters);
    let initial = last.shape == Shape::Initial && (next.is_lowercase() || next == ',');
    (name_follows || initial).then_some(last)
}

/// What a token that ends a run looks like from within.
fn edge(text: &str, token: Token) -> Shape {
    let ends = match text.as_bytes().get(token.span.start) {
        Some(b'.' | b'!' | b'?') => true,
        Some(0xe2) => text.get(token.span.start..).is_some_and(|rest| rest.starts_with('…')),
        _ => token.kind == TokenKind::LineBreak,
    };
    if ends { Shape::Edge } else { Shape::Mark }
}

fn open(items: &mut Vec<Item>, edge: Shape) {
    items.clear();
    items.extend([outside(edge); MARGIN]);
}

fn outside(shape: Shape) -> Item {
    Item { number: shape as u16, shape, ..Item::default() }
}

/// Hands the run to `sink` and opens the next one; `edge` stands between them.
#[inline]
fn close(lexicon: &Lexicon, text: &str, items: &mut Vec<Item>, edge: Shape, sink: &mut impl Sink) {
    if items.len() > MARGIN {
        if let Some(run) = items.get_mut(MARGIN..) {
            if is_shouted(run) {
                run.iter_mut().for_each(|item| lower(text, item));
            }
            run::link(lexicon, run);
        }
        items.extend([outside(edge); MARGIN]);
        sink.run(items);
    }
    open(items, edge);
}

/// A token of a run; `None` where it ends one.
#[inline(always)]
fn item(lexicon: &Lexicon, text: &str, token: Token, code: Option<Code>) -> Option<Item> {
    let (mut number, shape) = match code {
        Some(code) => {
            let shape = if code.is_capital() { Shape::Capital } else { Shape::Small };
            (lexicon.surfaces.plain(code), shape)
        }
        None => read_letters(lexicon, text, token)?,
    };
    if number == 0 {
        number = shape as u16;
    }
    let Span { start, end } = token.span;
    Some(Item { start, end, number, shape, ..Item::default() })
}

/// The number of a token, 0 where it has none, and its shape; `None` where it ends a run.
fn read_letters(lexicon: &Lexicon, text: &str, token: Token) -> Option<(u16, Shape)> {
    let mut shape = run::shape_of(text, token)?;
    let Span { start, end } = token.span;
    let mut number = 0;
    if shape == Shape::Number {
        number = digits(text, token);
    } else if let Some(key) = surface::key_at(text.as_bytes(), start, end) {
        let (key, case) = surface::fold(key);
        shape = match (shape, case) {
            (Shape::Small, Case::Capital) => Shape::Capital,
            (Shape::Small, Case::Shout) => Shape::Shout,
            (Shape::Small | Shape::Acronym, Case::Initial) => Shape::Initial,
            _ => shape,
        };
        number = lexicon.surfaces.get(key);
    }
    Some((number, shape))
}

/// The class of a number: of one, two, three, four, more digits, or with points and commas.
fn digits(text: &str, token: Token) -> u16 {
    let digits = text.get(token.span.range()).unwrap_or_default().as_bytes();
    if digits.iter().all(u8::is_ascii_digit) { DIGITS + digits.len().min(5) as u16 } else { DIGITS }
}

/// Whether a run is all in capitals, as headlines are: then capitals mean nothing.
fn is_shouted(run: &[Item]) -> bool {
    let small = |item: &Item| {
        matches!(item.shape, Shape::Small | Shape::Capital | Shape::Foreign | Shape::ForeignCapital)
    };
    !run.iter().any(small) && run.len() > 1 && run.iter().any(|item| item.shape == Shape::Shout)
}

/// Makes an item what it would be in small letters.
pub(crate) fn lower(text: &str, item: &mut Item) {
    let syllable = || Syllable::parse(text.get(item.start..item.end).unwrap_or_default()).is_some();
    let shape = match item.shape {
        Shape::Capital | Shape::Shout => Shape::Small,
        Shape::Initial | Shape::Acronym if syllable() => Shape::Small,
        Shape::Initial | Shape::ForeignCapital | Shape::Acronym => Shape::Foreign,
        other => other,
    };
    if item.number == item.shape as u16 {
        item.number = shape as u16;
    }
    item.shape = shape;
}

/// Decides the gaps of each run from left to right and adds the words to `words`.
pub(crate) struct Decoder<'m, 'w> {
    pub(crate) model: &'m Model,
    pub(crate) words: &'w mut Vec<Word>,
}

impl Sink for Decoder<'_, '_> {
    fn run(&mut self, items: &[Item]) {
        let Self { model, words } = self;
        let first = items.get(MARGIN).copied().unwrap_or_default();
        let word = Open { at: MARGIN, start: first.start, shape: first.shape };
        gap::walk(items, &mut Sum { model, word, cells: 0, rows: 0, pairs: 0, words });
    }

    fn mark(&mut self, token: Token) {
        self.words.push(Word { span: token.span, kind: WordKind::Punctuation, syllables: 1 });
    }
}

/// The weights of a gap, summed up by their units, and the word before it.
struct Sum<'r> {
    model: &'r Model,
    word: Open,
    cells: i32,
    rows: i32,
    pairs: i32,
    words: &'r mut Vec<Word>,
}

/// A word whose end is not found yet: its first token.
struct Open {
    at: usize,
    start: usize,
    shape: Shape,
}

#[allow(clippy::indexing_slicing)] // masked by the length of the table and of the row
impl<'r> Weights for Sum<'r> {
    type Row = &'r [i8; COLUMNS];

    #[inline]
    fn row(&self, number: u16) -> Self::Row {
        self.model.rows.get(usize::from(number)).unwrap_or(&[0; COLUMNS])
    }

    #[inline]
    fn cell(&mut self, table: Table, at: usize) {
        let within = at & ((1 << table.bits()) - 1);
        self.cells += i32::from(self.model.cells[table.offset() + within]);
    }

    #[inline]
    fn syllable(&mut self, row: Self::Row, column: usize) {
        self.rows += i32::from(row[column % COLUMNS]);
    }

    #[inline]
    fn pair(&mut self, pair: Pair, column: u32) {
        self.pairs += (pair << (7 * column)) as i32 >> 25;
    }

    #[inline]
    fn joins(&mut self, _: usize) -> bool {
        let sum = self.cells + self.rows * Model::ROW_UNIT + self.pairs * Model::PAIR_UNIT;
        (self.cells, self.rows, self.pairs) = (0, 0, 0);
        sum > 0
    }

    #[inline]
    fn part(&mut self, at: usize, last: &Item, next: &Item) {
        let word = &mut self.word;
        let kind = match word.shape {
            Shape::Number | Shape::Measured => WordKind::Number,
            _ => WordKind::Word,
        };
        let syllables = (at - word.at).min(usize::from(u8::MAX)) as u8;
        self.words.push(Word { span: Span::new(word.start, last.end), kind, syllables });
        *word = Open { at, start: next.start, shape: next.shape };
    }
}
