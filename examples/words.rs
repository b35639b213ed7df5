//! STAGE 4: words, the syllables of each joined by `_`: `cargo run --release --example words [FILE]`.

use anyhow::Result;
use vinews::Segmenter;

fn main() -> Result<()> {
    let text = match std::env::args().nth(1) {
        Some(path) => std::fs::read_to_string(path)?,
        None => "Người dân xã Hồng Việt xây dựng nông thôn mới kiểu mẫu.".to_owned(),
    };
    // One segmenter a program, one worker a thread, any number of texts.
    let segmenter = Segmenter::new();
    let mut worker = segmenter.worker();
    for line in text.lines() {
        let words: Vec<String> =
            worker.segment(line).iter().map(|word| line[word.span].replace(' ', "_")).collect();
        println!("{}", words.join(" "));
    }
    Ok(())
}
