//! What each short form means in its document: the reading chosen, the long form written out.

use super::definition::Definition;
use super::initials::is_function_word;
use super::lexicon::{Lists, Reading};
use super::mention::{Meaning, Mention};
use super::reading::{Choice, Domains, Neighbours, choose};
use super::{Abbreviation, ExpansionSource};
use crate::letter::lower;
use crate::sentence::{Found, Sentence};
use crate::{Span, Token};

/// Reads the forms that have several readings, or need a cue, from their neighbours.
pub(super) fn read(text: &str, tokens: &[Token], sentences: &[Sentence], mentions: &mut [Mention]) {
    let mut domains = Domains::default();
    for mention in &*mentions {
        if let Meaning::Listed { readings: [only], .. } = mention.meaning {
            domains.add(only.domain);
        }
    }
    let mut near = Neighbours::default();
    for mention in &mut *mentions {
        let Meaning::Listed { readings, choice, .. } = &mut mention.meaning else { continue };
        if let [only] = readings
            && !(only.usage.cued || only.usage.name || only.usage.keep)
        {
            *choice = Some(Choice { reading: 0, cued: false });
            continue;
        }
        let Some(sentence) = sentences.get(mention.sentence) else { continue };
        let tokens = tokens.get(sentence.first..sentence.last).unwrap_or_default();
        let (first, last) =
            (mention.tokens.start - sentence.first, mention.tokens.end - sentence.first);
        near.read(text, tokens, first, last);
        *choice = choose(readings, &near, &domains);
    }
    agree(mentions.iter_mut());
    agree(mentions.iter_mut().rev());
}

/// A form that no cue decides is read as the nearest of the same form before it that one does.
fn agree<'m, 'a: 'm>(mentions: impl Iterator<Item = &'m mut Mention<'a>>) {
    let mut cued: Vec<(*const Reading, Choice)> = Vec::new();
    for mention in mentions {
        let Meaning::Listed { readings: [one, _, ..], choice, .. } = &mut mention.meaning else {
            continue;
        };
        let form: *const Reading = one;
        let known = cued.iter_mut().find(|(other, _)| *other == form);
        match (*choice, known) {
            (Some(new @ Choice { cued: true, .. }), Some((_, known))) => *known = new,
            (Some(new @ Choice { cued: true, .. }), None) => cued.push((form, new)),
            (Some(_), Some((_, known))) => *choice = Some(*known),
            _ => {}
        }
    }
}

/// The long forms that the definitions of the section give, as they would stand mid-sentence.
pub(super) fn long_forms(
    section: Found<'_>,
    lists: &Lists<'_>,
    definitions: &[Definition],
    mentions: &[Mention<'_>],
) -> Vec<String> {
    let Found { text, sentences, .. } = section;
    let written = |definition: &Definition| {
        let (short, long) = (section.span(&definition.short), section.span(&definition.long));
        let starts = sentences.binary_search_by_key(&long.start, |s| s.span.start).is_ok();
        let long = defined(text, long, mentions);
        // The capital is then the sentence's, unless others follow it.
        let opens = starts && !long.chars().skip(1).any(char::is_uppercase);
        // A sign in the short form stands for a word that the long one may have left out.
        let sign = text[short].contains(['&', '-', '–']);
        let listed = if opens || sign {
            // Of a reading that differs in capitals alone the list knows which belong mid-sentence.
            let small = lower(&long);
            let said =
                |r: &&Reading| opens && *r.small == *small || sign && is_fuller(&r.small, &small);
            lists.readings(&definition.key).find(said)
        } else {
            None
        };
        match listed {
            Some(reading) => reading.long.to_string(),
            None if opens => lower(&long).into_owned(),
            None => long,
        }
    };
    definitions.iter().map(written).collect()
}

/// Appends the short forms with their long ones, as the caller gets them; `longs` are those of the
/// definitions.
pub(super) fn write_out(
    section: Found<'_>,
    definitions: &[Definition],
    longs: &[String],
    mentions: &[Mention<'_>],
    found: &mut Vec<Abbreviation>,
) {
    found.reserve(mentions.len());
    for mention in mentions {
        let mut definition = None;
        let mut others = Vec::new();
        let (expansion, source) = match &mention.meaning {
            Meaning::Defined(i) => {
                let by = definitions.get(*i).filter(|d| d.short.start == mention.tokens.start);
                definition = by.map(|d| section.span(&d.long));
                (longs.get(*i).cloned().unwrap_or_default(), ExpansionSource::Definition)
            }
            Meaning::Earlier(long) => ((*long).to_owned(), ExpansionSource::Definition),
            Meaning::Composed(long) => (long.clone(), ExpansionSource::Lexicon),
            Meaning::Listed { readings, own, choice } => {
                let Some(reading) = choice.and_then(|c| readings.get(c.reading)) else { continue };
                if readings.len() > 1 {
                    others = readings.iter().map(|r| r.long.to_string()).collect();
                }
                let source = if *own { ExpansionSource::User } else { ExpansionSource::Lexicon };
                (reading.long.to_string(), source)
            }
        };
        let span = mention.span;
        found.push(Abbreviation { span, expansion, source, definition, readings: others });
    }
}

/// The long form at `span`, the short forms in it written out.
fn defined(text: &str, span: Span, mentions: &[Mention<'_>]) -> String {
    let mut long = String::new();
    let mut at = span.start;
    let first = mentions.partition_point(|m| m.span.start < span.start);
    let inner = mentions.get(first..).unwrap_or_default();
    for mention in inner.iter().take_while(|m| m.span.end <= span.end) {
        let Meaning::Listed { readings, choice: Some(choice), .. } = &mention.meaning else {
            continue;
        };
        let Some(reading) = readings.get(choice.reading) else { continue };
        long.push_str(text.get(at..mention.span.start).unwrap_or_default());
        long.push_str(&reading.long);
        at = mention.span.end;
    }
    long.push_str(text.get(at..span.end).unwrap_or_default());
    long.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether `reading` is `long`, both in small letters, word for word, but for function words
/// that only the reading has: tài nguyên và môi trường for "tài nguyên môi trường".
fn is_fuller(reading: &str, long: &str) -> bool {
    let mut long = long.split(' ').peekable();
    for word in reading.split(' ') {
        if long.next_if_eq(&word).is_none() && !is_function_word(word) {
            return false;
        }
    }
    long.peek().is_none()
}
