//! The laws of stages 1 to 5 as functions of any bytes: each panics when its law is broken.

use std::borrow::Cow;
use std::ops::Range;
use vinews::{Expander, Normalizer, Segmenter, Span, ToneStyle, Word, WordKind};

/// Any bytes become text that normalising again leaves as it is, and every span finds its way out
/// and back.
pub fn normalize_bytes(data: &[u8]) {
    for tone in [ToneStyle::Keep, ToneStyle::Old, ToneStyle::New] {
        let normalizer = Normalizer::new().tone(tone);
        let clean = normalizer.normalize_bytes(data);
        let again = normalizer.normalize(clean.as_str());
        assert_eq!(again.as_str(), clean.as_str(), "normalising twice changes nothing");
        assert!(again.is_unchanged(), "what is equal is borrowed");
        for span in spans_of(clean.as_str()) {
            let out = clean.to_source(span);
            assert!(clean.source().get(out.range()).is_some(), "a span cuts the source");
            assert!(clean.from_source(out).covers(span), "a span out and back covers itself");
        }
    }
}

/// Tokens joined are the text.
pub fn tokens(data: &[u8]) {
    let text = text(data);
    let mut at = 0;
    for token in vinews::tokens(&text) {
        assert_eq!(token.span.start, at, "no gap and no overlap");
        assert!(!token.span.is_empty(), "no empty token");
        at = token.span.end;
        assert!(text.is_char_boundary(at), "tokens split no character");
    }
    assert_eq!(at, text.len(), "joined they equal the text");
}

/// Sentences rise, are not empty, and cover whatever is no blank.
pub fn sentences(data: &[u8]) {
    let text = text(data);
    let mut at = 0;
    for sentence in vinews::sentences(&text) {
        assert!(sentence.start >= at && !sentence.is_empty(), "sentences rise");
        assert!(text[at..sentence.start].trim().is_empty(), "what is left out is blank");
        assert!(!text[sentence].trim().is_empty(), "no blank sentence");
        at = sentence.end;
    }
    assert!(text[at..].trim().is_empty(), "what is left out at the end is blank");
}

/// Words rise, cover whatever is no blank, and do not cross a line.
pub fn segment(data: &[u8]) {
    thread_local!(static SEGMENTER: Segmenter = Segmenter::new());
    let text = text(data);
    SEGMENTER.with(|segmenter| {
        let mut worker = segmenter.worker();
        let first: Vec<Word> = worker.segment(&text).to_vec();
        let mut at = 0;
        for word in &first {
            assert!(word.span.start >= at && !word.span.is_empty(), "words rise");
            assert!(text.get(word.span.range()).is_some(), "words split no character");
            if word.kind == WordKind::Word {
                assert!(!text[word.span].contains('\n'), "no word crosses a line");
            }
            at = word.span.end;
        }
        assert_eq!(worker.segment(&text), first, "the same text gives the same words");
    });
}

/// Short forms rise, do not overlap, and have a long form.
pub fn expand(data: &[u8]) {
    thread_local!(static EXPANDER: Expander = Expander::new());
    let text = text(data);
    let mut at = 0;
    for found in EXPANDER.with(|expander| expander.expand(&text)) {
        assert!(found.span.start >= at && !found.span.is_empty(), "short forms rise");
        assert!(text.get(found.span.range()).is_some(), "they split no character");
        assert!(!found.expansion.trim().is_empty(), "each has a long form");
        if let Some(long) = found.definition {
            assert!(text.get(long.range()).is_some(), "a definition cuts the text");
        }
        at = found.span.end;
    }
}

/// A few dozen spans spread over the text, on character boundaries.
fn spans_of(text: &str) -> impl Iterator<Item = Span> + '_ {
    let cuts: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
    let step = cuts.len() / 24 + 1;
    let pairs: Vec<Range<usize>> = cuts
        .iter()
        .step_by(step)
        .enumerate()
        .filter_map(|(n, &from)| Some(from..*cuts.get(n * step + 1 + n % 5)?))
        .collect();
    pairs.into_iter().map(Span::from)
}

/// The bytes as text; what is no UTF-8 becomes U+FFFD.
pub fn text(data: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(data)
}
