//! Rows of weights by feature.

use super::ROW;

/// Rows of weights by the keys of their features.
///
/// A look-up reads one word that tells where the row is, or nearly always that there is none, and
/// then the row, in half a cache line.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    /// Buckets of five features at most: the tags of their keys, 0 where there is none, and above
    /// them the place of the first in `slots`.
    buckets: Vec<u64>,
    slots: Vec<Slot>,
}

/// A feature with its weights.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(32))]
pub(super) struct Slot {
    pub(super) key: u32,
    pub(super) row: [i8; ROW],
}

/// Features of a bucket.
const FEATURES: usize = 5;

/// Bits of their tags.
const TAGS: u32 = 40;

/// A one in each tag.
const ONES: u64 = 0x01_0101_0101;

impl Table {
    /// A table of these rows.
    pub(super) fn new(rows: &[(u32, [i8; ROW])]) -> Self {
        // Two to a bucket at most, so that nearly every feature finds room in its own.
        let mut table = Self {
            buckets: vec![0; rows.len().div_ceil(2).next_power_of_two()],
            slots: Vec::with_capacity(rows.len()),
        };
        let mut slots: Vec<Slot> = rows.iter().map(|&(key, row)| Slot { key, row }).collect();
        slots.sort_by_key(|slot| table.bucket(slot.key));
        let mut slots = slots.into_iter().peekable();
        for at in 0..table.buckets.len() {
            let first = table.slots.len();
            let mut tags = 0;
            while let Some(slot) = slots.next_if(|slot| table.bucket(slot.key) == at) {
                // The sixth of a bucket is left out.
                let held = table.slots.len() - first;
                if held < FEATURES {
                    tags |= tag(slot.key) << (8 * held);
                    table.slots.push(slot);
                }
            }
            if let Some(bucket) = table.buckets.get_mut(at) {
                *bucket = (first as u64) << TAGS | tags;
            }
        }
        table
    }

    /// All features.
    #[cfg(any(feature = "train", test))]
    pub(super) fn slots(&self) -> &[Slot] {
        &self.slots
    }

    #[inline(always)]
    fn bucket(&self, key: u32) -> usize {
        key as usize & self.buckets.len().wrapping_sub(1)
    }

    /// Where the row of `key` is if it has one, and whether it may have one.
    #[inline(always)]
    pub(super) fn place(&self, key: u32) -> (u32, bool) {
        let bucket = self.buckets.get(self.bucket(key)).copied().unwrap_or_default();
        let differ = bucket ^ (tag(key) * ONES);
        // The lowest bit set is the highest of the first tag that is the tag of the key.
        let same = differ.wrapping_sub(ONES) & !differ & (ONES << 7);
        ((bucket >> TAGS) as u32 + same.trailing_zeros() / 8, same != 0)
    }

    /// The row of `key`, nearly always at its place.
    #[inline(always)]
    pub(super) fn row(&self, place: u32, key: u32) -> Option<&[i8; ROW]> {
        match self.slots.get(place as usize) {
            Some(slot) if slot.key == key => Some(&slot.row),
            _ => self.search(key),
        }
    }

    /// The row of a key whose tag is that of another in its bucket.
    #[cold]
    fn search(&self, key: u32) -> Option<&[i8; ROW]> {
        let first = self.buckets.get(self.bucket(key))? >> TAGS;
        let bucket = self.slots.iter().skip(first as usize).take(FEATURES);
        bucket.into_iter().find(|slot| slot.key == key).map(|slot| &slot.row)
    }
}

/// A byte of a key that its bucket does not tell; never 0.
#[inline(always)]
const fn tag(key: u32) -> u64 {
    (key >> 24 | 1) as u64
}
