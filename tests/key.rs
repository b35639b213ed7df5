//! Keys for search and sorting, the latter beside ICU's.

use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions};
use icu_locale_core::locale;
use std::cmp::Ordering;
use vinews::key::{Fold, Order, compare, sort_key, strip};
use vinews::letter::Letter;

fn icu() -> CollatorBorrowed<'static> {
    Collator::try_new(locale!("vi").into(), CollatorOptions::default()).expect("vi is compiled in")
}

fn check(words: &[String]) {
    let icu = icu();
    let mut wrong = Vec::new();
    for a in words {
        for b in words {
            let (want, got) = (icu.compare(a, b), compare(a, b, Order::Icu));
            if want != got {
                wrong.push(format!("{a:?} {b:?}: {got:?}, ICU {want:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong: {:?}", wrong.len(), &wrong[..wrong.len().min(12)]);
}

/// Every letter with every tone in both cases.
fn letters() -> Vec<String> {
    ('\0'..='\u{1eff}').filter(|&c| Letter::of(c).is_some()).map(String::from).collect()
}

#[test]
fn every_pair_of_letters_is_in_the_order_of_icu() {
    assert_eq!(letters().len(), 186);
    check(&letters());
}

#[test]
fn every_pair_of_letters_within_words_is_in_the_order_of_icu() {
    let words = letters();
    check(&words.iter().map(|c| format!("b{c}n")).collect::<Vec<_>>());
    check(&words.iter().map(|c| format!("t{c} chủ")).collect::<Vec<_>>());
}

#[test]
fn phrases_are_in_the_order_of_icu() {
    let phrases = "ba ngày|bá chủ|bà con|Ba Đình|ba|bà|Bà|BÀ|bả|bã|bá|bạ|An Giang|Ân Thi|Ăn|Ánh|\
        Đà Nẵng|Đà Lạt|Da cam|Dak|Đắk Lắk|Đăk Nông|Điện Biên|Hà Nội|Hà Nam|Ha Noi|hà nội|Hòa Bình|\
        Hoà Bình|Hoa Lư|hóa học|Lê Văn An|Lê Văn Ân|Lê Vân An|Lê-nin|lệ|Lý|lí|Nguyễn Thị Hoa|\
        Nguyễn Thị Hòa|Nguyễn Thị Hoà|Nguyên|Nguyễn|nước|nuộc|nước nhà|quả|quý|Quý 1|Quý 2|Quý 10|\
        thành phố|Thanh Hóa|thánh|Thạnh|thuở|thủy|thuỷ|xã|xà|Xã An Đổ|xã An Đổ|xã, phường|xã (mới)|\
        \"xã\"|xã.|xã - phường|5.000|12,5%|café|cafe|Zürich|Zurich|señor|senor|Ý|y|ỷ";
    check(&phrases.split('|').map(|p| p.trim().to_owned()).collect::<Vec<_>>());
}

#[test]
fn syllables_in_every_tone_are_in_the_order_of_icu() {
    use vinews::letter::Tone;
    use vinews::syllable::{Syllable, ToneStyle, rhymes};
    let spelled = rhymes().flat_map(|rhyme| {
        Tone::ALL.into_iter().filter_map(move |tone| {
            Syllable::from_parts("t", &rhyme, tone).map(|s| s.spell(ToneStyle::New).to_string())
        })
    });
    check(&spelled.collect::<Vec<_>>());
}

#[test]
fn dictionaries_sort_by_syllable() {
    let sorted =
        ["ba", "ba ba", "ba lô", "Ba Vì", "bà", "bà con", "bá", "bá chủ", "bạ", "bác", "băm", "đi"];
    let mut words = sorted;
    words.reverse();
    words.sort_by_key(|word| sort_key(word, Order::Dictionary));
    assert_eq!(words, sorted);
    assert_eq!(compare("ba chủ", "bá chủ", Order::Icu), Ordering::Less);
}

#[test]
fn marks_are_stripped_from_all_latin_letters() {
    for (from, to) in [
        ("Nguyễn Đức Toàn", "Nguyen Duc Toan"),
        ("ĐẮK LẮK", "DAK LAK"),
        ("Zürich, señor, Dvořák", "Zurich, senor, Dvorak"),
        ("e\u{302}\u{301}", "e"),
        ("Москва й", "Москва й"),
        ("ubnd 2026", "ubnd 2026"),
    ] {
        assert_eq!(strip(from), to);
    }
}

#[test]
fn folds() {
    let plain = Fold::new();
    let y = plain.y(true);
    let gi = plain.gi(true);
    let all = Fold::search();
    for (fold, a, b, same) in [
        (plain, "Hoà", "hòa", true),
        (plain, "THUỶ", "thủy", true),
        (plain, "kỹ", "kĩ", false),
        (plain, "ma", "má", false),
        (plain.case(false), "Hòa", "hòa", false),
        (plain.tone_style(false), "hoà", "hòa", false),
        (y, "kỹ sư", "kĩ sư", true),
        (y, "quý", "quí", true),
        (y, "LÝ", "lí", true),
        (y, "tay", "tai", false),
        (y, "túy", "túi", false),
        (y, "y tế", "i tế", false),
        (gi, "giông", "dông", true),
        (gi, "gì", "dì", true),
        (gi, "Giỗ", "dỗ", true),
        (gi, "ga", "da", false),
        (gi, "đi", "di", false),
        (all, "Đắk Lắk", "dak lak", true),
        (all, "Nguyễn Quý", "nguyen qui", true),
        (all, "Lý Giải", "ly dai", true),
        (all, "Lý Giải", "li giai", true),
    ] {
        let note = format!("{a} {b}: {} {}", fold.key(a), fold.key(b));
        assert_eq!(fold.key(a) == fold.key(b), same, "{note}");
    }
}
