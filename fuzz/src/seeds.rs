//! What the fuzzers begin from.

use std::{fs, path::Path};
use unicode_normalization::UnicodeNormalization;

/// The sample articles in several encodings, and the lists' first rows.
///
/// # Panics
/// When `data/` cannot be read.
#[must_use]
pub fn seeds() -> Vec<Vec<u8>> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
    let mut seeds = vec![Vec::new(), b"\xff\xfe".to_vec(), b"{\"text\":\"x\\u00e1\"}\n".to_vec()];
    for entry in fs::read_dir(data.join("samples")).expect("data/samples is there") {
        let text = fs::read_to_string(entry.expect("an entry").path()).expect("a sample is text");
        seeds.push(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
        seeds.push(decomposed(&text).into_bytes());
        seeds.push(text.into_bytes());
    }
    for entry in fs::read_dir(&data).expect("data/ is there") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|e| e == "tsv") {
            let list = fs::read_to_string(path).expect("a list is text");
            seeds.push(list.split_inclusive('\n').take(20).collect::<String>().into_bytes());
        }
    }
    seeds.sort();
    seeds
}

/// The text with every letter taken apart, as some systems store it.
fn decomposed(text: &str) -> String {
    text.nfd().collect()
}
