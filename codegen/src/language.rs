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

impl Language {
    const ALL: [(&'static str, Self); 8] = [
        ("csharp", Self::CSharp),
        ("go", Self::Go),
        ("java", Self::Java),
        ("php", Self::Php),
        ("python", Self::Python),
        ("ruby", Self::Ruby),
        ("typescript", Self::TypeScript),
        ("unity", Self::Unity),
    ];

    /// The language that a folder is called as: the last of its parts that is called so.
    #[must_use]
    pub fn of_folder(path: &str) -> Option<Self> {
        let mut parts = path.rsplit('/');
        parts.find_map(|part| {
            let called = |(name, _): &&(&str, Self)| part.eq_ignore_ascii_case(name);
            Self::ALL.iter().find(called).map(|(_, language)| *language)
        })
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

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn a_folder_is_called_as_settings_call_a_language() {
        for (name, language) in Language::ALL {
            let text = serde_json::to_string(&language).unwrap();
            assert_eq!(text, format!("{name:?}"));
        }
        assert_eq!(Language::of_folder("sdks/Java"), Some(Language::Java));
        assert_eq!(Language::of_folder("go/v2"), Some(Language::Go));
        assert_eq!(Language::of_folder("javascript"), None);
    }
}
