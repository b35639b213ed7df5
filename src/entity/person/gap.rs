//! What stands between two names or titles of a sentence.

use crate::entity::cue::{known_key, known_keys};
use crate::entity::sheet::{Shape, Sight};

/// What it makes of the two; the strongest word tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Link {
    /// Nothing, an honorific, a colon, a quotation mark.
    #[default]
    Nothing,
    /// A comma, a dash, a bracket, `kiêm`.
    Mark,
    /// `là`.
    Is,
    /// `và`, `cùng`, a semicolon.
    And,
    /// `đối với`, `cho`, `của`: whom an office goes to or is taken from.
    To,
    /// `gồm`, `như`: names of those meant before.
    List,
    /// Other words.
    Words,
}

/// What stands before a name or title, behind the one before.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Gap {
    pub(super) link: Link,
    /// An honorific is in it.
    pub(super) honorific: bool,
    /// Several people follow: `các ông`, `2 đồng chí`, a colon.
    pub(super) several: bool,
    /// Brackets opened in it, less those closed, and the fewest there were on the way.
    pub(super) depth: isize,
    pub(super) least: isize,
    /// The gap as it was before a bracket that is still open.
    before: Link,
}

const MARKS: [u32; 5] = known_keys(["kiêm", "nay", "hiện", "một", "cũng"]);
const IS: u32 = known_key("là");
const AND: [u32; 3] = known_keys(["và", "cùng", "với"]);
const TO: [u32; 3] = known_keys(["đối", "cho", "của"]);
const LIST: [u32; 2] = known_keys(["gồm", "như"]);
const MANY: u32 = known_key("các");

impl Link {
    /// What a word makes of the two it stands between.
    fn of(word: u32) -> Self {
        match word {
            IS => Self::Is,
            word if MARKS.contains(&word) => Self::Mark,
            word if AND.contains(&word) => Self::And,
            word if TO.contains(&word) => Self::To,
            word if LIST.contains(&word) => Self::List,
            _ => Self::Words,
        }
    }
}

impl Gap {
    /// What stands before the first name or title, or behind the last.
    pub(super) fn edge() -> Self {
        Self { link: Link::Words, ..Self::default() }
    }

    /// Goes on over `sights`, which hold an honorific alone or none at all.
    pub(super) fn read(&mut self, sights: &[Sight], honorific: bool) {
        for sight in sights {
            self.several |= sight.shape == Shape::Colon || honorific && sight.word == MANY;
            if !honorific {
                self.pass(sight);
            }
        }
        self.honorific |= honorific;
    }

    fn pass(&mut self, sight: &Sight) {
        let link = match sight.shape {
            Shape::Open => {
                if self.depth == self.least {
                    self.before = self.link;
                }
                self.depth += 1;
                Link::Mark
            }
            Shape::Close => {
                self.depth -= 1;
                if self.depth == self.least {
                    // What brackets hold says nothing of what stands around them.
                    self.link = self.before;
                }
                self.least = self.least.min(self.depth);
                Link::Mark
            }
            Shape::Colon | Shape::Quote => Link::Nothing,
            Shape::Comma | Shape::Dash => Link::Mark,
            Shape::Semicolon => Link::And,
            Shape::Number => {
                self.several = true;
                Link::Mark
            }
            _ => Link::of(sight.word),
        };
        self.link = self.link.max(link);
    }
}
