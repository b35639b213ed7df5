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
    /// A table of these rows. Those that come first stand close, so that rows that are often
    /// wanted should.
    pub(super) fn new(rows: &[(u32, [i8; ROW])]) -> Self {
        // Two to a bucket at most, so that nearly every feature finds room in its own.
        let mut buckets = vec![0; rows.len().div_ceil(2).next_power_of_two()];
        let count = buckets.len();
        let at = |slot: &Slot| bucket(slot.key, count);
        // Where each bucket is named first.
        let mut ranks = vec![0; buckets.len()];
        let mut slots: Vec<Slot> = rows.iter().map(|&(key, row)| Slot { key, row }).collect();
        for (rank, slot) in slots.iter().enumerate().rev() {
            ranks.get_mut(at(slot)).into_iter().for_each(|first| *first = rank);
        }
        slots.sort_by_key(|slot| ranks.get(at(slot)));
        let mut kept = Vec::with_capacity(slots.len());
        for same in slots.chunk_by(|a, b| at(a) == at(b)) {
            // The sixth of a bucket is left out.
            let same = same.get(..FEATURES).unwrap_or(same);
            let tags = same.iter().rev().fold(0, |tags, slot| tags << 8 | tag(slot.key));
            if let Some(bucket) = same.first().and_then(|slot| buckets.get_mut(at(slot))) {
                *bucket = (kept.len() as u64) << TAGS | tags;
            }
            kept.extend(same);
        }
        Self { buckets, slots: kept }
    }

    /// All features.
    #[cfg(any(feature = "train", test))]
    pub(super) fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// Where the row of `key` is if it has one, and whether it may have one.
    #[inline(always)]
    pub(super) fn place(&self, key: u32) -> (u32, bool) {
        let bucket = self.buckets.get(bucket(key, self.buckets.len())).copied().unwrap_or_default();
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
        let first = self.buckets.get(bucket(key, self.buckets.len()))? >> TAGS;
        let bucket = self.slots.iter().skip(first as usize).take(FEATURES);
        bucket.into_iter().find(|slot| slot.key == key).map(|slot| &slot.row)
    }
}

/// A byte of a key that its bucket does not tell; never 0.
#[inline(always)]
const fn tag(key: u32) -> u64 {
    (key >> 24 | 1) as u64
}

/// Which of so many buckets, a power of two, a key belongs to.
#[inline(always)]
const fn bucket(key: u32, buckets: usize) -> usize {
    key as usize & buckets.wrapping_sub(1)
}
