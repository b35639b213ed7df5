//! The places of one list, bundled or a user's: units in the order of their ids, and all names.

use super::names::{Bearer, Classes, Names};
use super::own::{self, OwnPlace};
use super::unit::HEIGHT;
use super::{Gazetteer, Unit, UnitId, fold};
use crate::entity::PlaceKind;
use crate::entity::place::word;
use crate::{Date, Error, data, table};
use std::borrow::Cow;
use std::iter;

/// The types of units, as full names begin. A city is a province where it has no parent.
pub(super) const TYPES: &[(&str, PlaceKind)] = &[
    ("Xã", PlaceKind::Commune),
    ("Phường", PlaceKind::Commune),
    ("Thị trấn", PlaceKind::Commune),
    ("Đặc khu", PlaceKind::Commune),
    ("Huyện", PlaceKind::District),
    ("Thị xã", PlaceKind::District),
    ("Quận", PlaceKind::District),
    ("Thành phố", PlaceKind::District),
    ("Tỉnh", PlaceKind::Province),
];

/// The places of one list.
#[derive(Debug, Default)]
pub(super) struct Register {
    text: Cow<'static, str>,
    /// The number of its first unit.
    base: u32,
    units: Vec<Row>,
    names: Names,
}

/// One state of one unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    id: Piece,
    full_name: Piece,
    /// Length of the type and the blank before the name.
    bare: u8,
    /// The type among [`TYPES`], where it is one of them.
    typed: Option<u8>,
    pub(super) kind: PlaceKind,
    pub(super) from: Option<Date>,
    pub(super) to: Option<Date>,
    parent_id: Piece,
    pub(super) parent: Option<UnitId>,
    /// The first state of its code, which stands for all.
    pub(super) code: UnitId,
    /// The codes of its parent and of its province.
    pub(super) above: Option<UnitId>,
    pub(super) province: UnitId,
}

/// A unit as a list has it.
struct Entry<'t> {
    id: &'t str,
    full_name: &'t str,
    /// Where the name without its type begins.
    bare: usize,
    kind: PlaceKind,
    parent: &'t str,
    from: Option<Date>,
    to: Option<Date>,
}

/// A piece of the register's text.
#[derive(Clone, Copy, Debug)]
struct Piece {
    at: u32,
    len: u8,
}

impl Register {
    /// The bundled lists.
    pub(super) fn bundled() -> Self {
        let mut register = Self {
            text: Cow::Borrowed(data::UNITS),
            base: 0,
            units: Vec::with_capacity(18_000),
            names: Names::with_capacity(28_000),
        };
        for row in table::rows(data::UNITS) {
            register.push_bundled(row.columns());
        }
        register.join(None);
        for row in table::rows(data::UNIT_ALIASES) {
            let [id, alias] = row.columns();
            register.alias(id, alias);
        }
        for row in [data::COUNTRIES, data::FEATURES].into_iter().flat_map(table::rows) {
            let [name, kind, forms] = row.columns();
            let kind = kind.parse().unwrap_or(PlaceKind::Other);
            for name in iter::once(name).chain(forms.split(';')) {
                register.names.insert(name, Bearer::Place(kind), kind);
            }
        }
        for row in table::rows(data::PLACE_DOUBTS) {
            let [name, sense] = row.columns();
            let sense = if sense == "person" { Classes::PERSON } else { Classes::WORD };
            register.names.mark(name, sense);
        }
        register
    }

    /// A user's list; `gazetteer` has the units before it.
    ///
    /// # Errors
    /// When a row is wrong.
    pub(super) fn own(list: &str, text: &str, gazetteer: &Gazetteer) -> Result<Self, Error> {
        let places = own::read(list, text, gazetteer)?;
        let mut register =
            Self { text: Cow::Owned(text.to_owned()), base: gazetteer.end(), ..Self::default() };
        for place in places.iter().filter(|place| !place.id.is_empty()) {
            let typed = word::longest(fold::syllables(place.name))
                .filter(|(word, _)| word.kind == place.kind || word.unit == "Thành phố");
            let bare = typed.map_or(0, |(_, at)| at);
            let &OwnPlace { id, name, kind, parent, from, to, .. } = place;
            register.push(text, Entry { id, full_name: name, bare, kind, parent, from, to });
        }
        register.join(Some(gazetteer));
        for place in &places {
            if place.id.is_empty() {
                for name in iter::once(place.name).chain(place.forms()) {
                    register.names.insert(name, Bearer::Place(place.kind), place.kind);
                }
            } else {
                place.forms().for_each(|form| register.alias(place.id, form));
            }
        }
        Ok(register)
    }

    /// Adds a unit of the bundled list; its type gives its kind.
    fn push_bundled(&mut self, columns: [&str; 5]) {
        let [id, from, to, full_name, parent] = columns;
        let typed = TYPES.iter().find(|(word, _)| {
            full_name.strip_prefix(word).is_some_and(|name| name.starts_with(' '))
        });
        let kind = match typed {
            Some(("Thành phố", _)) if parent.is_empty() => PlaceKind::Province,
            Some(&(_, kind)) => kind,
            None => PlaceKind::Other,
        };
        let bare = typed.map_or(0, |(word, _)| word.len() + 1);
        self.push(
            data::UNITS,
            Entry { id, full_name, bare, kind, parent, from: day(from), to: day(to) },
        );
    }

    /// Adds a unit, whose strings are pieces of `text`, the register's.
    fn push(&mut self, text: &str, entry: Entry<'_>) {
        let (word, _) = entry.full_name.split_at_checked(entry.bare).unwrap_or_default();
        let typed = TYPES.iter().position(|(name, _)| *name == word.trim_end());
        self.units.push(Row {
            typed: typed.and_then(|at| u8::try_from(at).ok()),
            id: Piece::new(text, entry.id),
            full_name: Piece::new(text, entry.full_name),
            bare: u8::try_from(entry.bare).unwrap_or(0),
            kind: entry.kind,
            from: entry.from,
            to: entry.to,
            parent_id: Piece::new(text, entry.parent),
            parent: None,
            code: UnitId(0),
            above: None,
            province: UnitId(0),
        });
    }

    /// Sorts the units, finds their parents, here or in the registers `before`, and indexes their
    /// names.
    fn join(&mut self, before: Option<&Gazetteer>) {
        let elsewhere = |id: &str| before?.by_id(id).map(Unit::unit_id);
        let text: &str = &self.text;
        if !self.units.is_sorted_by_key(|row| row.id.of(text)) {
            self.units.sort_by(|a, b| a.id.of(text).cmp(b.id.of(text)));
        }
        // Neighbours mostly share their parent.
        let (mut last, mut parent) = ("", None);
        let (mut stem, mut code) = ("", UnitId(self.base));
        for at in 0..self.units.len() {
            let Some(&row) = self.units.get(at) else { continue };
            let id = row.parent_id.of(&self.text);
            if id != last {
                (last, parent) = (id, self.by_id(id).or_else(|| elsewhere(id)));
            }
            let unit = UnitId(self.base + at as u32);
            let id = row.id.of(&self.text);
            if id.split('.').next() != Some(stem) {
                (stem, code) = (id, unit);
            }
            let name = row.full_name.of(&self.text).get(row.bare.into()..).unwrap_or_default();
            self.names.insert(name, Bearer::Unit(unit), row.kind);
            if let Some(row) = self.units.get_mut(at) {
                row.parent = parent;
                row.code = code;
            }
        }
        let row = |units: &[Row], id: UnitId| match id.0.checked_sub(self.base) {
            Some(at) => units.get(at as usize).copied(),
            None => before?.unit(id).map(|unit| *unit.row),
        };
        for at in 0..self.units.len() {
            let up = |lower: &Row| row(&self.units, lower.parent?);
            let Some(&own) = self.units.get(at) else { continue };
            let above = up(&own);
            let top = iter::successors(Some(own), up).take(HEIGHT).last().unwrap_or(own);
            if let Some(own) = self.units.get_mut(at) {
                (own.above, own.province) = (above.map(|row| row.code), top.code);
            }
        }
    }

    fn alias(&mut self, id: &str, alias: &str) {
        if let Some(unit) = self.by_id(id)
            && let Some(kind) = self.row(unit).map(|row| row.kind)
        {
            self.names.insert(alias, Bearer::Unit(unit), kind);
        }
    }

    pub(super) fn names(&self) -> &Names {
        &self.names
    }

    /// How many units there are in this register and those before it.
    pub(super) fn end(&self) -> u32 {
        self.base + self.units.len() as u32
    }

    /// Whether the unit is this register's or a later one's.
    pub(super) fn begins_by(&self, unit: UnitId) -> bool {
        self.base <= unit.0
    }

    /// The unit with this id; binary search.
    pub(super) fn by_id(&self, id: &str) -> Option<UnitId> {
        let at = self.units.binary_search_by_key(&id, |row| row.id.of(&self.text)).ok()?;
        Some(UnitId(self.base + at as u32))
    }

    pub(super) fn row(&self, unit: UnitId) -> Option<&Row> {
        self.units.get(unit.0.checked_sub(self.base)? as usize)
    }

    pub(super) fn id(&self, row: &Row) -> &str {
        row.id.of(&self.text)
    }

    pub(super) fn full_name(&self, row: &Row) -> &str {
        row.full_name.of(&self.text)
    }

    /// Whether the unit is of this type.
    pub(super) fn is_of_type(&self, row: &Row, name: &str) -> bool {
        match row.typed.and_then(|at| TYPES.get(usize::from(at))) {
            Some((typed, _)) => *typed == name,
            None => self.type_and_name(row).0 == name,
        }
    }

    /// The type and the name without it.
    pub(super) fn type_and_name(&self, row: &Row) -> (&str, &str) {
        let (word, name) =
            self.full_name(row).split_at_checked(row.bare.into()).unwrap_or_default();
        (word.trim_end(), name)
    }
}

impl Piece {
    /// `part`, which must be a slice of `text`.
    fn new(text: &str, part: &str) -> Self {
        let at = part.as_ptr().addr().wrapping_sub(text.as_ptr().addr());
        Self {
            at: u32::try_from(at).unwrap_or_default(),
            len: u8::try_from(part.len()).unwrap_or_default(),
        }
    }

    fn of(self, text: &str) -> &str {
        let at = self.at as usize;
        text.get(at..at + usize::from(self.len)).unwrap_or_default()
    }
}

/// A day, or 1 January of a year that stands alone; none where nothing stands.
fn day(text: &str) -> Option<Date> {
    if text.is_empty() {
        return None;
    }
    if text.len() == 4 { Date::new(text.parse().ok()?, 1, 1) } else { text.parse().ok() }
}
