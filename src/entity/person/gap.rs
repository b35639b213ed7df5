//! What stands between two names or titles of a sentence.

use crate::entity::cue::word_key;
use crate::entity::sheet::{Shape, Sight};
use once_cell::sync::Lazy;

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

static WORDS: Lazy<Vec<(u32, Link)>> = Lazy::new(|| {
    let words: [(&[&str], Link); 5] = [
        (&["kiêm", "nay", "hiện", "một", "cũng"], Link::Mark),
        (&["là"], Link::Is),
        (&["và", "cùng", "với"], Link::And),
        (&["đối", "cho", "của"], Link::To),
        (&["gồm", "như"], Link::List),
    ];
    words.iter().flat_map(|(words, link)| words.iter().map(|w| (word_key(w), *link))).collect()
});
static MANY: Lazy<u32> = Lazy::new(|| word_key("các"));

impl Gap {
    /// What stands before the first name or title, or behind the last.
    pub(super) fn edge() -> Self {
        Self { link: Link::Words, ..Self::default() }
    }

    /// Goes on over `sights`, which hold an honorific alone or none at all.
    pub(super) fn read(&mut self, sights: &[Sight], honorific: bool) {
        for sight in sights {
            self.several |= sight.shape == Shape::Colon || honorific && sight.word == *MANY;
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
            _ => {
                let known = WORDS.iter().find(|(word, _)| *word == sight.word);
                known.map_or(Link::Words, |(_, link)| *link)
            }
        };
        self.link = self.link.max(link);
    }
}
