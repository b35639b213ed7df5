//! Scores words.

use anyhow::{Context, Result};
use clap::Args;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use vinews::Segmenter;
use vinews::train::words::{read_conllu, read_joined, score};

#[derive(Args)]
pub(crate) struct Arguments {
    /// Corpora in CoNLL-U (.conllu), or sentences one a line with the syllables of a word joined
    /// by `_`
    #[arg(required = true)]
    corpora: Vec<PathBuf>,
    /// Other weights than the bundled ones
    #[arg(long)]
    weights: Option<PathBuf>,
    /// Lists the words that were missed (-) and those that are none (+), with how often
    #[arg(long)]
    errors: bool,
}

pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let segmenter = match &arguments.weights {
        None => Segmenter::new(),
        Some(path) => {
            let bytes =
                fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
            Segmenter::builder().weights(&path.to_string_lossy(), &bytes)?.build()
        }
    };
    for path in &arguments.corpora {
        let text =
            fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        let conllu = path.extension().is_some_and(|e| e == "conllu");
        let sentences = if conllu { read_conllu(&text) } else { read_joined(&text) };
        let mut errors: BTreeMap<(bool, String), usize> = BTreeMap::new();
        let score = score(&segmenter, &sentences, |word, missed| {
            *errors.entry((missed, word.to_owned())).or_default() += 1;
        });
        println!(
            "{}: P {:.2} R {:.2} F1 {:.2} ({} words, {} found)",
            path.display(),
            score.precision(),
            score.recall(),
            score.f1(),
            score.gold,
            score.found
        );
        if arguments.errors {
            let mut errors: Vec<_> = errors.into_iter().collect();
            errors.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            for ((missed, word), count) in errors {
                println!("{count}\t{}\t{word}", if missed { '-' } else { '+' });
            }
        }
    }
    Ok(())
}
