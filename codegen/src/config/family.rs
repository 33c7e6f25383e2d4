//! `family`: who writes the pages of a source.

use toml::de::DeValue;

use super::value::{Refusal, Setting, choice};

/// A family of docs, which have the same structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    /// Written by an SDK's generator: one page is one model, a folder is one SDK.
    Sdk,
    /// Written by people: a page holds many models.
    Reference,
}

impl Setting for Family {
    fn from_toml(value: &DeValue<'_>) -> Result<Self, Refusal> {
        choice(value)
    }
}
