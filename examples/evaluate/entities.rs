//! Scores people, titles, places and organisations: spans and types strictly, holders, mentions.

use crate::articles::{self, Sentences};
use anyhow::Result;
use clap::Args;
use std::path::PathBuf;
use vinews::Extractor;
use vinews::train::entities::{Options, Scores, cross_validate, evaluate, evaluate_links};

#[derive(Args)]
pub(crate) struct Arguments {
    /// The folder of annotated articles: NAME.txt, NAME.ann (brat, offsets in code points)
    articles: PathBuf,
    /// Learns from all parts of the articles but one and measures on that one, for each of so
    /// many parts, instead of measuring the bundled weights
    #[arg(long)]
    folds: Option<usize>,
    #[command(flatten)]
    sentences: Sentences,
    /// Gives the spans of the articles, and measures only what is made of them: holders and
    /// mentions of one person
    #[arg(long, conflicts_with = "folds")]
    links: bool,
    /// Lists what was missed (-) and what is wrong (+) of one type, or of ALL
    #[arg(long)]
    errors: Option<String>,
}

pub(crate) fn run(arguments: Arguments) -> Result<()> {
    let articles = articles::read(&arguments.articles)?;
    let show = arguments.errors.as_deref();
    let scores = match arguments.folds {
        Some(folds) => cross_validate(
            &articles,
            &arguments.sentences.read()?,
            folds,
            folds,
            Options::default(),
            |article, extractor, scores| {
                evaluate(article, extractor, show, scores);
            },
        ),
        None => {
            let (extractor, mut scores) = (Extractor::new(), Scores::default());
            let measure = if arguments.links { evaluate_links } else { evaluate };
            articles.iter().for_each(|article| measure(article, &extractor, show, &mut scores));
            scores
        }
    };
    scores.errors.iter().for_each(|error| println!("{error}"));
    for (name, row) in scores.rows() {
        println!(
            "{name:13} F1 {:6.2}   gold {:5}  found {:5}  right {:5}",
            row.f1(),
            row.gold,
            row.found,
            row.right
        );
    }
    Ok(())
}
