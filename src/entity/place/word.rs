//! The words that stand before names of places and say what they are: xã, TP., đường, sông.

use super::PlaceKind;
use crate::entity::gazetteer::{Syllable, fold};
use crate::{data, table};
use once_cell::sync::Lazy;
use rustc_hash::FxHashMap;

/// A type word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct TypeWord {
    /// What it stands before.
    pub(crate) kind: PlaceKind,
    /// The type of unit it names, as full names begin: `Thị xã`; empty where it is none.
    pub(crate) unit: &'static str,
}

/// The words by their beginnings; `None` where a word only goes on.
static WORDS: Lazy<FxHashMap<u64, Option<TypeWord>>> = Lazy::new(|| {
    let mut words = FxHashMap::default();
    for row in table::rows(data::PLACE_TYPES) {
        let [word, kind, unit] = row.columns();
        let kind = kind.parse().unwrap_or(PlaceKind::Other);
        let mut prefix = fold::EMPTY;
        for (_, syllable) in fold::syllables(word) {
            prefix = fold::extend_lower(prefix, syllable);
            words.entry(prefix).or_insert(None);
        }
        words.insert(prefix, Some(TypeWord { kind, unit }));
    }
    words
});

/// The longest type word that `syllables` begin with, and where the name after it begins.
///
/// A type word without a name after it is none.
pub(crate) fn longest(
    syllables: impl Iterator<Item = (usize, Syllable)>,
) -> Option<(TypeWord, usize)> {
    let mut found = None;
    let mut word = None;
    let mut prefix = fold::EMPTY;
    for (start, syllable) in syllables {
        if let Some(word) = word {
            found = Some((word, start));
        }
        prefix = fold::extend_lower(prefix, syllable);
        match WORDS.get(&prefix) {
            Some(&here) => word = here,
            None => break,
        }
    }
    found
}

/// The type word that `text` is, and nothing more.
pub(crate) fn whole(text: &str) -> Option<TypeWord> {
    let syllables = fold::syllables(text);
    let key = syllables.fold(fold::EMPTY, |prefix, (_, s)| fold::extend_lower(prefix, s));
    WORDS.get(&key).copied().flatten()
}
