//! What the pages about the code say, and the size of its files, stay true.

use std::fs;
use std::path::{Path, PathBuf};

/// The pages that name files of this repository in backticks.
const PAGES: &[&str] = &["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "data/README.md"];

/// Folders that are left out of the packed crate; there, what lies in them is not looked for.
const UNPACKED: &[&str] = &["fuzz/", ".ci/", "examples/integrations/", "tests/browser/"];

#[test]
fn files_named_in_pages_exist() {
    let packed = root().join(".cargo_vcs_info.json").exists();
    let mut missing = Vec::new();
    for page in PAGES {
        let folder = root().join(page).parent().map(Path::to_path_buf).unwrap_or_default();
        let text = fs::read_to_string(root().join(page)).expect("a page");
        for name in text.split('`').skip(1).step_by(2).filter(|name| is_path(name)) {
            let left_out = packed && UNPACKED.iter().any(|folder| name.starts_with(folder));
            if !left_out && !root().join(name).exists() && !folder.join(name).exists() {
                missing.push(format!("{page} names `{name}`"));
            }
        }
    }
    assert!(missing.is_empty(), "no such file:\n{}", missing.join("\n"));
}

/// A name with a folder, in letters, digits and `._-/` alone.
fn is_path(name: &str) -> bool {
    name.contains('/')
        && !name.starts_with('/')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || "._-/".contains(c))
        && name.contains(|c: char| c.is_ascii_lowercase())
}

#[test]
fn files_are_short() {
    let mut long = Vec::new();
    for file in sources() {
        let lines = fs::read_to_string(&file).expect("a source file").lines().count();
        if lines > 500 {
            long.push(format!("{}: {lines} lines", file.display()));
        }
    }
    assert!(long.is_empty(), "one job a file, at most 500 lines:\n{}", long.join("\n"));
}

#[test]
fn nothing_is_left_over() {
    // In two halves, so that this file does not find itself.
    let marks =
        [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("dbg", "!("), concat!("todo", "!(")];
    let mut left = Vec::new();
    for file in sources() {
        let text = fs::read_to_string(&file).expect("a source file");
        for (i, line) in text.lines().enumerate() {
            if marks.iter().any(|mark| line.contains(mark)) {
                left.push(format!("{}:{}: {}", file.display(), i + 1, line.trim()));
            }
        }
    }
    assert!(left.is_empty(), "left over:\n{}", left.join("\n"));
}

/// Every Rust file of the crate, its tests, benches and examples.
fn sources() -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> =
        ["src", "tests", "benches", "examples"].iter().map(|folder| root().join(folder)).collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() && path.file_name().is_none_or(|name| name != "target") {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    assert!(!files.is_empty(), "there must be sources");
    files
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
