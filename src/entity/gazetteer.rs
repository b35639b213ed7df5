//! The administrative units of both eras and other places by name.

use crate::Date;

/// A unit of the [`Gazetteer`] that gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitId(pub(crate) u32);

/// Administrative units with their names, parents, lives and successors.
#[derive(Debug, Default)]
pub struct Gazetteer {}

/// One state of one administrative unit: a new state begins when name, type or parent changes.
#[derive(Clone, Copy, Debug)]
pub struct Unit<'g> {
    gazetteer: &'g Gazetteer,
    id: UnitId,
}

impl Gazetteer {
    /// The unit; `None` when `id` is another gazetteer's.
    #[must_use]
    pub fn unit(&self, id: UnitId) -> Option<Unit<'_>> {
        Some(Unit { gazetteer: self, id })
    }
}

impl<'g> Unit<'g> {
    /// The stable id: `3t-13408`.
    #[must_use]
    pub fn id(self) -> &'g str {
        let _ = (self.gazetteer, self.id);
        ""
    }

    /// Type and name: `Xã Hoàng Tây`.
    #[must_use]
    pub fn full_name(self) -> &'g str {
        ""
    }

    /// Full names from the unit up to its province.
    #[must_use]
    pub fn path(self) -> Vec<&'g str> {
        Vec::new()
    }

    /// First day; `None` where it was there before the register begins.
    #[must_use]
    pub fn from(self) -> Option<Date> {
        None
    }

    /// First day on which it was no longer so; `None` where it still is.
    #[must_use]
    pub fn to(self) -> Option<Date> {
        None
    }

    /// What it is now, each `full name, province`; empty where it still is.
    #[must_use]
    pub fn now(self) -> Vec<String> {
        Vec::new()
    }
}
