//! Rows of weights by feature.

use super::ROW;

/// Rows of weights by the keys of their features: a perfect hash, "hash and displace".
///
/// Each group of keys has a factor that sends all of them to slots of their own, so that a look-up
/// is two loads and never searches.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    /// By group.
    factors: Vec<u16>,
    /// The first one stays empty.
    slots: Vec<Slot>,
}

/// A feature with its weights.
#[derive(Clone, Copy, Debug)]
#[repr(align(32))]
pub(super) struct Slot {
    key: u32,
    /// Its weights, each over [`ZERO`]: bytes without a sign are made wider in one step.
    row: [u8; ROW],
}

/// Stands for the weight 0.
pub(super) const ZERO: u8 = 128;

impl Slot {
    const EMPTY: Self = Self { key: 0, row: [ZERO; ROW] };
}

/// Groups of keys; their number is the highest bits of a key.
pub(super) const GROUPS: usize = 1 << 13;

/// As many as `u16` counts.
const SLOTS: usize = 1 << 16;

/// A table to look into, whose sizes are known.
#[derive(Clone, Copy)]
pub(super) struct Rows<'t> {
    factors: &'t [u16; GROUPS],
    slots: &'t [Slot; SLOTS],
}

impl Table {
    /// A table of these rows.
    #[cfg(any(feature = "train", test))]
    pub(super) fn new(rows: &[(u32, [i8; ROW])]) -> Self {
        let mut groups = vec![Vec::new(); GROUPS];
        for row in rows {
            groups.get_mut(group(row.0)).into_iter().for_each(|of| of.push(row.0));
        }
        let mut order: Vec<usize> = (0..GROUPS).collect();
        order.sort_by_key(|&g| std::cmp::Reverse(groups.get(g).map(Vec::len)));
        let mut factors = vec![0; GROUPS];
        let mut taken = vec![false; SLOTS];
        taken.first_mut().into_iter().for_each(|first| *first = true);
        for g in order {
            let Some(keys) = groups.get(g) else { continue };
            let free = |factor: &u16| {
                let slots: Vec<u16> = keys.iter().map(|&key| slot(key, *factor)).collect();
                let alone = |(i, s)| !slots.iter().take(i).any(|before| before == s);
                slots.iter().all(|&s| taken.get(usize::from(s)) == Some(&false))
                    && slots.iter().enumerate().all(alone)
            };
            // None suits only where the table is all but full; such rows are not found.
            let factor = (1..=u16::MAX).find(free).unwrap_or_default();
            for &key in keys {
                taken.get_mut(usize::from(slot(key, factor))).into_iter().for_each(|t| *t = true);
            }
            factors.get_mut(g).into_iter().for_each(|f| *f = factor);
        }
        Self::placed(factors, rows)
    }

    /// A table of rows by factors that part their keys.
    pub(super) fn placed(factors: Vec<u16>, rows: &[(u32, [i8; ROW])]) -> Self {
        let mut slots = vec![Slot::EMPTY; SLOTS];
        for &(key, row) in rows {
            let at = factors.get(group(key)).map_or(0, |&factor| slot(key, factor));
            if let Some(slot) = slots.get_mut(usize::from(at)).filter(|_| at > 0) {
                *slot = Slot { key, row: row.map(|weight| (weight as u8).wrapping_add(ZERO)) };
            }
        }
        Self { factors, slots }
    }

    #[cfg(feature = "train")]
    pub(super) fn factors(&self) -> &[u16] {
        &self.factors
    }

    /// All features with their weights.
    #[cfg(any(feature = "train", test))]
    pub(super) fn weights(&self) -> impl Iterator<Item = (u32, [i8; ROW])> {
        let kept = self.slots.iter().filter(|slot| slot.row != Slot::EMPTY.row);
        kept.map(|slot| (slot.key, slot.row.map(|weight| weight.wrapping_sub(ZERO) as i8)))
    }

    /// The table to look into; `None` when it holds nothing.
    pub(super) fn rows(&self) -> Option<Rows<'_>> {
        Some(Rows { factors: self.factors.first_chunk()?, slots: self.slots.first_chunk()? })
    }
}

impl<'t> Rows<'t> {
    /// The weights of the feature, or of none, each over [`ZERO`].
    #[inline(always)]
    #[allow(clippy::indexing_slicing)] // arrays of as many as their index counts
    pub(super) fn of(self, key: u32) -> &'t [u8; ROW] {
        let slot = &self.slots[usize::from(slot(key, self.factors[group(key)]))];
        // Another feature's slot is passed over without a branch, which nobody could guess.
        &std::hint::select_unpredictable(slot.key == key, slot, &self.slots[0]).row
    }
}

#[inline(always)]
const fn group(key: u32) -> usize {
    (key >> (u32::BITS - GROUPS.trailing_zeros())) as usize
}

#[inline(always)]
const fn slot(key: u32, factor: u16) -> u16 {
    (key.wrapping_mul(factor as u32) >> 16) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_found_and_nothing_else() {
        let key = |n: u32| n.wrapping_mul(0x9e37_79b9) ^ n >> 3;
        let rows: Vec<(u32, [i8; ROW])> =
            (1..50_000).map(|n| (key(n), [(n % 100) as i8 + 1; ROW])).collect();
        let table = Table::new(&rows);
        let found = table.rows().expect("a table");
        let weights = |n: i8| [(n as u8).wrapping_add(ZERO); ROW];
        assert!(rows.iter().all(|(key, row)| *found.of(*key) == weights(row[0])));
        assert!((60_000..70_000).all(|n| *found.of(key(n)) == weights(0)));
        let mut kept: Vec<_> = table.weights().collect();
        kept.sort_unstable();
        let mut rows = rows;
        rows.sort_unstable();
        assert_eq!(kept, rows);
    }
}
