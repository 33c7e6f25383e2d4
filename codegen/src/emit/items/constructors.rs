//! Constructors, setters and `Default`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::lints::{complexity_allowance, name_allowance};
use super::structs::Writer;
use super::{constants, docs};
use crate::emit::ident::{ident, plain};
use crate::emit::plan::construction::{DefaultImpl, Origin};
use crate::model::{Field, Presence, Type};

impl Writer<'_> {
    pub(crate) fn methods(&self) -> TokenStream {
        let name = ident(self.model.path.name());
        let allow = self.allow_deprecated();
        let complexity = complexity_allowance(self.types());
        let fields = self.strukt.fields.iter().map(|field| &*field.name);
        let extra = self.strukt.extra.iter().map(|extra| &*extra.name);
        let placeholders = name_allowance(fields.chain(extra));
        let new = self.constructor();
        let setters = self
            .strukt
            .fields
            .iter()
            .filter(|field| !field.presence.is_required())
            .map(|field| self.setter(field));
        let extra = self.strukt.extra.iter().map(|extra| {
            let field = ident(&extra.name);
            let setter = format_ident!("with_{}", plain(&extra.name));
            let ty = self.scope.extra(&extra.ty);
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
            #placeholders
            impl #name {
                #new
                #(#setters)*
                #(#extra)*
            }
        }
    }

    fn constructor(&self) -> TokenStream {
        let mut parameters = Vec::new();
        let values: Vec<_> = self
            .strukt
            .fields
            .iter()
            .zip(&self.construction.origins)
            .map(|(field, origin)| {
                let name = ident(&field.name);
                match origin {
                    Origin::Absent if field.presence == Presence::Optional => quote!(#name: None),
                    Origin::Absent => {
                        let maybe = self.scope.import("crate::Maybe");
                        quote!(#name: #maybe::Absent)
                    }
                    Origin::Constant(constant) => {
                        let constant = constants::expression(self.scope, *constant);
                        if field.presence == Presence::Required {
                            quote!(#name: #constant)
                        } else {
                            quote!(#name: Some(#constant))
                        }
                    }
                    Origin::Asked => {
                        let (ty, into) = self.parameter(field);
                        parameters.push(quote!(#name: #ty));
                        if into {
                            quote!(#name: #name.into())
                        } else {
                            quote!(#name)
                        }
                    }
                }
            })
            .collect();
        let extra = self.strukt.extra.iter().map(|extra| {
            let name = ident(&extra.name);
            let extra = self.scope.import("crate::Extra");
            quote!(#name: #extra::new())
        });
        let values = values.into_iter().chain(extra);
        let many = (parameters.len() > 7).then(|| {
            quote!(#[allow(clippy::too_many_arguments, reason = "the docs require so many fields")])
        });
        let namesake = (self.model.path.name() == "New").then(|| {
            quote!(#[allow(clippy::self_named_constructors, reason = "the docs name the type so")])
        });
        let digits = self.construction.has_digits.then(|| {
            quote!(#[allow(
                clippy::approx_constant,
                clippy::excessive_precision,
                reason = "the docs give these digits"
            )])
        });
        let constants = self.construction.constants().next().is_some();
        let doc = match (parameters.is_empty(), constants) {
            (true, false) => " A value in which all fields are absent.",
            (true, true) => " A value with only the constant fields.",
            (false, false) => " A value with the required fields.",
            (false, true) => " A value with these required fields, and the constant ones.",
        };
        quote! {
            #[doc = #doc]
            #[must_use]
            #many
            #namesake
            #digits
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
            let stored = self.scope.stored(field);
            (self.into(&stored), quote!(#name.into()))
        } else {
            let (ty, into) = self.parameter(field);
            let into = into.then(|| quote!(.into()));
            (ty, quote!(Some(#name #into)))
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

    /// A parameter's type, and whether it must be converted to what is stored.
    ///
    /// Literals of numbers and `None` have no type of their own to convert from, so numbers and
    /// collections are taken as they are.
    fn parameter(&self, field: &Field) -> (TokenStream, bool) {
        let ty = self.scope.ty(&field.ty.value);
        if field.presence == Presence::RequiredNullable {
            return (self.scope.stored(field), false);
        }
        match &field.ty.value {
            Type::String
            | Type::Bytes
            | Type::Snowflake
            | Type::DateTime
            | Type::Date
            | Type::Number
            | Type::Any
            | Type::Boxed(_)
            | Type::Model(_)
            | Type::User { .. } => (self.into(&ty), true),
            _ => (ty, false),
        }
    }

    fn into(&self, ty: &TokenStream) -> TokenStream {
        let into = self.scope.prelude("std::convert::Into");
        quote!(impl #into<#ty>)
    }

    /// The `Default` that is written.
    pub(crate) fn default(&self) -> Option<TokenStream> {
        if self.construction.default != DefaultImpl::Written {
            return None;
        }
        let name = ident(self.model.path.name());
        let allow = self.allow_deprecated();
        let default = self.scope.prelude("std::default::Default");
        let arguments = self.construction.asked(self.strukt).map(|field| {
            let ty = self.scope.stored(field);
            quote!(<#ty as #default>::default())
        });
        Some(quote! {
            #allow
            impl #default for #name {
                fn default() -> Self {
                    Self::new(#(#arguments),*)
                }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use syn::parse_quote;

    use super::super::structs;
    use crate::emit::plan::Context;
    use crate::emit::testing::{api, field, items, strukt, text};
    use crate::model::{Field, Kind, Presence, Type};

    fn impls(fields: Vec<Field>) -> Vec<syn::Item> {
        let api = api(vec![strukt("Room", fields)]);
        let model = &api.models[0];
        let Kind::Struct(strukt) = &model.kind else {
            panic!("a struct");
        };
        items(structs::emit(&Context::new(&api), model, strukt)).split_off(1)
    }

    #[test]
    fn asks_for_what_is_required_and_not_constant() {
        let mut kind = field("kind", "kind", Type::Boolean, Presence::Required);
        kind.constant = Some(crate::emit::testing::fact(json!(true)));
        let expected: syn::Item = parse_quote! {
            impl Room {
                #[doc = " A value with these required fields, and the constant ones."]
                #[must_use]
                pub fn new(
                    id: impl Into<String>,
                    size: Option<i64>
                ) -> Self {
                    Self {
                        id: id.into(),
                        size,
                        kind: true,
                        note: None,
                    }
                }
                #[doc = " Sets [`Self::note`]."]
                #[must_use]
                pub fn with_note(
                    mut self,
                    note: impl Into<String>
                ) -> Self {
                    self.note = Some(note.into());
                    self
                }
            }
        };
        let fields = vec![
            field("id", "id", Type::String, Presence::Required),
            field("size", "size", Type::Int64, Presence::RequiredNullable),
            kind,
            field("note", "note", Type::String, Presence::Optional),
        ];
        assert_eq!(text(&impls(fields)[0]), text(&expected));
    }

    #[test]
    fn has_a_default_where_nothing_is_required() {
        let expected: syn::Item = parse_quote! {
            impl Default for Room {
                fn default() -> Self {
                    Self::new()
                }
            }
        };
        assert_eq!(text(&impls(Vec::new())[1]), text(&expected));
    }
}
