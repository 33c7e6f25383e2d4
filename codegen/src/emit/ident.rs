//! Names and paths as tokens.

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;

/// A name as an identifier. What cannot stand in one becomes `_`.
pub(crate) fn ident(name: &str) -> Ident {
    if let Ok(ident) = syn::parse_str::<Ident>(name) {
        return ident;
    }
    let mut kept: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
        .collect();
    kept.insert(0, '_');
    if kept == "_" {
        kept.push('_');
    }
    Ident::new(&kept, Span::call_site())
}

/// A name without `r#`.
pub(crate) fn plain(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

/// The path of a type of the user's, as code.
pub(crate) fn path(path: &str) -> TokenStream {
    match syn::parse_str::<syn::TypePath>(path) {
        Ok(path) => path.to_token_stream(),
        // `spec.toml` takes only what can be parsed; a model that was made by hand may hold more.
        Err(_) => ident(path).to_token_stream(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_becomes_one_identifier() {
        let named = ["room", "r#type", "type", "2d", "a b", "", "été"].map(ident);
        let named: Vec<String> = named.iter().map(ToString::to_string).collect();
        assert_eq!(
            named,
            ["room", "r#type", "_type", "_2d", "_a_b", "__", "été"]
        );
        assert_eq!(plain("r#type"), "type");
    }

    #[test]
    fn a_path_of_the_users_is_kept_as_it_is() {
        let written = |text: &str| path(text).to_string().replace(' ', "");
        assert_eq!(written("::uuid::Uuid"), "::uuid::Uuid");
        assert_eq!(written("a::B<Vec<u8>>"), "a::B<Vec<u8>>");
        assert_eq!(written("x; fn evil()"), "_x__fn_evil__");
    }
}
