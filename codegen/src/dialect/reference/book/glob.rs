//! Patterns of paths, `docs/*.md`: `*` is any characters.

/// Whether a pattern fits a path as a whole.
pub(crate) fn fits(pattern: &str, path: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = path.strip_prefix(first) else {
        return false;
    };
    let Some(last) = parts.next_back() else {
        return rest.is_empty();
    };
    for part in parts {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

/// Whether one of several does.
pub(crate) fn any_fits(patterns: &[String], path: &str) -> bool {
    patterns.iter().any(|pattern| fits(pattern, path))
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn stars_are_any_characters() {
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
            assert_eq!(fits(pattern, path), is, "{pattern} {path}");
        }
    }
}
