//! Words that tell a full stop of a short form from the end of a sentence.

/// Short forms that stand before a name or number, so that their stop ends nothing; sorted.
const LEADING: [&str; 58] = [
    "BS", "BSCK", "Bs", "CK", "CKI", "CKII", "CN", "DS", "Dr", "Ds", "GS", "Gs", "KP", "KS", "KTS",
    "LS", "Ls", "Mr", "Mrs", "Ms", "NCS", "NGND", "NGƯT", "NSND", "NSƯT", "NXB", "No", "PGS",
    "Pgs", "Prof", "St", "SĐT", "TP", "TS", "TSKH", "TT", "TTND", "TTƯT", "TX", "Th", "ThS", "Ths",
    "Tp", "Ts", "Tx", "bs", "gs", "ks", "ls", "pgs", "sđt", "tp", "tr", "ts", "tx", "Đ/c", "ĐT",
    "đ/c",
];

/// None of them has more bytes.
const LONGEST_LEADING: usize = 5;

/// Words that begin a sentence and no name; sorted.
const BEGINNINGS: [&str; 62] = [
    "Anh", "Bà", "Báo", "Bên", "Bởi", "Cho", "Chúng", "Chị", "Các", "Cùng", "Cũng", "Cả", "Do",
    "Dù", "Hiện", "Hơn", "Hầu", "Khi", "Không", "Lúc", "Mặc", "Mỗi", "Một", "Nay", "Ngay", "Ngoài",
    "Ngày", "Nhiều", "Nhưng", "Nhằm", "Nhờ", "Những", "Năm", "Nếu", "Phát", "Qua", "Riêng", "Rất",
    "Sau", "Song", "Sáng", "Theo", "Thế", "Tiếp", "Toàn", "Trong", "Trên", "Trước", "Tuy", "Tôi",
    "Tại", "Tất", "Từ", "Vì", "Vậy", "Với", "Ông", "Đây", "Đó", "Đến", "Đối", "Đồng",
];

/// Words before a single capital that labels something: vitamin C., lớp A.; sorted.
const LABELLED: [&str; 24] = [
    "B", "bên", "bảng", "cạnh", "dãy", "gan", "hạng", "hệ", "khu", "khối", "kịch", "loại", "lô",
    "lớp", "mục", "nhà", "nhóm", "phần", "tháp", "tổ", "vitamin", "án", "điểm", "đội",
];

/// Heads of the articles of a law, before their number.
const HEADS: [&str; 9] = ["Bài", "Bước", "Chương", "Câu", "Khoản", "Mục", "Phần", "Tiết", "Điều"];

/// Whether a name or number follows `letters` and their stop.
pub(crate) fn leads(letters: &str) -> bool {
    letters.len() <= LONGEST_LEADING && LEADING.binary_search(&letters).is_ok()
}

/// Whether `word` begins a sentence, where a name might stand too.
pub(super) fn begins_sentence(word: &str) -> bool {
    BEGINNINGS.binary_search(&word).is_ok()
}

/// Whether a single capital after `word` is its label and no initial.
pub(super) fn labels(word: &str) -> bool {
    LABELLED.binary_search(&word).is_ok()
}

/// Whether `word` heads an article of a law.
pub(super) fn heads(word: &str) -> bool {
    HEADS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        assert!(LEADING.is_sorted() && BEGINNINGS.is_sorted() && LABELLED.is_sorted());
        assert_eq!(LEADING.iter().map(|word| word.len()).max(), Some(LONGEST_LEADING));
    }
}
