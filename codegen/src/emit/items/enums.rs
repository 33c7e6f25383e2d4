//! Enums: their variants.

use std::borrow::Cow;

use super::scope::Scope;
use super::structs::plain_derives;
use super::{docs, user_types};
use crate::emit::code::Code;
use crate::emit::ident::ident;
use crate::emit::plan::Context;
use crate::emit::rustdoc;
use crate::model::{Enum, EnumScalar, Model};

/// An enum.
pub(crate) fn emit(code: &mut Code, cx: &Context, model: &Model, enumeration: &Enum) {
    code.item(|code| item(code, cx, model, enumeration));
}

fn item(code: &mut Code, cx: &Context, model: &Model, enumeration: &Enum) {
    docs::model(code, model);
    let default = model.traits.default && !enumeration.values.is_empty();
    let mut derives = plain_derives(model.traits);
    derives.extend(default.then_some(Cow::Borrowed("Default")));
    derives.extend(user_types::derives(model));
    code.attribute("derive", &derives);
    user_types::attributes(code, &model.added.attributes);
    if enumeration.unknown.is_some() {
        user_types::non_exhaustive(code, model);
    }
    docs::allow_deprecated(code, model.docs.deprecated.is_some());
    code.block(
        format_args!("pub enum {}", ident(model.path.name())),
        |code| {
            for (at, value) in enumeration.values.iter().enumerate() {
                let wire = match value.value.as_str() {
                    Some(text) => rustdoc::code_span(text),
                    None => rustdoc::code_span(&value.value.to_string()),
                };
                code.doc(&wire);
                if default && at == 0 {
                    code.line("#[default]");
                }
                code.line(format_args!("{},", ident(&value.name)));
            }
            if let Some(unknown) = &enumeration.unknown {
                let scope = Scope::new(cx, model.path.module());
                let scalar = match enumeration.scalar {
                    EnumScalar::String => scope.prelude("std::string::String"),
                    EnumScalar::Integer => Cow::Borrowed("i64"),
                };
                code.doc("A value that the docs do not list.");
                code.line(format_args!("{}({scalar}),", ident(unknown)));
            }
        },
    );
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use crate::emit::plan::Context;
    use crate::emit::testing::{api, color, items, text};
    use crate::model::Kind;

    #[test]
    fn an_open_enum_has_a_variant_for_the_rest() {
        let model = color(Some("Other"));
        let api = api(vec![model.clone()]);
        let Kind::Enum(enumeration) = &model.kind else {
            panic!("an enum");
        };
        let found = items(|code| super::emit(code, &Context::new(&api), &model, enumeration));
        let expected: syn::Item = parse_quote! {
            #[derive(Debug, Clone, PartialEq)]
            #[non_exhaustive]
            pub enum Color {
                #[doc = " `red`"]
                Red,
                #[doc = " `green`"]
                Green,
                #[doc = " A value that the docs do not list."]
                Other(String),
            }
        };
        assert_eq!(text(&found[0]), text(&expected));
    }
}
