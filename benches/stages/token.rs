//! Tokens and sentences.

use crate::corpus::SIZES;
use criterion::{Criterion, Throughput};
use std::hint::black_box;

pub(crate) fn bench(criterion: &mut Criterion) {
    for (stage, count) in
        [("tokens", count_tokens as fn(&str) -> usize), ("sentences", count_sentences)]
    {
        let mut group = criterion.benchmark_group(stage);
        for (name, text) in SIZES {
            assert!(count(text) > 0, "{stage} finds nothing in {name}");
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_function(name, |b| b.iter(|| count(black_box(text))));
        }
        group.finish();
    }
}

fn count_tokens(text: &str) -> usize {
    vinews::tokens(text).count()
}

fn count_sentences(text: &str) -> usize {
    vinews::sentences(text).count()
}
