//! STAGES 2 and 3: the sentences of a text and the tokens of each: `cargo run --example tokens [FILE]`.

use anyhow::Result;
use vinews::{TokenKind, sentences, tokens};

fn main() -> Result<()> {
    let text = match std::env::args().nth(1) {
        Some(path) => std::fs::read_to_string(path)?,
        None => {
            "TS. Hoàng Trọng Bảng về TP. Nam Định ngày 22/3. Ông nói: “Xong 70% rồi!”".to_owned()
        }
    };
    for sentence in sentences(&text) {
        println!("{}", &text[sentence]);
        for token in tokens(&text[sentence]).filter(|token| token.kind != TokenKind::Blank) {
            println!("    {:<12}{:?}", &text[sentence][token.span], token.kind);
        }
    }
    Ok(())
}
