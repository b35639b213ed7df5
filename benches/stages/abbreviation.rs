//! Abbreviations: text in, spans and long forms out; with tokens and sentences, on which they rest.

use crate::corpus::SIZES;
use criterion::{BatchSize, Criterion, Throughput};
use std::hint::black_box;
use vinews::{Analyzer, ExpandOptions, Expander};

pub(crate) fn bench(criterion: &mut Criterion) {
    let expander = Expander::new();
    let mut group = criterion.benchmark_group("abbreviations");
    for (name, text) in SIZES {
        let found = expander.expand(text);
        assert!(name != "news" || found.len() * 400 > text.len(), "too few short forms in {name}");
        group.throughput(Throughput::Bytes(text.len() as u64));
        // The share of the stages below it, to subtract: tokens and sentences of the same text.
        group.bench_function(format!("{name}/below"), |b| {
            b.iter(|| (vinews::tokens(black_box(text)).count(), vinews::sentences(text).count()));
        });
        group.bench_function(name, |b| b.iter(|| expander.expand(black_box(text)).len()));
    }
    let (_, news) = SIZES[0];
    let document = Analyzer::new().analyze(news);
    group.throughput(Throughput::Bytes(news.len() as u64));
    group.bench_function("written out", |b| {
        b.iter_batched(ExpandOptions::new, |o| document.expanded(o), BatchSize::SmallInput);
    });
    group.finish();
}
