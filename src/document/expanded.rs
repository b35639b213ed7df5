//! The text with its short forms written out, and the way back from it.

use crate::normalize::{OffsetMap, Rewriter};
use crate::{Abbreviation, Document, Span};
use std::borrow::Cow;
use std::collections::HashSet;

/// How [`Document::expanded`] writes short forms out.
///
/// ```
/// use vinews::{Analyzer, ExpandOptions};
/// let document = Analyzer::new().analyze("BTV Huyện ủy họp. PGS.TS Lê An dự họp cùng BTV.");
/// let text = |options| document.expanded(options).into_string();
/// assert_eq!(
///     text(ExpandOptions::new()),
///     "Ban Thường vụ Huyện ủy họp. Phó giáo sư, tiến sĩ Lê An dự họp cùng Ban Thường vụ."
/// );
/// assert_eq!(
///     text(ExpandOptions::new().first_only(true).degrees(false)),
///     "Ban Thường vụ Huyện ủy họp. PGS.TS Lê An dự họp cùng BTV."
/// );
/// ```
#[derive(Clone, Copy, Debug)]
pub struct ExpandOptions {
    first_only: bool,
    degrees: bool,
}

impl ExpandOptions {
    /// Every use of every short form is written out.
    #[must_use]
    pub const fn new() -> Self {
        Self { first_only: false, degrees: true }
    }

    /// Writes out only the first use of a short form; one that the text defines has its first use
    /// there.
    #[must_use]
    pub const fn first_only(mut self, first_only: bool) -> Self {
        self.first_only = first_only;
        self
    }

    /// Whether the degrees of people (`PGS.TS`, `BS`, `NSND`) are written out.
    #[must_use]
    pub const fn degrees(mut self, degrees: bool) -> Self {
        self.degrees = degrees;
        self
    }
}

impl Default for ExpandOptions {
    fn default() -> Self {
        Self::new()
    }
}

/// A text with its short forms written out, and the way back to the text it was made from.
#[derive(Clone, Debug)]
pub struct Expanded<'d> {
    text: Cow<'d, str>,
    map: OffsetMap,
}

impl Expanded<'_> {
    /// The text written out.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The text written out, owned.
    #[must_use]
    pub fn into_string(self) -> String {
        self.text.into_owned()
    }

    /// The span of the document's text that became `span`; a part of a long form leads to the whole
    /// short form.
    #[must_use]
    pub fn to_source(&self, span: Span) -> Span {
        self.map.to_source(span)
    }

    /// The span of this text that `span` of the document's text became.
    #[must_use]
    pub fn from_source(&self, span: Span) -> Span {
        self.map.to_clean(span)
    }
}

impl Document<'_> {
    /// The text with its short forms written out, as they stand at their place: with a capital
    /// where a sentence or the name of a body begins, all in capitals within a line in capitals.
    /// What defines a short form stays as it is: `tổ chức đảng (TCĐ)`.
    ///
    /// Borrows the text where nothing is written out. Linear in its length.
    ///
    /// ```
    /// use vinews::{Analyzer, ExpandOptions, Span};
    /// let text = "Các tổ chức đảng (TCĐ) ở TP. Phủ Lý họp. TCĐ xã dự.";
    /// let document = Analyzer::new().analyze(text);
    /// let expanded = document.expanded(ExpandOptions::new());
    /// let written = "Các tổ chức đảng (TCĐ) ở thành phố Phủ Lý họp. Tổ chức đảng xã dự.";
    /// assert_eq!(expanded.as_str(), written);
    /// let city = written.find("thành phố").unwrap();
    /// assert_eq!(&text[expanded.to_source(Span::new(city, city + 3))], "TP.");
    /// ```
    #[must_use]
    pub fn expanded(&self, options: ExpandOptions) -> Expanded<'_> {
        let text = self.text();
        let mut rewriter = Rewriter::new(text);
        let mut used = HashSet::new();
        let mut sentences = self.sentences().iter().copied().peekable();
        let mut bodies = self.organizations().iter().map(|body| body.span).peekable();
        let mut abbreviations = self.abbreviations().iter().peekable();
        let mut capitals = None;
        while let Some(short) = abbreviations.next() {
            let first = used.insert(short.expansion.as_str());
            if short.definition.is_some()
                || options.first_only && !first
                || !options.degrees && is_degree(short)
            {
                continue;
            }
            while sentences.next_if(|s| s.end <= short.span.start).is_some() {
                capitals = None;
            }
            while bodies.next_if(|b| b.start < short.span.start).is_some() {}
            let sentence = sentences.peek().copied().unwrap_or(short.span);
            let place = Place {
                opens: opens(text, sentence, short.span)
                    || bodies.peek().is_some_and(|b| b.start == short.span.start),
                capitals: *capitals.get_or_insert_with(|| is_in_capitals(text, sentence)),
            };
            let (end, tail) = tail(text, sentence, short, abbreviations.peek().copied());
            let written = place.write(&short.expansion) + tail;
            rewriter.replace_with(Span::new(short.span.start, end), &written);
        }
        match rewriter.finish() {
            Some((written, map)) => Expanded { text: Cow::Owned(written), map },
            None => Expanded { text: Cow::Borrowed(text), map: OffsetMap::default() },
        }
    }
}

/// Where a long form is written.
struct Place {
    /// At the start of a sentence or of a body's name.
    opens: bool,
    /// In a line in capitals.
    capitals: bool,
}

impl Place {
    fn write(&self, long: &str) -> String {
        let mut letters = long.chars();
        match letters.next() {
            _ if self.capitals => long.to_uppercase(),
            Some(first) if self.opens => first.to_uppercase().chain(letters).collect(),
            _ => long.to_owned(),
        }
    }
}

/// Whether nothing but quotes and dashes stands before `short` in its sentence.
fn opens(text: &str, sentence: Span, short: Span) -> bool {
    let before = text.get(sentence.start..short.start).unwrap_or_default();
    !before.contains(char::is_alphanumeric)
}

/// Whether `sentence` has no small letter, and a word with a mark that is no short form.
fn is_in_capitals(text: &str, sentence: Span) -> bool {
    let marked = |c: char| c.is_uppercase() && !c.is_ascii() && !matches!(c, 'Đ' | 'Ư');
    let sentence = &text[sentence];
    sentence.contains(marked) && !sentence.contains(char::is_lowercase)
}

/// What of the marks after `short` goes with it, and what is written for them: the point of TP. Phủ
/// Lý goes, that of PGS.TS becomes a comma, that of the end of a sentence stays.
fn tail(
    text: &str,
    sentence: Span,
    short: &Abbreviation,
    next: Option<&Abbreviation>,
) -> (usize, &'static str) {
    let end = short.span.end;
    let between = next.and_then(|n| text.get(end..n.span.start));
    if let (Some(next), Some(mark)) = (next, between)
        && matches!(mark.trim(), "." | "-" | "–" | "")
        && is_degree(short)
        && is_degree(next)
    {
        return (next.span.start, ", ");
    }
    let rest = text.get(end..sentence.end).unwrap_or_default();
    let Some(rest) = rest.strip_prefix('.') else { return (end, "") };
    match rest.chars().next() {
        Some(c) if c.is_alphanumeric() => (end + 1, " "),
        Some(c) if c.is_whitespace() && rest.contains(char::is_alphanumeric) => (end + 1, ""),
        _ => (end, ""),
    }
}

/// Whether `short` is the degree or title of honour of a person.
fn is_degree(short: &Abbreviation) -> bool {
    #[rustfmt::skip]
    const DEGREES: [&str; 24] = [
        "anh hùng lao động", "bác sĩ", "cử nhân", "dược sĩ", "giáo sư", "giảng viên", "kiến trúc sư",
        "kỹ sư", "luật sư", "lương y", "nghệ nhân nhân dân", "nghệ nhân ưu tú", "nghệ sĩ nhân dân",
        "nghệ sĩ ưu tú", "nhà giáo nhân dân", "nhà giáo ưu tú", "phó giáo sư", "thạc sĩ",
        "thầy thuốc nhân dân", "thầy thuốc ưu tú", "tiến sĩ", "tiến sĩ khoa học", "viện sĩ", "điều dưỡng",
    ];
    let long = short.expansion.to_lowercase();
    DEGREES.iter().any(|degree| {
        long.strip_prefix(degree)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(" chuyên khoa"))
    })
}
