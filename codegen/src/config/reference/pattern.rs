//! Patterns of text: regular expressions, which the user may write.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use regex::{Captures, Regex};
use toml::de::DeValue;

use super::super::section::Section;
use super::super::value::{Refusal, Setting};
use super::change::{self, Listed as _};

/// A pattern, without case.
#[derive(Debug, Clone)]
pub(crate) struct Pattern {
    /// As it is written.
    pub written: Arc<str>,
    /// Compiled when it is first looked for: most patterns of the default never are.
    regex: Arc<OnceLock<Option<Regex>>>,
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.written == other.written
    }
}

impl Setting for Pattern {
    fn from_toml(value: &DeValue<'_>) -> Result<Self, Refusal> {
        let written = String::from_toml(value)?;
        Self::new(&written).map_err(|error| Refusal {
            expected: "a regular expression".to_owned(),
            found: what(&error),
            hint: hint(&written).map(str::to_owned),
        })
    }
}

impl Pattern {
    /// Reads a regular expression.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub fn new(written: &str) -> Result<Self, String> {
        let regex = compile(written).map_err(|error| error.to_string())?;
        Ok(Self {
            written: written.into(),
            regex: Arc::new(OnceLock::from(Some(regex))),
        })
    }

    /// A regular expression that is known to be right.
    pub(super) fn lazy(written: &str) -> Self {
        Self {
            written: written.into(),
            regex: Arc::default(),
        }
    }

    fn regex(&self) -> Option<&Regex> {
        let regex = self.regex.get_or_init(|| compile(&self.written).ok());
        regex.as_ref()
    }

    /// How many groups it has; nothing if it is not right.
    pub(super) fn groups(&self) -> Option<usize> {
        Some(self.regex()?.captures_len() - 1)
    }

    /// The first place in a text that it is.
    pub fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.regex()?.captures(text)
    }

    /// Whether it is somewhere in a text.
    pub fn is_in(&self, text: &str) -> bool {
        self.regex().is_some_and(|regex| regex.is_match(text))
    }

    /// All places in a text.
    pub fn all<'p, 't>(
        &'p self,
        text: &'t str,
    ) -> impl Iterator<Item = Captures<'t>> + use<'p, 't> {
        let regex = self.regex().into_iter();
        regex.flat_map(|regex| regex.captures_iter(text))
    }

    /// A text without it.
    pub fn strip<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match self.regex() {
            Some(regex) => regex.replace_all(text, ""),
            None => Cow::Borrowed(text),
        }
    }
}

fn compile(written: &str) -> Result<Regex, regex::Error> {
    let mut builder = regex::RegexBuilder::new(written);
    builder.case_insensitive(true).size_limit(1 << 20).build()
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

/// Changes patterns that must have so many groups.
pub(super) fn grouped<const GROUPS: usize>(
    table: &mut Section<'_>,
    key: &'static str,
    patterns: &mut Patterns,
) {
    change::checked(table, key, patterns, |value| {
        let pattern = Patterns::item(value)?;
        let has = pattern.groups().unwrap_or_default();
        if has >= GROUPS {
            return Ok(pattern);
        }
        let (groups, example) = match GROUPS {
            1 => ("a group", "`([^`]+)`"),
            2 => ("two groups", "(GET|POST) (/.*)"),
            _ => ("three groups", r"(\w*)\[(\d+)\](.*)"),
        };
        Err(Refusal {
            expected: format!("a regular expression with {groups}"),
            found: format!("it has {has}"),
            hint: Some(format!(
                "brackets say which part is meant, as in '{example}'"
            )),
        })
    });
}

/// The last line of a message about a regular expression.
fn what(error: &str) -> String {
    let line = error.lines().last().unwrap_or(error);
    line.trim_start_matches("error: ").to_owned()
}

fn hint(written: &str) -> Option<&'static str> {
    let mut looks = ["(?=", "(?!", "(?<=", "(?<!"].iter();
    looks
        .any(|look| written.contains(look))
        .then_some("patterns cannot look around; match what stands there too")
}
