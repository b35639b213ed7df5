//! Words, by one worker that is warm; beside it the words of Unicode, which part every syllable.

use crate::corpus::SIZES;
use criterion::{Criterion, Throughput};
use std::hint::black_box;
use unicode_segmentation::UnicodeSegmentation;
use vinews::Segmenter;

pub(crate) fn bench(criterion: &mut Criterion) {
    let segmenter = Segmenter::new();
    let mut worker = segmenter.worker();
    let mut group = criterion.benchmark_group("segment");
    for (name, text) in SIZES {
        let words = worker.segment(text).len();
        let syllables = text.unicode_words().count();
        assert!(words > syllables / 2, "{words} words of {syllables} syllables in {name}");
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |b| b.iter(|| worker.segment(black_box(text)).len()));
        let mut found = Vec::new();
        group.bench_function(format!("{name}, unicode_words"), |b| {
            b.iter(|| {
                found.clear();
                found.extend(black_box(text).unicode_words());
                found.len()
            });
        });
    }
    group.finish();
}
