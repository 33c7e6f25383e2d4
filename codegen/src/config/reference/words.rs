//! Sets of words that whole texts are compared with.

use std::collections::BTreeMap;

/// Words, without case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Words(BTreeMap<String, String>);

impl Words {
    /// Adds a word.
    pub fn add(&mut self, word: &str) {
        self.0.insert(fold(word), word.to_owned());
    }

    /// Takes a word away; whether it was there.
    pub fn remove(&mut self, word: &str) -> bool {
        self.0.remove(&fold(word)).is_some()
    }

    /// All words, as they are spelled.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.values().map(String::as_str)
    }

    /// The word that a text is as a whole, markup removed, as the profile spells it.
    pub fn find(&self, text: &str) -> Option<&str> {
        self.0.get(&fold(text)).map(String::as_str)
    }
}

/// Without case, blanks single, `?` and `:` at the end removed if something is left.
pub(super) fn fold(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text.to_lowercase();
    match text.trim_end_matches(['?', ':', '：']).trim_end() {
        "" => text,
        left => left.to_owned(),
    }
}
