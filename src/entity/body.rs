//! The body of a title in full: `Đảng ủy xã` in an article about Hoàng Tây is Đảng ủy xã Hoàng Tây.

use super::{Place, PlaceKind, Title};
use crate::letter::lower;
use std::borrow::Cow;

/// A word that ends the short name of a body, the kind of unit it wants, and whether the unit's
/// type is said by it already.
const OPEN: [(&str, PlaceKind); 15] = [
    ("xã", PlaceKind::Commune),
    ("phường", PlaceKind::Commune),
    ("thị trấn", PlaceKind::Commune),
    ("đặc khu", PlaceKind::Commune),
    ("huyện", PlaceKind::District),
    ("quận", PlaceKind::District),
    ("thị xã", PlaceKind::District),
    ("thành phố", PlaceKind::District),
    ("tỉnh", PlaceKind::Province),
    ("huyện ủy", PlaceKind::District),
    ("quận ủy", PlaceKind::District),
    ("thị ủy", PlaceKind::District),
    ("thành ủy", PlaceKind::District),
    ("tỉnh ủy", PlaceKind::Province),
    ("tỉnh đoàn", PlaceKind::Province),
];

/// What stands before the name of a place, in small letters.
fn lead<'t>(text: &'t str, place: &Place) -> Cow<'t, str> {
    let whole = &text[place.span];
    let lead = whole.len().saturating_sub(place.name.len());
    lower(whole.get(..lead).unwrap_or_default().trim_end())
}

/// The longest word of [`OPEN`] that ends `short`, as its index.
fn ending(short: &str) -> Option<usize> {
    let ends = |word: &str| {
        let before = short.strip_suffix(word);
        before.is_some_and(|before| before.is_empty() || before.ends_with(' '))
    };
    let found = OPEN.iter().enumerate().filter(|(_, (word, _))| ends(word));
    found.max_by_key(|(_, (word, _))| word.len()).map(|(i, _)| i)
}

/// Indices of the administrative units a document has named so far, by the type words of [`OPEN`]
/// and by kind.
#[derive(Default)]
pub(super) struct Units {
    by_word: [Vec<usize>; OPEN.len()],
    by_kind: [Vec<usize>; 3],
}

/// Which list is that of a kind of administrative units.
fn level(kind: PlaceKind) -> usize {
    match kind {
        PlaceKind::Commune => 0,
        PlaceKind::District => 1,
        _ => 2,
    }
}

impl Units {
    /// Adds the places of a section, those from `first` on; of what was named before, the last of a
    /// word and kind is remembered.
    pub(super) fn add(&mut self, text: &str, places: &[Place], first: usize) {
        for list in self.by_word.iter_mut().chain(&mut self.by_kind) {
            list.drain(..list.len().saturating_sub(1));
        }
        let named = places.iter().enumerate().skip(first);
        for (i, place) in named.filter(|(_, place)| place.kind.is_administrative()) {
            if let Some(list) = self.by_kind.get_mut(level(place.kind)) {
                list.push(i);
            }
            let word = ending(&lead(text, place));
            if let Some(list) = word.and_then(|word| self.by_word.get_mut(word)) {
                list.push(i);
            }
        }
    }

    /// Fills in the bodies of the titles of a section; `places` are those of the document so far.
    pub(super) fn fill<'t>(
        &self,
        text: &str,
        titles: impl Iterator<Item = &'t mut Title>,
        places: &[Place],
    ) {
        for title in titles {
            let Some(span) = title.organization else { continue };
            let short = &text[span];
            let unit =
                ending(&lower(short)).and_then(|word| self.nearest(word, places, span.start));
            title.body = Some(match unit {
                Some(place) => format!("{short} {}", place.name),
                None => short.to_owned(),
            });
        }
    }

    /// The unit that is meant at byte `at`: the last one named before with this type word, else the
    /// last of this kind, else the only one of the section.
    fn nearest<'p>(&self, word: usize, places: &'p [Place], at: usize) -> Option<&'p Place> {
        let &(name, kind) = OPEN.get(word)?;
        let committee = name.ends_with(" ủy") || name.ends_with(" đoàn");
        let list = match self.by_word.get(word)?.as_slice() {
            [] if committee => self.by_kind.get(level(kind))?,
            own => own,
        };
        let of = |i: &usize| places.get(*i);
        let before = list.partition_point(|i| of(i).is_some_and(|p| p.span.start < at));
        match before.checked_sub(1) {
            Some(last) => list.get(last).and_then(of),
            None => {
                let first = list.first().and_then(of)?;
                list.iter().filter_map(of).all(|p| p.name == first.name).then_some(first)
            }
        }
    }
}
