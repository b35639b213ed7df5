//! The laws of the whole pipeline and of what users hand in, as functions of any bytes.

use super::stages::text;
use std::cell::OnceCell;
use vinews::{Analyzer, Date, Document, ExpandOptions, OffsetUnit, Segmenter, Span};

thread_local!(static ANALYZER: OnceCell<Analyzer> = const { OnceCell::new() });

fn with_analyzer<T>(f: impl FnOnce(&Analyzer) -> T) -> T {
    ANALYZER.with(|cell| f(cell.get_or_init(Analyzer::new)))
}

/// Every span of a document cuts the caller's text, its record is equal twice, and every offset
/// of the JSON cuts the text that it claims, in every unit.
pub fn analyze(data: &[u8]) {
    let text = text(data);
    with_analyzer(|analyzer| {
        let document = analyzer.analyze(&text);
        for span in spans(&document) {
            assert!(text.get(span.range()).is_some(), "a span cuts the text");
        }
        for unit in [OffsetUnit::Bytes, OffsetUnit::Chars, OffsetUnit::Utf16] {
            let json = record(&document, unit);
            check_offsets(&json, &text, unit);
            let again = analyzer.analyze(&text);
            assert_eq!(record(&again, unit), json, "analysing twice is equal");
        }
    });
}

/// The text written out leads back: every span of the text, there and back, covers itself.
pub fn expanded(data: &[u8]) {
    let text = text(data);
    with_analyzer(|analyzer| {
        let document = analyzer.analyze(&text);
        for options in [ExpandOptions::new(), ExpandOptions::new().first_only(true).degrees(false)]
        {
            let expanded = document.expanded(options);
            for span in spans(&document) {
                let there = expanded.from_source(span);
                assert!(expanded.as_str().get(there.range()).is_some(), "a span cuts the text");
                assert!(expanded.to_source(there).covers(span), "there and back covers itself");
            }
        }
    });
}

/// Lists give an analyzer or an error, never a panic; an error names the list.
pub fn lists(data: &[u8]) {
    let list = text(data);
    let errors = [
        Analyzer::builder().lexicon("my.tsv", &list).err(),
        Analyzer::builder().abbreviations("my.tsv", &list).err(),
        Analyzer::builder().places("my.tsv", &list).err(),
        Analyzer::builder().titles("my.tsv", &list).err(),
        list.parse::<Date>().err(),
    ];
    for error in errors.into_iter().flatten() {
        assert!(!error.to_string().is_empty());
    }
}

/// JSON Lines as the batch tool reads them: a text found in any JSON is analysed as such.
pub fn json(data: &[u8]) {
    for line in data.split(|&b| b == b'\n') {
        let Ok(value) = serde_json::from_slice::<serde_json::Value>(line) else { continue };
        if let Some(text) = value.get("text").and_then(|t| t.as_str()) {
            analyze(text.as_bytes());
        }
    }
}

/// Weights that are not whole are refused: any bytes, the bundled ones cut short, one byte changed.
pub fn weights(data: &[u8]) {
    const BUNDLED: &[u8] = include_bytes!("../../data/words.bin");
    let refused = |bytes: &[u8]| Segmenter::builder().weights("my.bin", bytes).is_err();
    assert!(refused(data) || data == BUNDLED, "no bytes pass for weights by chance");
    let at = data.iter().take(4).fold(0, |n, &b| n << 8 | usize::from(b)) % BUNDLED.len();
    assert!(refused(&BUNDLED[..at]), "weights that end early are refused");
    let mut changed = BUNDLED.to_vec();
    changed[at] ^= data.get(4).map_or(1, |b| b | 1);
    assert!(refused(&changed), "weights with a changed byte are refused");
}

fn record(document: &Document<'_>, unit: OffsetUnit) -> serde_json::Value {
    let record = document.record().offsets(unit).words(true);
    serde_json::to_value(record).expect("a record is plain data")
}

fn check_offsets(json: &serde_json::Value, text: &str, unit: OffsetUnit) {
    match json {
        serde_json::Value::Array(items) => items.iter().for_each(|i| check_offsets(i, text, unit)),
        serde_json::Value::Object(map) => {
            let number = |key: &str| map.get(key).and_then(serde_json::Value::as_u64);
            if let (Some(start), Some(end)) = (number("start"), number("end")) {
                let claimed = map.get("text").and_then(|t| t.as_str()).unwrap_or_default();
                let (start, end) = (start as usize, end as usize);
                let cut = match unit {
                    OffsetUnit::Chars => text.chars().skip(start).take(end - start).collect(),
                    OffsetUnit::Utf16 => {
                        let units: Vec<u16> = text.encode_utf16().collect();
                        String::from_utf16(&units[start..end]).expect("offsets split no pair")
                    }
                    _ => text[start..end].to_owned(),
                };
                assert_eq!(cut, claimed, "an offset cuts the text it claims");
            }
            map.values().for_each(|v| check_offsets(v, text, unit));
        }
        _ => {}
    }
}

fn spans(document: &Document<'_>) -> Vec<Span> {
    let mut spans = document.sentences().to_vec();
    spans.extend(document.words().map(|w| w.span));
    spans.extend(
        document.abbreviations().iter().flat_map(|a| [Some(a.span), a.definition]).flatten(),
    );
    spans.extend(document.organizations().iter().map(|o| o.span));
    spans.extend(document.places().iter().map(|p| p.span));
    for mention in document.people().iter().flat_map(|p| &p.mentions) {
        spans.push(mention.span);
        spans.extend(mention.honorific);
        spans.extend(mention.titles.iter().flat_map(|t| [Some(t.span), t.organization]).flatten());
    }
    spans
}
