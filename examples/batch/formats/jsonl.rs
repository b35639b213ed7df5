//! One JSON object an article, schema 1 of `data/schema`.

use super::{Article, Format, Rendered, Renderer};
use vinews::{Analyzer, OffsetUnit};

pub(crate) struct Jsonl {
    pub(crate) analyzer: Analyzer,
    pub(crate) offsets: OffsetUnit,
    pub(crate) words: bool,
}

impl Format for Jsonl {
    fn renderer(&self) -> Renderer<'_> {
        Box::new(|article: &Article| {
            let document = self.analyzer.analyze(&article.text);
            let record = document.record().id(&article.id).offsets(self.offsets).words(self.words);
            let mut bytes = serde_json::to_vec(&record)?;
            bytes.push(b'\n');
            Ok(Rendered::text(bytes))
        })
    }
}
