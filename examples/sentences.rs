//! STAGE 3: one sentence a line: `cargo run --example sentences [FILE]`.

use anyhow::Result;
use vinews::sentences;

fn main() -> Result<()> {
    let text = match std::env::args().nth(1) {
        Some(path) => std::fs::read_to_string(path)?,
        None => "PGS.TS. Lê Văn Hòa về TP. Phủ Lý. “Cầu đã xong!”, ông nói.Dân mừng.".to_owned(),
    };
    for span in sentences(&text) {
        println!("{:>6}..{:<6} {}", span.start, span.end, &text[span]);
    }
    Ok(())
}
