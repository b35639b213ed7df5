//! Beside the text: people with their titles, places by province, short forms.

use super::escape::Escaped;
use super::labels;
use std::collections::HashMap;
use std::fmt::{self, Write};
use vinews::{Document, Unit};

/// The lists of one article.
pub(crate) struct Lists {
    pub(crate) people: Vec<Person>,
    pub(crate) places: Vec<Place>,
    shorts: Vec<Short>,
    /// For each place of the document, its entry in `places`; likewise for short forms.
    place_entries: Vec<usize>,
    short_entries: Vec<usize>,
}

pub(crate) struct Person {
    pub(crate) name: String,
    pub(crate) times: usize,
    titles: Vec<String>,
}

/// All mentions of one place.
pub(crate) struct Place {
    /// What tells it from others: its unit, or how it is written where it is none.
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) times: usize,
    /// Heading under which it stands: its province, else what kind of place it is.
    group: String,
    /// What it lies in, up to its province.
    path: Vec<String>,
    /// When it came and went, where it did.
    life: String,
    now: Vec<String>,
}

struct Short {
    short: String,
    long: String,
    others: Vec<String>,
    times: usize,
}

impl Lists {
    pub(crate) fn of(document: &Document<'_>) -> Self {
        let (places, place_entries) = grouped(document.places(), |place| {
            let unit = place.units.first().and_then(|&id| document.gazetteer().unit(id));
            match unit {
                Some(unit) => Place::unit(unit),
                None => Place::other(&document.text()[place.span], labels::place(place.kind)),
            }
        });
        let (shorts, short_entries) = grouped(document.abbreviations(), |short| Short {
            short: document.text()[short.span].to_owned(),
            long: short.expansion.clone(),
            others: short.readings.iter().filter(|r| **r != short.expansion).cloned().collect(),
            times: 0,
        });
        let people = document.people().iter().map(|person| {
            let titles = person.mentions.iter().flat_map(|mention| &mention.titles);
            let mut own: Vec<String> = Vec::new();
            for title in titles {
                let text = one_line(&document.text()[title.span]);
                if !own.contains(&text) {
                    own.push(text);
                }
            }
            Person { name: one_line(&person.name), times: person.mentions.len(), titles: own }
        });
        Self { people: people.collect(), places, shorts, place_entries, short_entries }
    }

    /// The name of the entry that says more on the `i`th place.
    pub(crate) fn card_of_place(&self, i: usize) -> Option<String> {
        self.place_entries.get(i).map(|entry| format!("l{entry}"))
    }

    /// The name of the entry that says more on the `i`th short form.
    pub(crate) fn card_of_short(&self, i: usize) -> Option<String> {
        self.short_entries.get(i).map(|entry| format!("v{entry}"))
    }

    pub(crate) fn write(&self, out: &mut String) -> fmt::Result {
        out.push_str("<aside><div class=\"lists\">\n");
        if !self.people.is_empty() {
            out.push_str("<section><h3>Người</h3>\n<ul>\n");
            for (i, person) in self.people.iter().enumerate() {
                write!(out, "<li data-entry=\"p{i}\">")?;
                head(out, &person.name, person.times)?;
                for title in &person.titles {
                    write!(out, "<span class=\"more\">{}</span>", Escaped(title))?;
                }
                out.push_str("</li>\n");
            }
            out.push_str("</ul></section>\n");
        }
        self.write_places(out)?;
        if !self.shorts.is_empty() {
            out.push_str("<section><h3>Chữ viết tắt</h3>\n<ul>\n");
            for (i, short) in self.shorts.iter().enumerate() {
                write!(out, "<li data-entry=\"v{i}\">")?;
                head(out, &short.short, short.times)?;
                write!(out, "<span class=\"more\">{}</span>", Escaped(&short.long))?;
                if !short.others.is_empty() {
                    let others = short.others.join("; ");
                    write!(out, "<span class=\"more\">cũng có thể: {}</span>", Escaped(&others))?;
                }
                out.push_str("</li>\n");
            }
            out.push_str("</ul></section>\n");
        }
        out.push_str("</div></aside>\n");
        Ok(())
    }

    fn write_places(&self, out: &mut String) -> fmt::Result {
        if self.places.is_empty() {
            return Ok(());
        }
        out.push_str("<section><h3>Địa danh</h3>\n");
        let (groups, of) = grouped(&self.places, |place| Group(place.group.clone()));
        for (g, group) in groups.iter().enumerate() {
            write!(out, "<h4>{}</h4>\n<ul>\n", Escaped(&group.0))?;
            for (i, place) in self.places.iter().enumerate().filter(|(i, _)| of.get(*i) == Some(&g))
            {
                place.write(out, i)?;
            }
            out.push_str("</ul>\n");
        }
        out.push_str("</section>\n");
        Ok(())
    }
}

impl Place {
    /// The name with its province, to stand without a heading.
    pub(crate) fn full_name(&self) -> String {
        if self.path.is_empty() {
            self.name.clone()
        } else {
            format!("{}, {}", self.name, self.group)
        }
    }

    fn unit(unit: Unit<'_>) -> Self {
        let path = unit.path();
        let province = path.last().copied().unwrap_or_default().to_owned();
        let path: Vec<String> = path.iter().skip(1).map(|&name| name.to_owned()).collect();
        let life = match (unit.from(), unit.to()) {
            (_, Some(to)) => format!("đến trước {}", labels::date(to)),
            (Some(from), None) => format!("từ {}", labels::date(from)),
            (None, None) => String::new(),
        };
        Self {
            key: unit.id().to_owned(),
            name: unit.full_name().to_owned(),
            times: 0,
            group: province,
            path,
            life,
            now: unit.now(),
        }
    }

    fn write(&self, out: &mut String, i: usize) -> fmt::Result {
        let path = self.path.join(", ");
        write!(out, "<li data-entry=\"l{i}\" data-path=\"{}\">", Escaped(&path))?;
        head(out, &self.name, self.times)?;
        // The province stands in the heading.
        if let Some((_, within @ [_, ..])) = self.path.split_last() {
            write!(out, "<span class=\"more within\">{}</span>", Escaped(&within.join(", ")))?;
        }
        if !self.life.is_empty() {
            write!(out, "<span class=\"more\">{}</span>", self.life)?;
        }
        for now in &self.now {
            write!(out, "<span class=\"more now\">nay: {}</span>", Escaped(now))?;
        }
        out.push_str("</li>\n");
        Ok(())
    }

    fn other(name: &str, kind: &str) -> Self {
        let mut group: String = kind.chars().take(1).flat_map(char::to_uppercase).collect();
        group.extend(kind.chars().skip(1));
        Self {
            key: one_line(name),
            name: one_line(name),
            times: 0,
            group: if group.is_empty() { "Nơi khác".to_owned() } else { group },
            path: Vec::new(),
            life: String::new(),
            now: Vec::new(),
        }
    }
}

/// Something that several finds are mentions of.
trait Entry {
    type Key: std::hash::Hash + Eq;
    fn key(&self) -> Self::Key;
    fn count(&mut self);
}

impl Entry for Place {
    type Key = String;
    fn key(&self) -> String {
        self.key.clone()
    }
    fn count(&mut self) {
        self.times += 1;
    }
}

impl Entry for Short {
    type Key = (String, String);
    fn key(&self) -> Self::Key {
        (self.short.clone(), self.long.clone())
    }
    fn count(&mut self) {
        self.times += 1;
    }
}

struct Group(String);

impl Entry for Group {
    type Key = String;
    fn key(&self) -> String {
        self.0.clone()
    }
    fn count(&mut self) {}
}

/// One entry for all `finds` of the same key, in order of the first, and for each find the number
/// of its entry.
fn grouped<F, E: Entry>(finds: &[F], entry: impl Fn(&F) -> E) -> (Vec<E>, Vec<usize>) {
    let mut entries: Vec<E> = Vec::new();
    let mut known: HashMap<E::Key, usize> = HashMap::new();
    let mut numbers = Vec::with_capacity(finds.len());
    for find in finds {
        let new = entry(find);
        let number = *known.entry(new.key()).or_insert(entries.len());
        if number == entries.len() {
            entries.push(new);
        }
        if let Some(entry) = entries.get_mut(number) {
            entry.count();
        }
        numbers.push(number);
    }
    (entries, numbers)
}

/// What an entry begins with: its name, which leads to the text, and how often it stands there.
fn head(out: &mut String, name: &str, times: usize) -> fmt::Result {
    write!(out, "<button type=\"button\">{}</button>", Escaped(name))?;
    if times > 1 {
        write!(out, "<span class=\"times\">{times}×</span>")?;
    }
    Ok(())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
