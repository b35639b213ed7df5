//! Learns where words end.

use anyhow::{Context, Result};
use clap::Args;
use std::fs;
use std::path::{Path, PathBuf};
use vinews::train::words::{Corpus, Options, learn, read_conllu, read_joined};

#[derive(Args)]
pub(crate) struct Arguments {
    /// A corpus and what a word of it counts: PATH=WEIGHT; CoNLL-U (.conllu), or sentences one a
    /// line with the syllables of a word joined by `_`
    #[arg(long = "corpus", required = true, value_parser = weighted)]
    corpora: Vec<(PathBuf, f32)>,
    /// The words that are known, a list like data/lexicon.tsv
    #[arg(long, default_value = "data/lexicon.tsv")]
    lexicon: PathBuf,
    /// Where to write the weights
    #[arg(long, default_value = "data/words.bin")]
    output: PathBuf,
    /// How many pairs of syllables keep weights
    #[arg(long)]
    pairs: Option<usize>,
    /// Passes over the corpora
    #[arg(long)]
    passes: Option<usize>,
}

pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let corpora: Vec<Corpus> = arguments
        .corpora
        .iter()
        .map(|(path, weight)| {
            let text = read(path)?;
            let conllu = path.extension().is_some_and(|e| e == "conllu");
            let sentences = if conllu { read_conllu(&text) } else { read_joined(&text) };
            eprintln!("{}: {} sentences", path.display(), sentences.len());
            Ok(Corpus { sentences, weight: *weight })
        })
        .collect::<Result<_>>()?;
    let mut options = Options::default();
    options.pairs = arguments.pairs.unwrap_or(options.pairs);
    options.passes = arguments.passes.unwrap_or(options.passes);
    let bytes = learn(&corpora, &read(&arguments.lexicon)?, options);
    fs::write(&arguments.output, &bytes)
        .with_context(|| format!("cannot write {}", arguments.output.display()))?;
    eprintln!("{}: {} bytes", arguments.output.display(), bytes.len());
    Ok(())
}

fn weighted(argument: &str) -> Result<(PathBuf, f32), String> {
    let (path, weight) = argument.rsplit_once('=').ok_or("PATH=WEIGHT is wanted")?;
    let weight = weight.parse().map_err(|_| format!("{weight:?} is no number"))?;
    Ok((path.into(), weight))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}
