//! The way back: from spans of the clean text to spans of what the caller passed.

use crate::{Document, Normalized, Normalizer, Span};

/// Moves every span of `document`, found in `clean`, to the caller's text.
///
/// Names are given as the caller's text has them, misplaced marks mended, so that an article that
/// writes `Hoà Bình` is not answered with `Hòa Bình`.
pub(super) fn restore(document: &mut Document<'_>, clean: &Normalized<'_>) {
    let text = clean.source();
    let own = |span: Span| Normalizer::new().normalize(&text[span]).as_str().to_owned();
    let back = |span: &mut Span| *span = clean.to_source(*span);

    document.sentences.iter_mut().for_each(back);
    document.words.iter_mut().for_each(|word| back(&mut word.span));
    for abbreviation in &mut document.abbreviations {
        back(&mut abbreviation.span);
        abbreviation.definition.iter_mut().for_each(back);
    }
    for person in &mut document.entities.people {
        let named = person.mentions.iter().find(|m| clean.as_str()[m.span] == person.name);
        if let Some(mention) = named {
            person.name = own(clean.to_source(mention.span));
        }
        for mention in &mut person.mentions {
            back(&mut mention.span);
            mention.honorific.iter_mut().for_each(back);
            for title in &mut mention.titles {
                back(&mut title.span);
                title.organization.iter_mut().for_each(back);
            }
        }
    }
    for place in &mut document.entities.places {
        if let Some(at) = clean.as_str()[place.span].rfind(place.name.as_str()) {
            let start = place.span.start + at;
            place.name = own(clean.to_source(Span::new(start, start + place.name.len())));
        }
        back(&mut place.span);
    }
    document.entities.organizations.iter_mut().for_each(|o| back(&mut o.span));
}
