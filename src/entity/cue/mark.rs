//! Which words begin a phrase, told without a look into a map: a no is certain.

/// A longer phrase begins with these words.
pub(crate) const MORE: u64 = 1;
/// These words are a phrase.
pub(crate) const WHOLE: u64 = 2;

/// Two bits for each key, [`MORE`] and [`WHOLE`], in `N` numbers; keys that fall together share
/// theirs.
#[derive(Clone, Debug)]
pub(crate) struct Marks<const N: usize>(Box<[u64; N]>);

/// Keys in one number.
const IN_ONE: u32 = u64::BITS / 2;

impl<const N: usize> Default for Marks<N> {
    fn default() -> Self {
        Self(Box::new([0; N]))
    }
}

impl<const N: usize> Marks<N> {
    /// Marks a key.
    pub(crate) fn add(&mut self, key: u32, mark: u64) {
        if let Some(marks) = self.0.get_mut(Self::slot(key)) {
            *marks |= mark << Self::shift(key);
        }
    }

    /// The marks of a key in the lowest bits, among those of others.
    #[inline]
    pub(crate) fn of(&self, key: u32) -> u64 {
        self.0.get(Self::slot(key)).map_or(0, |marks| marks >> Self::shift(key))
    }

    const fn slot(key: u32) -> usize {
        (key >> (u32::BITS - N.ilog2())) as usize
    }

    const fn shift(key: u32) -> u32 {
        // Beside the bits that choose the slot.
        2 * (key >> (u32::BITS - N.ilog2() - IN_ONE.ilog2()) & (IN_ONE - 1))
    }
}
