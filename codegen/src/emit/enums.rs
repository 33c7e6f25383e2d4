//! Enums: their variants, and what the impls of both scalars share.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::structs::plain_derives;
use super::types::ident;
use super::{docs, markdown};
use crate::model::{Enum, EnumScalar, EnumValue, Model};

/// An enum with its impls.
pub(super) fn emit(model: &Model, enumeration: &Enum) -> Vec<TokenStream> {
    let writer = Writer {
        model,
        name: ident(model.path.name()),
        unknown: enumeration.unknown.as_deref().map(ident),
        values: enumeration.values.iter().collect(),
        allow: model
            .docs
            .deprecated
            .as_ref()
            .map(|_| quote!(#[allow(deprecated)])),
    };
    let mut items = vec![writer.definition(enumeration)];
    items.extend(match enumeration.scalar {
        EnumScalar::String => writer.text(),
        EnumScalar::Integer => writer.integer(),
    });
    items
}

/// Writes one enum.
pub(super) struct Writer<'a> {
    pub(super) model: &'a Model,
    pub(super) name: Ident,
    pub(super) unknown: Option<Ident>,
    pub(super) values: Vec<&'a EnumValue>,
    /// A deprecated enum is mentioned by its own impls.
    pub(super) allow: Option<TokenStream>,
}

impl Writer<'_> {
    fn definition(&self, enumeration: &Enum) -> TokenStream {
        let name = &self.name;
        let allow = &self.allow;
        let docs = docs::model(self.model);
        let default = self.model.traits.default && !self.values.is_empty();
        let derives = plain_derives(self.model.traits);
        let derive_default = default.then(|| quote!(Default));
        let variants = self.values.iter().enumerate().map(|(at, value)| {
            let variant = ident(&value.name);
            let wire = match value.value.as_str() {
                Some(text) => markdown::code_span(text),
                None => markdown::code_span(&value.value.to_string()),
            };
            let doc = format!(" {wire}");
            let attribute = (default && at == 0).then(|| quote!(#[default]));
            quote!(#[doc = #doc] #attribute #variant)
        });
        let scalar = match enumeration.scalar {
            EnumScalar::String => quote!(::std::string::String),
            EnumScalar::Integer => quote!(i64),
        };
        let unknown = self.unknown.iter().map(
            |unknown| quote!(#[doc = " A value that the docs do not name."] #unknown(#scalar)),
        );
        let open = self.unknown.iter().map(|_| quote!(#[non_exhaustive]));
        let variants = variants.chain(unknown);
        quote! {
            #docs
            #[derive(#derives #derive_default)]
            #(#open)*
            #allow
            pub enum #name { #(#variants,)* }
        }
    }

    pub(super) fn variants(&self) -> impl Iterator<Item = Ident> {
        self.values.iter().map(|value| ident(&value.name))
    }

    /// A match over all variants; an enum without any can only be matched by value.
    pub(super) fn total(&self, arms: &TokenStream) -> TokenStream {
        if self.values.is_empty() && self.unknown.is_none() {
            quote!(match *self {})
        } else {
            quote!(match self { #arms })
        }
    }

    pub(super) fn unknown_arm(&self) -> TokenStream {
        match &self.unknown {
            Some(unknown) => quote!(Ok(Self::#unknown(value))),
            None => quote!(Err(value)),
        }
    }
}

/// A match over the known values.
pub(super) fn partial(arms: TokenStream, empty: bool) -> TokenStream {
    if empty {
        quote!(let _ = value; None)
    } else {
        quote!(match value { #arms _ => None })
    }
}
