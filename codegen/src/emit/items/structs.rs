//! Structs: their fields and how serde reads them.

use proc_macro2::TokenStream;
use quote::quote;

use super::lints::complexity_allowance;
use super::scope::Scope;
use super::{docs, user_types};
use crate::emit::ident::{ident, plain};
use crate::emit::literal::literal;
use crate::emit::plan::Context;
use crate::emit::plan::construction::{Construction, DefaultImpl};
use crate::emit::plan::context::types;
use crate::model::{Field, Model, Presence, Struct, Traits, Type};

/// A struct with its impls.
pub(crate) fn emit(cx: &Context, model: &Model, strukt: &Struct) -> Vec<TokenStream> {
    let Some(construction) = cx.constructions.get(&model.path) else {
        return Vec::new();
    };
    let writer = Writer {
        cx,
        scope: Scope::new(cx, model.path.module()),
        model,
        strukt,
        construction,
    };
    let mut items = vec![writer.definition(), writer.methods()];
    items.extend(writer.default());
    items
}

/// Writes one struct.
pub(crate) struct Writer<'a> {
    pub(crate) cx: &'a Context<'a>,
    pub(crate) scope: Scope<'a>,
    pub(crate) model: &'a Model,
    pub(crate) strukt: &'a Struct,
    pub(crate) construction: &'a Construction<'a>,
}

impl Writer<'_> {
    fn definition(&self) -> TokenStream {
        let name = ident(self.model.path.name());
        let docs = docs::model(self.model);
        let derives = self.derives();
        let allow = self.allow_deprecated();
        let complexity = complexity_allowance(self.types());
        let fields = self.strukt.fields.iter().map(|field| {
            let docs = docs::field(field);
            let name = ident(&field.name);
            let ty = self.scope.stored(field);
            let serde = self.derives_serde().then(|| self.serde(field));
            let attributes = user_types::attributes(&field.attributes);
            quote!(#docs #serde #attributes pub #name: #ty)
        });
        let remote = (self.derives_serde() && self.strukt.has_tags_beside())
            .then(|| quote!(#[serde(remote = "Self")]));
        let attributes = user_types::attributes(&self.model.added.attributes);
        let extra = self.strukt.extra.iter().map(|extra| {
            let docs = docs::extra(extra);
            let name = ident(&extra.name);
            let ty = self.scope.extra(&extra.ty);
            let serde = self.derives_serde().then(|| quote!(#[serde(flatten)]));
            quote!(#docs #serde pub #name: #ty)
        });
        let members = fields.chain(extra);
        quote! {
            #docs
            #derives
            #remote
            #attributes
            #allow
            #complexity
            #[non_exhaustive]
            pub struct #name { #(#members,)* }
        }
    }

    fn derives(&self) -> TokenStream {
        let plain = plain_derives(self.model.traits);
        let default = (self.construction.default == DefaultImpl::Derived).then(|| quote!(Default,));
        let added = user_types::derives(self.model);
        let serde = self.derives_serde().then(|| {
            let serialize = self.scope.import("serde::Serialize");
            let deserialize = self.scope.import("serde::Deserialize");
            quote!(#serialize, #deserialize)
        });
        quote!(#[derive(#plain #default #added #serde)])
    }

    fn derives_serde(&self) -> bool {
        self.cx.serde_only.derives(self.model)
    }

    fn serde(&self, field: &Field) -> TokenStream {
        let mut parts = Vec::new();
        let wire_name = &field.wire_name.value;
        if wire_name != plain(&field.name) {
            let wire_name = literal(wire_name);
            parts.push(quote!(rename = #wire_name));
        }
        if field.tag_beside.is_some() {
            // Read by `derived!`, after the rest.
            let blank = "crate::support::wire::Wire::blank";
            parts.push(quote!(skip_deserializing, default = #blank));
            let absent = match field.presence {
                Presence::Optional => Some("::std::option::Option::is_none"),
                Presence::OptionalNullable => Some("crate::Maybe::is_absent"),
                Presence::Required | Presence::RequiredNullable => None,
            };
            parts.extend(absent.map(|absent| quote!(skip_serializing_if = #absent)));
            return quote!(#[serde(#(#parts),*)]);
        }
        let nullable = quote!(deserialize_with = "crate::support::values::maybe::nullable");
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

    pub(crate) fn types(&self) -> impl Iterator<Item = &Type> {
        types(&self.model.kind)
    }

    pub(crate) fn allow_deprecated(&self) -> Option<TokenStream> {
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

/// `Debug`, `Clone`, `PartialEq`, and what is legal beyond.
pub(crate) fn plain_derives(traits: Traits) -> TokenStream {
    let copy = traits.copy.then(|| quote!(Copy,));
    let eq = traits.eq.then(|| quote!(Eq,));
    let ord = traits.ord.then(|| quote!(PartialOrd, Ord,));
    let hash = traits.hash.then(|| quote!(Hash,));
    quote!(Debug, Clone, #copy PartialEq, #eq #ord #hash)
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use crate::emit::plan::Context;
    use crate::emit::testing::{api, field, items, model, strukt, text, to};
    use crate::model::{Alias, Kind, Presence, Struct, Type};

    fn definition(model: crate::model::Model) -> syn::Item {
        let optional = strukt("Other", Vec::new());
        let alias = Kind::Alias(Alias {
            ty: Type::Nullable(Box::new(Type::String)),
        });
        let path = model.path.clone();
        let api = api(vec![
            model,
            optional,
            crate::emit::testing::model("MaybeText", alias),
        ]);
        let model = &api.models[&path];
        let Kind::Struct(strukt) = &model.kind else {
            panic!("a struct");
        };
        items(super::emit(&Context::new(&api), model, strukt)).remove(0)
    }

    #[test]
    fn stores_each_presence_its_way() {
        let model = strukt(
            "Room",
            vec![
                field("room_id", "roomId", Type::String, Presence::Required),
                field("r#type", "type", to("Other"), Presence::RequiredNullable),
                field("size", "size", Type::Int64, Presence::Optional),
                field("note", "note", Type::Any, Presence::OptionalNullable),
                field("alias", "alias", to("MaybeText"), Presence::Required),
            ],
        );
        let expected: syn::Item = parse_quote! {
            #[derive(Debug, Clone, PartialEq)]
            #[non_exhaustive]
            pub struct Room {
                #[doc = " On the wire: `roomId`."]
                pub room_id: String,
                pub r#type: Option<Other>,
                pub size: Option<i64>,
                pub note: Maybe<Value>,
                pub alias: MaybeText,
            }
        };
        assert_eq!(text(&definition(model)), text(&expected));
    }

    #[test]
    fn derives_what_the_model_says() {
        let mut model = model(
            "Point",
            Kind::Struct(Struct {
                fields: vec![field("x", "x", Type::Int32, Presence::Required)],
                extra: None,
            }),
        );
        model.traits.copy = true;
        model.traits.eq = true;
        model.traits.default = true;
        let expected: syn::Item = parse_quote! {
            #[derive(
                Debug, Clone, Copy, PartialEq, Eq, Default
            )]
            #[non_exhaustive]
            pub struct Point {
                pub x: i32,
            }
        };
        assert_eq!(text(&definition(model)), text(&expected));
    }
}
