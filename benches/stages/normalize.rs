//! Normalisation of clean and of decomposed text.

use crate::corpus::{self, SIZES};
use criterion::{Criterion, Throughput};
use std::hint::black_box;
use vinews::Normalizer;

pub(crate) fn bench(criterion: &mut Criterion) {
    let normalizer = Normalizer::new();
    let decomposed = corpus::news_decomposed();
    let texts = SIZES.into_iter().chain([("news decomposed", decomposed.as_str())]);
    let mut group = criterion.benchmark_group("normalize");
    for (name, text) in texts {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |b| {
            b.iter(|| normalizer.normalize(black_box(text)).as_str().len());
        });
    }
    group.finish();
}
