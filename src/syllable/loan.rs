//! Spellings of loans and minority languages that papers print and that no rule of syllables allows.

/// Syllables of loans and of the languages of the Central Highlands and the north, in lower case,
/// sorted by code point.
///
/// They are spelled as their names are spelled and are never mended.
pub const LOANS: &[&str] = &[
    "blao", "blang", "blô", "brâu", "bru", "chroh", "chăh", "drai", "drang", "drao", "dray",
    "druh", "drăng", "dun", "ea", "glar", "glong", "gliêng", "hleo", "hneh", "hning", "hnol",
    "hrê", "hrung", "h'mông", "jơng", "jrai", "k'bang", "k'ho", "kdang", "kdăm", "klan", "klong",
    "kmrơng", "kmun", "knốp", "kpă", "krông", "krang", "ksor", "ktu", "lâk", "lắk", "lăk",
    "m'drắk", "m'drăk", "m'nông", "mdrắk", "mlah", "mnông", "ngọk", "păh", "pắk", "păk", "phrăng",
    "pleiku", "plei", "plông", "pơng", "prăng", "prông", "rlấp", "sơn", "srê", "tăk", "tlung",
    "xrê", "yaly", "đlây", "đliê", "đoa", "đray", "đrăng", "đắk", "đăk", "đak", "êban", "êban",
];

/// Whether `word` is such a spelling, in any case. O(log n) of the list; no allocation.
#[must_use]
pub fn is_loan(word: &str) -> bool {
    LOANS.contains(&word)
}
