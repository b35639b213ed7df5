//! How features become keys of the weights.
//!
//! A template is a line that pushes what it sees: words by their keys, and small numbers packed.

/// Mixes a template with what it saw.
const fn mix(template: u32, seen: u64) -> u32 {
    let template = (template as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let key = (template ^ seen).wrapping_mul(0xc2b2_ae3d_27d4_eb4f);
    let key = (key ^ (key >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    (key >> 32) as u32
}

/// Takes the keys of a token's features.
pub(crate) trait Keys {
    /// Takes the next one.
    fn key(&mut self, key: u32);
}

/// All of them, for learning.
#[cfg(feature = "train")]
impl Keys for Vec<u32> {
    fn key(&mut self, key: u32) {
        self.push(key);
    }
}

/// Counts templates as features are pushed.
pub(super) struct Push<'k, K> {
    pub(super) keys: &'k mut K,
    pub(super) template: u32,
}

impl<K: Keys> Push<'_, K> {
    #[inline(always)] // the template is then a constant, half of the hash done
    pub(super) fn add(&mut self, seen: impl Into<u64>) {
        self.keys.key(mix(self.template, seen.into()));
        self.template += 1;
    }

    /// Adds the feature where it says something.
    #[inline(always)]
    pub(super) fn add_if(&mut self, says: bool, seen: impl Into<u64>) {
        if says {
            self.keys.key(mix(self.template, seen.into()));
        }
        self.template += 1;
    }

    /// Adds the labels around a token, by the layer before.
    #[inline(always)]
    pub(super) fn labels(&mut self, label: impl Fn(isize) -> u8) {
        self.add(label(-2));
        self.add(label(2));
        self.add(pack(&[-1, 0, 1].map(label)));
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
