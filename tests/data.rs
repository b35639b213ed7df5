//! The lists in `data/` as people edit them: each mistake is named `file:line: what is wrong`.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use unicode_normalization::is_nfc;
use vinews::{Date, Normalizer, ToneStyle};

/// What a column must hold, beyond the rules that hold for all lists.
enum Rule {
    /// Something.
    Filled,
    /// A day, `YYYY-MM-DD`, or a bare year (its 1 January), or nothing.
    Day,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// What stands in this column of that list, or nothing.
    In(&'static str, &'static str),
}

const RULES: &[(&str, &str, Rule)] = &[
    ("units.tsv", "id", Rule::Filled),
    ("units.tsv", "name", Rule::Filled),
    ("units.tsv", "from", Rule::Day),
    ("units.tsv", "to", Rule::Day),
    ("units.tsv", "parent", Rule::In("units.tsv", "id")),
    ("successions.tsv", "old", Rule::In("units.tsv", "id")),
    ("successions.tsv", "new", Rule::In("units.tsv", "id")),
    ("successions.tsv", "kind", Rule::OneOf(SUCCESSIONS)),
    ("aliases.tsv", "unit", Rule::In("units.tsv", "id")),
    ("aliases.tsv", "alias", Rule::Filled),
    ("abbreviations.tsv", "short", Rule::Filled),
    ("countries.tsv", "kind", Rule::Filled),
    ("features.tsv", "kind", Rule::Filled),
    ("place_doubts.tsv", "sense", Rule::OneOf(&["person", "word"])),
    ("place_types.tsv", "kind", Rule::Filled),
    ("titles.tsv", "title", Rule::Filled),
    ("titles.tsv", "class", Rule::Filled),
    ("surnames.tsv", "common_word", Rule::OneOf(&["no", "yes"])),
    ("given-names.tsv", "use", Rule::OneOf(&["both", "given", "middle"])),
    ("given-names.tsv", "gender", Rule::OneOf(&["both", "female", "male"])),
    ("names-abroad.tsv", "part", Rule::OneOf(&["both", "given", "surname"])),
    ("org-heads.tsv", "part", Rule::Filled),
    ("renown.tsv", "kind", Rule::OneOf(&["club", "company", "press", "work"])),
    ("foreign-names.tsv", "kind", Rule::OneOf(&["person", "place"])),
];

const SUCCESSIONS: &[&str] =
    &["abolished", "kept", "merged", "partial", "renamed", "split", "transferred", "upgraded"];

/// No name, title or long form has more syllables; a sentence has.
const MOST_SYLLABLES: usize = 24;

/// A list as its editor sees it.
struct List {
    name: String,
    text: String,
}

impl List {
    fn columns(&self) -> Vec<&str> {
        self.text.lines().next().unwrap_or_default().split('\t').collect()
    }

    /// The rows below the header with their line numbers.
    fn rows(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().skip(1).map(|(i, row)| (i + 1, row))
    }

    /// The cells of the column `name` with their line numbers.
    fn cells<'t>(&'t self, name: &str) -> impl Iterator<Item = (usize, &'t str)> + use<'t> {
        let at = self.columns().iter().position(|column| *column == name);
        let at = at.unwrap_or_else(|| panic!("{} has no column {name}", self.name));
        self.rows().map(move |(line, row)| (line, row.split('\t').nth(at).unwrap_or_default()))
    }
}

#[test]
fn lists_are_tidy() {
    let normalizer = Normalizer::new().tone(ToneStyle::Old);
    let mut mistakes = Vec::new();
    for list in lists() {
        let mut say = |line: usize, what: &str| mistakes.push(at(&list.name, line, what));
        let columns = list.columns();
        if columns.iter().any(|name| name.is_empty() || !name.is_ascii()) {
            say(1, "the first line must name the columns, parted by tabs");
        }
        if !list.text.ends_with('\n') {
            say(list.text.lines().count(), "the last line lacks its line end");
        }
        if list.text.contains('\r') {
            say(1, "line ends must be those of Unix");
        }
        let mut before = "";
        for (line, row) in list.rows() {
            if row.trim().is_empty() {
                say(line, "an empty line");
                continue;
            }
            if row < before {
                say(line, &format!("out of order: {row:?} belongs before {before:?}"));
            } else if row == before {
                say(line, "the same line twice");
            }
            before = row;
            if !is_nfc(row) {
                say(line, "not in Unicode NFC: retype the line, or normalise it");
            } else if let clean = normalizer.normalize(row)
                && !clean.is_unchanged()
            {
                let clean = clean.as_str();
                say(line, &format!("tone marks in the old place, please: {clean:?}"));
            }
            let cells: Vec<&str> = row.split('\t').collect();
            if cells.len() > columns.len() {
                say(line, &format!("{} columns instead of {}", cells.len(), columns.len()));
            }
            for cell in cells {
                if cell != cell.trim() || cell.contains("  ") {
                    say(line, &format!("blanks around or within {cell:?}"));
                }
                if cell.split(';').any(|e| e.split_whitespace().count() > MOST_SYLLABLES) {
                    say(line, &format!("a sentence, not an entry: {cell:?}"));
                }
            }
        }
    }
    report(&mistakes);
}

#[test]
fn columns_hold_what_they_should() {
    let lists: HashMap<String, List> = lists().map(|list| (list.name.clone(), list)).collect();
    let mut mistakes = Vec::new();
    for (name, column, rule) in RULES {
        let list = lists.get(*name).unwrap_or_else(|| panic!("there is no list data/{name}"));
        let known: HashSet<&str> = match rule {
            Rule::In(other, column) => lists[*other].cells(column).map(|(_, cell)| cell).collect(),
            Rule::OneOf(words) => words.iter().copied().collect(),
            Rule::Filled | Rule::Day => HashSet::new(),
        };
        for (line, cell) in list.cells(column) {
            let wrong = match rule {
                Rule::Filled => cell.is_empty().then(|| format!("no {column}")),
                Rule::Day => (!cell.is_empty() && !is_day(cell))
                    .then(|| format!("{column}: {cell:?} is no day YYYY-MM-DD")),
                Rule::OneOf(words) => (!known.contains(cell))
                    .then(|| format!("{column}: {cell:?} is none of {}", words.join(", "))),
                Rule::In(other, id) => (!cell.is_empty() && !known.contains(cell))
                    .then(|| format!("{column}: {cell:?} is no {id} of {other}")),
            };
            mistakes.extend(wrong.map(|what| at(name, line, &what)));
        }
    }
    report(&mistakes);
}

#[test]
fn a_unit_ends_after_it_began() {
    let mut mistakes = Vec::new();
    for list in lists().filter(|list| list.name == "units.tsv") {
        for ((line, from), (_, to)) in list.cells("from").zip(list.cells("to")) {
            if !from.is_empty() && !to.is_empty() && from >= to {
                mistakes.push(at(&list.name, line, &format!("from {from} is not before {to}")));
            }
        }
    }
    report(&mistakes);
}

#[test]
fn readings_are_ranked_from_one() {
    let mut mistakes = Vec::new();
    for list in lists().filter(|list| list.name == "abbreviations.tsv") {
        let (mut before, mut last) = ("", 0);
        for ((line, short), (_, rank)) in list.cells("short").zip(list.cells("rank")) {
            last = if short == before { last + 1 } else { 1 };
            before = short;
            let kept = last == 1 && rank.is_empty();
            if !kept && rank.parse() != Ok(last) {
                let what = format!("{short}: rank {rank:?} where {last} comes next");
                mistakes.push(at(&list.name, line, &what));
            }
        }
    }
    report(&mistakes);
}

#[test]
fn every_file_has_its_licence() {
    let readme = fs::read_to_string(data().join("README.md")).expect("data/README.md");
    let rows: Vec<Vec<&str>> = readme
        .lines()
        .filter(|line| line.starts_with("| "))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    let mut mistakes = Vec::new();
    for name in files().iter().filter_map(|path| path.file_name()?.to_str()) {
        let row = rows.iter().find(|row| row.len() == 4 && row[0].contains(name));
        match row {
            None => mistakes.push(format!("data/README.md has no row | {name} | … |")),
            Some(row) if row.iter().any(|cell| cell.is_empty()) => {
                mistakes.push(format!("data/README.md: the row of {name} has an empty cell"));
            }
            Some(_) => {}
        }
    }
    report(&mistakes);
}

/// Every file directly in `data/` but the page about them.
fn files() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(data())
        .expect("data/")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.is_file() && path.file_name().is_some_and(|name| name != "README.md"))
        .collect();
    files.sort();
    files
}

/// Every list of `data/`, in the order of their names.
fn lists() -> impl Iterator<Item = List> {
    files().into_iter().filter(|path| path.extension().is_some_and(|e| e == "tsv")).map(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("data/{name}: {e}"));
        List { name, text }
    })
}

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

fn is_day(cell: &str) -> bool {
    let day = if cell.len() == 4 { format!("{cell}-01-01") } else { cell.to_owned() };
    day.parse::<Date>().is_ok()
}

fn at(list: &str, line: usize, what: &str) -> String {
    format!("data/{list}:{line}: {what}")
}

fn report(mistakes: &[String]) {
    let shown = mistakes.iter().take(20).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(mistakes.is_empty(), "{} mistakes in the lists:\n{shown}", mistakes.len());
}
