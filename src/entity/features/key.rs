//! How features become keys of the weights.
//!
//! A template is a line that pushes what it sees: words by their keys, and small numbers packed.

/// Mixes a template with what it saw.
const fn mix(template: u32, a: u32, b: u32) -> u32 {
    let mut key = (template as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15)
        ^ (a as u64).wrapping_mul(0xc2b2_ae3d_27d4_eb4f).rotate_left(29)
        ^ (b as u64).wrapping_mul(0x1656_67b1_9e37_79f9).rotate_left(47);
    key = (key ^ (key >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    (key >> 32) as u32 | 1
}

/// Takes the keys of a token's features.
pub(crate) trait Keys {
    /// Takes the next one.
    fn key(&mut self, key: u32);

    /// Takes a group of them that `seen` alone decides, and need not ask twice for the same.
    fn group(&mut self, _seen: u64, keys: impl FnOnce(&mut Self)) {
        keys(self);
    }
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
    pub(super) fn add(&mut self, a: u32, b: u32) {
        self.keys.key(mix(self.template, a, b));
        self.template += 1;
    }

    /// Adds the feature where it says something.
    #[inline(always)]
    pub(super) fn add_if(&mut self, says: bool, a: u32, b: u32) {
        if says {
            self.keys.key(mix(self.template, a, b));
        }
        self.template += 1;
    }

    /// Adds the features of `count` templates, which are decided by `seen`.
    #[inline(always)]
    pub(super) fn group(&mut self, count: u32, seen: u64, add: impl FnOnce(&mut Push<'_, K>)) {
        let template = self.template;
        let seen = seen << 10 | u64::from(template);
        self.keys.group(seen, |keys| add(&mut Push { keys, template }));
        self.template += count;
    }

    /// Adds the labels around a token, by the layer before.
    #[inline(always)]
    pub(super) fn labels(&mut self, labels: [u8; 5]) {
        self.group(8, side_by_side(&[&labels]), |p| {
            let [_, before, here, behind, _] = labels;
            for label in labels {
                p.add(pack(&[label]), 0);
            }
            p.add(pack(&[before, here]), 0);
            p.add(pack(&[here, behind]), 0);
            p.add(pack(&[before, here, behind]), 0);
        });
    }
}

/// Small numbers as one: 32 and more are taken for 31, which no shape or label is.
pub(super) fn side_by_side(numbers: &[&[u8]]) -> u64 {
    let all = numbers.iter().copied().flatten();
    all.fold(0, |seen, &n| seen << 5 | u64::from(n.min(31)))
}

/// Small numbers as one key.
pub(super) fn pack(parts: &[u8]) -> u32 {
    parts.iter().fold(7, |key: u32, &p| key.wrapping_mul(257).wrapping_add(u32::from(p) + 1))
}
