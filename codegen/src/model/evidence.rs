//! Decisions, and the statements behind them.

use serde::Serialize;

use super::Rule;
use crate::source::Location;

/// A decided value, why it was decided so, and all that was said about it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fact<T> {
    /// The decision.
    pub value: T,
    /// The rule that decided.
    pub rule: Rule,
    /// What was said, in the order of files.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
}

impl<T> Fact<T> {
    /// Another answer to the same question, for a statement that overrules all others.
    #[must_use]
    pub fn overruled<U>(self, value: U, rule: Rule, statement: Evidence) -> Fact<U> {
        let others = self.evidence.into_iter();
        let others = others.map(|said| Evidence { won: false, ..said });
        Fact {
            value,
            rule,
            evidence: [statement].into_iter().chain(others).collect(),
        }
    }

    /// The same answer in other terms.
    #[must_use]
    pub fn map<U>(self, of: impl FnOnce(T) -> U) -> Fact<U> {
        Fact {
            value: of(self.value),
            rule: self.rule,
            evidence: self.evidence,
        }
    }
}

/// One statement, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// Where.
    pub at: Location,
    /// What it says, in a few words: `required`, `*Optional\<String>*`, `null in an example`.
    pub says: String,
    /// Whether the decision follows it.
    pub won: bool,
}
