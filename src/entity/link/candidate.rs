//! What a name may be, and what speaks for it by itself.

use super::era::Era;
use crate::entity::gazetteer::{Bearer, Classes, Gazetteer, Unit, UnitId};
use crate::entity::place::{PlaceKind, Reading, TypeWord};
use std::cmp::Reverse;

/// A unit that a place may be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) unit: UnitId,
    pub(super) level: PlaceKind,
    pub(super) line: Lineage,
    /// What name, type, era and document say.
    pub(super) score: i32,
    /// The share of it that the list around the name has, and that of the document.
    list: i32,
    pub(super) votes: i32,
}

/// The codes of a unit and of those above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Lineage {
    pub(super) own: UnitId,
    pub(super) parent: Option<UnitId>,
    pub(super) province: UnitId,
    /// The province of today.
    pub(super) modern: UnitId,
}

/// All mentions of one name with one type word.
#[derive(Debug)]
pub(super) struct Name {
    pub(super) reading: Reading,
    /// The type word of the list it stands in.
    list: Option<TypeWord>,
    pub(super) mentions: i32,
    /// Best first.
    pub(super) candidates: Vec<Candidate>,
    /// What else bears the name, and its score.
    pub(super) place: Option<(PlaceKind, i32)>,
    /// Whether the text calls it a unit of the past.
    pub(super) former: bool,
    /// Whether the name is a word or a person's as well.
    pub(super) doubtful: bool,
}

impl Candidate {
    /// What list and document say for it: that the name is more than a mere name.
    pub(super) const fn evidence(&self) -> i32 {
        self.list + self.votes
    }

    /// Whether it is less than a district, so that its bare name needs evidence.
    pub(super) fn is_small(&self) -> bool {
        !matches!(self.level, PlaceKind::Province | PlaceKind::District)
    }
}

impl Lineage {
    pub(super) fn of(gazetteer: &Gazetteer, unit: Unit<'_>) -> Self {
        let province = unit.province_code();
        let modern = gazetteer.modern(province);
        Self { own: unit.code(), parent: unit.above(), province, modern }
    }
}

impl Name {
    /// A name as it is read; `list` is the type word that its surroundings give it.
    pub(super) fn new(gazetteer: &Gazetteer, reading: Reading, list: Option<TypeWord>) -> Self {
        let mut name = Self {
            reading,
            list,
            mentions: 0,
            candidates: Vec::new(),
            place: None,
            former: false,
            doubtful: gazetteer
                .classes(reading.hash)
                .intersects(Classes::WORD.with(Classes::PERSON)),
        };
        for bearer in gazetteer.bearers(reading.hash) {
            match bearer {
                Bearer::Unit(id) => name.candidates.extend(
                    gazetteer.unit(id).and_then(|unit| candidate(gazetteer, &reading, list, unit)),
                ),
                Bearer::Place(kind) => name.add_place(kind),
            }
        }
        if reading.word.is_none() {
            name.drop_capitals();
        }
        name
    }

    /// What is no unit counts where no type word contradicts it.
    fn add_place(&mut self, kind: PlaceKind) {
        let fits = match self.reading.word {
            None => true,
            Some(word) if word.kind == kind => true,
            Some(word) => match kind {
                PlaceKind::City => word.unit == "Thành phố",
                PlaceKind::State => word.unit == "Tỉnh" || word.kind == PlaceKind::State,
                _ => false,
            },
        };
        let score = match kind {
            PlaceKind::Country => 90,
            PlaceKind::Territory | PlaceKind::Continent | PlaceKind::Region => 75,
            PlaceKind::City | PlaceKind::State => 55,
            _ => 20,
        };
        if fits && self.place.is_none_or(|(_, best)| best < score) {
            self.place = Some((kind, score));
        }
    }

    /// A bare name means the province and not a city or ward of the same name in it.
    fn drop_capitals(&mut self) {
        let provinces: Vec<UnitId> = self.provinces().map(|line| line.modern).collect();
        self.candidates
            .retain(|c| c.level == PlaceKind::Province || !provinces.contains(&c.line.modern));
    }

    /// Adds what the era says, and keeps of each code the likeliest state in each parent.
    pub(super) fn weigh(&mut self, gazetteer: &Gazetteer, era: &Era) {
        let typed = self.is_typed();
        self.candidates.retain_mut(|candidate| {
            let Some(unit) = gazetteer.unit(candidate.unit) else { return false };
            let early = era.precedes(unit);
            candidate.score += if early { -40 } else { era.weight(unit) };
            typed || !early
        });
        // Of states alike the last one.
        self.candidates.sort_by_key(|c| (c.line.own, c.line.parent, -c.score, Reverse(c.unit)));
        self.candidates.dedup_by_key(|c| (c.line.own, c.line.parent));
        self.candidates.sort_by_key(|c| (-c.score, Reverse(c.unit)));
    }

    /// Whether the place is named by its type: `xã Hoàng Tây`.
    pub(super) fn is_typed(&self) -> bool {
        self.reading.word.is_some()
    }

    /// The provinces that bear the name.
    pub(super) fn provinces(&self) -> impl Iterator<Item = Lineage> {
        let provinces = self.candidates.iter().filter(|c| c.level == PlaceKind::Province);
        provinces.map(|c| c.line)
    }

    /// What kind of place it is where nothing in the gazetteer fits.
    pub(super) fn kind(&self) -> PlaceKind {
        match self.reading.word {
            // All provinces and cities of Vietnam are in the gazetteer.
            Some(word) if word.unit == "Tỉnh" => PlaceKind::State,
            Some(word) if word.unit == "Thành phố" => PlaceKind::City,
            Some(word) => word.kind,
            None => self.list.map_or(PlaceKind::Other, |word| word.kind),
        }
    }

    /// The best candidates by the name alone, where it alone makes it a unit.
    pub(super) fn sure<'g>(&'g self, gazetteer: &'g Gazetteer) -> impl Iterator<Item = Unit<'g>> {
        let best = self.candidates.iter().map(|c| c.score).max().unwrap_or(0);
        let place = self.place.map_or(0, |(_, score)| score);
        let sure = best > place || best == 0 && self.is_typed();
        let candidates = self.candidates.iter().filter(move |c| sure && c.score == best);
        candidates.filter_map(|c| gazetteer.unit(c.unit))
    }

    /// The best candidates by themselves.
    pub(super) fn leaders(&self) -> impl Iterator<Item = &Candidate> {
        let best = self.candidates.first().map_or(0, |c| c.score);
        self.candidates.iter().take_while(move |c| c.score + 10 > best)
    }

    /// The best unit where what else bears the name does not stand above it.
    pub(super) fn top(&self) -> Option<&Candidate> {
        let place = self.place.map_or(i32::MIN, |(_, score)| score);
        self.candidates.first().filter(|c| c.score > place)
    }
}

/// What the list says for the units of its type.
const LISTED: i32 = 25;

fn candidate(
    gazetteer: &Gazetteer,
    reading: &Reading,
    list: Option<TypeWord>,
    unit: Unit<'_>,
) -> Option<Candidate> {
    let level = unit.level();
    let listed = list.filter(|word| word.kind == level);
    let score = match reading.word {
        // In a list of streets or rivers there are no wards.
        None if list.is_some_and(|word| word.unit.is_empty()) && listed.is_none() => {
            (level == PlaceKind::Province).then_some(60)?
        }
        None => match level {
            PlaceKind::Province => 60,
            PlaceKind::District => 40,
            _ => 0,
        },
        Some(word) if word.kind == level && word.unit.is_empty() => 30,
        Some(word) if !word.unit.is_empty() && unit.is_of_type(word.unit) => 30,
        // The capital is a province.
        Some(word) if word.kind == PlaceKind::City && level == PlaceKind::Province => 30,
        Some(word) => (word.kind == level).then_some(0)?,
    };
    let list = if listed.is_some() { LISTED } else { 0 };
    let line = Lineage::of(gazetteer, unit);
    Some(Candidate { unit: unit.unit_id(), level, line, score: score + list, list, votes: 0 })
}
