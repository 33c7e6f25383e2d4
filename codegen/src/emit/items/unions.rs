//! Unions: their variants, and `From` for the values in them.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::lints::complexity_allowance;
use super::scope::Scope;
use super::structs::plain_derives;
use super::{docs, user_types};
use crate::emit::ident::ident;
use crate::emit::plan::Context;
use crate::emit::plan::variants::VariantImpls;
use crate::model::{Model, Type, Union, Variant};

/// A union with its impls.
pub(crate) fn emit(cx: &Context, model: &Model, union: &Union) -> Vec<TokenStream> {
    let Some(impls) = cx.variants.get(&model.path) else {
        return Vec::new();
    };
    let deprecated = model.docs.deprecated.is_some()
        || union.variants.iter().any(|v| cx.mentions_deprecated(&v.ty));
    let writer = Writer {
        cx,
        model,
        union,
        impls,
        scope: Scope::new(cx, model.path.module()),
        name: ident(model.path.name()),
        allow: deprecated.then(|| quote!(#[allow(deprecated)])),
    };
    let mut items = vec![writer.definition()];
    items.extend(writer.accessors());
    items.extend(writer.conversions());
    items
}

struct Writer<'a> {
    cx: &'a Context<'a>,
    model: &'a Model,
    union: &'a Union,
    impls: &'a [VariantImpls],
    scope: Scope<'a>,
    name: Ident,
    /// The impls mention the payloads, and the union itself.
    allow: Option<TokenStream>,
}

impl Writer<'_> {
    fn definition(&self) -> TokenStream {
        let Self { name, allow, .. } = self;
        let docs = docs::model(self.model);
        let derives = plain_derives(self.model.traits);
        let added = user_types::derives(self.model);
        let attributes = user_types::attributes(&self.model.added.attributes);
        let complexity = complexity_allowance(self.union.variants.iter().map(|v| &v.ty));
        let variants = self.union.variants.iter().map(|variant| {
            let variant_name = ident(&variant.name);
            let ty = self.ty(&variant.ty);
            let docs = docs::variant(variant, self.union.tag());
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
        let value = self.scope.import("crate::Value");
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

    /// The methods that look into variants.
    fn accessors(&self) -> Option<TokenStream> {
        let Self { name, allow, .. } = self;
        let variants = self.union.variants.iter().zip(self.impls);
        let methods: Vec<_> = variants
            .filter_map(|(variant, impls)| {
                let name = impls.accessor.as_deref()?;
                Some(self.accessor(variant, name, &impls.payload))
            })
            .collect();
        (!methods.is_empty()).then(|| quote!(#allow impl #name { #(#methods)* }))
    }

    fn accessor(&self, variant: &Variant, name: &str, payload: &Type) -> TokenStream {
        let method = format_ident!("as_{name}");
        let variant_name = ident(&variant.name);
        let doc = format!(
            " The value of [`Self::{}`], if it is this variant.",
            variant.name
        );
        let option = self.scope.prelude("std::option::Option");
        let borrowed = |ty: &Type| {
            let ty = self.ty(ty);
            quote!(&#ty)
        };
        let (ty, value) = match (payload, &variant.ty) {
            (Type::String, _) => (quote!(&str), quote!(value)),
            (_, Type::Boxed(inner)) => (borrowed(inner), quote!(value)),
            (_, Type::List(item)) => {
                let item = self.ty(item);
                (quote!(&[#item]), quote!(value))
            }
            (
                copied
                @ (Type::Boolean | Type::Int32 | Type::Int64 | Type::Float32 | Type::Float64),
                _,
            ) => (self.ty(copied), quote!(*value)),
            (_, ty) => (borrowed(ty), quote!(value)),
        };
        quote! {
            #[doc = #doc]
            #[must_use]
            pub fn #method(&self) -> #option<#ty> {
                match self {
                    Self::#variant_name(value) => Some(#value),
                    _ => None,
                }
            }
        }
    }

    /// `From` for payloads.
    fn conversions(&self) -> impl Iterator<Item = TokenStream> {
        let variants = self.union.variants.iter().zip(self.impls);
        let converted = variants.filter(|(_, impls)| impls.converts);
        converted.map(|(variant, impls)| self.conversion(variant, &impls.payload))
    }

    fn conversion(&self, variant: &Variant, payload: &Type) -> TokenStream {
        let Self { name, allow, .. } = self;
        let variant_name = ident(&variant.name);
        let (ty, value) = match &variant.ty {
            Type::Boxed(inner) => {
                let r#box = self.scope.prelude("std::boxed::Box");
                (&**inner, quote!(#r#box::new(value)))
            }
            ty => (ty, quote!(value)),
        };
        let ty = self.ty(ty);
        let from = self.scope.prelude("std::convert::From");
        // Text is mostly at hand as a literal.
        let is_text = *payload == Type::String;
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
        self.scope.ty(ty)
    }
}

#[cfg(test)]
mod tests {
    use quote::ToTokens;

    use crate::emit::plan::Context;
    use crate::emit::testing::{api, items, model, to};
    use crate::model::{Kind, Type, Union, Variant, WireShape};

    /// The signatures of the methods of a union of these variants.
    fn methods(variants: Vec<(&str, Type)>) -> Vec<String> {
        let variants = variants.into_iter().map(|(name, ty)| Variant {
            name: name.to_owned(),
            ty,
            shape: WireShape::Any,
            evidence: Vec::new(),
        });
        let union = Union {
            variants: variants.collect(),
            unknown: "Unknown".to_owned(),
            tag: None,
        };
        let model = model("Either", Kind::Union(union.clone()));
        let api = api(vec![model.clone()]);
        let emitted = items(super::emit(&Context::new(&api), &model, &union));
        let impls = emitted.into_iter().filter_map(|item| match item {
            syn::Item::Impl(item) if item.trait_.is_none() => Some(item.items),
            _ => None,
        });
        let functions = impls.flatten().filter_map(|item| match item {
            syn::ImplItem::Fn(function) => Some(function.sig),
            _ => None,
        });
        let texts = functions.map(|sig| sig.to_token_stream().to_string());
        texts.map(|text| text.replace(' ', "")).collect()
    }

    #[test]
    fn a_variant_is_looked_into_as_users_want_it() {
        assert_eq!(
            methods(vec![
                ("Room", to("Room")),
                ("Parent", Type::Boxed(Box::new(to("Either")))),
                ("Flag", Type::Boolean),
                ("String", Type::String),
                ("Words", Type::List(Box::new(Type::String))),
            ]),
            [
                "fnas_room(&self)->Option<&Room>",
                "fnas_parent(&self)->Option<&Either>",
                "fnas_flag(&self)->Option<bool>",
                "fnas_string(&self)->Option<&str>",
                "fnas_words(&self)->Option<&[String]>",
            ]
        );
    }
}
