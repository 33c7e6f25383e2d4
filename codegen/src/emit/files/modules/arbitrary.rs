//! `Arbitrary` of a module's models, in a file of its own for the feature `arbitrary`: invocations
//! of the macros of `support/arbitrary/models.rs`.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::emit::ident::{self, ident};
use crate::emit::literal::literal;
use crate::emit::plan::Context;
use crate::emit::plan::aliases::of_user;
use crate::emit::tables::unions::texts;
use crate::model::{
    Enum, EnumScalar, Kind, Model, Struct, TagBeside, Type, Union, Variant, WireShape,
};

/// The file of a module that has types of its own.
pub(crate) fn text(cx: &Context, models: &[&Model]) -> String {
    let mut given = Given::new(cx);
    let mut macros = BTreeSet::new();
    let mut text = String::new();
    for model in models {
        let name = ident(model.path.name()).to_string();
        let (macro_name, written) = match &model.kind {
            Kind::Alias(_) => continue,
            _ if cx.smallest_depth(&model.path).is_none() => {
                ("never", format!("never!({name});\n"))
            }
            Kind::Struct(strukt) => ("record", record(&mut given, &name, strukt)),
            Kind::Enum(enumeration) => ("choice", choice(&name, enumeration)),
            Kind::Flags(_) => ("flags", format!("flags! {{ {name} {{}} }}\n")),
            Kind::Union(union) => ("union", self::union(&mut given, &name, union)),
        };
        macros.insert(macro_name);
        text.push_str(&written);
    }
    if let Some(given) = given.text() {
        macros.insert("given");
        text.insert_str(0, &format!("{}\n", given.trim_start()));
    }
    let mut uses: Vec<String> = macros
        .iter()
        .map(|name| match *name {
            "flags" => "use crate::support::arbitrary::flags::flags;\n".to_owned(),
            name => format!("use crate::support::arbitrary::models::{name};\n"),
        })
        .collect();
    uses.sort();
    let uses = uses.concat();
    format!(
        "//! Values of the models of this module from bytes.\n\n\
         #![allow(deprecated, reason = \"what is deprecated is made too\")]\n\n\
         use super::*;\n{uses}\n{text}"
    )
}

/// How wide a line may be.
const WIDTH: usize = 100;

/// A macro that is given a name, parts in braces and what stands behind them, in as few lines as can be.
fn invocation(macro_name: &str, name: &str, parts: &[String], behind: &str) -> String {
    let line = format!(
        "{macro_name}! {{ {name} {{ {} }}{behind} }}\n",
        parts.join(" ")
    );
    if line.len() <= WIDTH {
        return line;
    }
    let mut text = format!("{macro_name}! {{ {name} {{");
    let mut width = WIDTH;
    for part in parts {
        if width + " ".len() + part.len() > WIDTH {
            text.push_str("\n   ");
            width = "   ".len();
        }
        text.push(' ');
        text.push_str(part);
        width += " ".len() + part.len();
    }
    text + "\n}" + behind + " }\n"
}

fn record<'a>(given: &mut Given<'a>, name: &str, strukt: &'a Struct) -> String {
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
        let keys: Vec<String> = keys.map(|key| literal(key)).collect();
        lines.push(format!(
            ".. {}{} beside [{}]",
            ident(&extra.name),
            given.how(&extra.ty),
            keys.join(", ")
        ));
    }
    let told = strukt.fields.iter().filter_map(|field| {
        let TagBeside { key, values } = &field.tag_beside.as_ref()?.value;
        let values: Vec<String> = values.keys().cloned().collect();
        let key = literal(key);
        Some(format!(" {key} {},", texts(&values)))
    });
    let told: String = told.collect();
    let told = match told.as_str() {
        "" => told,
        _ => format!(" told {{{told} }}"),
    };
    invocation("record", name, &lines, &told)
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
    invocation("choice", name, &lines, "")
}

fn union<'a>(given: &mut Given<'a>, name: &str, union: &'a Union) -> String {
    let path = union.tag().map_or(&[][..], |tag| &tag.path);
    let tag = texts(path);
    let head = format!("{name} by {tag}, else {}", ident(&union.unknown));
    let mut variants: Vec<&Variant> = union.variants.iter().collect();
    variants.sort_by_key(|variant| {
        given
            .cx
            .smallest_depth_of(&variant.ty)
            .unwrap_or(usize::MAX)
    });
    let lines: Vec<String> = variants
        .into_iter()
        .map(|variant| {
            let tags: Vec<String> = match &variant.shape {
                WireShape::Object { tags, .. } => tags.iter().map(Value::to_string).collect(),
                _ => Vec::new(),
            };
            let how = given.how(&variant.ty);
            format!("{}{how} = {},", ident(&variant.name), texts(&tags))
        })
        .collect();
    invocation("union", &head, &lines, "")
}

/// The types of the user's that a module's models are made of, each numbered.
struct Given<'a> {
    cx: &'a Context<'a>,
    found: Vec<(&'a str, &'a Type)>,
}

impl<'a> Given<'a> {
    fn new(cx: &'a Context<'a>) -> Self {
        let found = Vec::new();
        Self { cx, found }
    }

    /// ` by V0` if a type is made of one of the user's.
    fn how(&mut self, ty: &'a Type) -> String {
        let Some(user_type) = of_user(self.cx.api, ty) else {
            return String::new();
        };
        let known = self.found.iter().position(|known| *known == user_type);
        let at = known.unwrap_or_else(|| {
            self.found.push(user_type);
            self.found.len() - 1
        });
        format!(" by V{at}")
    }

    /// The values of these types; `None` if there are none.
    fn text(&self) -> Option<String> {
        let types = self.found.iter().enumerate();
        let lines = types.map(|(at, (path, ty))| {
            let values = self.cx.known.values(ty);
            let values: Vec<String> = values
                .map(|value| format!("\n        {}", literal(&value.to_string())))
                .collect();
            let end = if values.is_empty() { "" } else { "\n    " };
            let path = ident::path(path).to_string().replace(' ', "");
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
    use crate::model::{Alias, Presence, UserType};

    #[test]
    fn a_model_stands_in_as_few_lines_as_can_be() {
        let parts = |count: usize| vec!["field,".to_owned(); count];
        let short = invocation("record", "Plan", &parts(11), "");
        assert_eq!(short.lines().count(), 1);
        let long = invocation("record", "Plan", &parts(30), " told {}");
        assert_eq!(long.lines().count(), 5);
        assert!(long.ends_with(" field,\n} told {} }\n"), "{long}");
        assert!(long.lines().all(|line| line.len() <= WIDTH), "{long}");
    }

    #[test]
    fn an_alias_of_the_users_type_has_its_values() {
        let ty = Type::User {
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
        let user_type = UserType {
            values: vec!["1 \"EUR\"".into(), 2.into()],
            ..UserType::default()
        };
        api.user_types.insert("::x::Money".to_owned(), user_type);
        let cx = Context::new(&api);
        let models: Vec<&Model> = api.models.values().collect();
        let text = text(&cx, &models);
        let (_, items) = text.split_once("\ngiven! {").unwrap();
        let expected = r#"
    V0: ::x::Money = [
        "\"1 \\\"EUR\\\"\"",
        "2"
    ];
}

record! { Plan { name, prices by V0, } }
"#;
        assert_eq!(items, expected);
    }
}
