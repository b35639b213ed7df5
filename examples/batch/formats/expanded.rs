//! The text with its abbreviations written out.

use super::{Article, Format, Rendered, Renderer, lines};
use vinews::{Analyzer, ExpandOptions, Normalizer};

pub(crate) struct Expanded {
    pub(crate) normalizer: Normalizer,
    pub(crate) analyzer: Analyzer,
}

impl Format for Expanded {
    fn renderer(&self) -> Renderer<'_> {
        Box::new(|article: &Article| {
            let clean = self.normalizer.normalize(&article.text);
            let document = self.analyzer.analyze(clean.as_str());
            let expanded = document.expanded(ExpandOptions::new());
            Ok(Rendered::text(lines::ended(expanded.as_str())))
        })
    }
}
