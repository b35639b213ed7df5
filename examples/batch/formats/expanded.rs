//! The text with its abbreviations written out.

use super::{Article, Format, Rendered, Renderer, lines};
use vinews::{Analyzer, Document, Normalizer};

pub(crate) struct Expanded {
    pub(crate) normalizer: Normalizer,
    pub(crate) analyzer: Analyzer,
}

impl Format for Expanded {
    fn renderer(&self) -> Renderer<'_> {
        Box::new(|article: &Article| {
            let clean = self.normalizer.normalize(&article.text);
            let document = self.analyzer.analyze(clean.as_str());
            Ok(Rendered::text(lines::ended(&expanded(&document))))
        })
    }
}

fn expanded(document: &Document<'_>) -> String {
    let text = document.text();
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for short in document.abbreviations() {
        // Where the long form stands beside it already, the short one stays.
        if short.definition.is_some() || short.span.start < done {
            continue;
        }
        out.push_str(text.get(done..short.span.start).unwrap_or_default());
        out.push_str(&short.expansion);
        done = short.span.end;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}
