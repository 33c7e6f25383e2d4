//! The impls of a module's models, in a file of their own: who reads the types reads only types.
//!
//! They are invocations of the macros of `support/`, written as text: `prettyplease` does not lay
//! out what stands inside a macro.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use proc_macro2::Literal;

use crate::emit::plan::{Context, ident};
use crate::emit::tables::key_set::KeyIndices;
use crate::emit::tables::union;
use crate::model::{Enum, EnumScalar, Field, Kind, Model, Struct};

/// How many fields a struct has at most that is written in line. With three, programs grow more
/// than they gain.
const SMALL: usize = 2;

/// The file of a module's impls; `None` if it has none.
pub(crate) fn text(cx: &Context, models: &[&Model]) -> Option<String> {
    let mut macros = BTreeSet::new();
    let mut text = String::new();
    for model in models {
        let name = ident(model.path.name()).to_string();
        let written = match &model.kind {
            Kind::Struct(strukt) if !cx.by_serde.derives(model) => {
                macros.insert("record");
                record(cx, &name, strukt)
            }
            Kind::Enum(enumeration) => {
                macros.insert(macro_of(enumeration));
                self::enumeration(&name, enumeration)
            }
            Kind::Union(union) => {
                macros.insert("union");
                union::text(cx, &name, union)
            }
            Kind::Struct(_) | Kind::Alias(_) => continue,
        };
        text.push('\n');
        text.push_str(&written);
    }
    if text.is_empty() {
        return None;
    }
    let mut uses: Vec<String> = macros
        .iter()
        .map(|name| format!("use crate::support::{name}::{name};\n"))
        .collect();
    let has_shapes =
        |model: &&Model| matches!(&model.kind, Kind::Union(union) if !union.variants.is_empty());
    if models.iter().any(has_shapes) {
        uses.push("use crate::support::shape;\n".to_owned());
    }
    uses.extend(traits(cx, models));
    uses.sort();
    Some(format!(
        "//! How serde reads and writes the models of this module.\n\n\
         #![allow(deprecated, reason = \"what is deprecated is read and written too\")]\n\
         #![allow(\n    unused_variables,\n    unreachable_patterns,\n    \
             clippy::match_single_binding,\n    \
             reason = \"a model may have no field, one variant, no value\"\n)]\n\n\
         use super::*;\n{}{text}",
        uses.concat()
    ))
}

/// The traits by whose methods fields are read and written.
fn traits(cx: &Context, models: &[&Model]) -> Option<String> {
    let records = models.iter().filter_map(|model| match &model.kind {
        Kind::Struct(strukt) if !cx.by_serde.derives(model) => Some(strukt),
        _ => None,
    });
    let fields: Vec<_> = records.flat_map(|strukt| &strukt.fields).collect();
    let wire = fields
        .iter()
        .any(|field| !cx.by_serde.is_in(&field.ty.value));
    let optional = fields.iter().any(|field| !field.presence.is_required());
    match (optional, wire) {
        (true, true) => Some("use crate::support::wire::{Optional as _, Wire as _};\n".to_owned()),
        (true, false) => Some("use crate::support::wire::Optional as _;\n".to_owned()),
        (false, true) => Some("use crate::support::wire::Wire as _;\n".to_owned()),
        (false, false) => None,
    }
}

/// How `record!` says that a field is present: whether it may be null, its type says.
fn presence(field: &Field) -> &'static str {
    if field.presence.is_required() {
        "required"
    } else {
        "optional"
    }
}

fn macro_of(enumeration: &Enum) -> &'static str {
    match enumeration.scalar {
        EnumScalar::String => "text_enum",
        EnumScalar::Integer => "integer_enum",
    }
}

fn record(cx: &Context, name: &str, strukt: &Struct) -> String {
    let mut lines: Vec<String> = strukt
        .fields
        .iter()
        .enumerate()
        .map(|(index, field)| {
            let key = Literal::string(&field.wire_name.value);
            let outside = if cx.by_serde.is_in(&field.ty.value) {
                "outside "
            } else {
                ""
            };
            format!(
                "{outside}{} {index} {} = {key},",
                presence(field),
                ident(&field.name)
            )
        })
        .collect();
    lines.extend(
        strukt
            .extra
            .iter()
            .map(|extra| format!(".. {}", ident(&extra.name))),
    );
    let required = strukt.fields.iter().enumerate();
    let required = required.filter(|(_, field)| field.presence.is_required());
    let required = KeyIndices::of(required.map(|(index, _)| index)).literals();
    let small = strukt.fields.len() <= SMALL && strukt.extra.is_none();
    let attribute = if small { "#[inline]\n    " } else { "" };
    invocation(
        "record",
        &format!("{attribute}{name} requires {required}"),
        &lines,
    )
}

fn enumeration(name: &str, enumeration: &Enum) -> String {
    let mut lines: Vec<String> = enumeration
        .values
        .iter()
        .map(|value| {
            let variant = ident(&value.name);
            match value.value.as_str() {
                Some(text) => format!("{variant} = {},", Literal::string(text)),
                None => format!("{variant} = {},", value.value),
            }
        })
        .collect();
    lines.extend(
        enumeration
            .unknown
            .iter()
            .map(|unknown| format!(".. {}", ident(unknown))),
    );
    invocation(macro_of(enumeration), name, &lines)
}

/// A macro that is given a name and lines in braces.
pub(crate) fn invocation(macro_name: &str, name: &str, lines: &[String]) -> String {
    let mut text = format!("{macro_name}! {{\n    {name} {{");
    for line in lines {
        let _ = write!(text, "\n        {line}");
    }
    text.push_str(if lines.is_empty() {
        "}\n}\n"
    } else {
        "\n    }\n}\n"
    });
    text
}
