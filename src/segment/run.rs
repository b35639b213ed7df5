//! What is known of the tokens of a run, by themselves and together.

use super::lexicon::{Flags, Lexicon, Pair};
use crate::{Token, TokenKind};

/// How a token is written, and what stands outside a run of tokens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Shape {
    /// Outside the sentence.
    #[default]
    Edge,
    /// A punctuation mark within the sentence.
    Mark,
    /// đảng
    Small,
    /// Đảng
    Capital,
    /// ĐẢNG
    Shout,
    /// A single capital: Ý, A
    Initial,
    /// internet
    Foreign,
    /// Paris
    ForeignCapital,
    /// UBND
    Acronym,
    /// XIII
    Roman,
    /// 12,5
    Number,
    /// 15/12/2025, 600m2, 14h30
    Measured,
    /// H'Hen, Pu-tin
    Name,
    /// Addresses, codes, pictographs
    Other,
}

/// One token of a run, with all that its gaps need to know.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Item {
    /// First byte and the byte after the last one.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// What is known of the token before and this one.
    pub(crate) pair: Pair,
    /// Number of its syllable, or its class.
    pub(crate) number: u16,
    pub(crate) shape: Shape,
    /// Which lexicon words begin here: of 2, 3, 4, 5 and more syllables, a bit each.
    pub(crate) words: u8,
    /// What forced words say of the gap before it.
    pub(crate) force: Force,
}

/// What forced words say of a gap.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Force {
    #[default]
    Free,
    Join,
    Part,
}

/// Looks up what is known of the tokens of a run together: pairs, words, forced words.
pub(crate) fn link(lexicon: &Lexicon, items: &mut [Item]) {
    // How many tokens the last forced word still takes.
    let mut forced = 0_usize;
    let mut left = items;
    while let [item, second, rest @ ..] = left {
        second.pair = lexicon.pair(item.number, second.number);
        let flags = second.pair & Flags::MASK;
        item.words = (flags & Flags::WORD) as u8;
        let mut longest = if flags & Flags::FORCED != 0 { 2 } else { 0 };
        if flags & Flags::MORE != 0 {
            let chain = Lexicon::chain(item.number, second.number);
            let longer = longer(lexicon, chain, rest);
            item.words |= longer.words;
            longest = longest.max(longer.forced);
        }
        if longest > 0 && forced == 0 {
            force(left, longest);
            forced = longest;
        }
        forced = forced.saturating_sub(1);
        left = left.get_mut(1..).unwrap_or_default();
    }
}

/// Lexicon words of three syllables or more.
#[derive(Default)]
struct Longer {
    /// As in [`Item::words`].
    words: u8,
    /// How many syllables the longest forced one has.
    forced: usize,
}

/// Those that go on with `rest` behind the two syllables of `chain`.
fn longer(lexicon: &Lexicon, mut chain: u64, rest: &[Item]) -> Longer {
    let mut found = Longer::default();
    for (i, item) in rest.iter().enumerate() {
        chain = Lexicon::link(chain, item.number);
        let flags = lexicon.flags(chain);
        found.words |= ((flags & Flags::WORD) << (i + 1).min(3)) as u8;
        if flags & Flags::FORCED != 0 {
            found.forced = i + 3;
        }
        if flags & Flags::MORE == 0 {
            break;
        }
    }
    found
}

/// Joins the first `syllables` of `items` and parts them from what is around them.
fn force(items: &mut [Item], syllables: usize) {
    for (i, item) in items.iter_mut().take(syllables + 1).enumerate() {
        item.force = if i == 0 || i == syllables { Force::Part } else { Force::Join };
    }
}

/// The shape of a token, its case aside; `None` where it ends a run.
#[inline]
pub(crate) fn shape_of(text: &str, token: Token) -> Option<Shape> {
    let capital =
        || text.get(token.span.range()).is_some_and(|t| t.starts_with(char::is_uppercase));
    Some(match token.kind {
        TokenKind::Syllable => Shape::Small,
        TokenKind::Foreign if capital() => Shape::ForeignCapital,
        TokenKind::Foreign => Shape::Foreign,
        TokenKind::Acronym => Shape::Acronym,
        TokenKind::Roman => Shape::Roman,
        TokenKind::Name => Shape::Name,
        TokenKind::Number => Shape::Number,
        TokenKind::Money
        | TokenKind::Measure
        | TokenKind::Date
        | TokenKind::Time
        | TokenKind::Phone => Shape::Measured,
        TokenKind::Punctuation | TokenKind::Blank | TokenKind::LineBreak => return None,
        _ => Shape::Other,
    })
}
