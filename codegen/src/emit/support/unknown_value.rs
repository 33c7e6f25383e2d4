//! The error of a closed enum.

use std::fmt;

/// A value that a closed enum does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownValue {
    pub(super) name: &'static str,
    pub(super) value: String,
    pub(super) known: Vec<String>,
}

impl fmt::Display for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, value, known } = self;
        write!(f, "{name} has no value {value}, only {}", known.join(", "))
    }
}

impl std::error::Error for UnknownValue {}
