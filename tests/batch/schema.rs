//! Every line of jsonl obeys `data/schema/document.schema.json`.

use super::tool::Place;
use regex::Regex;
use serde_json::Value;
use std::fs;

/// The keywords that the schema may use; one that is not checked below would prove nothing.
const KEYWORDS: &[&str] = &[
    "$defs",
    "$ref",
    "$schema",
    "additionalProperties",
    "anyOf",
    "const",
    "description",
    "enum",
    "items",
    "maxItems",
    "minItems",
    "minLength",
    "minimum",
    "pattern",
    "properties",
    "required",
    "title",
    "type",
];

/// Checks values against a schema of draft 2020-12, as far as [`KEYWORDS`] go.
struct Schema {
    root: Value,
}

impl Schema {
    fn new() -> Self {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/schema/document.schema.json");
        let root = fs::read_to_string(path).expect("the schema is there");
        Self { root: serde_json::from_str(&root).expect("the schema is JSON") }
    }

    fn check(&self, value: &Value) -> Result<(), String> {
        self.follow(&self.root, value, "")
    }

    fn follow(&self, schema: &Value, value: &Value, at: &str) -> Result<(), String> {
        for (keyword, rule) in schema.as_object().expect("a schema is an object") {
            assert!(KEYWORDS.contains(&keyword.as_str()), "unknown keyword {keyword}");
            if !self.holds(keyword, rule, schema, value, at)? {
                return Err(format!("{at}: {value} breaks {keyword} {rule}"));
            }
        }
        Ok(())
    }

    fn holds(
        &self,
        keyword: &str,
        rule: &Value,
        schema: &Value,
        value: &Value,
        at: &str,
    ) -> Result<bool, String> {
        let count = |n: Option<usize>| n.map(|n| n as u64);
        let items = count(value.as_array().map(Vec::len));
        Ok(match keyword {
            "$ref" => {
                let target = rule.as_str().and_then(|path| self.root.pointer(&path[1..]));
                self.follow(target.expect("the reference leads somewhere"), value, at)?;
                true
            }
            "type" => match rule {
                Value::Array(types) => types.iter().any(|name| is(value, name)),
                name => is(value, name),
            },
            "const" => value == rule,
            "enum" => rule.as_array().expect("a list").contains(value),
            "anyOf" => {
                let ways = rule.as_array().expect("a list").iter();
                ways.map(|way| self.follow(way, value, at)).any(|way| way.is_ok())
            }
            "properties" => {
                for (key, value) in value.as_object().into_iter().flatten() {
                    if let Some(rule) = rule.get(key) {
                        self.follow(rule, value, &format!("{at}/{key}"))?;
                    }
                }
                true
            }
            "additionalProperties" => {
                let mut keys = value.as_object().into_iter().flat_map(|object| object.keys());
                keys.all(|key| schema["properties"].get(key).is_some())
            }
            "required" => {
                let keys = rule.as_array().expect("a list").iter();
                keys.filter_map(Value::as_str).all(|key| value.get(key).is_some())
            }
            "items" => {
                for (i, item) in value.as_array().into_iter().flatten().enumerate() {
                    self.follow(rule, item, &format!("{at}/{i}"))?;
                }
                true
            }
            "minItems" => items.is_none_or(|n| Some(n) >= rule.as_u64()),
            "maxItems" => items.is_none_or(|n| Some(n) <= rule.as_u64()),
            "minLength" => {
                count(value.as_str().map(str::len)).is_none_or(|n| Some(n) >= rule.as_u64())
            }
            "minimum" => value.as_i64().is_none_or(|n| Some(n) >= rule.as_i64()),
            "pattern" => {
                let pattern = Regex::new(rule.as_str().expect("a text")).expect("a pattern");
                value.as_str().is_none_or(|text| pattern.is_match(text))
            }
            _ => true,
        })
    }
}

fn is(value: &Value, name: &Value) -> bool {
    match name.as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("integer") => value.is_u64() || value.is_i64(),
        Some("null") => value.is_null(),
        other => panic!("a type this check does not know: {other:?}"),
    }
}

fn all_obey(out: &str) {
    let schema = Schema::new();
    assert!(!out.is_empty());
    for line in out.lines() {
        let value = serde_json::from_str(line).expect("JSON");
        if let Err(broken) = schema.check(&value) {
            panic!("{broken}\nin {line}");
        }
    }
}

#[test]
fn our_samples_obey() {
    let samples = concat!(env!("CARGO_MANIFEST_DIR"), "/data/samples");
    if !fs::exists(samples).unwrap_or(false) {
        println!("skipped: there are no samples");
        return;
    }
    for options in [&[samples][..], &[samples, "--words", "--offsets", "chars"]] {
        all_obey(&Place::new().good(options));
    }
}

#[test]
fn kinds_and_classes_are_those_of_the_crate() {
    let schema = Schema::new();
    let names = |pointer: &str| -> Vec<String> {
        let names = schema.root.pointer(pointer).and_then(Value::as_array).expect("a list");
        names.iter().map(|name| name.as_str().expect("a name").to_owned()).collect()
    };
    for kind in names("/$defs/place/properties/kind/enum") {
        assert!(kind.parse::<vinews::PlaceKind>().is_ok(), "{kind}");
    }
    // A list of titles knows the classes, and one more for honorifics.
    for class in names("/$defs/title/properties/class/enum") {
        let list = format!("title\tclass\nông thử\t{class}\n");
        assert!(vinews::Extractor::new().with_titles("list", &list).is_ok(), "{class}");
    }
}

#[test]
fn strange_texts_obey() {
    let place = Place::new();
    place.write("blank.txt", " \n\t\n");
    place.write(
        "strange.txt",
        "\u{feff}\u{200b}😀\u{301}((((]]>\"'\\ &lt;\u{2028}ĐẢNG ỦY, UBND (TCĐ)",
    );
    let ran = place.run(&["--words", "blank.txt", "strange.txt"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    all_obey(&ran.out);
}

#[test]
fn the_check_itself_finds_what_is_wrong() {
    let schema = Schema::new();
    let place = Place::new();
    place.write("a.txt", "Xã họp.");
    let good: Value = serde_json::from_str(&place.good(&["a.txt"])).expect("JSON");
    assert_eq!(schema.check(&good), Ok(()));
    for (key, wrong) in [
        ("schema", serde_json::json!(2)),
        ("offsets", "lines".into()),
        ("date", "2025-7-1".into()),
        ("sentences", serde_json::json!([[0]])),
        ("words", serde_json::json!([[0, -1]])),
        ("people", serde_json::json!([{"name": "", "mentions": []}])),
        ("more", serde_json::json!(null)),
    ] {
        let mut bad = good.clone();
        bad[key] = wrong;
        assert!(schema.check(&bad).is_err(), "{key}");
    }
}
