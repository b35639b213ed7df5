//! Stage 2, tokens: one-line cases, options, laws.

#[path = "laws/linear.rs"]
mod linear;

use linear::stays_linear;
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;
use vinews::{Token, TokenKind, TokenOptions, tokens};

const CASES: &str = include_str!("vectors/tokens.tsv");

#[test]
fn cases() {
    let mut wrong = Vec::new();
    for line in CASES.lines().skip(1) {
        let [name, text, wanted] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("a case has a name, a text and its tokens: {line:?}");
        };
        let text = unescape(text);
        let found = show(&text, TokenOptions::new());
        if found != wanted {
            wrong.push(format!("{name}: {found}, not {wanted}"));
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
fn options_split_what_they_name() {
    let whole = TokenOptions::new();
    for (name, options, text, wanted) in [
        ("percent whole", whole, "12,5%", "12,5%{number}"),
        ("percent", whole.split_percent(true), "12,5%", "12,5{number} | %"),
        ("plain number", whole.split_percent(true), "12,5", "12,5{number}"),
        (
            "other per cent",
            whole.split_percent(true),
            "đạt 95% trở lên",
            "đạt | 95{number} | % | trở | lên",
        ),
        (
            "date",
            whole.split_dates(true),
            "15/12/2025",
            "15{number} | / | 12{number} | / | 2025{number}",
        ),
        ("date not named", whole.split_codes(true), "15/12/2025", "15/12/2025{date}"),
        ("years", whole.split_dates(true), "2020 - 2025", "2020{number} | - | 2025{number}"),
        ("time", whole.split_dates(true), "14h30", "14{number} | h{foreign} | 30{number}"),
        (
            "document",
            whole.split_codes(true),
            "57-NQ/TW",
            "57{number} | - | NQ{acronym} | / | TW{acronym}",
        ),
        (
            "plate",
            whole.split_codes(true),
            "29A-123.45",
            "29{number} | A | - | 123{number} | . | 45{number}",
        ),
        ("code with a word after", whole.split_codes(true), "A1 vui", "A | 1{number} | vui"),
        (
            "all",
            whole.split_codes(true).split_dates(true).split_percent(true),
            "5% 3/4/2025 F-16",
            "5{number} | % | 3{number} | / | 4{number} | / | 2025{number} | F{acronym} | - | 16{number}",
        ),
    ] {
        assert_eq!(show(text, options), wanted, "{name}");
    }
}

#[test]
fn blanks_are_skipped_and_line_breaks_stay() {
    let kinds = |skip| -> Vec<TokenKind> {
        let options = TokenOptions::new().skip_blanks(skip);
        options.tokens("xã \t mới\nhọp").map(|t| t.kind).collect()
    };
    use TokenKind::{Blank, LineBreak, Syllable};
    assert_eq!(kinds(false), [Syllable, Blank, Syllable, LineBreak, Syllable]);
    assert_eq!(kinds(true), [Syllable, Syllable, LineBreak, Syllable]);
}

#[test]
fn every_syllable_is_one_in_any_case_and_style() {
    use vinews::ToneStyle::{New, Old};
    use vinews::letter::Tone;
    use vinews::syllable::{Syllable, onsets, rhymes};
    let mut count = 0;
    for (onset, rhyme) in onsets().iter().flat_map(|o| rhymes().map(move |r| (o, r))) {
        let toned = Tone::ALL.into_iter().filter_map(|t| Syllable::from_parts(onset, &rhyme, t));
        for word in toned.flat_map(|s| [s.spell(Old).to_string(), s.spell(New).to_string()]) {
            // In running text and at its end, where the fast way does not go.
            for text in [
                format!("{word} là một tiếng của ta"),
                word.clone(),
                capital(&word) + " là một tiếng",
            ] {
                let first = tokens(&text).next().unwrap();
                let numeral = text.starts_with("I ");
                assert_eq!(first.span.range(), 0..word.len(), "{text}");
                assert!(first.kind == TokenKind::Syllable || numeral, "{text}: {:?}", first.kind);
                count += 1;
            }
        }
    }
    assert!(count > 90_000, "{count}");
}

#[test]
fn long_runs_take_linear_time() {
    for unit in [
        "a", "7", ".", "(", "\"", "“", "a.", "A.", "1.", "1,", "1/", "a-", "A&", "a@", "a_", "1h",
        "0 ", "a'", "😀", "\u{301}", "A1-", "#a", "./", "-", "\n", "TP.", "www.",
    ] {
        stays_linear(unit, |text| {
            assert_eq!(tokens(text).map(|t| t.span.len()).sum::<usize>(), text.len());
        });
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn laws_hold_for_any_text(text in any::<String>()) {
        laws(&text)?;
    }

    #[test]
    fn laws_hold_for_texts_of_news_and_rare_signs(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)
    ) {
        laws(&pieces.concat())?;
    }
}

/// What news is made of, and what breaks readers of it.
const PIECES: &[&str] = &[
    "a",
    "Đ",
    "ế",
    "xã",
    "Hoàng",
    "UBND",
    "TP",
    "T",
    "Ư",
    "h",
    "H",
    "ng",
    "gi",
    "qu",
    "tat",
    "km",
    "vn",
    "com",
    "http://",
    "www.",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\t",
    "\u{a0}",
    "\u{2028}",
    "0",
    "3",
    "12",
    "2025",
    "0912",
    ".",
    ",",
    "-",
    "–",
    "/",
    "&",
    "'",
    "’",
    "(",
    ")",
    "+",
    "%",
    "°",
    "C",
    "đ",
    "$",
    "#",
    "@",
    "_",
    ":",
    "…",
    "...",
    "./.",
    "\"",
    "“",
    "”",
    "!",
    "?",
    "😀",
    "👨",
    "🇻",
    "🇳",
    "👍🏽",
    "\u{200d}",
    "\u{200c}",
    "\u{200b}",
    "\u{fe0f}",
    "\u{20e3}",
    "\u{301}",
    "\u{323}",
    "\u{302}",
    "\u{31b}",
    "\u{600}",
    "\u{e33}",
    "ก",
    "\u{93f}",
    "क",
    "\u{94d}",
    "각",
    "ᄀ",
    "ᅡ",
    "漢",
    "я",
    "ü",
    "ß",
    "²",
    "\u{0}",
    "\u{feff}",
    "\u{ad}",
    "\u{e0067}",
    "©",
    "™",
    "\u{1f3fb}",
];

/// Joined, the tokens are the text; none is empty; none begins inside a grapheme cluster.
fn laws(text: &str) -> Result<(), TestCaseError> {
    let mut clusters = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]);
    for options in [
        TokenOptions::new(),
        TokenOptions::new().split_codes(true).split_dates(true).split_percent(true),
    ] {
        let mut end = 0;
        for Token { span, kind } in options.tokens(text) {
            prop_assert_eq!(span.start, end, "tokens join");
            prop_assert!(span.end > span.start, "no token is empty");
            let blank = text[span].chars().all(char::is_whitespace);
            prop_assert_eq!(blank, kind.is_blank(), "{:?} is {:?}", &text[span], kind);
            end = span.end;
        }
        prop_assert_eq!(end, text.len(), "tokens cover the text");
    }
    for token in tokens(text) {
        let border = clusters.by_ref().find(|&at| at >= token.span.end);
        prop_assert_eq!(
            border,
            Some(token.span.end),
            "{:?} ends inside a cluster",
            &text[token.span]
        );
    }
    Ok(())
}

/// The tokens of `text` as the vectors write them.
fn show(text: &str, options: TokenOptions) -> String {
    let shown: Vec<String> = options
        .skip_blanks(true)
        .tokens(text)
        .map(|token| match token.kind {
            TokenKind::LineBreak => "⏎".to_owned(),
            TokenKind::Syllable | TokenKind::Punctuation => text[token.span].to_owned(),
            kind => format!("{}{{{}}}", &text[token.span], snake(&format!("{kind:?}"))),
        })
        .collect();
    shown.join(" | ")
}

fn snake(name: &str) -> String {
    let mut snake = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(c.to_lowercase());
    }
    snake
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}

fn unescape(text: &str) -> String {
    text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t")
}
