//! Names and paths as code.

use std::borrow::Cow;

use quote::ToTokens;

use crate::model::keyword::is_keyword;

/// A name as an identifier. What cannot stand in one becomes `_`.
pub(crate) fn ident(name: &str) -> Cow<'_, str> {
    if is_plain(name) || syn::parse_str::<syn::Ident>(name).is_ok() {
        return Cow::Borrowed(name);
    }
    let mut kept: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
        .collect();
    kept.insert(0, '_');
    if kept == "_" {
        kept.push('_');
    }
    Cow::Owned(kept)
}

/// Whether a name is an identifier as most are: of ASCII letters, digits and `_`, and no keyword unless raw.
fn is_plain(name: &str) -> bool {
    let word = plain(name);
    let is_raw = word.len() < name.len();
    let mut bytes = word.bytes();
    let starts = bytes
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic());
    let goes_on = bytes.all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let cannot_be_raw = matches!(word, "self" | "super" | "crate" | "Self");
    starts && goes_on && !cannot_be_raw && is_keyword(word) <= is_raw
}

/// A name without `r#`.
pub(crate) fn plain(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

/// The path of a type of the user's, as code.
pub(crate) fn path(path: &str) -> Cow<'_, str> {
    match syn::parse_str::<syn::TypePath>(path) {
        // Spelt without blanks in `spec.toml`.
        Ok(_) if !path.contains([',', ' ', '\'']) => Cow::Borrowed(path),
        Ok(parsed) => Cow::Owned(type_as_printed(&parsed)),
        // `spec.toml` takes only what can be parsed; a model that was made by hand may hold more.
        Err(_) => ident(path),
    }
}

fn type_as_printed(path: &syn::TypePath) -> String {
    let file = syn::parse_quote!(type T = #path;);
    let printed = prettyplease::unparse(&file);
    match printed
        .strip_prefix("type T = ")
        .and_then(|rest| rest.strip_suffix(";\n"))
    {
        Some(line) if !line.contains('\n') => line.to_owned(),
        _ => path.to_token_stream().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_becomes_one_identifier() {
        let named = ["room", "r#type", "type", "2d", "a b", "", "été"].map(ident);
        assert_eq!(
            named,
            ["room", "r#type", "_type", "_2d", "_a_b", "__", "été"]
        );
        assert_eq!(plain("r#type"), "type");
    }

    #[test]
    fn what_is_plain_is_what_a_parser_takes() {
        let keywords = [
            "abstract",
            "as",
            "async",
            "await",
            "become",
            "box",
            "break",
            "const",
            "continue",
            "crate",
            "do",
            "dyn",
            "else",
            "enum",
            "extern",
            "false",
            "final",
            "fn",
            "for",
            "gen",
            "if",
            "impl",
            "in",
            "let",
            "loop",
            "macro",
            "match",
            "mod",
            "move",
            "mut",
            "override",
            "priv",
            "pub",
            "ref",
            "return",
            "self",
            "Self",
            "static",
            "struct",
            "super",
            "trait",
            "true",
            "try",
            "type",
            "typeof",
            "union",
            "unsafe",
            "unsized",
            "use",
            "virtual",
            "where",
            "while",
            "yield",
            "_",
            "__",
            "_a",
            "a1",
            "1a",
            "A",
            "roomnumber",
            "a b",
            "",
        ];
        for name in keywords {
            let parsed = syn::parse_str::<syn::Ident>(name).is_ok();
            assert!(parsed || !is_plain(name), "{name}");
            let raw = format!("r#{name}");
            let parsed = syn::parse_str::<syn::Ident>(&raw).is_ok();
            assert!(parsed || !is_plain(&raw), "{raw}");
        }
        assert!(is_plain("r#type") && is_plain("kind"));
        assert!(is_plain("Room") && is_plain("room_id") && is_plain("createdat"));
    }

    #[test]
    fn a_path_of_the_users_is_kept_as_it_is() {
        assert_eq!(path("::uuid::Uuid"), "::uuid::Uuid");
        assert_eq!(path("a::B<Vec<u8>>"), "a::B<Vec<u8>>");
        assert_eq!(path("a::B<u8,[T;2]>"), "a::B<u8, [T; 2]>");
        assert_eq!(path("x; fn evil()"), "_x__fn_evil__");
    }
}
