//! Phrases by the keys of their words.

use super::mark::{MORE, Marks, WHOLE};
use super::phrase_key;
use rustc_hash::FxHashMap;

/// Phrases, each with what the lists say of it.
#[derive(Clone, Debug)]
pub(crate) struct Phrases<V> {
    whole: FxHashMap<u32, V>,
    /// Of the words of a text, and of all that stands behind a first word, most begin or go on with
    /// no phrase, and here that is told without a look into the map.
    marks: Marks<MARKS>,
}

/// Numbers enough that of keys that are no phrases one in ten is taken for one.
const MARKS: usize = 1 << 11;

impl<V> Default for Phrases<V> {
    fn default() -> Self {
        Self { whole: FxHashMap::default(), marks: Marks::default() }
    }
}

impl<V: Copy> Phrases<V> {
    /// Adds a phrase by the keys of its words, or takes this value for one that is there.
    pub(crate) fn insert(&mut self, words: &[u32], value: V) {
        let mut key = 0;
        for (i, &word) in words.iter().enumerate() {
            key = phrase_key(key, word);
            self.marks.add(key, if i + 1 < words.len() { MORE } else { WHOLE });
        }
        self.whole.insert(key, value);
    }

    /// The value of the phrase with this key.
    pub(crate) fn get(&self, key: u32) -> Option<V> {
        self.whole.get(&key).copied()
    }

    /// The longest phrase at the beginning of `words`, with the number of its words.
    #[inline]
    pub(crate) fn longest(&self, words: impl Iterator<Item = u32>) -> Option<(V, usize)> {
        let (mut key, mut found) = (0, None);
        for (word, len) in words.zip(1..) {
            key = phrase_key(key, word);
            let marks = self.marks.of(key);
            if marks & WHOLE != 0
                && let Some(value) = self.get(key)
            {
                found = Some((value, len));
            }
            if marks & MORE == 0 {
                break;
            }
        }
        found
    }

    /// Whether a phrase may begin with these two words, or be the first alone; a no is certain.
    ///
    /// Both words are looked at in any case: of one in two a longer phrase begins, which no
    /// processor foretells, but of few it goes on.
    #[inline]
    pub(crate) fn may_begin(&self, first: u32, second: u32) -> bool {
        let first = phrase_key(0, first);
        let (one, two) = (self.marks.of(first), self.marks.of(phrase_key(first, second)));
        let more = one & MORE != 0 && two & (MORE | WHOLE) != 0;
        one & WHOLE != 0 || more
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_is_found() {
        let mut phrases = Phrases::default();
        phrases.insert(&[1, 2], 'a');
        phrases.insert(&[1, 2, 3, 4], 'b');
        for (words, found) in [
            (&[1][..], None),
            (&[1, 2], Some(('a', 2))),
            (&[1, 2, 3], Some(('a', 2))),
            (&[1, 2, 3, 4, 5], Some(('b', 4))),
            (&[2, 1], None),
            (&[], None),
        ] {
            assert_eq!(phrases.longest(words.iter().copied()), found, "{words:?}");
        }
    }
}
