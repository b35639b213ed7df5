//! What is learned from: articles after the first stages, with the gold labels of their tokens.

// Learning runs at a desk, over arrays it made itself.
#![allow(clippy::indexing_slicing)]

use super::gold::{Article, Kind};
use crate::entity::sheet::Sheet;
use crate::entity::tagger::{Labels, label};
use crate::entity::{Entities, Extractor};
use crate::sentence::{self, Found, Seen, Sentence};
use crate::{Normalizer, Span, Token, ToneStyle};

/// Where a lesson is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    Article,
    /// An article's headline, put in capitals.
    Headline,
    /// A sentence from the midst of an article.
    Sentence,
}

/// An article after the first stages, with the gold labels of its tokens.
pub(super) struct Lesson {
    pub(super) sheet: Sheet,
    pub(super) text: String,
    read: (Seen, Vec<Sentence>),
    pub(super) gold: Labels,
    /// The number of its article, which tells the part it belongs to where lessons are parted.
    pub(super) part: usize,
    /// Learned from up to here; the text goes on.
    pub(super) end: usize,
    pub(super) source: Source,
}

/// What the articles teach.
pub(super) fn lessons(articles: &[Article], extractor: &Extractor) -> Vec<Lesson> {
    let of = |(part, article)| {
        let own = [Some(Lesson::new(article, extractor)), Lesson::shouted(article, extractor)];
        own.into_iter().flatten().map(move |lesson| Lesson { part, ..lesson })
    };
    articles.iter().enumerate().flat_map(of).collect()
}

impl Lesson {
    pub(super) fn new(article: &Article, extractor: &Extractor) -> Self {
        let clean = Normalizer::new().tone(ToneStyle::Old).normalize(&article.text);
        let text = clean.as_str().to_owned();
        let read = sentence::read(&text);
        let found =
            Found { opens: article.whole, closes: article.whole, ..Found::whole(&text, &read) };
        let sheet = extractor.sheet(&found);
        let mut gold = Labels::out(found.tokens.len());
        for &(kind, span) in &article.spans {
            mark(&mut gold, kind, clean.from_source(span), found.tokens);
        }
        let end = text.len();
        let source = if article.whole { Source::Article } else { Source::Sentence };
        Self { sheet, text, read, gold, part: 0, end, source }
    }

    /// The article with its headline in capitals, as some papers print them, for what a line in
    /// capitals shows. Only the headline is learned from.
    fn shouted(article: &Article, extractor: &Extractor) -> Option<Self> {
        let (headline, rest) = article.text.split_once('\n')?;
        let capitals = headline.to_uppercase();
        // The offsets of the spans must stay.
        if capitals.len() != headline.len() {
            return None;
        }
        let text = format!("{capitals}\n{rest}");
        let lesson = Self::new(&Article { text, ..article.clone() }, extractor);
        let end = lesson.text.find('\n').unwrap_or(0);
        Some(Self { end, source: Source::Headline, ..lesson })
    }

    /// What an extractor makes of the gold labels; spans into the article.
    pub(super) fn entities(&self, extractor: &Extractor, article: &Article) -> Entities {
        let clean = Normalizer::new().tone(ToneStyle::Old).normalize(&article.text);
        let mut reader = extractor.reader(None);
        reader.join(self.found(), &self.sheet, &self.gold);
        reader.finish(&clean)
    }

    pub(super) fn found(&self) -> Found<'_> {
        Found::whole(&self.text, &self.read)
    }
}

/// Labels the tokens that `span` touches.
fn mark(gold: &mut Labels, kind: Kind, span: Span, tokens: &[Token]) {
    let first = tokens.partition_point(|t| t.span.end <= span.start);
    let last = tokens.partition_point(|t| t.span.start < span.end);
    for i in first..last {
        let begins = i == first;
        match kind {
            Kind::Person => {
                gold.names[i] = if begins { label::PERSON } else { label::IN_PERSON };
            }
            Kind::Place => gold.names[i] = if begins { label::PLACE } else { label::IN_PLACE },
            Kind::Honorific => gold.names[i] = label::HONORIFIC,
            Kind::Organization | Kind::Title => {
                let slot = if kind == Kind::Title { &mut gold.titles } else { &mut gold.bodies };
                slot[i] = match (begins, i + 1 == last) {
                    (true, true) => label::ONLY,
                    (true, false) => label::FIRST,
                    (false, false) => label::INNER,
                    (false, true) => label::LAST,
                };
            }
        }
    }
}
