//! The administrative units of both eras and other places by name.

pub(super) mod fold;
mod names;
mod own;
mod register;
mod unit;

use crate::{Error, Normalizer, PlaceKind, ToneStyle, data, table};
use once_cell::sync::{Lazy, OnceCell};
use rustc_hash::FxHashMap;
use std::{fmt, sync::Arc};

pub(crate) use fold::Syllable;
pub(crate) use names::{Bearer, Classes, NameMatch, Spelling};
use register::Register;
pub use unit::{Unit, UnitId};

/// The bundled lists, read on first use: 17,475 states of units and 2,700 other places.
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

    /// Adds a user's places, which stand beside the bundled ones.
    ///
    /// The first line names the columns `id`, `name`, `kind`, `parent`, `from`, `to`, `forms`, parted by
    /// tabs. `name` has its type (`Thôn Phú Đáy`), `kind` is a [`PlaceKind`], `forms` are other
    /// forms of the name, parted by `;`. A place with an `id` is a unit: `parent` is the id of the unit it lies in,
    /// bundled or of the list, `from` and `to` are its first day and the first day it was no longer so, empty
    /// where it always was or still is. Provinces, districts and communes need an id. Blank lines and lines that
    /// begin with `#` are passed over. `list` stands in error messages.
    ///
    /// ```
    /// use vinews::Gazetteer;
    /// let list = "id\tname\tkind\tparent\tfrom\tto\tforms\n\
    ///             my-1\tThôn Phú Đáy\tvillage\t3t-13408\t\t\t\n";
    /// let gazetteer = Gazetteer::new().with_list("my-places.tsv", list)?;
    /// let village = gazetteer.by_id("my-1").expect("just added");
    /// assert_eq!(village.name(), "Phú Đáy");
    /// assert_eq!(village.path()[1..], ["Xã Hoàng Tây", "Thị xã Kim Bảng", "Tỉnh Hà Nam"]);
    /// # Ok::<(), vinews::Error>(())
    /// ```
    ///
    /// # Errors
    /// When the header or a row is wrong; the message names list, line and reason.
    pub fn with_list(mut self, list: &str, text: &str) -> Result<Self, Error> {
        self.own.push(Arc::new(Register::own(list, text, &self)?));
        Ok(self)
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
        (0..self.end()).filter_map(|i| self.unit(UnitId(i)))
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

    /// Whether a name may begin with these two syllables, or be the first alone; a no is certain.
    pub(crate) fn may_begin(&self, first: Syllable, second: Syllable) -> bool {
        self.registers().any(|register| register.names().may_begin(first, second))
    }

    /// The longest name at the beginning of `words`.
    pub(crate) fn longest<'t>(
        &self,
        words: impl Iterator<Item = Spelling<'t>> + Clone,
    ) -> Option<NameMatch> {
        let found = self.bundled.names().longest(words.clone());
        self.own.iter().fold(found, |best, register| {
            let own = register.names().longest(words.clone());
            own.into_iter().chain(best).max_by_key(|found| found.tokens)
        })
    }

    /// What the name with this hash may be.
    pub(crate) fn classes(&self, hash: u64) -> Classes {
        self.registers()
            .fold(Classes::default(), |c, register| c.with(register.names().classes(hash)))
    }

    /// The code of the province of today in which most of the province of the code `province` lies.
    pub(crate) fn modern(&self, province: UnitId) -> UnitId {
        static MODERN: OnceCell<FxHashMap<UnitId, UnitId>> = OnceCell::new();
        let modern = MODERN.get_or_init(|| {
            let bundled = Gazetteer::new();
            let provinces = bundled.units().filter(|unit| unit.level() == PlaceKind::Province);
            let ended = provinces.filter(|unit| unit.to().is_some());
            ended.filter_map(|unit| Some((unit.code(), unit.today().first()?.code()))).collect()
        });
        modern.get(&province).copied().unwrap_or(province)
    }

    /// The states that came of the unit with this id, heirs of the whole first.
    fn successors(&self, id: &str) -> Vec<Unit<'_>> {
        let mut rows: Vec<_> = table::sorted_rows(data::SUCCESSIONS, id).collect();
        rows.sort_by_key(|row| row.get(2) == "partial");
        rows.into_iter().filter_map(|row| self.by_id(row.get(1))).collect()
    }

    /// The states out of which the unit with this id came.
    fn predecessors(&self, id: &str) -> Vec<Unit<'_>> {
        let rows = table::rows(data::SUCCESSIONS).filter(|row| row.get(1) == id);
        rows.filter_map(|row| self.by_id(row.get(0))).collect()
    }

    /// How many units there are.
    fn end(&self) -> u32 {
        self.registers().last().map_or(0, Register::end)
    }

    fn registers(&self) -> impl Iterator<Item = &Register> {
        std::iter::once(self.bundled).chain(self.own.iter().map(Arc::as_ref))
    }

    /// The register that a unit belongs to.
    fn register(&self, id: UnitId) -> &Register {
        self.own.iter().rev().map(Arc::as_ref).find(|r| r.begins_by(id)).unwrap_or(self.bundled)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_alias_is_given_by_the_rules_of_spelling() {
        let gazetteer = Gazetteer::new();
        for row in table::rows(data::UNIT_ALIASES) {
            let [id, alias] = row.columns();
            let name = gazetteer.by_id(id).map_or("", Unit::name);
            assert_ne!(fold::whole(alias), fold::whole(name), "aliases.tsv:{}: {alias}", row.line);
        }
        for row in [data::COUNTRIES, data::FEATURES].into_iter().flat_map(table::rows) {
            let [name, _, forms] = row.columns();
            let forms: Vec<u64> = forms.split(';').chain([name]).map(fold::whole).collect();
            let twice = (1..forms.len()).any(|i| forms[i..].contains(&forms[i - 1]));
            assert!(!twice, "{name} has one form twice");
        }
    }
}
