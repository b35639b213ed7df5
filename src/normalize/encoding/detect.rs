//! Which encoding from before Unicode bytes are in, when that is sure.

use super::{Encoding, legacy_text};
use crate::syllable::{Spelling, Syllable, is_loan};
use rustc_hash::FxHashSet;
use unicode_normalization::UnicodeNormalization;

/// How much of the bytes is read to decide.
const SAMPLE: usize = 1 << 16;

const CANDIDATES: [Encoding; 5] =
    [Encoding::Tcvn3, Encoding::Vni, Encoding::Windows1258, Encoding::Viscii, Encoding::Vps];

/// The encoding in which the words of `bytes` with anything beyond ASCII are Vietnamese.
///
/// Different words are counted, each once. It is sure when nine in ten are syllables, more than in
/// any other encoding, and one of them has a letter that no western encoding has. Text that is
/// UTF-8 as it stands must give more proof than bytes that are no text otherwise.
pub(super) fn detect(bytes: &[u8], is_utf8: bool) -> Option<Encoding> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    if bytes.is_ascii() {
        return is_viqr(sample).then_some(Encoding::Viqr);
    }
    let least = if is_utf8 { 3 } else { 2 };
    let mut counts = CANDIDATES.map(|encoding| (count(&legacy_text(sample, encoding)), encoding));
    counts.sort_by_key(|(count, _)| std::cmp::Reverse(count.syllables));
    let [(best, encoding), (second, _), ..] = counts;
    let sure = best.syllables >= least
        && best.syllables >= 9 * best.others
        && best.syllables > second.syllables
        && best.beyond_latin;
    sure.then_some(encoding)
}

#[derive(Default)]
struct Count {
    syllables: usize,
    others: usize,
    beyond_latin: bool,
}

/// Counts the different words with characters beyond ASCII.
fn count(text: &str) -> Count {
    let mut seen = FxHashSet::default();
    let mut count = Count::default();
    let words = text.split(|c: char| c.is_ascii() && !c.is_ascii_alphabetic());
    for word in words.map(|word| word.trim_matches(is_punctuation)) {
        if word.is_ascii() || !seen.insert(word) {
            continue;
        }
        if is_vietnamese(word) {
            count.syllables += 1;
            count.beyond_latin |= word.chars().any(|c| c > '\u{ff}');
        } else {
            count.others += 1;
        }
    }
    count
}

fn is_punctuation(c: char) -> bool {
    matches!(c, '\u{a0}' | '«' | '»' | '‘'..='”' | '–' | '—' | '…' | '•' | '°')
}

/// A syllable in small letters, in capitals, or with one capital at its head.
fn is_vietnamese(word: &str) -> bool {
    let word: String = word.nfc().collect();
    let upper = word.chars().filter(|c| c.is_uppercase()).count();
    let first = word.chars().next().is_some_and(char::is_uppercase);
    let cased = upper == 0 || upper == 1 && first || upper == word.chars().count();
    let syllable = || Spelling::read(&word).is_some_and(|s| Syllable::of(&s).is_some());
    cased && (syllable() || is_loan(&word.to_lowercase()))
}

/// Whether text of ASCII is VIQR: several different words that are syllables with signs in it,
/// hardly any that are none.
fn is_viqr(sample: &[u8]) -> bool {
    const LEAST: usize = 4;
    let mut seen = FxHashSet::default();
    let (mut syllables, mut others) = (0, 0);
    let words = sample.split(|byte| byte.is_ascii_whitespace());
    for word in words.filter(|word| word.iter().any(|b| matches!(b, b'^' | b'(' | b'+'))) {
        if !seen.insert(word) {
            continue;
        }
        let text = legacy_text(word, Encoding::Viqr);
        let core = text.trim_matches(|c: char| c.is_ascii_punctuation());
        if core.is_ascii() || !is_vietnamese(core) {
            others += 1;
        } else {
            syllables += 1;
        }
    }
    syllables >= LEAST && syllables >= 9 * others
}
