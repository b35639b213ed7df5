//! Names that look like places: holders of titles, and those whom schools and movements are named
//! after.

use super::{called::SCHOOLS, stands_behind_name};
use crate::entity::cue::{Cue, known_keys, name};
use crate::entity::gazetteer::Classes;
use crate::entity::sheet::{Sheet, Sight};
use crate::entity::tagger::{Labels, label};
use crate::entity::title::TitleClass;

/// Takes the place at `i` for what it is, where it is none.
pub(super) fn settle(sheet: &Sheet, labels: &mut Labels, i: usize) {
    let end = i + labels.name_len(i);
    let Some(words) = sheet.sights.get(i..end) else { return };
    let country = country(sheet, i, words);
    let lead = country.or_else(|| title(words)).or_else(|| is_titled(sheet, i, words).then_some(0));
    if let Some(lead) = lead {
        if country.is_none() {
            labels.set_name(i..i + lead, label::OUT, label::OUT);
        }
        labels.set_name(i + lead..end, label::PERSON, label::IN_PERSON);
    } else if is_of_school(sheet, i, words) || is_full(words) && stands_behind_name(sheet, i) {
        labels.set_name(i..end, label::OUT, label::OUT);
    }
}

/// The words of the country before its holder of office: `Chủ tịch nước | Trung Quốc | Tập Cận
/// Bình`.
fn country(sheet: &Sheet, i: usize, words: &[Sight]) -> Option<usize> {
    let [first, rest @ ..] = words else { return None };
    let named = first.place & Classes::COUNTRY.bits() != 0 && first.place_part == 1;
    let lead = 1 + rest.iter().take_while(|s| s.place_part == 2).count();
    let person = words.get(lead..)?;
    let titled = sheet.before(i).is_some_and(Sight::is_title);
    let own = [0, Cue::ForeignPerson.code()];
    let plain = |s: &Sight| s.shape.is_capital() && own.contains(&s.cue) && s.renown == 0;
    let begins = person.first().is_some_and(|s| s.place == 0 || s.name & name::SURNAME != 0);
    (named && titled && begins && person.len() > 1 && person.iter().all(plain)).then_some(lead)
}

/// The last words of a title before its holder: `Chủ tịch UBND huyện | Trần Văn Bảy`, `liệt sĩ | Võ
/// Thị Sáu`.
fn title(words: &[Sight]) -> Option<usize> {
    let levels = words.iter().take_while(|s| is_level(s)).count();
    let rank = |s: &&Sight| s.is_title() && !s.shape.is_capital() && !LEVELS.contains(&s.word);
    let ranks = words.iter().take_while(rank).count();
    let lead = levels.max(ranks);
    let person = words.get(lead..)?;
    // A place of that name may stand behind its level, but not behind the rank of a person.
    let free = |s: &Sight| s.place == 0 || ranks > 0 && s.place & Classes::PERSON.bits() != 0;
    (lead > 0 && person.len() > 2 && is_full(person) && person.iter().all(free)).then_some(lead)
}

/// Levels in titles: `trưởng thôn`.
const LEVELS: [u32; 14] = known_keys([
    "bản",
    "huyện",
    "làng",
    "phường",
    "phố",
    "quận",
    "thôn",
    "trấn",
    "tỉnh",
    "tổ",
    "xã",
    "xóm",
    "ấp",
    "khu",
]);

/// Whether it is a level of administration or its short form: `huyện`, `TP`.
fn is_level(s: &Sight) -> bool {
    s.cue == Cue::Level.code() || s.is_kind() && s.is_short_form()
}

/// Whether the words are all those of people, a surname first.
fn is_full(words: &[Sight]) -> bool {
    let [first, rest @ ..] = words else { return false };
    let own = |s: &Sight| s.name & (name::GIVEN | name::MIDDLE) != 0;
    first.name & name::SURNAME != 0 && !rest.is_empty() && rest.iter().all(own)
}

/// Whether the short form of a title stands before a given name: `NSND | Trà Giang`.
fn is_titled(sheet: &Sheet, i: usize, words: &[Sight]) -> bool {
    let classes = [TitleClass::Academic, TitleClass::Art, TitleClass::Occupation];
    let of_class = |s: &Sight| classes.iter().any(|&class| s.cue == Cue::Title(class).code());
    let before = sheet.before(i).is_some_and(|s| of_class(s) && s.is_short_form());
    let units = Classes::COUNTRY.with(Classes::PROVINCE).bits();
    let given = |s: &Sight| s.name & name::GIVEN != 0;
    before
        && words.first().is_some_and(|s| s.place & units == 0 && !s.is_kind())
        && words.last().is_some_and(given)
}

/// Whether a school is named after the person: `Trường THPT | Lý Thường Kiệt`.
fn is_of_school(sheet: &Sheet, i: usize, words: &[Sight]) -> bool {
    let school = |s: &Sight| s.cue == Cue::Head.code() && SCHOOLS.contains(&s.word);
    let person = |s: &Sight| s.place & Classes::PERSON.bits() != 0;
    let full = words.len() > 2 && is_full(words);
    sheet.before(i).is_some_and(school) && (full || words.first().is_some_and(person))
}
