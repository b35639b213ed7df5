//! From the paths on the command line to the files to read, in their order.

use anyhow::{Context, Error, anyhow};
use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// One file to read, or standard input.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// Where it is; `-` is standard input.
    pub(crate) path: PathBuf,
    /// Its path below the folder that was named on the command line; else its file name.
    pub(crate) relative: PathBuf,
    /// Bytes as stored, where known beforehand.
    pub(crate) size: u64,
}

impl Source {
    /// The path as given, for people and as the id of the article.
    pub(crate) fn name(&self) -> String {
        self.path.display().to_string()
    }

    pub(crate) fn is_stdin(&self) -> bool {
        self.path == Path::new("-")
    }
}

/// What the command line came to.
#[derive(Default)]
pub(crate) struct Inputs {
    pub(crate) sources: Vec<Source>,
    /// What cannot be read at all, with its path and the reason.
    pub(crate) failures: Vec<Error>,
}

/// Which files of a folder are inputs.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Wanted {
    Text,
    JsonLines,
}

impl Wanted {
    const fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::JsonLines => "jsonl",
        }
    }

    fn takes(self, path: &Path) -> bool {
        unpacked_name(path).extension() == Some(OsStr::new(self.ending()))
    }
}

/// `path` without `.gz` or `.zst`.
pub(crate) fn unpacked_name(path: &Path) -> PathBuf {
    match path.extension().and_then(OsStr::to_str) {
        Some("gz" | "zst") => path.with_extension(""),
        _ => path.to_owned(),
    }
}

impl Inputs {
    /// Files and `-` as they are; of a folder, every wanted file below it, sorted by path.
    ///
    /// `skip` is the output folder: what lies in it is no input, though it may lie in one.
    pub(crate) fn find(paths: &[PathBuf], wanted: Wanted, skip: Option<&Path>) -> Self {
        let skip = skip.and_then(|folder| fs::canonicalize(folder).ok());
        let mut found = Self::default();
        for path in paths {
            found.add(path, wanted, skip.as_deref());
        }
        found
    }

    fn add(&mut self, path: &Path, wanted: Wanted, skip: Option<&Path>) {
        if path == Path::new("-") {
            let relative = PathBuf::from("stdin");
            self.sources.push(Source { path: path.to_owned(), relative, size: 0 });
            return;
        }
        match fs::metadata(path) {
            Ok(meta) if meta.is_dir() => self.add_folder(path, wanted, skip),
            Ok(meta) => {
                let relative = path.file_name().unwrap_or(path.as_os_str()).into();
                self.sources.push(Source { path: path.to_owned(), relative, size: meta.len() });
            }
            Err(error) => self.fail(path, error.into()),
        }
    }

    /// Walks with a stack of its own, so that depth is bounded by the file system alone, and
    /// enters each real folder once, so that symbolic links cannot lead in circles.
    fn add_folder(&mut self, root: &Path, wanted: Wanted, skip: Option<&Path>) {
        let (sources_before, failures_before) = (self.sources.len(), self.failures.len());
        let mut entered = HashSet::new();
        let mut stack = vec![root.to_owned()];
        while let Some(folder) = stack.pop() {
            match list(&folder, &mut entered) {
                Ok(paths) => {
                    for path in paths {
                        match fs::metadata(&path) {
                            Ok(meta) if meta.is_dir() => {
                                if skip.is_none() || fs::canonicalize(&path).ok().as_deref() != skip
                                {
                                    stack.push(path);
                                }
                            }
                            Ok(meta) if meta.is_file() && wanted.takes(&path) => {
                                let relative = path.strip_prefix(root).unwrap_or(&path).to_owned();
                                self.sources.push(Source { path, relative, size: meta.len() });
                            }
                            Err(error) if wanted.takes(&path) || path.is_symlink() => {
                                self.fail(&path, error.into());
                            }
                            Ok(_) | Err(_) => {}
                        }
                    }
                }
                Err(error) => self.fail(&folder, error),
            }
        }
        if let Some(new) = self.sources.get_mut(sources_before..) {
            new.sort_by(|a, b| a.path.cmp(&b.path));
        }
        if (self.sources.len(), self.failures.len()) == (sources_before, failures_before) {
            let reason = format!("no *.{} in this folder or below", wanted.ending());
            self.fail(root, anyhow!(reason));
        }
    }

    fn fail(&mut self, path: &Path, reason: Error) {
        self.failures.push(reason.context(path.display().to_string()));
    }
}

/// The entries of `folder`, sorted; none when it was entered before through another link, an
/// error when the link leads back to a folder that it lies in.
fn list(folder: &Path, entered: &mut HashSet<PathBuf>) -> Result<Vec<PathBuf>, Error> {
    let real = fs::canonicalize(folder)?;
    if !entered.insert(real.clone()) {
        let parent = folder.parent().map(fs::canonicalize).transpose()?;
        if parent.is_some_and(|parent| parent.starts_with(&real)) {
            return Err(anyhow!("a symbolic link back to {}, not followed", real.display()));
        }
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path()));
    let mut paths = entries.collect::<Result<Vec<_>, _>>().context("reading the folder")?;
    paths.sort();
    Ok(paths)
}
