//! What a layer sees of a sentence, and whether it has anything to find there.

use super::{FAR, Labels, Layer, Scores, label};
use crate::entity::cue::Cue;
use crate::entity::features::{Before, Heads, Keys, Sentence, heads, mark_frames};
use crate::entity::memory::Memory;
use crate::entity::sheet::{Sheet, Sight};
use crate::entity::title::call::Call;

/// What the features of a layer look at in one sentence.
pub(crate) struct View<'v> {
    pub(crate) sentence: Sentence<'v>,
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
        let of = |labels: &'v [u8]| labels.get(at.first..at.last).unwrap_or_default();
        let before = Before {
            draft: of(&labels.draft),
            names: of(&labels.names),
            bodies: of(&labels.bodies),
        };
        let person = |l| l == label::PERSON || l == label::IN_PERSON;
        let mut view = Self { sentence, before, heads: &[], memory };
        if view.asks(layer) {
            match layer {
                Layer::Draft | Layer::Names => {}
                Layer::Bodies => {
                    heads(
                        sentence,
                        before.names,
                        person,
                        |s: &Sight| s.cue == Cue::Head.code(),
                        buffer,
                    );
                }
                Layer::Titles => {
                    let phrase = |s: &Sight| s.is_title() || s.cue == Cue::Prefix.code();
                    heads(sentence, before.names, person, phrase, buffer);
                    mark_frames(sentence.sights, before, buffer);
                }
            }
            view.heads = buffer;
        }
        Some(view)
    }

    /// Whether the layer can find anything here, or change what the draft found.
    pub(crate) fn asks(&self, layer: Layer) -> bool {
        match layer {
            Layer::Draft | Layer::Bodies => true,
            Layer::Names => self.memory.objects(self.sentence.sights, self.before.draft),
            Layer::Titles => self.before.names.contains(&label::PERSON),
        }
    }

    /// Leaves the labels of titles that grammar does not allow to token `i` far behind.
    pub(super) fn call(&self, i: usize, scores: &mut Scores) {
        let call = Call::of(self.sentence.sights, self.before.names, i);
        for (label, score) in (0..).zip(scores.iter_mut().skip(Layer::Titles.offset())) {
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
