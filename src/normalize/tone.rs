//! Tone marks: misplaced ones and, if wanted, those of the other style; uơ for ươ.
//!
//! Only a whole word that is a Vietnamese syllable is ever touched, so that foreign, minority and
//! mistyped words stay as they are.

use super::offset::OffsetMap;
use super::rewrite::Rewriter;
use super::sieve::{self, Rules, Sieve};
use crate::Span;
use crate::letter::{Sign, Tone};
use crate::syllable::{Spelling, Syllable, ToneStyle};

/// The rules of the sieve that a style asks for.
pub(super) const fn rules(style: ToneStyle) -> Rules {
    match style {
        ToneStyle::Keep => sieve::MISPLACED,
        ToneStyle::Old => sieve::MISPLACED | sieve::NEW_STYLE,
        ToneStyle::New => sieve::MISPLACED | sieve::OLD_STYLE,
    }
}

/// `text`, which is composed, with its marks in place, and the way back; `None` where they are.
pub(super) fn place(text: &str, style: ToneStyle) -> Option<(String, OffsetMap)> {
    let mut out = Rewriter::new(text);
    let mut sieve = Sieve::new(text, rules(style));
    while let Some(hit) = sieve.next() {
        let (word, end) = Word::around(text, hit.at);
        sieve.skip_to(end);
        let Some(word) = word else { continue };
        let Some(mended) = word.mend(text, style) else { continue };
        let mut at = word.span.start;
        for (old, new) in word.letters.letters().iter().zip(mended.letters()) {
            let end = at + old.to_char().len_utf8();
            out.replace(Span::new(at, end), new.to_char());
            at = end;
        }
    }
    out.finish()
}

/// Whether [`place`] may change the word around `at`; a false alarm where that is no word of a few
/// Vietnamese letters.
pub(super) fn may_move(text: &str, at: usize, style: ToneStyle) -> bool {
    let (word, _) = Word::around(text, at);
    word.is_none_or(|word| word.mend(text, style).is_some())
}

/// A word of few enough letters for a syllable.
struct Word {
    span: Span,
    letters: Spelling,
}

impl Word {
    /// The word around `at` and its end; `None` where it is longer than any syllable or has other
    /// letters.
    fn around(text: &str, at: usize) -> (Option<Self>, usize) {
        let (before, rest) = text.split_at_checked(at).unwrap_or((text, ""));
        let inside = |c: char| c.is_alphabetic() || is_mark(c);
        let end = text.len() - rest.trim_start_matches(inside).len();
        // One letter more than a syllable has is enough to see that this is none.
        let back = before.chars().rev().take_while(|&c| inside(c)).take(Spelling::MAX + 1);
        let span = Span::new(at - back.map(char::len_utf8).sum::<usize>(), end);
        let letters = text.get(span.range()).and_then(Spelling::read);
        (letters.map(|letters| Self { span, letters }), end.max(at + 1))
    }

    /// The letters with the mark in place; `None` where it is, or where this is no syllable.
    fn mend(&self, text: &str, style: ToneStyle) -> Option<Spelling> {
        let repaired = repaired(&self.letters);
        let spelling = repaired.as_ref().unwrap_or(&self.letters);
        let (syllable, at) = Syllable::of(spelling)?;
        let marks = spelling.letters().iter().filter(|l| l.tone() != Tone::Ngang).count();
        let style = match style {
            // Either place of hòa, hoà is kept; a mark in a third place goes where most put it.
            ToneStyle::Keep if at == Some(syllable.mark_at(ToneStyle::New)) => ToneStyle::New,
            _ => style,
        };
        let settled = at.is_none() || at == Some(syllable.mark_at(style)) && marks == 1;
        if settled && repaired.is_none() || self.is_exception(text, &syllable) {
            return None;
        }
        let mut mended = *spelling;
        mended.mark(syllable.mark_at(style), syllable.tone());
        Some(mended)
    }

    /// "giặt gịa" is gi + ia, not giạ.
    fn is_exception(&self, text: &str, syllable: &Syllable) -> bool {
        (syllable.onset(), syllable.nucleus(), syllable.coda()) == ("gi", "a", "")
            && syllable.tone() == Tone::Nang
            && text.get(..self.span.start).is_some_and(|before| {
                let before = before.trim_end_matches(' ');
                ["giặt", "Giặt", "GIẶT"].iter().any(|word| before.ends_with(word))
            })
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// The letters with uơ and ươ, ưo set right; `None` where they are, or where it is not sure.
///
/// ươ is closed or before i, u; uơ is open, so nuớc is nước and thưở is thuở. After q, the u is
/// no part of it: quờn stays. So does uơn without a mark, an old spelling of uyên that names keep
/// (Vĩnh Nguơn).
fn repaired(letters: &Spelling) -> Option<Spelling> {
    let base = |i: usize| letters.at(i).base();
    let sign = |i: usize| letters.at(i).sign();
    let at = (0..letters.len()).find(|&i| base(i) == 'u' && base(i + 1) == 'o')?;
    if at > 0 && base(at - 1) == 'q' {
        return None;
    }
    let closed = letters.len() > at + 2;
    let old_name = letters.len() == at + 3 && base(at + 2) == 'n' && letters.tone()?.1.is_none();
    let (u, o) = match (sign(at), sign(at + 1)) {
        (Sign::Plain, Sign::Horn) if old_name => return None,
        (Sign::Plain, Sign::Horn) | (Sign::Horn, Sign::Plain) if closed => (Sign::Horn, Sign::Horn),
        (Sign::Horn, Sign::Horn) if !closed && base(at.checked_sub(1)?) == 'h' => {
            (Sign::Plain, Sign::Horn)
        }
        _ => return None,
    };
    let mut repaired = *letters;
    let [first, second, ..] = repaired.letters_mut().get_mut(at..)? else { return None };
    (*first, *second) = (first.with_sign(u)?, second.with_sign(o)?);
    Some(repaired)
}
