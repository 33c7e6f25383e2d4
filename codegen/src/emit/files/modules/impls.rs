//! The impls of a module's models, in a separate file, so that the file of the types has only
//! types.
//!
//! They are invocations of the macros of `support/`, written by `emit/tables`.

use std::collections::BTreeSet;

use crate::emit::ident::ident;
use crate::emit::plan::Context;
use crate::emit::tables::{self, enums, records, unions};
use crate::model::{Kind, Model};

/// The file of a module's impls.
pub(crate) fn text(cx: &Context, models: &[&Model]) -> String {
    let mut macros = BTreeSet::new();
    let mut text = String::new();
    for model in models {
        let name = ident(model.path.name()).to_string();
        let written = match &model.kind {
            Kind::Struct(strukt) if !cx.serde_only.derives(model) => {
                macros.insert("record::record");
                records::text(cx, &name, strukt)
            }
            Kind::Enum(enumeration) => {
                macros.insert("enums::enumeration");
                enums::text(&name, enumeration)
            }
            Kind::Flags(flags) => {
                macros.insert("flags::flags");
                tables::flags::text(&name, flags)
            }
            Kind::Union(union) => {
                macros.insert("union::union");
                unions::text(cx, &model.path, union)
            }
            Kind::Struct(strukt) => {
                let Some(written) = records::derived(&name, strukt) else {
                    continue;
                };
                macros.insert("read::derived::derived");
                written
            }
            Kind::Alias(_) => continue,
        };
        text.push('\n');
        text.push_str(&written);
    }
    let mut uses: Vec<String> = macros
        .iter()
        .map(|name| format!("use crate::support::{name};\n"))
        .collect();
    let has_shapes =
        |model: &&Model| matches!(&model.kind, Kind::Union(union) if !union.variants.is_empty());
    if models.iter().any(has_shapes) {
        uses.push("use crate::support::union::choose;\n".to_owned());
    }
    uses.extend(traits(cx, models));
    uses.sort();
    format!(
        "//! How serde reads and writes the models of this module.\n\n\
         #![allow(deprecated, reason = \"what is deprecated is read and written too\")]\n\
         #![allow(\n    unused_variables,\n    unreachable_patterns,\n    \
             clippy::match_single_binding,\n    \
             reason = \"a model may have no field, one variant, no value\"\n)]\n\n\
         use super::*;\n{}{text}",
        uses.concat()
    )
}

/// The traits by whose methods fields are read and written.
fn traits(cx: &Context, models: &[&Model]) -> Option<String> {
    let records = models.iter().filter_map(|model| match &model.kind {
        Kind::Struct(strukt) if !cx.serde_only.derives(model) => Some(strukt),
        _ => None,
    });
    let fields: Vec<_> = records.flat_map(|strukt| &strukt.fields).collect();
    let wire = fields
        .iter()
        .any(|field| !cx.serde_only.is_in(&field.ty.value));
    let optional = fields.iter().any(|field| !field.presence.is_required());
    match (optional, wire) {
        (true, true) => Some("use crate::support::wire::{Optional as _, Wire as _};\n".to_owned()),
        (true, false) => Some("use crate::support::wire::Optional as _;\n".to_owned()),
        (false, true) => Some("use crate::support::wire::Wire as _;\n".to_owned()),
        (false, false) => None,
    }
}
