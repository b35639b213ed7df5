//! Words, by one worker that is warm.

use crate::corpus::SIZES;
use criterion::{Criterion, Throughput};
use std::hint::black_box;
use vinews::Segmenter;

pub(crate) fn bench(criterion: &mut Criterion) {
    let segmenter = Segmenter::new();
    let mut worker = segmenter.worker();
    let mut group = criterion.benchmark_group("segment");
    for (name, text) in SIZES {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |b| b.iter(|| worker.segment(black_box(text)).len()));
    }
    group.finish();
}
