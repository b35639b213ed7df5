//! Short lines, lines in capitals, the first and the last ones of the text.

use super::{Shape, Sight};
use crate::entity::Found;

/// Marks short lines, lines in capitals, the first and the last ones of the text.
pub(super) fn mark_lines(sights: &mut [Sight], found: &Found<'_>) {
    let ends = |s: &Sight| s.shape == Shape::Break;
    for (n, line) in sights.split_mut(ends).enumerate() {
        let small = line.iter().any(|s| matches!(s.shape, Shape::Lower | Shape::Capital));
        let first = found.opens && n == 0;
        let bits = u8::from(line.len() <= 8) | u8::from(!small) << 1 | u8::from(first) << 3;
        line.iter_mut().for_each(|sight| sight.line = bits);
    }
    if found.closes {
        let last = sights.rsplit_mut(ends).take(3).flatten();
        last.for_each(|sight| sight.line |= 1 << 2);
    }
}
