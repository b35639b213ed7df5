//! One page that needs nothing else: every article with what was found in it marked, and over
//! several articles who and where most often.

mod escape;
mod labels;
mod lists;
mod marks;
mod summary;

use super::{Article, Format, Rendered, Renderer};
use escape::Escaped;
use lists::Lists;
use std::fmt::Write;
use summary::Seen;
use vinews::{Analyzer, Document, Span};

pub(crate) use summary::Summary;

const HEAD: &str = include_str!("../html/head.html");
const STYLE: &str = include_str!("../html/page.css");
const BODY: &str = include_str!("../html/body.html");
const FOOT: &str = include_str!("../html/foot.html");
const SCRIPT: &str = include_str!("../html/page.js");

pub(crate) struct Html {
    pub(crate) analyzer: Analyzer,
}

impl Format for Html {
    fn head(&self) -> Vec<u8> {
        format!("{HEAD}<style>\n{STYLE}</style>\n{BODY}").into_bytes()
    }

    fn renderer(&self) -> Renderer<'_> {
        Box::new(|article: &Article| {
            let document = self.analyzer.analyze(&article.text);
            let mut out = String::with_capacity(article.text.len() * 4);
            let seen = write(&mut out, &article.id, &document)?;
            Ok(Rendered { bytes: out.into_bytes(), summary: Summary::of(seen) })
        })
    }

    fn tail(&self, summary: &Summary) -> Vec<u8> {
        format!("{}{FOOT}<script>\n{SCRIPT}</script>\n</body>\n</html>\n", summary.section())
            .into_bytes()
    }
}

/// Writes one article: its text with marks, and its lists.
fn write(out: &mut String, id: &str, document: &Document<'_>) -> Result<Seen, std::fmt::Error> {
    let lists = Lists::of(document);
    let (title, body) = title_and_body(document.text());
    let anchor = anchor(id);
    write!(out, "<article id=\"{anchor}\">\n<div class=\"text\">\n<p class=\"source\">")?;
    write!(out, "{}", Escaped(id))?;
    if let Some(date) = document.date() {
        write!(out, " · {}", labels::date(date))?;
    }
    out.push_str("</p>\n");
    let marks = marks::of(document, &lists);
    if !title.is_empty() {
        marks::write(out, "h2", document.text(), title, &marks)?;
    }
    let mut start = body.start;
    for line in document.text().get(body.range()).unwrap_or_default().split_inclusive('\n') {
        let span = Span::new(start, start + line.len());
        start = span.end;
        if !line.trim().is_empty() {
            marks::write(out, "p", document.text(), span, &marks)?;
        }
    }
    out.push_str("</div>\n");
    lists.write(out)?;
    out.push_str("</article>\n");
    let title = document.text().get(title.range()).unwrap_or_default().trim();
    let title = if title.is_empty() { id } else { title };
    Ok(Seen::new(anchor, title, document, &lists))
}

/// The first line where it can be a headline, and what follows it.
fn title_and_body(text: &str) -> (Span, Span) {
    let begin = text.len() - text.trim_start().len();
    let rest = text.get(begin..).unwrap_or_default();
    let end = begin + rest.find('\n').unwrap_or(rest.len());
    let followed = text.get(end..).is_some_and(|rest| !rest.trim().is_empty());
    if followed && text.get(begin..end).is_some_and(|line| line.chars().count() <= 160) {
        (Span::new(begin, end), Span::new(end, text.len()))
    } else {
        (Span::new(begin, begin), Span::new(begin, text.len()))
    }
}

/// Where links to the article lead, whatever its id holds.
fn anchor(id: &str) -> String {
    format!("a{:016x}", super::super::plan::fingerprint(id.as_bytes()))
}
