//! Speed of each stage over committed text of our own, in bytes per second.
//!
//! A benchmark is a test too: each one asserts the counts of what it finds, so that a faster
//! result is never a smaller one. `cargo bench --bench stages -- token` runs one stage.

use criterion::Criterion;

#[path = "stages/abbreviation.rs"]
mod abbreviation;
#[path = "stages/corpus.rs"]
mod corpus;
#[path = "stages/entity.rs"]
mod entity;
#[path = "stages/normalize.rs"]
mod normalize;
#[path = "stages/pipeline.rs"]
mod pipeline;
#[path = "stages/segment.rs"]
mod segment;
#[path = "stages/token.rs"]
mod token;

fn main() {
    let mut criterion = Criterion::default().sample_size(20).configure_from_args();
    normalize::bench(&mut criterion);
    token::bench(&mut criterion);
    segment::bench(&mut criterion);
    abbreviation::bench(&mut criterion);
    entity::bench(&mut criterion);
    pipeline::bench(&mut criterion);
    criterion.final_summary();
}
