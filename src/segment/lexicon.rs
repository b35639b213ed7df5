//! Which syllables stand together, and which of them form words.
//!
//! One lookup a pair of neighbours answers most questions: it gives the weights of the pair, and
//! whether the two are a word or begin a longer one. Longer words are chains over that.

use super::surface::{self, Surfaces};
use rustc_hash::FxHashMap;

/// Numbers below this stand for all unknown tokens of one shape, or numbers of so many digits.
pub(crate) const CLASSES: u16 = 24;

/// Longest word of a list, in syllables.
pub(crate) const LONGEST: usize = 12;

/// What is known of two neighbours: four weights of 7 bits, then the [`Flags`].
///
/// While learning, the 28 bits are the number of the pair instead.
pub(crate) type Pair = u32;

/// Bits of a [`Pair`] or a chain.
pub(crate) struct Flags;

impl Flags {
    /// The syllables are a word.
    pub(crate) const WORD: u32 = 1;
    /// A longer word begins with them.
    pub(crate) const MORE: u32 = 2;
    /// The user wants the word wherever it stands.
    pub(crate) const FORCED: u32 = 4;
    /// How many bits they have.
    pub(crate) const BITS: u32 = 4;
    /// All of them.
    pub(crate) const MASK: u32 = (1 << Self::BITS) - 1;
}

/// Syllables, pairs and words.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    pub(crate) surfaces: Surfaces,
    /// High half: the two numbers; low half: the [`Pair`]. 0 in an empty slot.
    pairs: Vec<u64>,
    used: usize,
    /// Words of three syllables or more and their beginnings: hash of the numbers → [`Flags`].
    chains: FxHashMap<u64, u32>,
    /// Whether any word is forced.
    pub(crate) forces: bool,
}

impl Lexicon {
    /// An empty lexicon with room for so many syllables and pairs.
    pub(crate) fn with_capacity(syllables: usize, pairs: usize) -> Self {
        Self {
            surfaces: Surfaces::new(CLASSES, syllables),
            pairs: vec![0; (pairs + pairs / 4).next_power_of_two().max(64)],
            used: 0,
            chains: FxHashMap::default(),
            forces: false,
        }
    }

    /// What is known of the neighbours `a` and `b`; 0 where they never met.
    #[inline]
    #[allow(clippy::indexing_slicing)] // masked by the length, a power of two
    pub(crate) fn pair(&self, a: u16, b: u16) -> Pair {
        let key = both(a, b);
        let mask = self.pairs.len() - 1;
        let mut at = place(key) & mask;
        loop {
            let slot = self.pairs[at];
            let found = (slot >> 32) as u32;
            // Pairs that met and pairs that did not are equally common: no branch between them.
            if found <= key {
                return slot as u32 * u32::from(found == key);
            }
            at = (at + 1) & mask;
        }
    }

    /// Sets what is known of the neighbours `a` and `b`.
    pub(crate) fn set_pair(&mut self, a: u16, b: u16, pair: Pair) {
        if self.put(u64::from(both(a, b)) << 32 | u64::from(pair)) {
            self.used += 1;
        }
        if self.used * 8 > self.pairs.len() * 7 {
            let larger = vec![0; self.pairs.len() * 2];
            for slot in std::mem::replace(&mut self.pairs, larger) {
                if slot != 0 {
                    self.put(slot);
                }
            }
        }
    }

    /// Puts a pair into its slot; whether it is a new one.
    ///
    /// Of pairs that meet on their way the larger goes first, so that a search for one that is not
    /// there ends as soon as a search for one that is.
    #[allow(clippy::indexing_slicing)] // masked by the length, a power of two
    fn put(&mut self, mut entry: u64) -> bool {
        let mask = self.pairs.len() - 1;
        let mut at = place((entry >> 32) as u32) & mask;
        loop {
            let slot = std::mem::replace(&mut self.pairs[at], entry);
            if slot == 0 || slot >> 32 == entry >> 32 {
                return slot == 0;
            }
            if slot > entry {
                self.pairs[at] = slot;
            } else {
                entry = slot;
            }
            at = (at + 1) & mask;
        }
    }

    /// Adds a word by the numbers of its syllables; those of one syllable say nothing.
    pub(crate) fn add(&mut self, word: &[u16], flags: u32) {
        let [a, b, rest @ ..] = word else { return };
        let more = |left: &[u16]| if left.is_empty() { flags } else { Flags::MORE };
        self.set_pair(*a, *b, self.pair(*a, *b) | more(rest));
        let mut chain = Self::chain(*a, *b);
        for (i, &syllable) in rest.iter().enumerate() {
            chain = Self::link(chain, syllable);
            *self.chains.entry(chain).or_default() |= more(rest.get(i + 1..).unwrap_or_default());
        }
        self.forces |= flags & Flags::FORCED != 0;
    }

    /// The chain of a word's first two syllables.
    #[inline]
    pub(crate) fn chain(a: u16, b: u16) -> u64 {
        u64::from(both(a, b))
    }

    /// The chain one syllable longer.
    #[inline]
    pub(crate) fn link(chain: u64, syllable: u16) -> u64 {
        (chain.rotate_left(17) ^ u64::from(syllable)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }

    /// The [`Flags`] of a chain of three syllables or more.
    #[inline]
    pub(crate) fn flags(&self, chain: u64) -> u32 {
        self.chains.get(&chain).copied().unwrap_or(0)
    }

    /// The numbers of a word whose syllables are all known.
    pub(crate) fn known(&self, word: &str, numbers: &mut Vec<u16>) -> bool {
        numbers.clear();
        word.split(' ').all(|syllable| {
            let number = surface::key(syllable).map_or(0, |key| self.surfaces.get(key));
            numbers.push(number);
            number != 0
        })
    }
}

fn both(a: u16, b: u16) -> u32 {
    u32::from(a) << 16 | u32::from(b)
}

#[inline]
fn place(key: u32) -> usize {
    (u64::from(key).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize
}
