//! Token streams as text.

use proc_macro2::TokenStream;

/// Prints items, a blank line between them.
///
/// `prettyplease` puts none, so items are printed one by one.
pub(super) fn print(items: impl IntoIterator<Item = TokenStream>) -> String {
    let mut text = String::new();
    for item in items.into_iter().flat_map(parse) {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&prettyplease::unparse(&syn::File {
            shebang: None,
            frontmatter: None,
            attrs: Vec::new(),
            items: vec![item],
        }));
    }
    text
}

fn parse(items: TokenStream) -> Vec<syn::Item> {
    match syn::parse2::<syn::File>(items) {
        Ok(file) => file.items,
        // Only a name that is no identifier leads here; the crate's build then says so.
        Err(error) => {
            let message = error.to_string();
            vec![syn::parse_quote!(::std::compile_error!(#message);)]
        }
    }
}
