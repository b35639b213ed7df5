//! What can be read, and in which order it comes out.

use super::tool::Place;
use serde_json::Value;
use std::io::Write;

const TEXT: &str = "UBND xã Thanh Lâm họp sáng 5/3.\nÔng Lê Văn Sơn chủ trì.\n";

fn gz(text: &str) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(text.as_bytes()).expect("memory");
    packer.finish().expect("memory")
}

fn zst(text: &str) -> Vec<u8> {
    zstd::encode_all(text.as_bytes(), 1).expect("memory")
}

/// The ids of JSON Lines.
fn ids(out: &str) -> Vec<String> {
    let id = |line: &str| {
        let value: Value = serde_json::from_str(line).expect("JSON");
        value["id"].as_str().expect("an id").to_owned()
    };
    out.lines().map(id).collect()
}

#[test]
fn a_folder_is_read_in_sorted_order_below_it_too() {
    let place = Place::new();
    for name in ["in/b.txt", "in/a/z.txt", "in/a.txt", "in/c/d/e.txt", "in/notes.md"] {
        place.write(name, TEXT);
    }
    place.write("in/b2.txt.gz", gz(TEXT));
    place.write("in/b3.txt.zst", zst(TEXT));
    let out = place.good(&["in"]);
    let expected =
        ["in/a/z.txt", "in/a.txt", "in/b.txt", "in/b2.txt.gz", "in/b3.txt.zst", "in/c/d/e.txt"];
    assert_eq!(ids(&out), expected);
    let found = |line: &str| line.split_once("\"offsets\"").expect("a record").1.to_owned();
    let mut records: Vec<String> = out.lines().map(found).collect();
    records.dedup();
    assert_eq!(records.len(), 1, "packed or not, the same is found");
}

#[test]
fn inputs_keep_the_order_of_the_command_line() {
    let place = Place::new();
    place.write("b.txt", TEXT);
    place.write("a.txt", TEXT);
    let ran = place.run_with(&["b.txt", "-", "a.txt", "b.txt"], TEXT.as_bytes());
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert_eq!(ids(&ran.out), ["b.txt", "-", "a.txt", "b.txt"]);
}

#[test]
fn standard_input_may_be_packed() {
    let place = Place::new();
    let plain = place.run_with(&["--format", "normalized", "-"], TEXT.as_bytes());
    for packed in [gz(TEXT), zst(TEXT), [gz(&TEXT[..10]), gz(&TEXT[10..])].concat()] {
        assert_eq!(place.run_with(&["--format", "normalized", "-"], &packed).out, plain.out);
    }
}

#[test]
fn json_lines_keep_their_ids() {
    let place = Place::new();
    let lines = [
        r#"{"id":"tin-1","body":"Sáng 5/3, huyện họp."}"#,
        "",
        r#"{"id":17,"body":"Chi\u1ec1u 6/3, xã họp."}"#,
        r#"{"body":"Tối 7/3, thôn họp.","id":null}"#,
    ];
    let text = lines.join("\r\n");
    let ran = place.run_with(&["--jsonl-field", "body", "-"], text.as_bytes());
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert_eq!(ids(&ran.out), ["tin-1", "17", "-:4"]);

    place.write("in/a.jsonl", &text);
    place.write("in/b.jsonl.gz", gz(&text));
    place.write("in/c.txt", "không đọc");
    assert_eq!(ids(&place.good(&["--jsonl-field", "body", "in"])).len(), 6);
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let place = Place::new();
    let mut lines = String::new();
    for n in 0..300 {
        let body = TEXT.repeat(1 + n * 7 % 13);
        lines += &format!("{}\n", serde_json::json!({"id": n, "body": body}));
    }
    place.write("many.jsonl", &lines);
    for format in ["jsonl", "segmented", "conllu", "tsv", "expanded"] {
        let with = |jobs| {
            place.good(&["--jobs", jobs, "--format", format, "--jsonl-field", "body", "many.jsonl"])
        };
        let one = with("1");
        assert!(!one.is_empty(), "{format}");
        assert!(one == with("2") && one == with("13"), "{format}");
    }
}

#[cfg(unix)]
#[test]
fn links_are_followed_but_never_in_circles() {
    use std::os::unix::fs::symlink;
    let place = Place::new();
    place.write("in/a/one.txt", TEXT);
    place.write("elsewhere/two.txt", TEXT);
    symlink("../elsewhere", place.path("in/linked")).expect("a link");
    symlink("..", place.path("in/a/up")).expect("a link");
    symlink("itself.txt", place.path("in/itself.txt")).expect("a link");
    let ran = place.run(&["in"]);
    assert_eq!(ids(&ran.out), ["in/a/one.txt", "in/linked/two.txt"]);
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("in/a/up: a symbolic link back to "), "{}", ran.err);
    assert!(ran.err.contains("in/itself.txt: "), "{}", ran.err);
}

#[cfg(target_os = "linux")]
#[test]
fn names_need_not_be_text() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let place = Place::new();
    place.write(OsStr::from_bytes(b"in/b\xfft.txt"), TEXT);
    place.write("in/c.txt", TEXT);
    assert_eq!(ids(&place.good(&["in"])), ["in/b\u{fffd}t.txt", "in/c.txt"]);
    place.good(&["in", "--output-dir", "out"]);
    assert!(place.path(OsStr::from_bytes(b"out/b\xfft.jsonl")).is_file());
}

#[test]
fn old_encodings_are_read() {
    let place = Place::new();
    let utf16: Vec<u8> = "\u{feff}xã Hoàng Tây".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases: &[(&str, &[u8])] = &[
        ("auto", &utf16),
        ("auto", "\u{feff}xã Hoàng Tây".as_bytes()),
        ("tcvn3", b"x\xb7 Ho\xb5ng T\xa9y"),
        ("windows-1258", b"xa\xde Hoa\xccng T\xe2y"),
        ("vni", b"xa\xf5 Hoa\xf8ng Ta\xe2y"),
        ("viscii", b"x\xe3 Ho\xe0ng T\xe2y"),
        ("viqr", b"xa~ Hoa`ng Ta^y"),
    ];
    for (encoding, bytes) in cases {
        place.write("a.txt", bytes);
        let args = ["--encoding", encoding, "--format", "normalized", "a.txt"];
        let text = place.good(&args);
        assert_eq!(text.trim_start_matches('\u{feff}'), "xã Hoàng Tây\n", "{encoding}");
    }
}

#[test]
fn tone_marks_go_where_they_are_asked_to() {
    let place = Place::new();
    place.write("a.txt", "Hoà Bình, Thủy Nguyên");
    for (style, text) in [
        ("old", "Hòa Bình, Thủy Nguyên\n"),
        ("new", "Hoà Bình, Thuỷ Nguyên\n"),
        ("keep", "Hoà Bình, Thủy Nguyên\n"),
    ] {
        for format in ["normalized", "expanded"] {
            assert_eq!(place.good(&["--tone", style, "--format", format, "a.txt"]), text);
        }
        let words = place.good(&["--tone", style, "--format", "segmented", "a.txt"]);
        assert_eq!(words.replace([' ', '_'], ""), text.replace(' ', ""));
    }
}
