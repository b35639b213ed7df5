//! Learns people, titles, places and organisations.

use crate::articles::{self, Sentences};
use anyhow::{Context, Result};
use clap::Args;
use std::fs;
use std::path::PathBuf;
use vinews::train::entities::{Options, learn, weights};

#[derive(Args)]
pub(crate) struct Arguments {
    /// The folder of annotated articles: NAME.txt, NAME.ann (brat, offsets in code points)
    articles: PathBuf,
    #[command(flatten)]
    sentences: Sentences,
    /// Where to write the weights
    #[arg(long, default_value = "data/entities.bin")]
    output: PathBuf,
    /// Passes over the articles
    #[arg(long)]
    passes: Option<usize>,
}

pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let mut articles = articles::read(&arguments.articles)?;
    eprintln!("{}: {} articles", arguments.articles.display(), articles.len());
    articles.extend(arguments.sentences.read()?);
    let mut options = Options::default();
    options.passes = arguments.passes.unwrap_or(options.passes);
    let bytes = weights(&learn(&articles, options));
    fs::write(&arguments.output, &bytes)
        .with_context(|| format!("cannot write {}", arguments.output.display()))?;
    eprintln!("{}: {} bytes", arguments.output.display(), bytes.len());
    Ok(())
}
