//! A named place: its type word, its name, its kind.

mod extent;
mod kind;
pub(super) mod label;
pub(super) mod word;

use super::gazetteer::{Gazetteer, Syllable, UnitId, fold};
use crate::Span;

pub use kind::PlaceKind;
pub(crate) use word::TypeWord;

/// A named place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The name with the type word directly before it: `xã Hoàng Tây`.
    pub span: Span,
    /// The name alone: `Hoàng Tây`.
    pub name: String,
    /// What kind of place.
    pub kind: PlaceKind,
    /// The administrative units it may be, best first; empty when it is none.
    pub units: Vec<UnitId>,
}

/// What the words of a place say by themselves.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    /// The type word; `None` before a bare name.
    pub(super) word: Option<TypeWord>,
    /// Where the name alone begins.
    pub(super) name: usize,
    /// The hash of the name.
    pub(super) hash: u64,
}

/// Reads a place in clean text.
///
/// What looks like a type word is part of the name where it has a capital and the gazetteer knows
/// the whole (`Cầu Giấy`, `Chợ Mới`, `Bến Tre`).
pub(super) fn read(gazetteer: &Gazetteer, place: &str) -> Reading {
    let known = |hash: u64| gazetteer.bearers(hash).next().is_some();
    let hash = |syllables: &[(usize, Syllable)], extend: fn(u64, Syllable) -> u64| {
        syllables.iter().fold(fold::EMPTY, |prefix, &(_, syllable)| extend(prefix, syllable))
    };
    let syllables: Vec<_> = fold::syllables(place).collect();
    let typed = word::longest(syllables.iter().copied()).filter(|_| {
        let capital = place.starts_with(char::is_uppercase);
        !(capital && known(hash(&syllables, fold::extend)))
    });
    let (word, at) = typed.map_or((None, 0), |(word, at)| (Some(word), at));
    let before = syllables.partition_point(|&(start, _)| start < at);
    let name = syllables.get(before..).unwrap_or_default();
    let mut own = hash(name, fold::extend);
    if !known(own) {
        // A capital more or less is no other name: `tỉnh Lai châu`.
        own = hash(name, fold::extend_upper);
    }
    Reading { word, name: at, hash: own }
}
