//! How far the draft leans to a person or a place, at one token and at all places of a word.

use crate::entity::tagger::label;

/// By how much the draft's weights prefer a person, and a place, to all else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Leaning {
    person: i16,
    place: i16,
}

/// Scores say no more than this, near enough to sure.
const SURE: i16 = 280;

impl Leaning {
    /// By the draft's scores of the labels.
    pub(crate) fn of(scores: &[i16]) -> Self {
        let at = |label: u8| scores.get(usize::from(label)).copied().unwrap_or_default();
        let none = at(label::OUT).max(at(label::HONORIFIC));
        let person = at(label::PERSON).max(at(label::IN_PERSON));
        let place = at(label::PLACE).max(at(label::IN_PLACE));
        let over = |one: i16, others: i16| one.saturating_sub(others).clamp(-SURE, SURE);
        Self { person: over(person, none.max(place)), place: over(place, none.max(person)) }
    }

    /// Its levels as those of [`Said`].
    pub(crate) fn levels(self) -> [u8; 2] {
        [level(self.person.into()), level(self.place.into())]
    }
}

/// The leanings of all places of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Leanings {
    places: i32,
    person: i32,
    place: i32,
}

/// What other places say: how many they are, and the levels of their mean leanings to a person and
/// to a place; all 0 where there are none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) places: u8,
    pub(crate) levels: [u8; 2],
}

impl Said {
    /// Whether it is far from sure of the draft's label, or near another.
    pub(super) fn objects(self, draft: u8) -> bool {
        let [person, place] = self.levels;
        self.places > 0
            && match draft {
                label::PERSON | label::IN_PERSON => person < 6,
                label::PLACE | label::IN_PLACE => place < 6,
                _ => person > 2 || place > 2,
            }
    }
}

impl Leanings {
    pub(super) fn add(&mut self, leaning: Leaning) {
        self.places += 1;
        self.person += i32::from(leaning.person);
        self.place += i32::from(leaning.place);
    }

    /// Those of all places but one.
    pub(super) fn without(self, own: Leaning) -> Said {
        let places = match self.places {
            ..=1 => return Said::default(),
            2 => 1,
            3..=4 => 2,
            _ => 3,
        };
        let mean = |all: i32, own: i16| level((all - i32::from(own)) / (self.places - 1));
        let levels = [mean(self.person, own.person), mean(self.place, own.place)];
        Said { places, levels }
    }
}

/// Where the levels of leanings part.
const STEPS: [i32; 7] = [-180, -100, -40, 0, 40, 100, 180];

/// The level of a leaning; 1 to 8.
fn level(leaning: i32) -> u8 {
    1 + STEPS.iter().map(|&step| u8::from(leaning > step)).sum::<u8>()
}
