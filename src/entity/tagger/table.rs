//! Rows of weights by feature.

use super::ROW;

/// Rows of weights by the keys of their features.
///
/// A look-up reads one word that tells where the row is, or nearly always that there is none, and
/// then the row, in half a cache line.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    /// Buckets of four features at most: the tags of their keys, 0 where there is none, and above
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

/// Bits of a tag.
const TAG: u32 = 10;

/// Tags of a bucket.
const TAGS: u32 = 4;

/// A one in each tag.
const ONES: u64 = 1 | 1 << TAG | 1 << (2 * TAG) | 1 << (3 * TAG);

impl Table {
    /// A table of these rows.
    pub(super) fn new(rows: &[(u32, [i8; ROW])]) -> Self {
        // A quarter full at most, so that nearly every feature finds room in its bucket.
        let mut table = Self {
            buckets: vec![0; rows.len().next_power_of_two().max(2)],
            slots: Vec::with_capacity(rows.len()),
        };
        let mut slots: Vec<Slot> = rows.iter().map(|&(key, row)| Slot { key, row }).collect();
        slots.sort_by_key(|slot| table.bucket(slot.key));
        let mut slots = slots.into_iter().peekable();
        for at in 0..table.buckets.len() {
            let mut tags = 0;
            let first = table.slots.len() as u64;
            let mut shift = 0;
            while let Some(slot) = slots.next_if(|slot| table.bucket(slot.key) == at) {
                // The fifth of a bucket is left out, and one that has the tag of another.
                if shift < TAGS * TAG && same(tags, slot.key) == 0 {
                    tags |= tag(slot.key) << shift;
                    table.slots.push(slot);
                    shift += TAG;
                }
            }
            if let Some(bucket) = table.buckets.get_mut(at) {
                *bucket = first << (TAGS * TAG) | tags;
            }
        }
        table
    }

    /// All features.
    #[cfg(any(feature = "train", test))]
    pub(super) fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// The bucket of a key, whose lowest bit tells nothing.
    #[inline(always)]
    fn bucket(&self, key: u32) -> usize {
        (key >> 1) as usize & self.buckets.len().wrapping_sub(1)
    }

    /// Where the row of `key` is if it has one, and whether it may have one.
    #[inline(always)]
    pub(super) fn place(&self, key: u32) -> (u32, bool) {
        let bucket = self.buckets.get(self.bucket(key)).copied().unwrap_or_default();
        let same = same(bucket, key);
        let first = (bucket >> (TAGS * TAG)) as u32;
        (first + same.trailing_zeros() / TAG, same != 0)
    }

    /// The row of `key` at its place.
    #[inline(always)]
    pub(super) fn row(&self, place: u32, key: u32) -> Option<&[i8; ROW]> {
        self.slots.get(place as usize).filter(|slot| slot.key == key).map(|slot| &slot.row)
    }
}

/// The lowest bit set is the highest of the tag in the bucket that is the tag of `key`; 0 if none
/// is.
#[inline(always)]
const fn same(bucket: u64, key: u32) -> u64 {
    let differ = bucket ^ (tag(key) * ONES);
    differ.wrapping_sub(ONES) & !differ & (ONES << (TAG - 1))
}

/// Bits of a key that its bucket does not tell; never 0.
#[inline(always)]
const fn tag(key: u32) -> u64 {
    (key >> (u32::BITS - TAG) | 1) as u64
}
