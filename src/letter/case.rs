//! Small letters and capitals.

use super::{Letter, Packed};
use std::borrow::Cow;

/// `text` in lower case; borrowed where it has no capital.
///
/// The letters of Vietnamese by table, all others as Unicode has them.
///
/// ```
/// assert_eq!(vinews::letter::lower("Thị xã KIM BẢNG"), "thị xã kim bảng");
/// ```
#[must_use]
pub fn lower(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_upper) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 2);
    push_lower(&mut out, text);
    Cow::Owned(out)
}

/// Appends `text` in lower case to `out`, which a loop can use again and again.
pub(crate) fn push_lower(out: &mut String, text: &str) {
    for c in text.chars() {
        match Letter::of(c) {
            Some(letter) => out.push(letter.to_lower().to_char()),
            None => out.extend(c.to_lowercase()),
        }
    }
}

/// [`char::is_uppercase`], quick for the letters of Vietnamese.
#[inline]
pub(crate) fn is_upper(c: char) -> bool {
    let letter = Packed::read(c);
    if letter.is_letter() { letter.is_upper() } else { c.is_uppercase() }
}

/// [`char::is_alphanumeric`], quick for the letters of Vietnamese.
#[inline]
pub(crate) fn is_alphanumeric(c: char) -> bool {
    Packed::read(c).is_letter() || c.is_alphanumeric()
}

/// Whether `small` is `text` in lower case.
pub(crate) fn is_lower_of(small: &str, text: &str) -> bool {
    text.chars().flat_map(char::to_lowercase).eq(small.chars())
}
