//! The administrative units of both eras and other places by name.

mod fold;
mod names;
mod register;
mod unit;

use crate::{Normalizer, Token, ToneStyle, data, table};
use once_cell::sync::Lazy;
use std::{fmt, sync::Arc};

#[allow(unused_imports)] // the tagger's features read it
pub(crate) use names::{Bearer, Classes, NameMatch};
use register::Register;
pub use unit::{Unit, UnitId};

/// The bundled lists, read on first use: 17,475 states of units and 1,200 other places.
static BUNDLED: Lazy<Register> = Lazy::new(Register::bundled);

/// Administrative units with their names, parents, lives and successors.
///
/// ```
/// let gazetteer = vinews::Gazetteer::new();
/// let found = gazetteer.find("xã Hoàng Tây");
/// assert_eq!(found[0].path().join(", "), "Xã Hoàng Tây, Thị xã Kim Bảng, Tỉnh Hà Nam");
/// assert_eq!(found[0].now(), ["Phường Kim Thanh, Tỉnh Ninh Bình"]);
/// ```
#[derive(Clone)]
pub struct Gazetteer {
    bundled: &'static Register,
    /// The user's lists, in the order given.
    own: Vec<Arc<Register>>,
}

impl Default for Gazetteer {
    fn default() -> Self {
        Self { bundled: &BUNDLED, own: Vec::new() }
    }
}

impl fmt::Debug for Gazetteer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gazetteer").field("units", &self.units().count()).finish_non_exhaustive()
    }
}

impl Gazetteer {
    /// The bundled gazetteer; the lists are read once for all.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The unit; `None` when `id` is another gazetteer's.
    #[must_use]
    pub fn unit(&self, id: UnitId) -> Option<Unit<'_>> {
        let row = self.register(id).row(id)?;
        Some(Unit { gazetteer: self, unit: id, row })
    }

    /// The unit with this stable id: `3t-13408`.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<Unit<'_>> {
        self.registers().find_map(|register| register.by_id(id)).and_then(|id| self.unit(id))
    }

    /// All units, bundled ones in the order of their ids, then the user's.
    pub fn units(&self) -> impl Iterator<Item = Unit<'_>> {
        let end = self.registers().last().map_or(0, Register::end);
        (0..end).filter_map(|i| self.unit(UnitId(i)))
    }

    /// The units called `name`, with its type or without, by their ids.
    ///
    /// Spelling is taken as texts have it: either tone style, capitals, `Mĩ` for `Mỹ`, `Đăk` for
    /// `Đắk`, `Phường 01` for `Phường 1`, and the aliases of the list.
    ///
    /// ```
    /// let gazetteer = vinews::Gazetteer::new();
    /// assert!(gazetteer.find("Tân Lập").len() > 10);
    /// let day = vinews::Date::new(2026, 1, 1).expect("a day");
    /// let found = gazetteer.find("tỉnh Ninh Bình");
    /// assert_eq!(found.iter().filter(|unit| unit.valid_on(day)).count(), 1);
    /// ```
    #[must_use]
    pub fn find(&self, name: &str) -> Vec<Unit<'_>> {
        let clean = Normalizer::new().tone(ToneStyle::Old).normalize(name);
        let name = clean.as_str().trim();
        let typed = register::TYPES.iter().find_map(|&(word, _)| {
            let (start, rest) = name.split_at_checked(word.len())?;
            (start.to_lowercase() == word.to_lowercase()).then_some((word, rest))
        });
        let mut found: Vec<Unit<'_>> = self.named(name).collect();
        if let Some((word, rest)) = typed {
            found.extend(self.named(rest).filter(|unit| unit.type_name() == word));
        }
        found.sort_by_key(|unit| unit.unit_id());
        found.dedup_by_key(|unit| unit.unit_id());
        found
    }

    fn named(&self, name: &str) -> impl Iterator<Item = Unit<'_>> {
        self.bearers(fold::whole(name)).filter_map(|bearer| match bearer {
            Bearer::Unit(id) => self.unit(id),
            Bearer::Place(_) => None,
        })
    }

    /// All that bear the name with this hash.
    pub(crate) fn bearers(&self, hash: u64) -> impl Iterator<Item = Bearer> {
        self.registers().flat_map(move |register| register.names().bearers(hash))
    }

    /// The longest name that begins at token `at` of clean text.
    pub(crate) fn longest(&self, text: &str, tokens: &[Token], at: usize) -> Option<NameMatch> {
        let found = self.bundled.names().longest(text, tokens, at);
        self.own.iter().fold(found, |best, register| {
            let own = register.names().longest(text, tokens, at);
            own.into_iter().chain(best).max_by_key(|found| found.tokens)
        })
    }

    /// The states that came of the unit with this id.
    fn successors(&self, id: &str) -> Vec<Unit<'_>> {
        let rows = table::sorted_rows(data::SUCCESSIONS, id);
        rows.filter_map(|row| self.by_id(row.get(1))).collect()
    }

    fn registers(&self) -> impl Iterator<Item = &Register> {
        std::iter::once(self.bundled).chain(self.own.iter().map(Arc::as_ref))
    }

    /// The register that a unit belongs to.
    fn register(&self, id: UnitId) -> &Register {
        self.own.iter().rev().map(Arc::as_ref).find(|r| r.begins_by(id)).unwrap_or(self.bundled)
    }
}
