//! The way back: from spans of the clean text to spans of what the caller passed.

use crate::{Document, Normalized, Span};

/// Moves every span of `document` but those of its words and sentences, found in `clean`, to the
/// caller's text.
pub(super) fn restore(document: &mut Document<'_>, clean: &Normalized<'_>) {
    let back = |span: &mut Span| *span = clean.to_source(*span);

    for abbreviation in &mut document.abbreviations {
        back(&mut abbreviation.span);
        abbreviation.definition.iter_mut().for_each(back);
    }
    document.entities.restore(clean);
}
