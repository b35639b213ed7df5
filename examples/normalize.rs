//! Cleans standard input: `cargo run --example normalize -- tcvn3 new < old-article.txt`.
//!
//! The two words are the encoding and the tone style; without them they are `auto` and `keep`.

use anyhow::Result;
use std::io::{Read, Write, stdin, stdout};
use vinews::{Encoding, Normalizer, Span, ToneStyle};

fn main() -> Result<()> {
    let mut words = std::env::args().skip(1);
    let encoding: Encoding = words.next().as_deref().unwrap_or("auto").parse()?;
    let tone: ToneStyle = words.next().as_deref().unwrap_or("keep").parse()?;

    let mut bytes = Vec::new();
    stdin().read_to_end(&mut bytes)?;
    let clean = Normalizer::new().encoding(encoding).tone(tone).normalize_bytes(&bytes);
    stdout().write_all(clean.as_str().as_bytes())?;

    eprintln!("read as {}", clean.encoding().name());
    if clean.is_lossy() {
        eprintln!("some bytes were no text");
    }
    if let Some(line) = clean.as_str().lines().next().filter(|_| !clean.is_unchanged()) {
        let before = clean.to_source(Span::new(0, line.len()));
        eprintln!("the first line was {:?}", &clean.source()[before]);
    }
    Ok(())
}
