//! People, titles, places, organisations.

use crate::corpus::SIZES;
use criterion::{Criterion, Throughput};
use std::hint::black_box;
use vinews::Extractor;

pub(crate) fn bench(criterion: &mut Criterion) {
    let extractor = Extractor::new();
    let mut group = criterion.benchmark_group("entities");
    for (name, text) in SIZES {
        let found = extractor.extract(text);
        assert!(!found.places.is_empty(), "no place in {name}");
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |b| b.iter(|| extractor.extract(black_box(text))));
    }
    group.finish();
}
