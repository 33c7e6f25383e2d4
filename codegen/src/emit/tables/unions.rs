//! Unions as tables: the JSON shapes of the variants, written for the macro `union!`.
//!
//! All values are written out, even the bits of key sets, as the compiler checks literal constants
//! faster than computed ones.

use std::fmt::Write as _;

use serde_json::Value;

use super::key_set::KeyIndices;
use crate::emit::ident::ident;
use crate::emit::literal::literal;
use crate::emit::plan::Context;
use crate::emit::plan::digits::{ExactIn, exact_in};
use crate::fold::fold_name;
use crate::map::{IndexMap, IndexSet};
use crate::model::scalar_variants::scalar_variants;
use crate::model::{ModelPath, Tag, Type, Union, WireShape};

/// The invocation of `union!` for the union at a path.
pub(crate) fn text(cx: &Context, path: &ModelPath, union: &Union) -> String {
    let mut text = format!("union! {{\n    {} ", ident(path.name()));
    let keys = keys(union);
    if cx.holds_digits.contains(path) {
        match exact_in(cx.api, &cx.holds_digits, union) {
            ExactIn::Keys(exact) => {
                let exact: Vec<String> = exact.into_iter().map(str::to_owned).collect();
                let _ = write!(text, "exact in Keys({}), ", indices(&exact, &keys));
            }
            ExactIn::Objects => text.push_str("exact in Objects, "),
            ExactIn::Values => text.push_str("exact in Values, "),
        }
    }
    let tags = Tags::of(union);
    if let Some(tag) = union.tag() {
        write_tag(&mut text, tag, &tags);
    }
    if !keys.is_empty() {
        text.push_str("of {");
        for key in &keys {
            let _ = write!(text, "\n        {},", literal(key));
        }
        text.push_str("\n    }, ");
    }
    let scalar_variants = scalar_variants(union);
    if scalar_variants.iter().any(Option::is_some) {
        let _ = write!(text, "scalars {scalar_variants:?}, ");
    }
    let _ = write!(text, "else {} {{", ident(&union.unknown));
    for (index, variant) in union.variants.iter().enumerate() {
        let shape = shape(&variant.shape, &keys, &tags);
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

fn write_tag(text: &mut String, tag: &Tag, tags: &Tags) {
    let keys: Vec<_> = tag.path.iter().map(|key| literal(key)).collect();
    let Some((key, below)) = keys.split_first() else {
        return;
    };
    let _ = write!(text, "by {key} ");
    if !below.is_empty() {
        let below: Vec<_> = below.iter().map(ToString::to_string).collect();
        let _ = write!(text, "[{}] ", below.join(", "));
    }
    text.push_str(if tag.recased { "loose {" } else { "{" });
    for (at, (value, variant)) in tags.texts.iter().enumerate() {
        let value = literal(value);
        let _ = write!(text, "\n        {at} {value} = {variant},");
    }
    for (value, variant) in tags.constants.values() {
        let _ = write!(text, "\n        or {value} = {variant},");
    }
    text.push_str("\n    }, ");
}

/// The values of a union's tag, each with the index of its variant; that past the last, if several
/// variants have it.
struct Tags {
    recased: bool,
    texts: IndexMap<String, usize>,
    /// By their JSON, each as the macro takes it.
    constants: IndexMap<String, (String, usize)>,
}

impl Tags {
    fn of(union: &Union) -> Self {
        let mut tags = Self {
            recased: union.tag().is_some_and(|tag| tag.recased),
            texts: IndexMap::default(),
            constants: IndexMap::default(),
        };
        let several = union.variants.len();
        for (index, variant) in union.variants.iter().enumerate() {
            for value in variant.shape.tags() {
                let known = tags.variant_of(value, index);
                if *known != index {
                    *known = several;
                }
            }
        }
        // Those of lists' items name no variant.
        for variant in &union.variants {
            for value in in_lists(&variant.shape, false) {
                tags.variant_of(value, several);
            }
        }
        tags
    }

    /// The variant of a value, to be changed; `new` for one that is not known.
    fn variant_of(&mut self, value: &Value, new: usize) -> &mut usize {
        match value {
            Value::String(text) => self.texts.entry(self.spelt(text)).or_insert(new),
            value => {
                let written = match value {
                    Value::Bool(value) => format!("Boolean({value})"),
                    value if value.is_i64() => format!("Integer({value})"),
                    value => format!("Float({:?})", value.as_f64().unwrap_or_default()),
                };
                let entry = self.constants.entry(value.to_string());
                &mut entry.or_insert((written, new)).1
            }
        }
    }

    fn spelt(&self, text: &str) -> String {
        match self.recased {
            true => fold_name(text),
            false => text.to_owned(),
        }
    }

    fn index_of(&self, value: &Value) -> Option<usize> {
        match value {
            Value::String(text) => self.texts.get_index_of(&self.spelt(text)),
            value => {
                let at = self.constants.get_index_of(&value.to_string())?;
                Some(self.texts.len() + at)
            }
        }
    }
}

fn in_lists(shape: &WireShape, inside: bool) -> Vec<&Value> {
    match shape {
        WireShape::Object { tags, .. } if inside => tags.iter().collect(),
        WireShape::OneOf(shapes) => {
            let shapes = shapes.iter();
            shapes.flat_map(|shape| in_lists(shape, inside)).collect()
        }
        WireShape::Array(item) => in_lists(item, true),
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
    let mut keys = IndexSet::default();
    for variant in &union.variants {
        collect(&variant.shape, &mut keys);
    }
    keys
}

/// A shape as an expression; its keys are indices of the union's.
fn shape(shape: &WireShape, keys: &IndexSet<&str>, known: &Tags) -> String {
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
        WireShape::Array(item) => format!("Array(&{})", self::shape(item, keys, known)),
        WireShape::Object {
            tags,
            required,
            optional,
        } => format!(
            "Object {{\n            tags: &{:?},\n            required: {},\n            optional: {},\n        }}",
            tags.iter()
                .filter_map(|tag| known.index_of(tag))
                .collect::<Vec<_>>(),
            indices(required, keys),
            indices(optional, keys)
        ),
        WireShape::OneOf(shapes) => {
            let shapes: Vec<_> = shapes
                .iter()
                .map(|shape| self::shape(shape, keys, known))
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
    let texts: Vec<_> = texts.iter().map(|text| literal(text)).collect();
    format!("&[{}]", texts.join(", "))
}
