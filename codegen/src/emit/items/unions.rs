//! Unions: their variants, and `From` for the values in them.

use std::borrow::Cow;

use super::lints::allow_complexity;
use super::scope::Scope;
use super::structs::plain_derives;
use super::{docs, user_types};
use crate::emit::code::Code;
use crate::emit::ident::ident;
use crate::emit::plan::Context;
use crate::emit::plan::variants::VariantImpls;
use crate::model::{Model, Type, Union, Variant};

/// A union with its impls.
pub(crate) fn emit(code: &mut Code, cx: &Context, model: &Model, union: &Union) {
    let Some(impls) = cx.variants.get(&model.path) else {
        return;
    };
    let mut variants = union.variants.iter();
    let writer = Writer {
        cx,
        model,
        union,
        impls,
        scope: Scope::new(cx, model.path.module()),
        name: ident(model.path.name()),
        mentions_deprecated: model.docs.deprecated.is_some()
            || variants.any(|variant| cx.mentions_deprecated(&variant.ty)),
    };
    code.item(|code| writer.definition(code));
    if impls.iter().any(|impls| impls.accessor.is_some()) {
        code.item(|code| writer.accessors(code));
    }
    for (variant, impls) in union.variants.iter().zip(impls) {
        if impls.converts {
            writer.conversion(code, variant, &impls.payload);
        }
    }
}

struct Writer<'a> {
    cx: &'a Context<'a>,
    model: &'a Model,
    union: &'a Union,
    impls: &'a [VariantImpls],
    scope: Scope<'a>,
    name: Cow<'a, str>,
    /// The impls mention the payloads, and the union itself.
    mentions_deprecated: bool,
}

impl Writer<'_> {
    fn definition(&self, code: &mut Code) {
        docs::model(code, self.model);
        let mut derives = plain_derives(self.model.traits);
        derives.extend(user_types::derives(self.model));
        code.attribute("derive", &derives);
        user_types::attributes(code, &self.model.added.attributes);
        user_types::non_exhaustive(code, self.model);
        docs::allow_deprecated(code, self.mentions_deprecated);
        let variants = &self.union.variants;
        allow_complexity(code, variants.iter().map(|variant| &variant.ty));
        let is_small = |ty| matches!(self.cx.resolve(ty), Type::Boolean | Type::String);
        if variants.len() > 1 && !variants.iter().all(|variant| is_small(&variant.ty)) {
            let reason = "reason = \"a value is rarely moved, and boxing would show in every use\"";
            code.attribute("allow", &["clippy::large_enum_variant", reason]);
        }
        code.block(format_args!("pub enum {}", self.name), |code| {
            for variant in variants {
                docs::variant(code, variant, self.union.tag());
                let ty = self.scope.ty(&variant.ty);
                code.line(format_args!("{}({ty}),", ident(&variant.name)));
            }
            let value = self.scope.import("crate::Value");
            code.doc("A value that fits no variant, as it came.");
            code.line(format_args!("{}({value}),", ident(&self.union.unknown)));
        });
    }

    /// The methods that look into variants.
    fn accessors(&self, code: &mut Code) {
        docs::allow_deprecated(code, self.mentions_deprecated);
        code.block(format_args!("impl {}", self.name), |code| {
            for (variant, impls) in self.union.variants.iter().zip(self.impls) {
                if let Some(name) = &impls.accessor {
                    code.apart();
                    self.accessor(code, variant, name, &impls.payload);
                }
            }
        });
    }

    fn accessor(&self, code: &mut Code, variant: &Variant, name: &str, payload: &Type) {
        let (ty, value) = match (payload, &variant.ty) {
            (Type::String, _) => ("&str".to_owned(), "value"),
            (_, Type::Boxed(inner)) => (format!("&{}", self.scope.ty(inner)), "value"),
            (_, Type::List(item)) => (format!("&[{}]", self.scope.ty(item)), "value"),
            (
                copied
                @ (Type::Boolean | Type::Int32 | Type::Int64 | Type::Float32 | Type::Float64),
                _,
            ) => (self.scope.ty(copied), "*value"),
            (_, ty) => (format!("&{}", self.scope.ty(ty)), "value"),
        };
        let option = self.scope.prelude("std::option::Option");
        let variant_name = ident(&variant.name);
        code.doc(&format!(
            "The value of [`Self::{}`], if it is this variant.",
            variant.name
        ));
        code.line("#[must_use]");
        let method = format_args!("pub fn as_{name}");
        code.function(method, &["&self"], &format!("{option}<{ty}>"), |code| {
            code.block("match self", |code| {
                code.line(format_args!(
                    "Self::{variant_name}(value) => Some({value}),"
                ));
                code.line("_ => None,");
            });
        });
    }

    /// `From` for a payload; for text, from a literal too, as which it is mostly at hand.
    fn conversion(&self, code: &mut Code, variant: &Variant, payload: &Type) {
        let (ty, value) = match &variant.ty {
            Type::Boxed(inner) => {
                let boxed = self.scope.prelude("std::boxed::Box");
                (&**inner, Cow::Owned(format!("{boxed}::new(value)")))
            }
            ty => (ty, Cow::Borrowed("value")),
        };
        let ty = self.scope.ty(ty);
        if *payload == Type::String {
            self.from(code, "&str", &format!("Self::from({ty}::from(value))"));
        }
        self.from(
            code,
            &ty,
            &format!("Self::{}({value})", ident(&variant.name)),
        );
    }

    fn from(&self, code: &mut Code, ty: &str, value: &str) {
        let from = self.scope.prelude("std::convert::From");
        code.item(|code| {
            docs::allow_deprecated(code, self.mentions_deprecated);
            code.block(
                format_args!("impl {from}<{ty}> for {}", self.name),
                |code| {
                    code.function("fn from", &[format!("value: {ty}")], "Self", |code| {
                        code.line(value);
                    });
                },
            );
        });
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
        let emitted = items(|code| super::emit(code, &Context::new(&api), &model, &union));
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
