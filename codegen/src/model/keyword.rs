//! The words that Rust keeps for itself.

/// Whether a name is a keyword of any edition, other than those that cannot be raw: `self`, `super`, `crate`, `Self`.
pub(crate) fn is_keyword(name: &str) -> bool {
    const LONGEST: usize = 8;
    const KEYWORDS: &[&str] = &[
        "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do",
        "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in",
        "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
        "return", "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe",
        "unsized", "use", "virtual", "where", "while", "yield",
    ];
    // Most names are seen to be none by their length, or by a sign or a capital.
    name.len() <= LONGEST
        && name.bytes().all(|byte| byte.is_ascii_lowercase())
        && KEYWORDS.binary_search(&name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::is_keyword;

    #[test]
    fn every_keyword_is_found() {
        for word in ["abstract", "gen", "type", "yield", "dyn", "unsized"] {
            assert!(is_keyword(word), "{word}");
        }
        assert!(!is_keyword("self") && !is_keyword("kind") && !is_keyword(""));
    }
}
