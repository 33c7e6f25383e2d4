//! Unions: a variant each, decided by a table of shapes.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::docs;
use super::structs::plain_derives;
use super::types::{Context, complexity_allowance, ident};
use crate::model::{Model, Type, Union, Variant, WireShape};

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
    let mut items = vec![writer.definition(), writer.table(), writer.serde()];
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
        quote! {
            #docs
            #[derive(#derives)]
            #[non_exhaustive]
            #allow
            #complexity
            #size
            pub enum #name {
                #(#variants,)*
                /// A value that fits no variant, as it came.
                #unknown(crate::Value),
            }
        }
    }

    fn table(&self) -> TokenStream {
        let Self { name, allow, .. } = self;
        let wire_name = self.model.path.name();
        let tag = match &self.union.tag {
            Some(tag) => quote!(Some(#tag)),
            None => quote!(None),
        };
        let entries = self.union.variants.iter().map(|variant| {
            let variant_name = &variant.name;
            let shape = shape_table(&variant.shape);
            quote!((#variant_name, #shape))
        });
        let arms = self
            .union
            .variants
            .iter()
            .enumerate()
            .map(|(index, variant)| {
                let variant = ident(&variant.name);
                let index = proc_macro2::Literal::usize_unsuffixed(index);
                quote!(#index => Self::#variant(crate::support::union::payload(value)?))
            });
        let unknown = ident(&self.union.unknown);
        let decode = if self.union.variants.is_empty() {
            quote!(let _ = variant; Ok(Self::#unknown(value)))
        } else {
            quote!(Ok(match variant { #(#arms,)* _ => Self::#unknown(value) }))
        };
        quote! {
            #allow
            impl crate::support::union::Union for #name {
                const NAME: &'static str = #wire_name;
                const TAG: ::std::option::Option<&'static str> = #tag;
                const VARIANTS: &'static [(&'static str, crate::support::shape::Shape)] =
                    &[#(#entries),*];
                fn decode(
                    variant: usize,
                    value: crate::Value,
                ) -> ::std::result::Result<Self, crate::support::decode::Error> {
                    #decode
                }
            }
        }
    }

    fn serde(&self) -> TokenStream {
        let Self { name, allow, .. } = self;
        let variants = self.union.variants.iter().map(|variant| &variant.name);
        let names = variants
            .chain([&self.union.unknown])
            .map(|name| ident(name));
        quote! {
            #allow
            impl ::serde::Serialize for #name {
                fn serialize<S: ::serde::Serializer>(
                    &self,
                    serializer: S,
                ) -> ::std::result::Result<S::Ok, S::Error> {
                    match self {
                        #(Self::#names(value) => ::serde::Serialize::serialize(value, serializer),)*
                    }
                }
            }
            #allow
            impl<'de> ::serde::Deserialize<'de> for #name {
                fn deserialize<D: ::serde::Deserializer<'de>>(
                    deserializer: D,
                ) -> ::std::result::Result<Self, D::Error> {
                    crate::support::union::deserialize(deserializer)
                }
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
        self.union
            .variants
            .iter()
            .enumerate()
            .filter(move |(index, _)| {
                let payload = &payloads[*index];
                *payload != own && payloads.iter().filter(|other| *other == payload).count() == 1
            })
            .map(|(_, variant)| self.conversion(variant))
    }

    fn conversion(&self, variant: &Variant) -> TokenStream {
        let Self { name, allow, .. } = self;
        let variant_name = ident(&variant.name);
        let (ty, value) = match &variant.ty {
            Type::Boxed(inner) => (&**inner, quote!(::std::boxed::Box::new(value))),
            ty => (ty, quote!(value)),
        };
        let ty = self.ty(ty);
        quote! {
            #allow
            impl ::std::convert::From<#ty> for #name {
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

/// A shape as an expression of the emitted table.
fn shape_table(shape: &WireShape) -> TokenStream {
    let shape = match shape {
        WireShape::Any => quote!(Any),
        WireShape::Null => quote!(Null),
        WireShape::Boolean => quote!(Boolean),
        WireShape::Integer => quote!(Integer),
        WireShape::Number => quote!(Number),
        WireShape::Text => quote!(Text),
        WireShape::DateTime => quote!(DateTime),
        WireShape::Date => quote!(Date),
        WireShape::Texts { values, others } => {
            quote!(Texts { values: &[#(#values),*], others: #others })
        }
        WireShape::Array(item) => {
            let item = shape_table(item);
            quote!(Array(&#item))
        }
        WireShape::Object {
            tags,
            required,
            optional,
        } => quote!(Object {
            tags: &[#(#tags),*],
            required: &[#(#required),*],
            optional: &[#(#optional),*],
        }),
        WireShape::OneOf(shapes) => {
            let shapes = shapes.iter().map(shape_table);
            quote!(OneOf(&[#(#shapes),*]))
        }
    };
    quote!(crate::support::shape::Shape::#shape)
}
