//! What a token shows by itself; of a plain syllable, as eight tokens of ten are, it is looked up
//! once.

use super::active::OUTSIDE;
use super::{Shape, Sight};
use crate::entity::cue::{Cues, name, read, sign_key, word_key};
use crate::syllable::Code;
use crate::{Token, TokenKind};
use std::cell::RefCell;

/// What a plain syllable shows, in either case.
#[derive(Clone, Copy)]
struct Glance {
    word: u32,
    /// What it may be within a name, where it has a capital.
    name: u8,
    /// Whether it stands inside no span, where it has none.
    outside: bool,
    seen: bool,
}

const UNSEEN: Glance = Glance { word: 0, name: 0, outside: false, seen: false };

thread_local! {
    /// What the thread has seen: its documents share most of their words, and all extractors the
    /// lists of names.
    static SEEN: RefCell<Vec<Glance>> = const { RefCell::new(Vec::new()) };
}

/// The syllables seen, by the places of their codes, in 512 KB, of which a text touches little.
pub(super) struct Glances {
    syllables: Vec<Glance>,
}

impl Glances {
    /// What the thread remembers, until it is dropped.
    pub(super) fn take() -> Self {
        let mut syllables = SEEN.take();
        syllables.resize(Code::PLACES, UNSEEN);
        Self { syllables }
    }

    /// What a token shows by itself.
    #[inline]
    pub(super) fn at(
        &mut self,
        text: &str,
        token: Token,
        code: Option<Code>,
        cues: &Cues,
    ) -> Sight {
        let Token { span, kind } = token;
        let Some(code) = code else { return look(&text[span], kind, cues) };
        let Some(glance) = self.syllables.get_mut(code.place()) else {
            return look(&text[span], kind, cues);
        };
        if !glance.seen {
            let word = word_key(&text[span]);
            let outside = OUTSIDE.contains(&word);
            *glance = Glance { word, name: cues.name(word), outside, seen: true };
        }
        let Glance { word, name, outside, .. } = *glance;
        if code.is_capital() {
            Sight { word, shape: Shape::Capital, name, ..Sight::EDGE }
        } else {
            Sight { word, shape: Shape::Lower, outside, ..Sight::EDGE }
        }
    }
}

impl Drop for Glances {
    fn drop(&mut self) {
        SEEN.set(std::mem::take(&mut self.syllables));
    }
}

/// The keys and shapes of the signs of ASCII, which most tokens are that are no syllables.
#[allow(clippy::indexing_slicing)] // below the length
const SIGNS: [(u32, Shape); 128] = {
    let (mut signs, mut sign) = ([(0, Shape::Mark); 128], 0);
    while sign < 128 {
        signs[sign as usize] = (sign_key(sign), Shape::of_sign(sign as char));
        sign += 1;
    }
    signs
};

fn look(word: &str, kind: TokenKind, cues: &Cues) -> Sight {
    if kind == TokenKind::Punctuation
        && let [sign] = word.as_bytes()
        && let Some(&(key, shape)) = SIGNS.get(usize::from(*sign))
    {
        return Sight { word: key, shape, ..Sight::EDGE };
    }
    let reading = read(word);
    let shape = Shape::of(kind, word, reading);
    let name = match shape {
        // Women of the Ê Đê and the Ba Na: `H'Hen`.
        Shape::Name if ["H'", "H’"].iter().any(|h| word.starts_with(h)) => name::SURNAME,
        shape if shape.is_capital() => cues.name(reading.key),
        _ => 0,
    };
    let outside = shape == Shape::Lower && OUTSIDE.contains(&reading.key);
    Sight { word: reading.key, shape, name, outside, ..Sight::EDGE }
}
