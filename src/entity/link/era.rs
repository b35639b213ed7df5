//! Which units existed when the article was written.

use super::candidate::Name;
use crate::Date;
use crate::entity::date::Time;
use crate::entity::gazetteer::{Gazetteer, Unit};

/// From this day on there are two tiers, provinces and communes.
const REFORM: Date = match Date::new(2025, 7, 1) {
    Some(day) => day,
    None => unreachable!(),
};

/// The last day of the three tiers.
const LAST_BEFORE: Date = match Date::new(2025, 6, 30) {
    Some(day) => day,
    None => unreachable!(),
};

/// When an article was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Era {
    /// On this day.
    Day(Date),
    /// In the three tiers, about this day.
    Before(Date),
    /// In the two tiers.
    After,
    /// Nothing tells; today is likelier.
    Unknown,
}

impl Era {
    /// What a text says of its time, by itself and by the units it names.
    pub(super) fn guess(gazetteer: &Gazetteer, names: &[Name], time: Time) -> Self {
        let mut day = time.latest.filter(|&day| day < REFORM);
        let mut after = match time.latest {
            Some(day) if day >= REFORM => 3,
            Some(_) => -1,
            None => 0,
        };
        after -= i32::from(time.before_reform);
        for name in names {
            let (mut three_tiers, mut two_tiers) = (false, false);
            let mut first = None;
            for unit in name.sure(gazetteer) {
                let new = unit.from() >= Some(REFORM);
                (three_tiers, two_tiers) = (three_tiers || !new, two_tiers || new);
                first = Some(first.map_or(unit.from(), |first| unit.from().min(first)));
            }
            after += match (three_tiers, two_tiers) {
                // What the reform ended is called former only after it.
                (true, false) if name.former => 3,
                (true, false) => -2,
                (false, true) => 2,
                _ => 0,
            };
            // No text is older than the units it names.
            if day.is_some() && !two_tiers {
                day = day.max(first.flatten());
            }
        }
        match after {
            1.. => Self::After,
            0 => Self::Unknown,
            _ => Self::Before(day.unwrap_or(LAST_BEFORE)),
        }
    }

    /// Whether a unit did not exist yet, nor for a year to come.
    pub(super) fn precedes(&self, unit: Unit<'_>) -> bool {
        let year = |day: Date| (day.year() + 1, day.month(), day.day());
        match *self {
            Self::Day(day) | Self::Before(day) => {
                unit.from().is_some_and(|from| (from.year(), from.month(), from.day()) > year(day))
            }
            Self::After | Self::Unknown => false,
        }
    }

    /// What the era says for a state of a unit.
    pub(super) fn weight(&self, unit: Unit<'_>) -> i32 {
        let two_tiers = unit.from() >= Some(REFORM);
        match *self {
            Self::Day(day) if unit.valid_on(day) => 50,
            Self::Day(day) if two_tiers == (day >= REFORM) => 15,
            Self::Day(_) => 0,
            Self::Before(day) if unit.valid_on(day) => 25,
            Self::Before(_) if !two_tiers => 15,
            Self::Before(_) => 0,
            Self::After if unit.to().is_none() => 30,
            Self::After if two_tiers => 15,
            Self::After => 0,
            Self::Unknown if unit.to().is_none() => 8,
            Self::Unknown if two_tiers => 4,
            Self::Unknown => 0,
        }
    }
}
