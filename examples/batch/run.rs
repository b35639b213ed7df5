//! From the command line to the exit status.

use super::collect::{Collector, Target};
use super::engine::Engine;
use super::feed::Feed;
use super::inputs::{Inputs, Source, Wanted};
use super::options::Options;
use super::{formats, output, plan, pool, progress};
use anyhow::{Context, Error, Result};
use clap::Parser;
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;

const SOME_FAILED: u8 = 1;
const WRONG_USAGE: u8 = 2;

pub(crate) fn main() -> ExitCode {
    // clap itself ends the program with 2 on wrong usage, with 0 after --help.
    let options = Options::parse();
    let format = match options.check().and_then(|()| formats::format(&options)) {
        Ok(format) => format,
        Err(error) => return end(WRONG_USAGE, &error),
    };
    match run(&options, &*format) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(failed) => {
            eprintln!("batch: {failed} failed, see above");
            ExitCode::from(SOME_FAILED)
        }
        Err(error) => end(SOME_FAILED, &error),
    }
}

fn end(status: u8, error: &Error) -> ExitCode {
    eprintln!("batch: {error:#}");
    ExitCode::from(status)
}

/// The number of inputs and articles that failed.
///
/// # Errors
/// When there is nowhere to write to.
fn run(options: &Options, format: &dyn formats::Format) -> Result<u64> {
    let wanted = if options.jsonl_field.is_some() { Wanted::JsonLines } else { Wanted::Text };
    let Inputs { mut sources, failures } =
        Inputs::find(&options.inputs, wanted, options.output_dir.as_deref());
    let target = match &options.output_dir {
        Some(folder) => folder_target(options, folder, &mut sources)?,
        None => Target::One { path: options.output.clone() },
    };
    let total = if sources.iter().any(Source::is_stdin) {
        None
    } else {
        Some(sources.iter().map(|source| source.size).sum())
    };
    let bar = progress::bar(total, !options.no_progress);
    let engine = Engine::new(options, format, &sources, &bar);
    let mut collector = Collector::start(format, &sources, target, &bar)?;
    for failure in &failures {
        collector.fail(failure);
    }
    let lines = options.jsonl_field.is_some();
    pool::in_order(
        jobs(options),
        Feed::new(&sources, lines, options.max_size, &bar).heaps(),
        || format.renderer(),
        |renderer, task| engine.run(renderer, task),
        |done| collector.take(done),
    );
    collector.finish();
    bar.finish_and_clear();
    Ok(collector.failed)
}

fn jobs(options: &Options) -> usize {
    match options.jobs {
        Some(jobs) => jobs.into(),
        None => thread::available_parallelism().map_or(1, usize::from),
    }
}

/// One file per source below `folder`; with `--resume`, of those that are not there yet.
fn folder_target(options: &Options, folder: &Path, sources: &mut Vec<Source>) -> Result<Target> {
    fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    let mut named = HashSet::new();
    sources.retain(|source| named.insert(source.path.clone()));
    let mut paths = plan::names(sources, folder, options.format.extension());
    if options.resume {
        let folders: HashSet<&Path> = paths.iter().filter_map(|path| path.parent()).collect();
        for folder in folders.into_iter().filter(|folder| folder.is_dir()) {
            output::sweep(folder).with_context(|| folder.display().to_string())?;
        }
        let missing = |path: &PathBuf| !path.is_file();
        let mut keep = paths.iter().map(missing).collect::<Vec<_>>().into_iter();
        sources.retain(|_| keep.next().unwrap_or(true));
        paths.retain(missing);
    }
    Ok(Target::Each { folder: folder.to_owned(), paths })
}
