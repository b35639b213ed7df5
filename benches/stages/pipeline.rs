//! The whole of it: bytes in, document out.

use crate::corpus::SIZES;
use criterion::{Criterion, Throughput};
use std::hint::black_box;
use vinews::Analyzer;

pub(crate) fn bench(criterion: &mut Criterion) {
    let analyzer = Analyzer::new();
    let mut group = criterion.benchmark_group("pipeline");
    for (name, text) in SIZES {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |b| {
            b.iter(|| analyzer.analyze_bytes(black_box(text.as_bytes())));
        });
    }
    group.finish();
}
