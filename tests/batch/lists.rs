//! A user's own lists: what they change, and what is said where one is wrong.

use super::tool::Place;
use serde_json::Value;

const TEXT: &str = "Ông Lê Văn Sơn, Trưởng thuyền đội xã Hoàng Tây, đến xã Mới Tinh cùng KQZ.\n";

const LISTS: [(&str, &str); 4] = [
    ("--lexicon", "word\tmode\nthuyền đội\talways\n"),
    ("--abbreviations", "short\trank\treading\tdomain\tuse\tcues\nKQZ\t\tkhối quản lý zin\t\t\t\n"),
    (
        "--places",
        "id\tname\tkind\tparent\tfrom\tto\tforms\nx-1\tXã Mới Tinh\tcommune\t3t-353\t\t\t\n",
    ),
    ("--titles", "title\tclass\ntrưởng thuyền đội\tbusiness\n"),
];

#[test]
fn each_list_adds_to_what_is_found() {
    let place = Place::new();
    place.write("a.txt", TEXT);
    let mut args = vec!["a.txt", "--words"];
    for (option, list) in &LISTS {
        place.write(&option[2..], list);
        args.extend([*option, &option[2..]]);
    }
    let record: Value = serde_json::from_str(&place.good(&args)).expect("JSON");
    let short = &record["abbreviations"][0];
    assert_eq!([&short["expansion"], &short["source"]], ["khối quản lý zin", "user"]);
    let title = &record["people"][0]["mentions"][0]["titles"][0];
    let text = title["text"].as_str().expect("a title");
    assert!(text.starts_with("Trưởng thuyền đội") && title["class"] == "business", "{title}");
    let places = record["places"].as_array().expect("a list");
    let own = places.iter().find(|found| found["text"] == "xã Mới Tinh").expect("the own unit");
    let path = ["Xã Mới Tinh", "Huyện Lý Nhân", "Tỉnh Hà Nam"];
    assert_eq!(own["units"][0]["path"], serde_json::json!(path));
    let words: Vec<&str> = record["words"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|pair| {
            let at = |i: usize| pair[i].as_u64().expect("an offset") as usize;
            &TEXT[at(0)..at(1)]
        })
        .collect();
    assert!(words.contains(&"thuyền đội"), "{words:?}");
}

#[test]
fn a_wrong_list_is_named_with_its_line_and_nothing_is_done() {
    let place = Place::new();
    place.write("a.txt", TEXT);
    for (option, list) in LISTS {
        let header = list.lines().next().expect("a header");
        let long = format!("{header}\n{}\n", ["x"; 9].join("\t"));
        for (content, line) in [("", 1), ("other\tcolumns\n", 1), (long.as_str(), 2)] {
            place.write("list.tsv", content);
            let ran = place.run(&[option, "list.tsv", "a.txt"]);
            assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{option}");
            let message = format!("batch: list.tsv:{line}: ");
            assert!(ran.err.starts_with(&message), "{option}: {}", ran.err);
        }
    }
    place.write("bytes.tsv", b"title\xff\n");
    let ran = place.run(&["--titles", "bytes.tsv", "a.txt"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("bytes.tsv: ") && ran.err.contains("UTF-8"), "{}", ran.err);
}
