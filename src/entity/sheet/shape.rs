//! The outer forms of tokens.

use crate::TokenKind;
use crate::entity::cue::Reading;

/// The outer form of a token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Beyond the ends of the sentence.
    #[default]
    Edge,
    /// A syllable in small letters.
    Lower,
    /// A syllable with a capital.
    Capital,
    /// A syllable in capitals.
    Capitals,
    /// A single capital letter.
    Letter,
    /// Single capital letters with points: `N.V.A`.
    Initials,
    /// A short form in capitals.
    Acronym,
    /// A foreign word in small letters.
    ForeignLower,
    /// A foreign word with a capital.
    Foreign,
    /// A name with inner hyphens or an apostrophe.
    Name,
    /// A number.
    Number,
    /// A Roman numeral.
    Roman,
    /// A date, time, sum, measure, telephone or document number, code.
    Figure,
    /// An address in the net, a hashtag.
    Net,
    /// A comma.
    Comma,
    /// A full stop, question or exclamation mark, ellipsis.
    Stop,
    /// A colon.
    Colon,
    /// A semicolon.
    Semicolon,
    /// A dash.
    Dash,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// A quotation mark.
    Quote,
    /// A slash.
    Slash,
    /// Any other mark.
    Mark,
    /// A line end.
    Break,
}

impl Shape {
    pub(super) fn of(kind: TokenKind, text: &str, reading: Reading) -> Self {
        let Reading { letters, capitals, .. } = reading;
        match kind {
            TokenKind::Acronym if letters == 1 => Self::Letter,
            TokenKind::Acronym if initials(text) => Self::Initials,
            TokenKind::Acronym => Self::Acronym,
            TokenKind::Name if capitals > 0 => Self::Name,
            TokenKind::Syllable | TokenKind::Foreign | TokenKind::Name => {
                let foreign = kind != TokenKind::Syllable;
                match capitals {
                    0 if foreign => Self::ForeignLower,
                    0 => Self::Lower,
                    1 if letters == 1 => Self::Letter,
                    n if n == letters && n > 1 => Self::Capitals,
                    _ if foreign => Self::Foreign,
                    _ => Self::Capital,
                }
            }
            TokenKind::Number => Self::Number,
            TokenKind::Roman => Self::Roman,
            TokenKind::Email | TokenKind::Url | TokenKind::Hashtag | TokenKind::Mention => {
                Self::Net
            }
            TokenKind::Punctuation => Self::of_mark(text),
            TokenKind::LineBreak => Self::Break,
            _ => Self::Figure,
        }
    }

    fn of_mark(text: &str) -> Self {
        let mut signs = text.chars();
        match (signs.next(), signs.as_str()) {
            (Some(sign), "") => Self::of_sign(sign),
            (Some('.'), "..") => Self::Stop,
            _ => Self::Mark,
        }
    }

    pub(super) const fn of_sign(sign: char) -> Self {
        match sign {
            ',' => Self::Comma,
            '.' | '!' | '?' | '…' => Self::Stop,
            ':' => Self::Colon,
            ';' => Self::Semicolon,
            '-' | '–' | '—' => Self::Dash,
            '(' | '[' => Self::Open,
            ')' | ']' => Self::Close,
            '"' | '“' | '”' | '\'' | '‘' | '’' | '«' | '»' => Self::Quote,
            '/' => Self::Slash,
            _ => Self::Mark,
        }
    }

    /// Whether a name may begin or go on here.
    pub(crate) const fn is_capital(self) -> bool {
        matches!(
            self,
            Self::Capital
                | Self::Capitals
                | Self::Letter
                | Self::Initials
                | Self::Acronym
                | Self::Foreign
                | Self::Name
        )
    }
}

fn initials(text: &str) -> bool {
    text.contains('.') && text.split('.').all(|part| part.chars().nth(1).is_none())
}
