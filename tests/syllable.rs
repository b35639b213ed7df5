//! Syllables: their parts, which exist, and the conformance file of tone marks made from them.

use std::collections::BTreeMap;
use std::fmt::Write;
use vinews::letter::{Letter, Tone};
use vinews::syllable::{LOANS, Syllable, ToneStyle, is_loan, onsets, rhymes};
use vinews::{Normalizer, syllable};

#[test]
fn parts() {
    for (word, onset, glide, nucleus, coda, tone) in [
        ("nghiêng", "ngh", "", "iê", "ng", Tone::Ngang),
        ("hoàn", "h", "o", "a", "n", Tone::Huyen),
        ("quyền", "qu", "", "yê", "n", Tone::Huyen),
        ("quả", "qu", "", "a", "", Tone::Hoi),
        ("giếng", "gi", "", "ê", "ng", Tone::Sac),
        ("giữa", "gi", "", "ưa", "", Tone::Nga),
        ("gì", "g", "", "i", "", Tone::Huyen),
        ("gìn", "g", "", "i", "n", Tone::Huyen),
        ("khuỷu", "kh", "u", "y", "u", Tone::Hoi),
        ("ngoài", "ng", "o", "a", "i", Tone::Huyen),
        ("thuở", "th", "u", "ơ", "", Tone::Hoi),
        ("rượu", "r", "", "ươ", "u", Tone::Nang),
        ("yếu", "", "", "yê", "u", Tone::Sac),
        ("khuya", "kh", "u", "ya", "", Tone::Ngang),
        ("xoong", "x", "", "oo", "ng", Tone::Ngang),
        ("ĐƯỜNG", "đ", "", "ươ", "ng", Tone::Huyen),
        ("Ủy", "", "u", "y", "", Tone::Hoi),
    ] {
        let read = Syllable::parse(word).unwrap_or_else(|| panic!("{word} is a syllable"));
        let got = (read.onset(), read.glide(), read.nucleus(), read.coda(), read.tone());
        assert_eq!(got, (onset, glide, nucleus, coda, tone), "{word}");
    }
}

#[test]
fn what_is_no_syllable() {
    let words = "tèt bẽt hoc mat ki\u{301} cen kan ghà ngha gê ceo quu qu gi\u{302} ă băz bâ mach\
        hoach oach̀ uơn tuơng mươ iêu\u{301}u nghiêngg Krông Đắk Pleiku Google xyz fa wa za 5 ";
    for word in words.split(' ') {
        assert_eq!(Syllable::parse(word), None, "{word}");
    }
    for misplaced in ["hòan", "qúy", "gìa", "túôi", "ngòai", "muôí"] {
        assert_eq!(Syllable::parse(misplaced), None, "{misplaced}");
    }
}

#[test]
fn every_syllable_is_its_parts_and_is_read_back() {
    let mut count = 0;
    for syllable in all() {
        for style in [ToneStyle::Old, ToneStyle::New] {
            let word = syllable.spell(style).to_string();
            assert_eq!(Syllable::parse(&word), Some(syllable), "{word}");
            assert_eq!(Syllable::parse(&word.to_uppercase()), Some(syllable), "{word}");
            let bare: String = toneless(&word);
            let parts = [syllable.onset(), syllable.glide(), syllable.nucleus(), syllable.coda()];
            assert_eq!(parts.concat(), bare);
        }
        count += 1;
    }
    assert!(count > 18_000, "{count} syllables");
}

#[test]
fn loans_are_sorted_and_found_in_any_case() {
    assert!(LOANS.windows(2).all(|pair| pair[0] < pair[1]), "sorted, each once");
    for word in ["Krông", "ĐẮK", "đăk", "Pleiku", "H'Mông", "xoong"] {
        assert!(is_loan(word) || Syllable::parse(word).is_some(), "{word}");
    }
    assert!(!is_loan("Hoàng") && !is_loan(""));
    for word in LOANS {
        assert!(Normalizer::new().normalize(word).is_unchanged(), "{word}");
        assert_eq!(Syllable::parse(word), None, "{word} is a syllable by rule");
    }
}

/// The file is what the rules generate; `VINEWS_BLESS=1 cargo test --test syllable` writes it anew.
#[test]
fn the_conformance_file_is_what_the_rules_generate() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/tone-placement.tsv");
    let mut file = String::from("input\told\tnew\n");
    for (input, [old, new]) in vectors() {
        writeln!(file, "{input}\t{old}\t{new}").expect("a string takes all");
    }
    if std::env::var_os("VINEWS_BLESS").is_some() {
        std::fs::write(path, &file).expect("the file is written");
    }
    let committed = std::fs::read_to_string(path).expect("the file is there");
    assert!(committed == file, "tests/vectors/tone-placement.tsv is not what the rules generate");
}

fn all() -> impl Iterator<Item = Syllable> {
    onsets().iter().flat_map(|onset| {
        rhymes().flat_map(move |rhyme| {
            Tone::ALL
                .into_iter()
                .filter_map(move |tone| Syllable::from_parts(onset, &rhyme, tone))
                .filter(move |syllable| syllable.onset() == *onset)
        })
    })
}

/// Each syllable with its mark on each vowel letter in turn, and where it belongs.
fn vectors() -> BTreeMap<String, [String; 2]> {
    let mut vectors = BTreeMap::new();
    for syllable in all().filter(|s| s.tone() != Tone::Ngang) {
        let styles =
            [ToneStyle::Old, ToneStyle::New].map(|style| syllable.spell(style).to_string());
        let bare: Vec<char> = toneless(&styles[0]).chars().collect();
        for (at, c) in bare.iter().enumerate() {
            let marked = Letter::of(*c).map(|letter| letter.with_tone(syllable.tone()).to_char());
            let Some(marked) = marked.filter(|marked| marked != c) else { continue };
            let mut input = bare.clone();
            input[at] = marked;
            let input: String = input.into_iter().collect();
            let before = vectors.insert(input.clone(), styles.clone());
            assert!(before.is_none_or(|before| before == styles), "{input} has two readings");
        }
    }
    vectors
}

fn toneless(word: &str) -> String {
    let letters = word.chars().filter_map(Letter::of);
    letters.map(|letter| letter.with_tone(Tone::Ngang).to_char()).collect()
}

#[test]
fn rhymes_are_listed_once() {
    let mut all: Vec<String> = syllable::rhymes().collect();
    let count = all.len();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), count);
}
