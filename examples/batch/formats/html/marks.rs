//! What is marked in the text, one mark inside another where one name holds another.

use super::escape::Escaped;
use super::labels;
use super::lists::Lists;
use std::cmp::Reverse;
use std::fmt::{self, Write};
use vinews::{Document, Span};

/// A stretch of the text with its class in the style sheet.
pub(crate) struct Mark {
    span: Span,
    class: &'static str,
    /// The entry of the lists that says more.
    card: Option<String>,
    /// A word on its kind.
    note: &'static str,
}

/// The marks of `document`, an outer one before those inside it.
pub(crate) fn of(document: &Document<'_>, lists: &Lists) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut add = |span, class, card, note| marks.push(Mark { span, class, card, note });
    for (i, person) in document.people().iter().enumerate() {
        for mention in &person.mentions {
            for title in &mention.titles {
                add(title.span, "title", Some(format!("p{i}")), labels::title(title.class));
            }
        }
    }
    for body in document.organizations() {
        add(body.span, "organization", None, "");
    }
    for (i, place) in document.places().iter().enumerate() {
        add(place.span, "place", lists.card_of_place(i), labels::place(place.kind));
    }
    for (i, person) in document.people().iter().enumerate() {
        for mention in &person.mentions {
            add(mention.span, "person", Some(format!("p{i}")), "");
        }
    }
    for (i, short) in document.abbreviations().iter().enumerate() {
        add(short.span, "abbreviation", lists.card_of_short(i), labels::source(short.source));
    }
    // Stable: of two marks of the same stretch, the kind named first above is the outer one.
    marks.sort_by_key(|mark| (mark.span.start, Reverse(mark.span.end)));
    marks
}

/// Writes `line` of `text` as an element `name` with its `marks`.
///
/// A mark that crosses the end of the one around it, or of the line, is cut off there: elements
/// can only stand one inside another.
pub(crate) fn write(
    out: &mut String,
    name: &str,
    text: &str,
    line: Span,
    marks: &[Mark],
) -> fmt::Result {
    write!(out, "<{name}>")?;
    let first = marks.partition_point(|mark| mark.span.start < line.start);
    let inside = marks.iter().skip(first).take_while(|mark| mark.span.start < line.end);
    let mut at = line.start;
    let mut open: Vec<usize> = Vec::new();
    for mark in inside {
        while let Some(end) = open.pop_if(|end| *end <= mark.span.start) {
            put(out, text, &mut at, end)?;
            out.push_str("</mark>");
        }
        put(out, text, &mut at, mark.span.start)?;
        write!(out, "<mark class=\"{}\"", mark.class)?;
        if let Some(card) = &mark.card {
            write!(out, " data-card=\"{card}\"")?;
        }
        if !mark.note.is_empty() {
            write!(out, " data-note=\"{}\"", mark.note)?;
        }
        out.push('>');
        open.push(mark.span.end.min(*open.last().unwrap_or(&line.end)));
    }
    while let Some(end) = open.pop() {
        put(out, text, &mut at, end)?;
        out.push_str("</mark>");
    }
    put(out, text, &mut at, line.end)?;
    writeln!(out, "</{name}>")
}

/// Writes `text` from `at` up to `end`, and moves `at` there.
fn put(out: &mut String, text: &str, at: &mut usize, end: usize) -> fmt::Result {
    let piece = text.get(*at..end).unwrap_or_default();
    *at = end.max(*at);
    write!(out, "{}", Escaped(piece.trim_end_matches(['\r', '\n'])))
}
