//! UTF-8 that was read as windows-1252: "Viá»‡t Nam".

use super::Composer;
use crate::Span;
use crate::letter::Letter;
use crate::normalize::surface::byte_of;

/// Whether the line that was looked at last has proof of the wrong reading.
#[derive(Debug, Default)]
pub(super) struct Line {
    end: usize,
    misread: bool,
    /// Where the last word ends that could not be read otherwise.
    sound: usize,
}

/// Whether the character at `at` begins one of UTF-8 when it and those behind it are taken for
/// bytes.
pub(in crate::normalize) fn begins(text: &str, at: usize) -> bool {
    let mut bytes = text.get(at..).unwrap_or_default().chars().map_while(byte_of);
    let more = match bytes.next() {
        Some(0xC2..=0xDF) => 1,
        Some(0xE0..=0xEF) => 2,
        Some(0xF0..=0xF4) => 3,
        _ => return false,
    };
    bytes.take(more).filter(|byte| (0x80..0xC0).contains(byte)).count() == more
}

impl Composer<'_> {
    /// Reads the word around `at` as it was meant; `None` where it is as it should be.
    pub(super) fn unread(&mut self, at: usize) -> Option<usize> {
        let is_break = |c: char| matches!(c, '\n' | '\r');
        if at >= self.line.end {
            let before = self.text.get(..at)?;
            let start = before.rfind(is_break).map_or(0, |i| i + 1);
            let rest = self.text.get(at..)?;
            let end = at + rest.find(is_break).unwrap_or(rest.len());
            let line = self.text.get(start..end)?;
            let misread = line.split(is_blank).any(proves);
            self.line = Line { end: end.max(at + 1), misread, sound: 0 };
        }
        if !self.line.misread || at < self.line.sound {
            return None;
        }
        let before = self.text.get(..at)?;
        let start = before.rfind(is_blank).map_or(0, |i| i + 1);
        let rest = self.text.get(at..)?;
        let end = at + rest.find(is_blank).unwrap_or(rest.len());
        let Some(read) = reread(self.text.get(start..end)?) else {
            self.line.sound = end;
            return None;
        };
        let mut from = start;
        for (c, len) in read {
            let span = Span::new(from, from + len);
            from = span.end;
            self.put(span, c);
        }
        Some(end)
    }
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

/// A character and how many bytes of the source it stands for.
type Reading = Vec<(char, usize)>;

/// What a word says when its characters are taken for bytes, as often as that gives UTF-8.
fn reread(word: &str) -> Option<Reading> {
    let mut reading = once(&word.chars().map(|c| (c, c.len_utf8())).collect::<Reading>())?;
    while let Some(again) = once(&reading) {
        reading = again;
    }
    Some(reading)
}

fn once(reading: &[(char, usize)]) -> Option<Reading> {
    let bytes: Vec<u8> = reading.iter().map(|&(c, _)| byte_of(c)).collect::<Option<_>>()?;
    let text = std::str::from_utf8(&bytes).ok().filter(|text| !text.is_ascii())?;
    let mut lengths = reading.iter().map(|&(_, len)| len);
    Some(text.chars().map(|c| (c, lengths.by_ref().take(c.len_utf8()).sum())).collect())
}

/// Whether a word can only be misread UTF-8.
///
/// A capital with a closing quotation mark could be, too ("XÃ”"), but proves nothing.
fn proves(word: &str) -> bool {
    let chars: Reading = word.chars().map(|c| (c, c.len_utf8())).collect();
    once(&chars).is_some_and(|read| {
        let mut source = word.chars();
        read.iter().any(|&(c, _)| {
            let mut group = source.by_ref().take(c.len_utf8());
            let (first, second) = (group.next().unwrap_or(c), group.next());
            let third = group.count() > 0;
            let typographic = matches!(second, Some('\u{a0}' | '«' | '»' | '°' | '\u{100}'..));
            match first {
                _ if c.is_ascii() => false,
                'Ä'..='Æ' => Letter::of(c).is_some(),
                'Ã' => !typographic,
                _ => third && (Letter::of(c).is_some() || matches!(c, '‘'..='”' | '–' | '—' | '…')),
            }
        })
    })
}
