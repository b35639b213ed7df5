//! Names that the news knows by themselves, without a word of kind before them: papers, clubs,
//! companies, works.

use super::cue::{Phrases, word_key};
use crate::{data, table, tokens};

/// What bears a known name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Renown {
    /// A paper, agency or station: `Tiền Phong`, `TTXVN`.
    Press = 1,
    /// A club: `Real Madrid`.
    Club,
    /// A company or its brand: `Samsung`.
    Company,
    /// A work, prize, contest, ship or product: `Champions League`.
    Work,
}

/// The known names, by the keys of their words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Renowned {
    names: Phrases<Renown>,
}

impl Renowned {
    /// The bundled list.
    pub(crate) fn bundled() -> Self {
        let mut renowned = Self::default();
        for row in table::rows(data::RENOWN) {
            let [name, kind] = row.columns();
            let kind = match kind {
                "press" => Renown::Press,
                "club" => Renown::Club,
                "company" => Renown::Company,
                _ => Renown::Work,
            };
            let words = tokens(name).filter(|t| !t.kind.is_blank());
            let words: Vec<u32> = words.map(|t| word_key(&name[t.span])).collect();
            renowned.names.insert(&words, kind);
        }
        renowned
    }

    /// The longest name at the beginning of `keys`, and the number of its words.
    pub(crate) fn longest(&self, keys: impl Iterator<Item = u32>) -> Option<(Renown, usize)> {
        self.names.longest(keys)
    }
}
