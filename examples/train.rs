//! Learns the weights in `data/` from corpora. `data/README.md` records the commands that made them.

use anyhow::Result;
use clap::{Parser, Subcommand};

#[path = "train/articles.rs"]
mod articles;
#[path = "train/entities.rs"]
mod entities;
#[path = "train/words.rs"]
mod words;

/// Learns the weights in data/ from corpora.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Where words end: data/words.bin
    Words(words::Arguments),
    /// People, titles, places, organisations: data/entities.bin
    Entities(entities::Arguments),
}

fn main() -> Result<()> {
    match Arguments::parse().what {
        What::Words(arguments) => words::run(arguments),
        What::Entities(arguments) => entities::run(arguments),
    }
}
