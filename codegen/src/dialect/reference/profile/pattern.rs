//! Patterns of text: regular expressions, which the user may write.

use regex::{Captures, Regex};

/// A pattern, without case.
#[derive(Debug, Clone)]
pub(crate) struct Pattern {
    /// As it is written.
    pub written: String,
    regex: Regex,
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.written == other.written
    }
}

impl Pattern {
    /// Reads a regular expression.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub fn new(written: &str) -> Result<Self, String> {
        let regex = regex::RegexBuilder::new(written)
            .case_insensitive(true)
            .size_limit(1 << 20)
            .build();
        Ok(Self {
            written: written.to_owned(),
            regex: regex.map_err(|error| error.to_string())?,
        })
    }

    /// The first place in a text that it is.
    pub fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.regex.captures(text)
    }

    /// Whether it is somewhere in a text.
    pub fn is_in(&self, text: &str) -> bool {
        self.regex.is_match(text)
    }

    /// All places in a text.
    pub fn all<'p, 't>(
        &'p self,
        text: &'t str,
    ) -> impl Iterator<Item = Captures<'t>> + use<'p, 't> {
        self.regex.captures_iter(text)
    }

    /// A text without it.
    pub fn strip<'t>(&self, text: &'t str) -> std::borrow::Cow<'t, str> {
        self.regex.replace_all(text, "")
    }
}

/// Several, of which the first that fits counts.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Patterns(pub Vec<Pattern>);

impl Patterns {
    /// The first that is somewhere in a text.
    pub fn find(&self, text: &str) -> Option<&Pattern> {
        self.0.iter().find(|pattern| pattern.is_in(text))
    }

    /// The first that is somewhere in a text, with its groups.
    pub fn captures<'t>(&self, text: &'t str) -> Option<(&Pattern, Captures<'t>)> {
        let mut patterns = self.0.iter();
        patterns.find_map(|pattern| Some((pattern, pattern.captures(text)?)))
    }
}
