//! Annotated articles in a folder: `NAME.txt` with `NAME.ann` beside it.

use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use vinews::train::entities::Article;

pub(crate) fn read(folder: &Path) -> Result<Vec<Article>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    paths.retain(|path| path.extension().is_some_and(|e| e == "ann"));
    paths.sort();
    ensure!(!paths.is_empty(), "{} has no annotated article", folder.display());
    let file = |path: &Path| {
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
    };
    paths
        .iter()
        .map(|path| {
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            Ok(Article::parse(&name, &file(&path.with_extension("txt"))?, &file(path)?))
        })
        .collect()
}
