//! Words: one case a line, then laws, then the weights file when it is damaged.

use unicode_normalization::UnicodeNormalization;
use vinews::{Normalizer, Segmenter, Span, ToneStyle, WordKind, tokens};

/// `text` with the syllables of a word joined by `_` and words parted by a blank.
fn joined(segmenter: &Segmenter, text: &str) -> String {
    let mut worker = segmenter.worker();
    let words = worker.segment(text).iter();
    words.map(|w| text[w.span].replace(' ', "_")).collect::<Vec<_>>().join(" ")
}

fn bundled(text: &str) -> String {
    joined(&Segmenter::new(), text)
}

/// Own phrases of Party and government prose, with the borders of their words.
const PHRASES: &str = include_str!("vectors/domain-words.tsv");

#[test]
fn phrases_of_the_domain() {
    let segmenter = Segmenter::new();
    let (mut gold, mut found, mut right) = (0, 0, 0);
    for phrase in PHRASES.lines().skip(1).filter(|line| !line.is_empty()) {
        let text = phrase.replace('_', " ");
        let answer = borders(phrase);
        let given = borders(&joined(&segmenter, &text));
        gold += answer.len();
        found += given.len();
        right += given.iter().filter(|word| answer.contains(word)).count();
    }
    let f1 = 200.0 * right as f64 / (gold + found) as f64;
    println!("{} phrases, {gold} words, F1 {f1:.2}", PHRASES.lines().count() - 1);
    assert!(f1 >= 98.0, "F1 {f1:.2} of the domain's own phrases");
}

/// Start and end of each word, counted in letters without blanks.
fn borders(joined: &str) -> Vec<(usize, usize)> {
    let mut at = 0;
    joined
        .split(' ')
        .map(|word| {
            let start = at;
            at += word.chars().filter(|&c| c != '_').count();
            (start, at)
        })
        .collect()
}

#[test]
fn no_word_crosses_a_mark_or_a_line() {
    for (text, expected) in [
        ("đảng, viên", "đảng , viên"),
        ("đảng\nviên", "đảng viên"),
        ("đảng. Viên", "đảng . Viên"),
        ("(đảng) viên", "( đảng ) viên"),
        ("nghị – quyết", "nghị – quyết"),
    ] {
        assert_eq!(bundled(text), expected, "{text:?}");
    }
}

#[test]
fn a_word_knows_its_kind_and_length() {
    let text = "Đại hội lần thứ 13 , 25%";
    let segmenter = Segmenter::new();
    let mut worker = segmenter.worker();
    let found: Vec<_> =
        worker.segment(text).iter().map(|w| (&text[w.span], w.kind, w.syllables)).collect();
    assert_eq!(found[0], ("Đại hội", WordKind::Word, 2));
    assert!(found.contains(&("13", WordKind::Number, 1)));
    assert!(found.contains(&(",", WordKind::Punctuation, 1)));
    assert_eq!(found.last(), Some(&("25%", WordKind::Number, 1)));
}

#[test]
fn words_of_the_user() {
    let text = "xây dựng trục liên kết vùng";
    let forced = Segmenter::builder().force_words(["Trục liên kết vùng"]).unwrap().build();
    assert_eq!(joined(&forced, text), "xây_dựng trục_liên_kết_vùng");
    let always = "word\tmode\ntrục liên kết vùng\talways\n";
    let listed = Segmenter::builder().lexicon("own.tsv", always).unwrap().build();
    assert_eq!(joined(&listed, text), "xây_dựng trục_liên_kết_vùng");
    let loans = Segmenter::builder().force_words(["smart-phone Kon Plông"]).unwrap().build();
    assert_eq!(joined(&loans, "ở smart-phone Kon Plông"), "ở smart-phone_Kon_Plông");
}

#[test]
fn of_forced_words_the_first_and_longest_wins() {
    let force =
        |words: &[&str]| Segmenter::builder().force_words(words.iter().copied()).unwrap().build();
    assert_eq!(joined(&force(&["a b", "a b c d"]), "a b c d e"), "a_b_c_d e");
    assert_eq!(joined(&force(&["a b", "b c"]), "a b c"), "a_b c");
    assert_eq!(joined(&force(&["a b"]), "a b a b"), "a_b a_b");
}

#[test]
fn a_wrong_list_is_refused_with_its_line() {
    for (list, line, reason) in [
        ("từ\n", 1, "the first line must name"),
        ("word\tmode\nđảng viên\tnever\n", 2, "unknown mode \"never\""),
        ("word\tmode\nđảng, viên\t\n", 2, "\",\" ends a word"),
        ("word\tmode\na a a a a a a a a a a a a\t\n", 2, "13 syllables"),
    ] {
        let error = Segmenter::builder().lexicon("own.tsv", list).unwrap_err();
        assert_eq!(error.line(), Some(line), "{error}");
        assert!(error.to_string().contains(reason), "{error}");
    }
    assert!(Segmenter::builder().add_words(["xã", " "]).unwrap_err().to_string().contains(":2:"));
}

/// Prose of our own in which the laws are tried.
fn samples() -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data/samples");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let texts = paths.iter().filter(|p| p.extension().is_some_and(|e| e == "txt"));
    texts.map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn words_rise_and_cover_all_tokens() {
    let text = samples();
    let segmenter = Segmenter::new();
    let mut worker = segmenter.worker();
    let words = worker.segment(&text);
    assert!(words.windows(2).all(|w| w[0].span.end <= w[1].span.start));
    let mut words = words.iter().peekable();
    for token in tokens(&text).filter(|t| !t.kind.is_blank()) {
        while words.next_if(|w| w.span.end <= token.span.start).is_some() {}
        assert!(words.peek().is_some_and(|w| w.span.covers(token.span)), "{:?}", &text[token.span]);
    }
}

#[test]
fn tone_style_and_composition_do_not_matter() {
    let text = samples();
    let new_style = Normalizer::new().tone(ToneStyle::New).normalize(&text).as_str().to_owned();
    assert_ne!(new_style, text);
    assert_eq!(letters_of_words(&new_style), letters_of_words(&text));
    assert_eq!(letters_of_words(&text.nfd().collect::<String>()), letters_of_words(&text));
}

/// How many letters each word has, tone marks not counted.
fn letters_of_words(text: &str) -> Vec<usize> {
    let segmenter = Segmenter::new();
    let mut worker = segmenter.worker();
    let letters = |span: Span| text[span].nfc().count();
    worker.segment(text).iter().map(|word| letters(word.span)).collect()
}

#[test]
fn capitals_are_read_like_small_letters() {
    let text = samples().to_lowercase();
    let (mut same, mut all) = (0, 0);
    for line in text.lines().filter(|line| line.split(' ').count() > 3) {
        let small = borders(&bundled(line));
        let capitals = borders(&bundled(&line.to_uppercase()));
        all += small.len();
        same += small.iter().filter(|word| capitals.contains(word)).count();
    }
    assert!(same * 100 >= all * 97, "{same} of {all} words are the same in capitals");
}

#[test]
fn any_text_gives_words_in_linear_time() {
    for piece in ["a", "a ", ".", "\u{301}", "đảng viên ", "ĐẢNG ", "1", "\n", "a-"] {
        let text = piece.repeat(100_000 / piece.len());
        let segmenter = Segmenter::new();
        let mut worker = segmenter.worker();
        let words = worker.segment(&text);
        assert!(words.iter().all(|w| text.get(w.span.range()).is_some()), "{piece:?}");
    }
}

#[test]
fn damaged_weights_are_refused() {
    let whole = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/data/words.bin")).unwrap();
    let read = |bytes: &[u8]| Segmenter::builder().weights("words.bin", bytes);
    assert!(read(&whole).is_ok());
    for len in (0..64).chain((64..whole.len()).step_by(whole.len() / 50)) {
        let error = read(&whole[..len]).unwrap_err().to_string();
        assert!(error.starts_with("words.bin: "), "{error}");
    }
    for at in (0..64).chain((64..whole.len()).step_by(whole.len() / 50)) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x10;
        assert!(read(&bytes).is_err(), "byte {at} flipped");
    }
    let mut other = whole;
    other[8] = 99;
    assert!(read(&other).unwrap_err().to_string().contains("version 99"));
}
