//! Spellings of loans and minority languages that papers print and that no rule of syllables allows.

/// Syllables of the languages of the Central Highlands and the north, in lower case, sorted by code
/// point: those that the names of at least two communes, districts or peoples have.
///
/// They are spelled as their names are spelled and are never mended. Loans that the rules of the
/// syllable cover (xoong, soóc, buýt, pin) are not listed.
#[rustfmt::skip]
pub const LOANS: &[&str] = &[
    "airport", "area", "avương", "ayun", "ayunpa", "b'lao", "bana", "beach", "bhăng", "bhốk",
    "bla", "blang", "blứ", "border", "bridge", "bru", "brâu", "búk", "cape", "chro", "chrô",
    "chrôh", "cuôr", "cơtu", "d'ran", "dak", "daklak", "danang", "dliê", "drang", "dray", "dreh",
    "dreng", "drông", "drăng", "dêê", "dơk", "ea", "gate", "gialai", "glei", "glong", "grai",
    "h'hen", "h'leo", "h'mông", "h'ra", "haiphong", "hanoi", "hiao", "historic", "hla", "hmông",
    "hra", "hrung", "hrê", "hrú", "huoai", "industrial", "island", "jarai", "jrai", "jút", "jơ",
    "k'bang", "k'ho", "kbang", "kdang", "khăl", "khươl", "kly", "kmăl", "knuếc", "knốp", "kon",
    "kpă", "krang", "krey", "krong", "kroong", "krái", "krêl", "krông", "ksor", "ktu", "ktur",
    "ku", "kôi", "kôn", "kông", "kơi", "kạn", "lak", "lake", "langbiang", "lâk", "lăk", "lắk",
    "m'droh", "m'drắk", "m'gar", "m'nông", "m'ri", "m'ta", "m'đrắk", "mađaguôi", "mekong", "mnông",
    "mountain", "ngok", "ngọk", "nuôl", "park", "pass", "piar", "plei", "pleiku", "plây", "plô",
    "plông", "pne", "pnôn", "port", "prao", "pre", "pring", "prông", "pxi", "pék", "púch", "păh",
    "păk", "păl", "pơnan", "pơng", "pưh", "pắk", "qưới", "r'lấp", "r'tíh", "rbol", "region",
    "river", "rlấp", "road", "rsai", "rtô", "rve", "rvê", "rốk", "sadec", "saigon", "sapa",
    "sađéc", "site", "srê", "sró", "sơmei", "sắk", "tôr", "tẻh", "uar", "urban", "wang",
    "waterfall", "wi", "xtiêng", "ya", "yang", "yeng", "yok", "yun", "zone", "êwi", "êê", "êđê",
    "đak", "đaklak", "đakrông", "đăk", "đắclắc", "đắk", "đắklắk",
];

/// Whether `word` is one of [`LOANS`], in any case. O(log n); no allocation.
///
/// ```
/// use vinews::syllable::is_loan;
/// assert!(is_loan("Krông") && is_loan("ĐẮK"));
/// assert!(!is_loan("Hoàng"));
/// ```
#[must_use]
pub fn is_loan(word: &str) -> bool {
    let lower = || word.chars().flat_map(char::to_lowercase);
    LOANS.binary_search_by(|loan| loan.chars().cmp(lower())).is_ok()
}
