//! The way back: from spans of the clean text to spans of what the caller passed.

use super::Entities;
use crate::{Normalized, Normalizer, Span};

impl Entities {
    /// Moves every span, found in `clean`, to the caller's `text`.
    ///
    /// Names are given as the caller's text has them, misplaced marks mended, so that an article
    /// that writes `Hoà Bình` is not answered with `Hòa Bình`.
    pub(crate) fn restore(&mut self, clean: &Normalized<'_>) {
        let text = clean.source();
        let own = |span: Span| Normalizer::new().normalize(&text[span]).as_str().to_owned();
        let back = |span: &mut Span| *span = clean.to_source(*span);
        for person in &mut self.people {
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
        for place in &mut self.places {
            if let Some(at) = clean.as_str()[place.span].rfind(place.name.as_str()) {
                let start = place.span.start + at;
                place.name = own(clean.to_source(Span::new(start, start + place.name.len())));
            }
            back(&mut place.span);
        }
        self.organizations.iter_mut().for_each(|o| back(&mut o.span));
    }
}
