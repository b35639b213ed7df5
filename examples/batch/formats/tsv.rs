//! One entity a row, for a spreadsheet.

use super::{Article, Format, Rendered, Renderer};
use serde::Serialize;
use serde_json::Value;
use std::collections::HashMap;
use vinews::{
    Abbreviation, Analyzer, Document, Mention, OffsetUnit, Offsets, Person, Place, Span, Title,
    UnitId,
};

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
            let mut table = Table {
                id: &article.id,
                document: &document,
                offsets: Offsets::new(&article.text, self.offsets),
                units: HashMap::new(),
                out: String::new(),
            };
            for (span, found) in rows(&document) {
                table.push(span, found);
            }
            Ok(Rendered::text(table.out.into_bytes()))
        })
    }
}

/// What a row is about.
enum Found<'d> {
    Person(&'d Person, &'d Mention),
    Title(&'d Person, &'d Title),
    Place(&'d Place),
    Organization,
    Abbreviation(&'d Abbreviation),
}

/// What is found in the document, in order.
fn rows<'d>(document: &'d Document<'_>) -> Vec<(Span, Found<'d>)> {
    let mut rows = Vec::new();
    for person in document.people() {
        for mention in &person.mentions {
            rows.push((mention.span, Found::Person(person, mention)));
            rows.extend(mention.titles.iter().map(|t| (t.span, Found::Title(person, t))));
        }
    }
    rows.extend(document.places().iter().map(|p| (p.span, Found::Place(p))));
    rows.extend(document.organizations().iter().map(|o| (o.span, Found::Organization)));
    rows.extend(document.abbreviations().iter().map(|a| (a.span, Found::Abbreviation(a))));
    rows.sort_by_key(|&(span, _)| span);
    rows
}

/// The rows of an article.
struct Table<'d> {
    id: &'d str,
    document: &'d Document<'d>,
    offsets: Offsets<'d>,
    /// The cells of each unit, told once however often the article names it.
    units: HashMap<UnitId, [String; 3]>,
    out: String,
}

impl<'d> Table<'d> {
    fn push(&mut self, span: Span, found: Found<'d>) {
        let text = self.document.text();
        let (kind, name, detail) = match &found {
            Found::Person(person, mention) => {
                let titles: Vec<&str> = mention.titles.iter().map(|t| &text[t.span]).collect();
                ("PERSON", person.name.as_str(), titles.join("; "))
            }
            Found::Title(person, title) => ("TITLE", person.name.as_str(), word(title.class)),
            Found::Place(place) => ("PLACE", place.name.as_str(), word(place.kind)),
            Found::Organization => ("ORGANIZATION", "", String::new()),
            Found::Abbreviation(short) => {
                ("ABBREVIATION", short.expansion.as_str(), word(short.source))
            }
        };
        let [start, end] = [span.start, span.end].map(|at| self.offsets.of(at).to_string());
        for cell in [self.id, kind, &start, &end, &text[span], name, &detail] {
            push_cell(&mut self.out, cell);
            self.out.push('\t');
        }
        self.push_unit(&found);
    }

    /// The last three cells: the likeliest unit of a place.
    fn push_unit(&mut self, found: &Found<'d>) {
        let best = match found {
            Found::Place(place) => place.units.first(),
            _ => None,
        };
        let Some(unit) = best.and_then(|&id| self.document.gazetteer().unit(id)) else {
            self.out.push_str("\t\t\n");
            return;
        };
        let date = self.document.date();
        let cells = self.units.entry(unit.unit_id()).or_insert_with(|| {
            let path = date.map_or_else(|| unit.path(), |day| unit.path_on(day));
            [unit.id().to_owned(), path.join(", "), unit.now().join("; ")]
        });
        for (cell, end) in cells.iter().zip(['\t', '\t', '\n']) {
            push_cell(&mut self.out, cell);
            self.out.push(end);
        }
    }
}

/// A value of few as the JSON record calls it.
fn word(value: impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(word)) => word,
        _ => String::new(),
    }
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
