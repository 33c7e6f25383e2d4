//! `[dependencies]`: crates of the user's types and derives, in the syntax of Cargo.toml.

use std::collections::BTreeSet;

use toml::de::DeValue;

use super::section::Section;
use super::value::{Refusal, Setting};
use crate::model::Dependency;

/// `uuid = "1"`.
pub(super) fn short(value: &DeValue<'_>) -> Result<Dependency, Refusal> {
    version(value).map(|version| Dependency::of_version(&version))
}

/// `uuid = { version = "1", features = ["serde"] }`.
pub(super) fn long(table: &mut Section<'_>) -> Dependency {
    let mut origin = std::collections::BTreeMap::new();
    if let Some(version) = table.checked("version", version) {
        origin.insert("version", version.value);
    }
    for key in ["path", "git", "branch", "tag", "rev", "package"] {
        if let Some(text) = table.setting::<String>(key) {
            origin.insert(key, text.value);
        }
    }
    let features = table.list("features", feature);
    let features = features.map(|features| features.value).unwrap_or_default();
    let default_features = table.setting("default-features");
    let optional = table.setting("optional");
    let known = ["version", "path", "git"];
    if !table.is_refused() && !known.iter().any(|key| origin.contains_key(key)) {
        table.lacks("a `version`, a `path` or a `git` repository");
    }
    Dependency {
        origin,
        features: features
            .into_iter()
            .map(|it| it.value)
            .collect::<BTreeSet<_>>(),
        default_features: default_features.is_none_or(|set| set.value),
        optional: optional.is_some_and(|set| set.value),
    }
}

/// The name of a crate, as a key.
pub(super) fn name(key: &str) -> Result<String, Refusal> {
    let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if key.starts_with(|c: char| c.is_ascii_alphabetic()) && key.chars().all(word) {
        return Ok(key.to_owned());
    }
    Err(Refusal {
        expected: "the name of a crate".to_owned(),
        found: "not a valid crate name".to_owned(),
        hint: Some("use letters, digits, `-` and `_`, and start with a letter".to_owned()),
    })
}

fn version(value: &DeValue<'_>) -> Result<String, Refusal> {
    let text = match value {
        DeValue::String(text) => text.as_ref(),
        other => return Err(Refusal::type_of("a version or a table", other)),
    };
    match semver::VersionReq::parse(text) {
        Ok(_) => Ok(text.to_owned()),
        Err(error) => Err(Refusal {
            expected: "a version requirement".to_owned(),
            found: error.to_string(),
            hint: Some(
                "write `\"1\"`, or a table: `{ version = \"1\", features = [\"serde\"] }`"
                    .to_owned(),
            ),
        }),
    }
}

fn feature(value: &DeValue<'_>) -> Result<String, Refusal> {
    let text = String::from_toml(value)?;
    let word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '+' | '.');
    if !text.is_empty() && text.chars().all(word) {
        return Ok(text);
    }
    Err(Refusal {
        expected: "the name of a feature".to_owned(),
        found: "not a valid feature name".to_owned(),
        hint: None,
    })
}
