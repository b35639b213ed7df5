//! Where results go: to a stream, to one file, to a file each.

use super::tool::Place;
use std::fs;

const TEXT: &str = "Xã Thanh Lâm họp.\n";
const TEXTS: &[&str] = &["--format", "normalized"];

#[test]
fn a_file_holds_what_the_stream_would_and_nothing_lies_beside_it() {
    let place = Place::new();
    place.write("in/a.txt", TEXT);
    place.write("out/found.txt", "of yesterday");
    let stream = place.good(&["in"]);
    assert_eq!(place.good(&["in", "--output", "out/found.txt"]), "");
    assert_eq!(place.read("out/found.txt"), stream);
    assert_eq!(place.files("out"), ["found.txt"]);
}

#[test]
fn a_file_stays_as_it_was_where_every_input_failed() {
    let place = Place::new();
    place.write("found.txt", "as before");
    assert_eq!(place.run(&["missing", "--output", "found.txt"]).status, 1);
    assert_eq!(place.files(""), ["found.txt"]);
    assert_eq!(place.read("found.txt"), "as before");
}

#[test]
fn where_nothing_can_be_written_the_reason_is_told() {
    let place = Place::new();
    place.write("a.txt", TEXT);
    place.write("folder/b.txt", TEXT);
    for (args, message) in [
        (["--output", "none/found.jsonl"], "none/found.jsonl: No such file"),
        (["--output", "folder"], "folder: this is a folder; see --output-dir"),
        (["--output-dir", "a.txt"], "a.txt: File exists"),
        (["--output-dir", "a.txt/b"], "a.txt/b: Not a directory"),
    ] {
        let ran = place.run(&[&["a.txt"][..], &args].concat());
        assert_eq!((ran.status, ran.out.as_str()), (1, ""), "{args:?}");
        assert!(ran.err.contains(message), "{args:?}: {}", ran.err);
    }
    assert_eq!(place.files(""), ["a.txt", "folder/b.txt"]);
}

#[test]
fn a_folder_holds_one_file_for_each_input() {
    let place = Place::new();
    for name in ["in/a.txt", "in/sub/a.txt", "in/sub/b.v2.txt", "other/c.txt"] {
        place.write(name, TEXT);
    }
    place.write("lines.jsonl", "{\"id\":1,\"b\":\"Một.\"}\n{\"id\":2,\"b\":\"Hai.\"}\n");
    place.good(&["in", "other/c.txt", "--output-dir", "out/deep"]);
    let expected = ["a.jsonl", "c.jsonl", "sub/a.jsonl", "sub/b.v2.jsonl"];
    assert_eq!(place.files("out/deep"), expected);
    assert_eq!(place.read("out/deep/sub/a.jsonl"), place.good(&["in/sub/a.txt"]));

    let args = ["--jsonl-field", "b", "lines.jsonl", "--output-dir", "lines"];
    place.good(&[TEXTS, &args].concat());
    assert_eq!(place.files("lines"), ["lines.txt"]);
    assert_eq!(place.read("lines/lines.txt"), "Một.\nHai.\n");
}

#[test]
fn standard_input_has_a_file_too_and_files_are_written_anew() {
    let place = Place::new();
    for text in ["Một.\n", "Hai.\n"] {
        let args = [TEXTS, &["-", "--output-dir", "out"]].concat();
        let ran = place.run_with(&args, text.as_bytes());
        assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        assert_eq!(place.read("out/stdin.txt"), text);
    }
}

#[test]
fn inputs_of_one_name_get_names_that_do_not_depend_on_each_other() {
    let place = Place::new();
    for name in ["x/a.txt", "y/a.txt", "y/A.txt", "z/a.txt"] {
        place.write(name, format!("{name}\n"));
    }
    let run = |inputs: &[&str], out| {
        place.good(&[TEXTS, inputs, &["--output-dir", out]].concat());
        place.files(out)
    };
    let three = run(&["x/a.txt", "y/a.txt", "y/A.txt"], "three");
    let four = run(&["z/a.txt", "y/a.txt", "y/A.txt", "x/a.txt", "x/a.txt"], "four");
    assert_eq!((three.len(), four.len()), (3, 4));
    for name in three {
        assert_eq!(place.read(format!("three/{name}")), place.read(format!("four/{name}")));
    }
}

#[test]
fn no_input_leads_out_of_the_output_folder() {
    let place = Place::new();
    place.write("a.txt", TEXT);
    place.write("in/inner/b.txt", TEXT);
    let up = "in/../in/inner/../inner/b.txt";
    place.good(&[up, "./a.txt", "in/inner/../../a.txt", "--output-dir", "in/inner/out"]);
    assert_eq!(place.files("in/inner/out").len(), 3);
    assert_eq!(place.files("").len(), 5);
}

#[cfg(unix)]
#[test]
fn no_link_leads_out_of_the_output_folder() {
    let place = Place::new();
    place.write("in/sub/a.txt", TEXT);
    place.write("in/b.txt", TEXT);
    place.write("elsewhere/keep", "");
    fs::create_dir(place.path("out")).expect("a folder");
    std::os::unix::fs::symlink("../elsewhere", place.path("out/sub")).expect("a link");
    let ran = place.run(&["in", "--output-dir", "out"]);
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("out/sub/a.jsonl: a symbolic link leads out of out"), "{}", ran.err);
    assert_eq!(place.files("elsewhere"), ["keep"]);
    assert_eq!(place.read("out/b.jsonl"), place.good(&["in/b.txt"]));
}

#[test]
fn results_are_no_inputs_and_no_input_is_replaced() {
    let place = Place::new();
    place.write("in/a.txt", "Xã  Thanh Lâm họp");
    let again = [TEXTS, &["in", "--output-dir", "in/out"]].concat();
    place.good(&again);
    place.good(&again);
    assert_eq!(place.files("in"), ["a.txt", "out/a.txt"]);
    let ran = place.run(&[TEXTS, &["in/a.txt", "--output-dir", "in"]].concat());
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("in/a.txt: this would replace its own input"), "{}", ran.err);
    assert_eq!(place.read("in/a.txt"), "Xã  Thanh Lâm họp");
}

#[test]
fn resume_passes_over_what_is_there() {
    let place = Place::new();
    for name in ["in/a.txt", "in/b.txt", "in/sub/c.txt"] {
        place.write(name, TEXT);
    }
    place.write("out/b.txt", "done before\n");
    place.write("out/.vinews-part-left-by-a-killed-run", "half");
    place.good(&[TEXTS, &["in", "--output-dir", "out", "--resume"]].concat());
    assert_eq!(place.files("out"), ["a.txt", "b.txt", "sub/c.txt"]);
    assert_eq!(place.read("out/b.txt"), "done before\n");
    assert_eq!(place.read("out/a.txt"), TEXT);
}

#[test]
fn a_source_that_breaks_off_leaves_no_file_but_a_bad_line_does() {
    let place = Place::new();
    let good = "{\"b\":\"Một.\"}\n";
    place.write("a.jsonl", format!("{good}no\n{good}"));
    let mut packed = zstd::encode_all(good.repeat(50_000).as_bytes(), 1).expect("memory");
    packed.truncate(packed.len() / 2);
    place.write("b.jsonl.zst", packed);
    place.write("c.jsonl", good);
    let inputs = ["--jsonl-field", "b", "a.jsonl", "b.jsonl.zst", "c.jsonl"];
    let ran = place.run(&[TEXTS, &inputs, &["--output-dir", "out"]].concat());
    assert_eq!(ran.status, 1);
    assert_eq!(place.files("out"), ["a.txt", "c.txt"]);
    assert_eq!(place.read("out/a.txt"), "Một.\nMột.\n");
}

#[cfg(unix)]
#[test]
fn a_reader_that_leaves_ends_it_quietly() {
    use std::io::{BufRead, BufReader};
    use std::process::Stdio;
    let place = Place::new();
    place.write("many.jsonl", "{\"b\":\"Xã Thanh Lâm họp.\"}\n".repeat(50_000));
    let mut command = place.command(&["--jsonl-field", "b", "many.jsonl"]);
    let mut child =
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("piped")).read_line(&mut line).expect("a line");
    let ended = child.wait_with_output().expect("it ends");
    assert!(line.starts_with("{\"schema\":1"));
    assert_eq!((ended.status.code(), ended.stderr.as_slice()), (Some(0), &b""[..]));
}

#[cfg(unix)]
#[test]
fn a_file_gets_the_rights_of_any_new_file() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    place.write("a.txt", TEXT);
    place.good(&["a.txt", "--output", "found.jsonl"]);
    let mode = |name| fs::metadata(place.path(name)).expect("a file").permissions().mode();
    assert_eq!(mode("found.jsonl"), mode("a.txt"));
}
