//! What each format promises.

use super::tool::Place;
use serde_json::Value;

const TEXT: &str = "\u{feff}Đồng chí Trần Văn Hoà, Bí thư Đảng ủy xã Thanh Lâm, phát biểu 😀.\n\n  \
    UBND xã  có  \"15 hộ\"\u{a0}nghèo.\r\nHết";

fn printed(format: &str, options: &[&str]) -> String {
    let place = Place::new();
    place.write("a.txt", TEXT);
    place.good(&[&["--format", format], options, &["a.txt"]].concat())
}

#[test]
fn every_offset_cuts_the_text_it_claims() {
    for unit in ["bytes", "chars", "utf16"] {
        let cut = |start: u64, end: u64| -> String {
            let range = start as usize..end as usize;
            match unit {
                "bytes" => TEXT[range].to_owned(),
                "chars" => TEXT.chars().skip(range.start).take(range.len()).collect(),
                _ => String::from_utf16(&TEXT.encode_utf16().collect::<Vec<_>>()[range])
                    .expect("whole characters"),
            }
        };
        let record: Value =
            serde_json::from_str(&printed("jsonl", &["--words", "--offsets", unit])).expect("JSON");
        assert_eq!(record["offsets"], unit);
        let mut stack = vec![&record];
        let mut checked = 0;
        while let Some(value) = stack.pop() {
            stack.extend(value.as_array().into_iter().flatten());
            stack.extend(value.as_object().into_iter().flat_map(|object| object.values()));
            if let (Some(start), Some(end)) = (value["start"].as_u64(), value["end"].as_u64()) {
                assert_eq!(value["text"], cut(start, end), "{unit}");
                checked += 1;
            }
        }
        let words = record["words"].as_array().expect("asked for").iter();
        let words: Vec<String> = words
            .map(|pair| cut(pair[0].as_u64().expect("a start"), pair[1].as_u64().expect("an end")))
            .collect();
        assert!(words.iter().any(|word| word == "phát biểu" || word == "phát"), "{words:?}");
        println!("{unit}: {checked} spans");
    }
}

#[test]
fn segmented_gives_a_line_for_each_line() {
    let out = printed("segmented", &[]);
    assert_eq!(out.lines().count(), TEXT.lines().count());
    let bare = |text: &str| -> String {
        text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '_' | '\u{feff}')).collect()
    };
    assert_eq!(bare(&out), bare(TEXT));
    assert!(!out.contains("  ") && !out.contains('\r') && out.ends_with('\n'), "{out:?}");
}

#[test]
fn texts_end_with_a_line_end_and_follow_the_tone_style() {
    for format in ["normalized", "expanded", "segmented"] {
        assert!(printed(format, &[]).ends_with("Hết\n"), "{format}");
    }
}

#[test]
fn conllu_lines_add_up_to_the_text() {
    let out = printed("conllu", &[]);
    assert!(out.starts_with("# newdoc id = a.txt\n# sent_id = a.txt-s1\n# text = "), "{out}");
    assert!(out.ends_with("\n\n") && !out.contains("\n\n\n"));
    for sentence in out.trim_end().split("\n\n") {
        let text = sentence.lines().find_map(|line| line.strip_prefix("# text = "));
        let mut joined = String::new();
        let rows = sentence.lines().filter(|line| !line.starts_with('#'));
        for (i, row) in rows.enumerate() {
            let columns: Vec<&str> = row.split('\t').collect();
            assert_eq!((columns.len(), columns[0]), (10, (i + 1).to_string().as_str()), "{row}");
            assert!(columns.iter().all(|column| !column.is_empty()), "{row}");
            joined += columns[1];
            if !columns[9].contains("SpaceAfter=No") {
                joined.push(' ');
            }
        }
        assert_eq!(text, Some(joined.trim_end()));
    }
}

#[test]
fn tsv_rows_have_all_columns() {
    let out = printed("tsv", &[]);
    let mut lines = out.lines();
    let head = "id\ttype\tstart\tend\ttext\tname\tdetail\tunit\tpath\tnow";
    assert_eq!(lines.next(), Some(head));
    for line in lines {
        assert_eq!(line.split('\t').count(), 10, "{line}");
    }
}

#[test]
fn expanded_writes_short_forms_out_where_they_stand() {
    let place = Place::new();
    place.write("a.txt", "UBND xã họp với các tổ chức đảng (TCĐ). Sau đó, TCĐ họp riêng.\n");
    let out = place.good(&["--format", "expanded", "a.txt"]);
    let expected =
        "Ủy ban nhân dân xã họp với các tổ chức đảng (TCĐ). Sau đó, tổ chức đảng họp riêng.\n";
    assert_eq!(out, expected);
}

#[test]
fn a_page_holds_text_and_lists_and_takes_nothing_for_its_own() {
    let place = Place::new();
    place.write(
        "<b>.txt",
        "Tin <i>mới</i> & \"lạ\"\n\nÔng Lê Văn Sơn, Bí thư Đảng ủy xã Hoàng Tây, nói.\n",
    );
    let page = place.good(&["--format", "html", "<b>.txt"]);
    for part in [
        "<!doctype html>",
        "<p class=\"source\">&lt;b&gt;.txt",
        "<h2>Tin &lt;i&gt;mới&lt;/i&gt; &amp; &quot;lạ&quot;</h2>",
        "<mark class=\"person\" data-card=\"p0\">Lê Văn Sơn</mark>",
        "<button type=\"button\">Xã Hoàng Tây</button>",
        "</html>\n",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert!(!page.contains("http://") && !page.contains("https://"), "it needs no network");
    assert!(!page.contains("class=\"summary\""), "one article is its own summary");
}

#[test]
fn names_in_conllu_begin_once_and_go_on() {
    let place = Place::new();
    place.write("a.txt", "Bà Đỗ Thị Mai, ông Lê Sơn đến xã Hoàng Tây, thị xã Kim Bảng, Hà Nam.\n");
    let out = place.good(&["--format", "conllu", "a.txt"]);
    let mut before = "";
    let mut names = 0;
    for row in out.lines().filter(|row| row.contains('\t')) {
        let misc = row.rsplit('\t').next().expect("ten columns");
        let name = misc.split('|').find_map(|part| part.strip_prefix("NER=")).unwrap_or("");
        if let Some(label) = name.strip_prefix("I-") {
            assert!(before.ends_with(label), "{out}");
        }
        names += usize::from(name.starts_with("B-"));
        before = name;
    }
    assert!(names >= 5, "{out}");
}
