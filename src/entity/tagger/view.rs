//! What a layer sees of a sentence, and whether it has anything to find there.

use super::{FAR, Labels, Layer, Scores, label};
use crate::entity::features::{
    Before, Heads, Keys, Sentence, heads_of_bodies, heads_of_titles, mark_frames,
};
use crate::entity::memory::Memory;
use crate::entity::sheet::Sheet;
use crate::entity::title::call::Call;

/// What the features of a layer look at in one sentence.
pub(crate) struct View<'v> {
    pub(crate) sentence: Sentence<'v>,
    /// Whether the layer can find anything here, or change what the draft found.
    pub(crate) asks: bool,
    pub(super) before: Before<'v>,
    heads: &'v [Heads],
    memory: &'v Memory,
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
        let asks = match layer {
            Layer::Draft | Layer::Bodies => true,
            Layer::Names => memory.objects(sentence.sights, before),
            Layer::Titles => before.names.contains(&label::PERSON),
        };
        match layer {
            Layer::Bodies => heads_of_bodies(sentence, buffer),
            Layer::Titles if asks => {
                heads_of_titles(sentence, before.names, buffer);
                mark_frames(sentence.sights, before, buffer);
            }
            _ => buffer.clear(),
        }
        Some(Self { sentence, asks, before, heads: buffer, memory })
    }

    /// Leaves the labels of titles that grammar does not allow to token `i` far behind.
    pub(super) fn call(&self, i: usize, scores: &mut Scores) {
        let call = Call::of(self.sentence.sights, self.before.names, i);
        for (label, score) in
            (0..Layer::Titles.labels() as u8).zip(scores.iter_mut().skip(Layer::Titles.offset()))
        {
            if !call.allows(label) {
                *score = score.saturating_sub(FAR);
            }
        }
    }

    /// The features of token `i` that only this layer sees.
    pub(crate) fn keys(&self, layer: Layer, i: usize, keys: &mut impl Keys) {
        match (layer, self.heads.get(i)) {
            (Layer::Names, _) => self.sentence.again(i, self.before, self.memory, keys),
            (Layer::Bodies, Some(heads)) => self.sentence.body(i, self.before, heads, keys),
            (Layer::Titles, Some(heads)) => self.sentence.title(i, self.before, heads, keys),
            _ => {}
        }
    }
}
