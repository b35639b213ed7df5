//! Which tokens may be short forms, and which look like them but are none.

use super::lexicon::is_dotted;
use crate::{Token, TokenKind};

/// Whether `token` has the shape of a short form, known or not: two capitals at least.
pub(super) fn is_short(text: &str, token: &Token) -> bool {
    let word = &text[token.span];
    matches!(token.kind, TokenKind::Acronym | TokenKind::Foreign | TokenKind::Code)
        && word.len() <= 40
        && word.chars().filter(|c| c.is_uppercase()).count() >= 2
        && !is_dotted(word)
}

/// The end of the short form that begins at token `at`, with what a hyphen or `&` between blanks
/// joins to it: GD & ĐT, KT - XH.
pub(super) fn joined(text: &str, tokens: &[Token], at: usize) -> usize {
    let mut end = at + 1;
    while let Some([mark, next, ..]) = tokens.get(end..)
        && matches!(&text[mark.span], "&")
        && next.kind == TokenKind::Acronym
    {
        end += 2;
    }
    end
}

/// Whether `token` may be a short form that the list knows.
pub(super) fn may_be_known(text: &str, token: &Token) -> bool {
    match token.kind {
        TokenKind::Acronym | TokenKind::Code => true,
        TokenKind::Foreign => is_spelt_short(&text[token.span]),
        _ => false,
    }
}

/// Whether a word with at most one capital is still spelt like a short form: without a vowel (Cty,
/// Tp, tp), or long enough that it is no word by chance (Asean, Unesco).
fn is_spelt_short(word: &str) -> bool {
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'A' | 'E' | 'I' | 'O' | 'U');
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    capitals > 1 || !word.contains(vowel) || capitals == 1 && (4..=9).contains(&word.len())
}

/// Whether the short form at `at` is joined by a hyphen to a word that is none: VN-Index, U-shape.
pub(super) fn is_part_of_name(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    let Some([mark, next, ..]) = tokens.get(at + 1..) else { return false };
    mark.span.start == token.span.end
        && next.span.start == mark.span.end
        && &text[mark.span] == "-"
        && next.kind == TokenKind::Foreign
}
