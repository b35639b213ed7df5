//! Texts to hold the laws over.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Pieces of a newspaper's prose: syllables, names, short forms, figures, marks.
const PIECES: &[&str] = &[
    "xã",
    "huyện",
    "đảng viên",
    "nghị quyết",
    "hoà bình",
    "thuỷ lợi",
    "được",
    "của",
    "và",
    "người",
    "ông",
    "bà",
    "đồng chí",
    "Nguyễn Văn Bình",
    "Trần Thị Hoà",
    "Giàng A Páo",
    "H'Hen Niê",
    "Pu-tin",
    "Bí thư Đảng ủy xã",
    "Phó Chủ tịch UBND tỉnh",
    "nguyên Trưởng Công an huyện",
    "PGS.TS",
    "Thiếu tướng",
    "xã Hoàng Tây",
    "(Kim Bảng)",
    "TP. Phủ Lý",
    "tỉnh Hà Nam",
    "Quốc lộ 1A",
    "phường 3",
    "sông Đáy",
    "Việt Nam",
    "tổ chức đảng (TCĐ)",
    "TCĐ",
    "KT-XH",
    "GD&ĐT",
    "T.Ư",
    "TP.HCM",
    "kiểm tra, giám sát (KTGS)",
    "BTV",
    "12,5%",
    "1.500.000 đồng",
    "15/12/2025",
    "2020 - 2025",
    "14h30",
    "57-NQ/TW",
    "29A-123.45",
    "600m2",
    "(0226) 3852.773",
    "toasoan@bao.vn",
    "https://bao.vn/tin?a=1",
    "#nongthonmoi",
    "👩‍👩‍👧",
    "café",
    "Zürich",
    ",",
    ".",
    ";",
    ":",
    "?",
    "!",
    "…",
    "-",
    "–",
    "“",
    "”",
    "\"",
    "(",
    ")",
    "[",
    "\n",
    "\n\n",
    "- ",
    "a)",
    "1.",
];

/// What trips a reader of Vietnamese: loose marks, odd blanks, look-alikes, other scripts.
const ODDITIES: &[&str] = &[
    "\u{301}",
    "\u{302}",
    "\u{323}",
    "\u{31b}",
    "\u{340}",
    "\u{ad}",
    "\u{200b}",
    "\u{200d}",
    "\u{feff}",
    "\u{202e}",
    "\u{a0}",
    "\u{3000}",
    "\r\n",
    "\t",
    "\0",
    "\u{85}",
    "\u{2028}",
    "Ð",
    "ð",
    "đ\u{301}",
    "е",
    "Α",
    "Ａ",
    "𝐀",
    "٣",
    "中文",
    "ไทย",
    "क्षि",
    "🇻🇳",
    "1\u{20e3}",
    "ﬁ",
    "ẞ",
    "İ",
    "ǆ",
    "é\u{302}",
    "nuớc",
    "qúy",
];

/// Prose of up to some forty pieces, most parted by blanks.
pub(crate) fn article() -> impl Strategy<Value = String> {
    let piece = (select(PIECES), select(&[" ", " ", " ", " ", ""][..]));
    vec(piece, 0..40).prop_map(|pieces| pieces.into_iter().flat_map(|(a, b)| [a, b]).collect())
}

/// Prose with oddities, and any characters at all, between its pieces.
pub(crate) fn mixed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => select(PIECES).prop_map(str::to_owned),
        3 => select(ODDITIES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => Just(String::from(" ")),
    ];
    vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Any bytes.
pub(crate) fn bytes() -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), 0..200)
}
