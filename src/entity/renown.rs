//! Names that the news knows by themselves, without a word of kind before them: papers, clubs,
//! companies, works.

use super::cue::{Phrases, word_keys};
use crate::{data, table};

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
            renowned.names.insert(&word_keys(name), kind);
        }
        renowned
    }

    /// The longest name at the beginning of `keys`, and the number of its words.
    pub(crate) fn longest(&self, keys: impl Iterator<Item = u32>) -> Option<(Renown, usize)> {
        self.names.longest(keys)
    }
}
