//! CoNLL-U: sentences and words, names in MISC.

use super::{Article, Format, Rendered, Renderer, lines};
use std::fmt::Write;
use vinews::{Analyzer, Document, Normalizer, Span};

pub(crate) struct Conllu {
    pub(crate) normalizer: Normalizer,
    pub(crate) analyzer: Analyzer,
}

impl Format for Conllu {
    fn renderer(&self) -> Renderer<'_> {
        Box::new(|article: &Article| {
            // The format asks for NFC, so the forms are those of the clean text.
            let clean = self.normalizer.normalize(&article.text);
            let document = self.analyzer.analyze(clean.as_str());
            let mut out = String::new();
            write(&mut out, &article.id, &document)?;
            Ok(Rendered::text(out.into_bytes()))
        })
    }
}

/// A name with its label.
struct Name {
    span: Span,
    label: &'static str,
}

fn write(out: &mut String, id: &str, document: &Document<'_>) -> std::fmt::Result {
    let text = document.text();
    let names = names(document);
    let mut names = names.iter().peekable();
    let mut words = document.words().map(|word| word.span).peekable();
    let mut number = 0;
    writeln!(out, "# newdoc id = {}", one_line(id))?;
    for &sentence in document.sentences() {
        let mut inside = Vec::new();
        while let Some(word) = words.next_if(|word| word.start < sentence.end) {
            inside.push(word);
        }
        if inside.is_empty() {
            continue;
        }
        number += 1;
        let (mut line, mut rows, mut before) = (String::new(), String::new(), None);
        for (i, &word) in inside.iter().enumerate() {
            let mut form = String::new();
            lines::push_joined(&mut form, &text[word], ' ');
            while names.next_if(|name| name.span.end <= word.start).is_some() {}
            let mut misc = Vec::new();
            let name = names.peek().filter(|name| name.span.overlaps(word));
            if let Some(name) = name {
                // Words may part a text otherwise than names do; what counts is the word before.
                let prefix = if before == Some(name.span) { 'I' } else { 'B' };
                misc.push(format!("NER={prefix}-{}", name.label));
            }
            before = name.map(|name| name.span);
            line.push_str(&form);
            match inside.get(i + 1) {
                Some(next) if next.start == word.end => misc.push("SpaceAfter=No".to_owned()),
                Some(_) => line.push(' '),
                None => {}
            }
            let misc = if misc.is_empty() { "_".to_owned() } else { misc.join("|") };
            writeln!(rows, "{}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{misc}", i + 1)?;
        }
        writeln!(out, "# sent_id = {}-s{number}", sentence_id(id))?;
        writeln!(out, "# text = {line}\n{rows}")?;
    }
    Ok(())
}

/// The outermost names, in order: they share no character.
fn names(document: &Document<'_>) -> Vec<Name> {
    let people = document.people().iter().flat_map(|person| &person.mentions);
    let people = people.map(|mention| Name { span: mention.span, label: "PER" });
    let places = document.places().iter().map(|place| Name { span: place.span, label: "LOC" });
    let bodies = document.organizations().iter().map(|o| Name { span: o.span, label: "ORG" });
    let mut names: Vec<Name> = people.chain(places).chain(bodies).collect();
    names.sort_by_key(|name| (name.span.start, std::cmp::Reverse(name.span.end)));
    let mut end = 0;
    names.retain(|name| {
        let outermost = name.span.start >= end;
        end = end.max(name.span.end);
        outermost
    });
    names
}

/// `id` without line ends.
fn one_line(id: &str) -> String {
    id.split(['\n', '\r']).collect::<Vec<_>>().join(" ")
}

/// `id` as part of a `sent_id`, where the format allows neither blanks nor slashes.
fn sentence_id(id: &str) -> String {
    let mut out = String::with_capacity(id.len());
    for c in id.chars() {
        if c.is_whitespace() || c.is_control() || matches!(c, '/' | '%') {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                out.push_str(&format!("%{byte:02X}"));
            }
        } else {
            out.push(c);
        }
    }
    out
}
