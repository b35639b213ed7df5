//! STAGE 5: short forms and what they stand for: `cargo run --release --example expand [FILE]`.

use anyhow::Result;
use vinews::{Analyzer, ExpandOptions, Expander};

fn main() -> Result<()> {
    let text = match std::env::args().nth(1) {
        Some(path) => std::fs::read_to_string(path)?,
        None => {
            "Đảng ủy xã chỉ đạo các tổ chức đảng (TCĐ) kiểm điểm. Các TCĐ và UBND xã TP. Phủ Lý \
                 tập trung phát triển KT-XH. BTV Thành ủy cử PGS.TS Lê An về dự."
                .to_owned()
        }
    };
    // What each short form stands for, with spans into the text.
    for short in Expander::new().expand(&text) {
        let others = match short.readings.len() {
            0 => String::new(),
            _ => format!(" (of: {})", short.readings.join("; ")),
        };
        println!("{}\t{}\t{:?}{others}", &text[short.span], short.expansion, short.source);
    }
    // The text with its short forms written out, and the way back.
    let document = Analyzer::new().analyze(&text);
    println!("{}", document.expanded(ExpandOptions::new()).as_str());
    Ok(())
}
