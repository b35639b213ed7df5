//! Units of measure and currencies as they are glued to a number.

/// Units that news writes without a blank after the number; sorted.
const UNITS: [&str; 65] = [
    "GB", "GHz", "GW", "Hz", "KB", "KV", "KW", "Kg", "Km", "MB", "MHz", "MP", "MVA", "MW", "MWh",
    "Mb", "Mbps", "Mpa", "TB", "V", "W", "bar", "cal", "cc", "cm", "dB", "dm", "dặm", "g", "gam",
    "giây", "giờ", "h", "ha", "inch", "k", "kV", "kVA", "kW", "kWh", "kWp", "kcal", "kg", "km",
    "l", "lít", "m", "mAh", "mg", "ml", "mm", "mmHg", "ngày", "ngđ", "nm", "năm", "phút", "ppm",
    "px", "s", "t", "tr", "tạ", "tấn", "đêm",
];

/// Whether `letters` are a unit.
pub(super) fn is_unit(letters: &str) -> bool {
    UNITS.binary_search(&letters).is_ok()
}

/// The end of the power after a unit that ends at `end`: 2, 3, ², ³ or none.
pub(super) fn power(text: &str, end: usize) -> usize {
    let rest = text.get(end..).unwrap_or_default();
    let mut chars = rest.chars();
    match chars.next() {
        Some('2' | '3') if !chars.next().is_some_and(char::is_alphanumeric) => end + 1,
        Some('²' | '³') => end + 2,
        _ => end,
    }
}

/// Length of the currency sign or code that `rest` begins with.
pub(super) fn currency(rest: &str) -> Option<usize> {
    const SIGNS: [&str; 12] =
        ["đồng", "VNĐ", "VND", "vnđ", "USD", "EUR", "đ", "₫", "$", "€", "£", "¥"];
    let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign))?;
    let glued = rest.get(sign.len()..)?.chars().next().is_some_and(char::is_alphanumeric);
    (!glued).then_some(sign.len())
}
