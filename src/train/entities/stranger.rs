//! Articles with words that nobody knows, from which it is learned what stands around a name.

use crate::entity::cue::phrase_key;
use crate::entity::sheet::Sheet;
use rustc_hash::FxHashSet;

/// The sheet with half of the words with a capital made unknown, each at all its places.
///
/// Names of new articles are in no article learned from; without such words the weights of the
/// known ones would do all the work. What lists and shapes tell of the words stays.
pub(super) fn estrange(sheet: &Sheet, article: u32) -> Sheet {
    let mut sheet = sheet.clone();
    let small: FxHashSet<u32> =
        sheet.sights.iter().filter(|s| !s.shape.is_capital()).map(|s| s.word).collect();
    for (at, sight) in (0..).zip(&mut sheet.sights) {
        let own = phrase_key(article, sight.word);
        let chosen = phrase_key(own, 3) >> 31 == 0;
        if chosen && sight.shape.is_capital() && sight.cue == 0 && !small.contains(&sight.word) {
            // Another word at each place, so that none is seen twice.
            sight.word = phrase_key(own, at);
            sight.run = phrase_key(sight.word, sight.run);
        }
    }
    sheet
}
