//! TSV rows and the flat index over them, for bundled and user lists alike.
//!
//! A list is the text people edit: UTF-8, one row a line, columns parted by tabs, the first line
//! names the columns, blank lines and lines that begin with `#` are passed over.

use crate::Error;

/// One row of a list: its line number for messages and its columns.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'t> {
    /// Counted from 1, as an editor shows it.
    pub(crate) line: usize,
    /// The row without its line end.
    pub(crate) text: &'t str,
}

impl<'t> Row<'t> {
    /// Column `i`, counted from 0; empty where the row has fewer columns.
    pub(crate) fn get(self, i: usize) -> &'t str {
        self.text.split('\t').nth(i).unwrap_or_default().trim()
    }

    /// The columns as an array; missing ones are empty, further ones are dropped.
    pub(crate) fn columns<const N: usize>(self) -> [&'t str; N] {
        let mut columns = [""; N];
        for (slot, column) in columns.iter_mut().zip(self.text.split('\t')) {
            *slot = column.trim();
        }
        columns
    }
}

/// The rows below the header line of `text`.
pub(crate) fn rows(text: &str) -> impl Iterator<Item = Row<'_>> {
    all_rows(text).skip(1)
}

/// The rows whose first column is `key`, in a list sorted by that column, byte by byte.
///
/// Binary search on the text itself: nothing is built. The row numbers count from the first match.
pub(crate) fn sorted_rows<'t>(text: &'t str, key: &str) -> impl Iterator<Item = Row<'t>> {
    let bytes = text.as_bytes();
    let behind_line = |at: usize| {
        let rest = bytes.get(at..).unwrap_or_default();
        memchr::memchr(b'\n', rest).map_or(text.len(), |end| at + end + 1)
    };
    // `low` and `high` stand at line starts; lines before `low` have lesser keys.
    let (mut low, mut high) = (behind_line(0), text.len());
    while low < high {
        let middle = bytes.get(low..usize::midpoint(low, high));
        let start = middle.and_then(|m| memchr::memrchr(b'\n', m)).map_or(low, |at| low + at + 1);
        // The tab behind a shorter key is less than all that keys are made of.
        let rest = bytes.get(start..).unwrap_or_default();
        if rest.get(..key.len()).unwrap_or(rest) < key.as_bytes() {
            low = behind_line(start);
        } else {
            high = start;
        }
    }
    let first = |line: &'t str| line.split('\t').next().unwrap_or_default();
    let rows = text.get(low..).unwrap_or_default().lines().enumerate();
    rows.map(|(line, text)| Row { line, text }).take_while(move |row| first(row.text) == key)
}

/// The rows of a list a user gave, its header checked.
///
/// # Errors
/// When the first row does not name exactly the columns `header`, or a row has more columns.
pub(crate) fn user_rows<'t>(
    name: &str,
    text: &'t str,
    header: &[&str],
) -> Result<Vec<Row<'t>>, Error> {
    let mut rows = all_rows(text);
    let Some(first) = rows.next() else {
        return Err(Error::list(name, 1, format!("the list is empty; {}", wanted(header))));
    };
    if !first.text.split('\t').map(str::trim).eq(header.iter().copied()) {
        return Err(Error::list(name, first.line, wanted(header)));
    }
    rows.map(|row| {
        let found = row.text.split('\t').count();
        if found > header.len() {
            let reason = format!("{found} columns where the header has {}", header.len());
            return Err(Error::list(name, row.line, reason));
        }
        Ok(row)
    })
    .collect()
}

fn wanted(header: &[&str]) -> String {
    format!("the first line must name the columns {}, parted by tabs", header.join(", "))
}

fn all_rows(text: &str) -> impl Iterator<Item = Row<'_>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.lines()
        .enumerate()
        .map(|(i, text)| Row { line: i + 1, text })
        .filter(|row| !row.text.trim().is_empty() && !row.text.starts_with('#'))
}
