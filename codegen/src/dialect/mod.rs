//! What the headings, columns, marks and type cells of SDK pages mean.

pub mod namespace;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::claim::Source;
use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::page::Page;
use crate::source::Files;

/// The language of an SDK, and so of its pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Java.
    Java,
    /// TypeScript.
    TypeScript,
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Java => "Java",
            Self::TypeScript => "TypeScript",
        })
    }
}

/// A page and its path below the API's folder, `/` between the parts.
#[derive(Debug, Clone, PartialEq)]
pub struct PageFile {
    /// The path.
    pub path: String,
    /// The page.
    pub page: Page,
}

/// Reads an API's pages into claims, one [`Source`] for each SDK among them.
pub fn read(
    files: &Files,
    pages: &[PageFile],
    config: &Config,
    diagnostics: &mut Diagnostics,
) -> Vec<Source> {
    let _ = (files, pages, config, diagnostics);
    Vec::new()
}
