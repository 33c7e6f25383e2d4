//! What is wrong with source files.

use std::fmt;

/// What is wrong with a source file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Warning {
    /// Its path below the checkout.
    pub path: String,
    /// The line, or 0 for the whole file.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        write!(f, ": {}", self.message)
    }
}

/// Path and line of `PATH:LINE`.
pub(crate) fn place(at: &str) -> (&str, usize) {
    let (path, line) = at.rsplit_once(':').unwrap_or((at, ""));
    (path, line.parse().unwrap_or(0))
}
