//! One entity a row, for a spreadsheet: the JSON record laid flat.

use super::{Article, Format, Rendered, Renderer};
use serde_json::Value;
use vinews::{Analyzer, OffsetUnit};

/// `name` is the person's full name, for a title that of its holder, the place without its type
/// word, the long form. `detail` is the class of a title, the kind of a place, the source of a
/// long form, the titles of a person held here.
const COLUMNS: &str = "id\ttype\tstart\tend\ttext\tname\tdetail\tunit\tpath\tnow\n";

pub(crate) struct Tsv {
    pub(crate) analyzer: Analyzer,
    pub(crate) offsets: OffsetUnit,
}

impl Format for Tsv {
    fn head(&self) -> Vec<u8> {
        COLUMNS.into()
    }

    fn renderer(&self) -> Renderer<'_> {
        Box::new(|article: &Article| {
            let document = self.analyzer.analyze(&article.text);
            let record = document.record().id(&article.id).offsets(self.offsets);
            let mut rows = rows(&serde_json::to_value(record)?);
            rows.sort_by_key(|row| row.place);
            let mut out = String::new();
            for row in rows {
                row.push(&mut out, &article.id);
            }
            Ok(Rendered::text(out.into_bytes()))
        })
    }
}

/// One row; the cells after `text` are empty where they say nothing.
struct Row {
    place: (u64, u64),
    kind: &'static str,
    text: String,
    name: String,
    detail: String,
    unit: [String; 3],
}

impl Row {
    fn new(kind: &'static str, span: &Value, name: String, detail: String) -> Self {
        let at = |key: &str| span[key].as_u64().unwrap_or_default();
        Self {
            place: (at("start"), at("end")),
            kind,
            text: string(&span["text"]),
            name,
            detail,
            unit: Default::default(),
        }
    }

    fn push(&self, out: &mut String, id: &str) {
        let (start, end) = (self.place.0.to_string(), self.place.1.to_string());
        let [unit, path, now] = &self.unit;
        let cells =
            [id, self.kind, &start, &end, &self.text, &self.name, &self.detail, unit, path, now];
        for (i, cell) in cells.into_iter().enumerate() {
            if i > 0 {
                out.push('\t');
            }
            push_cell(out, cell);
        }
        out.push('\n');
    }
}

fn rows(record: &Value) -> Vec<Row> {
    let mut rows = Vec::new();
    for person in each(&record["people"]) {
        for mention in each(&person["mentions"]) {
            let name = string(&person["name"]);
            let titles: Vec<String> =
                each(&mention["titles"]).map(|title| string(&title["text"])).collect();
            rows.push(Row::new("PERSON", mention, name.clone(), titles.join("; ")));
            for title in each(&mention["titles"]) {
                rows.push(Row::new("TITLE", title, name.clone(), string(&title["class"])));
            }
        }
    }
    for place in each(&record["places"]) {
        let mut row = Row::new("PLACE", place, string(&place["name"]), string(&place["kind"]));
        if let Some(best) = place["units"].get(0) {
            row.unit = [string(&best["id"]), list(&best["path"], ", "), list(&best["now"], "; ")];
        }
        rows.push(row);
    }
    for body in each(&record["organizations"]) {
        rows.push(Row::new("ORGANIZATION", body, String::new(), String::new()));
    }
    for short in each(&record["abbreviations"]) {
        let (long, source) = (string(&short["expansion"]), string(&short["source"]));
        rows.push(Row::new("ABBREVIATION", short, long, source));
    }
    rows
}

fn each(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn string(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn list(value: &Value, joint: &str) -> String {
    each(value).map(string).collect::<Vec<_>>().join(joint)
}

/// Appends `cell` so that a spreadsheet shows it as it is: on one line, never as a formula, and
/// quoted where it holds quotes.
fn push_cell(out: &mut String, cell: &str) {
    let mut text = cell.split(['\t', '\n', '\r']).collect::<Vec<_>>().join(" ");
    if text.starts_with(['=', '+', '-', '@']) && text.len() > 1 {
        text.insert(0, '\'');
    }
    if text.contains('"') {
        text = format!("\"{}\"", text.replace('"', "\"\""));
    }
    out.push_str(&text);
}
