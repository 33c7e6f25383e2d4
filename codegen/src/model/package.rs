//! The crate as its user wants it: what stands at the top of its manifest.

use std::collections::BTreeMap;

/// The crate that models are written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// Its name: `shop-models`.
    pub name: String,
    /// Its version.
    pub version: String,
    /// What it is, in a sentence; of an empty one, the crate says what it can of itself.
    pub description: String,
    /// Its licence, as an SPDX expression.
    pub license: Option<String>,
    /// Where its source is.
    pub repository: Option<String>,
    /// Whether it may be published.
    pub publish: bool,
    /// Whether it has a README.
    pub readme: bool,
    /// Features of the user, each with those that it turns on.
    pub features: BTreeMap<String, Vec<String>>,
}

impl Default for Package {
    fn default() -> Self {
        Self {
            name: "generated".to_owned(),
            version: "0.1.0".to_owned(),
            description: String::new(),
            license: None,
            repository: None,
            publish: false,
            readme: true,
            features: BTreeMap::new(),
        }
    }
}

impl Package {
    /// Its name in Rust: `shop_models`.
    #[must_use]
    pub fn module(&self) -> String {
        self.name.replace('-', "_")
    }
}
