//! The layers of labels, and the labels of a document.

use crate::entity::memory::Leaning;
use memchr::{memchr_iter, memchr3_iter};
use std::ops::Range;

/// A layer of labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layer {
    /// People, places, honorifics, each sentence for itself.
    Draft,
    /// The same with the whole document's draft in view.
    Names,
    /// Organisations.
    Bodies,
    /// Titles.
    Titles,
}

/// Labels of the layer of names.
pub(crate) mod label {
    pub(crate) const OUT: u8 = 0;
    pub(crate) const PERSON: u8 = 1;
    pub(crate) const IN_PERSON: u8 = 2;
    pub(crate) const PLACE: u8 = 3;
    pub(crate) const IN_PLACE: u8 = 4;
    pub(crate) const HONORIFIC: u8 = 5;
    /// Labels of the other layers: first, inner, last token of a span; a span of one token.
    pub(crate) const FIRST: u8 = 1;
    pub(crate) const INNER: u8 = 2;
    pub(crate) const LAST: u8 = 3;
    pub(crate) const ONLY: u8 = 4;
}

/// Weights of a feature, all layers side by side: 5 + 5 + 6 + 6, filled up.
pub(crate) const ROW: usize = 24;

impl Layer {
    pub(crate) const ALL: [Self; 4] = [Self::Draft, Self::Names, Self::Bodies, Self::Titles];

    /// Number of labels.
    pub(crate) const fn labels(self) -> usize {
        match self {
            Self::Draft | Self::Names => 6,
            Self::Bodies | Self::Titles => 5,
        }
    }

    /// Where the layer's weights begin in a row; behind each are [`LANES`](super::LANES) in all.
    pub(crate) const fn offset(self) -> usize {
        match self {
            Self::Bodies => 0,
            Self::Titles => 5,
            Self::Draft => 10,
            Self::Names => 16,
        }
    }

    /// Whether label `to` may stand behind `from`; both ends of a sentence count as [`label::OUT`].
    pub(crate) const fn allows(self, from: u8, to: u8) -> bool {
        match self {
            Self::Draft | Self::Names => match to {
                label::IN_PERSON => matches!(from, label::PERSON | label::IN_PERSON),
                label::IN_PLACE => matches!(from, label::PLACE | label::IN_PLACE),
                _ => true,
            },
            Self::Bodies | Self::Titles => {
                let open = matches!(from, label::FIRST | label::INNER);
                open == matches!(to, label::INNER | label::LAST)
            }
        }
    }
}

/// The labels of all tokens of a document; tokens outside of sentences have none (0).
#[derive(Clone, Debug, Default)]
pub(crate) struct Labels {
    pub(crate) draft: Vec<u8>,
    pub(crate) names: Vec<u8>,
    pub(crate) bodies: Vec<u8>,
    pub(crate) titles: Vec<u8>,
    /// How far the weights of the draft lean, of active tokens.
    pub(crate) leanings: Vec<Leaning>,
}

impl Labels {
    /// No labels for `n` tokens.
    pub(crate) fn out(n: usize) -> Self {
        Self {
            draft: vec![0; n],
            names: vec![0; n],
            bodies: vec![0; n],
            titles: vec![0; n],
            leanings: vec![Leaning::default(); n],
        }
    }

    /// Tokens of the person or place that begins at `i`.
    pub(crate) fn name_len(&self, i: usize) -> usize {
        let place = self.names.get(i) == Some(&label::PLACE);
        let inside = if place { label::IN_PLACE } else { label::IN_PERSON };
        1 + self.names.iter().skip(i + 1).take_while(|&&l| l == inside).count()
    }

    /// Makes `tokens` one name of these labels.
    pub(crate) fn set_name(&mut self, tokens: Range<usize>, begin: u8, inside: u8) {
        if let Some([first, rest @ ..]) = self.names.get_mut(tokens) {
            *first = begin;
            rest.fill(inside);
        }
    }

    /// Whether all of `tokens` are there and none is in a name.
    pub(crate) fn is_free(&self, tokens: Range<usize>) -> bool {
        self.names.get(tokens).is_some_and(|names| names.iter().all(|&l| l == label::OUT))
    }

    /// The labels of one layer.
    pub(crate) fn layer(&mut self, layer: Layer) -> &mut Vec<u8> {
        match layer {
            Layer::Draft => &mut self.draft,
            Layer::Names => &mut self.names,
            Layer::Bodies => &mut self.bodies,
            Layer::Titles => &mut self.titles,
        }
    }

    /// The tokens of each place, in order.
    pub(crate) fn places(&self) -> impl Iterator<Item = Range<usize>> {
        memchr_iter(label::PLACE, &self.names).map(|i| i..i + self.name_len(i))
    }
}

/// The spans of a layer of first, inner and last labels that end within `tokens`; one that begins
/// before them is cut.
pub(crate) fn spans(labels: &[u8], tokens: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut first = tokens.start;
    let own = labels.get(tokens.clone()).unwrap_or_default();
    memchr3_iter(label::FIRST, label::LAST, label::ONLY, own).filter_map(move |at| {
        let i = tokens.start + at;
        match labels.get(i) {
            Some(&label::FIRST) => {
                first = i;
                None
            }
            Some(&label::LAST) => Some(first..i + 1),
            _ => Some(i..i + 1),
        }
    })
}
