//! Structs: fields, constructor and setters.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use serde_json::Value;

use super::docs;
use super::types::{Context, complexity_allowance, ident, plain};
use crate::model::{Enum, Field, Kind, Model, Presence, Struct, Traits, Type};

/// A struct with its impls.
pub(super) fn emit(cx: &Context, model: &Model, strukt: &Struct) -> Vec<TokenStream> {
    let writer = Writer {
        cx,
        module: model.path.module(),
        model,
        strukt,
    };
    let mut items = vec![writer.definition(), writer.methods()];
    items.extend(writer.default());
    items
}

struct Writer<'a> {
    cx: &'a Context<'a>,
    module: Option<&'a str>,
    model: &'a Model,
    strukt: &'a Struct,
}

impl Writer<'_> {
    fn definition(&self) -> TokenStream {
        let name = ident(self.model.path.name());
        let docs = docs::model(self.model);
        let derives = derives(self.model.traits, self.derives_default());
        let allow = self.allow_deprecated();
        let complexity = complexity_allowance(self.types());
        let fields = self.strukt.fields.iter().map(|field| {
            let docs = docs::field(field);
            let name = ident(&field.name);
            let ty = self.stored(field);
            let serde = self.serde(field);
            quote!(#docs #serde pub #name: #ty)
        });
        let extra = self.strukt.extra.iter().map(|extra| {
            let docs = docs::extra(extra);
            let name = ident(&extra.name);
            let ty = self.extra_type(&extra.ty);
            quote!(#docs #[serde(flatten)] pub #name: #ty)
        });
        let members = fields.chain(extra);
        quote! {
            #docs
            #derives
            #allow
            #complexity
            #[non_exhaustive]
            pub struct #name { #(#members,)* }
        }
    }

    fn serde(&self, field: &Field) -> TokenStream {
        let mut parts = Vec::new();
        let wire_name = &field.wire_name.value;
        if wire_name != plain(&field.name) {
            parts.push(quote!(rename = #wire_name));
        }
        let nullable = quote!(deserialize_with = "crate::support::presence::nullable");
        match field.presence {
            Presence::Required => {
                if let Type::Nullable(_) = self.cx.resolve(&field.ty.value) {
                    parts.push(nullable);
                }
            }
            Presence::RequiredNullable => parts.push(nullable),
            Presence::Optional => {
                parts.push(quote!(
                    skip_serializing_if = "::std::option::Option::is_none"
                ));
            }
            Presence::OptionalNullable => {
                parts.push(quote!(
                    default,
                    skip_serializing_if = "crate::Maybe::is_absent"
                ));
            }
        }
        if parts.is_empty() {
            return TokenStream::new();
        }
        quote!(#[serde(#(#parts),*)])
    }

    fn stored(&self, field: &Field) -> TokenStream {
        let ty = self.cx.ty(&field.ty.value, self.module);
        match field.presence {
            Presence::Required => ty,
            Presence::RequiredNullable | Presence::Optional => quote!(::std::option::Option<#ty>),
            Presence::OptionalNullable => quote!(crate::Maybe<#ty>),
        }
    }

    fn extra_type(&self, ty: &Type) -> TokenStream {
        self.cx.ty(&Type::Map(Box::new(ty.clone())), self.module)
    }

    fn methods(&self) -> TokenStream {
        let name = ident(self.model.path.name());
        let allow = self.allow_deprecated();
        let complexity = complexity_allowance(self.types());
        let new = self.constructor();
        let setters = self
            .strukt
            .fields
            .iter()
            .filter(|field| !is_required(field))
            .map(|field| self.setter(field));
        let extra = self.strukt.extra.iter().map(|extra| {
            let field = ident(&extra.name);
            let setter = format_ident!("with_{}", plain(&extra.name));
            let ty = self.extra_type(&extra.ty);
            let doc = format!(" Sets [`Self::{}`].", plain(&extra.name));
            quote! {
                #[doc = #doc]
                #[must_use]
                pub fn #setter(mut self, #field: #ty) -> Self {
                    self.#field = #field;
                    self
                }
            }
        });
        quote! {
            #allow
            #complexity
            impl #name {
                #new
                #(#setters)*
                #(#extra)*
            }
        }
    }

    fn constructor(&self) -> TokenStream {
        let mut parameters = Vec::new();
        let mut constants = false;
        let values: Vec<_> = self
            .strukt
            .fields
            .iter()
            .map(|field| {
                let name = ident(&field.name);
                match field.presence {
                    Presence::Optional => quote!(#name: ::std::option::Option::None),
                    Presence::OptionalNullable => quote!(#name: crate::Maybe::Absent),
                    Presence::Required | Presence::RequiredNullable => {
                        if let Some(constant) = self.constant(field) {
                            constants = true;
                            return if field.presence == Presence::Required {
                                quote!(#name: #constant)
                            } else {
                                quote!(#name: ::std::option::Option::Some(#constant))
                            };
                        }
                        let (ty, value) = self.parameter(field, &name);
                        parameters.push(quote!(#name: #ty));
                        if value.to_string() == name.to_string() {
                            quote!(#name)
                        } else {
                            quote!(#name: #value)
                        }
                    }
                }
            })
            .collect();
        let extra = self.strukt.extra.iter().map(|extra| {
            let name = ident(&extra.name);
            quote!(#name: ::std::collections::BTreeMap::new())
        });
        let values = values.into_iter().chain(extra);
        let many = (parameters.len() > 7).then(|| {
            quote!(#[allow(clippy::too_many_arguments, reason = "the docs require so many fields")])
        });
        let doc = match (parameters.is_empty(), constants) {
            (true, false) => " A value without any field.",
            (true, true) => " A value with the constant fields.",
            (false, false) => " A value with the required fields.",
            (false, true) => " A value with the required fields; constant ones are filled in.",
        };
        quote! {
            #[doc = #doc]
            #[must_use]
            #many
            pub fn new(#(#parameters),*) -> Self {
                Self { #(#values,)* }
            }
        }
    }

    fn setter(&self, field: &Field) -> TokenStream {
        let name = ident(&field.name);
        let setter = format_ident!("with_{}", plain(&field.name));
        let doc = format!(" Sets [`Self::{}`].", plain(&field.name));
        let (ty, value) = if field.presence == Presence::OptionalNullable {
            let stored = self.stored(field);
            (
                quote!(impl ::std::convert::Into<#stored>),
                quote!(#name.into()),
            )
        } else {
            let (ty, value) = self.parameter(field, &name);
            (ty, quote!(::std::option::Option::Some(#value)))
        };
        let deprecated = docs::deprecated(&field.docs);
        quote! {
            #[doc = #doc]
            #deprecated
            #[must_use]
            pub fn #setter(mut self, #name: #ty) -> Self {
                self.#name = #value;
                self
            }
        }
    }

    /// A parameter's type, and the expression that turns it into what is stored.
    ///
    /// Literals of numbers and `None` have no type of their own to convert from, so numbers and
    /// collections are taken as they are.
    fn parameter(&self, field: &Field, name: &proc_macro2::Ident) -> (TokenStream, TokenStream) {
        let ty = self.cx.ty(&field.ty.value, self.module);
        if field.presence == Presence::RequiredNullable {
            return (quote!(::std::option::Option<#ty>), quote!(#name));
        }
        match &field.ty.value {
            Type::String
            | Type::Bytes
            | Type::DateTime
            | Type::Date
            | Type::Number
            | Type::Any
            | Type::Boxed(_)
            | Type::Model(_) => (quote!(impl ::std::convert::Into<#ty>), quote!(#name.into())),
            _ => (ty, quote!(#name)),
        }
    }

    /// The value of a field that can have only one.
    fn constant(&self, field: &Field) -> Option<TokenStream> {
        let value = field.constant.as_ref();
        match (self.cx.resolve(&field.ty.value), value) {
            (Type::Model(path), _) => {
                let Kind::Enum(constant) = &self.cx.model(path)?.kind else {
                    return None;
                };
                let variant = ident(constant_variant(constant, value)?);
                let path = self.cx.path(path, self.module);
                Some(quote!(#path::#variant))
            }
            (Type::Boolean, Some(Value::Bool(value))) => Some(quote!(#value)),
            (Type::Int32, Some(Value::Number(number))) => {
                let value = Literal::i32_unsuffixed(i32::try_from(number.as_i64()?).ok()?);
                Some(quote!(#value))
            }
            (Type::Int64, Some(Value::Number(number))) => {
                let value = Literal::i64_unsuffixed(number.as_i64()?);
                Some(quote!(#value))
            }
            (Type::Number, Some(Value::Number(number))) => {
                let value = Literal::i64_suffixed(number.as_i64()?);
                Some(quote!(crate::Number::from(#value)))
            }
            (Type::String, Some(Value::String(text))) => {
                Some(quote!(::std::string::String::from(#text)))
            }
            _ => None,
        }
    }

    /// `new` without parameters asks for `Default`; with constants, deriving would miss them.
    fn default(&self) -> Option<TokenStream> {
        let required = self.required().count();
        let written = self.model.traits.default && !self.derives_default();
        if required > 0 && !written {
            return None;
        }
        let name = ident(self.model.path.name());
        let allow = self.allow_deprecated();
        let arguments = self.required().map(|field| {
            let ty = self.stored(field);
            quote!(<#ty as ::std::default::Default>::default())
        });
        Some(quote! {
            #allow
            impl ::std::default::Default for #name {
                fn default() -> Self {
                    Self::new(#(#arguments),*)
                }
            }
        })
    }

    fn derives_default(&self) -> bool {
        let constants = self
            .strukt
            .fields
            .iter()
            .any(|field| is_required(field) && self.constant(field).is_some());
        self.model.traits.default && !constants && self.required().count() > 0
    }

    /// The fields for which `new` asks.
    fn required(&self) -> impl Iterator<Item = &Field> {
        self.strukt
            .fields
            .iter()
            .filter(|field| is_required(field) && self.constant(field).is_none())
    }

    fn types(&self) -> impl Iterator<Item = &Type> {
        let extra = self.strukt.extra.iter().map(|extra| &extra.ty);
        self.strukt
            .fields
            .iter()
            .map(|field| &field.ty.value)
            .chain(extra)
    }

    fn allow_deprecated(&self) -> Option<TokenStream> {
        let deprecated = self.model.docs.deprecated.is_some()
            || self
                .strukt
                .fields
                .iter()
                .any(|field| field.docs.deprecated.is_some())
            || self.types().any(|ty| self.cx.mentions_deprecated(ty));
        deprecated.then(|| quote!(#[allow(deprecated)]))
    }
}

fn is_required(field: &Field) -> bool {
    matches!(
        field.presence,
        Presence::Required | Presence::RequiredNullable
    )
}

/// The variant of the field's constant, or of an enum that is a constant.
fn constant_variant<'e>(constant: &'e Enum, value: Option<&Value>) -> Option<&'e str> {
    let values = &constant.values;
    match value {
        Some(value) => values.iter().find(|known| known.value == *value),
        None if constant.constant && values.len() == 1 => values.first(),
        None => None,
    }
    .map(|value| value.name.as_str())
}

/// The derives of a type that serde's macros read and write.
fn derives(traits: Traits, default: bool) -> TokenStream {
    let plain = plain_derives(traits);
    let default = default.then(|| quote!(Default,));
    quote!(#[derive(#plain #default ::serde::Serialize, ::serde::Deserialize)])
}

/// `Debug`, `Clone`, `PartialEq`, and what is legal beyond.
pub(super) fn plain_derives(traits: Traits) -> TokenStream {
    let copy = traits.copy.then(|| quote!(Copy,));
    let eq = traits.eq.then(|| quote!(Eq,));
    let ord = traits.ord.then(|| quote!(PartialOrd, Ord,));
    let hash = traits.hash.then(|| quote!(Hash,));
    quote!(Debug, Clone, #copy PartialEq, #eq #ord #hash)
}
