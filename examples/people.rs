//! STAGE 6: people with their titles and later mentions: `cargo run --release --example people [FILE]`.

use anyhow::Result;
use vinews::Analyzer;

fn main() -> Result<()> {
    let text = match std::env::args().nth(1) {
        Some(path) => std::fs::read_to_string(path)?,
        None => "Đồng chí Đinh Quang Vịnh, Tỉnh ủy viên, Bí thư Huyện ủy Lý Nhân, dự hội nghị. \
                 Đồng chí Vịnh biểu dương bà Lương Thị Bích Hậu, Bí thư Đảng ủy xã Nhân Bình."
            .to_owned(),
    };
    let document = Analyzer::new().analyze(&text);
    for person in document.people() {
        println!("{}", person.name);
        for mention in &person.mentions {
            let titles: Vec<&str> = mention.titles.iter().map(|title| &text[title.span]).collect();
            println!("    {:?} {:?} {titles:?}", mention.span, &text[mention.span]);
        }
    }
    Ok(())
}
