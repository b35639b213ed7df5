//! Laws that hold for every text: generated Vietnamese, mixed scripts, raw bytes.

#[path = "laws/generate.rs"]
mod generate;
#[path = "laws/stages.rs"]
#[allow(unreachable_pub)] // the fuzz targets use them, too
mod stages;
#[path = "laws/whole.rs"]
#[allow(unreachable_pub)] // the fuzz targets use them, too
mod whole;

use generate::{article, bytes, mixed};
use proptest::prelude::*;
use std::thread;
use unicode_normalization::UnicodeNormalization;
use vinews::{Analyzer, Document, Normalizer, Segmenter, Span, TokenKind, tokens};

fn config() -> ProptestConfig {
    ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() }
}

/// Holds a law of any bytes over the three kinds of input.
macro_rules! law {
    ($name:ident, $law:path) => {
        proptest! {
            #![proptest_config(config())]
            #[test]
            fn $name(article in article(), mixed in mixed(), bytes in bytes()) {
                $law(article.as_bytes());
                $law(mixed.as_bytes());
                $law(&bytes);
            }
        }
    };
}

law!(normalised_text_stays_and_spans_come_back, stages::normalize_bytes);
law!(tokens_joined_equal_the_text, stages::tokens);
law!(sentences_cover_whatever_is_no_blank, stages::sentences);
law!(words_rise_within_their_line, stages::segment);
law!(short_forms_rise_and_have_long_forms, stages::expand);
law!(every_offset_cuts_the_text_it_claims, whole::analyze);
law!(text_written_out_leads_back, whole::expanded);
law!(lists_give_an_analyzer_or_an_error, whole::lists);
law!(weights_that_are_not_whole_are_refused, whole::weights);
law!(json_lines_are_read_or_passed_over, whole::json);

proptest! {
    #![proptest_config(config())]

    #[test]
    fn all_unicode_forms_read_alike(text in article()) {
        let plain: String = Normalizer::new().normalize(&text).as_str().to_owned();
        let apart: String = plain.nfd().collect();
        let analyzer = analyzer();
        let first = analyzer.analyze(&plain);
        for form in [apart, half_composed(&plain)] {
            let other = analyzer.analyze(&form);
            prop_assert_eq!(surfaces(&first), surfaces(&other));
        }
    }

    #[test]
    fn threads_read_alike(text in article()) {
        let analyzer = analyzer();
        let one = json(&analyzer.analyze(&text));
        let all = thread::scope(|scope| {
            let threads: Vec<_> =
                (0..8).map(|_| scope.spawn(|| json(&analyzer.analyze(&text)))).collect();
            threads.into_iter().map(|t| t.join().expect("no thread panics")).collect::<Vec<_>>()
        });
        prop_assert!(all.iter().all(|other| *other == one));
    }

    #[test]
    fn a_blank_line_parts_tokens_sentences_and_words(a in article(), b in article()) {
        let (a, b) = (a.trim(), b.trim());
        let whole = format!("{a}\n\n{b}");
        let shift = a.len() + 2;
        prop_assert_eq!(cut(&vinews::sentences(&whole).collect::<Vec<_>>(), shift),
            [vinews::sentences(a).collect::<Vec<_>>(), vinews::sentences(b).collect()]);
        prop_assert_eq!(cut(&token_spans(&whole), shift), [token_spans(a), token_spans(b)]);
        prop_assert_eq!(cut(&word_spans(&whole), shift), [word_spans(a), word_spans(b)]);
    }
}

fn analyzer() -> &'static Analyzer {
    static ANALYZER: std::sync::OnceLock<Analyzer> = std::sync::OnceLock::new();
    ANALYZER.get_or_init(Analyzer::new)
}

fn json(document: &Document<'_>) -> String {
    serde_json::to_string(&document.record().words(true)).expect("a record is plain data")
}

/// Letters with their signs composed and their tones apart, as many editors store them.
fn half_composed(text: &str) -> String {
    let tone = |c: &char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    let mut half = String::new();
    for c in text.chars() {
        let parts: Vec<char> = c.nfd().collect();
        half.extend(parts.iter().copied().filter(|c| !tone(c)).nfc());
        half.extend(parts.into_iter().filter(tone));
    }
    half
}

/// What was found, as clean text, so that documents of several Unicode forms can be compared.
fn surfaces(document: &Document<'_>) -> Vec<Vec<String>> {
    let clean =
        |span: Span| Normalizer::new().normalize(&document.text()[span]).into_text().into_owned();
    vec![
        document.words().map(|w| clean(w.span)).collect(),
        document.people().iter().map(|p| p.name.clone()).collect(),
        document.people().iter().flat_map(|p| &p.mentions).map(|m| clean(m.span)).collect(),
        document.places().iter().map(|p| clean(p.span)).collect(),
        document.organizations().iter().map(|o| clean(o.span)).collect(),
        document.abbreviations().iter().map(|a| clean(a.span)).collect(),
    ]
}

/// The spans before `shift`, and those behind it counted from there.
fn cut(spans: &[Span], shift: usize) -> [Vec<Span>; 2] {
    let (a, b): (Vec<Span>, Vec<Span>) = spans.iter().partition(|s| s.end < shift);
    [a, b.iter().map(|s| Span::new(s.start - shift, s.end - shift)).collect()]
}

fn token_spans(text: &str) -> Vec<Span> {
    tokens(text).filter(|t| t.kind != TokenKind::LineBreak).map(|t| t.span).collect()
}

fn word_spans(text: &str) -> Vec<Span> {
    Segmenter::new().worker().segment(text).iter().map(|w| w.span).collect()
}
