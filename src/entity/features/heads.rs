//! The heads of bodies and titles before each token, and the people around it.

use super::Sentence;
use super::frame::Frame;
use crate::entity::cue::Cue;
use crate::entity::sheet::{Shape, Sight};
use crate::entity::tagger::label;

/// What a token stands behind: the last head of a body or title in its clause, and people around.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Heads {
    /// The word that begins the last phrase of the lists.
    pub(crate) head: u32,
    /// Tokens since that word.
    pub(crate) since: u8,
    /// Marks since: 1 comma, 2 bracket, 4 other.
    pub(crate) marks: u8,
    /// Tokens to the next person, and what stands between.
    pub(crate) to_person: u8,
    pub(crate) gap_next: u8,
    /// Tokens since the last person, and what stands between.
    pub(crate) since_person: u8,
    pub(crate) gap_last: u8,
    /// The word that begins the last phrase of office, and the tokens since its end.
    pub(crate) office: u32,
    pub(crate) since_office: u8,
    /// What stands around the title of the lists that it is in.
    pub(super) frame: Frame,
}

/// No person stands there.
pub(super) const NONE: u8 = 64;
/// A phrase stands between behind which an office stands, or may stand.
pub(super) const OFFICE: u8 = 32;
const BEING: u8 = 128;

fn mark_bit(sight: &Sight) -> u8 {
    if sight.cue == Cue::Office.code() {
        return OFFICE;
    }
    if sight.cue == Cue::Being.code() {
        return BEING;
    }
    match sight.shape {
        Shape::Comma => 1,
        Shape::Open | Shape::Close => 2,
        Shape::Dash => 4,
        Shape::Colon => 8,
        Shape::Semicolon | Shape::Stop | Shape::Break | Shape::Quote => 16,
        _ => 0,
    }
}

/// More tokens than any feature tells apart.
const FAR: u8 = 99;

/// Nothing around.
const ALONE: Heads = Heads {
    head: 0,
    since: FAR,
    marks: 0,
    to_person: FAR,
    gap_next: NONE,
    since_person: FAR,
    gap_last: NONE,
    office: 0,
    since_office: FAR,
    frame: Frame::NONE,
};

/// The heads of bodies before each token.
pub(crate) fn heads_of_bodies(sentence: Sentence<'_>, heads: &mut Vec<Heads>) {
    heads.clear();
    let mut now = ALONE;
    heads.extend(sentence.sights.iter().map(|s| {
        now.since = now.since.saturating_add(1);
        if s.cue == Cue::Head.code() && s.cue_part == 1 {
            (now.head, now.since) = (s.word, 0);
        }
        now
    }));
}

/// The heads of titles before each token, and the people around it.
pub(crate) fn heads_of_titles(sentence: Sentence<'_>, names: &[u8], heads: &mut Vec<Heads>) {
    let person = |i| matches!(names.get(i), Some(&(label::PERSON | label::IN_PERSON)));
    heads.clear();
    let mut now = ALONE;
    for (i, s) in sentence.sights.iter().enumerate() {
        let bit = mark_bit(s);
        now.since = now.since.saturating_add(1);
        now.since_person = now.since_person.saturating_add(1);
        now.since_office = now.since_office.saturating_add(1);
        let office = bit & (OFFICE | BEING);
        now.marks |= bit - office;
        if office != 0 {
            if s.cue_part == 1 {
                now.office = s.word;
            }
            now.since_office = 0;
        }
        if now.gap_last != NONE {
            now.gap_last |= bit;
        }
        if s.is_of_title() && s.cue_part == 1 {
            now.head = s.word;
            now.since = 0;
            now.marks = 0;
        }
        if person(i) {
            now.since_person = 0;
            now.gap_last = 0;
        }
        heads.push(now);
    }
    let (mut to, mut gap) = (FAR, NONE);
    for (i, (s, h)) in sentence.sights.iter().zip(heads.iter_mut()).enumerate().rev() {
        to = to.saturating_add(1);
        if gap != NONE {
            gap |= mark_bit(s);
        }
        if person(i) {
            (to, gap) = (0, 0);
        }
        (h.to_person, h.gap_next) = (to, gap);
    }
}
