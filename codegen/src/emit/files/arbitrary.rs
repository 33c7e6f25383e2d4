//! `Arbitrary` of a module's models, in a file of its own for the feature `arbitrary`: invocations
//! of the macros of `support/arbitrary_models.rs`.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::Literal;

use crate::emit::ident::ident;
use crate::emit::items::user_types;
use crate::emit::plan::Context;
use crate::emit::plan::known_values::Known;
use crate::emit::plan::smallest_value::Heights;
use crate::emit::tables::invocation;
use crate::emit::tables::union::texts;
use crate::model::{Enum, EnumScalar, Kind, Model, Struct, Type, Union, Variant, WireShape};

/// The file of a module; `None` if it has no types of its own.
pub(crate) fn text(
    cx: &Context,
    known: &Known,
    heights: &Heights,
    models: &[&Model],
) -> Option<String> {
    let given = Given {
        cx,
        found: RefCell::default(),
    };
    let mut macros = BTreeSet::new();
    let mut text = String::new();
    for model in models {
        let name = ident(model.path.name()).to_string();
        let (macro_name, written) = match &model.kind {
            Kind::Alias(_) => continue,
            _ if heights.model(&model.path).is_none() => ("never", format!("never!({name});\n")),
            Kind::Struct(strukt) => ("record", record(&given, &name, strukt)),
            Kind::Enum(enumeration) => ("choice", choice(&name, enumeration)),
            Kind::Union(union) => ("union", self::union(&given, heights, &name, union)),
        };
        macros.insert(macro_name);
        text.push('\n');
        text.push_str(&written);
    }
    if text.is_empty() {
        return None;
    }
    if let Some(given) = given.text(known) {
        macros.insert("given");
        text.insert_str(0, &given);
    }
    let uses: String = macros
        .iter()
        .map(|name| format!("use crate::support::arbitrary_models::{name};\n"))
        .collect();
    Some(format!(
        "//! Values of the models of this module from bytes.\n\n\
         #![allow(deprecated, reason = \"what is deprecated is made too\")]\n\n\
         use super::*;\n{uses}{text}"
    ))
}

fn record<'a>(given: &Given<'a>, name: &str, strukt: &'a Struct) -> String {
    let mut lines: Vec<String> = strukt
        .fields
        .iter()
        .map(|field| {
            let how = given.how(&field.ty.value);
            format!("{}{how},", ident(&field.name))
        })
        .collect();
    if let Some(extra) = &strukt.extra {
        let keys = strukt.fields.iter().map(|field| &field.wire_name.value);
        let keys: Vec<String> = keys.map(|key| Literal::string(key).to_string()).collect();
        lines.push(format!(
            ".. {}{} beside [{}]",
            ident(&extra.name),
            given.how(&extra.ty),
            keys.join(", ")
        ));
    }
    invocation("record", name, &lines)
}

fn choice(name: &str, enumeration: &Enum) -> String {
    let mut lines: Vec<String> = enumeration
        .values
        .iter()
        .map(|value| format!("{},", ident(&value.name)))
        .collect();
    if enumeration.unknown.is_some() {
        lines.push(match enumeration.scalar {
            EnumScalar::String => ".. text".to_owned(),
            EnumScalar::Integer => ".. integer".to_owned(),
        });
    }
    invocation("choice", name, &lines)
}

fn union<'a>(given: &Given<'a>, heights: &Heights, name: &str, union: &'a Union) -> String {
    let tag = match &union.tag {
        Some(tag) => format!("Some({})", Literal::string(tag)),
        None => "None".to_owned(),
    };
    let head = format!("{name} by {tag}, else {}", ident(&union.unknown));
    let mut variants: Vec<&Variant> = union.variants.iter().collect();
    variants.sort_by_key(|variant| heights.ty(&variant.ty).unwrap_or(usize::MAX));
    let lines: Vec<String> = variants
        .into_iter()
        .map(|variant| {
            let tags = match &variant.shape {
                WireShape::Object { tags, .. } => tags.as_slice(),
                _ => &[],
            };
            let how = given.how(&variant.ty);
            format!("{}{how} = {},", ident(&variant.name), texts(tags))
        })
        .collect();
    invocation("union", &head, &lines)
}

/// The types of the user's that a module's models are made of, each numbered.
struct Given<'a> {
    cx: &'a Context<'a>,
    found: RefCell<BTreeMap<&'a Type, usize>>,
}

impl<'a> Given<'a> {
    /// ` by V0` if a type is made of one of the user's.
    fn how(&self, ty: &'a Type) -> String {
        let Some(outside) = user_types::innermost(self.cx, ty) else {
            return String::new();
        };
        let mut found = self.found.borrow_mut();
        let next = found.len();
        format!(" by V{}", found.entry(outside).or_insert(next))
    }

    /// The values of these types; `None` if there are none.
    fn text(&self, known: &Known) -> Option<String> {
        let found = self.found.borrow();
        let mut types: Vec<_> = found.iter().collect();
        types.sort_by_key(|(_, at)| **at);
        let lines = types.iter().map(|(ty, at)| {
            let values = known.values(ty).into_iter();
            let values: Vec<String> = values
                .map(|value| format!("\n        {}", Literal::string(&value.to_string())))
                .collect();
            let end = if values.is_empty() { "" } else { "\n    " };
            let path = self.cx.ty(ty, None).to_string().replace(' ', "");
            format!("    V{at}: {path} = [{}{end}];\n", values.join(","))
        });
        let lines: String = lines.collect();
        (!lines.is_empty()).then(|| format!("\ngiven! {{\n{lines}}}\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::testing::{api, field, model, strukt, to};
    use crate::model::{Alias, OutsideType, Presence};

    #[test]
    fn an_alias_of_the_users_type_has_its_values() {
        let ty = Type::Outside {
            path: "::x::Money".to_owned(),
            wire: Box::new(Type::String),
        };
        let ty = Type::List(Box::new(ty));
        let mut api = api(vec![
            model("Prices", Kind::Alias(Alias { ty })),
            strukt(
                "Plan",
                vec![
                    field("name", "name", Type::String, Presence::Required),
                    field("prices", "prices", to("Prices"), Presence::Optional),
                ],
            ),
        ]);
        let outside = OutsideType {
            values: vec!["1 \"EUR\"".into(), 2.into()],
            ..OutsideType::default()
        };
        api.outside.insert("::x::Money".to_owned(), outside);
        let cx = Context::new(&api);
        let known = Known::new(&cx);
        let models: Vec<&Model> = api.models.values().collect();
        let text = text(&cx, &known, &Heights::of(&api, &known), &models).unwrap();
        let (_, items) = text.split_once("\ngiven! {").unwrap();
        let expected = r#"
    V0: ::x::Money = [
        "\"1 \\\"EUR\\\"\"",
        "2"
    ];
}

record! {
    Plan {
        name,
        prices by V0,
    }
}
"#;
        assert_eq!(items, expected);
    }
}
