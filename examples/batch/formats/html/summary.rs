//! Over all articles of a page: who and where most often, and what there is to read.

use super::escape::Escaped;
use super::labels;
use super::lists::Lists;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::{self, Write};
use vinews::{Date, Document};

/// How many people and places the charts show.
const SHOWN: usize = 20;

/// What the articles so far came to.
#[derive(Default)]
pub(crate) struct Summary {
    articles: Vec<Seen>,
    people: BTreeMap<String, Count>,
    places: BTreeMap<String, Count>,
}

/// One article in the table of contents.
pub(crate) struct Seen {
    anchor: String,
    title: String,
    date: Option<Date>,
    /// Name and times.
    people: Vec<(String, usize)>,
    /// What tells it from others, name and times.
    places: Vec<(String, String, usize)>,
}

/// How often something is named.
#[derive(Default)]
struct Count {
    name: String,
    times: usize,
    articles: usize,
}

impl Seen {
    pub(crate) fn new(anchor: String, title: &str, document: &Document<'_>, lists: &Lists) -> Self {
        let people = lists.people.iter().map(|person| (person.name.clone(), person.times));
        let places =
            lists.places.iter().map(|place| (place.key.clone(), place.full_name(), place.times));
        Self {
            anchor,
            title: title.to_owned(),
            date: document.date(),
            people: people.collect(),
            places: places.collect(),
        }
    }
}

impl Summary {
    /// The summary of one article.
    pub(crate) fn of(mut article: Seen) -> Self {
        let mut summary = Self::default();
        for (name, times) in std::mem::take(&mut article.people) {
            summary.people.entry(name.clone()).or_default().add(name, times, 1);
        }
        for (key, name, times) in std::mem::take(&mut article.places) {
            summary.places.entry(key).or_default().add(name, times, 1);
        }
        summary.articles.push(article);
        summary
    }

    /// Adds the articles of `other` behind these.
    pub(crate) fn add(&mut self, other: Self) {
        self.articles.extend(other.articles);
        for (all, more) in [(&mut self.people, other.people), (&mut self.places, other.places)] {
            for (key, count) in more {
                all.entry(key).or_default().add(count.name, count.times, count.articles);
            }
        }
    }

    /// The section of the page; none over a single article, which is its own summary.
    pub(crate) fn section(&self) -> String {
        let mut out = String::new();
        if self.articles.len() > 1 {
            // Writing to a String does not fail.
            let _ = self.write(&mut out);
        }
        out
    }

    fn write(&self, out: &mut String) -> fmt::Result {
        writeln!(
            out,
            "<section class=\"summary\">\n<h2>Ai, ở đâu, trong {} bài</h2>\n<p>{} người và {} nơi \
             được nhắc đến. Người trùng họ tên được tính chung.</p>\n<div class=\"charts\">",
            self.articles.len(),
            self.people.len(),
            self.places.len()
        )?;
        chart(out, "person", "Người được nhắc nhiều nhất", &self.people)?;
        chart(out, "place", "Nơi được nhắc nhiều nhất", &self.places)?;
        out.push_str("</div>\n<h3>Các bài</h3>\n<ol class=\"contents\">\n");
        for article in &self.articles {
            let title = Escaped(&article.title);
            write!(out, "<li><a href=\"#{}\">{title}</a>", article.anchor)?;
            if let Some(date) = article.date {
                write!(out, "<span>{}</span>", labels::date(date))?;
            }
            out.push_str("</li>\n");
        }
        out.push_str("</ol>\n</section>\n");
        Ok(())
    }
}

impl Count {
    fn add(&mut self, name: String, times: usize, articles: usize) {
        self.name = name;
        self.times += times;
        self.articles += articles;
    }
}

fn chart(
    out: &mut String,
    class: &str,
    heading: &str,
    counts: &BTreeMap<String, Count>,
) -> fmt::Result {
    let mut counts: Vec<&Count> = counts.values().collect();
    counts.sort_by_key(|count| (Reverse((count.times, count.articles)), &count.name));
    let Some(most) = counts.first().map(|count| count.times) else { return Ok(()) };
    writeln!(out, "<div><h3>{heading}</h3>\n<ol class=\"bars {class}\" style=\"--most:{most}\">")?;
    for count in counts.iter().take(SHOWN) {
        writeln!(
            out,
            "<li style=\"--n:{}\"><b>{}</b><span>{} lần, {} bài</span><i></i></li>",
            count.times,
            Escaped(&count.name),
            count.times,
            count.articles
        )?;
    }
    out.push_str("</ol></div>\n");
    Ok(())
}
