//! What a token shows by itself, remembered: nine of ten are one of a few thousand.

use super::Shape;
use crate::entity::cue::{Cues, read};
use crate::segment::{Surface, surface_at};
use crate::{Span, Token, TokenKind};
use std::cell::RefCell;

/// A token and what it shows.
#[derive(Clone, Copy)]
struct Glance {
    /// Its letters, as two numbers so that a slot needs no more room than it has to.
    surface: [u64; 2],
    kind: TokenKind,
    word: u32,
    shape: Shape,
    name: u8,
}

/// No token at all.
const EMPTY: Glance =
    Glance { surface: [0; 2], kind: TokenKind::Blank, word: 0, shape: Shape::Edge, name: 0 };

/// So many tokens are remembered, in 96 KB; of articles six in seven are found again.
const SLOTS: usize = 1 << 12;

thread_local! {
    /// What the thread saw last; its documents share most of their words, and all extractors the
    /// lists of names.
    static SEEN: RefCell<Vec<Glance>> = const { RefCell::new(Vec::new()) };
}

/// The tokens seen last, each in the one slot that its letters give it.
pub(super) struct Glances {
    slots: Vec<Glance>,
}

impl Glances {
    /// What the thread remembers, until it is dropped.
    pub(super) fn take() -> Self {
        let mut slots = SEEN.take();
        slots.resize(SLOTS, EMPTY);
        Self { slots }
    }

    /// The key and the shape of a token, and what it may be within a name.
    #[inline]
    pub(super) fn at(&mut self, text: &str, token: Token, cues: &Cues) -> (u32, Shape, u8) {
        let Token { span, kind } = token;
        if let Some(surface) = surface_at(text.as_bytes(), span.start, span.end)
            && let Some(slot) = self.slots.get_mut(slot(surface))
        {
            let surface = halves(surface);
            if slot.surface != surface || slot.kind != kind {
                let (word, shape, name) = look(text, span, kind, cues);
                *slot = Glance { surface, kind, word, shape, name };
            }
            return (slot.word, slot.shape, slot.name);
        }
        look(text, span, kind, cues)
    }
}

impl Drop for Glances {
    fn drop(&mut self) {
        SEEN.set(std::mem::take(&mut self.slots));
    }
}

fn look(text: &str, span: Span, kind: TokenKind, cues: &Cues) -> (u32, Shape, u8) {
    let reading = read(&text[span]);
    let shape = Shape::of(kind, &text[span], reading);
    (reading.key, shape, if shape.is_capital() { cues.name(reading.key) } else { 0 })
}

const fn halves(surface: Surface) -> [u64; 2] {
    [surface as u64, (surface >> 64) as u64]
}

/// Where a token is kept.
const fn slot(surface: Surface) -> usize {
    let [low, high] = halves(surface);
    ((low ^ high).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize % SLOTS
}
