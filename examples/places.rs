//! The administrative units of a name: `cargo run --example places -- "xã Hoàng Tây" [YYYY-MM-DD]`.

use anyhow::{Context, Result};
use vinews::{Date, Gazetteer};

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let name = arguments.next().context("which name? for instance: \"xã Hoàng Tây\"")?;
    let day = arguments.next().map(|day| day.parse::<Date>()).transpose()?;
    let gazetteer = Gazetteer::new();
    for unit in gazetteer.find(&name) {
        if day.is_some_and(|day| !unit.valid_on(day)) {
            continue;
        }
        let path = day.map_or_else(|| unit.path(), |day| unit.path_on(day));
        println!("{:<16} {}", unit.id(), path.join(", "));
        let day = |day: Option<Date>| day.map_or("…".to_owned(), |day| day.to_string());
        println!("{:<16} from {} to {}", "", day(unit.from()), day(unit.to()));
        for now in unit.now() {
            println!("{:<16} now {now}", "");
        }
    }
    Ok(())
}
