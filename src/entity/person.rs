//! People: which title is whose, and which mentions name one person.

pub(crate) mod called;
mod form;
mod gap;
mod join;
mod link;
mod placed;

use super::cue::{Cues, known_keys};
use super::sheet::Sheet;
use super::tagger::{Labels, label};
use super::title::Title;
use super::{Found, title};
use crate::Span;
use crate::sentence::Sentence;
use std::ops::Range;

pub(super) use join::People;

/// A person with all mentions in the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The fullest form of the name.
    pub name: String,
    /// Every mention, in order.
    pub mentions: Vec<Mention>,
}

/// One place where a person is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The name alone.
    pub span: Span,
    /// `ông`, `bà`, `đồng chí` before it.
    pub honorific: Option<Span>,
    /// The titles held here, in order.
    pub titles: Vec<Title>,
}

/// A run of tokens with one label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) kind: Kind,
    pub(super) tokens: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Person,
    Honorific,
    Title,
}

/// The pieces that people are made of, in order; none where no person is named.
pub(super) fn pieces<'l>(labels: &'l Labels, sentence: Sentence) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    let mut title = None;
    let of = |labels: &'l [u8]| labels.get(sentence.first..sentence.last).unwrap_or_default();
    let (names, titles) = (of(&labels.names), of(&labels.titles));
    if !names.contains(&label::PERSON) {
        return found;
    }
    for (i, (&name, &part)) in (sentence.first..).zip(names.iter().zip(titles)) {
        if name == label::OUT && part == label::OUT {
            continue;
        }
        match (name, found.last_mut()) {
            (label::OUT, _) => {}
            (label::PERSON, _) => {
                found.push(Piece { kind: Kind::Person, tokens: i..i + 1 });
            }
            (label::IN_PERSON, Some(last)) if last.tokens.end == i => last.tokens.end = i + 1,
            (label::HONORIFIC, Some(last))
                if last.tokens.end == i && last.kind == Kind::Honorific =>
            {
                last.tokens.end = i + 1;
            }
            (label::HONORIFIC, _) => {
                found.push(Piece { kind: Kind::Honorific, tokens: i..i + 1 });
            }
            _ => {}
        }
        match part {
            label::FIRST => title = Some(i),
            label::LAST | label::ONLY => {
                let first = title.take().unwrap_or(i);
                found.push(Piece { kind: Kind::Title, tokens: first..i + 1 });
            }
            _ => {}
        }
    }
    found.sort_by_key(|p| p.tokens.start);
    found
}

/// What bears a person's name without being one, by its last two words.
const NAMED_AFTER: [[u32; 2]; 16] = [
    known_keys(["giải", "thưởng"]),
    known_keys(["huân", "chương"]),
    known_keys(["huy", "chương"]),
    known_keys(["huy", "hiệu"]),
    known_keys(["niệm", "chương"]),
    known_keys(["tư", "tưởng"]),
    known_keys(["đạo", "đức"]),
    known_keys(["phong", "cách"]),
    known_keys(["phong", "trào"]),
    known_keys(["chủ", "nghĩa"]),
    known_keys(["di", "chúc"]),
    known_keys(["di", "tích"]),
    known_keys(["tượng", "đài"]),
    known_keys(["cháu", "ngoan"]),
    known_keys(["học", "bổng"]),
    known_keys(["chiến", "dịch"]),
];

/// Whether the person, or the title or honorific right before, stands behind such words.
fn is_named_after(pieces: &[Piece], person: usize, sheet: &Sheet) -> bool {
    let Some(mut piece) = pieces.get(person) else { return false };
    if let Some(before) = person.checked_sub(1).and_then(|i| pieces.get(i))
        && before.kind != Kind::Person
        && before.tokens.end == piece.tokens.start
    {
        piece = before;
    }
    stands_behind_name(sheet, piece.tokens.start)
}

/// Whether what bears the name at `i` is told right before it.
fn stands_behind_name(sheet: &Sheet, i: usize) -> bool {
    let lead = i.checked_sub(2).and_then(|first| sheet.sights.get(first..i));
    matches!(lead, Some([a, b]) if NAMED_AFTER.contains(&[a.word, b.word]))
}

/// The places where people are named, with their tokens and titles, in order.
pub(super) fn mentions(
    found: &Found<'_>,
    sheet: &Sheet,
    labels: &Labels,
    cues: &Cues,
) -> Vec<(Range<usize>, Mention)> {
    let mut mentions = Vec::new();
    for &sentence in found.sentences {
        let pieces = pieces(labels, sentence);
        if pieces.is_empty() {
            continue;
        }
        let holders = link::holders(&pieces, sheet);
        let mut honorific = None;
        for (i, piece) in pieces.iter().enumerate() {
            let span = found.span(&piece.tokens);
            match piece.kind {
                Kind::Honorific => honorific = Some(span),
                Kind::Title => {}
                Kind::Person => {
                    if is_named_after(&pieces, i, sheet) {
                        continue;
                    }
                    let first = holders.partition_point(|&(_, person)| person < i);
                    let own = holders.get(first..).unwrap_or_default();
                    let titles = own
                        .iter()
                        .take_while(|(_, person)| *person == i)
                        .filter_map(|(title, _)| pieces.get(*title))
                        .map(|p| title::title(found, sheet, labels, cues, p.tokens.clone()))
                        .collect();
                    let mention = Mention { span, honorific: honorific.take(), titles };
                    mentions.push((piece.tokens.clone(), mention));
                }
            }
        }
    }
    mentions
}
