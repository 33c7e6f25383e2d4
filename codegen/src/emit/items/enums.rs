//! Enums: their variants.

use proc_macro2::TokenStream;
use quote::quote;

use super::scope::Scope;
use super::structs::plain_derives;
use super::{docs, user_types};
use crate::emit::ident::ident;
use crate::emit::plan::Context;
use crate::emit::rustdoc;
use crate::model::{Enum, EnumScalar, Model};

/// An enum.
pub(crate) fn emit(cx: &Context, model: &Model, enumeration: &Enum) -> TokenStream {
    let name = ident(model.path.name());
    let docs = docs::model(model);
    let default = model.traits.default && !enumeration.values.is_empty();
    let derives = plain_derives(model.traits);
    let added = user_types::derives(model);
    let attributes = user_types::attributes(&model.added.attributes);
    let derive_default = default.then(|| quote!(Default,));
    let variants = enumeration.values.iter().enumerate().map(|(at, value)| {
        let variant = ident(&value.name);
        let wire = match value.value.as_str() {
            Some(text) => rustdoc::code_span(text),
            None => rustdoc::code_span(&value.value.to_string()),
        };
        let doc = format!(" {wire}");
        let attribute = (default && at == 0).then(|| quote!(#[default]));
        quote!(#[doc = #doc] #attribute #variant)
    });
    let scalar = match enumeration.scalar {
        EnumScalar::String => Scope::new(cx, model.path.module()).prelude("std::string::String"),
        EnumScalar::Integer => quote!(i64),
    };
    let unknown = enumeration.unknown.as_deref().map(ident);
    let open = unknown.is_some().then(|| quote!(#[non_exhaustive]));
    let unknown = unknown
        .map(|unknown| quote!(#[doc = " A value that the docs do not list."] #unknown(#scalar)));
    let variants = variants.chain(unknown);
    let deprecated = model.docs.deprecated.as_ref();
    let allow = deprecated.map(|_| quote!(#[allow(deprecated)]));
    quote! {
        #docs
        #[derive(#derives #derive_default #added)]
        #attributes
        #open
        #allow
        pub enum #name { #(#variants,)* }
    }
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
        let emitted = super::emit(&Context::new(&api), &model, enumeration);
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
        assert_eq!(text(&items(vec![emitted])[0]), text(&expected));
    }
}
