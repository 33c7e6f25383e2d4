//! `Arbitrary` of a module's models, in a file of its own for the feature `arbitrary`: invocations
//! of the macros of `support/arbitrary_models.rs`.

use std::collections::BTreeSet;

use proc_macro2::Literal;

use super::height::Heights;
use super::impls::{invocation, texts};
use super::types::ident;
use crate::model::{Enum, EnumScalar, Kind, Model, Struct, Union, Variant, WireShape};

/// The file of a module; `None` if it has no types of its own.
pub(super) fn text(heights: &Heights, models: &[&Model]) -> Option<String> {
    let mut macros = BTreeSet::new();
    let mut text = String::new();
    for model in models {
        let name = ident(model.path.name()).to_string();
        let (macro_name, written) = match &model.kind {
            Kind::Alias(_) => continue,
            _ if heights.model(&model.path).is_none() => ("never", format!("never!({name});\n")),
            Kind::Struct(strukt) => ("record", record(&name, strukt)),
            Kind::Enum(enumeration) => ("choice", choice(&name, enumeration)),
            Kind::Union(union) => ("union", self::union(heights, &name, union)),
        };
        macros.insert(macro_name);
        text.push('\n');
        text.push_str(&written);
    }
    if text.is_empty() {
        return None;
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

fn record(name: &str, strukt: &Struct) -> String {
    let mut lines: Vec<String> = strukt
        .fields
        .iter()
        .map(|field| format!("{},", ident(&field.name)))
        .collect();
    if let Some(extra) = &strukt.extra {
        let keys = strukt.fields.iter().map(|field| &field.wire_name.value);
        let keys: Vec<String> = keys.map(|key| Literal::string(key).to_string()).collect();
        lines.push(format!(
            ".. {} beside [{}]",
            ident(&extra.name),
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

fn union(heights: &Heights, name: &str, union: &Union) -> String {
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
            format!("{} {},", ident(&variant.name), texts(tags))
        })
        .collect();
    invocation("union", &head, &lines)
}
