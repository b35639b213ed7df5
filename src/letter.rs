//! Facts on each letter that Vietnamese is written with: base, sign, tone, case.
//!
//! The alphabet has 29 letters; `f j w z` are read as well, since names and loans have them. Twelve
//! of the letters are vowels, and each vowel carries one of six tones, so that a letter of running
//! text is a base letter, perhaps a [`Sign`] that makes it another letter of the alphabet (ă, đ,
//! ơ), a [`Tone`] and a case:
//!
//! ```
//! use vinews::letter::{Letter, Sign, Tone};
//!
//! const E: Letter = Letter::of('Ế').unwrap();
//! assert_eq!((E.base(), E.sign(), E.tone(), E.is_upper()), ('e', Sign::Circumflex, Tone::Sac, true));
//! assert_eq!(E.with_tone(Tone::Nang).to_char(), 'Ệ');
//! ```
//!
//! Only composed characters (NFC) are letters here; [`Normalizer`](crate::Normalizer) composes.

mod case;
mod packed;

pub use case::lower;
pub(crate) use case::{is_alphanumeric, is_lower_of, is_upper, push_lower};
pub(crate) use packed::Packed;

/// The six tones, in the order in which dictionaries and collation put them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tone {
    /// ngang, no mark: ma.
    #[default]
    Ngang,
    /// huyền, grave accent: mà.
    Huyen,
    /// hỏi, hook above: mả.
    Hoi,
    /// ngã, tilde: mã.
    Nga,
    /// sắc, acute accent: má.
    Sac,
    /// nặng, dot below: mạ.
    Nang,
}

impl Tone {
    /// All tones in dictionary order.
    pub const ALL: [Self; 6] =
        [Self::Ngang, Self::Huyen, Self::Hoi, Self::Nga, Self::Sac, Self::Nang];

    /// The combining mark that writes the tone; `None` for ngang.
    ///
    /// ```
    /// use vinews::letter::Tone;
    /// assert_eq!(Tone::Hoi.mark(), Some('\u{309}'));
    /// ```
    #[must_use]
    pub const fn mark(self) -> Option<char> {
        match self {
            Self::Ngang => None,
            Self::Huyen => Some('\u{300}'),
            Self::Hoi => Some('\u{309}'),
            Self::Nga => Some('\u{303}'),
            Self::Sac => Some('\u{301}'),
            Self::Nang => Some('\u{323}'),
        }
    }

    /// The tone that a combining mark writes; U+0340 and U+0341 are old names of grave and acute.
    ///
    /// ```
    /// use vinews::letter::Tone;
    /// assert_eq!(Tone::of_mark('\u{341}'), Some(Tone::Sac));
    /// assert_eq!(Tone::of_mark('\u{302}'), None);
    /// ```
    #[must_use]
    pub const fn of_mark(mark: char) -> Option<Self> {
        match mark {
            '\u{300}' | '\u{340}' => Some(Self::Huyen),
            '\u{309}' => Some(Self::Hoi),
            '\u{303}' => Some(Self::Nga),
            '\u{301}' | '\u{341}' => Some(Self::Sac),
            '\u{323}' => Some(Self::Nang),
            _ => None,
        }
    }
}

/// What makes a base letter another letter of the alphabet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// Nothing: a, d, e, o, u and all other letters.
    #[default]
    Plain,
    /// trăng: ă.
    Breve,
    /// mũ: â, ê, ô.
    Circumflex,
    /// móc: ơ, ư.
    Horn,
    /// gạch ngang: đ.
    Stroke,
}

impl Sign {
    /// The sign that a combining mark writes.
    ///
    /// ```
    /// use vinews::letter::Sign;
    /// assert_eq!(Sign::of_mark('\u{31b}'), Some(Sign::Horn));
    /// ```
    #[must_use]
    pub const fn of_mark(mark: char) -> Option<Self> {
        match mark {
            '\u{306}' => Some(Self::Breve),
            '\u{302}' => Some(Self::Circumflex),
            '\u{31b}' => Some(Self::Horn),
            '\u{335}' => Some(Self::Stroke),
            _ => None,
        }
    }
}

/// A letter of running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Letter {
    base: u8,
    sign: Sign,
    tone: Tone,
    upper: bool,
}

/// The vowels with their tones, lower case, then upper case.
const VOWELS: [[char; 6]; 24] = [
    ['a', 'à', 'ả', 'ã', 'á', 'ạ'],
    ['ă', 'ằ', 'ẳ', 'ẵ', 'ắ', 'ặ'],
    ['â', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ'],
    ['e', 'è', 'ẻ', 'ẽ', 'é', 'ẹ'],
    ['ê', 'ề', 'ể', 'ễ', 'ế', 'ệ'],
    ['i', 'ì', 'ỉ', 'ĩ', 'í', 'ị'],
    ['o', 'ò', 'ỏ', 'õ', 'ó', 'ọ'],
    ['ô', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ'],
    ['ơ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ'],
    ['u', 'ù', 'ủ', 'ũ', 'ú', 'ụ'],
    ['ư', 'ừ', 'ử', 'ữ', 'ứ', 'ự'],
    ['y', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ'],
    ['A', 'À', 'Ả', 'Ã', 'Á', 'Ạ'],
    ['Ă', 'Ằ', 'Ẳ', 'Ẵ', 'Ắ', 'Ặ'],
    ['Â', 'Ầ', 'Ẩ', 'Ẫ', 'Ấ', 'Ậ'],
    ['E', 'È', 'Ẻ', 'Ẽ', 'É', 'Ẹ'],
    ['Ê', 'Ề', 'Ể', 'Ễ', 'Ế', 'Ệ'],
    ['I', 'Ì', 'Ỉ', 'Ĩ', 'Í', 'Ị'],
    ['O', 'Ò', 'Ỏ', 'Õ', 'Ó', 'Ọ'],
    ['Ô', 'Ồ', 'Ổ', 'Ỗ', 'Ố', 'Ộ'],
    ['Ơ', 'Ờ', 'Ở', 'Ỡ', 'Ớ', 'Ợ'],
    ['U', 'Ù', 'Ủ', 'Ũ', 'Ú', 'Ụ'],
    ['Ư', 'Ừ', 'Ử', 'Ữ', 'Ứ', 'Ự'],
    ['Y', 'Ỳ', 'Ỷ', 'Ỹ', 'Ý', 'Ỵ'],
];

/// Base and sign of the rows of [`VOWELS`].
const VOWEL_ROWS: [(u8, Sign); 12] = [
    (b'a', Sign::Plain),
    (b'a', Sign::Breve),
    (b'a', Sign::Circumflex),
    (b'e', Sign::Plain),
    (b'e', Sign::Circumflex),
    (b'i', Sign::Plain),
    (b'o', Sign::Plain),
    (b'o', Sign::Circumflex),
    (b'o', Sign::Horn),
    (b'u', Sign::Plain),
    (b'u', Sign::Horn),
    (b'y', Sign::Plain),
];

/// The row of a vowel in [`VOWEL_ROWS`] by its [code](Letter::code).
static ROW_OF: [u8; 256] = row_of();

#[allow(clippy::indexing_slicing)] // evaluated by the compiler
const fn row_of() -> [u8; 256] {
    let mut rows = [0; 256];
    let mut row = 0;
    while row < VOWEL_ROWS.len() {
        let (base, sign) = VOWEL_ROWS[row];
        rows[Letter { base, sign, ..NONE }.code() as usize] = row as u8;
        row += 1;
    }
    rows
}

/// Characters up to ư, then the block from Ạ to ỹ: everything a letter can be.
const LOW: usize = 0x1B1;
const HIGH: usize = 0x1EA0;
const HIGH_END: usize = 0x1EFA;

const NONE: Letter = Letter { base: 0, sign: Sign::Plain, tone: Tone::Ngang, upper: false };

static LETTERS: [Letter; LOW + HIGH_END - HIGH] = letters();

#[allow(clippy::indexing_slicing)] // evaluated by the compiler
const fn letters() -> [Letter; LOW + HIGH_END - HIGH] {
    let mut table = [NONE; LOW + HIGH_END - HIGH];
    let mut base = b'a';
    while base <= b'z' {
        table[base as usize] = Letter { base, ..NONE };
        table[base as usize - 32] = Letter { base, upper: true, ..NONE };
        base += 1;
    }
    table['đ' as usize] = Letter { base: b'd', sign: Sign::Stroke, ..NONE };
    table['Đ' as usize] = Letter { base: b'd', sign: Sign::Stroke, upper: true, ..NONE };
    let mut row = 0;
    while row < VOWELS.len() {
        let (base, sign) = VOWEL_ROWS[row % 12];
        let mut tone = 0;
        while tone < 6 {
            if let Some(slot) = slot(VOWELS[row][tone]) {
                table[slot] = Letter { base, sign, tone: Tone::ALL[tone], upper: row >= 12 };
            }
            tone += 1;
        }
        row += 1;
    }
    table
}

const fn slot(c: char) -> Option<usize> {
    let code = c as usize;
    if code < LOW {
        Some(code)
    } else if code >= HIGH && code < HIGH_END {
        Some(LOW + code - HIGH)
    } else {
        None
    }
}

impl Letter {
    /// What `c` is; `None` where it is no letter of Vietnamese, nor f, j, w, z. One table look-up.
    ///
    /// ```
    /// use vinews::letter::Letter;
    /// assert!(Letter::of('ợ').is_some());
    /// assert!(Letter::of('ñ').is_none());
    /// ```
    #[must_use]
    #[allow(clippy::indexing_slicing)] // `slot` stays inside the table
    pub const fn of(c: char) -> Option<Self> {
        match slot(c) {
            Some(slot) if LETTERS[slot].base != 0 => Some(LETTERS[slot]),
            _ => None,
        }
    }

    /// No letter at all, to fill a buffer with.
    pub(crate) const FILLER: Self = NONE;

    /// The letter that the UTF-8 at `at` writes, and its length in bytes.
    ///
    /// `const`, where the standard library's decoder is not; bytes that are no UTF-8 are no letter.
    #[allow(clippy::indexing_slicing)] // every index is compared with the length first
    pub(crate) const fn decode(bytes: &[u8], at: usize) -> Option<(Self, usize)> {
        if at >= bytes.len() {
            return None;
        }
        let (code, width) = match bytes[at] {
            lead @ 0..=0x7F => (lead as u32, 1),
            lead @ 0xC2..=0xDF if at + 1 < bytes.len() => {
                ((lead as u32 & 0x1F) << 6 | bytes[at + 1] as u32 & 0x3F, 2)
            }
            lead @ 0xE0..=0xEF if at + 2 < bytes.len() => {
                let tail = (bytes[at + 1] as u32 & 0x3F) << 6 | bytes[at + 2] as u32 & 0x3F;
                ((lead as u32 & 0x0F) << 12 | tail, 3)
            }
            _ => return None,
        };
        match char::from_u32(code) {
            Some(c) => match Self::of(c) {
                Some(letter) => Some((letter, width)),
                None => None,
            },
            None => None,
        }
    }

    /// Base and sign in one byte that is never 0, the same for all tones and cases.
    pub(crate) const fn code(self) -> u8 {
        (self.base & 0x1F) | (self.sign as u8) << 5
    }

    /// The letter of ASCII under signs, tone and case: `'d'` for Đ, `'o'` for Ớ.
    #[must_use]
    pub const fn base(self) -> char {
        self.base as char
    }

    /// The sign that makes it another letter than its base.
    #[must_use]
    pub const fn sign(self) -> Sign {
        self.sign
    }

    /// The tone it carries.
    #[must_use]
    pub const fn tone(self) -> Tone {
        self.tone
    }

    /// Whether it is a capital.
    #[must_use]
    pub const fn is_upper(self) -> bool {
        self.upper
    }

    /// Whether it is one of the twelve vowel letters; y is one.
    #[must_use]
    pub const fn is_vowel(self) -> bool {
        matches!(self.base, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
    }

    /// The same letter with another tone; a consonant stays as it is.
    #[must_use]
    pub const fn with_tone(self, tone: Tone) -> Self {
        if self.is_vowel() { Self { tone, ..self } } else { self }
    }

    /// The letter with `sign` in place of its own; `None` where Vietnamese has no such letter.
    ///
    /// ```
    /// use vinews::letter::{Letter, Sign};
    /// let e = Letter::of('é').unwrap();
    /// assert_eq!(e.with_sign(Sign::Circumflex).map(Letter::to_char), Some('ế'));
    /// assert_eq!(e.with_sign(Sign::Horn), None);
    /// ```
    #[must_use]
    pub const fn with_sign(self, sign: Sign) -> Option<Self> {
        let exists = match sign {
            Sign::Plain => true,
            Sign::Breve => self.base == b'a',
            Sign::Circumflex => matches!(self.base, b'a' | b'e' | b'o'),
            Sign::Horn => matches!(self.base, b'o' | b'u'),
            Sign::Stroke => self.base == b'd',
        };
        if exists { Some(Self { sign, ..self }) } else { None }
    }

    /// The letter with one more mark, or with one that it has already.
    const fn with_mark(self, mark: char) -> Option<Self> {
        if self.base == 0 {
            return None;
        }
        if let Some(tone) = Tone::of_mark(mark) {
            let free = matches!(self.tone, Tone::Ngang) || self.tone as u8 == tone as u8;
            return if free && self.is_vowel() { Some(self.with_tone(tone)) } else { None };
        }
        match Sign::of_mark(mark) {
            Some(sign) if matches!(self.sign, Sign::Plain) || self.sign as u8 == sign as u8 => {
                self.with_sign(sign)
            }
            _ => None,
        }
    }

    /// The same letter in lower case.
    #[must_use]
    pub const fn to_lower(self) -> Self {
        Self { upper: false, ..self }
    }

    /// The same letter as a capital.
    #[must_use]
    pub const fn to_upper(self) -> Self {
        Self { upper: true, ..self }
    }

    /// The character that writes it.
    ///
    /// ```
    /// use vinews::letter::Letter;
    /// assert_eq!(Letter::of('Ặ').unwrap().to_lower().to_char(), 'ặ');
    /// ```
    #[must_use]
    #[allow(clippy::indexing_slicing)] // rows and columns are those of the table
    pub const fn to_char(self) -> char {
        if self.is_vowel() {
            let row = ROW_OF[self.code() as usize] as usize;
            return VOWELS[if self.upper { row + 12 } else { row }][self.tone as usize];
        }
        match (self.sign, self.upper) {
            (Sign::Stroke, true) => 'Đ',
            (Sign::Stroke, false) => 'đ',
            (_, true) => (self.base - 32) as char,
            (_, false) => self.base as char,
        }
    }
}

/// The nine marks that make one letter of another: signs, then tones.
const MARKS: [char; 9] = [
    '\u{302}', '\u{306}', '\u{31b}', '\u{335}', '\u{300}', '\u{309}', '\u{303}', '\u{301}',
    '\u{323}',
];
const NO_MARK: u8 = u8::MAX;

/// The number in [`MARKS`] of the combining marks from U+0300 to U+0341.
static MARK_OF: [u8; 0x42] = mark_of();
/// What a letter becomes with each mark, as a code point; 0 where the two do not fit.
static JOINED: [[u16; MARKS.len()]; LETTERS.len()] = joined();

#[allow(clippy::indexing_slicing)] // evaluated by the compiler
const fn mark_of() -> [u8; 0x42] {
    let mut marks = [NO_MARK; 0x42];
    let mut number = 0;
    while number < MARKS.len() {
        marks[MARKS[number] as usize - 0x300] = number as u8;
        number += 1;
    }
    marks[0x40] = marks[0];
    marks[0x41] = marks[1];
    marks
}

#[allow(clippy::indexing_slicing)] // evaluated by the compiler
const fn joined() -> [[u16; MARKS.len()]; LETTERS.len()] {
    let mut table = [[0; MARKS.len()]; LETTERS.len()];
    let mut slot = 0;
    while slot < table.len() {
        let mut number = 0;
        while number < MARKS.len() {
            if let Some(letter) = LETTERS[slot].with_mark(MARKS[number]) {
                table[slot][number] = letter.to_char() as u16;
            }
            number += 1;
        }
        slot += 1;
    }
    table
}

/// The letter that `c` becomes with a combining mark, whichever was there first; a mark that it has
/// already changes nothing. `None` where Vietnamese has no such letter. Two table look-ups.
#[allow(clippy::indexing_slicing)] // `slot` and the marks stay inside their tables
pub(crate) fn join(c: char, mark: char) -> Option<char> {
    let number = *MARK_OF.get((mark as usize).checked_sub(0x300)?)?;
    let joined = *JOINED[slot(c)?].get(usize::from(number))?;
    if joined == 0 { None } else { char::from_u32(u32::from(joined)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_what_its_decomposition_says() {
        use unicode_normalization::UnicodeNormalization;
        let mut count = 0;
        for c in '\0'..='\u{1fff}' {
            let Some(letter) = Letter::of(c) else { continue };
            count += 1;
            assert_eq!(letter.to_char(), c);
            assert_eq!(letter.is_upper(), c.is_uppercase(), "{c}");
            assert_eq!(letter.to_lower().to_char().to_string(), c.to_lowercase().to_string());
            let mut parts = c.nfd();
            if letter.sign() != Sign::Stroke {
                assert_eq!(parts.next().map(|b| b.to_ascii_lowercase()), Some(letter.base()));
            }
            for mark in parts.filter(|&m| m > '\u{2ff}' && m < '\u{370}') {
                let sign = Sign::of_mark(mark).is_some_and(|s| s == letter.sign());
                assert!(sign || Tone::of_mark(mark) == Some(letter.tone()), "{c}");
            }
        }
        assert_eq!(count, 2 * (12 * 6 + 20 + 1), "vowels with tones, consonants of ASCII, đ");
    }
}
