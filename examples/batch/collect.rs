//! Takes results in their order and writes them out.

use super::engine::Done;
use super::formats::{Format, Rendered, Summary};
use super::inputs::Source;
use super::output::Output;
use super::progress::say;
use anyhow::{Context, Error, Result};
use indicatif::ProgressBar;
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// Where results go.
pub(crate) enum Target {
    /// All to one place, standard output without a path.
    One { path: Option<PathBuf> },
    /// Each source to the file of the same index.
    Each { folder: PathBuf, paths: Vec<PathBuf> },
}

/// Writes results and keeps count.
pub(crate) struct Collector<'c> {
    format: &'c dyn Format,
    sources: &'c [Source],
    target: Target,
    progress: &'c ProgressBar,
    page: Option<Page>,
    /// The source whose file could not be written, until its last result has passed.
    given_up: Option<usize>,
    pub(crate) done: u64,
    pub(crate) failed: u64,
}

/// What is being written: the head, then the articles, then the tail of the format.
struct Page {
    output: Output,
    articles: u64,
    summary: Summary,
}

impl Page {
    fn open(mut output: Output, format: &dyn Format) -> Result<Self> {
        output.write_all(&format.head())?;
        Ok(Self { output, articles: 0, summary: Summary::default() })
    }

    fn add(&mut self, article: Rendered) -> Result<()> {
        self.articles += 1;
        self.summary.add(article.summary);
        Ok(self.output.write_all(&article.bytes)?)
    }

    fn close(mut self, format: &dyn Format) -> Result<()> {
        self.output.write_all(&format.tail(&self.summary))?;
        self.output.finish()
    }
}

impl<'c> Collector<'c> {
    /// A collector that has written nothing but, to one place, the head of the format.
    pub(crate) fn start(
        format: &'c dyn Format,
        sources: &'c [Source],
        target: Target,
        progress: &'c ProgressBar,
    ) -> Result<Self> {
        let page = match &target {
            Target::One { path: None } => Some(Page::open(Output::stdout(), format)?),
            Target::One { path: Some(path) } => {
                let output = Output::file(path).with_context(|| path.display().to_string())?;
                Some(Page::open(output, format)?)
            }
            Target::Each { .. } => None,
        };
        Ok(Self { format, sources, target, progress, page, given_up: None, done: 0, failed: 0 })
    }

    /// Takes the next result; breaks off when nothing more can be written.
    pub(crate) fn take(&mut self, done: Done) -> ControlFlow<()> {
        if let Some(note) = &done.note {
            say(self.progress, note);
        }
        if self.given_up == Some(done.source) {
            return ControlFlow::Continue(());
        }
        let written = match done.outcome {
            Ok(article) => {
                self.done += u64::from(article.is_some());
                self.write(done.source, article, done.closes)
            }
            Err(reason) => {
                self.fail(&reason);
                if done.closes && matches!(self.target, Target::Each { .. }) {
                    // Not read to its end, so there is no whole file to be had.
                    self.page = None;
                }
                Ok(())
            }
        };
        self.progress.set_message(format!("{} articles", self.done));
        match written {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => self.stop_or_give_up(done.source, error),
        }
    }

    fn write(&mut self, source: usize, article: Option<Rendered>, closes: bool) -> Result<()> {
        let mut page = match self.page.take() {
            Some(page) => page,
            None => Page::open(self.open(source)?, self.format)?,
        };
        if let Some(article) = article {
            page.add(article)?;
        }
        if closes && matches!(self.target, Target::Each { .. }) {
            page.close(self.format)
        } else {
            self.page = Some(page);
            Ok(())
        }
    }

    fn open(&self, source: usize) -> Result<Output> {
        match &self.target {
            Target::Each { folder, paths } => {
                let path = paths.get(source).map_or(Path::new(""), PathBuf::as_path);
                let input = self.sources.get(source).map_or(Path::new(""), |s| &s.path);
                Output::below(folder, path, input)
            }
            Target::One { .. } => Ok(Output::stdout()),
        }
    }

    fn stop_or_give_up(&mut self, source: usize, error: Error) -> ControlFlow<()> {
        match &self.target {
            Target::One { path: None } if is_broken_pipe(&error) => {
                // Whoever read has enough. Threads may still wait for input, so they are not
                // waited for; nothing unfinished lies about when standard output is the target.
                std::process::exit(0);
            }
            Target::One { path } => {
                let name = path.as_deref().map_or("standard output".into(), Path::to_string_lossy);
                let error = error.context(name.into_owned());
                self.page = None;
                self.fail(&error);
                ControlFlow::Break(())
            }
            Target::Each { paths, .. } => {
                let name = paths.get(source).map(|p| p.display().to_string()).unwrap_or_default();
                self.fail(&error.context(name));
                self.given_up = Some(source);
                ControlFlow::Continue(())
            }
        }
    }

    /// Counts a failure and names it.
    pub(crate) fn fail(&mut self, reason: &Error) {
        self.failed += 1;
        say(self.progress, format_args!("{reason:#}"));
    }

    /// Makes the one output final. Where every input failed, a file that is there stays as it is.
    pub(crate) fn finish(&mut self) {
        let Some(page) = self.page.take() else { return };
        if page.articles == 0 && self.failed > 0 && matches!(page.output, Output::File(_)) {
            return;
        }
        if let Err(error) = page.close(self.format) {
            let _ = self.stop_or_give_up(usize::MAX, error);
        }
    }
}

fn is_broken_pipe(error: &Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe)
}
