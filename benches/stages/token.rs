//! Tokens and sentences, beside two readers of the standard kind over the same text: the words of
//! `unicode_segmentation` and the pieces between blanks. Those give no kinds, and the first no
//! blanks, so they do less.

use crate::corpus::{NEWS, SIZES};
use criterion::{Criterion, Throughput};
use std::hint::black_box;
use unicode_segmentation::UnicodeSegmentation;

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
    let mut group = criterion.benchmark_group("tokens_peers");
    group.throughput(Throughput::Bytes(NEWS.len() as u64));
    for (name, count) in [
        ("unicode_words", count_unicode_words as fn(&str) -> usize),
        ("split_whitespace", count_pieces),
    ] {
        assert!(count(NEWS) < count_tokens(NEWS), "blanks and signs are tokens too");
        group.bench_function(name, |b| b.iter(|| count(black_box(NEWS))));
    }
    group.finish();
    hostile(criterion);
}

/// A megabyte of one sign: no text may take much longer by the byte than news.
fn hostile(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("tokens_hostile");
    for (name, sign) in [
        ("letter", "a"),
        ("digit", "7"),
        ("dot", "."),
        ("bracket", "("),
        ("quote", "\""),
        ("initials", "a."),
    ] {
        let text = sign.repeat(1_000_000 / sign.len());
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |b| b.iter(|| count_tokens(black_box(&text))));
        group.bench_function(format!("{name}_sentences"), |b| {
            b.iter(|| count_sentences(black_box(&text)));
        });
    }
    group.finish();
}

fn count_tokens(text: &str) -> usize {
    vinews::tokens(text).count()
}

fn count_sentences(text: &str) -> usize {
    vinews::sentences(text).count()
}

fn count_unicode_words(text: &str) -> usize {
    text.unicode_words().count()
}

fn count_pieces(text: &str) -> usize {
    text.split_whitespace().count()
}
