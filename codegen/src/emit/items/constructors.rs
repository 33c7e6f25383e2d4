//! Constructors and `Default`.

use super::lints::{allow_complexity, allow_placeholders};
use super::structs::Writer;
use super::{constants, docs};
use crate::emit::code::Code;
use crate::emit::ident::ident;
use crate::emit::plan::construction::Origin;
use crate::model::{Field, Presence, Type};

impl Writer<'_> {
    pub(crate) fn methods(&self, code: &mut Code) {
        self.allowed(code);
        let name = ident(self.model.path.name());
        code.block(format_args!("impl {name}"), |code| self.constructor(code));
    }

    /// What code must be allowed that names all fields.
    pub(super) fn allowed(&self, code: &mut Code) {
        docs::allow_deprecated(code, self.mentions_deprecated);
        allow_complexity(code, self.types());
        let fields = self.strukt.fields.iter().map(|field| &*field.name);
        let extra = self.strukt.extra.iter().map(|extra| &*extra.name);
        allow_placeholders(code, fields.chain(extra));
    }

    fn constructor(&self, code: &mut Code) {
        let mut parameters = Vec::new();
        let is_by_name = self.construction.is_by_name();
        let values = self.values(|field| {
            let name = ident(&field.name);
            if is_by_name {
                return format!("{name}: required.{name}");
            }
            let (ty, into) = self.parameter(field);
            parameters.push(format!("{name}: {ty}"));
            if into {
                format!("{name}: {name}.into()")
            } else {
                name.into_owned()
            }
        });
        if is_by_name {
            let module = self.cx.required(self.model.path.module());
            let name = ident(self.model.path.name());
            parameters.push(format!("required: {module}::{name}"));
        }
        let constants = self.construction.constants().next().is_some();
        code.doc(match (parameters.is_empty(), constants) {
            (true, false) => "A value in which all fields are absent.",
            (true, true) => "A value with only the constant fields.",
            (false, false) => "A value with the required fields.",
            (false, true) => "A value with these required fields, and the constant ones.",
        });
        code.line("#[must_use]");
        if is_by_name {
            // Not generic, so it would be compiled wherever it is used or not.
            code.line("#[inline]");
        }
        if self.model.path.name() == "New" {
            let reason = "reason = \"the docs name the type so\"";
            code.attribute("allow", &["clippy::self_named_constructors", reason]);
        }
        self.allow_digits(code);
        code.function("pub fn new", &parameters, "Self", |code| {
            code.value("Self", &values);
        });
    }

    /// The fields of a new value; `asked` gives those that are asked for.
    fn values(&self, mut asked: impl FnMut(&Field) -> String) -> Vec<String> {
        let fields = self.strukt.fields.iter().zip(&self.construction.origins);
        let fields = fields.map(|(field, origin)| {
            let name = ident(&field.name);
            match origin {
                Origin::Absent if field.presence == Presence::Optional => format!("{name}: None"),
                Origin::Absent => format!("{name}: {}::Absent", self.scope.import("crate::Maybe")),
                Origin::Constant(constant) => {
                    let constant = constants::expression(self.scope, *constant);
                    if field.presence == Presence::Required {
                        format!("{name}: {constant}")
                    } else {
                        format!("{name}: Some({constant})")
                    }
                }
                Origin::Asked => asked(field),
            }
        });
        let mut values: Vec<String> = fields.collect();
        values.extend(self.strukt.extra.iter().map(|extra| {
            let ty = self.scope.import("crate::Extra");
            format!("{}: {ty}::new()", ident(&extra.name))
        }));
        values
    }

    fn allow_digits(&self, code: &mut Code) {
        if self.construction.has_digits {
            let reason = "reason = \"the docs give these digits\"";
            let lints = [
                "clippy::approx_constant",
                "clippy::excessive_precision",
                reason,
            ];
            code.attribute("allow", &lints);
        }
    }

    /// A parameter's type, and whether it must be converted to what is stored.
    ///
    /// Literals of numbers and `None` have no type of their own to convert from, so numbers and
    /// collections are taken as they are.
    pub(super) fn parameter(&self, field: &Field) -> (String, bool) {
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

    pub(super) fn into(&self, ty: &str) -> String {
        let into = self.scope.prelude("std::convert::Into");
        format!("impl {into}<{ty}>")
    }

    /// The `Default` that is written.
    pub(crate) fn default(&self, code: &mut Code) {
        docs::allow_deprecated(code, self.mentions_deprecated);
        let name = ident(self.model.path.name());
        let default = self.scope.prelude("std::default::Default");
        let blank = |field: &Field| {
            let ty = self.scope.stored(field);
            format!("<{ty} as {default}>::default()")
        };
        code.block(format_args!("impl {default} for {name}"), |code| {
            if self.construction.is_by_name() {
                self.allow_digits(code);
                code.function("fn default", NONE, "Self", |code| {
                    let of_field =
                        |field: &Field| format!("{}: {}", ident(&field.name), blank(field));
                    code.value("Self", &self.values(of_field));
                });
                return;
            }
            let asked = self.construction.asked(self.strukt);
            let arguments: Vec<_> = asked.map(blank).collect();
            code.function("fn default", NONE, "Self", |code| {
                code.list(format_args!("Self::new("), &arguments, ")");
            });
        });
    }
}

/// No parameters.
const NONE: &[&str] = &[];

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
        items(|code| structs::emit(code, &Context::new(&api), model, strukt)).split_off(1)
    }

    #[test]
    fn asks_for_what_is_required_and_not_constant() {
        let mut kind = field("kind", "kind", Type::Boolean, Presence::Required);
        kind.constant = Some(Box::new(crate::emit::testing::fact(json!(true))));
        let expected: syn::Item = parse_quote! {
            impl Room {
                #[doc = " A value with these required fields, and the constant ones."]
                #[must_use]
                #[inline]
                pub fn new(required: required::Room) -> Self {
                    Self {
                        id: required.id,
                        size: required.size,
                        kind: true,
                        note: None,
                    }
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
    fn one_field_is_given_as_it_is() {
        let expected: syn::Item = parse_quote! {
            impl Room {
                #[doc = " A value with the required fields."]
                #[must_use]
                pub fn new(id: impl Into<String>) -> Self {
                    Self { id: id.into() }
                }
            }
        };
        let fields = vec![field("id", "id", Type::String, Presence::Required)];
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
