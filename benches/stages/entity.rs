//! People, titles, places, organisations.

use criterion::Criterion;

pub(crate) fn bench(_criterion: &mut Criterion) {}
