//! Structs: their fields and how serde reads them.

use std::borrow::Cow;

use super::lints::allow_complexity;
use super::scope::Scope;
use super::{docs, user_types};
use crate::emit::code::Code;
use crate::emit::ident::{ident, plain};
use crate::emit::literal::literal;
use crate::emit::plan::Context;
use crate::emit::plan::construction::{Construction, DefaultImpl};
use crate::emit::plan::context::types;
use crate::emit::plan::scopes::has_setters;
use crate::model::{Field, Model, Presence, Struct, Traits, Type};

/// A struct with its impls.
pub(crate) fn emit(code: &mut Code, cx: &Context, model: &Model, strukt: &Struct) {
    let Some(construction) = cx.constructions.get(&model.path) else {
        return;
    };
    let mut writer = Writer {
        cx,
        scope: Scope::new(cx, model.path.module()),
        model,
        strukt,
        construction,
        mentions_deprecated: false,
    };
    writer.mentions_deprecated = writer.mentions_deprecated();
    code.item(|code| writer.definition(code));
    code.item(|code| writer.methods(code));
    if has_setters(strukt) {
        code.item(|code| writer.setters(code));
    }
    if construction.default == DefaultImpl::Written {
        code.item(|code| writer.default(code));
    }
}

/// Writes one struct.
pub(crate) struct Writer<'a> {
    pub(crate) cx: &'a Context<'a>,
    pub(crate) scope: Scope<'a>,
    pub(crate) model: &'a Model,
    pub(crate) strukt: &'a Struct,
    pub(crate) construction: &'a Construction<'a>,
    pub(crate) mentions_deprecated: bool,
}

impl Writer<'_> {
    fn definition(&self, code: &mut Code) {
        docs::model(code, self.model);
        code.attribute("derive", &self.derives());
        if self.derives_serde() && self.strukt.has_tags_beside() {
            code.line("#[serde(remote = \"Self\")]");
        }
        user_types::attributes(code, &self.model.added.attributes);
        docs::allow_deprecated(code, self.mentions_deprecated);
        allow_complexity(code, self.types());
        user_types::non_exhaustive(code, self.model);
        let name = ident(self.model.path.name());
        code.block(format_args!("pub struct {name}"), |code| {
            for field in &self.strukt.fields {
                self.field(code, field);
            }
            if let Some(extra) = &self.strukt.extra {
                docs::extra(code, extra);
                if self.derives_serde() {
                    code.line("#[serde(flatten)]");
                }
                let ty = self.scope.extra(&extra.ty);
                code.line(format_args!("pub {}: {ty},", ident(&extra.name)));
            }
        });
    }

    fn field(&self, code: &mut Code, field: &Field) {
        docs::field(code, field);
        if self.derives_serde() {
            let parts = self.serde(field);
            if !parts.is_empty() {
                code.attribute("serde", &parts);
            }
        }
        user_types::attributes(code, &field.attributes);
        let ty = self.scope.stored(field);
        code.line(format_args!("pub {}: {ty},", ident(&field.name)));
    }

    fn derives(&self) -> Vec<Cow<'_, str>> {
        let mut derives = plain_derives(self.model.traits);
        if self.construction.default == DefaultImpl::Derived {
            derives.push(Cow::Borrowed("Default"));
        }
        derives.extend(user_types::derives(self.model));
        if self.derives_serde() {
            derives.push(self.scope.import("serde::Serialize"));
            derives.push(self.scope.import("serde::Deserialize"));
        }
        derives
    }

    fn derives_serde(&self) -> bool {
        self.cx.serde_only.derives(self.model)
    }

    /// What serde's attribute says of a field.
    fn serde(&self, field: &Field) -> Vec<Cow<'static, str>> {
        let mut parts = Vec::new();
        let wire_name = &field.wire_name.value;
        if wire_name != plain(&field.name) {
            parts.push(Cow::Owned(format!("rename = {}", literal(wire_name))));
        }
        let absent = match field.presence {
            Presence::Optional => Some("skip_serializing_if = \"::std::option::Option::is_none\""),
            Presence::OptionalNullable => Some("skip_serializing_if = \"crate::Maybe::is_absent\""),
            Presence::Required | Presence::RequiredNullable => None,
        };
        let absent = absent.map(Cow::Borrowed);
        if field.tag_beside.is_some() {
            // Read by `derived!`, after the rest.
            parts.push(Cow::Borrowed("skip_deserializing"));
            parts.push(Cow::Borrowed(
                "default = \"crate::support::wire::Wire::blank\"",
            ));
            parts.extend(absent);
            return parts;
        }
        let is_nullable = match field.presence {
            Presence::Required => {
                matches!(self.cx.resolve(&field.ty.value), Type::Nullable(_))
            }
            Presence::RequiredNullable => true,
            Presence::Optional | Presence::OptionalNullable => false,
        };
        if is_nullable {
            let with = "deserialize_with = \"crate::support::values::maybe::nullable\"";
            parts.push(Cow::Borrowed(with));
        }
        if field.presence == Presence::OptionalNullable {
            parts.push(Cow::Borrowed("default"));
        }
        parts.extend(absent);
        parts
    }

    pub(crate) fn types(&self) -> impl Iterator<Item = &Type> {
        types(&self.model.kind)
    }

    fn mentions_deprecated(&self) -> bool {
        let mut fields = self.strukt.fields.iter();
        self.model.docs.deprecated.is_some()
            || fields.any(|field| field.docs.deprecated.is_some())
            || self.types().any(|ty| self.cx.mentions_deprecated(ty))
    }
}

/// `Debug`, `Clone`, `PartialEq`, and what is legal beyond.
pub(crate) fn plain_derives<'a>(traits: Traits) -> Vec<Cow<'a, str>> {
    let derives = [
        (true, "Debug"),
        (true, "Clone"),
        (traits.copy, "Copy"),
        (true, "PartialEq"),
        (traits.eq, "Eq"),
        (traits.ord, "PartialOrd"),
        (traits.ord, "Ord"),
        (traits.hash, "Hash"),
    ];
    let legal = derives.into_iter().filter(|(is_legal, _)| *is_legal);
    legal.map(|(_, name)| Cow::Borrowed(name)).collect()
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
        items(|code| super::emit(code, &Context::new(&api), model, strukt)).remove(0)
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
