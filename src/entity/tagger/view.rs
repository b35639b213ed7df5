//! What a layer sees of a sentence, and whether it has anything to find there.

use super::scorer::Scorer;
use super::{FAR, Labels, Layer, Scores, label};
use crate::entity::features::{
    Before, Heads, Keys, Sentence, heads_of_bodies, heads_of_titles, mark_frames,
};
use crate::entity::memory::{Elsewhere, Memory};
use crate::entity::organization::is_outside;
use crate::entity::sheet::{Sheet, Sight};
use crate::entity::title::call::Call;
use std::ops::Range;

/// What the features of a layer look at in one sentence.
pub(crate) struct View<'v> {
    pub(crate) sentence: Sentence<'v>,
    layer: Layer,
    /// Whether there is a title, and anybody who may bear it.
    titled: bool,
    pub(super) before: Before<'v>,
    heads: &'v [Heads],
    elsewhere: Elsewhere<'v>,
}

impl<'v> View<'v> {
    /// The view of sentence `at`; `heads` is a buffer.
    pub(crate) fn new(
        layer: Layer,
        sheet: &'v Sheet,
        at: &crate::sentence::Sentence,
        labels: &'v Labels,
        memory: &'v Memory,
        buffer: &'v mut Vec<Heads>,
    ) -> Option<Self> {
        let sentence = Sentence::new(sheet, at)?;
        let tokens = at.first..at.last;
        let of = |labels: &'v [u8]| labels.get(tokens.clone()).unwrap_or_default();
        let before = Before {
            draft: of(&labels.draft),
            names: of(&labels.names),
            bodies: of(&labels.bodies),
            leanings: labels.leanings.get(tokens.clone()).unwrap_or_default(),
        };
        let titled = layer == Layer::Titles
            && before.names.contains(&label::PERSON)
            && sentence.sights.iter().any(Sight::is_of_title);
        match layer {
            Layer::Bodies => heads_of_bodies(sentence, buffer),
            Layer::Titles if titled => {
                heads_of_titles(sentence, before.names, buffer);
                mark_frames(sentence.sights, before, buffer);
            }
            _ => buffer.clear(),
        }
        let elsewhere = memory.elsewhere(tokens);
        Some(Self { sentence, layer, titled, before, heads: buffer, elsewhere })
    }

    /// Whether the layer may find anything in a stretch.
    pub(crate) fn asks(&self, stretch: &Range<usize>) -> bool {
        let sights = self.sentence.sights.get(stretch.clone()).unwrap_or_default();
        match self.layer {
            Layer::Draft | Layer::Names => true,
            // A head, a word like a proper name, or a capital that is in no name.
            Layer::Bodies => {
                let names = self.before.names.get(stretch.clone()).unwrap_or_default();
                let nameless = |name: &u8| *name == label::OUT;
                sights
                    .iter()
                    .zip(names)
                    .any(|(s, name)| s.is_like_body() || s.shape.is_capital() && nameless(name))
            }
            Layer::Titles => self.titled && sights.iter().any(Sight::is_of_title),
        }
    }

    /// The parts of a stretch whose draft other places of its words speak against: whole names and
    /// runs of capitals.
    pub(super) fn doubts(&self, stretch: Range<usize>) -> impl Iterator<Item = Range<usize>> {
        let Before { draft, leanings, .. } = self.before;
        let parted = |i: &usize| {
            let capital = self.sentence.sights.get(*i).is_some_and(|s| s.shape.is_capital());
            !capital && draft.get(*i) == Some(&label::OUT)
        };
        let objects = move |i: usize| match (draft.get(i), leanings.get(i)) {
            (Some(&label), Some(&own)) => self.elsewhere.objects(i, label, own),
            _ => false,
        };
        let mut at = stretch.start;
        std::iter::from_fn(move || {
            let first = (at..stretch.end).find(|i| !parted(i))?;
            at = (first..stretch.end).find(parted).unwrap_or(stretch.end);
            Some(first..at)
        })
        .filter(move |part| part.clone().any(objects))
    }

    /// Adds to the `scores` of token `i` what only this layer sees.
    pub(super) fn score(&self, i: usize, scorer: &mut Scorer<'_>, scores: &mut Scores) {
        scorer.add_to(self.layer, scores, |keys| self.keys(i, keys));
        match self.layer {
            Layer::Bodies if is_outside(self.sentence.sights, self.before.names, i) => {
                self.leave(Call::OUT, scores);
            }
            Layer::Titles => {
                let call = Call::of(self.sentence.sights, self.before.names, i);
                self.leave(call, scores);
            }
            _ => {}
        }
    }

    /// Leaves the labels that grammar does not allow far behind.
    fn leave(&self, call: Call, scores: &mut Scores) {
        let own = scores.iter_mut().skip(self.layer.offset());
        for (label, score) in (0..self.layer.labels() as u8).zip(own) {
            if !call.allows(label) {
                *score = score.saturating_sub(FAR);
            }
        }
    }

    /// The features of token `i` that only this layer sees.
    pub(crate) fn keys(&self, i: usize, keys: &mut impl Keys) {
        match (self.layer, self.heads.get(i)) {
            (Layer::Names, _) => self.sentence.again(i, self.before, self.elsewhere, keys),
            (Layer::Bodies, Some(heads)) => self.sentence.body(i, self.before, heads, keys),
            (Layer::Titles, Some(heads)) => self.sentence.title(i, self.before, heads, keys),
            _ => {}
        }
    }
}
