//! Data flows one way: a module of the crate uses only the modules before it in [`ORDER`].

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The modules of `src/lib.rs`, lowest first; `train` stands beside them and may use them all.
const ORDER: &[&str] = &[
    "span",
    "error",
    "date",
    "table",
    "varint",
    "weights",
    "data",
    "letter",
    "syllable",
    "key",
    "normalize",
    "token",
    "sentence",
    "segment",
    "abbreviation",
    "entity",
    "document",
    "train",
];

/// Modules without code: pages of the guide.
const PAGES: &[&str] = &["guide"];

#[test]
fn a_module_uses_only_the_modules_before_it() {
    let exports = exports(&read(&source("lib.rs")));
    let mut wrong = Vec::new();
    for (at, module) in ORDER.iter().enumerate() {
        for file in files_of(module) {
            for name in used(&code_of(&read(&file))) {
                let user = exports.get(&name).unwrap_or(&name);
                let place = ORDER.iter().position(|m| m == user);
                if place.is_none_or(|p| p > at) {
                    wrong.push(format!("{}: {module} uses {name} of {user}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "a stage looks upward:\n{}", wrong.join("\n"));
}

#[test]
fn every_module_has_its_place() {
    let lib = read(&source("lib.rs"));
    let declared = lib.lines().filter_map(|line| {
        let line = line.strip_prefix("pub ").unwrap_or(line);
        line.strip_prefix("mod ")?.strip_suffix(';')
    });
    let strangers: Vec<&str> =
        declared.filter(|m| !ORDER.contains(m) && !PAGES.contains(m)).collect();
    assert!(strangers.is_empty(), "modules without a place in ORDER: {strangers:?}");
}

#[test]
fn paths_are_read_as_the_compiler_reads_them() {
    let code = "use crate::{Span, token::{Token, shape}, data};\nlet x = crate::key::fold(y);";
    assert_eq!(used(code), ["Span", "token", "data", "key"]);
    let code =
        code_of("// crate::a\nfn f() {} // crate::b\n#[cfg(test)]\nmod tests { use crate::c; }");
    assert_eq!(used(&code), [""; 0]);
}

/// Which module each name that `lib.rs` re-exports comes from.
fn exports(lib: &str) -> HashMap<String, String> {
    let mut exports = HashMap::new();
    for statement in code_of(lib).split(';') {
        let Some((module, names)) =
            statement.trim().strip_prefix("pub use ").and_then(|path| path.split_once("::"))
        else {
            continue;
        };
        for name in names.trim_matches(['{', '}']).split(',') {
            exports.insert(name.trim().to_owned(), module.to_owned());
        }
    }
    exports
}

/// The first name of every path that begins with `crate::`, in the order of the text.
fn used(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (at, found) in code.match_indices("crate::") {
        let path = &code[at + found.len()..];
        let Some(group) = path.strip_prefix('{') else {
            names.push(first_name(path));
            continue;
        };
        let (mut depth, mut from) = (0, 0);
        for (i, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                ',' if depth == 0 => {
                    names.push(first_name(&group[from..i]));
                    from = i + 1;
                }
                '}' if depth == 0 => {
                    names.push(first_name(&group[from..i]));
                    break;
                }
                '}' => depth -= 1,
                _ => {}
            }
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn first_name(path: &str) -> String {
    path.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// The code of a file without its comments and without its unit tests, which may use anything.
fn code_of(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    code.lines().map(|line| line.split("//").next().unwrap_or_default()).fold(
        String::new(),
        |mut code, line| {
            code.push_str(line);
            code.push('\n');
            code
        },
    )
}

/// `src/module.rs` and every file below `src/module/`.
fn files_of(module: &str) -> Vec<PathBuf> {
    let mut files = vec![source(&format!("{module}.rs"))];
    let mut folders = vec![source(module)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for path in entries.map(|entry| entry.expect("a readable folder").path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                files.push(path);
            }
        }
    }
    files.retain(|file| file.exists());
    files.sort();
    files
}

fn source(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(name)
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()))
}
