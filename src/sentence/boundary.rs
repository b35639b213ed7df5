//! Whether a sentence ends at a mark.

use super::short_form;
use crate::{Token, TokenKind};

/// A mark at which a sentence may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A full stop.
    Stop,
    /// A question or exclamation mark, or an ellipsis.
    Strong,
    /// `./.`, the end of an official text.
    Final,
}

impl Mark {
    /// The mark that a token of punctuation is.
    #[inline]
    pub(super) fn of(text: &str, token: Token) -> Option<Self> {
        let bytes = text.as_bytes();
        match *bytes.get(token.span.start)? {
            b'!' | b'?' => Some(Self::Strong),
            b'.' => Some(match bytes.get(token.span.range())? {
                b"." => Self::Stop,
                b"./." => Self::Final,
                _ => Self::Strong,
            }),
            0xe2 => text.get(token.span.range())?.starts_with('…').then_some(Self::Strong),
            _ => None,
        }
    }
}

/// What stands around a mark.
pub(super) struct Surroundings<'t> {
    pub(super) text: &'t str,
    pub(super) mark: Mark,
    /// The mark itself.
    pub(super) stop: Token,
    /// Number of tokens of the sentence before the mark.
    pub(super) read: usize,
    /// The token before the mark and the one before that.
    pub(super) before: [Option<Token>; 2],
    /// The byte after the mark and what closes with it.
    pub(super) end: usize,
    /// Whether a quote closes with it.
    pub(super) quote: bool,
    /// The two tokens after that.
    pub(super) next: Option<Token>,
    pub(super) after: Option<Token>,
}

/// How the text goes on after a mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Head {
    Capital,
    Small,
    Digit,
    /// An opening quote or bracket, a bullet, a pictograph: a sentence may begin with it.
    Opener,
    /// A dash before a capital or a quote.
    Dash,
    /// A comma and other signs within a sentence.
    Within,
}

impl Surroundings<'_> {
    /// Whether the sentence ends here.
    pub(super) fn is_end(&self) -> bool {
        let Some(next) = self.next.filter(|t| t.kind != TokenKind::LineBreak) else { return true };
        if self.mark == Mark::Final {
            return true;
        }
        let glued = next.span.start == self.end;
        let head = self.head(next);
        if head == Head::Within || head == Head::Dash && self.quote {
            return false;
        }
        if self.mark == Mark::Strong || self.end > self.stop.span.end {
            let inner = head == Head::Small || head == Head::Digit && glued;
            return !inner && (self.end > self.stop.span.end || !self.is_item());
        }
        match self.before[0] {
            Some(word) if word.span.end == self.stop.span.start => {
                self.ends_after(word, next, head, glued)
            }
            _ => head != Head::Small || !glued,
        }
    }

    /// Whether a full stop right after `word` ends the sentence.
    fn ends_after(&self, word: Token, next: Token, head: Head, glued: bool) -> bool {
        let letters = self.slice(word);
        if self.is_item() {
            return false;
        }
        let named = matches!(head, Head::Capital | Head::Digit);
        if word.kind.is_word() && named && short_form::leads(letters) {
            return short_form::begins_sentence(self.slice(next));
        }
        if let Some(single) = single_capital(letters) {
            let label = self.before[1].is_some_and(|t| short_form::labels(self.slice(t)));
            let name = head == Head::Capital && !short_form::begins_sentence(self.slice(next));
            let number = head == Head::Digit && matches!(single, 'P' | 'Q' | 'H' | 'F' | 'T');
            return label || !(name || number) && head != Head::Small;
        }
        if word.kind == TokenKind::Acronym && is_initials(letters) {
            let name = matches!(next.kind, TokenKind::Foreign | TokenKind::Name);
            let year = self.slice(next) == "(";
            return head != Head::Small && !name && !year;
        }
        match head {
            Head::Small => !glued && word.kind == TokenKind::Syllable && letters.len() > 1,
            Head::Digit if glued => word.kind == TokenKind::Syllable,
            _ => true,
        }
    }

    /// Whether the mark belongs to the number of an item: 1. a. IV. Điều 5.
    fn is_item(&self) -> bool {
        let Some(word) = self.before[0].filter(|t| t.span.end == self.stop.span.start) else {
            return false;
        };
        let letters = self.slice(word);
        let numeral = match word.kind {
            TokenKind::Number => letters.len() <= 5 && !letters.contains(['%', '/', ',']),
            TokenKind::Roman => true,
            TokenKind::Syllable | TokenKind::Acronym | TokenKind::Foreign => {
                letters.chars().count() == 1
            }
            _ => false,
        };
        let listed = match self.before[1].filter(|_| self.read > 1) {
            None => true,
            Some(token) if token.kind == TokenKind::Punctuation => {
                self.read == 2 || matches!(self.slice(token), ":" | ";")
            }
            Some(token) => self.read == 2 && short_form::heads(self.slice(token)),
        };
        numeral && listed && self.mark == Mark::Stop
    }

    fn head(&self, next: Token) -> Head {
        let first = self.slice(next).chars().next().unwrap_or(' ');
        match next.kind {
            TokenKind::Punctuation => match first {
                '-' | '–' | '—' => {
                    let capital = self.after.map(|t| self.slice(t).chars().next().unwrap_or(' '));
                    let speaks = capital.is_some_and(|c| c.is_uppercase() || "“\"‘'".contains(c));
                    if speaks { Head::Dash } else { Head::Within }
                }
                ',' | ';' | ':' | ')' | ']' | '}' | '”' | '’' | '»' | '/' | '%' | '.' | '!'
                | '?' | '…' => Head::Within,
                _ => Head::Opener,
            },
            _ if first.is_numeric() => Head::Digit,
            _ if first.is_lowercase() => Head::Small,
            _ if first.is_alphabetic() => Head::Capital,
            _ => Head::Opener,
        }
    }

    fn slice(&self, token: Token) -> &str {
        self.text.get(token.span.range()).unwrap_or_default()
    }
}

/// The letter, where `letters` are one capital.
fn single_capital(letters: &str) -> Option<char> {
    let mut chars = letters.chars();
    let first = chars.next().filter(|c| c.is_uppercase())?;
    chars.next().is_none().then_some(first)
}

/// Whether `letters` are initials: N.V.A, T.Ư; not TP.HCM.
fn is_initials(letters: &str) -> bool {
    letters.contains('.') && letters.split('.').all(|part| part.chars().count() == 1)
}
