//! What the threads are given to do: whole files, or the lines of a file of JSON Lines.

use super::inputs::Source;
use super::read;
use anyhow::{Error, Result};
use indicatif::ProgressBar;
use std::io::BufRead;

/// One piece of work; pieces come in the order of the output.
pub(crate) struct Task {
    /// Index of the source it belongs to.
    pub(crate) source: usize,
    pub(crate) work: Work,
}

pub(crate) enum Work {
    /// Read the source: it is one article, and nothing follows it.
    File,
    /// This line holds an article; lines count from 1.
    Line { number: u64, bytes: Vec<u8> },
    /// This line could not be had.
    BadLine { number: u64, reason: Error },
    /// The last line was read, or reading broke off.
    End(Result<()>),
}

/// The tasks of all sources, read only as fast as they are taken.
pub(crate) struct Feed<'s> {
    sources: &'s [Source],
    lines: bool,
    limit: u64,
    progress: &'s ProgressBar,
    next: usize,
    open: Option<OpenLines>,
}

/// A heap has at least so many bytes: a dozen articles, which take a millisecond.
const HEAP: u64 = 16 << 10;
/// No task weighs less.
const LEAST: u64 = 256;

struct OpenLines {
    reader: Box<dyn BufRead + Send>,
    number: u64,
}

impl<'s> Feed<'s> {
    /// Tasks over `sources`, each one article or, with `lines`, one article a line.
    pub(crate) fn new(
        sources: &'s [Source],
        lines: bool,
        limit: u64,
        progress: &'s ProgressBar,
    ) -> Self {
        Self { sources, lines, limit, progress, next: 0, open: None }
    }

    /// The tasks in heaps, each of one large task or some small ones; what comes from standard
    /// input is handed on as it comes.
    pub(crate) fn heaps(mut self) -> impl Iterator<Item = Vec<Task>> {
        std::iter::from_fn(move || {
            let mut heap = Vec::new();
            let mut weight = 0;
            while weight < HEAP
                && let Some(task) = self.next()
            {
                weight += self.weight(&task);
                heap.push(task);
            }
            (!heap.is_empty()).then_some(heap)
        })
    }

    /// About how many bytes a task is of; none is nothing.
    fn weight(&self, task: &Task) -> u64 {
        let Some(source) = self.sources.get(task.source) else { return HEAP };
        let bytes = match &task.work {
            _ if source.is_stdin() => HEAP,
            Work::File => source.size,
            Work::Line { bytes, .. } => bytes.len() as u64,
            Work::BadLine { .. } | Work::End(_) => 0,
        };
        bytes + LEAST
    }

    /// The next piece of work of the file of lines that is open.
    fn line(&mut self, open: &mut OpenLines) -> Work {
        loop {
            open.number += 1;
            let number = open.number;
            match read::line(&mut *open.reader, self.limit) {
                Ok(Some(Ok(bytes))) if bytes.iter().all(u8::is_ascii_whitespace) => {}
                Ok(Some(Ok(bytes))) => return Work::Line { number, bytes },
                Ok(Some(Err(reason))) => return Work::BadLine { number, reason },
                Ok(None) => return Work::End(Ok(())),
                Err(error) => return Work::End(Err(error)),
            }
        }
    }
}

impl Iterator for Feed<'_> {
    type Item = Task;

    fn next(&mut self) -> Option<Task> {
        if let Some(mut open) = self.open.take() {
            let work = self.line(&mut open);
            if !matches!(work, Work::End(_)) {
                self.open = Some(open);
            }
            return Some(Task { source: self.next - 1, work });
        }
        let source = self.sources.get(self.next)?;
        self.next += 1;
        if !self.lines {
            return Some(Task { source: self.next - 1, work: Work::File });
        }
        match read::open(source, self.progress) {
            Ok(reader) => {
                self.open = Some(OpenLines { reader, number: 0 });
                self.next()
            }
            Err(error) => Some(Task { source: self.next - 1, work: Work::End(Err(error)) }),
        }
    }
}
