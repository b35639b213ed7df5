//! Places: the gazetteer of both eras and what the text makes of its names.

use vinews::{Date, Gazetteer, PlaceKind, Unit};

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
