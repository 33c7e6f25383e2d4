//! Unions: a variant each, and `From` for what they hold.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::docs;
use super::outside;
use super::structs::plain_derives;
use super::types::{Context, complexity_allowance, ident};
use crate::model::{Model, Type, Union, Variant};

/// A union with its impls.
pub(super) fn emit(cx: &Context, model: &Model, union: &Union) -> Vec<TokenStream> {
    let deprecated = model.docs.deprecated.is_some()
        || union.variants.iter().any(|v| cx.mentions_deprecated(&v.ty));
    let writer = Writer {
        cx,
        model,
        union,
        name: ident(model.path.name()),
        allow: deprecated.then(|| quote!(#[allow(deprecated)])),
    };
    let mut items = vec![writer.definition()];
    items.extend(writer.conversions());
    items
}

struct Writer<'a> {
    cx: &'a Context<'a>,
    model: &'a Model,
    union: &'a Union,
    name: Ident,
    /// The impls mention the payloads, and the union itself.
    allow: Option<TokenStream>,
}

impl Writer<'_> {
    fn definition(&self) -> TokenStream {
        let Self { name, allow, .. } = self;
        let docs = docs::model(self.model);
        let derives = plain_derives(self.model.traits);
        let added = outside::derives(self.model);
        let attributes = outside::attributes(&self.model.added.attributes);
        let complexity = complexity_allowance(self.union.variants.iter().map(|v| &v.ty));
        let variants = self.union.variants.iter().map(|variant| {
            let variant_name = ident(&variant.name);
            let ty = self.ty(&variant.ty);
            let docs = docs::variant(variant, self.union.tag.as_deref());
            quote!(#docs #variant_name(#ty))
        });
        let unknown = ident(&self.union.unknown);
        let size = self.union.variants.len() > 1
            && self.union.variants.iter().any(|variant| {
                !matches!(self.cx.resolve(&variant.ty), Type::Boolean | Type::String)
            });
        let size = size.then(|| quote!{
            #[allow(clippy::large_enum_variant, reason = "a value is rarely moved, and boxing would show in every use")]
        });
        let value = self.cx.import("crate::Value", self.model.path.module());
        quote! {
            #docs
            #[derive(#derives #added)]
            #attributes
            #[non_exhaustive]
            #allow
            #complexity
            #size
            pub enum #name {
                #(#variants,)*
                /// A value that fits no variant, as it came.
                #unknown(#value),
            }
        }
    }

    /// `From` for each payload that only one variant has.
    fn conversions(&self) -> impl Iterator<Item = TokenStream> {
        let payloads: Vec<_> = self
            .union
            .variants
            .iter()
            .map(|v| self.cx.canonical(&v.ty))
            .collect();
        let own = Type::Model(self.model.path.clone());
        let uncertain = payloads.iter().filter(|ty| outside::is_in(ty)).count();
        self.union
            .variants
            .iter()
            .enumerate()
            .filter(move |(index, _)| {
                let payload = &payloads[*index];
                // Two of the user's paths may lead to one type.
                let certain = uncertain < 2 || !outside::is_in(payload);
                let count = payloads.iter().filter(|other| *other == payload).count();
                *payload != own && certain && count == 1
            })
            .map(|(_, variant)| self.conversion(variant))
    }

    fn conversion(&self, variant: &Variant) -> TokenStream {
        let Self { name, allow, .. } = self;
        let variant_name = ident(&variant.name);
        let (ty, value) = match &variant.ty {
            Type::Boxed(inner) => {
                let r#box = self.cx.prelude("std::boxed::Box", self.model.path.module());
                (&**inner, quote!(#r#box::new(value)))
            }
            ty => (ty, quote!(value)),
        };
        let ty = self.ty(ty);
        let from = self
            .cx
            .prelude("std::convert::From", self.model.path.module());
        // Text is mostly at hand as a literal.
        let is_text = self.cx.canonical(&variant.ty) == Type::String;
        let literal = is_text.then(|| {
            quote! {
                #allow
                impl #from<&str> for #name {
                    fn from(value: &str) -> Self {
                        Self::from(#ty::from(value))
                    }
                }
            }
        });
        quote! {
            #literal
            #allow
            impl #from<#ty> for #name {
                fn from(value: #ty) -> Self {
                    Self::#variant_name(#value)
                }
            }
        }
    }

    fn ty(&self, ty: &Type) -> TokenStream {
        self.cx.ty(ty, self.model.path.module())
    }
}
