//! Scores what the crate finds against corpora with answers.

use anyhow::Result;
use clap::{Parser, Subcommand};

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
}

fn main() -> Result<()> {
    match Arguments::parse().what {
        What::Words(arguments) => words::run(arguments),
    }
}
