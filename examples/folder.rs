//! Reads a folder on all cores with rayon and prints who is named in most articles.
//!
//!     cargo run --release --example folder -- data/samples

use anyhow::{Context, Result};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::{env, fs};
use vinews::Analyzer;

fn main() -> Result<()> {
    let folder = env::args().nth(1).context("usage: folder FOLDER")?;
    let entries = fs::read_dir(&folder).with_context(|| folder.clone())?;
    let mut paths: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));

    // One analyzer serves all threads; each article is its own piece of work.
    let analyzer = Analyzer::new();
    let names: Vec<BTreeSet<String>> = paths
        .par_iter()
        .map(|path| {
            let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
            let document = analyzer.analyze(&text);
            Ok(document.people().iter().map(|person| person.name.clone()).collect())
        })
        .collect::<Result<_>>()?;

    let mut articles: BTreeMap<&str, usize> = BTreeMap::new();
    for name in names.iter().flatten() {
        *articles.entry(name).or_default() += 1;
    }
    let mut most: Vec<_> = articles.into_iter().collect();
    most.sort_by_key(|&(name, count)| (std::cmp::Reverse(count), name));
    for (name, count) in most.iter().take(20) {
        println!("{count:>4}  {name}");
    }
    Ok(())
}
