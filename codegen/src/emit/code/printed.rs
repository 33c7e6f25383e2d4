//! Items as `syn` reads and `prettyplease` prints them.

/// The items of a text, printed one by one: a blank line between them and between the functions of
/// an impl, of which `prettyplease` puts none.
pub(crate) fn printed(items: &str) -> String {
    let items = match syn::parse_str::<syn::File>(items) {
        Ok(file) => file.items,
        // Reached only for a name that is not an identifier, which the build of the crate reports.
        Err(error) => {
            let message = error.to_string();
            vec![syn::parse_quote!(::std::compile_error!(#message);)]
        }
    };
    let mut text = String::new();
    for item in items {
        if !text.is_empty() {
            text.push('\n');
        }
        let is_impl = matches!(item, syn::Item::Impl(_));
        let printed = prettyplease::unparse(&syn::File {
            shebang: None,
            frontmatter: None,
            attrs: Vec::new(),
            items: vec![item],
        });
        if is_impl {
            text.push_str(&apart(&printed));
        } else {
            text.push_str(&printed);
        }
    }
    text
}

/// An impl with a blank line after each function that another follows.
fn apart(printed: &str) -> String {
    let mut text = String::with_capacity(printed.len() + 64);
    let mut lines = printed.lines().peekable();
    while let Some(line) = lines.next() {
        text.push_str(line);
        text.push('\n');
        if line == "    }" && lines.peek().is_some_and(|next| *next != "}") {
            text.push('\n');
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::printed;

    #[test]
    fn items_and_functions_stand_apart() {
        let items = r#"
            struct Room;
            impl Room {
                fn name(&self) -> &str { "a" }
                /// Opens it.
                fn open(&mut self) { if self.is_shut() { self.turn() } }
            }
        "#;
        assert_eq!(
            printed(items),
            "struct Room;\n\nimpl Room {\n    fn name(&self) -> &str {\n        \"a\"\n    }\n\n    \
             /// Opens it.\n    fn open(&mut self) {\n        if self.is_shut() {\n            \
             self.turn()\n        }\n    }\n}\n"
        );
    }
}
