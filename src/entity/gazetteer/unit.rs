//! One administrative unit: what it is called, where it lies, when it was so, what became of it.

use super::Gazetteer;
use super::register::Row;
use crate::{Date, PlaceKind};
use std::fmt;

/// No unit lies deeper: a village in a commune in a district in a province.
pub(super) const HEIGHT: usize = 4;

/// A unit of the [`Gazetteer`] that gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitId(pub(crate) u32);

/// One state of one administrative unit: a new state begins when name, type or parent changes.
///
/// ```
/// let gazetteer = vinews::Gazetteer::new();
/// let unit = gazetteer.by_id("3t-13408").expect("the register has it");
/// assert_eq!(unit.full_name(), "Xã Hoàng Tây");
/// assert_eq!(unit.path(), ["Xã Hoàng Tây", "Thị xã Kim Bảng", "Tỉnh Hà Nam"]);
/// assert_eq!(unit.now(), ["Phường Kim Thanh, Tỉnh Ninh Bình"]);
/// ```
#[derive(Clone, Copy)]
pub struct Unit<'g> {
    pub(super) gazetteer: &'g Gazetteer,
    pub(super) unit: UnitId,
    pub(super) row: &'g Row,
}

impl<'g> Unit<'g> {
    /// The number by which places name it.
    #[must_use]
    pub const fn unit_id(self) -> UnitId {
        self.unit
    }

    /// The stable id: `3t-13408`.
    ///
    /// The part after the hyphen is the code of the statistics office: 2 digits for a province, 3 for
    /// a district, 5 for a commune. `3t` stands for the three tiers until 2025-07-01, `2t` for the
    /// two since, `h` for provinces that ended before the register begins. A later state of the code
    /// adds its first day: `3t-350.20250101`.
    #[must_use]
    pub fn id(self) -> &'g str {
        self.register().id(self.row)
    }

    /// Type and name: `Xã Hoàng Tây`.
    #[must_use]
    pub fn full_name(self) -> &'g str {
        self.register().full_name(self.row)
    }

    /// The name without its type: `Hoàng Tây`.
    #[must_use]
    pub fn name(self) -> &'g str {
        self.register().type_and_name(self.row).1
    }

    /// The type: `Xã`, `Phường`, `Thị trấn`, `Huyện`, `Thị xã`, `Thành phố`, `Tỉnh` …
    #[must_use]
    pub fn type_name(self) -> &'g str {
        self.register().type_and_name(self.row).0
    }

    /// Province, district or commune; a user's list may have others.
    #[must_use]
    pub const fn level(self) -> PlaceKind {
        self.row.kind
    }

    /// First day; `None` where it was there before the register begins (2004-08-31).
    #[must_use]
    pub const fn from(self) -> Option<Date> {
        self.row.from
    }

    /// First day on which it was no longer so; `None` where it still is.
    #[must_use]
    pub const fn to(self) -> Option<Date> {
        self.row.to
    }

    /// Whether it was so on `day`.
    #[must_use]
    pub fn valid_on(self, day: Date) -> bool {
        self.row.from.is_none_or(|from| from <= day) && self.row.to.is_none_or(|to| day < to)
    }

    /// The unit it lay in on its last day; `None` for a province.
    #[must_use]
    pub fn parent(self) -> Option<Unit<'g>> {
        self.gazetteer.unit(self.row.parent?)
    }

    /// The state in which its parent was on `day`; that of its last day where none is known.
    #[must_use]
    pub fn parent_on(self, day: Date) -> Option<Unit<'g>> {
        let parent = self.parent()?;
        if parent.valid_on(day) {
            return Some(parent);
        }
        // The states of one code stand together.
        let states = (parent.row.code.0..).map_while(|i| self.gazetteer.unit(UnitId(i)));
        let mut states = states.take_while(|unit| unit.row.code == parent.row.code);
        states.find(|unit| unit.valid_on(day)).or(Some(parent))
    }

    /// Full names from the unit up to its province, as they were on its last day.
    #[must_use]
    pub fn path(self) -> Vec<&'g str> {
        self.ascend(Self::parent)
    }

    /// Full names from the unit up to its province, as they were on `day`.
    ///
    /// ```
    /// use vinews::{Date, Gazetteer};
    /// let gazetteer = Gazetteer::new();
    /// let unit = gazetteer.by_id("3t-13408").expect("the register has it");
    /// let day = Date::new(2022, 11, 20).expect("a day");
    /// assert_eq!(unit.path_on(day), ["Xã Hoàng Tây", "Huyện Kim Bảng", "Tỉnh Hà Nam"]);
    /// ```
    #[must_use]
    pub fn path_on(self, day: Date) -> Vec<&'g str> {
        self.ascend(|unit| unit.parent_on(day))
    }

    fn ascend(self, up: impl Fn(Self) -> Option<Self>) -> Vec<&'g str> {
        let ancestors = std::iter::successors(Some(self), |&unit| up(unit));
        ancestors.take(HEIGHT).map(Self::full_name).collect()
    }

    /// The province it lies in; itself where it is one.
    #[must_use]
    pub fn province(self) -> Unit<'g> {
        std::iter::successors(Some(self), |unit| unit.parent()).take(HEIGHT).last().unwrap_or(self)
    }

    /// The states that came of it directly: heirs of the whole, then of parts, each by their ids.
    #[must_use]
    pub fn successors(self) -> Vec<Unit<'g>> {
        self.gazetteer.successors(self.id())
    }

    /// The states out of which it came directly, by their ids; reads the whole list of successions.
    ///
    /// ```
    /// let gazetteer = vinews::Gazetteer::new();
    /// let ward = gazetteer.by_id("2t-13402").expect("the register has it");
    /// let names: Vec<&str> = ward.predecessors().iter().map(|unit| unit.full_name()).collect();
    /// assert!(names.contains(&"Xã Hoàng Tây"));
    /// ```
    #[must_use]
    pub fn predecessors(self) -> Vec<Unit<'g>> {
        self.gazetteer.predecessors(self.id())
    }

    /// The states of today that came of it, over all changes between; itself where it still is.
    ///
    /// A unit that was divided gives several; one whose end the register does not follow, none.
    #[must_use]
    pub fn today(self) -> Vec<Unit<'g>> {
        let mut seen = vec![self];
        let mut at = 0;
        while let Some(&unit) = seen.get(at) {
            at += 1;
            if unit.row.to.is_some() {
                for next in unit.successors() {
                    if seen.iter().all(|s| s.unit != next.unit) {
                        seen.push(next);
                    }
                }
            }
        }
        seen.retain(|unit| unit.row.to.is_none());
        seen
    }

    /// What it is now, each `full name, province`; empty where it still is.
    #[must_use]
    pub fn now(self) -> Vec<String> {
        if self.row.to.is_none() {
            return Vec::new();
        }
        self.today().into_iter().map(|unit| unit.path().join(", ")).collect()
    }

    /// Whether `name` is its type; what [`Unit::type_name`] says, without a look at the text.
    pub(crate) fn is_of_type(self, name: &str) -> bool {
        self.register().is_of_type(self.row, name)
    }

    /// What all states of its code have in common.
    pub(crate) const fn code(self) -> UnitId {
        self.row.code
    }

    /// The code of its parent.
    pub(crate) const fn above(self) -> Option<UnitId> {
        self.row.above
    }

    /// The code of its province.
    pub(crate) const fn province_code(self) -> UnitId {
        self.row.province
    }

    fn register(self) -> &'g super::Register {
        self.gazetteer.register(self.unit)
    }
}

impl fmt::Debug for Unit<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.path().join(", "), self.id())
    }
}
