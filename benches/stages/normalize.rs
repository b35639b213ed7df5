//! Normalisation of clean and of decomposed text, beside what others need for less.
//!
//! The peers only compose; they mend no tone mark and keep no offsets. `str::from_utf8` is the
//! limit: it does nothing but read.

use crate::corpus::{self, SIZES};
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput};
use icu_normalizer::ComposingNormalizerBorrowed;
use std::hint::black_box;
use unicode_normalization::UnicodeNormalization;
use vinews::{Normalizer, ToneStyle};

pub(crate) fn bench(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("normalize");
    for (name, text) in SIZES {
        assert!(Normalizer::new().normalize(text).is_unchanged(), "{name} is clean");
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |b| {
            b.iter(|| Normalizer::new().normalize(black_box(text)).is_unchanged());
        });
    }
    styles(&mut group);
    for (form, text) in
        [("clean", corpus::NEWS.to_owned()), ("decomposed", corpus::news_decomposed())]
    {
        peers(&mut group, form, &text);
    }
    group.finish();
}

/// Keeping the style, and changing that of every word that has one.
fn styles(group: &mut BenchmarkGroup<'_, WallTime>) {
    let old = Normalizer::new().tone(ToneStyle::Old);
    let new = Normalizer::new().tone(ToneStyle::New);
    let news = corpus::NEWS;
    let modern = new.normalize(news).into_text();
    assert_eq!(old.normalize(&modern).as_str(), old.normalize(news).as_str());
    group.throughput(Throughput::Bytes(news.len() as u64));
    group.bench_function("old style, old wanted", |b| {
        b.iter(|| old.normalize(black_box(news)).as_str().len());
    });
    group.bench_function("new style, old wanted", |b| {
        b.iter(|| old.normalize(black_box(&modern)).as_str().len());
    });
}

fn peers(group: &mut BenchmarkGroup<'_, WallTime>, form: &str, text: &str) {
    let icu = ComposingNormalizerBorrowed::new_nfc();
    let own = Normalizer::new().normalize(text).into_text();
    assert_eq!(own, icu.normalize(text), "clean text composed is clean text");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function(format!("{form}: vinews"), |b| {
        b.iter(|| Normalizer::new().normalize(black_box(text)).as_str().len());
    });
    group.bench_function(format!("{form}: icu_normalizer"), |b| {
        b.iter(|| icu.normalize(black_box(text)).len());
    });
    group.bench_function(format!("{form}: unicode-normalization"), |b| {
        b.iter(|| black_box(text).nfc().collect::<String>().len());
    });
    group.bench_function(format!("{form}: str::from_utf8"), |b| {
        b.iter(|| std::str::from_utf8(black_box(text.as_bytes())).map(str::len));
    });
}
