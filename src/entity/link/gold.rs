//! Links over the places that readers marked, so that linking is measured apart from finding.
//!
//! `tests/vectors/linked-places*.tsv` tell the unit of each place, `-` where it is none (a street of that name).

use super::link;
use crate::entity::Found;
use crate::entity::date::Time;
use crate::entity::gazetteer::{Gazetteer, Unit};
use crate::{Date, Span, sentence};
use std::collections::BTreeMap;
use std::{fs, path::Path};

const NEWS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/corpus/news");

/// The unit of each place of an article, by its first code point.
type Links = BTreeMap<usize, String>;

/// The articles of a list with their dates.
fn articles(list: &str) -> BTreeMap<String, (Date, Links)> {
    let mut articles = BTreeMap::new();
    for row in list.lines().skip(1) {
        let [article, date, start, _, unit]: [&str; 5] =
            row.split('\t').collect::<Vec<_>>().try_into().expect("five columns");
        let date = date.parse().expect("a day");
        let links = articles.entry(article.to_owned()).or_insert_with(|| (date, Links::new()));
        links.1.insert(start.parse().expect("an offset"), unit.to_owned());
    }
    articles
}

/// The best unit of each marked place, `-` for none.
fn linked(gazetteer: &Gazetteer, path: &Path, date: Option<Date>) -> Links {
    let text = fs::read_to_string(path).expect("an article");
    let marks = fs::read_to_string(path.with_extension("ann")).expect("its marks");
    let bytes: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
    let at = |offset: &str| offset.parse::<usize>().expect("an offset");
    let mut spans: Vec<(usize, usize)> = marks
        .lines()
        .filter_map(|line| line.split('\t').nth(1)?.strip_prefix("PLACE ")?.split_once(' '))
        .map(|(start, end)| (at(start), at(end)))
        .collect();
    spans.sort_unstable();
    let in_bytes: Vec<Span> = spans.iter().map(|&(a, b)| Span::new(bytes[a], bytes[b])).collect();
    let read = sentence::read(&text);
    let found = Found::whole(&text, &read);
    let time = date.map_or_else(|| Time::of(found), Time::on);
    let places = link(gazetteer, found, &in_bytes, time);
    let best = |units: &[_]| units.first().and_then(|&unit| gazetteer.unit(unit)).map(Unit::id);
    let ids = places.iter().map(|place| best(&place.units).unwrap_or("-").to_owned());
    spans.iter().map(|&(start, _)| start).zip(ids).collect()
}

#[test]
fn links_of_marked_places() {
    if !Path::new(NEWS).exists() {
        eprintln!("skipped: the annotated articles are not beside this checkout");
        return;
    }
    let gazetteer = Gazetteer::new();
    for (name, folder, list) in [
        ("dev", "dev", include_str!("../../../tests/vectors/linked-places.tsv")),
        ("train", "train", include_str!("../../../tests/vectors/linked-places-train.tsv")),
    ] {
        for dated in [true, false] {
            let (mut right, mut all) = (0, 0);
            for (article, (date, links)) in articles(list) {
                let folder = if article == "seed" { "" } else { folder };
                let path = Path::new(NEWS).join(folder).join(format!("{article}.txt"));
                let linked = linked(&gazetteer, &path, dated.then_some(date));
                for (start, unit) in links {
                    let got = linked.get(&start).map_or("no place", String::as_str);
                    all += 1;
                    right += usize::from(got == unit);
                    if got != unit {
                        eprintln!("{name} {article}:{start}: {got}, not {unit}");
                    }
                }
            }
            let share = right as f64 / all as f64;
            eprintln!(
                "{name}, dates {}: {right} of {all} right",
                if dated { "given" } else { "not given" }
            );
            assert!(share >= if dated { 0.95 } else { 0.8 }, "{name}: {share:.3}");
        }
    }
}
