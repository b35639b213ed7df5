//! A text too long to be read at once: each section is read like an article by itself, which knows
//! the date, short forms and people of those before it.

use std::sync::LazyLock;
use vinews::{Analyzer, Document, ExpansionSource, Segmenter, Span, TokenKind, sentences, tokens};

/// Some six hundred articles.
const NEWS: &str = include_str!("../benches/corpora/news.txt");

/// Lines that begin and end an article and name nobody, since a first and a last line are read as
/// such.
const HEAD: &str = "Tin trong ngày\n";
const FOOT: &str = "Các tin khác\nĐọc nhiều nhất\nVề đầu trang";

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(|| {
    let date = "2024-11-20".parse().expect("a date");
    Analyzer::builder().date(date).build()
});

/// A text without a blank line of some 18,000 tokens: more than a section has that could end at one.
fn chapter(from: &mut impl Iterator<Item = &'static str>) -> String {
    let (mut text, mut count) = (HEAD.to_owned(), 0);
    for line in from {
        text.push_str(line);
        text.push('\n');
        count += tokens(line).filter(|t| t.kind != TokenKind::Blank).count() + 1;
        if count > 18_000 {
            break;
        }
    }
    text + FOOT
}

fn lines() -> impl Iterator<Item = &'static str> {
    NEWS.lines().filter(|line| !line.is_empty())
}

#[test]
fn sentences_and_words_are_those_of_the_whole_text() {
    let document = ANALYZER.analyze(NEWS);
    assert!(document.sentences().iter().copied().eq(sentences(NEWS)));
    assert!(document.words().eq(Segmenter::new().worker().segment(NEWS).iter().copied()));
}

/// All names with what was found beside and about them, by where they stand from `shift` on.
fn names(document: &Document<'_>, part: Span) -> Vec<(Span, String)> {
    let mut found = Vec::new();
    for mention in document.people().iter().flat_map(|person| &person.mentions) {
        found.push((mention.span, format!("{:?}", mention.honorific.map(Span::len))));
        found
            .extend(mention.titles.iter().map(|t| (t.span, format!("{:?} {:?}", t.class, t.body))));
    }
    let unit = |place: &vinews::Place| {
        document.gazetteer().unit(*place.units.first()?).map(|u| u.id().to_owned())
    };
    found.extend(document.places().iter().map(|p| (p.span, format!("{} {:?}", p.name, unit(p)))));
    found.extend(document.organizations().iter().map(|o| (o.span, String::new())));
    found.retain(|(span, _)| part.covers(*span));
    for (span, _) in &mut found {
        *span = Span::new(span.start - part.start, span.end - part.start);
    }
    found.sort();
    found
}

#[test]
fn sections_read_like_articles_by_themselves() {
    let mut lines = lines();
    let chapters: Vec<String> = (0..3).map(|_| chapter(&mut lines)).collect();
    let whole = chapters.join("\n\n");
    let document = ANALYZER.analyze(&whole);
    let mut start = 0;
    for chapter in &chapters {
        let part = Span::new(start, start + chapter.len());
        let alone = names(&ANALYZER.analyze(chapter), Span::new(0, chapter.len()));
        assert!(alone.len() > 1000);
        assert_eq!(names(&document, part), alone);
        start = part.end + 2;
    }
}

#[test]
fn a_section_knows_what_those_before_it_did() {
    let filler = chapter(&mut lines());
    let text = format!(
        "Thứ Năm, 3/12/2020\n\nĐồng chí Lò Thị Kiệm, Bí thư Đảng ủy xã, nêu nhiệm vụ của tổ giữ vườn chung (TGVC).\n\n\
         {filler}\n\n{filler}\n\nTGVC do đồng chí Kiệm phụ trách."
    );
    let document = Analyzer::new().analyze(&text);
    assert_eq!(document.date(), Some("2020-12-03".parse().expect("a date")));
    let known = document.people().iter().find(|p| p.name == "Lò Thị Kiệm").expect("a person");
    let named: Vec<&str> = known.mentions.iter().map(|m| &text[m.span]).collect();
    assert_eq!(named, ["Lò Thị Kiệm", "Kiệm"]);
    let last = document.abbreviations().last().expect("a short form");
    assert_eq!((&text[last.span], last.expansion.as_str()), ("TGVC", "tổ giữ vườn chung"));
    assert_eq!((last.source, last.definition), (ExpansionSource::Definition, None));
}
