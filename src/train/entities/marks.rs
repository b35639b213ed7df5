//! Marked sentences of a text that is kept elsewhere: the list holds places in it, no words of it.

use super::gold::{Article, Kind};
use crate::{Error, Span, table};

/// The sentences of `text` that `list` marks, in the order of the list, which is called `name` in
/// messages.
///
/// `text` has a sentence a line, with blanks or `_` between syllables and blanks around marks. A
/// row of the list names the line, counted from 1, the number of its syllables and marks, and the
/// spans: `P0-3` is a person from the first syllable up to the fourth, `T` a title, `H` an
/// honorific, `L` a place, `O` an organisation.
///
/// # Errors
/// When the header is not `line`, `syllables`, `spans`, or a row does not fit `text`.
pub fn read_marks(name: &str, list: &str, text: &str) -> Result<Vec<Article>, Error> {
    let lines: Vec<&str> = text.lines().collect();
    let rows = table::user_rows(name, list, &["line", "syllables", "spans"])?;
    rows.into_iter()
        .map(|row| {
            let [line, syllables, spans] = row.columns();
            let wrong = |reason: &str| Error::list(name, row.line, reason);
            let place = line.parse().ok().and_then(|n: usize| lines.get(n.checked_sub(1)?));
            let place = place.ok_or_else(|| wrong("the text has no such line"))?;
            let (text, words) = printed(place);
            if syllables.parse() != Ok(words.len()) {
                return Err(wrong("the line has another number of syllables: another text?"));
            }
            let spans = spans.split_ascii_whitespace().map(|span| {
                read_span(span, &words).ok_or_else(|| wrong("a span is none, or beyond the line"))
            });
            let name = format!("line {line}");
            Ok(Article::sentence(name, text, spans.collect::<Result<_, _>>()?))
        })
        .collect()
}

/// `P0-3`, over the words of a sentence.
fn read_span(span: &str, words: &[Span]) -> Option<(Kind, Span)> {
    let kind = match span.get(..1)? {
        "P" => Kind::Person,
        "T" => Kind::Title,
        "H" => Kind::Honorific,
        "L" => Kind::Place,
        "O" => Kind::Organization,
        _ => return None,
    };
    let (first, end) = span.get(1..)?.split_once('-')?;
    let words = words.get(first.parse().ok()?..end.parse().ok()?)?;
    Some((kind, Span::new(words.first()?.start, words.last()?.end)))
}

/// A line as a paper prints it, without blanks before commas and within brackets and quotes, and
/// its syllables and marks.
fn printed(line: &str) -> (String, Vec<Span>) {
    let (mut text, mut words) = (String::with_capacity(line.len()), Vec::new());
    let (mut open, mut quoted) = (true, false);
    for word in line.split([' ', '_']).filter(|word| !word.is_empty()) {
        let quote = word == "\"";
        let closes = match word {
            "," | "." | ";" | ":" | "?" | "!" | "…" | "..." | ")" | "]" | "”" | "’" | "»" | "%" => {
                true
            }
            _ => quote && quoted,
        };
        if !open && !closes {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(word);
        words.push(Span::new(start, text.len()));
        open = matches!(word, "(" | "[" | "“" | "‘" | "«") || quote && !quoted;
        quoted ^= quote;
    }
    (text, words)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: &str = "Trời nắng .\nÔng Lê_Văn_Na ( Phủ_Lý ) nói : \" Tốt . \"\n";

    #[test]
    fn sentences_are_printed_and_marked() {
        let list = "line\tsyllables\tspans\n2\t14\tH0-1 P1-4 L5-7\n";
        let read = read_marks("marks.tsv", list, LINES).expect("a good list");
        let [article] = &read[..] else { panic!("one sentence") };
        assert_eq!(article.text, "Ông Lê Văn Na (Phủ Lý) nói: \"Tốt.\"");
        let spans = article.spans.iter().map(|&(kind, span)| (kind, &article.text[span]));
        let marked =
            [(Kind::Honorific, "Ông"), (Kind::Person, "Lê Văn Na"), (Kind::Place, "Phủ Lý")];
        assert!(spans.eq(marked));
    }

    #[test]
    fn a_row_that_does_not_fit_is_named() {
        for row in
            ["3\t3\t", "0\t3\t", "1\t4\t", "1\t3\tP0-4", "1\t3\tP2-2", "1\t3\tX0-1", "1\t3\tP0"]
        {
            let list = format!("line\tsyllables\tspans\n{row}\n");
            let error = read_marks("marks.tsv", &list, LINES).expect_err(row);
            assert_eq!(error.line(), Some(2), "{row}");
        }
    }
}
