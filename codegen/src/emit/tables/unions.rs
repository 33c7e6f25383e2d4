//! Unions as tables: the JSON shapes of the variants, written for the macro `union!`.
//!
//! All values are written out, even the bits of key sets, as the compiler checks literal constants
//! faster than computed ones.

use std::fmt::Write as _;

use indexmap::{IndexMap, IndexSet};
use proc_macro2::Literal;

use super::key_set::KeyIndices;
use crate::emit::ident::ident;
use crate::emit::plan::Context;
use crate::model::scalar_variants::scalar_variants;
use crate::model::{Type, Union, WireShape};

/// The invocation of `union!` for a union.
pub(crate) fn text(cx: &Context, name: &str, union: &Union) -> String {
    let mut text = format!("union! {{\n    {name} ");
    if let Some(tag) = &union.tag {
        let _ = write!(text, "by {} {{", Literal::string(tag));
        for (at, (value, variant)) in named(union).into_iter().enumerate() {
            let _ = write!(
                text,
                "\n        {at} {} = {variant},",
                Literal::string(value)
            );
        }
        text.push_str("\n    }, ");
    }
    let keys = keys(union);
    if !keys.is_empty() {
        text.push_str("of {");
        for key in &keys {
            let _ = write!(text, "\n        {},", Literal::string(key));
        }
        text.push_str("\n    }, ");
    }
    let scalar_variants = scalar_variants(union);
    if scalar_variants.iter().any(Option::is_some) {
        let _ = write!(text, "scalars {scalar_variants:?}, ");
    }
    let _ = write!(text, "else {} {{", ident(&union.unknown));
    for (index, variant) in union.variants.iter().enumerate() {
        let shape = shape(&variant.shape, &keys);
        let _ = write!(
            text,
            "\n        {index} {}{} = {shape},",
            foreign(cx, &variant.ty),
            ident(&variant.name)
        );
    }
    text.push_str(if union.variants.is_empty() {
        "}\n"
    } else {
        "\n    }\n"
    });
    text.push_str("}\n");
    text
}

/// The values of the tag that name one variant, and its index.
fn named(union: &Union) -> IndexMap<&str, usize> {
    let mut indices: IndexMap<&str, Vec<usize>> = IndexMap::new();
    for (index, variant) in union.variants.iter().enumerate() {
        for value in tags(&variant.shape) {
            let known = indices.entry(value).or_default();
            if !known.contains(&index) {
                known.push(index);
            }
        }
    }
    let only = indices
        .into_iter()
        .filter_map(|(value, indices)| match indices[..] {
            [only] => Some((value, only)),
            _ => None,
        });
    only.collect()
}

fn tags(shape: &WireShape) -> Vec<&str> {
    match shape {
        WireShape::Object { tags, .. } => tags.iter().map(String::as_str).collect(),
        WireShape::OneOf(shapes) => shapes.iter().flat_map(tags).collect(),
        _ => Vec::new(),
    }
}

/// What stands before the name of what only serde can read and write.
fn foreign(cx: &Context, ty: &Type) -> &'static str {
    if cx.serde_only.is_in(ty) {
        "@foreign "
    } else {
        ""
    }
}

/// The keys of all objects among the variants, each once.
fn keys(union: &Union) -> IndexSet<&str> {
    fn collect<'a>(shape: &'a WireShape, keys: &mut IndexSet<&'a str>) {
        match shape {
            WireShape::Object {
                required, optional, ..
            } => keys.extend(required.iter().chain(optional).map(String::as_str)),
            WireShape::Array(item) => collect(item, keys),
            WireShape::OneOf(shapes) => shapes.iter().for_each(|shape| collect(shape, keys)),
            _ => {}
        }
    }
    let mut keys = IndexSet::new();
    for variant in &union.variants {
        collect(&variant.shape, &mut keys);
    }
    keys
}

/// A shape as an expression; its keys are indices of the union's.
fn shape(shape: &WireShape, keys: &IndexSet<&str>) -> String {
    let inner = match shape {
        WireShape::Any => "Any".to_owned(),
        WireShape::Null => "Null".to_owned(),
        WireShape::Boolean => "Boolean".to_owned(),
        WireShape::Integer => "Integer".to_owned(),
        WireShape::Number => "Number".to_owned(),
        WireShape::Text => "Text".to_owned(),
        WireShape::DateTime => "DateTime".to_owned(),
        WireShape::Date => "Date".to_owned(),
        WireShape::Texts { values, others } => {
            format!("Texts {{ values: {}, others: {others} }}", texts(values))
        }
        WireShape::Array(item) => format!("Array(&{})", self::shape(item, keys)),
        WireShape::Object {
            tags,
            required,
            optional,
        } => format!(
            "Object {{\n            tags: {},\n            required: {},\n            optional: {},\n        }}",
            texts(tags),
            indices(required, keys),
            indices(optional, keys)
        ),
        WireShape::OneOf(shapes) => {
            let shapes: Vec<_> = shapes
                .iter()
                .map(|shape| self::shape(shape, keys))
                .collect();
            format!("OneOf(&[{}])", shapes.join(", "))
        }
    };
    format!("choose::Shape::{inner}")
}

fn indices(of: &[String], keys: &IndexSet<&str>) -> String {
    let mut indices: Vec<_> = of
        .iter()
        .filter_map(|key| keys.get_index_of(key.as_str()))
        .collect();
    indices.sort_unstable();
    KeyIndices::of(indices).expression()
}

/// Texts as an expression.
pub(crate) fn texts(texts: &[String]) -> String {
    let texts: Vec<_> = texts
        .iter()
        .map(|text| Literal::string(text).to_string())
        .collect();
    format!("&[{}]", texts.join(", "))
}
