//! STAGE 3: tokens → sentences.

use crate::{Span, Token, TokenKind, tokens};

/// The sentences of a text, in order; together they cover every character that is no blank.
#[derive(Clone, Debug)]
pub struct Sentences {
    spans: std::vec::IntoIter<Span>,
}

/// Cuts `text` into sentences.
#[must_use]
pub fn sentences(text: &str) -> Sentences {
    let tokens: Vec<Token> = tokens(text).filter(|t| t.kind != TokenKind::Blank).collect();
    let spans: Vec<Span> = split(text, &tokens).into_iter().map(|s| s.span).collect();
    Sentences { spans: spans.into_iter() }
}

impl Iterator for Sentences {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        self.spans.next()
    }
}

/// A sentence with its tokens, for the later stages.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sentence {
    /// Where it stands.
    pub(crate) span: Span,
    /// Index of its first token.
    pub(crate) first: usize,
    /// Index after its last token.
    pub(crate) last: usize,
}

/// Sentences over `tokens`: all tokens of `text` but [`TokenKind::Blank`].
pub(crate) fn split(text: &str, tokens: &[Token]) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut first = 0;
    let mut close = |first: usize, last: usize| {
        if let Some([a, .., b] | [a @ b]) = tokens.get(first..last) {
            found.push(Sentence { span: Span::new(a.span.start, b.span.end), first, last });
        }
    };
    for (i, token) in tokens.iter().enumerate() {
        if token.kind == TokenKind::LineBreak {
            close(first, i);
            first = i + 1;
        } else if matches!(&text[token.span], "." | "!" | "?" | "…") {
            close(first, i + 1);
            first = i + 1;
        }
    }
    close(first, tokens.len());
    found
}
