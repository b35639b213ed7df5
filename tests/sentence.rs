//! Stage 3, sentences: one-line cases and laws.

#[path = "laws/linear.rs"]
mod linear;

use linear::stays_linear;
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;
use vinews::{sentences, tokens};

const CASES: &str = include_str!("vectors/sentences.tsv");

#[test]
fn cases() {
    let mut wrong = Vec::new();
    for line in CASES.lines().skip(1) {
        let Some((name, marked)) = line.split_once('\t') else {
            panic!("a case has a name and a text: {line:?}");
        };
        let marked = marked.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
        let text = marked.replace('‖', "");
        let wanted: Vec<&str> =
            marked.split('‖').map(str::trim).filter(|part| !part.is_empty()).collect();
        let found: Vec<&str> = sentences(&text).map(|span| &text[span]).collect();
        if found != wanted {
            wrong.push(format!("{name}: {found:?}, not {wanted:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn cases_are_many_and_named_apart() {
    let names: Vec<&str> = CASES.lines().skip(1).filter_map(|l| l.split('\t').next()).collect();
    let mut apart = names.clone();
    apart.sort_unstable();
    apart.dedup();
    assert!(names.len() >= 150, "{} cases", names.len());
    assert_eq!(names.len(), apart.len(), "two cases have one name");
}

#[test]
fn long_runs_take_linear_time() {
    for unit in [
        "a", "7", ".", "(", "\"", "“", "a.", "a. ", "A. ", "1. ", "?", "…", "” ", "\n", ". \"",
        "- ", "v.v. ",
    ] {
        stays_linear(unit, |text| {
            let end = sentences(text).last().map_or(0, |span| span.end);
            assert_eq!(end, text.trim_end().len(), "{unit:?}");
        });
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn laws_hold_for_any_text(text in any::<String>()) {
        laws(&text)?;
    }

    #[test]
    fn laws_hold_for_texts_full_of_stops(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)
    ) {
        laws(&pieces.concat())?;
    }
}

const PIECES: &[&str] = &[
    "Xã",
    "xã",
    "TP",
    "PGS",
    "N",
    "N.V.A",
    "v.v",
    "1",
    "2025",
    "II",
    "a",
    ".",
    ". ",
    "...",
    "…",
    "./.",
    "!",
    "?",
    "?!",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\"",
    "“",
    "”",
    "’",
    "(",
    ")",
    "]",
    "»",
    ",",
    ";",
    ":",
    "-",
    "- ",
    "•",
    "baotinh.vn",
    "😀",
    "\u{301}",
    "\u{200b}",
    "\u{a0}",
];

/// Sentences rise, are never empty, begin and end at tokens and cover all but blanks.
fn laws(text: &str) -> Result<(), TestCaseError> {
    let borders: Vec<usize> = tokens(text).flat_map(|t| [t.span.start, t.span.end]).collect();
    let mut end = 0;
    for span in sentences(text) {
        prop_assert!(span.start >= end && span.end > span.start, "spans rise");
        let between = text.get(end..span.start).unwrap_or("x");
        prop_assert!(between.chars().all(char::is_whitespace), "{between:?} is in no sentence");
        // A blank that bears a mark is one sign with it.
        let signs: Vec<&str> = text[span].graphemes(true).collect();
        for sign in [signs[0], signs[signs.len() - 1]] {
            prop_assert!(!sign.trim().is_empty(), "a blank begins or ends a sentence");
        }
        for border in [span.start, span.end] {
            prop_assert!(borders.binary_search(&border).is_ok(), "a sentence cuts a token");
        }
        end = span.end;
    }
    prop_assert!(
        text.get(end..).is_some_and(|rest| rest.trim().is_empty()),
        "the end is in no sentence"
    );
    Ok(())
}
