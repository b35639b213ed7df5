//! STAGE 2: text → typed tokens, an iterator without allocation.
//!
//! Nine words of ten are plain syllables and are known by their bytes ([`scan`]); short forms and
//! names are read by their shape ([`shape`]), what begins with a digit in [`number`] and [`day`],
//! addresses of the net in [`web`]. [`cluster`] keeps what the reader sees as one sign together.

mod cluster;
mod day;
mod letters;
mod number;
mod scan;
mod shape;
mod unit;
mod web;

use crate::Span;
use crate::syllable::Code;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum TokenKind {
    /// A Vietnamese syllable by the rules of spelling, in any case: `xã`, `Nguyễn`, `HỘI`.
    Syllable,
    /// A word in letters that is no Vietnamese syllable: `Zürich`, `Google`.
    Foreign,
    /// A short form: `UBND`, `KT-XH`, `GD&ĐT`, `T.Ư`, `TP.HCM`, `ThS`, `đ/c`; one capital consonant.
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
///
/// ```
/// let token = vinews::tokens("57-NQ/TW").next().unwrap();
/// assert_eq!((token.span.range(), token.kind), (0..8, vinews::TokenKind::DocumentNumber));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Token {
    /// Where it stands: bytes of the text that was passed.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// The tokens of a text, in order; joined they equal it.
///
/// Made by [`tokens`] and [`TokenOptions::tokens`]. Borrows the text and allocates nothing; one
/// pass, linear in its length.
#[derive(Clone, Debug)]
pub struct Tokens<'t> {
    text: &'t str,
    at: usize,
    options: TokenOptions,
    /// Up to here a token is given in its pieces.
    split: usize,
}

/// Cuts `text` into typed tokens.
///
/// Blanks and line ends are tokens too, so that the tokens joined are the text. No token is empty
/// and none begins inside a grapheme cluster. Spans are byte ranges into `text`.
///
/// What stands together without a blank and is read as one is one token: `KT-XH`, `TP.HCM`,
/// `H'Hen`, `12,5%`, `29A-123.45`. A stop after a short form is a token of its own (`TP` `.`,
/// `PGS` `.` `TS`), and so is the hyphen between two words (`kinh` `tế` `-` `xã` `hội`). A number
/// and its unit in words stay apart (`2,5` `tỷ` `đồng`; `7` `giờ` `5` `phút`). Only spans of years
/// (`2020 - 2025`) and telephone numbers have blanks inside.
///
/// ```
/// use vinews::{TokenKind, tokens};
/// let text = "Ngày 3/2, TP. Phủ Lý đạt 12,5%.";
/// let shown: Vec<&str> =
///     tokens(text).filter(|t| t.kind != TokenKind::Blank).map(|t| &text[t.span]).collect();
/// assert_eq!(shown, ["Ngày", "3/2", ",", "TP", ".", "Phủ", "Lý", "đạt", "12,5%", "."]);
/// ```
///
/// Linear in the length of the text, whatever it is.
#[must_use]
pub fn tokens(text: &str) -> Tokens<'_> {
    TokenOptions::new().tokens(text)
}

/// What [`tokens`] keeps whole and what it leaves out.
///
/// ```
/// use vinews::TokenOptions;
/// let text = "12,5% ngày 15/12/2025";
/// let options = TokenOptions::new().split_percent(true).split_dates(true).skip_blanks(true);
/// let shown: Vec<&str> = options.tokens(text).map(|t| &text[t.span]).collect();
/// assert_eq!(shown, ["12,5", "%", "ngày", "15", "/", "12", "/", "2025"]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TokenOptions {
    split_percent: bool,
    split_dates: bool,
    split_codes: bool,
    skip_blanks: bool,
}

impl TokenOptions {
    /// Everything whole, nothing left out: what [`tokens`] does.
    #[must_use]
    pub const fn new() -> Self {
        Self { split_percent: false, split_dates: false, split_codes: false, skip_blanks: false }
    }

    /// Whether `12,5%` is given as `12,5` and `%`.
    #[must_use]
    pub const fn split_percent(mut self, yes: bool) -> Self {
        self.split_percent = yes;
        self
    }

    /// Whether dates and times are given as their numbers and marks.
    #[must_use]
    pub const fn split_dates(mut self, yes: bool) -> Self {
        self.split_dates = yes;
        self
    }

    /// Whether codes and document numbers are given as their letters, numbers and marks.
    #[must_use]
    pub const fn split_codes(mut self, yes: bool) -> Self {
        self.split_codes = yes;
        self
    }

    /// Whether [`TokenKind::Blank`] is left out; line breaks stay.
    #[must_use]
    pub const fn skip_blanks(mut self, yes: bool) -> Self {
        self.skip_blanks = yes;
        self
    }

    /// Cuts `text` into typed tokens.
    #[must_use]
    pub fn tokens(self, text: &str) -> Tokens<'_> {
        Tokens { text, at: 0, options: self, split: 0 }
    }

    /// Whether `token` is to be given in pieces.
    #[inline]
    fn cuts(self, text: &str, token: Token) -> bool {
        let any = self.split_percent || self.split_dates || self.split_codes;
        any && match token.kind {
            TokenKind::Date | TokenKind::Time => self.split_dates,
            TokenKind::Code | TokenKind::DocumentNumber => self.split_codes,
            TokenKind::Number => {
                self.split_percent && text.get(token.span.range()).is_some_and(|t| t.ends_with('%'))
            }
            _ => false,
        }
    }
}

impl Tokens<'_> {
    /// The next token, with its code if it is a plain syllable.
    #[inline(always)] // in the loops over all tokens
    pub(crate) fn next_coded(&mut self) -> Option<(Token, Option<Code>)> {
        loop {
            let mut start = self.at;
            if start >= self.split {
                if scan::is_plain_blank(self.text.as_bytes(), start) {
                    if !self.options.skip_blanks {
                        self.at = start + 1;
                        let span = Span::new(start, self.at);
                        return Some((Token { span, kind: TokenKind::Blank }, None));
                    }
                    start += 1;
                }
                if let Some((end, code)) = scan::plain_syllable(self.text, start) {
                    self.at = end;
                    let token = Token { span: Span::new(start, end), kind: TokenKind::Syllable };
                    return Some((token, Some(code)));
                }
            }
            let token = self.rare(start)?;
            if token.kind != TokenKind::Blank || !self.options.skip_blanks {
                return Some((token, None));
            }
        }
    }

    /// The token at `start`, which is no plain syllable and no plain blank.
    #[inline]
    fn rare(&mut self, start: usize) -> Option<Token> {
        let mut found = if start < self.split { None } else { Some(scan::rare(self.text, start)?) };
        if let Some((end, kind)) = found
            && self.options.cuts(self.text, Token { span: Span::new(start, end), kind })
        {
            self.split = end;
            found = None;
        }
        let (end, kind) = match found {
            Some(whole) => whole,
            None => scan::piece(self.text, start, self.split)?,
        };
        self.at = end;
        Some(Token { span: Span::new(start, end), kind })
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    #[inline]
    fn next(&mut self) -> Option<Token> {
        self.next_coded().map(|(token, _)| token)
    }
}

impl std::iter::FusedIterator for Tokens<'_> {}
