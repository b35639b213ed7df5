//! People whom the form of their names, the title before it or a line in capitals tells, and names
//! that are nobody's.

use vinews::{Entities, Extractor};

/// Who and what is named in `text`: people, their titles and honorifics, and places.
fn named(text: &str) -> Vec<String> {
    let Entities { people, places, .. } = Extractor::new().extract(text);
    let mut named = Vec::new();
    for mention in people.iter().flat_map(|p| &p.mentions) {
        named.extend(mention.honorific.map(|h| format!("honorific:{}", &text[h])));
        named.push(format!("person:{}", &text[mention.span]));
        named.extend(mention.titles.iter().map(|t| format!("title:{}", &text[t.span])));
    }
    named.extend(places.iter().map(|p| format!("place:{}", &text[p.span])));
    named
}

#[test]
fn names_are_told_by_their_form() {
    let cases: &[(&str, &str, &[&str])] = &[
        ("Mông, at the beginning", "Giàng A Páo trồng lê trên nương cũ.", &["person:Giàng A Páo"]),
        (
            "Mông, in a list",
            "Dự lễ còn có Thào Mý Dính, Hầu A Sử và Lầu Mí Tủa.",
            &["person:Thào Mý Dính", "person:Hầu A Sử", "person:Lầu Mí Tủa"],
        ),
        (
            "Ê Đê, a woman",
            "H'Loan Byă dệt thổ cẩm từ nhỏ. Hoa khôi H'Mai Niê cũng về dự.",
            &["person:H'Loan Byă", "person:H'Mai Niê", "title:Hoa khôi"],
        ),
        (
            "Ê Đê, a man",
            "Theo anh Y Krăk Niê Kđăm, cà phê năm nay được giá.",
            &["person:Y Krăk Niê Kđăm", "honorific:anh"],
        ),
        (
            "small words within names abroad",
            "Bà Ursula von der Leyen tiếp họa sĩ Willem van Houten và Mohammed bin Salman.",
            &[
                "person:Ursula von der Leyen",
                "person:Willem van Houten",
                "person:Mohammed bin Salman",
            ],
        ),
        (
            "a name with hyphens behind a title",
            "HLV Kim Sang-sik họp đội. Thủ tướng Nê-ta-ni-a-hu hoãn chuyến đi.",
            &["person:Kim Sang-sik", "person:Nê-ta-ni-a-hu"],
        ),
        (
            "a country between title and name",
            "Thủ tướng Campuchia Hun Manet tiếp Chủ tịch nước Trung Quốc Tập Cận Bình.",
            &["person:Hun Manet", "person:Tập Cận Bình", "title:Thủ tướng Campuchia"],
        ),
        (
            "an artist named like a place",
            "Vai mẹ do NSND Trà Giang đóng.",
            &["person:Trà Giang", "title:NSND"],
        ),
        (
            "a martyr",
            "Trường dâng hương anh hùng liệt sĩ Võ Thị Sáu.",
            &["person:Võ Thị Sáu", "title:anh hùng liệt sĩ"],
        ),
        (
            "holder and rank behind a body without name",
            "Chủ tịch UBND xã Vũ Văn Hà và Trưởng Công an xã Trung tá Lê Đức Mạnh cùng dự.",
            &["person:Vũ Văn Hà", "title:Chủ tịch UBND xã", "person:Lê Đức Mạnh"],
        ),
        (
            "a standing deputy",
            "Phó Chủ tịch Thường trực HĐND tỉnh Đỗ Quang Tuyến chủ trì.",
            &["title:Phó Chủ tịch Thường trực HĐND tỉnh"],
        ),
        ("one letter", "Em L. đã tới trường.", &["honorific:Em", "person:L."]),
    ];
    for (name, text, wanted) in cases {
        let found = named(text);
        for one in *wanted {
            assert!(found.iter().any(|f| f == one), "{name}: {one} is not in {found:?}");
        }
    }
}

#[test]
fn lines_in_capitals_name_people_and_places() {
    let text = "ĐỒNG CHÍ TÔ LÂM THĂM XÃ HOÀNG TÂY\n\nĐoàn tới nơi vào sáng sớm.";
    assert_eq!(named(text), ["honorific:ĐỒNG CHÍ", "person:TÔ LÂM", "place:XÃ HOÀNG TÂY"]);
}

#[test]
fn what_is_named_after_people_is_nobody() {
    for text in [
        "Trường THPT Lý Thường Kiệt và Trường THCS Lương Khánh Thiện nhận cờ.",
        "Chi đoàn phát động phong trào Trần Quốc Toản.",
        "Người H'Mông ở vùng cao ăn Tết sớm.",
    ] {
        assert_eq!(named(text), [""; 0], "{text}");
    }
    assert_eq!(named("Đường Nguyễn Huệ đã thông xe."), ["place:Đường Nguyễn Huệ"]);
}
