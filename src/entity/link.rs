//! From the places of a text to the administrative units they name.
//!
//! A name has candidates from the gazetteer. They are weighed by the type word, the era, the address around
//! each mention (`xã Hoàng Tây, huyện Kim Bảng`, `xã Hoàng Tây (Kim Bảng)`), the provinces and districts the
//! document speaks of, and what other mentions of the name show. What is not decided stays a list, best first.

mod candidate;
mod context;
mod era;
mod list;
mod votes;

use super::Found;
use super::date::Time;
use super::gazetteer::{Gazetteer, UnitId};
use super::place::{self, Place, PlaceKind};
use crate::Span;
use candidate::{Candidate, Lineage, Name};
use context::{Mention, Nears};
use era::Era;
use list::List;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use votes::Votes;

/// At most this many units are given where the text does not decide.
const MOST: usize = 5;

/// A candidate this far behind the best is no longer given.
const MARGIN: i32 = 20;

/// Room for the mentions of an article from the start.
const USUAL: usize = 32;

/// What a mention with its type word shows for the bare name elsewhere.
const TYPED: i32 = 40;

/// The places at `spans` of the clean text, which rise; `time` is the article's.
pub(super) fn link(
    gazetteer: &Gazetteer,
    found: Found<'_>,
    spans: &[Span],
    time: Time,
) -> Vec<Place> {
    let (mut names, mut mentions, places) = read(gazetteer, found, spans);
    let era = match time.day {
        Some(day) => Era::Day(day),
        None => Era::guess(gazetteer, &names, time),
    };
    for name in &mut names {
        name.weigh(gazetteer, &era);
    }
    let votes = Votes::settle(&mut names);
    let speaks_of_units = !votes.is_empty();
    let shown = FxHashMap::default();
    let mut linker = Linker { names, speaks_of_units, shown };
    linker.learn(&mut mentions);
    linker.decide(&mentions, places)
}

/// The distinct names, the mentions of them, and places still without kind and units.
fn read(
    gazetteer: &Gazetteer,
    found: Found<'_>,
    spans: &[Span],
) -> (Vec<Name>, Vec<Mention>, Vec<Place>) {
    let mut names: Vec<Name> = Vec::new();
    // Each place, and each name, is read once.
    let mut read = FxHashMap::default();
    let mut known = FxHashMap::default();
    read.reserve(spans.len().min(USUAL));
    known.reserve(spans.len().min(USUAL));
    let mut mentions = Vec::with_capacity(spans.len());
    let mut places = Vec::with_capacity(spans.len());
    let mut sentence = 0;
    let mut list = List::default();
    for (at, &span) in spans.iter().enumerate() {
        let place = found.text.get(span.range()).unwrap_or_default();
        let reading = *read.entry(place).or_insert_with(|| place::read(gazetteer, place));
        let word = list.word(found.text, span, &reading);
        let name = *known.entry((reading.hash, reading.word, word)).or_insert_with(|| {
            names.push(Name::new(gazetteer, reading, word));
            names.len() - 1
        });
        if let Some(name) = names.get_mut(name) {
            name.mentions += 1;
            name.former |= former(found.text, span);
        }
        while found.sentences.get(sentence).is_some_and(|s| s.span.end <= span.start) {
            sentence += 1;
        }
        let joined = spans.get(at + 1).is_some_and(|&next| context::joined(found.text, span, next));
        mentions.push(Mention { name, sentence, joined, above: None });
        let name = place.get(reading.name..).unwrap_or_default().to_owned();
        places.push(Place { span, name, kind: PlaceKind::Other, units: Vec::new() });
    }
    (names, mentions, places)
}

/// Whether the text says that the place is so no more: `huyện Kim Bảng (cũ)`.
fn former(text: &str, span: Span) -> bool {
    let after = text.get(span.end..).unwrap_or_default();
    let after = after.trim_start_matches([' ', '(']);
    after.strip_prefix("cũ").is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
}

/// The names of one document and what its addresses show.
struct Linker {
    names: Vec<Name>,
    /// Whether the document names any unit beyond doubt.
    speaks_of_units: bool,
    /// The most that any mention says for a unit, by the hash of its name and its code.
    shown: FxHashMap<(u64, UnitId), i32>,
}

impl Linker {
    /// Reads the addresses from the back, since what lies above mostly stands behind.
    fn learn(&mut self, mentions: &mut [Mention]) {
        for mention in mentions.iter_mut() {
            mention.above = self.names.get(mention.name).and_then(context::above);
        }
        let mut learnt: FxHashMap<(usize, Nears), Option<Lineage>> = FxHashMap::default();
        learnt.reserve(mentions.len().min(USUAL));
        for at in (0..mentions.len()).rev() {
            let nears = context::nears(mentions, at);
            let Some(mention) = mentions.get_mut(at) else { continue };
            let key = (mention.name, nears);
            mention.above = match learnt.get(&key) {
                Some(&above) => above,
                None => {
                    let above = self.learn_from(mention.name, &nears);
                    *learnt.entry(key).or_insert(above)
                }
            };
        }
    }

    /// Notes what a mention shows for its name elsewhere; the unit it is where others can lie in it.
    fn learn_from(&mut self, name: usize, nears: &Nears) -> Option<Lineage> {
        let name = self.names.get(name)?;
        let scored = |c: &&Candidate| c.score + context::support(nears, c);
        let best = name.candidates.iter().max_by_key(scored)?;
        let mut show = |candidate: &Candidate, shows: i32| {
            let shown = self.shown.entry((name.reading.hash, candidate.line.own)).or_default();
            *shown = shows.max(*shown);
        };
        show(best, context::support(nears, best));
        if name.is_typed() {
            name.leaders().for_each(|leader| show(leader, TYPED));
        }
        (name.top().is_some() && !best.is_small()).then_some(best.line)
    }

    /// Gives each place its kind and units; mentions of one name in one context are decided once.
    fn decide(&self, mentions: &[Mention], mut places: Vec<Place>) -> Vec<Place> {
        let mut decided: FxHashMap<(usize, Nears), (PlaceKind, Vec<UnitId>)> = FxHashMap::default();
        decided.reserve(mentions.len().min(USUAL));
        for (at, (mention, place)) in mentions.iter().zip(&mut places).enumerate() {
            let Some(name) = self.names.get(mention.name) else { continue };
            let nears = context::nears(mentions, at);
            let (kind, units) =
                decided.entry((mention.name, nears)).or_insert_with(|| self.verdict(name, &nears));
            (place.kind, place.units) = (*kind, units.clone());
        }
        places
    }

    fn verdict(&self, name: &Name, nears: &Nears) -> (PlaceKind, Vec<UnitId>) {
        let mut scored: Vec<(i32, &Candidate)> =
            name.candidates.iter().filter_map(|c| Some((self.score(name, c, nears)?, c))).collect();
        scored.sort_by_key(|&(score, candidate)| (-score, Reverse(candidate.unit)));
        let best = scored.first().map(|&(score, candidate)| (score, candidate.level));
        match (best, name.place) {
            (Some((score, level)), place) if place.is_none_or(|(_, other)| other < score) => {
                let mut units: Vec<&Candidate> = Vec::new();
                for (_, candidate) in scored.iter().take_while(|(s, _)| s + MARGIN > score) {
                    if units.len() < MOST && units.iter().all(|u| u.line.own != candidate.line.own)
                    {
                        units.push(candidate);
                    }
                }
                (level, units.iter().map(|candidate| candidate.unit).collect())
            }
            (_, Some((kind, _))) => (kind, Vec::new()),
            _ => (name.kind(), Vec::new()),
        }
    }

    /// What speaks for a candidate; `None` where the text does not make the name this unit.
    fn score(&self, name: &Name, candidate: &Candidate, nears: &Nears) -> Option<i32> {
        let small = candidate.is_small();
        let support = context::support(nears, candidate);
        let shown = self.shown.get(&(name.reading.hash, candidate.line.own));
        // A bare name stays the province, whatever else bears it.
        let follows = small || name.is_typed() || name.provinces().next().is_none();
        let shown = shown.filter(|_| follows).map_or(0, |shown| shown * 2 / 3);
        let evidence = support + shown + candidate.evidence();
        let enough = if name.is_typed() {
            0
        } else if name.doubtful && small {
            25
        } else if self.speaks_of_units || name.doubtful || name.candidates.len() > 1 {
            6
        } else {
            0
        };
        let doubtful = small || name.doubtful && candidate.level == PlaceKind::District;
        (!doubtful || evidence >= enough).then_some(candidate.score + support + shown)
    }
}

#[cfg(test)]
mod gold;
#[cfg(test)]
mod tests;
