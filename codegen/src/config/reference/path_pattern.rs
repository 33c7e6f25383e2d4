//! Patterns of paths: `docs/*.md`, in which `*` is any part of a path.

use toml::de::DeValue;

use super::super::value::{Refusal, Setting};

/// A pattern of paths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PathPattern(glob::Pattern);

impl Setting for PathPattern {
    fn from_toml(value: &DeValue<'_>) -> Result<Self, Refusal> {
        let written = String::from_toml(value)?;
        Self::new(&written).map_err(|error| Refusal {
            expected: "a path or a pattern of paths".to_owned(),
            found: error.to_owned(),
            hint: Some("`*` is any part of a path".to_owned()),
        })
    }
}

impl PathPattern {
    /// Reads a pattern.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub fn new(written: &str) -> Result<Self, &'static str> {
        glob::Pattern::new(written)
            .map(Self)
            .map_err(|error| error.msg)
    }

    /// As it is written.
    pub fn written(&self) -> &str {
        self.0.as_str()
    }

    /// Whether it is a path as a whole.
    pub fn fits(&self, path: &str) -> bool {
        self.0.matches(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_are_any_part_of_a_path() {
        for (pattern, path, is) in [
            ("a.md", "a.md", true),
            ("a.md", "b/a.md", false),
            ("*.md", "b/a.md", true),
            ("docs/*", "docs/v5/a.mdx", true),
            ("docs/*/a*", "docs/v5/abc", true),
            ("*log*", "b/changelog/x.md", true),
            ("a*a", "a", false),
            ("*a*b*", "xbxa", false),
            ("*", "", true),
            ("", "a", false),
        ] {
            let read = PathPattern::new(pattern).unwrap();
            assert_eq!(read.fits(path), is, "{pattern} {path}");
        }
        assert!(PathPattern::new("docs/[").is_err());
    }
}
