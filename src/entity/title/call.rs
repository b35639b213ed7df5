//! Where grammar says that a title begins or ends, so that the tagger has but to find the other end.

use crate::entity::cue::{Cue, known_key, known_keys};
use crate::entity::sheet::{Shape, Sight};
use crate::entity::tagger::label;

/// Words before a title that are part of it.
pub(super) const PREFIXES: [u32; 6] = known_keys(["nguyên", "cựu", "quyền", "nữ", "nam", "phó"]);

const ONE: u32 = known_key("một");
const WORKS: u32 = known_key("làm");
const MANY: u32 = known_key("các");
const ALSO: u32 = known_key("kiêm");
const REPORTER: u32 = known_key("pv");
/// Words between a title and those who bear it.
const TELLS: [u32; 3] = known_keys(["là", "gồm", "như"]);

/// The labels that grammar leaves to a token, as bits, by the sights and the names of its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Call(u8);

const BEGINS: u8 = 1 << label::FIRST | 1 << label::ONLY;
const ENDS: u8 = 1 << label::LAST | 1 << label::ONLY;

impl Call {
    /// No title and no body is here.
    pub(crate) const OUT: Self = Self(1 << label::OUT);

    /// What grammar says of token `i`.
    pub(crate) fn of(sights: &[Sight], names: &[u8], i: usize) -> Self {
        if parts(sights, i) {
            return Self::OUT;
        }
        let mut left = u8::MAX;
        if begins(sights, names, i) {
            left &= BEGINS;
        }
        if ends(sights, names, i) {
            left &= ENDS;
        }
        // No title begins with the body behind another's first words.
        if sights.get(i).is_some_and(|s| s.tail) {
            left &= !BEGINS;
        }
        Self(left)
    }

    /// Whether the label is left.
    pub(crate) fn allows(self, label: u8) -> bool {
        self.0 >> label & 1 != 0
    }
}

/// `kiêm` parts two offices; `– PV)` signs what a reporter puts in.
fn parts(sights: &[Sight], i: usize) -> bool {
    let at = |i: Option<usize>| i.and_then(|i| sights.get(i));
    let shape = |i: Option<usize>| at(i).map_or(Shape::Edge, |s| s.shape);
    at(Some(i)).is_some_and(|here| {
        here.word == ALSO
            || here.word == REPORTER
                && shape(i.checked_sub(1)) == Shape::Dash
                && shape(Some(i + 1)) == Shape::Close
    })
}

/// A phrase of the list begins a title behind the name of a person and a mark, and behind words of
/// office: `ông A, Giám đốc`, `ông A giữ chức Giám đốc`.
fn begins(sights: &[Sight], names: &[u8], i: usize) -> bool {
    let at = |back: usize| i.checked_sub(back).and_then(|i| sights.get(i));
    let title = |s: &Sight| s.is_title() && s.cue_part == 1;
    let prefix = |s: &Sight| PREFIXES.contains(&s.word);
    let (Some(here), Some(before)) = (at(0), at(1)) else { return false };
    let begins = if title(here) {
        !prefix(before)
    } else {
        prefix(here) && sights.get(i + 1).is_some_and(title)
    };
    let office = || before.cue == Cue::Office.code();
    let works = || before.word == WORKS && ends_person(names, i - 1);
    begins && (office() || works() || is_apposed(sights, names, i))
}

/// Whether token `i` stands behind the name of a person and a mark, or behind these and `một`:
/// `ông A, | Giám đốc`, `ông A, một | nhà báo`.
pub(super) fn is_apposed(sights: &[Sight], names: &[u8], i: usize) -> bool {
    let one = i.checked_sub(1).and_then(|i| sights.get(i)).is_some_and(|s| s.word == ONE);
    let Some(mark) = i.checked_sub(1 + usize::from(one)) else { return false };
    let marks = [Shape::Comma, Shape::Dash, Shape::Open];
    sights.get(mark).is_some_and(|s| marks.contains(&s.shape)) && ends_person(names, mark)
}

/// Whether the name of a person ends right before token `i`.
fn ends_person(names: &[u8], i: usize) -> bool {
    let name = i.checked_sub(1).and_then(|i| names.get(i));
    matches!(name, Some(&(label::PERSON | label::IN_PERSON)))
}

/// A phrase of the list, or the body behind it, ends a title before the name of a person, and before
/// words that say who it is: `Giám đốc Lê A`, `Giám đốc là ông Lê A`, `Phó Giám đốc gồm các ông: …`.
fn ends(sights: &[Sight], names: &[u8], i: usize) -> bool {
    let (Some(here), Some(next)) = (sights.get(i), sights.get(i + 1)) else { return false };
    if !(here.is_title() || here.tail) || names.get(i) != Some(&label::OUT) {
        return false;
    }
    let name = |i: usize| names.get(i).copied().unwrap_or_default();
    if !TELLS.contains(&next.word) {
        return name(i + 1) == label::PERSON;
    }
    let between = sights.iter().skip(i + 2).take(BETWEEN).take_while(|s| {
        s.cue == Cue::Honorific.code() || s.shape == Shape::Colon || s.word == MANY
    });
    name(i + 2 + between.count()) == label::PERSON
}

/// So many words may stand between `gồm` and the name.
const BETWEEN: usize = 4;
