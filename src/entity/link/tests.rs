//! Links of marked places in lines of our own: `[xã Hoàng Tây]` is a place.

use super::link;
use crate::entity::gazetteer::{Gazetteer, Unit};
use crate::entity::place::{Place, PlaceKind};
use crate::entity::{Found, date::Time};
use crate::{Date, Span, sentence};

/// The text without its marks, and the marked spans.
fn unmark(marked: &str) -> (String, Vec<Span>) {
    let (mut text, mut spans, mut start) = (String::new(), Vec::new(), 0);
    for c in marked.chars() {
        match c {
            '[' => start = text.len(),
            ']' => spans.push(Span::new(start, text.len())),
            c => text.push(c),
        }
    }
    (text, spans)
}

fn places(gazetteer: &Gazetteer, marked: &str, date: Option<&str>) -> Vec<Place> {
    let (text, spans) = unmark(marked);
    let read = sentence::read(&text);
    let found = Found::whole(&text, &read);
    let time = match date {
        Some(day) => Time::on(day.parse().expect("a day")),
        None => Time::of(found),
    };
    link(gazetteer, found, &spans, time)
}

/// The best unit of each place, `-` for none, and the kind where there is none.
fn links(marked: &str, date: Option<&str>) -> String {
    let gazetteer = Gazetteer::new();
    let places = places(&gazetteer, marked, date);
    let best = |place: &Place| match place.units.first() {
        Some(&unit) => gazetteer.unit(unit).map_or("?", Unit::id),
        None => place.kind.as_str(),
    };
    places.iter().map(best).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_text_decides_which_unit_a_name_is() {
    for (name, date, marked, expected) in [
        ("brackets", "2022-11-20", "Đảng ủy [xã Hoàng Tây] ([Kim Bảng]) họp.", "3t-13408 3t-350"),
        (
            "an address",
            "2024-03-01",
            "Ông sinh tại [xã Bình Minh], [huyện Khoái Châu], [tỉnh Hưng Yên].",
            "3t-12211 3t-330 3t-33",
        ),
        (
            "the same names elsewhere",
            "2024-03-01",
            "Ông sinh tại [xã Bình Minh], [huyện Thanh Oai], [TP. Hà Nội].",
            "3t-10135 3t-278.20080801 3t-01",
        ),
        ("numbers", "2017-06-01", "[P.3], [Q.5], [TP.HCM]", "3t-27307 3t-774 3t-79"),
        ("numbers with zeros", "2017-06-01", "[Phường 03] ([quận 8])", "3t-27397 3t-776"),
        (
            "a bare name after the typed one",
            "2022-11-20",
            "Hội nghị ở [xã Hoàng Tây], [huyện Kim Bảng]. Nông dân [Hoàng Tây] được mùa.",
            "3t-13408 3t-350 3t-13408",
        ),
        (
            "a list under one type word",
            "2022-11-20",
            "Các [xã Hoàng Tây], [Nhật Tân] và [Văn Xá] ([Kim Bảng]) về đích.",
            "3t-13408 3t-13402 3t-13417 3t-350",
        ),
        (
            "a list behind a colon",
            "2022-11-20",
            "[Tỉnh Hà Nam] kiểm tra các xã: [An Đổ], [Bồ Đề].",
            "3t-35 3t-13552 3t-13531",
        ),
        (
            "what the document speaks of",
            "2024-03-01",
            "[Tỉnh Hà Nam] khen [huyện Bình Lục]. Đoàn đến [xã Vũ Bản].",
            "3t-35 3t-352 3t-13543",
        ),
        (
            "a name that is decided decides others",
            "2023-06-15",
            "[Tam Nông] ([Đồng Tháp]) họp. Đoàn về [Tam Nông]. Đoàn đến [xã Phú Cường].",
            "3t-871 3t-87 3t-871 3t-30025",
        ),
        ("a province and its city", "2017-06-01", "[Hải Dương], [TP. Hải Dương]", "3t-30 3t-288"),
        ("no space in a name", "2017-06-01", "[xã IaPhìn], [huyện Chư Prông]", "3t-23902 3t-632"),
        ("small letters", "2017-06-01", "[tỉnh Lai châu]", "3t-12"),
        ("capitals", "2022-11-20", "[TỈNH HÀ NAM]", "3t-35"),
    ] {
        assert_eq!(links(marked, Some(date)), expected, "{name}");
    }
}

#[test]
fn the_day_decides_which_state_a_unit_is_in() {
    for (date, marked, expected) in [
        ("2022-11-20", "[huyện Kim Bảng], [tỉnh Hà Nam]", "3t-350 3t-35"),
        ("2025-02-01", "[thị xã Kim Bảng], [tỉnh Hà Nam]", "3t-350.20250101 3t-35"),
        ("2025-08-01", "[phường Kim Bảng], [tỉnh Ninh Bình]", "2t-13384 2t-37"),
        ("2007-01-01", "[tỉnh Hà Tây]", "3t-28"),
        ("2025-08-01", "[Hà Nội]", "2t-01"),
        ("2020-08-01", "[Hà Nội]", "3t-01"),
        ("2019-08-01", "[quận 9], [TP.HCM]", "3t-763 3t-79"),
    ] {
        assert_eq!(links(marked, Some(date)), expected, "{date} {marked}");
    }
}

#[test]
fn the_text_tells_the_era_where_no_day_is_given() {
    for (name, marked, expected) in [
        ("districts are of the three tiers", "[Hà Nội]: [quận Ba Đình] họp.", "3t-01 3t-001"),
        ("so is the word for them", "Các huyện của [Hà Nội] họp.", "3t-01"),
        ("wards of today", "[Ninh Bình]: [phường Kim Thanh] họp.", "2t-37 2t-13402"),
        ("years", "Năm 2023, [Hà Nội] thu hút vốn.", "3t-01"),
        ("years to come tell nothing", "Đến năm 2020, [Hà Nội] có 12 tuyến.", "2t-01"),
        ("former units", "[Tỉnh Hà Nam] (cũ) nay thuộc [tỉnh Ninh Bình].", "3t-35 2t-37"),
        ("today without any sign", "[Hà Nội] có mưa.", "2t-01"),
        ("the day of the news", "Sáng 12/3/2024, [Cần Thơ] khởi công cầu.", "3t-92"),
    ] {
        assert_eq!(links(marked, None), expected, "{name}");
    }
}

#[test]
fn names_are_units_only_where_the_text_makes_them_so() {
    for (name, marked, expected) in [
        ("a street", "[đường Lê Lợi], [phố Hàng Bài]", "street street"),
        ("a house number", "Số 91 [Trần Hưng Đạo], [Hà Nội]", "street 3t-01"),
        ("a list of streets", "các [đường Lê Lợi], [Trần Phú]", "street street"),
        ("countries and cities", "[Lào], [Viêng Chăn], [thành phố New York]", "country city city"),
        ("features", "[sông Đáy], [Nội Bài], [Tây Nguyên]", "river airport region"),
        ("villages", "[thôn 5], [tổ dân phố số 2]", "village village"),
        ("a word", "[Thống Nhất]", "other"),
        ("no such unit", "[huyện Hoàng Tây]", "district"),
    ] {
        assert_eq!(links(marked, Some("2020-01-01")), expected, "{name}");
    }
}

#[test]
fn what_stays_open_is_a_list() {
    let gazetteer = Gazetteer::new();
    let place = &places(&gazetteer, "[xã Tân Lập]", Some("2020-01-01"))[0];
    assert_eq!((place.kind, place.units.len()), (PlaceKind::Commune, 5));
    let place = &places(&gazetteer, "[Hà Nội]", None)[0];
    let ids: Vec<_> = place.units.iter().map(|&id| gazetteer.unit(id).map(Unit::id)).collect();
    assert_eq!(ids, [Some("2t-01"), Some("3t-01")]);
}

#[test]
fn a_name_a_hundred_thousand_times_takes_no_longer_each_time() {
    let gazetteer = Gazetteer::new();
    let marked = "[xã Tân Lập], [huyện Châu Thành], [phường 3], ".repeat(30_000);
    assert_eq!(places(&gazetteer, &marked, None).len(), 90_000);
}

#[test]
fn a_users_places_stand_beside_the_bundled_ones() {
    let list = "id\tname\tkind\tparent\tfrom\tto\tforms\n\
                my-1\tThôn Thọ Cầu\tvillage\t3t-13408\t\t\tLàng Cầu\n\
                \tChợ Dầu\tmarket\t\t\t\t\n";
    let gazetteer = Gazetteer::new().with_list("mine.tsv", list).expect("a good list");
    let day = Date::new(2022, 1, 1).map(|day| day.to_string());
    let found = places(&gazetteer, "[thôn Thọ Cầu], [xã Hoàng Tây]; [Chợ Dầu]", day.as_deref());
    let kinds: Vec<_> = found.iter().map(|place| place.kind).collect();
    assert_eq!(kinds, [PlaceKind::Village, PlaceKind::Commune, PlaceKind::Market]);
    let village = gazetteer.by_id("my-1").map(Unit::unit_id);
    assert_eq!(found[0].units.first().copied(), village);
}
