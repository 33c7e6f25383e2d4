//! Dependencies of the generated crate.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

/// A crate that the generated crate depends on, as a manifest states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Dependency {
    /// Which crate it is, by the manifest's keys: `version`, `path`, `git`, `package`, ….
    #[serde(flatten)]
    pub origin: BTreeMap<&'static str, String>,
    /// Its features.
    pub features: BTreeSet<String>,
    /// Whether its default features are on too.
    pub default_features: bool,
    /// Whether it is there only if the feature of its name is on.
    pub optional: bool,
}

impl Dependency {
    /// The released crate of a version, with its default features.
    #[must_use]
    pub fn of_version(version: &str) -> Self {
        Self {
            origin: BTreeMap::from([("version", version.to_owned())]),
            features: BTreeSet::new(),
            default_features: true,
            optional: false,
        }
    }

    /// The dependency that serves two users of a crate; `None` if they want different crates.
    #[must_use]
    pub fn join(&self, other: &Self) -> Option<Self> {
        (self.origin == other.origin).then(|| Self {
            origin: self.origin.clone(),
            features: self.features.union(&other.features).cloned().collect(),
            default_features: self.default_features || other.default_features,
            optional: self.optional && other.optional,
        })
    }
}
