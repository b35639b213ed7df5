//! The list of short forms, and the variants that a rule covers so that no row must.

use super::reading::Cue;
use crate::letter::{Letter, is_alphanumeric, is_upper, lower};
use crate::table::{self, Row};
use crate::{Error, data};
use once_cell::sync::Lazy;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// The columns of the bundled list and of a user's.
const HEADER: [&str; 6] = ["short", "rank", "reading", "domain", "use", "cues"];

/// What a short form is about; the domain of a document is that of most of its short forms.
const DOMAINS: [&str; 15] = [
    "party",
    "government",
    "legal",
    "military",
    "health",
    "education",
    "economy",
    "agriculture",
    "organisation",
    "media",
    "place",
    "general",
    "international",
    "science",
    "sport",
];

/// How many domains there are.
pub(super) const DOMAIN_COUNT: usize = DOMAINS.len();

/// The bundled list, indexed on first use.
static BUNDLED: Lazy<Lexicon> = Lazy::new(|| {
    // A test holds that the bundled list has no wrong row.
    Lexicon::new("abbreviations.tsv", data::ABBREVIATIONS).unwrap_or_default()
});

/// What the column `use` of a row says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Use {
    /// `keep`: a name or code, no short form; never expanded.
    pub(super) keep: bool,
    /// `cued`: this reading only where one of its cues stands by.
    pub(super) cued: bool,
    /// `name`: only before a capitalised name or a number (`H.` in `H. Kim Bảng`).
    pub(super) name: bool,
    /// `number`: may be written in one with a number (`QL1A`).
    pub(super) number: bool,
    /// `tail`: may end a composition (`TƯ` in `BCHTƯ`).
    pub(super) tail: bool,
    /// `apart`: its parts may stand apart (`TP HCM`).
    pub(super) apart: bool,
    /// `dotted`: may have a point after each letter (`T.Ư`), as the initials of people have.
    pub(super) dotted: bool,
}

/// One reading of a short form.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    /// The long form, in lower case as it would stand mid-sentence.
    pub(super) long: Box<str>,
    /// It in small letters throughout, to compare it with the text.
    pub(super) small: Box<str>,
    /// Index into the domains.
    pub(super) domain: u8,
    /// Where the reading may be taken.
    pub(super) usage: Use,
    /// What speaks for this reading when it stands near.
    pub(super) cues: Box<[Cue]>,
}

/// Short forms with their readings, likeliest first.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexicon {
    readings: Vec<Reading>,
    /// From the key of a short form to where its readings begin and how many there are.
    index: FxHashMap<Box<str>, (u32, u16)>,
}

impl Lexicon {
    /// Reads `list`; `name` stands in error messages.
    ///
    /// # Errors
    /// When a row has no short form or reading, or names an unknown domain, rank or use.
    pub(super) fn new(name: &str, list: &str) -> Result<Self, Error> {
        let mut rows = Vec::new();
        for (order, row) in table::user_rows(name, list, &HEADER)?.into_iter().enumerate() {
            let (rank, reading) =
                parse(row).map_err(|reason| Error::list(name, row.line, reason))?;
            let mut key = String::new();
            fold(row.get(0), &mut key);
            rows.push((key, rank, order, reading));
        }
        rows.sort_by(|a, b| (&a.0, a.1, a.2).cmp(&(&b.0, b.1, b.2)));
        let mut lexicon = Self::default();
        for (key, _, _, reading) in rows {
            let first = lexicon.readings.len() as u32;
            lexicon.readings.push(reading);
            lexicon.index.entry(key.into_boxed_str()).or_insert((first, 0)).1 += 1;
        }
        Ok(lexicon)
    }

    /// The readings of the short form with this key, likeliest first; empty when it is unknown.
    pub(super) fn get(&self, key: &str) -> &[Reading] {
        let Some(&(first, count)) = self.index.get(key) else { return &[] };
        let first = first as usize;
        self.readings.get(first..first + usize::from(count)).unwrap_or_default()
    }
}

/// The users' lists and the bundled one, asked in this order.
pub(super) struct Lists<'a>(Vec<&'a Lexicon>);

impl<'a> Lists<'a> {
    pub(super) fn new(own: &'a [Arc<Lexicon>]) -> Self {
        Self(own.iter().map(Arc::as_ref).chain([&*BUNDLED]).collect())
    }

    /// The readings of the first list that has `key`, and whether that list is a user's.
    pub(super) fn get(&self, key: &str) -> Option<(&'a [Reading], bool)> {
        self.0.iter().enumerate().find_map(|(i, list)| {
            let readings = list.get(key);
            (!readings.is_empty()).then_some((readings, i + 1 < self.0.len()))
        })
    }

    /// The readings of `key` in all lists.
    pub(super) fn readings(&self, key: &str) -> impl Iterator<Item = &'a Reading> + Clone {
        self.0.iter().flat_map(move |list| list.get(key))
    }

    /// A form written in one with a number: QL1A, QL.1A.
    pub(super) fn numbered(&self, word: &str) -> Option<String> {
        let (letters, number) = word.split_at_checked(word.find(|c: char| c.is_ascii_digit())?)?;
        let mut key = String::new();
        fold(letters, &mut key);
        let reading = self.get(&key)?.0.iter().find(|r| r.usage.number)?;
        Some(format!("{} {number}", reading.long))
    }

    /// A form put together from a listed one and what may end a composition: BCHTƯ, UBMTTQVN.
    pub(super) fn composed(&self, key: &str) -> Option<String> {
        let tail = |tail: &str| self.get(tail)?.0.iter().find(|r| r.usage.tail);
        let mut head = key;
        let mut tails: Vec<&str> = Vec::new();
        loop {
            // The longest tail, but two letters at least are left.
            let mut cuts = head.char_indices().skip(2).map(|(i, _)| head.split_at(i));
            let (rest, last) = cuts.find_map(|(rest, end)| Some((rest, tail(end)?)))?;
            tails.push(&last.long);
            if let Some((readings, _)) = self.get(rest) {
                let free = |r: &&Reading| !(r.usage.keep || r.usage.cued || r.usage.name);
                let first = readings.iter().find(free)?;
                let words: Vec<&str> = tails.iter().rev().copied().collect();
                return Some(format!("{} {}", first.long, words.join(" ")));
            }
            head = rest;
        }
    }
}

fn parse(row: Row<'_>) -> Result<(u8, Reading), String> {
    let [short, rank, long, domain, usage, cues] = row.columns();
    if short.is_empty() {
        return Err("no short form".into());
    }
    let usage = parse_use(usage)?;
    if long.is_empty() && !usage.keep {
        return Err(format!("no reading of {short:?}"));
    }
    let domain = match domain {
        "" => "general",
        given => given,
    };
    let domain = DOMAINS
        .iter()
        .position(|&d| d == domain)
        .ok_or_else(|| format!("unknown domain {domain:?}; known are {}", DOMAINS.join(", ")))?;
    let rank = match rank {
        "" => 1,
        digits => digits.parse().map_err(|_| format!("rank {digits:?} is no number to 255"))?,
    };
    let cues = cues.split(',').map(str::trim).filter(|c| !c.is_empty()).map(Cue::new).collect();
    let small = lower(long).into();
    Ok((rank, Reading { long: long.into(), small, domain: domain as u8, usage, cues }))
}

fn parse_use(column: &str) -> Result<Use, String> {
    let mut usage = Use::default();
    for word in column.split(',').map(str::trim).filter(|w| !w.is_empty()) {
        match word {
            "keep" => usage.keep = true,
            "cued" => usage.cued = true,
            "name" => usage.name = true,
            "number" => usage.number = true,
            "tail" => usage.tail = true,
            "apart" => usage.apart = true,
            "dotted" => usage.dotted = true,
            _ => return Err(format!("unknown use {word:?}")),
        }
    }
    Ok(usage)
}

/// Appends the key of `short` to `key`: GD&ĐT, GD-ĐT and GDĐT are one, as are TW and TƯ, Tp and TP.
///
/// A form in small letters (đ/c, tp) stays as it is.
pub(super) fn fold(short: &str, key: &mut String) {
    if !short.chars().any(is_upper) {
        key.push_str(short);
        return;
    }
    for c in short.chars().filter(|&c| is_alphanumeric(c)) {
        match Letter::of(c) {
            _ if c == 'W' && key.ends_with('T') => key.push('Ư'),
            Some(letter) => key.push(letter.to_upper().to_char()),
            None => key.extend(c.to_uppercase()),
        }
    }
}

/// Whether a point stands after each letter but perhaps the last, as in T.Ư and in N.V.A.
pub(super) fn is_dotted(short: &str) -> bool {
    short.contains('.') && short.split('.').all(|part| part.chars().nth(1).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bundled_list_is_right() {
        let lexicon = Lexicon::new("abbreviations.tsv", data::ABBREVIATIONS);
        assert!(lexicon.is_ok(), "{}", lexicon.map(drop).unwrap_err());
    }

    #[test]
    fn variants_have_one_key() {
        let key = |short| {
            let mut key = String::new();
            fold(short, &mut key);
            key
        };
        for forms in [
            &["KT-XH", "KT–XH", "KTXH", "KT - XH"][..],
            &["GD&ĐT", "GD-ĐT", "GDĐT", "GD & ĐT"],
            &["T.Ư", "TƯ", "TW", "T.W"],
            &["TP.HCM", "TP HCM", "TPHCM", "Tp.HCM"],
            &["ThS", "Ths", "Th.S"],
        ] {
            for form in forms {
                assert_eq!(key(form), key(forms[0]), "{form}");
            }
        }
        assert_eq!(key("đ/c"), "đ/c");
    }
}
