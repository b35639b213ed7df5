//! The text, normalised.

use super::{Article, Format, Rendered, Renderer, lines};
use vinews::Normalizer;

pub(crate) struct Normalized {
    pub(crate) normalizer: Normalizer,
}

impl Format for Normalized {
    fn renderer(&self) -> Renderer<'_> {
        Box::new(|article: &Article| {
            let clean = self.normalizer.normalize(&article.text);
            Ok(Rendered::text(lines::ended(clean.as_str())))
        })
    }
}
