//! What the headings, columns, marks and type cells of SDK pages mean.

pub(crate) mod cells;
pub(crate) mod sdk;

pub(crate) use crate::literal::reader::json;
pub use sdk::language::name_case::NameCase;
pub use sdk::read;

use sdk::language::vocabulary;
use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::page::Page;

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

impl Language {
    /// How the language's generator spells every name, whatever the wire's case.
    #[must_use]
    pub fn name_case(self) -> NameCase {
        vocabulary::of(self).name_case
    }

    /// Whether SDKs call the map for keys without a field of their own so: Python's
    /// `__pydantic_extra__`.
    #[must_use]
    pub fn is_extra_name(self, name: &str) -> bool {
        vocabulary::of(self).extra.contains(&name)
    }

    /// A field's name without what the generator did to it: Go's `RoomID` is `roomId`.
    #[must_use]
    pub fn plain_name(self, name: &str) -> Cow<'_, str> {
        let words = vocabulary::of(self);
        words.name_case.undo(name, words.initialisms)
    }
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

/// A page and its path below the API's folder, `/` between the parts.
#[derive(Debug, Clone, PartialEq)]
pub struct PageFile {
    /// The path.
    pub path: String,
    /// The page.
    pub page: Page,
}
