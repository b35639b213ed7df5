//! STAGE 5: short forms and what they stand for: `cargo run --release --example abbreviations [FILE]`.

use anyhow::Result;
use vinews::Expander;

fn main() -> Result<()> {
    let text = match std::env::args().nth(1) {
        Some(path) => std::fs::read_to_string(path)?,
        None => "BTV Huyện ủy yêu cầu các tổ chức đảng (TCĐ) chọn ba việc. \
                 Mỗi TCĐ báo cáo UBKT trước ngày 25."
            .to_owned(),
    };
    let mut rewritten = String::new();
    let mut end = 0;
    for short in Expander::new().expand(&text) {
        println!("{:<8}{:<32}{:?}", &text[short.span], short.expansion, short.source);
        rewritten.push_str(&text[end..short.span.start]);
        rewritten.push_str(&short.expansion);
        end = short.span.end;
    }
    rewritten.push_str(&text[end..]);
    println!("\n{rewritten}");
    Ok(())
}
