//! Learns `data/entities.bin` from articles annotated in brat's standoff format.

// Learning runs at a desk, over arrays it made itself.
#![allow(clippy::indexing_slicing)]

mod chain;
mod gold;
mod lesson;
mod marks;
mod score;
mod stranger;

use crate::entity::cue::word_key;
use crate::entity::memory::Memory;
use crate::entity::sheet::Sheet;
use crate::entity::tagger::{Labels, Layer, Tagger, View, label};
use crate::entity::{Extractor, settle_names};
use chain::{Chain, Learned, Plan};
use lesson::{Lesson, Source, lessons};
use stranger::estrange;

pub use gold::Article;
pub use marks::read_marks;
pub use score::{Row, Scores, evaluate, evaluate_links};

/// How to learn, in numbers a trainer may want to change.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Passes over all articles.
    pub passes: usize,
    /// First step of learning.
    pub rate: f32,
    /// Weight of the penalty that keeps features few.
    pub penalty: f32,
    /// Features seen less often are left out.
    pub least: u32,
    /// Share of the features that each step leaves out.
    pub dropout: f32,
    /// Rows of weights that stay below are left out.
    pub prune: f32,
    /// What it costs an organisation's label to give way to none, in log odds: a body that is
    /// missed costs its title as well.
    pub eager: f32,
    /// Times to learn each layer, whose mean is taken.
    pub runs: u64,
    /// How much a sentence counts whose names are made unknown, for the draft.
    pub strangers: f32,
    /// How much a headline counts that is put in capitals.
    pub headlines: f32,
    /// How much a marked sentence counts, which has no article around it.
    pub sentences: f32,
    /// Parts of the articles for the labels that later layers learn from.
    pub folds: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            passes: 28,
            rate: 0.2,
            penalty: 1e-5,
            least: 2,
            dropout: 0.45,
            prune: 0.05,
            eager: 0.3,
            runs: 8,
            strangers: 0.5,
            headlines: 0.5,
            sentences: 0.25,
            folds: 3,
        }
    }
}

/// Learns all layers from the articles.
#[must_use]
pub fn learn(articles: &[Article], options: Options) -> Extractor {
    let bare = Extractor::new();
    let lessons = lessons(articles, &bare);
    let lessons: Vec<&Lesson> = lessons.iter().collect();
    bare.with_tagger(learn_tagger(&lessons, options))
}

/// The weights of `extractor` as `data/entities.bin` has them.
#[must_use]
pub fn weights(extractor: &Extractor) -> Vec<u8> {
    extractor.tagger().write()
}

fn learn_tagger(lessons: &[&Lesson], options: Options) -> Tagger {
    let mut seen: Vec<Labels> = lessons.iter().map(|l| Labels::out(l.sheet.sights.len())).collect();
    let mut learned: Vec<Learned> = Vec::new();
    for layer in Layer::ALL {
        let chains = |pick: &dyn Fn(usize) -> bool| -> Vec<Chain> {
            lessons
                .iter()
                .zip(&seen)
                .filter(|(lesson, _)| pick(lesson.part))
                .flat_map(|(lesson, seen)| lesson_chains(layer, lesson, seen, options))
                .collect()
        };
        let plan = Plan {
            passes: options.passes,
            rate: options.rate,
            penalty: options.penalty,
            least: options.least,
            dropout: options.dropout,
            eager: if layer == Layer::Bodies { options.eager } else { 0.0 },
            runs: options.runs,
        };
        let new = chain::learn(layer, &chains(&|_| true), plan);
        // What the next layers see must be as good and as bad as on new articles.
        let mut next = seen.clone();
        if layer != Layer::Titles {
            for fold in 0..options.folds {
                let part = Plan { runs: 1, ..plan };
                let part = chain::learn(layer, &chains(&|part| part % options.folds != fold), part);
                let (rows, moves) = chain::assemble(&[part], options.prune);
                let tagger = Tagger::new(&rows, &moves);
                let own = |lesson: &Lesson| lesson.part % options.folds == fold;
                for (lesson, next) in lessons.iter().zip(&mut next).filter(|(l, _)| own(l)) {
                    tagger.tag_layers(&lesson.found(), &lesson.sheet, &[layer], settle_names, next);
                }
            }
        }
        seen = next;
        learned.push(new);
    }
    let (rows, moves) = chain::assemble(&learned, options.prune);
    Tagger::new(&rows, &moves)
}

fn lesson_chains(layer: Layer, lesson: &Lesson, seen: &Labels, options: Options) -> Vec<Chain> {
    let weight = match lesson.source {
        Source::Article => 1.0,
        Source::Headline => options.headlines,
        Source::Sentence => options.sentences,
    };
    let mut out = sheet_chains(layer, lesson, &lesson.sheet, seen, weight);
    if layer == Layer::Draft {
        let sheet = estrange(&lesson.sheet, word_key(&lesson.text));
        out.extend(sheet_chains(layer, lesson, &sheet, seen, weight * options.strangers));
    }
    out
}

fn sheet_chains(
    layer: Layer,
    lesson: &Lesson,
    sheet: &Sheet,
    seen: &Labels,
    weight: f32,
) -> Vec<Chain> {
    let mut out = Vec::new();
    let mut heads = Vec::new();
    let memory = Memory::new(layer, sheet, seen);
    let sheet = &widened(sheet, margin(layer));
    let gold = match layer {
        Layer::Draft | Layer::Names => &lesson.gold.names,
        Layer::Bodies => &lesson.gold.bodies,
        Layer::Titles => &lesson.gold.titles,
    };
    for s in lesson.found().sentences.iter().filter(|s| s.span.end <= lesson.end) {
        let Some(view) = View::new(layer, sheet, s, seen, &memory, &mut heads) else {
            continue;
        };
        for stretch in view.sentence.stretches().filter(|stretch| view.asks(stretch)) {
            let mut labels = gold[s.first..s.last][stretch.clone()].to_vec();
            repair(layer, &mut labels);
            let mut chain = Chain { labels, weight, ..Chain::default() };
            for i in stretch {
                view.sentence.shared(i, &mut chain.keys);
                view.keys(i, &mut chain.keys);
                chain.ends.push(chain.keys.len());
            }
            out.push(chain);
        }
    }
    out
}

/// Tokens on either side of those that the tagger looks at, from which the layer learns as well:
/// what stands around names and bodies teaches what is none. Titles have enough of that in reach.
const fn margin(layer: Layer) -> usize {
    match layer {
        Layer::Draft | Layer::Names => 3,
        Layer::Bodies => 4,
        Layer::Titles => 0,
    }
}

/// The sheet with as many more tokens active on either side.
fn widened(sheet: &Sheet, margin: usize) -> Sheet {
    let mut wide = sheet.clone();
    for (i, _) in sheet.sights.iter().enumerate().filter(|(_, sight)| sight.active) {
        let around = wide.sights.iter_mut().take(i + margin + 1).skip(i.saturating_sub(margin));
        around.for_each(|sight| sight.active = true);
    }
    wide
}

/// A span that a sentence's end cuts is none.
fn repair(layer: Layer, labels: &mut [u8]) {
    let mut from = 0;
    for i in 0..=labels.len() {
        let to = labels.get(i).copied().unwrap_or_default();
        if !layer.allows(from, to) {
            let mut back = i;
            while back > 0 && !is_names(layer) && matches!(labels[back - 1], 1 | 2) {
                labels[back - 1] = 0;
                back -= 1;
            }
            let orphan = is_names(layer) || matches!(to, label::INNER | label::LAST);
            if let Some(label) = labels.get_mut(i).filter(|_| orphan) {
                *label = label::OUT;
            }
        }
        from = labels.get(i).copied().unwrap_or_default();
    }
}

fn is_names(layer: Layer) -> bool {
    matches!(layer, Layer::Draft | Layer::Names)
}

/// Learns from all articles but one part, and from `sentences`, measures on that part, for the first
/// `measured` of `folds` parts.
#[must_use]
pub fn cross_validate(
    articles: &[Article],
    sentences: &[Article],
    folds: usize,
    measured: usize,
    options: Options,
    mut each: impl FnMut(&Article, &Extractor, &mut Scores),
) -> Scores {
    let mut scores = Scores::default();
    let bare = Extractor::new();
    let (lessons, more) = (lessons(articles, &bare), lessons(sentences, &bare));
    for fold in 0..folds.min(measured) {
        let part = lessons.iter().filter(|lesson| lesson.part % folds != fold);
        let part: Vec<&Lesson> = part.chain(&more).collect();
        let extractor = bare.clone().with_tagger(learn_tagger(&part, options));
        for article in articles.iter().skip(fold).step_by(folds) {
            each(article, &extractor, &mut scores);
        }
    }
    scores
}
