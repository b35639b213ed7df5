//! STAGE 2: text → typed tokens, an iterator without allocation.

use crate::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum TokenKind {
    /// A Vietnamese syllable: `xã`, `Nguyễn`.
    Syllable,
    /// A word in letters that is no Vietnamese syllable: `Zürich`, `Google`.
    Foreign,
    /// A short form in capitals: `UBND`, `KT-XH`, `GD&ĐT`, `T.Ư`, `TP.HCM`.
    Acronym,
    /// A name with an apostrophe or inner hyphens: `H'Hen`, `Pu-tin`.
    Name,
    /// A number: `1.500.000`, `0,5`, `12,5%`, `3/4`.
    Number,
    /// A Roman numeral: `IV`, `XIII`.
    Roman,
    /// A sum with its currency sign: `140.000đ`.
    Money,
    /// A number with its unit: `600m2`, `12ha`, `35°C`.
    Measure,
    /// A date or span of years: `15/12/2025`, `2020-2025`.
    Date,
    /// A time of day: `14h30`.
    Time,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A URL or bare domain.
    Url,
    /// The number of a document: `57-NQ/TW`.
    DocumentNumber,
    /// A number plate, flight or model code: `29A-123.45`, `Covid-19`.
    Code,
    /// `#` and a word.
    Hashtag,
    /// `@` and a name.
    Mention,
    /// A pictograph with its modifiers.
    Emoji,
    /// One mark of punctuation or symbol; an ellipsis of dots is one.
    Punctuation,
    /// Blanks within a line.
    Blank,
    /// One or more line ends with the blanks between them.
    LineBreak,
}

impl TokenKind {
    /// Whether the token is made of blanks or line ends alone.
    #[must_use]
    pub const fn is_blank(self) -> bool {
        matches!(self, Self::Blank | Self::LineBreak)
    }

    /// Whether the token is made of letters: a syllable, foreign word, acronym or name.
    #[must_use]
    pub const fn is_word(self) -> bool {
        matches!(self, Self::Syllable | Self::Foreign | Self::Acronym | Self::Name)
    }
}

/// A piece of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// The tokens of a text, in order; joined they equal it.
#[derive(Clone, Debug)]
pub struct Tokens<'t> {
    text: &'t str,
    at: usize,
}

/// Cuts `text` into typed tokens.
#[must_use]
pub fn tokens(text: &str) -> Tokens<'_> {
    Tokens { text, at: 0 }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let start = self.at;
        let rest = self.text.get(start..)?;
        let mut chars = rest.char_indices().peekable();
        let (_, first) = chars.next()?;
        let word = |c: char| c.is_alphabetic() || ('\u{300}'..'\u{370}').contains(&c);
        let run = |test: &dyn Fn(char) -> bool| {
            rest.char_indices().find(|&(_, c)| !test(c)).map_or(rest.len(), |(i, _)| i)
        };
        let (len, kind) = if first.is_whitespace() {
            let n = run(&char::is_whitespace);
            let broken = rest.get(..n).is_some_and(|s| s.contains(['\n', '\r']));
            (n, if broken { TokenKind::LineBreak } else { TokenKind::Blank })
        } else if word(first) {
            let n = run(&word);
            let shape = rest.get(..n).unwrap_or_default();
            let capitals = shape.chars().filter(|c| c.is_uppercase()).count();
            let kind = if capitals > 1 { TokenKind::Acronym } else { TokenKind::Syllable };
            (n, kind)
        } else if first.is_ascii_digit() {
            (run(&|c| c.is_ascii_digit()), TokenKind::Number)
        } else {
            (first.len_utf8(), TokenKind::Punctuation)
        };
        self.at = start + len;
        Some(Token { span: Span::new(start, self.at), kind })
    }
}
