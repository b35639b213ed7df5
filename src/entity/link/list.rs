//! What stands before a bare name and says what it is: the type word of a list, the number of a house.

use crate::Span;
use crate::entity::place::{PlaceKind, Reading, TypeWord, word};

/// Words that make a type word stand for all names of a list: `các huyện Phong Điền, Quảng Điền`.
const PLURAL: &[&str] = &[
    "các", "những", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "nhiều", "2",
    "3", "4", "5", "6", "7", "8", "9", "10",
];

/// Between the names of a list.
const JOINTS: &[&str] = &[",", "và", ", và", ";", "hoặc", "hay", "–", "-"];

/// Between a type word and the list: `các xã: Hoàng Tây, Nhật Tân`.
const COLONS: &[&str] = &[":", " như", " gồm", " như:", " gồm:", " là:"];

/// What a house number makes of a name.
const STREET: TypeWord = TypeWord { kind: PlaceKind::Street, unit: "" };

/// The list that the last place stood in.
#[derive(Debug, Default)]
pub(super) struct List {
    word: Option<TypeWord>,
    end: usize,
}

impl List {
    /// The type word that the surroundings give the place at `span`, where it has none itself.
    pub(super) fn word(&mut self, text: &str, span: Span, reading: &Reading) -> Option<TypeWord> {
        let before = text.get(self.end.min(span.start)..span.start).unwrap_or_default();
        let goes_on = self.word.is_some() && JOINTS.contains(&before.trim());
        self.end = span.end;
        if reading.word.is_some() {
            self.word = reading.word.filter(|_| PLURAL.contains(&last_word(before)));
            return None;
        }
        if !goes_on {
            self.word = opened(before);
        }
        self.word.or_else(|| has_number(before).then_some(STREET))
    }
}

/// The type word before a colon or the like.
fn opened(before: &str) -> Option<TypeWord> {
    let before = before.trim_end();
    let stem = COLONS.iter().find_map(|colon| before.strip_suffix(colon))?;
    // A type word has three syllables at most.
    let mut start = stem.len();
    let starts = std::iter::from_fn(|| {
        let rest = stem.get(..start)?.trim_end();
        start = start_of_last_word(rest);
        (!rest.is_empty()).then_some(start)
    });
    let words = starts.take(3).filter_map(|at| word::whole(stem.get(at..)?));
    // `địa phương:` opens a list of anything.
    words.last().filter(|word| word.kind != PlaceKind::Region)
}

/// Whether a house number stands before a name: `số 61 Hai Bà Trưng`, `: 91 Trần Hưng Đạo`.
fn has_number(before: &str) -> bool {
    let number = last_word(before);
    let house = number.starts_with(|c: char| c.is_ascii_digit())
        && number.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'-'))
        && number.len() <= 8
        && before.ends_with(' ');
    let rest = before.trim_end().strip_suffix(number).unwrap_or_default().trim_end();
    house
        && (rest.ends_with([',', ':', '-', '–', '(', ';'])
            || matches!(last_word(rest), "số" | "Số"))
}

fn last_word(text: &str) -> &str {
    let text = text.trim_end();
    text.get(start_of_last_word(text)..).unwrap_or_default()
}

fn start_of_last_word(text: &str) -> usize {
    text.rfind(char::is_whitespace).map_or(0, |at| {
        at + text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
    })
}
