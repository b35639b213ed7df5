//! What is wrong is named with its reason, the rest is done, the status tells.

use super::tool::Place;

const GOOD: &str = "Xã Thanh Lâm họp.\n";

/// Runs on a folder with one good article and `args`: the good one must be done.
fn beside_a_good_one(place: &Place, args: &[&str]) -> String {
    place.write("good.txt", GOOD);
    let ran = place.run(&[&["--format", "normalized"], args, &["good.txt"]].concat());
    assert_eq!((ran.status, ran.out.as_str()), (1, GOOD), "{}", ran.err);
    ran.err
}

#[test]
fn inputs_that_cannot_be_read() {
    let place = Place::new();
    place.write("bytes.txt", b"X\xe3 h\xf2\xff\xfe\x00");
    place.write("nul.txt", b"a\0b");
    place.write("cut.txt.gz", b"\x1f\x8b\x08\0\0\0\0\0\0\x03\x4b");
    place.write("cut.txt.zst", b"\x28\xb5\x2f\xfd\x04");
    place.write("none/notes.md", "");
    let cases = [
        ("missing.txt", "missing.txt: No such file"),
        ("bytes.txt", "bytes.txt: "),
        ("nul.txt", "nul.txt: holds NUL"),
        ("cut.txt.gz", "cut.txt.gz: "),
        ("cut.txt.zst", "cut.txt.zst: "),
        ("none", "none: no *.txt"),
    ];
    for (input, message) in cases {
        let err = beside_a_good_one(&place, &[input]);
        assert!(err.starts_with(&format!("batch: {message}")), "{input}: {err}");
        assert!(err.ends_with("batch: 1 failed, see above\n"), "{input}: {err}");
    }
}

#[test]
fn an_empty_article_is_told_and_is_no_failure() {
    let place = Place::new();
    place.write("empty.txt", "");
    let ran = place.run(&["empty.txt"]);
    assert_eq!(ran.status, 0);
    assert_eq!(ran.err, "batch: empty.txt: empty, there is nothing to find\n");
    assert!(ran.out.contains("\"sentences\":[]"));
}

#[test]
fn bad_bytes_are_replaced_where_asked() {
    let place = Place::new();
    place.write("a.txt", b"Xa\xff h\xfeop\n");
    let args = ["--encoding", "utf-8", "--lossy", "--format", "normalized", "a.txt"];
    assert_eq!(place.good(&args), "Xa\u{fffd} h\u{fffd}op\n");
}

#[test]
fn lines_that_are_wrong_do_not_stop_the_others() {
    let place = Place::new();
    let lines = [
        r#"{"body":"Một."}"#,
        "no json",
        r#"{"text":"Hai."}"#,
        r#"{"body":3}"#,
        r#"["body"]"#,
        &format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000)),
        r#"{"body":"Sáu."}"#,
    ];
    place.write("a.jsonl", lines.join("\n"));
    let ran = place.run(&["--format", "normalized", "--jsonl-field", "body", "a.jsonl"]);
    assert_eq!((ran.status, ran.out.as_str()), (1, "Một.\nSáu.\n"));
    for message in [
        "a.jsonl:2: no JSON",
        "a.jsonl:3: there is no field \"body\"",
        "a.jsonl:4: the field \"body\" holds no text",
        "a.jsonl:5: there is no field \"body\"",
        "a.jsonl:6: no JSON",
        "5 failed",
    ] {
        assert!(ran.err.contains(message), "{message}: {}", ran.err);
    }
}

#[test]
fn what_unpacks_without_end_is_cut_off() {
    use std::io::Write;
    let place = Place::new();
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    for _ in 0..64 {
        packer.write_all(&[b'a'; 1 << 20]).expect("memory");
    }
    place.write("bomb.txt.gz", packer.finish().expect("memory"));
    let err = beside_a_good_one(&place, &["--max-size", "1M", "bomb.txt.gz"]);
    assert!(err.contains("bomb.txt.gz: more than 1048576 bytes unpacked"), "{err}");
    // As lines, one of them too long, the others are done.
    place.write("a.jsonl", format!("{{\"b\":\"{}\"}}\n{{\"b\":\"Một.\"}}\n", "a".repeat(3000)));
    let args = ["--max-size", "2K", "--format", "normalized", "--jsonl-field", "b", "a.jsonl"];
    let ran = place.run(&args);
    assert_eq!((ran.status, ran.out.as_str()), (1, "Một.\n"));
    assert!(ran.err.contains("a.jsonl:1: more than 2048 bytes"), "{}", ran.err);
}

#[test]
fn wrong_usage_is_status_2_and_nothing_is_done() {
    let place = Place::new();
    place.write("good.txt", GOOD);
    let cases: &[(&[&str], &str)] = &[
        (&[], "required"),
        (&["--format", "xml"], "invalid value 'xml'"),
        (&["--jobs", "0"], "0 is not in 1..=1024"),
        (&["--date", "2025-02-30"], "no day"),
        (&["--max-size", "big"], "a size is a number"),
        (&["--offsets", "words"], "invalid value"),
        (&["--encoding", "klingon"], "invalid value"),
        (&["--resume"], "--output-dir"),
        (&["--output", "x", "--output-dir", "y"], "cannot be used with"),
        (&["--no-such-option"], "unexpected argument"),
        (&["-", "-"], "only once"),
        (&["--lexicon", "missing.txt"], "missing.txt: No such file"),
    ];
    for (args, message) in cases {
        let inputs: &[&str] = if args.is_empty() { &[] } else { &["good.txt"] };
        let ran = place.run(&[args, inputs].concat());
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(ran.err.contains(message), "{args:?}: {}", ran.err);
    }
}

#[test]
fn help_teaches_by_example() {
    let help = Place::new().good(&["--help"]);
    for part in ["Examples:", "--jsonl-field content", "Exit status", "--resume"] {
        assert!(help.contains(part), "{part}");
    }
}
