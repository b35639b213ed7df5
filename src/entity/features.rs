//! The features of a token, as keys of the weights.

mod frame;
mod heads;
mod key;

use super::cue::Cue;
use super::memory::{Elsewhere, Leaning, Said};
use super::sheet::{Sheet, Sight};
use frame::Frame;
use heads::{NONE, OFFICE};
use key::{Push, both, pack};

pub(crate) use frame::mark_frames;
pub(crate) use heads::{Heads, heads_of_bodies, heads_of_titles};
pub(crate) use key::{Keys, key};

/// The sights of one sentence.
#[derive(Clone, Copy)]
pub(crate) struct Sentence<'s> {
    pub(crate) sights: &'s [Sight],
    affixes: &'s [[u32; 3]],
}

/// Labels of the layers before, for the features of later ones.
#[derive(Clone, Copy)]
pub(crate) struct Before<'s> {
    pub(crate) draft: &'s [u8],
    pub(crate) names: &'s [u8],
    pub(crate) bodies: &'s [u8],
    pub(crate) leanings: &'s [Leaning],
}

/// The phrase of the lists the token is in, and whether as its first word.
fn cue_of(sight: &Sight) -> u8 {
    (sight.cue * 3 + sight.cue_part) | (u8::from(sight.tail) << 7)
}

/// A number of tokens, the larger the less exact.
fn bucket(n: u8) -> u8 {
    const BUCKETS: [u8; 16] = [0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, 6, 6, 7];
    BUCKETS.get(usize::from(n)).copied().unwrap_or(7)
}

impl<'s> Sentence<'s> {
    /// The sights of the sentence `at`.
    pub(crate) fn new(sheet: &'s Sheet, at: &crate::sentence::Sentence) -> Option<Self> {
        Some(Self { sights: sheet.sights.get(at.first..at.last)?, affixes: &sheet.affixes })
    }

    /// The runs of active tokens, longest ones.
    pub(crate) fn stretches(self) -> impl Iterator<Item = std::ops::Range<usize>> + use<'s> {
        let mut at = 0;
        std::iter::from_fn(move || {
            let first = at + self.sights.get(at..)?.iter().position(|s| s.active)?;
            let rest = self.sights.get(first..)?;
            at = first + rest.iter().position(|s| !s.active).unwrap_or(rest.len());
            Some(first..at)
        })
    }

    fn at(&self, i: usize, by: isize) -> &'s Sight {
        i.checked_add_signed(by).and_then(|i| self.sights.get(i)).unwrap_or(&Sight::EDGE)
    }

    /// The features that all layers share, of token `i`.
    pub(crate) fn shared(&self, i: usize, keys: &mut impl Keys) {
        let mut p = Push { keys, template: 0 };
        let [m2, m1, s, p1, p2] = [-2, -1, 0, 1, 2].map(|by| self.at(i, by));
        for t in [m1, s, p1] {
            p.add(t.word);
        }
        p.add(both(m2.word, m1.word));
        p.add(both(m1.word, s.word));
        p.add(both(s.word, p1.word));
        p.add(both(p1.word, p2.word));
        let shape = |t: &Sight| t.shape as u8;
        p.add(pack(&[m2, m1, s, p1, p2].map(shape)));
        // Lists of names.
        let named = |t: &Sight| t.name & 15 | t.name >> 2 & 48; // without gender
        p.add_if(s.name > 0 || m1.name > 0, pack(&[named(m1), named(s), shape(s)]));
        p.add_if(s.name > 0 || p1.name > 0, pack(&[named(s), named(p1), shape(p1)]));
        // Phrases of the lists.
        let cue = cue_of;
        for t in [m1, s, p1] {
            p.add_if(t.cue > 0, cue(t));
        }
        p.add_if(m1.cue > 0 || s.cue > 0, pack(&[cue(m1), cue(s), shape(s)]));
        p.add_if(p1.cue > 0 || s.cue > 0, pack(&[cue(s), cue(p1), shape(p1)]));
        p.add_if(m1.cue > 0, pack(&[cue(m1), shape(s), named(s), shape(p1)]));
        // The gazetteer.
        let place = |t: &Sight| u32::from(t.place) * 4 + u32::from(t.place_part);
        if s.place > 0 {
            p.add(place(s));
            p.add(both(place(s), pack(&[shape(s), named(s)])));
            p.add(both(place(s), m1.word));
            p.add(both(place(s), pack(&[s.run_at, s.run_len])));
        } else {
            p.template += 4;
        }
        p.add_if(m1.place > 0, place(m1));
        p.add_if(p1.place > 0, place(p1));
        p.add_if(s.place > 0 || m1.place > 0, both(place(m1), place(s)));
        p.add_if(s.place > 0 || p1.place > 0, both(place(s), pack(&[p1.place_part, shape(p1)])));
        // The run of capitals.
        if s.run_len > 0 {
            let first = i.saturating_sub(usize::from(s.run_at));
            let before = self.at(first, -1);
            let after = self.at(first + usize::from(s.run_len), 0);
            p.add(pack(&[named(m1), named(s), named(p1), shape(m1), shape(p1)]));
            p.add(both(pack(&[named(s), shape(s)]), m1.word));
            p.add(both(before.word, u32::from(s.run_at.min(3))));
            p.add(both(after.word, u32::from(s.run_len - s.run_at)));
            p.add(both(s.run, u32::from(s.run_at)));
            p.add(both(self.at(first, -2).word, before.word));
            p.add(pack(&[s.known, s.run_at, s.run_len]));
            p.add(pack(&[s.known, shape(s), named(s)]));
        } else {
            p.template += 8;
        }
        p.add_if(p1.run_len > 0, pack(&[p1.known, p1.run_len, shape(s)]));
        let at = (s.affixes as usize).checked_sub(1);
        match at.and_then(|at| self.affixes.get(at)) {
            Some(affixes) => affixes.iter().for_each(|&affix| p.add_if(affix > 0, affix)),
            None => p.template += 3,
        }
        // A name behind the end of a place in one run of capitals.
        let rest = s.run_len.saturating_sub(s.run_at);
        p.add_if(
            s.shape.is_capital() && m1.place > 0,
            both(pack(&[named(s), named(p1), rest]), place(m1)),
        );
        p.add(pack(&[u8::from(i == 0), shape(s), s.line]));
        // Words that go on in small letters.
        p.add_if(s.joins, pack(&[named(s), s.run_at, s.run_len]));
        p.add_if(s.joins, pack(&[cue(m1), shape(m1), cue(s)]));
        p.add_if(s.joins, both(place(s), pack(&[named(s)])));
        p.add_if(p1.joins, pack(&[named(s), shape(s), cue(p1)]));
        // Names that are known by themselves.
        let renown = |t: &Sight| t.renown * 3 + t.renown_part;
        let [rm, r, rp] = [m1, s, p1].map(renown);
        p.add_if(r > 0, r);
        p.add_if(r > 0, pack(&[r, cue(m1), shape(m1)]));
        p.add_if(r > 0, both(r, place(s)));
        p.add_if(r > 0, pack(&[r, s.run_at, s.run_len]));
        p.add_if(rm > 0, pack(&[rm, r, shape(s)]));
        p.add_if(rp > 0, pack(&[rp, r]));
        debug_assert!(p.template <= Self::BODY);
    }

    const BODY: u32 = 100;
    const TITLE: u32 = 200;

    const NAMES: u32 = 300;

    /// Further features of the layer of names, which sees the draft of the whole document.
    pub(crate) fn again(
        &self,
        i: usize,
        before: Before<'_>,
        elsewhere: Elsewhere<'_>,
        keys: &mut impl Keys,
    ) {
        let mut p = Push { keys, template: Self::NAMES };
        let [label_m2, label_m, label, label_p, label_p2] = labels_around(before.draft, i);
        let [m1, s, p1] = [-1, 0, 1].map(|by| self.at(i, by));
        p.add(label_m2);
        p.add(label_p2);
        p.add(pack(&[label_m, label, label_p]));
        p.add(both(label, s.word));
        let [wm, w, wp] = [(-1, label_m), (0, label), (1, label_p)]
            .map(|(by, own)| elsewhere.word(i.checked_add_signed(by), own));
        p.add_if(wm > 0, wm);
        p.add_if(w > 0, w);
        p.add_if(wp > 0, wp);
        p.add_if(w > 0, pack(&[w, label]));
        p.add_if(w > 0, pack(&[w, label, label_m, label_p]));
        p.add_if(w > 0, pack(&[w, label, s.run_at, s.run_len]));
        p.add_if(w > 0, pack(&[w, u8::from(i == 0), s.shape as u8]));
        p.add_if(w > 0, pack(&[wm, w, wp]));
        let [part_m, part, part_p] = [-1, 0, 1].map(|by| elsewhere.part(i.checked_add_signed(by)));
        let alone = [s.run_at, s.run_len, u8::from(i == 0)];
        p.add_if(part > 0, pack(&[part, label]));
        p.add_if(part > 0, pack(&[part, label, alone[0], alone[1], alone[2]]));
        p.add_if(part > 0, pack(&[part, part_m, part_p, s.shape as u8]));
        p.add_if(part > 0, pack(&[part, m1.shape as u8, p1.shape as u8, s.place_part]));
        let own = before.leanings.get(i).copied().unwrap_or_default();
        let Said { places, levels: [person, place] } = elsewhere.said(i, own);
        let [own_person, own_place] = own.levels();
        let said = places > 0;
        p.add_if(said, pack(&[person, place]));
        p.add_if(said, pack(&[places, person, label]));
        p.add_if(said, pack(&[places, place, label]));
        p.add_if(said, pack(&[person, place, own_person, own_place]));
        p.add_if(said, pack(&[person, place, s.run_at, s.run_len]));
    }

    /// Further features of the layer of bodies, which sees the names.
    pub(crate) fn body(&self, i: usize, before: Before<'_>, heads: &Heads, keys: &mut impl Keys) {
        let mut p = Push { keys, template: Self::BODY };
        let [label_m, label, label_p] = labels_around(before.names, i);
        let s = self.at(i, 0);
        p.add(pack(&[label_m, label, label_p]));
        p.add(both(label, s.word));
        p.add(both(label, self.at(i, -1).word));
        p.add(both(label_p, s.word));
        p.add(pack(&[label, s.shape as u8, s.cue]));
        p.add(both(heads.head, u32::from(bucket(heads.since))));
    }

    /// Further features of the layer of titles, which sees names and bodies.
    pub(crate) fn title(&self, i: usize, before: Before<'_>, heads: &Heads, keys: &mut impl Keys) {
        let mut p = Push { keys, template: Self::TITLE };
        let [label_m, label, label_p] = labels_around(before.names, i);
        let [body_m, body, body_p] = labels_around(before.bodies, i);
        let s = self.at(i, 0);
        p.add(pack(&[label_m, label, label_p]));
        p.add(pack(&[body_m, body, body_p]));
        let (to, past) = (bucket(heads.to_person), bucket(heads.since_person));
        let cue = cue_of(s);
        p.add(pack(&[bucket(heads.since), s.shape as u8, body, label, heads.marks]));
        p.add(pack(&[heads.marks, heads.gap_last, heads.gap_next, cue, body]));
        // What kind of phrase it is, whatever the domain of the title.
        let [m1, p1] = [-1, 1].map(|by| self.at(i, by));
        let kinds = [m1, s, p1].map(kind_of);
        let [_, kind, next] = kinds;
        p.add(pack(&kinds));
        p.add(pack(&[kind, next, body, body_p, label_p]));
        p.add(pack(&[kind, past, heads.gap_last, to, heads.gap_next]));
        let since = bucket(heads.since_office);
        p.add(pack(&[kind, since, heads.gap_last & OFFICE, heads.gap_next & (NONE | OFFICE)]));
        p.add(both(heads.office, pack(&[kind, since])));
        p.add(both(
            heads.office,
            pack(&[since.min(4), heads.gap_last, heads.gap_next & (NONE | OFFICE)]),
        ));
        // What stands around the whole phrase.
        let Frame { before, behind } = heads.frame;
        let sides = pack(&[before.kind, behind.kind]);
        let people = [past.min(2), heads.gap_last, to.min(2), heads.gap_next];
        let in_run = before.kind > 0;
        p.add_if(in_run, sides);
        p.add_if(in_run, both(sides, s.word));
        p.add_if(in_run, both(sides, pack(&people)));
        p.add_if(in_run, both(pack(&[before.kind, kind]), before.word));
        p.add_if(in_run, both(pack(&[behind.kind, kind]), behind.word));
        p.add_if(in_run, both(before.word, behind.word));
    }
}

/// The kind of the phrase of the lists, whatever its domain, and which part of it.
fn kind_of(sight: &Sight) -> u8 {
    if sight.is_title() { Cue::TITLE * 3 + sight.cue_part } else { cue_of(sight) }
}

/// The labels of `N` tokens, of which `i` is the one in the middle.
#[inline(always)]
fn labels_around<const N: usize>(labels: &[u8], i: usize) -> [u8; N] {
    let first = i.checked_sub(N / 2);
    if let Some(&around) = first.and_then(|first| labels.get(first..)?.first_chunk()) {
        return around;
    }
    let at = |i: Option<usize>| i.and_then(|i| labels.get(i)).copied().unwrap_or(99);
    std::array::from_fn(|by| at((i + by).checked_sub(N / 2)))
}
