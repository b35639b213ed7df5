//! Which input is written under which name in the output folder.

use super::inputs::{Source, unpacked_name};
use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};

/// The output path of each source (no two have the same path), below `folder` whatever the names of the inputs are.
///
/// An article keeps its base name, and its folder below the folder named on the command line.
/// Where that leads two inputs to one name (a.txt and a.txt.gz), each of them carries a number
/// made from its path instead; it does not depend on what else is in the run, so a later
/// `--resume` finds the same names.
pub(crate) fn names(sources: &[Source], folder: &Path, extension: &str) -> Vec<PathBuf> {
    let plain: Vec<PathBuf> = sources.iter().map(|source| below(&source.relative)).collect();
    let mut uses: HashMap<String, usize> = HashMap::new();
    for name in &plain {
        *uses.entry(folded(name)).or_default() += 1;
    }
    let full = |(source, mut name): (&Source, PathBuf)| {
        let mut file = name.file_name().unwrap_or_default().to_owned();
        if uses.get(&folded(&name)).is_some_and(|&n| n > 1) {
            file.push(format!(".{:016x}", fingerprint(source.path.as_os_str().as_encoded_bytes())));
        }
        file.push(".");
        file.push(extension);
        name.set_file_name(file);
        folder.join(name)
    };
    sources.iter().zip(plain).map(full).collect()
}

/// The path without `.gz`, `.zst` and then `.txt`, `.jsonl`; nothing in it leads upwards.
fn below(relative: &Path) -> PathBuf {
    let mut path = PathBuf::new();
    for part in unpacked_name(relative).components() {
        if let Component::Normal(part) = part {
            path.push(part);
        }
    }
    match path.extension().and_then(|e| e.to_str()) {
        Some("txt" | "jsonl") => path.with_extension(""),
        _ if path.as_os_str().is_empty() => PathBuf::from("article"),
        _ => path,
    }
}

/// Names that some file systems take for the same.
fn folded(name: &Path) -> String {
    name.to_string_lossy().to_lowercase()
}

/// FNV-1a: the same on every machine and in every version.
pub(crate) fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
