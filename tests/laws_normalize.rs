//! What holds of normalisation whatever the text.

use proptest::prelude::*;
use unicode_normalization::{UnicodeNormalization, is_nfc};
use vinews::{Encoding, Normalizer, OffsetUnit, Offsets, Span, ToneStyle};

/// Pieces of Vietnamese and of everything that may stand between it.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-zA-Zđơưâăêôáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵấậợựểỗ]{1,7}",
        2 => "[aeiouyAEIOUY][\u{300}-\u{30A}\u{31B}\u{323}\u{335}\u{340}\u{341}]{1,3}[ .]?",
        2 => "[ÐðƉdDAaEeOoАаЕеОоРрСсНнΑΒοό]{1,6}",
        1 => "[\u{200B}-\u{200F}\u{AD}\u{FEFF}\u{2060}\u{A0}\u{2003}\u{3000}\u{2028}\r\n ]{1,3}",
        1 => "[Ａ-Ｚａ-ｚ０-９，。！]{1,3}",
        1 => "[ÃÂÄÅÆáâãï][\u{80}-\u{BF}“”‘’€™…–ƒ]{1,2}",
        1 => "\\PC{1,4}",
        1 => "[가-힣ᄀ-ᇿ가-각ก-๙अ-ह\u{93C}-\u{94D}]{1,4}",
        1 => any::<char>().prop_map(String::from),
        1 => "(nuớc|thưở|hoà|thủy|gịa|qúy|ngòai|5\\.000ð|H'Mông|Viá»‡t|Đắk|[(\"“]xã[”\")],) ?",
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..12).prop_map(|pieces| pieces.concat())
}

fn style() -> impl Strategy<Value = ToneStyle> {
    prop::sample::select(vec![ToneStyle::Keep, ToneStyle::Old, ToneStyle::New])
}

/// Every span between two character boundaries near `at`.
fn boundaries(text: &str) -> Vec<usize> {
    (0..=text.len()).filter(|&i| text.is_char_boundary(i)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn clean_text_stays_as_it_is(text in text(), style in style()) {
        let normalizer = Normalizer::new().tone(style);
        let once = normalizer.normalize(&text);
        let twice = normalizer.normalize(once.as_str());
        prop_assert_eq!(twice.as_str(), once.as_str());
        prop_assert!(twice.is_unchanged());
    }

    #[test]
    fn borrowed_means_unchanged(text in text(), style in style()) {
        let clean = Normalizer::new().tone(style).normalize(&text);
        prop_assert_eq!(clean.is_unchanged(), clean.as_str() == text);
        prop_assert_eq!(clean.source(), text.as_str());
        let borrowed = matches!(clean.clone().into_text(), std::borrow::Cow::Borrowed(_));
        prop_assert_eq!(borrowed, clean.is_unchanged());
    }

    #[test]
    fn the_result_is_composed(text in text(), style in style()) {
        prop_assert!(is_nfc(Normalizer::new().tone(style).normalize(&text).as_str()));
    }

    #[test]
    fn a_span_mapped_out_and_back_covers_itself(text in text(), style in style()) {
        let clean = Normalizer::new().tone(style).normalize(&text);
        let ends = boundaries(clean.as_str());
        let mut last = 0;
        for (i, &start) in ends.iter().enumerate() {
            for &end in ends.iter().skip(i).take(6) {
                let span = Span::new(start, end);
                let there = clean.to_source(span);
                prop_assert!(text.get(there.range()).is_some(), "{:?} splits a character", there);
                prop_assert!(clean.from_source(there).covers(span), "{:?} {:?}", span, there);
            }
            let there = clean.to_source(Span::new(start, ends.last().copied().unwrap_or(0)));
            prop_assert!(there.start >= last, "spans rise");
            last = there.start;
        }
        for &start in &boundaries(&text) {
            for &end in boundaries(&text).iter().filter(|&&end| end >= start).take(6) {
                let there = clean.from_source(Span::new(start, end));
                prop_assert!(clean.as_str().get(there.range()).is_some());
            }
        }
    }

    #[test]
    fn the_form_of_the_input_makes_no_difference(words in prop::collection::vec(syllable(), 1..8), style in style()) {
        let text = words.join(" ");
        let normalizer = Normalizer::new().tone(style);
        let clean = normalizer.normalize(&text).into_text().into_owned();
        let decomposed: String = text.nfd().collect();
        let from_decomposed = normalizer.normalize(&decomposed);
        prop_assert_eq!(from_decomposed.as_str(), clean.as_str());
        let tone_apart: String = text.nfd().collect::<String>().nfc().flat_map(tone_apart).collect();
        let from_tone_apart = normalizer.normalize(&tone_apart);
        prop_assert_eq!(from_tone_apart.as_str(), clean.as_str());
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..200), encoding in encoding()) {
        let clean = Normalizer::new().encoding(encoding).normalize_bytes(&bytes);
        prop_assert!(clean.encoding() != Encoding::Auto);
        let whole = clean.to_source(Span::new(0, clean.as_str().len()));
        prop_assert!(clean.source().get(whole.range()).is_some());
        prop_assert!(is_nfc(clean.as_str()));
    }

    #[test]
    fn offsets_agree_with_counting(text in text(), repeat in 1usize..40) {
        let text = text.repeat(repeat);
        let chars = Offsets::new(&text, OffsetUnit::Chars);
        let utf16 = Offsets::new(&text, OffsetUnit::Utf16);
        for at in boundaries(&text).into_iter().step_by(repeat) {
            prop_assert_eq!(chars.of(at), text[..at].chars().count());
            prop_assert_eq!(utf16.of(at), text[..at].encode_utf16().count());
            prop_assert_eq!(chars.to_byte(chars.of(at)), at);
            prop_assert_eq!(utf16.to_byte(utf16.of(at)), at);
        }
    }
}

fn encoding() -> impl Strategy<Value = Encoding> {
    let names = "auto utf-8 utf-16 windows-1258 tcvn3 vni viscii vps viqr".split(' ');
    prop::sample::select(names.map(|name| name.parse().expect("a name")).collect::<Vec<Encoding>>())
}

/// A syllable with its mark anywhere, in any case.
fn syllable() -> impl Strategy<Value = String> {
    let rows: Vec<&str> = include_str!("vectors/tone-placement.tsv").lines().skip(1).collect();
    (prop::sample::select(rows), 0..3).prop_map(|(row, case)| {
        let word = row.split('\t').next().unwrap_or_default();
        match case {
            0 => word.to_owned(),
            1 => word.to_uppercase(),
            _ => {
                let mut chars = word.chars();
                chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
            }
        }
    })
}

/// Letter composed, tone apart: the form of many Vietnamese keyboards.
fn tone_apart(c: char) -> Vec<char> {
    let parts: Vec<char> = c.nfd().collect();
    let is_tone = |m: &char| matches!(m, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    let letter: String = parts.iter().filter(|m| !is_tone(m)).collect::<String>().nfc().collect();
    letter.chars().chain(parts.into_iter().filter(is_tone)).collect()
}

/// A program of quadratic time would take minutes for one of these.
#[test]
fn hostile_texts_are_read_in_linear_time() {
    const SIZE: usize = 200_000;
    let pieces = [
        "\u{301}",
        "\u{302}\u{301}",
        "a\u{301}",
        "\u{200b}",
        "ê",
        "ứ",
        "\u{1161}",
        "\u{1100}",
        "Ð",
        "ð",
        "aА",
        "А",
        "Ã",
        "á»",
        "Viá»‡t",
        "\r",
        "\r\n",
        "\u{ad}ệ",
        "ｗ",
        "\u{1dc4}",
        "oà",
        "uơ",
        "\u{34f}",
        "\u{ff0c}",
        "\u{3042}\u{3099}",
    ];
    for piece in pieces {
        let text = piece.repeat(SIZE / piece.len());
        for style in [ToneStyle::Keep, ToneStyle::Old] {
            let clean = Normalizer::new().tone(style).normalize(&text);
            let end = clean.as_str().len();
            assert!(clean.to_source(Span::new(0, end)).end <= text.len());
        }
        let bytes = Normalizer::new().normalize_bytes(text.as_bytes());
        assert!(!bytes.is_lossy());
    }
}
