//! One line in, one line out: words parted by a blank, the syllables of a word joined by `_`.

use super::{Article, Format, Rendered, Renderer, lines};
use vinews::{Normalizer, Segmenter};

pub(crate) struct Segmented {
    pub(crate) normalizer: Normalizer,
    pub(crate) segmenter: Segmenter,
}

impl Format for Segmented {
    fn renderer(&self) -> Renderer<'_> {
        let mut worker = self.segmenter.worker();
        Box::new(move |article: &Article| {
            let clean = self.normalizer.normalize(&article.text);
            let text = clean.as_str();
            let mut words = worker.segment(text).iter().peekable();
            let mut out = String::with_capacity(text.len() + text.len() / 16);
            let mut end = 0;
            for line in text.split_inclusive('\n') {
                end += line.len();
                let mut first = true;
                while let Some(word) = words.next_if(|word| word.span.start < end) {
                    if !first {
                        out.push(' ');
                    }
                    first = false;
                    lines::push_joined(&mut out, &text[word.span], '_');
                }
                out.push('\n');
            }
            Ok(Rendered::text(out.into_bytes()))
        })
    }
}
