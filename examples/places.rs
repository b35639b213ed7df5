//! STAGE 6: places, their administrative units, and what those are now:
//! `cargo run --release --example places [FILE [YYYY-MM-DD]]`.

use anyhow::Result;
use vinews::{Analyzer, Date};

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let text = match arguments.next() {
        Some(path) => std::fs::read_to_string(path)?,
        None => "Đảng ủy xã Hoàng Tây (Kim Bảng) kiểm điểm giữa nhiệm kỳ.".to_owned(),
    };
    let date: Date = arguments.next().as_deref().unwrap_or("2022-11-20").parse()?;
    let document = Analyzer::builder().date(date).build().analyze(&text);
    for place in document.places() {
        println!("{} ({})", &text[place.span], place.kind.as_str());
        for unit in place.units.iter().filter_map(|&id| document.gazetteer().unit(id)) {
            println!("    {}", unit.path_on(date).join(", "));
            println!("        now {}", unit.now().join("; "));
        }
    }
    Ok(())
}
