//! What the weights of the entities are learned from: articles in a folder, `NAME.txt` with
//! `NAME.ann` beside it, and marked sentences of raw news.

use anyhow::{Context, Result, ensure};
use clap::Args;
use std::fs;
use std::path::{Path, PathBuf};
use vinews::train::entities::{Article, read_marks};

/// Sentences to learn from beside the articles.
#[derive(Args)]
pub(crate) struct Sentences {
    /// Learns from the marked sentences of this text as well, a sentence a line
    #[arg(long, value_name = "TEXT")]
    sentences: Option<PathBuf>,
    /// Which sentences these are, and their spans
    #[arg(long, value_name = "LIST", default_value = "examples/train/marks.tsv")]
    marks: PathBuf,
}

impl Sentences {
    pub(crate) fn read(&self) -> Result<Vec<Article>> {
        let Some(text) = &self.sentences else { return Ok(Vec::new()) };
        Ok(read_marks(&self.marks.to_string_lossy(), &file(&self.marks)?, &file(text)?)?)
    }
}

pub(crate) fn read(folder: &Path) -> Result<Vec<Article>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    paths.retain(|path| path.extension().is_some_and(|e| e == "ann"));
    paths.sort();
    ensure!(!paths.is_empty(), "{} has no annotated article", folder.display());
    paths
        .iter()
        .map(|path| {
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            Ok(Article::parse(&name, &file(&path.with_extension("txt"))?, &file(path)?))
        })
        .collect()
}

fn file(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}
