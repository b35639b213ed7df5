//! The command-line tool: reads articles, prints what vinews finds in them.
//!
//!     cargo run --release --example batch -- data/samples
//!     cargo run --release --example batch -- --help
//!
//! It is also a model of how to use the crate on many texts: one `Analyzer` for all threads
//! (`batch/engine.rs`), a bounded pool that keeps the order (`batch/pool.rs`), output that appears
//! whole or not at all (`batch/output.rs`).
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod batch {
    mod collect;
    mod decode;
    mod engine;
    mod feed;
    mod formats;
    mod inputs;
    mod options;
    mod output;
    mod plan;
    mod pool;
    mod progress;
    mod read;
    mod run;

    pub(super) use run::main;
}

fn main() -> std::process::ExitCode {
    batch::main()
}
