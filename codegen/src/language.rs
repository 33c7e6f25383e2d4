//! The languages of SDKs.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The language of an SDK, and so of its pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// C#.
    CSharp,
    /// Go.
    Go,
    /// Java.
    Java,
    /// PHP.
    Php,
    /// Python.
    Python,
    /// Ruby.
    Ruby,
    /// TypeScript.
    TypeScript,
    /// C# for Unity.
    Unity,
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::CSharp => "C#",
            Self::Go => "Go",
            Self::Java => "Java",
            Self::Php => "PHP",
            Self::Python => "Python",
            Self::Ruby => "Ruby",
            Self::TypeScript => "TypeScript",
            Self::Unity => "Unity",
        })
    }
}
