//! Decisions, and the statements behind them.

use serde::Serialize;

use crate::source::Location;

/// A decided value, why it was decided so, and all that was said about it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fact<T> {
    /// The decision.
    pub value: T,
    /// The rule that decided, in a few words.
    pub rule: String,
    /// What was said, in the order of files.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
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
