//! Stage 1: every form in which Vietnamese comes, and what must stay as it is.

use unicode_normalization::UnicodeNormalization;
use vinews::{Normalizer, Span, ToneStyle};

fn keep(text: &str) -> String {
    Normalizer::new().normalize(text).as_str().to_owned()
}

macro_rules! cases {
    ($($name:ident: $from:expr => $to:expr;)*) => {
        $(#[test]
        fn $name() {
            assert_eq!(keep($from), $to);
        })*
    };
}

macro_rules! unchanged {
    ($($name:ident: $text:expr;)*) => {
        $(#[test]
        fn $name() {
            let text = $text;
            let clean = Normalizer::new().normalize(text);
            assert_eq!(clean.as_str(), text);
            assert!(clean.is_unchanged());
        })*
    };
}

cases! {
    canonical_decomposition: "Tru\u{31b}o\u{31b}\u{300}ng Sa" => "Trường Sa";
    composed_letter_and_tone: "ti\u{ea}\u{301}ng Vi\u{ea}\u{323}t" => "tiếng Việt";
    tone_before_circumflex: "e\u{301}\u{302}" => "ế";
    composed_tone_then_circumflex: "\u{e9}\u{302}" => "ế";
    tone_then_horn: "u\u{301}\u{31b}" => "ứ";
    old_names_of_the_marks: "a\u{340} a\u{341}" => "à á";
    the_same_mark_twice: "ta\u{323}\u{323}i" => "tại";
    doubled_on_two_letters: "tạị nứớc" => "tại nước";
    icelandic_d: "Ðảng bộ, ðồng, HÐND, Ðắk Lắk" => "Đảng bộ, đồng, HĐND, Đắk Lắk";
    dong_behind_a_number: "5.000ð và 7.000 ð" => "5.000đ và 7.000 đ";
    african_d: "Ɖà Nẵng" => "Đà Nẵng";
    d_with_overlay: "d\u{335}o\u{302}ng D\u{335}ảng" => "đông Đảng";
    cyrillic_in_a_latin_word: "Нà Nội, Kоn Tum" => "Hà Nội, Kon Tum";
    cyrillic_with_marks: "Нa\u{300} Nоi" => "Hà Noi";
    greek_in_a_latin_word: "ΤP" => "TP";
    full_width: "ＵＢＮＤ　xã" => "UBND xã";
    zero_width_inside: "Nguy\u{200b}ễn" => "Nguyễn";
    soft_hyphen_inside: "nghi\u{ad}êm" => "nghiêm";
    zero_width_before_mark: "e\u{200b}\u{302}" => "ê";
    byte_order_mark: "\u{feff}Hà Nội" => "Hà Nội";
    direction_marks: "\u{200e}Hà\u{200f} Nội" => "Hà Nội";
    no_break_space: "Hà\u{a0}Nội" => "Hà Nội";
    line_ends: "một\r\nhai\rba" => "một\nhai\nba";
    mark_too_late: "hoaì hoan toaì" => "hoài hoan toài";
    mark_too_early: "hòan tóan qúy gía" => "hoàn toán quý giá";
    horn_missing: "nuớc truờng đuợc" => "nước trường được";
    horn_of_o: "trưòng ngưòi" => "trường người";
    horn_too_many: "thưở" => "thuở";
    capitals: "HÒAN THÙYÊN TRUỜNG" => "HOÀN THUYỀN TRƯỜNG";
    misread_utf8: "Viá»‡t Nam â€œÄ‘á»™c láº\u{ad}pâ€\u{9d}" => "Việt Nam “độc lập”";
    misread_twice: "ViÃ¡Â»â€¡t" => "Việt";
    hangul: "\u{1112}\u{1161}\u{11ab}" => "한";
    angstrom_sign: "\u{212b}" => "Å";
}

unchanged! {
    spanish: "señor Ñuñez, São Paulo";
    french: "café, naïve, Œuvre";
    german: "Zürich, Ångström";
    czech: "Dvořák";
    minority: "Đắk Lắk, Đăk Nông, Pleiku, H'Mông, Krông Pa, Ea Súp, Sa Pa, xoong";
    registered: "viparse® 2026";
    icelandic: "Guðmundsson, Sigurðsson";
    russian: "Москва";
    greek: "Αθήνα, α-tocopherol, μm";
    pictographs: "👨\u{200d}👩\u{200d}👧 ❤\u{fe0f}";
    chinese: "中国，北京。";
    persian: "می\u{200c}خواهم";
    both_styles: "hòa hoà thủy thuỷ khỏe khoẻ";
    laundry: "giặt gịa";
    after_qu: "quờn, Quới, quở";
    southern_nguyen: "Phường Vĩnh Nguơn";
    impossible: "tèt bẽt";
    closing_quote_after_a_capital: "THỊ XÃ”, QUÁ»";
}

#[test]
fn every_misplaced_mark_of_the_conformance_file() {
    check_vectors(include_str!("vectors/tone-placement.tsv"));
}

#[test]
fn every_misplaced_mark_of_the_shared_vectors() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/vectors/tone-placement.tsv");
    let Ok(vectors) = std::fs::read_to_string(path) else {
        println!("skipped: {path} is not here");
        return;
    };
    check_vectors(&vectors);
    let own = include_str!("vectors/tone-placement.tsv");
    let own: std::collections::HashSet<&str> =
        own.lines().filter_map(|row| row.split('\t').next()).collect();
    let inputs = vectors.lines().filter(|row| !row.starts_with('#'));
    let missing: Vec<&str> = inputs
        .filter_map(|row| row.split('\t').next())
        .filter(|input| !own.contains(input))
        .collect();
    assert!(
        missing.is_empty(),
        "{} rows are not in the conformance file: {missing:?}",
        missing.len()
    );
}

#[test]
fn every_word_that_must_stay() {
    for row in include_str!("vectors/tone-unchanged.tsv").lines().skip(1) {
        let word = row.split('\t').next().unwrap_or_default();
        assert!(Normalizer::new().normalize(word).is_unchanged(), "{word}: {}", keep(word));
    }
}

fn check_vectors(vectors: &str) {
    let mut wrong = Vec::new();
    for row in vectors.lines().filter(|row| !row.starts_with(['#']) && !row.starts_with("input\t"))
    {
        let columns: Vec<&str> = row.split('\t').collect();
        for (style, want) in [(ToneStyle::Old, columns[1]), (ToneStyle::New, columns[2])] {
            let normalizer = Normalizer::new().tone(style);
            assert_eq!(normalizer.normalize(want).as_str(), want);
            for (from, want) in forms(columns[0]).into_iter().zip(forms(want).map(nfc)) {
                let got = normalizer.normalize(&from).as_str().to_owned();
                if got != want {
                    wrong.push(format!("{from} {style:?}: {got}, not {want}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong: {:?}", wrong.len(), &wrong[..wrong.len().min(20)]);
}

fn nfc(text: String) -> String {
    text.nfc().collect()
}

/// As it is, decomposed, in capitals, as a title, and the last two decomposed.
fn forms(word: &str) -> [String; 6] {
    let upper = word.to_uppercase();
    let mut chars = word.chars();
    let title: String =
        chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect();
    let nfd = |s: &str| s.nfd().collect::<String>();
    [word.to_owned(), nfd(word), upper.clone(), title.clone(), nfd(&upper), nfd(&title)]
}

#[test]
fn spans_come_back_exact() {
    let text = "\u{feff}Nguye\u{302}\u{303}n Thị Hòan\r\nHa\u{300} No\u{302}\u{323}i";
    let clean = Normalizer::new().normalize(text);
    assert_eq!(clean.as_str(), "Nguyễn Thị Hoàn\nHà Nội");
    let at = clean.as_str().find("Hoàn").unwrap();
    let back = clean.to_source(Span::new(at, at + "Hoàn".len()));
    assert_eq!(&text[back], "Hòan");
    let at = clean.as_str().find("Hà Nội").unwrap();
    let span = Span::new(at, at + "Hà Nội".len());
    assert_eq!(&text[clean.to_source(span)], "Ha\u{300} No\u{302}\u{323}i");
    assert_eq!(clean.from_source(clean.to_source(span)), span);
    let first = clean.to_source(Span::new(0, "Nguyễn".len()));
    assert_eq!(&text[first], "Nguye\u{302}\u{303}n");
}

#[test]
fn spans_within_another_script_lead_back_to_their_own_characters() {
    let text = "\u{37e}\u{fffd}か\u{3099}が";
    let clean = Normalizer::new().normalize(text);
    assert_eq!(clean.as_str(), ";\u{fffd}がが");
    assert_eq!(&text[clean.to_source(Span::new(0, 1))], "\u{37e}");
    assert_eq!(&text[clean.to_source(Span::new(1, 4))], "\u{fffd}");
    assert_eq!(&text[clean.to_source(Span::new(4, 7))], "か\u{3099}");
}

mod bytes {
    use vinews::{Encoding, Normalizer};

    const TEXT: &str = "Ủy ban nhân dân xã Hoàng Tây đã tổ chức hội nghị triển khai nhiệm vụ quý 4; \
        các cấp ủy, tổ chức đảng nghiêm túc rút kinh nghiệm, giữ vững nếp sống ở cơ sở.";

    fn auto(bytes: &[u8]) -> (String, Encoding) {
        let clean = Normalizer::new().normalize_bytes(bytes);
        assert!(!clean.is_lossy());
        (clean.as_str().to_owned(), clean.encoding())
    }

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
        units.flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
    }

    #[test]
    fn utf16_with_a_byte_order_mark() {
        for big in [false, true] {
            assert_eq!(auto(&utf16(TEXT, big)), (TEXT.to_owned(), Encoding::Utf16));
        }
    }

    #[test]
    fn what_is_cut_in_utf16_is_lossy() {
        let bytes = utf16("Hà", false);
        let clean = Normalizer::new().normalize_bytes(&bytes[..5]);
        assert!(clean.is_lossy());
        assert_eq!(clean.as_str(), "H\u{fffd}");
    }

    #[test]
    fn bytes_that_are_no_text() {
        let clean = Normalizer::new().normalize_bytes(b"H\xFF N\xE1\xBB");
        assert!(clean.is_lossy());
        assert_eq!(clean.as_str(), "H\u{fffd} N\u{fffd}");
        assert_eq!(clean.encoding(), Encoding::Utf8);
    }

    /// The sentence as each encoding writes it, by hand.
    const LEGACY: [(Encoding, &[u8], &str); 5] = [
        (
            Encoding::Tcvn3,
            b"C\xE9ng h\xDFa x\xB7 h\xE9i ch\xF1 ngh\xDCa Vi\xD6t Nam, t\xD8nh H\xB5 Nam",
            "Cộng hòa xã hội chủ nghĩa Việt Nam, tỉnh Hà Nam",
        ),
        (
            Encoding::Vni,
            b"Co\xE4ng ho\xF8a xa\xF5 ho\xE4i chu\xFB ngh\xF3a Vie\xE4t Nam, t\xE6nh Ha\xF8 Nam",
            "Cộng hòa xã hội chủ nghĩa Việt Nam, tỉnh Hà Nam",
        ),
        (
            Encoding::Viscii,
            b"C\xB5ng h\xF2a x\xE3 h\xB5i ch\xFC ngh\xEEa Vi\xAEt Nam, t\xEFnh H\xE0 Nam",
            "Cộng hòa xã hội chủ nghĩa Việt Nam, tỉnh Hà Nam",
        ),
        (
            Encoding::Vps,
            b"C\xB6ng h\xF2a x\xE3 h\xB6i ch\xFB ngh\xEFa Vi\x8Ct Nam, t\xCCnh H\xE0 Nam",
            "Cộng hòa xã hội chủ nghĩa Việt Nam, tỉnh Hà Nam",
        ),
        (
            Encoding::Windows1258,
            b"C\xF4\xF2ng ho\xCCa xa\xDE h\xF4\xF2i chu\xD2 nghi\xDEa Vi\xEA\xF2t Nam, ti\xD2nh H\xE0 Nam",
            "Cộng hòa xã hội chủ nghĩa Việt Nam, tỉnh Hà Nam",
        ),
    ];

    #[test]
    fn encodings_from_before_unicode() {
        for (encoding, bytes, text) in LEGACY {
            let named = Normalizer::new().encoding(encoding).normalize_bytes(bytes);
            assert_eq!(named.as_str(), text, "{encoding:?}");
            assert_eq!(auto(bytes), (text.to_owned(), encoding));
            let surfaced: String = bytes.iter().map(|&b| windows_1252(b)).collect();
            assert_eq!(auto(surfaced.as_bytes()), (text.to_owned(), encoding), "as UTF-8");
        }
    }

    fn windows_1252(byte: u8) -> char {
        if byte == 0x8C { 'Œ' } else { byte as char }
    }

    #[test]
    fn viqr() {
        let viqr = "Co^.ng ho`a xa~ ho^.i chu? nghi~a Vie^.t Nam, ti?nh Ha` Nam, ddu+o+.c TCDD\\.";
        let text = "Cộng hòa xã hội chủ nghĩa Việt Nam, tỉnh Hà Nam, được TCĐ.";
        assert_eq!(auto(viqr.as_bytes()), (text.to_owned(), Encoding::Viqr));
        let named = Normalizer::new().encoding(Encoding::Viqr);
        assert_eq!(
            named.normalize_bytes(b"Buddha o+? Ha` No^.i?\nQua.").as_str(),
            "Buddha ở Hà Nội?\nQua."
        );
    }

    #[test]
    fn capitals_of_tcvn3() {
        let named = Normalizer::new().encoding(Encoding::Tcvn3);
        for (bytes, text) in [
            (&b"T\xD8NH H\xB5 NAM"[..], "TỈNH HÀ NAM"),
            (b"UBND TP H\xB5 N\xE9i", "UBND TP Hà Nội"),
            (b"tr\xADng b\xB5y", "trưng bày"),
            (b"\xA7\xB6ng b\xE9 t\xD8nh", "Đảng bộ tỉnh"),
        ] {
            assert_eq!(named.normalize_bytes(bytes).as_str(), text);
        }
    }

    #[test]
    fn what_vni_has_beyond_its_usual_tables() {
        let named = Normalizer::new().encoding(Encoding::Vni);
        for (bytes, text) in [
            (&b"ba\xFAng"[..], "bẳng"),
            (b"BA\xDANG", "BẲNG"),
            (b"th\xEC, th\xED", "thì, thí"),
            (b"k\xEE", "kỵ"),
            (b"ngh\xF3a, t\xE6nh, th\xF2", "nghĩa, tỉnh, thị"),
            (b"\xD1a\xF8 La\xEFt", "Đà Lạt"),
        ] {
            assert_eq!(named.normalize_bytes(bytes).as_str(), text);
        }
    }

    #[test]
    fn what_is_no_legacy_text() {
        for text in [
            "viparse® 2026",
            "Señor, São Paulo, Œuvre, café, naïve, déjà vu, à la carte",
            "El Niño y La Niña: año más cálido según la Organización Meteorológica",
            "Le président français a été reçu à l'Élysée; où êtes-vous?",
            "Größe, Maß, Übung, schön, für",
            "I'm sure that we don't (as of 2026) use a+b, x^2 or f(x).",
            "30°C, ½, 5 µm, «Hà»",
            "Hà, là, và",
        ] {
            assert_eq!(auto(text.as_bytes()), (text.to_owned(), Encoding::Utf8));
            let latin: Vec<u8> = text.chars().filter_map(|c| u8::try_from(c).ok()).collect();
            let encoding = Normalizer::new().normalize_bytes(&latin).encoding();
            assert_eq!(encoding, Encoding::Utf8, "{text} in Latin-1");
        }
    }

    #[test]
    fn names_are_read_back() {
        for name in "auto utf-8 utf-16 windows-1258 tcvn3 vni viscii vps viqr".split(' ') {
            assert_eq!(name.parse::<Encoding>().expect("it is a name").name(), name);
        }
        assert!("latin-9".parse::<Encoding>().is_err());
    }

    #[test]
    fn spans_lie_in_what_was_decoded() {
        let bytes = b"x\xB7 Ho\xB5ng T\xA9y";
        let clean = Normalizer::new().encoding(Encoding::Tcvn3).normalize_bytes(bytes);
        assert_eq!(clean.source(), "xã Hoàng Tây");
        let text = Normalizer::new().normalize_bytes("\u{feff}Hà Nội".as_bytes()).source().len();
        assert_eq!(text, "\u{feff}Hà Nội".len());
    }
}
