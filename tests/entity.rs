//! People, titles, places and organisations, one line a case.

use vinews::{Entities, Extractor};

/// The entities as `kind:text`, in no order that matters.
fn shown(text: &str, found: &Entities) -> Vec<String> {
    let mut out = Vec::new();
    for mention in found.people.iter().flat_map(|p| &p.mentions) {
        out.push(format!("person:{}", &text[mention.span]));
        out.extend(mention.titles.iter().map(|t| format!("title:{}", &text[t.span])));
    }
    out.extend(found.places.iter().map(|p| format!("place:{}", &text[p.span])));
    out.extend(found.organizations.iter().map(|o| format!("body:{}", &text[o.span])));
    out
}

#[test]
fn cases() {
    let extractor = Extractor::new();
    let cases: &[(&str, &str, &[&str])] = &[
        (
            "title behind the name",
            "Đồng chí Trần Thị Mận, Bí thư Đảng ủy xã An Phú, phát biểu tại hội nghị.",
            &["person:Trần Thị Mận", "title:Bí thư Đảng ủy xã An Phú", "place:xã An Phú"],
        ),
        (
            "title before the name",
            "Phó Chủ tịch UBND tỉnh Nguyễn Văn Lộc đã kiểm tra công trường.",
            &["person:Nguyễn Văn Lộc", "title:Phó Chủ tịch UBND tỉnh", "body:UBND tỉnh"],
        ),
        (
            "given name alone",
            "Ông Phạm Văn Bảy trồng 2 ha bưởi. Theo ông Bảy, năm nay được mùa.",
            &["person:Phạm Văn Bảy", "person:Bảy"],
        ),
        (
            "no person in a street's name",
            "Nhà ở số 12 đường Lê Lợi, phường Minh Khai, thành phố Phủ Lý, tỉnh Hà Nam.",
            &["place:đường Lê Lợi", "place:phường Minh Khai", "place:tỉnh Hà Nam"],
        ),
        (
            "the point of initials is theirs",
            "Công an huyện đã mời ông N.V.H. đến làm việc vào sáng nay.",
            &["person:N.V.H."],
        ),
        (
            "a name of another land with its article",
            "Tổng thống Bashar al-Assad đã tiếp đoàn đại biểu Việt Nam.",
            &["person:Bashar al-Assad", "place:Việt Nam"],
        ),
        (
            "district by its number",
            "Đoàn đã làm việc với quận 10 về chỉnh trang đô thị.",
            &["place:quận 10"],
        ),
        (
            "ward by its number behind a short form",
            "UBND Q.7 đã lắp thêm đèn chiếu sáng.",
            &["place:Q.7"],
        ),
        (
            "a hamlet by its number",
            "Bà Trần Thị Mận ở tổ 5, phường Minh Khai, trồng rau sạch.",
            &["place:tổ 5", "place:phường Minh Khai"],
        ),
        (
            "a word of kind belongs to the place",
            "Đoàn khách đã thăm bang Oregon trong ba ngày.",
            &["place:bang Oregon"],
        ),
        (
            "a road between two towns",
            "Xe khách lưu thông trên cao tốc Hà Nội - Hải Phòng vào sáng sớm.",
            &["place:cao tốc Hà Nội - Hải Phòng"],
        ),
        (
            "two places at their dash",
            "Tuyến xe buýt Phủ Lý - Đồng Văn chạy từ 5 giờ sáng.",
            &["place:Phủ Lý", "place:Đồng Văn"],
        ),
        (
            "a ward by its number in a longer word",
            "Ông Trần Văn Bảy trú tại tổ dân phố 4, thị trấn Quế.",
            &["place:tổ dân phố 4"],
        ),
        (
            "initials behind an honorific",
            "Gia đình đã đưa cháu H.T đến trạm y tế xã.",
            &["person:H.T"],
        ),
        (
            "a street behind its house number",
            "Hội nghị diễn ra tại số 12 Trần Quốc Toản, thành phố Phủ Lý.",
            &["place:Trần Quốc Toản", "place:thành phố Phủ Lý"],
        ),
        (
            "a memorial with a title and a name",
            "Đoàn đã dâng hương tại Nhà lưu niệm Đại tướng Võ Nguyên Giáp sáng nay.",
            &["place:Nhà lưu niệm Đại tướng Võ Nguyên Giáp"],
        ),
        (
            "a short form is no part of a name",
            "Trưởng Ban Tổ chức TƯ Trần Văn Bảy đã dự hội nghị.",
            &["person:Trần Văn Bảy"],
        ),
        (
            "an honorific with its point",
            "Buổi tọa đàm có sự tham gia của Mr. Hải và nhiều bạn trẻ.",
            &["person:Hải"],
        ),
        (
            "a paper without the word for it",
            "Chị Hoa kể với phóng viên Tiền Phong về vụ lúa vừa qua.",
            &["body:Tiền Phong", "person:Hoa"],
        ),
        (
            "a club and its city",
            "Tối nay, Real Madrid tiếp đội khách trên sân nhà.",
            &["body:Real Madrid", "place:Madrid"],
        ),
        (
            "a title up to the word of saying",
            "Ông Trần Văn Bảy, Trưởng phòng Điều phối bay ban đêm cho biết đường băng đã khô.",
            &["title:Trưởng phòng Điều phối bay ban đêm"],
        ),
        (
            "a title up to the comma",
            "Bà Lê Thị Mận, Phó Cục trưởng Cục Giải quyết đơn thư vùng cao, đã tiếp dân.",
            &["title:Phó Cục trưởng Cục Giải quyết đơn thư vùng cao"],
        ),
        (
            "what the holder did is no part of his title",
            "Ông Trần Văn Bảy, Chủ tịch UBND xã tạm hoãn cuộc họp, theo lịch mới.",
            &["title:Chủ tịch UBND xã"],
        ),
        (
            "a country between a title and a name abroad",
            "Tổng thống Nga Putin đã đến Hà Nội vào sáng nay.",
            &["place:Nga", "person:Putin"],
        ),
        (
            "streets of a list",
            "Xe tải bị cấm trên các tuyến đường Lê Lợi, Trần Phú, Nguyễn Viết Xuân, vào giờ cao điểm.",
            &["place:Trần Phú", "place:Nguyễn Viết Xuân"],
        ),
        (
            "an adviser is no late one",
            "Ông Nguyễn Văn Lộc, cố vấn kinh tế của tỉnh, đã phát biểu.",
            &["title:cố vấn kinh tế của tỉnh"],
        ),
        (
            "an office of the two levels",
            "Bà Trần Thị Hoa, Phó Giám đốc Trung tâm Phục vụ hành chính công phường Lam Hạ, trả lời.",
            &["title:Phó Giám đốc Trung tâm Phục vụ hành chính công phường Lam Hạ"],
        ),
    ];
    for (name, text, wanted) in cases {
        let found = shown(text, &extractor.extract(text));
        for one in *wanted {
            assert!(found.iter().any(|f| f == one), "{name}: {one} is not in {found:?}");
        }
    }
    let nobody = [
        cases[3].1,
        "Tàu du lịch Thanh Hằng đã rời bến từ sáng sớm.",
        "Chị đã đọc tiểu thuyết “Anna Karenina” từ thời sinh viên.",
        "Em trai chị học tại Trường THPT Nguyễn Khuyến.",
        "Chiều qua, Hoàng Anh Gia Lai thắng ba bàn trên sân nhà.",
    ];
    for text in nobody {
        let found = extractor.extract(text).people;
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn a_title_is_no_given_name_seen_before() {
    let text = "Bà Trần Thị Tiến vắng mặt. Tiến sĩ Lê Văn Bảy chủ trì, bà Tiến gửi ý kiến.";
    let found = Extractor::new().extract(text);
    let mut named: Vec<_> = found.people.iter().flat_map(|p| &p.mentions).collect();
    named.sort_by_key(|mention| mention.span.start);
    let named: Vec<&str> = named.iter().map(|mention| &text[mention.span]).collect();
    assert_eq!(named, ["Trần Thị Tiến", "Lê Văn Bảy", "Tiến"]);
}

/// Who holds what, as `name: title`.
#[test]
fn holders() {
    let extractor = Extractor::new();
    let cases: &[(&str, &str, &[&str])] = &[
        (
            "an office behind its verb",
            "Ông Trần Văn Bình được bổ nhiệm giữ chức Giám đốc Sở Y tế từ hôm nay.",
            &["Trần Văn Bình: Giám đốc Sở Y tế"],
        ),
        (
            "a second office, far from the name",
            "Ông Trần Văn Bình, Giám đốc Sở Y tế, vừa được bầu giữ chức Phó Chủ tịch UBND tỉnh.",
            &["Trần Văn Bình: Giám đốc Sở Y tế", "Trần Văn Bình: Phó Chủ tịch UBND tỉnh"],
        ),
        (
            "an office taken from the person behind it",
            "HĐND tỉnh miễn nhiệm chức vụ Phó Chủ tịch UBND tỉnh đối với bà Lê Thị Hoa.",
            &["Lê Thị Hoa: Phó Chủ tịch UBND tỉnh"],
        ),
        (
            "who appoints does not hold the office",
            "Chủ tịch nước Nguyễn Văn Minh bổ nhiệm ông Lê Văn Tám giữ chức Chánh án TAND tỉnh.",
            &["Lê Văn Tám: Chánh án TAND tỉnh", "Nguyễn Văn Minh: Chủ tịch nước"],
        ),
        (
            "all subjects hold it",
            "Ông Trần Văn Bình và bà Lê Thị Hoa được bầu giữ chức Phó Chủ tịch HĐND huyện.",
            &["Lê Thị Hoa: Phó Chủ tịch HĐND huyện", "Trần Văn Bình: Phó Chủ tịch HĐND huyện"],
        ),
        (
            "one title for a list",
            "Dự lễ có các Phó Giám đốc Sở gồm các ông: Lê Văn Tám, Trần Văn Bình và Phạm Văn Hùng.",
            &[
                "Lê Văn Tám: Phó Giám đốc Sở",
                "Phạm Văn Hùng: Phó Giám đốc Sở",
                "Trần Văn Bình: Phó Giám đốc Sở",
            ],
        ),
        (
            "who is named in a bracket is no subject behind it",
            "Bà Lê Thị Hoa (em gái ông Trần Văn Bình) đang là Kế toán trưởng Công ty Hoàng Long.",
            &["Lê Thị Hoa: Kế toán trưởng Công ty Hoàng Long"],
        ),
        (
            "a former office with its term",
            "Bà Lê Thị Hoa, nguyên đại biểu Quốc hội khóa XIV, tặng quà các cháu.",
            &["Lê Thị Hoa: nguyên đại biểu Quốc hội khóa XIV"],
        ),
        (
            "a bracket is no part of a title",
            "Ông Trần Văn Bình (nguyên Giám đốc Sở Tư pháp) kể lại.",
            &["Trần Văn Bình: nguyên Giám đốc Sở Tư pháp"],
        ),
        (
            "a class",
            "Em Phạm Minh Đức (học sinh lớp 5) đoạt giải nhất.",
            &["Phạm Minh Đức: học sinh lớp 5"],
        ),
        ("a delegate is no title", "Đại biểu Phạm Văn Hùng đề nghị làm rõ.", &[]),
    ];
    for (name, text, wanted) in cases {
        let found = extractor.extract(text);
        let mut held: Vec<String> = Vec::new();
        for mention in found.people.iter().flat_map(|p| &p.mentions) {
            let titles = mention.titles.iter().map(|t| &text[t.span]);
            held.extend(titles.map(|title| format!("{}: {title}", &text[mention.span])));
        }
        held.sort();
        assert_eq!(held, *wanted, "{name}");
    }
}

#[test]
fn two_mentions_are_one_person() {
    let text = "Ông Phạm Văn Bảy trồng 2 ha bưởi. Theo ông Bảy, năm nay được mùa.";
    let found = Extractor::new().extract(text);
    assert_eq!(found.people.len(), 1);
    assert_eq!(found.people[0].name, "Phạm Văn Bảy");
    assert_eq!(found.people[0].mentions.len(), 2);
}

#[test]
fn a_list_of_titles_is_checked() {
    let extractor = Extractor::new();
    assert!(
        extractor.clone().with_titles("mine", "title\tclass\nquản trang\toccupation\n").is_ok()
    );
    for (list, message) in [
        ("title\tclass\nquản trang\tjob\n", "mine:2: unknown class \"job\""),
        ("title\tclass\n\tparty\n", "mine:2: the title is empty"),
        (
            "name\tclass\n",
            "mine:1: the first line must name the columns title, class, parted by tabs",
        ),
    ] {
        let error = extractor.clone().with_titles("mine", list).expect_err(list);
        assert_eq!(error.to_string(), message);
    }
}

/// Phrases that hold a person's name or look like one and are none. About 80 of them are still
/// taken for people, most of them streets named without their type word; this keeps them from
/// growing.
#[test]
fn traps() {
    let extractor = Extractor::new();
    let rows = include_str!("vectors/traps.tsv").lines().skip(1);
    let caught: Vec<&str> = rows
        .filter_map(|row| row.split('\t').next())
        .filter(|phrase| {
            let text = format!("Sáng nay, cán bộ địa phương nói về {phrase} trong buổi họp.");
            !extractor.extract(&text).people.is_empty()
        })
        .collect();
    assert!(caught.len() <= 80, "{} of 763: {caught:?}", caught.len());
}

#[test]
fn years_of_the_moon_are_no_people() {
    let text = "Người dân các xã đón Xuân Giáp Thìn.";
    assert!(Extractor::new().extract(text).people.is_empty());
}

#[test]
fn names_of_prizes_are_no_people() {
    let text = "Tập thể được tặng Huân chương Hồ Chí Minh và Giải thưởng Trần Đại Nghĩa.";
    assert!(Extractor::new().extract(text).people.is_empty());
}

#[test]
fn the_body_of_a_title_is_filled_in() {
    let text = "UBND xã Hoàng Tây (Kim Bảng) tổ chức hội nghị. Ông Nguyễn Văn Thìn, \
                Chủ tịch UBND xã, phát biểu.";
    let found = Extractor::new().extract(text);
    let title = &found.people[0].mentions[0].titles[0];
    assert_eq!(&text[title.span], "Chủ tịch UBND xã");
    assert_eq!(title.body.as_deref(), Some("UBND xã Hoàng Tây"));
}

#[test]
fn the_body_of_a_title_begins_at_its_head() {
    let text = "Đảng ủy xã Hoàng Tây (Kim Bảng) họp sáng nay. Đồng chí Lê Thị Mơ, \
                Phó Bí thư Thường trực Đảng ủy xã, chủ trì.";
    let found = Extractor::new().extract(text);
    let title = &found.people[0].mentions[0].titles[0];
    assert_eq!(&text[title.span], "Phó Bí thư Thường trực Đảng ủy xã");
    assert_eq!(title.organization.map(|body| &text[body]), Some("Đảng ủy xã"));
    assert_eq!(title.body.as_deref(), Some("Đảng ủy xã Hoàng Tây"));
}

#[test]
fn an_address_begins_with_a_place() {
    let text = "Địa chỉ: Đình Bảng Hạ, phường Lam Sơn, thành phố Hưng Yên.";
    assert!(Extractor::new().extract(text).people.is_empty());
}
