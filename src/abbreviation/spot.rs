//! Which tokens may be short forms, and which look like them but are none.

use super::lexicon::is_dotted;
use crate::sentence::{Found, Sentence};
use crate::syllable::Code;
use crate::{Token, TokenKind};

/// The longest short form, in bytes; what is longer is no short form, and would cost its square.
const LONGEST: usize = 40;

/// Whether `token` has the shape of a short form, known or not: two capitals at least.
pub(super) fn is_short(text: &str, token: &Token) -> bool {
    let word = &text[token.span];
    matches!(token.kind, TokenKind::Acronym | TokenKind::Foreign | TokenKind::Code)
        && word.len() <= LONGEST
        && word.chars().filter(|c| c.is_uppercase()).count() >= 2
        && !is_dotted(word)
}

/// The end of the short form that begins at token `at`, with what a sign joins to it: GD & ĐT,
/// PVC.KBC.
pub(super) fn joined(text: &str, tokens: &[Token], at: usize) -> usize {
    let mut end = at + 1;
    while let Some([last, mark, next, ..]) = tokens.get(end - 1..)
        && next.kind == TokenKind::Acronym
    {
        let glued = last.span.end == mark.span.start && mark.span.end == next.span.start;
        match &text[mark.span] {
            "&" => {}
            "." if glued => {}
            _ => break,
        }
        end += 2;
    }
    end
}

/// The tokens at which a short form, a bracket, a dash or "(gọi) tắt" stands, in order: one in
/// twenty or so, found in one pass, so that all else is looked at once.
pub(super) fn candidates(section: Found<'_>) -> Vec<usize> {
    let Found { text, tokens, codes, .. } = section;
    let called = Code::of("tắt");
    let is_candidate = |token: &Token| match token.kind {
        TokenKind::Punctuation => matches!(&text[token.span], "(" | "-" | "–" | "—"),
        TokenKind::Url => true,
        _ => may_be_known(text, token),
    };
    let mut found = Vec::with_capacity(tokens.len() / 16);
    for (i, (token, &code)) in tokens.iter().zip(codes).enumerate() {
        // No plain syllable is a short form.
        if code.is_none() && is_candidate(token) || code.is_some() && code == called {
            found.push(i);
        }
    }
    found
}

/// The sentence of each candidate, as its index; those outside all sentences are left out.
pub(super) fn in_sentences<'s>(
    candidates: &'s [usize],
    sentences: &'s [Sentence],
) -> impl Iterator<Item = (usize, usize)> + 's {
    let mut at = 0;
    candidates.iter().filter_map(move |&token| {
        while sentences.get(at).is_some_and(|s| s.last <= token) {
            at += 1;
        }
        sentences.get(at).filter(|s| s.first <= token).map(|_| (token, at))
    })
}

/// Whether `token` may be a short form that the list knows.
#[inline(always)]
pub(super) fn may_be_known(text: &str, token: &Token) -> bool {
    match token.kind {
        TokenKind::Acronym | TokenKind::Code => token.span.len() <= LONGEST,
        TokenKind::Foreign => token.span.len() <= LONGEST && is_spelt_short(&text[token.span]),
        // TƯ: a syllable with a mark, in capitals.
        TokenKind::Syllable => {
            let first = text.as_bytes().get(token.span.start);
            matches!(token.span.len(), 2..=4)
                && !first.is_some_and(u8::is_ascii_lowercase)
                && text[token.span].chars().all(char::is_uppercase)
        }
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

/// Whether the token at `at` is a word of a line in capitals: a syllable in capitals beside another.
pub(super) fn is_shouted(text: &str, tokens: &[Token], at: usize) -> bool {
    let shouted = |i: usize| {
        tokens.get(i).is_some_and(|t| {
            t.kind == TokenKind::Syllable
                && text[t.span].chars().all(char::is_uppercase)
                && text[t.span].chars().nth(1).is_some()
        })
    };
    shouted(at) && (shouted(at + 1) || at > 0 && shouted(at - 1))
}

/// Whether the short form at `at` is part of a number: 02/2017/TT- BYT, 189/GPXD, BĐ 99245 TS.
pub(super) fn is_part(text: &str, tokens: &[Token], at: usize) -> bool {
    let word = |i: usize| tokens.get(i).map_or("", |t| &text[t.span]);
    let kind = |i: usize| tokens.get(i).map(|t| t.kind);
    let glued = |i: usize| match tokens.get(i..) {
        Some([a, b, ..]) => a.span.end == b.span.start,
        _ => false,
    };
    let number = at >= 2
        && glued(at - 2)
        && match word(at - 1) {
            "-" => kind(at - 2) == Some(TokenKind::DocumentNumber),
            "/" => matches!(kind(at - 2), Some(TokenKind::Number | TokenKind::Date)),
            _ => false,
        };
    // The number of a fishing boat: its province, five digits, TS.
    let is_boat = |i: usize| word(i).len() == 5 && kind(i) == Some(TokenKind::Number);
    let boat =
        is_boat(at + 1) && word(at + 2) == "TS" || at > 0 && is_boat(at - 1) && word(at) == "TS";
    number || boat
}
