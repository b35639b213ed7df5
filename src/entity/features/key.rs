//! How features become keys of the weights.
//!
//! A template is a line that pushes what it sees: words by their keys, and small numbers packed.

/// A template with what it saw. The template takes 31 bits, which an instruction holds.
const fn feature(template: u32, seen: u64) -> u64 {
    ((template + 1).wrapping_mul(0x9e37_79b9) >> 1) as u64 ^ seen
}

/// The key of a feature: the upper half of a product depends on every bit.
#[inline(always)]
pub(crate) const fn key(feature: u64) -> u32 {
    (feature.wrapping_mul(0xc2b2_ae3d_27d4_eb4f) >> 32) as u32
}

/// Takes a token's features.
pub(crate) trait Keys {
    /// Takes the next one if it `says` anything.
    fn push(&mut self, feature: u64, says: bool);
}

/// All their keys, for learning.
#[cfg(feature = "train")]
impl Keys for Vec<u32> {
    fn push(&mut self, feature: u64, says: bool) {
        if says {
            Vec::push(self, key(feature));
        }
    }
}

/// Counts templates as features are pushed.
pub(super) struct Push<'k, K> {
    pub(super) keys: &'k mut K,
    pub(super) template: u32,
}

impl<K: Keys> Push<'_, K> {
    #[inline(always)] // the template is then a constant
    pub(super) fn add(&mut self, seen: impl Into<u64>) {
        self.add_if(true, seen);
    }

    /// Adds the feature where it says something.
    #[inline(always)]
    pub(super) fn add_if(&mut self, says: bool, seen: impl Into<u64>) {
        self.keys.push(feature(self.template, seen.into()), says);
        self.template += 1;
    }
}

/// Small numbers side by side.
pub(super) fn pack(parts: &[u8]) -> u64 {
    parts.iter().fold(0, |all, &part| all << 8 | u64::from(part))
}

/// Two numbers as one; words by their keys, which are as random as their mixture.
pub(super) fn both(a: impl Into<u64>, b: impl Into<u64>) -> u64 {
    a.into() ^ b.into().rotate_left(32)
}
