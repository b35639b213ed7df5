//! What one thread does with one task: bytes → text → what the format prints.

use super::decode::Decoder;
use super::feed::{Task, Work};
use super::formats::{Article, Format, Rendered, Renderer};
use super::inputs::Source;
use super::options::Options;
use super::read;
use anyhow::{Context, Error, Result, anyhow};
use indicatif::ProgressBar;
use serde_json::Value;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What came of a task.
pub(crate) struct Done {
    /// Index of the source.
    pub(crate) source: usize,
    /// The article in its format; none where the task was only the end of a source.
    pub(crate) outcome: Result<Option<Rendered>>,
    /// What a person should know though it is no failure.
    pub(crate) note: Option<String>,
    /// Whether nothing more comes from this source. Where that is an error, the source as a whole
    /// was not read to its end.
    pub(crate) closes: bool,
}

/// From tasks to results, the same for every thread.
pub(crate) struct Engine<'e> {
    format: &'e dyn Format,
    sources: &'e [Source],
    decoder: Decoder,
    field: Option<&'e str>,
    limit: u64,
    progress: &'e ProgressBar,
}

impl<'e> Engine<'e> {
    pub(crate) fn new(
        options: &'e Options,
        format: &'e dyn Format,
        sources: &'e [Source],
        progress: &'e ProgressBar,
    ) -> Self {
        Self {
            format,
            sources,
            decoder: Decoder { encoding: options.encoding, lossy: options.lossy },
            field: options.jsonl_field.as_deref(),
            limit: options.max_size,
            progress,
        }
    }

    /// Does `task` with this thread's `renderer`.
    pub(crate) fn run(&self, renderer: &mut Renderer<'e>, task: Task) -> Done {
        #[allow(clippy::indexing_slicing)] // Tasks are made from these very sources.
        let source = &self.sources[task.source];
        let name = source.name();
        let (article, closes) = match task.work {
            Work::File => (self.file(source).context(name), true),
            Work::Line { number, bytes } => {
                let place = format!("{name}:{number}");
                (self.line(&place, bytes).context(place), false)
            }
            Work::BadLine { number, reason } => {
                (Err(reason.context(format!("{name}:{number}"))), false)
            }
            Work::End(read) => {
                let outcome = read.context(name).map(|()| None);
                return Done { source: task.source, outcome, note: None, closes: true };
            }
        };
        let note = article
            .as_ref()
            .ok()
            .filter(|article| article.text.trim().is_empty())
            .map(|article| format!("{}: empty, there is nothing to find", article.id));
        let outcome = article.and_then(|article| {
            // The library does not panic; should it ever, the other articles are done all the same.
            catch_unwind(AssertUnwindSafe(|| renderer(&article))).unwrap_or_else(|_| {
                *renderer = self.format.renderer();
                Err(anyhow!("{}: a defect in vinews, please report it", article.id))
            })
        });
        Done { source: task.source, outcome: outcome.map(Some), note, closes }
    }

    fn file(&self, source: &Source) -> Result<Article> {
        let bytes = read::article(source, self.progress, self.limit)?;
        Ok(Article { id: source.name(), text: self.decoder.article(bytes)? })
    }

    fn line(&self, place: &str, bytes: Vec<u8>) -> Result<Article> {
        let field = self.field.unwrap_or_default();
        let line = self.decoder.utf8(bytes)?;
        let mut object: Value =
            serde_json::from_str(&line).map_err(|error| Error::new(error).context("no JSON"))?;
        let id = match object.get("id") {
            Some(Value::String(id)) => id.clone(),
            Some(Value::Number(id)) => id.to_string(),
            _ => place.to_owned(),
        };
        match object.get_mut(field).map(Value::take) {
            Some(Value::String(text)) => Ok(Article { id, text }),
            Some(_) => Err(anyhow!("the field {field:?} holds no text")),
            None => Err(anyhow!("there is no field {field:?}")),
        }
    }
}
