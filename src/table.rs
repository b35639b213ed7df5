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
