//! Calendar dates, for units that came and went.

use crate::Error;
use std::{fmt, str::FromStr};

/// A day of the Gregorian calendar; ordered in time.
///
/// ```
/// use vinews::Date;
/// let reform: Date = "2025-07-01".parse()?;
/// assert!(Date::new(2022, 11, 20) < Some(reform));
/// assert_eq!(reform.to_string(), "2025-07-01");
/// # Ok::<(), vinews::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, or `None` where the calendar has no such day.
    #[must_use]
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        if day == 0 || day > days { None } else { Some(Self { year, month, day }) }
    }

    /// The year, as written in a calendar.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = Error;

    /// Reads `YYYY-MM-DD`.
    ///
    /// # Errors
    /// When the text is no such date or the calendar has no such day.
    fn from_str(text: &str) -> Result<Self, Error> {
        let wrong = || Error::option("date", format!("{text:?} is no day written YYYY-MM-DD"));
        let mut parts = text.split('-');
        let (Some(y), Some(m), Some(d), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(wrong());
        };
        let digits = |s: &str, n: usize| s.len() == n && s.bytes().all(|b| b.is_ascii_digit());
        if !(digits(y, 4) && digits(m, 2) && digits(d, 2)) {
            return Err(wrong());
        }
        match (y.parse(), m.parse(), d.parse()) {
            (Ok(y), Ok(m), Ok(d)) => Self::new(y, m, d).ok_or_else(wrong),
            _ => Err(wrong()),
        }
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar() {
        for (text, good) in [
            ("2025-07-01", true),
            ("2024-02-29", true),
            ("2023-02-29", false),
            ("1900-02-29", false),
            ("2025-13-01", false),
            ("2025-00-10", false),
            ("2025-7-1", false),
            ("+025-07-01", false),
            ("2025-07-01-02", false),
            ("", false),
        ] {
            assert_eq!(text.parse::<Date>().is_ok(), good, "{text}");
        }
    }
}
