//! Names that the news knows by themselves, without a word of kind before them: papers, clubs,
//! companies, works.

use super::cue::{phrase_key, word_key};
use crate::{data, table, tokens};
use rustc_hash::FxHashMap;

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
#[derive(Clone, Debug)]
pub(crate) struct Renowned {
    /// Keys of the beginnings of names, word by word; whole ones with what bears them.
    names: FxHashMap<u32, Option<Renown>>,
}

impl Renowned {
    /// The bundled list.
    pub(crate) fn bundled() -> Self {
        let mut names = FxHashMap::default();
        for row in table::rows(data::RENOWN) {
            let [name, kind] = row.columns();
            let kind = match kind {
                "press" => Renown::Press,
                "club" => Renown::Club,
                "company" => Renown::Company,
                _ => Renown::Work,
            };
            let mut key = 0;
            for token in tokens(name).filter(|t| !t.kind.is_blank()) {
                key = phrase_key(key, word_key(&name[token.span]));
                names.entry(key).or_insert(None);
            }
            names.insert(key, Some(kind));
        }
        Self { names }
    }

    /// The longest name at the beginning of `keys`, and the number of its words.
    pub(crate) fn longest(&self, keys: impl Iterator<Item = u32>) -> Option<(Renown, usize)> {
        let (mut at, mut found) = (0, None);
        for (key, words) in keys.zip(1..) {
            at = phrase_key(at, key);
            match self.names.get(&at) {
                Some(Some(renown)) => found = Some((*renown, words)),
                Some(None) => {}
                None => break,
            }
        }
        found
    }
}
