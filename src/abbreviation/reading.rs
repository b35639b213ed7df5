//! Which reading of a short form is meant: read from its neighbours.

use super::lexicon::{DOMAIN_COUNT, Reading};
use crate::letter::push_lower;
use crate::{Token, TokenKind};

/// What speaks for a reading, as the column `cues` has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    /// `công ty _`: these words right before.
    Before(Box<str>),
    /// `_ Huế`: these words right after.
    After(Box<str>),
    /// `tỉnh ủy`: these words within [`REACH`] tokens.
    Near(Box<str>),
    /// `@name`: a capitalised name right after.
    Name,
    /// `@number`: a number right after.
    Number,
}

/// How far a cue reaches to either side, in tokens: a clause or two.
const REACH: usize = 12;

/// Weights, chosen on training articles: words that touch decide against any other cue, a cue
/// against the rank of a reading, and the domain of the document only between equals.
const TOUCHING: i32 = 80;
const FOLLOWED: i32 = 40;
const NEAR: i32 = 30;
const RANK: i32 = 8;
const DOMAIN: i32 = 6;

impl Cue {
    /// A cue as the list writes it.
    pub(super) fn new(cue: &str) -> Self {
        let padded = |words: &str| format!(" {} ", words.trim().to_lowercase()).into_boxed_str();
        match cue {
            "@name" => Self::Name,
            "@number" => Self::Number,
            _ => match (cue.strip_suffix('_'), cue.strip_prefix('_')) {
                (Some(words), _) => Self::Before(padded(words)),
                (_, Some(words)) => Self::After(padded(words)),
                _ => Self::Near(padded(cue)),
            },
        }
    }

    fn weight(&self, near: &Neighbours) -> i32 {
        let (found, weight) = match self {
            Self::Before(words) => (near.before.ends_with(&**words), TOUCHING),
            Self::After(words) => (near.after.starts_with(&**words), TOUCHING),
            Self::Near(words) => {
                (near.before.contains(&**words) || near.after.contains(&**words), NEAR)
            }
            Self::Name => (near.name, FOLLOWED),
            Self::Number => (near.number, FOLLOWED),
        };
        if found { weight } else { 0 }
    }
}

/// What stands around a short form; the buffers are used again for the next one.
#[derive(Debug, Default)]
pub(super) struct Neighbours {
    /// The tokens before it in small letters, a blank around each.
    before: String,
    /// The tokens after it, likewise.
    after: String,
    /// Whether a capitalised name follows.
    pub(super) name: bool,
    /// Whether a number follows.
    pub(super) number: bool,
}

impl Neighbours {
    /// Looks around the tokens `first..last` of `sentence`.
    pub(super) fn read(&mut self, text: &str, sentence: &[Token], first: usize, last: usize) {
        let before = sentence.get(first.saturating_sub(REACH)..first).unwrap_or_default();
        let rest = sentence.get(last..).unwrap_or_default();
        write_lower(&mut self.before, text, before);
        let after = if rest.first().is_some_and(|t| &text[t.span] == ".") { 1 } else { 0 };
        let after = rest.get(after..).unwrap_or_default();
        write_lower(&mut self.after, text, after.get(..REACH).unwrap_or(after));
        let next = followed_by(text, rest);
        self.name = next.is_some_and(|t| is_name(text, t));
        self.number = next.is_some_and(is_number);
    }
}

/// The token that `rest` begins with, past a point (`TP. Phủ Lý`).
pub(super) fn followed_by<'s>(text: &str, rest: &'s [Token]) -> Option<&'s Token> {
    match rest {
        [point, next, ..] if &text[point.span] == "." => Some(next),
        [next, ..] => Some(next),
        [] => None,
    }
}

/// Whether `token` is a capitalised word, but not one in capitals.
pub(super) fn is_name(text: &str, token: &Token) -> bool {
    use TokenKind::{Foreign, Name, Syllable};
    matches!(token.kind, Syllable | Foreign | Name)
        && text[token.span].starts_with(char::is_uppercase)
}

/// Whether `token` begins with a digit.
pub(super) fn is_number(token: &Token) -> bool {
    use TokenKind::{Code, Date, Measure, Number};
    matches!(token.kind, Number | Date | Measure | Code)
}

fn write_lower(out: &mut String, text: &str, tokens: &[Token]) {
    out.clear();
    out.push(' ');
    for token in tokens {
        push_lower(out, &text[token.span]);
        out.push(' ');
    }
}

/// The domains of the short forms of a document that have one reading.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Domains([u32; DOMAIN_COUNT]);

impl Domains {
    /// Counts one short form.
    pub(super) fn add(&mut self, domain: u8) {
        if let Some(count) = self.0.get_mut(usize::from(domain)) {
            *count += 1;
        }
    }

    fn is_leading(&self, domain: u8) -> bool {
        let count = self.0.get(usize::from(domain)).copied().unwrap_or_default();
        count > 1 && self.0.iter().all(|&other| other <= count)
    }
}

/// A reading chosen, and whether a cue chose it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    /// Index into the readings.
    pub(super) reading: usize,
    /// Whether a cue spoke for it: then it holds for the same form elsewhere in the document.
    pub(super) cued: bool,
}

/// The reading that its neighbours speak for, else the commonest of those that need no cue.
pub(super) fn choose(readings: &[Reading], near: &Neighbours, domains: &Domains) -> Option<Choice> {
    let mut best: Option<(i32, Choice)> = None;
    for (i, reading) in readings.iter().enumerate() {
        let usage = reading.usage;
        let cues: i32 = reading.cues.iter().map(|cue| cue.weight(near)).sum();
        if usage.keep || usage.cued && cues == 0 || usage.name && !near.name && !near.number {
            continue;
        }
        let domain = if domains.is_leading(reading.domain) { DOMAIN } else { 0 };
        let score = cues + domain - RANK * i as i32;
        if best.is_none_or(|(high, _)| score > high) {
            best = Some((score, Choice { reading: i, cued: cues > 0 }));
        }
    }
    best.map(|(_, choice)| choice)
}
