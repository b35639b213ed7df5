//! Stage 5: definitions, readings, variants, and what is no short form; and the text written out.

use std::fmt::Write;
use vinews::{Analyzer, ExpandOptions, Expander, ExpansionSource, Span};

const CASES: &str = include_str!("vectors/abbreviations.txt");

/// What is found in `text`, as the cases write it.
fn found(expander: &Expander, text: &str) -> String {
    let mut out = String::new();
    for short in expander.expand(text) {
        let sign = match (short.definition, short.source) {
            (Some(_), _) => ":=",
            (None, ExpansionSource::Definition) => "==",
            _ => "=",
        };
        let part = if out.is_empty() { "" } else { "; " };
        write!(out, "{part}{}{sign}{}", &text[short.span], short.expansion).unwrap();
    }
    out
}

#[test]
fn every_case_is_right() {
    let expander = Expander::new();
    let (mut count, mut wrong) = (0, String::new());
    for (i, line) in CASES.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        count += 1;
        let (text, wanted) = line.split_once("=>").expect("TEXT => SHORT FORMS");
        let got = found(&expander, text.trim());
        if got != wanted.trim() {
            let (line, wanted) = (i + 1, wanted.trim());
            writeln!(wrong, "{line}: {text}\n  wanted {wanted}\n  got    {got}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "vectors/abbreviations.txt:\n{wrong}");
    assert!(count >= 200, "{count} cases");
}

#[test]
fn definitions_point_at_the_long_form() {
    let text = "Các tổ chức đảng (TCĐ) họp.";
    let found = Expander::new().expand(text);
    assert_eq!(found[0].definition.map(|span| &text[span]), Some("tổ chức đảng"));
}

#[test]
fn readings_name_the_others() {
    let found = Expander::new().expand("BTV Tỉnh ủy họp.");
    assert_eq!(found[0].readings, ["Ban Thường vụ", "biên tập viên"]);
}

#[test]
fn spans_point_into_the_text_as_given() {
    let text = "Ca\u{301}c tô\u{309} chư\u{301}c đa\u{309}ng (TCĐ) ho\u{323}p; TCĐ xã dự.";
    let shorts: Vec<&str> = Expander::new().expand(text).iter().map(|a| &text[a.span]).collect();
    assert_eq!(shorts, ["TCĐ", "TCĐ"]);
}

const HEADER: &str = "short\trank\treading\tdomain\tuse\tcues\n";

#[test]
fn a_users_rows_come_first() {
    let list = format!("{HEADER}UBND\t\tủy ban thử\nBTV\t1\tbiên tập viên\tmedia\n");
    let expander = Expander::new().with_list("mine.tsv", &list).unwrap();
    let found = expander.expand("UBND xã mời BTV Tỉnh ủy và HĐND.");
    let pairs: Vec<_> = found.iter().map(|a| (a.expansion.as_str(), a.source)).collect();
    assert_eq!(
        pairs,
        [
            ("ủy ban thử", ExpansionSource::User),
            ("biên tập viên", ExpansionSource::User),
            ("Hội đồng nhân dân", ExpansionSource::Lexicon),
        ]
    );
}

#[test]
fn a_wrong_row_is_named() {
    for (row, reason) in [
        ("ABCD", "mine.tsv:2: no reading of \"ABCD\""),
        ("\t1\tlong", "mine.tsv:2: no short form"),
        ("AB\tx\tlong", "mine.tsv:2: rank \"x\" is no number to 255"),
        ("AB\t1\tlong\tpartty", "mine.tsv:2: unknown domain \"partty\""),
        ("AB\t1\tlong\tparty\tcuet", "mine.tsv:2: unknown use \"cuet\""),
    ] {
        let error = Expander::new().with_list("mine.tsv", &format!("{HEADER}{row}\n")).unwrap_err();
        assert!(error.to_string().starts_with(reason), "{error}");
        assert_eq!(error.line(), Some(2));
    }
    assert!(Expander::new().with_list("mine.tsv", "").is_err());
}

fn written_out(text: &str, options: ExpandOptions) -> String {
    Analyzer::new().analyze(text).expanded(options).into_string()
}

#[test]
fn long_forms_fit_their_place() {
    for (text, wanted) in [
        ("UBND xã họp.", "Ủy ban nhân dân xã họp."),
        ("Xã phát triển KT-XH.", "Xã phát triển kinh tế - xã hội."),
        ("KT-XH xã phát triển.", "Kinh tế - xã hội xã phát triển."),
        ("“KT-XH xã khá lên”, ông nói.", "“Kinh tế - xã hội xã khá lên”, ông nói."),
        ("Các tổ chức đảng (TCĐ) họp.", "Các tổ chức đảng (TCĐ) họp."),
        ("Người dân TP. Phủ Lý vui.", "Người dân thành phố Phủ Lý vui."),
        ("Người dân TP.Phủ Lý vui.", "Người dân thành phố Phủ Lý vui."),
        ("Đơn gửi tới UBND.", "Đơn gửi tới Ủy ban nhân dân."),
        ("Mời PGS.TS Lê An nói chuyện.", "Mời phó giáo sư, tiến sĩ Lê An nói chuyện."),
        ("Ngày hội của xã.", "Ngày hội của xã."),
    ] {
        assert_eq!(written_out(text, ExpandOptions::new()), wanted);
    }
}

#[test]
fn first_use_alone_may_be_written_out() {
    let once = ExpandOptions::new().first_only(true);
    assert_eq!(
        written_out("UBND xã họp. UBND giao việc.", once),
        "Ủy ban nhân dân xã họp. UBND giao việc."
    );
    let text = "Các tổ chức đảng (TCĐ) họp. Mỗi TCĐ báo cáo.";
    assert_eq!(written_out(text, once), text);
}

#[test]
fn spans_lead_out_and_back() {
    let text = "Ở TP. Phủ Lý, UBND xã và BTV Đảng ủy phát triển KT-XH.";
    let document = Analyzer::new().analyze(text);
    let expanded = document.expanded(ExpandOptions::new());
    for (start, c) in text.char_indices() {
        let span = Span::new(start, start + c.len_utf8());
        assert!(expanded.to_source(expanded.from_source(span)).covers(span), "{span:?}");
    }
    assert_eq!(&expanded.as_str()[expanded.from_source(Span::new(4, 7))], "thành phố");
}

#[test]
fn hostile_texts_end() {
    let expander = Expander::new();
    for unit in [
        "(",
        "A",
        "AB ",
        "(AB) ",
        "((AB))",
        "H.",
        "xã (XYZ) ",
        "gọi tắt là ",
        "AB-",
        "TƯ",
        "a – ABC ",
    ] {
        let text = unit.repeat(200_000 / unit.len());
        let found = expander.expand(&text);
        assert!(found.iter().all(|a| text.get(a.span.range()).is_some()), "{unit:?}");
    }
}
