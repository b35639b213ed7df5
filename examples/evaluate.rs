//! Scores what the crate finds against corpora with answers.

use anyhow::Result;
use clap::{Parser, Subcommand};

#[path = "train/articles.rs"]
mod articles;
#[path = "evaluate/entities.rs"]
mod entities;
#[path = "evaluate/words.rs"]
mod words;

/// Scores what the crate finds against corpora with answers.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Words
    Words(words::Arguments),
    /// People, titles, places, organisations
    Entities(entities::Arguments),
}

fn main() -> Result<()> {
    match Arguments::parse().what {
        What::Words(arguments) => words::run(arguments),
        What::Entities(arguments) => entities::run(arguments),
    }
}
