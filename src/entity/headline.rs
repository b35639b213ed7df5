//! Names in lines in capitals, where the run of capitals says nothing of where a name ends.

use super::cue::{Cue, name};
use super::gazetteer::Classes;
use super::person::called::call;
use super::sheet::{Sheet, Sight};
use super::tagger::{Labels, label};

/// Words of a full name at most.
const LONGEST: usize = 4;

/// Names the places of the gazetteer and the people called by office in lines in capitals.
pub(crate) fn settle(sheet: &Sheet, labels: &mut Labels) {
    let mut end = 0;
    for &i in &sheet.capitals {
        let Some(s) = sheet.sights.get(i).filter(|s| i >= end && s.is_shouted()) else { continue };
        if labels.names.get(i) != Some(&label::OUT) {
            continue;
        }
        let place = place(sheet, i).filter(|&(first, end)| labels.is_free(first..end));
        if let Some((first, last)) = place {
            labels.set_name(first..last, label::PLACE, label::IN_PLACE);
            end = last;
        } else if s.name & name::SURNAME != 0
            && let Some(last) = person(sheet, i).filter(|&last| labels.is_free(i..last))
        {
            call(sheet, labels, i, last);
            end = last;
        }
    }
}

/// The place at `i`, with the words of its kind: a name behind such a word, or that of a province
/// or country which is nothing else.
fn place(sheet: &Sheet, i: usize) -> Option<(usize, usize)> {
    let [first, rest @ ..] = sheet.sights.get(i..)? else { return None };
    if first.place_part != 1 {
        return None;
    }
    let end = i + 1 + rest.iter().take_while(|s| s.place_part == 2).count();
    let kinds = sheet.sights.get(..i)?.iter().rev().take_while(|s| s.is_kind()).count();
    let large = Classes::PROVINCE.with(Classes::COUNTRY).bits();
    let doubts = Classes::WORD.with(Classes::PERSON).bits();
    let sure = first.place & large != 0 && first.place & doubts == 0;
    (kinds > 0 || sure).then_some((i - kinds, end))
}

/// The end of the full name at `i` behind an honorific or an office.
fn person(sheet: &Sheet, i: usize) -> Option<usize> {
    let called = |s: &Sight| {
        s.is_title() || s.tail || s.cue == Cue::Honorific.code() || s.cue == Cue::Level.code()
    };
    sheet.before(i).filter(|before| called(before))?;
    let rest = sheet.sights.get(i + 1..)?;
    let own = |s: &&Sight| s.name & (name::MIDDLE | name::GIVEN) != 0 && s.cue == 0;
    let words = rest.iter().take(LONGEST - 1).take_while(own).count();
    (words > 0).then_some(i + 1 + words)
}
