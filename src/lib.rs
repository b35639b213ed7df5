#![doc = include_str!("../docs/crate.md")]
#![doc = include_str!("../docs/flow.svg")]
#![doc = include_str!("../docs/crate-end.md")]
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)
)]

mod date;
mod error;
mod span;

mod data;
mod table;
mod varint;
mod weights;

pub mod key;
pub mod letter;
pub mod syllable;

mod normalize;
mod token;

mod sentence;

mod segment;

mod abbreviation;

mod entity;

mod document;

#[cfg(feature = "train")]
pub mod train;

#[cfg(doc)]
pub mod guide;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

pub use abbreviation::{Abbreviation, Expander, ExpansionSource};
pub use date::Date;
pub use document::{Analyzer, AnalyzerBuilder, Document, ExpandOptions, Expanded, Record, Words};
pub use entity::{
    Entities, Extractor, Gazetteer, Mention, Organization, Person, Place, PlaceKind, Title,
    TitleClass, Unit, UnitId,
};
pub use error::Error;
pub use normalize::{Encoding, Normalized, Normalizer, OffsetUnit, Offsets};
pub use segment::{Segmenter, SegmenterBuilder, Word, WordKind, Worker};
pub use sentence::{Sentences, sentences};
pub use span::Span;
pub use syllable::ToneStyle;
pub use token::{Token, TokenKind, TokenOptions, Tokens, tokens};
