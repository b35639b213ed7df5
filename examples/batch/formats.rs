//! What is printed: one module a format.

mod conllu;
mod expanded;
mod html;
mod jsonl;
mod lines;
mod normalized;
mod segmented;
mod tsv;

use super::options::{FormatName, Options};
use conllu::Conllu;
use expanded::Expanded;
use html::Html;
pub(crate) use html::Summary;
use jsonl::Jsonl;
use normalized::Normalized;
use segmented::Segmented;
use tsv::Tsv;

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use vinews::{Analyzer, Normalizer, Segmenter};

/// A text to read.
pub(crate) struct Article {
    pub(crate) id: String,
    pub(crate) text: String,
}

/// An article in its format.
pub(crate) struct Rendered {
    pub(crate) bytes: Vec<u8>,
    /// What it adds to the tail of the file; only pages have one.
    pub(crate) summary: Summary,
}

impl Rendered {
    fn text(bytes: Vec<u8>) -> Self {
        Self { bytes, summary: Summary::default() }
    }
}

/// What a thread does with an article; it may keep buffers from one to the next.
pub(crate) type Renderer<'f> = Box<dyn FnMut(&Article) -> Result<Rendered> + 'f>;

/// A format, shared by all threads.
pub(crate) trait Format: Sync {
    /// What stands before the first article of a file.
    fn head(&self) -> Vec<u8> {
        Vec::new()
    }

    /// The work of one thread.
    fn renderer(&self) -> Renderer<'_>;

    /// What stands after the last article of a file.
    fn tail(&self, _articles: &Summary) -> Vec<u8> {
        Vec::new()
    }
}

/// The format asked for, with the user's lists.
///
/// # Errors
/// When a list cannot be read or is wrong.
pub(crate) fn format(options: &Options) -> Result<Box<dyn Format>> {
    let normalizer = Normalizer::new().tone(options.tone);
    let offsets = options.offsets;
    Ok(match options.format {
        FormatName::Jsonl => {
            Box::new(Jsonl { analyzer: analyzer(options)?, offsets, words: options.words })
        }
        FormatName::Segmented => Box::new(Segmented { normalizer, segmenter: segmenter(options)? }),
        FormatName::Expanded => Box::new(Expanded { normalizer, analyzer: analyzer(options)? }),
        FormatName::Normalized => Box::new(Normalized { normalizer }),
        FormatName::Conllu => Box::new(Conllu { normalizer, analyzer: analyzer(options)? }),
        FormatName::Tsv => Box::new(Tsv { analyzer: analyzer(options)?, offsets }),
        FormatName::Html => Box::new(Html { analyzer: analyzer(options)? }),
    })
}

fn segmenter(options: &Options) -> Result<Segmenter> {
    let mut builder = Segmenter::builder();
    if let Some((name, list)) = list(options.lexicon.as_deref())? {
        builder = builder.lexicon(&name, &list)?;
    }
    Ok(builder.build())
}

fn analyzer(options: &Options) -> Result<Analyzer> {
    let mut builder = Analyzer::builder();
    if let Some((name, list)) = list(options.lexicon.as_deref())? {
        builder = builder.lexicon(&name, &list)?;
    }
    if let Some((name, list)) = list(options.abbreviations.as_deref())? {
        builder = builder.abbreviations(&name, &list)?;
    }
    if let Some((name, list)) = list(options.places.as_deref())? {
        builder = builder.places(&name, &list)?;
    }
    if let Some((name, list)) = list(options.titles.as_deref())? {
        builder = builder.titles(&name, &list)?;
    }
    if let Some(date) = options.date {
        builder = builder.date(date);
    }
    Ok(builder.build())
}

/// The name and text of a user's list.
fn list(path: Option<&Path>) -> Result<Option<(String, String)>> {
    path.map(|path| {
        let name = path.display().to_string();
        let text = fs::read_to_string(path).with_context(|| name.clone())?;
        Ok((name, text))
    })
    .transpose()
}
