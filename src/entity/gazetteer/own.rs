//! A user's list of places, checked row by row.

use super::Gazetteer;
use crate::entity::PlaceKind;
use crate::{Date, Error, table};
use rustc_hash::FxHashSet;

/// The columns, as the first line must name them.
const COLUMNS: [&str; 7] = ["id", "name", "kind", "parent", "from", "to", "forms"];

/// No column of a unit has more bytes.
const MOST: usize = 255;

/// A row of the list.
#[derive(Clone, Copy, Debug)]
pub(super) struct OwnPlace<'t> {
    /// Empty where the place is no unit.
    pub(super) id: &'t str,
    pub(super) name: &'t str,
    pub(super) kind: PlaceKind,
    pub(super) parent: &'t str,
    pub(super) from: Option<Date>,
    pub(super) to: Option<Date>,
    forms: &'t str,
}

impl<'t> OwnPlace<'t> {
    /// Other forms of the name.
    pub(super) fn forms(self) -> impl Iterator<Item = &'t str> {
        self.forms.split(';').map(str::trim).filter(|form| !form.is_empty())
    }
}

/// The rows of the list `list`, whose parents are units of `gazetteer` or of the list itself.
///
/// # Errors
/// When the header or a row is wrong; the message names list, line and reason.
pub(super) fn read<'t>(
    list: &str,
    text: &'t str,
    gazetteer: &Gazetteer,
) -> Result<Vec<OwnPlace<'t>>, Error> {
    let rows = table::user_rows(list, text, &COLUMNS)?;
    let mut ids = FxHashSet::default();
    let mut places = Vec::with_capacity(rows.len());
    for row in &rows {
        let wrong = |reason: String| Err(Error::list(list, row.line, reason));
        let [id, name, kind, parent, from, to, forms] = row.columns();
        let Ok(kind) = kind.parse::<PlaceKind>() else {
            return wrong(format!("unknown kind {kind:?}"));
        };
        let day = |day: &str| match day.parse() {
            _ if day.is_empty() => Ok(None),
            Ok(day) => Ok(Some(day)),
            Err(_) => Err(Error::list(list, row.line, format!("{day:?} is no day YYYY-MM-DD"))),
        };
        let (from, to) = (day(from)?, day(to)?);
        if name.is_empty() {
            return wrong("a place without a name".to_owned());
        }
        if [id, name, parent].iter().any(|column| column.len() > MOST) {
            return wrong(format!("a column of more than {MOST} bytes"));
        }
        if id.is_empty() && kind.is_administrative() {
            return wrong(format!("{name:?} is a unit and needs an id"));
        }
        if !id.is_empty() && (gazetteer.by_id(id).is_some() || !ids.insert(id)) {
            return wrong(format!("the id {id:?} is taken"));
        }
        places.push(OwnPlace { id, name, kind, parent, from, to, forms });
    }
    for (row, place) in rows.iter().zip(&places) {
        let parent = place.parent;
        if !parent.is_empty() && !ids.contains(parent) && gazetteer.by_id(parent).is_none() {
            return Err(Error::list(list, row.line, format!("no unit has the id {parent:?}")));
        }
    }
    Ok(places)
}
