//! Paths of models in the generated crate, and the crate of a path.

use std::fmt;

use serde::Serialize;

/// The most bytes of a name that becomes one of a file: of a module, or of a type in rustdoc. File
/// systems take 255; kinds, extensions and numbers of namesakes take some of them.
pub(crate) const LONGEST_NAME: usize = 200;

/// Whether files can have a name: Windows takes some for devices, in every folder and with every extension.
pub(crate) fn is_file_name(name: &str) -> bool {
    let numbered = |device| {
        let number = name.strip_prefix(device);
        number.is_some_and(|number| matches!(number.as_bytes(), [b'0'..=b'9']))
    };
    !matches!(name, "aux" | "con" | "nul" | "prn") && !numbered("com") && !numbered("lpt")
}

/// The Rust path of a model below its API's module: `ProcessV3`, `operations::GetProcessRequest`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct ModelPath(String);

impl ModelPath {
    /// The path of a type in a submodule, or at the API's root.
    #[must_use]
    pub fn new(module: Option<&str>, name: &str) -> Self {
        Self(module.map_or_else(|| name.to_owned(), |module| format!("{module}::{name}")))
    }

    /// The submodule; `None` at the API's root.
    #[must_use]
    pub fn module(&self) -> Option<&str> {
        let colon = self.0.rfind(':')?;
        Some(&self.0[..colon - 1])
    }

    /// The type's name.
    #[must_use]
    pub fn name(&self) -> &str {
        let colon = self.0.rfind(':');
        &self.0[colon.map_or(0, |colon| colon + 1)..]
    }

    /// The whole path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ModelPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The crate that a path starts at: `my_crate` of `::my_crate::Money`.
#[must_use]
pub fn crate_of(path: &str) -> &str {
    let rest = path.trim_start_matches("::");
    rest.split("::").next().unwrap_or(rest)
}
