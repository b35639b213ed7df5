//! Writes the seeds of every target to `corpus/TARGET/`, for the coverage-guided fuzzer.

use std::fs;

fn main() -> std::io::Result<()> {
    for (target, _) in vinews_fuzz::TARGETS {
        let folder = format!("corpus/{target}");
        fs::create_dir_all(&folder)?;
        for (n, seed) in vinews_fuzz::seeds().iter().enumerate() {
            fs::write(format!("{folder}/seed-{n:03}"), seed)?;
        }
    }
    Ok(())
}
