//! What the sections of a document before this one define.

use super::definition::Definition;
use rustc_hash::FxHashMap;

/// The short forms that the text has defined so far, by their keys.
#[derive(Debug, Default)]
pub(super) struct Defined {
    long_forms: FxHashMap<String, LongForm>,
    /// Tokens of the longest short form.
    widest: usize,
}

/// What a short form was defined to be.
#[derive(Debug)]
pub(super) struct LongForm {
    pub(super) written: String,
    /// Tokens of the short form.
    pub(super) tokens: usize,
}

impl Defined {
    pub(super) fn get(&self, key: &str) -> Option<&LongForm> {
        self.long_forms.get(key)
    }

    /// Tokens of the longest short form.
    pub(super) fn widest(&self) -> usize {
        self.widest
    }

    /// Adds the definitions of a section with their long forms; of several of one short form the
    /// first one rules, as it does within the section, and takes the place of an earlier section's.
    pub(super) fn add(&mut self, definitions: Vec<Definition>, longs: Vec<String>) {
        for (definition, written) in definitions.into_iter().zip(longs).rev() {
            let tokens = definition.short.len();
            self.widest = self.widest.max(tokens);
            self.long_forms.insert(definition.key, LongForm { written, tokens });
        }
    }
}
