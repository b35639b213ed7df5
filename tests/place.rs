//! Places: the gazetteer of both eras and what the text makes of its names.

use std::collections::HashMap;
use std::{fs, path::Path};
use vinews::{Analyzer, Date, Gazetteer, Place, PlaceKind, Unit};

fn ids<'g>(units: &[Unit<'g>]) -> Vec<&'g str> {
    units.iter().map(|unit| unit.id()).collect()
}

#[test]
fn units_are_found_by_name() {
    let gazetteer = Gazetteer::new();
    for (name, expected) in [
        ("xã Hoàng Tây", "3t-13408"),
        ("Xã Hoàng Tây", "3t-13408"),
        ("XÃ HOÀNG TÂY", "3t-13408"),
        ("tỉnh Hà Nam", "3t-35"),
        ("tỉnh Đăk Nông", "3t-67"),
        ("TỈNH ĐẮK NÔNG", "3t-67"),
        ("Qui Nhơn Nam", "2t-21592"),
        ("huyện M'Đrắk", "3t-652"),
        ("Bà Rịa-Vũng Tàu", "3t-77"),
        ("thị xã Kim Bảng", "3t-350.20250101"),
        ("phường Kim Thanh", "2t-13402"),
    ] {
        assert_eq!(ids(&gazetteer.find(name)), [expected], "{name}");
    }
}

#[test]
fn a_name_that_no_unit_bears_finds_none() {
    let gazetteer = Gazetteer::new();
    for name in ["", " ", "xã", "Hoàng", "hoàng tây", "huyện Hoàng Tây", "Lào"] {
        assert!(gazetteer.find(name).is_empty(), "{name:?}");
    }
}

#[test]
fn units_lead_to_those_of_today() {
    let gazetteer = Gazetteer::new();
    for (id, now) in [
        ("3t-13408", vec!["Phường Kim Thanh, Tỉnh Ninh Bình"]),
        ("3t-35", vec!["Tỉnh Ninh Bình"]),
        ("3t-352", vec!["Tỉnh Ninh Bình"]),
        ("2t-13402", vec![]),
        ("h-ha-nam-ninh", vec!["Tỉnh Ninh Bình"]),
    ] {
        let unit = gazetteer.by_id(id).expect(id);
        assert_eq!(unit.now(), now, "{id}");
    }
}

#[test]
fn a_path_is_that_of_its_day() {
    let gazetteer = Gazetteer::new();
    let unit = gazetteer.by_id("3t-13408").expect("in the register");
    for (day, district) in [("2022-11-20", "Huyện Kim Bảng"), ("2025-02-01", "Thị xã Kim Bảng")]
    {
        let day: Date = day.parse().expect("a day");
        assert_eq!(unit.path_on(day), ["Xã Hoàng Tây", district, "Tỉnh Hà Nam"]);
    }
}

#[test]
fn every_unit_hangs_together() {
    let gazetteer = Gazetteer::new();
    for unit in gazetteer.units() {
        let height = match unit.level() {
            PlaceKind::Province => 1,
            PlaceKind::District => 2,
            _ if unit.id().starts_with("2t") => 2,
            _ => 3,
        };
        assert_eq!(unit.path().len(), height, "{unit:?}");
        assert!(!unit.name().is_empty() && !unit.type_name().is_empty(), "{unit:?}");
        assert!(
            unit.from().is_none() || unit.to().is_none() || unit.from() < unit.to(),
            "{unit:?}"
        );
        assert_eq!(gazetteer.by_id(unit.id()).map(Unit::unit_id), Some(unit.unit_id()));
        assert!(gazetteer.find(unit.name()).iter().any(|u| u.id() == unit.id()), "{unit:?}");
    }
}

/// A user's list with one row below the header.
fn list(row: &str) -> String {
    format!("id\tname\tkind\tparent\tfrom\tto\tforms\n{row}\n")
}

#[test]
fn a_users_list_joins_the_bundled_units() {
    let row = "my-1\tThôn Phú Đáy\tvillage\t3t-13408\t2010-01-01\t\tPhú Đáy Thượng;Xóm Đáy";
    let gazetteer = Gazetteer::new().with_list("mine.tsv", &list(row)).expect("a good list");
    assert_eq!(ids(&gazetteer.find("Phú Đáy Thượng")), ["my-1"]);
    assert_eq!(ids(&gazetteer.find("phú đáy")), [""; 0]);
    assert_eq!(ids(&gazetteer.find("xã Hoàng Tây")), ["3t-13408"]);
    let unit = gazetteer.by_id("my-1").expect("just added");
    assert_eq!((unit.type_name(), unit.name()), ("Thôn", "Phú Đáy"));
    assert_eq!(unit.path().len(), 4);
    assert_eq!(unit.province().id(), "3t-35");
    assert_eq!(unit.from(), Date::new(2010, 1, 1));
    assert!(unit.now().is_empty());
    assert_eq!(gazetteer.units().last().map(Unit::id), Some("my-1"));
}

#[test]
fn a_wrong_list_names_its_line() {
    for (row, message) in [
        ("\tXã Mới\tcommune\t\t\t\t", "mine.tsv:2: \"Xã Mới\" is a unit and needs an id"),
        ("x\tXã Mới\tcomune\t\t\t\t", "mine.tsv:2: unknown kind \"comune\""),
        ("x\t\tcommune\t\t\t\t", "mine.tsv:2: a place without a name"),
        ("3t-35\tXã Mới\tcommune\t\t\t\t", "mine.tsv:2: the id \"3t-35\" is taken"),
        ("x\tXã Mới\tcommune\ty\t\t\t", "mine.tsv:2: no unit has the id \"y\""),
        ("x\tXã Mới\tcommune\t\t2025\t\t", "mine.tsv:2: \"2025\" is no day YYYY-MM-DD"),
        ("x\tXã Mới\tcommune\t\t\t\t\t", "mine.tsv:2: 8 columns where the header has 7"),
    ] {
        let error = Gazetteer::new().with_list("mine.tsv", &list(row)).expect_err(row);
        assert_eq!(error.to_string(), message);
        assert_eq!(error.line(), Some(2));
    }
    assert!(Gazetteer::new().with_list("mine.tsv", "").is_err());
    assert!(Gazetteer::new().with_list("mine.tsv", "name\n").is_err());
}

#[test]
fn parents_in_a_circle_end() {
    let rows = "a\tXã A\tcommune\tb\t\t\t\nb\tXã B\tcommune\ta\t\t\t";
    let gazetteer = Gazetteer::new().with_list("mine.tsv", &list(rows)).expect("a good list");
    assert_eq!(gazetteer.by_id("a").expect("just added").path().len(), 4);
}

#[test]
fn successions_go_both_ways() {
    let gazetteer = Gazetteer::new();
    let ward = gazetteer.by_id("2t-13402").expect("in the register");
    let before = ward.predecessors();
    assert!(before.iter().all(|old| old.successors().iter().any(|new| new.id() == ward.id())));
    assert!(ids(&before).contains(&"3t-13408"));
}

/// The best unit of each place of an annotated article by its first code point, `-` for none.
fn linked(path: &Path, date: Date) -> HashMap<usize, String> {
    let text = fs::read_to_string(path).expect("an article");
    let document = Analyzer::builder().date(date).build().analyze(&text);
    let best = |place: &Place| match place.units.first() {
        Some(&unit) => document.gazetteer().unit(unit).map_or("?", Unit::id).to_owned(),
        None => "-".to_owned(),
    };
    let places = document.places().iter();
    places.map(|place| (text[..place.span.start].chars().count(), best(place))).collect()
}

/// `tests/vectors/linked-places.tsv` tells the units by ids and offsets alone.
#[test]
fn places_of_articles_are_the_right_units() {
    let news = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/news");
    if !news.exists() {
        eprintln!("skipped: the annotated articles are not beside this checkout");
        return;
    }
    let mut articles: HashMap<(&str, &str), Vec<(usize, &str)>> = HashMap::new();
    for row in include_str!("vectors/linked-places.tsv").lines().skip(1) {
        let columns: Vec<&str> = row.split('\t').collect();
        let place = (columns[2].parse().expect("an offset"), columns[4]);
        articles.entry((columns[0], columns[1])).or_default().push(place);
    }
    let (mut right, mut found, mut all) = (0, 0, 0);
    for ((article, date), places) in articles {
        let folder = if article == "seed" { news.clone() } else { news.join("dev") };
        let path = folder.join(article).with_extension("txt");
        let linked = linked(&path, date.parse().expect("a day"));
        for (start, unit) in places {
            all += 1;
            let got = linked.get(&start).map_or("", String::as_str);
            found += usize::from(!got.is_empty());
            right += usize::from(got == unit);
        }
    }
    eprintln!("{right} links right of {found} places found of {all}");
    assert!(right * 100 >= found * 95 && found * 100 >= all * 90);
}
