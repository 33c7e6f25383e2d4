//! Which variant a value is read as: the cases of `choosing.json`, by which the generator chooses
//! too.

use serde_json::Value;

use crate::support::read::keys::Keys;
use crate::support::union::choose::{Indices, Shape, choose};
use crate::support::union::content::Content;
use crate::support::union::{Table, Tag};

const CASES: &str = include_str!("choosing.json");

fn texts(value: &Value) -> &'static [&'static str] {
    let texts = value.as_array().unwrap().iter();
    let texts = texts.map(|text| -> &'static str { text.as_str().unwrap().to_owned().leak() });
    texts.collect::<Vec<_>>().leak()
}

fn leaked<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

/// Which of the union's keys these are.
fn indices(keys: &mut Vec<&'static str>, of: &Value) -> Indices {
    let mut indices: Vec<usize> = Vec::new();
    for &key in texts(of) {
        let known = keys.iter().position(|known| *known == key);
        indices.push(known.unwrap_or(keys.len()));
        if known.is_none() {
            keys.push(key);
        }
    }
    indices.sort_unstable();
    let (first, more): (Vec<_>, Vec<_>) = indices.iter().partition(|index| **index < 64);
    Indices {
        len: indices.len(),
        first: first.iter().fold(0, |bits, index| bits | 1_u64 << index),
        more: more.leak(),
    }
}

fn shape(keys: &mut Vec<&'static str>, value: &Value) -> Shape {
    let of = |key: &str| value.get(key);
    if let Some(item) = of("array") {
        Shape::Array(leaked(shape(keys, item)))
    } else if let Some(shapes) = of("one-of") {
        let shapes = shapes.as_array().unwrap().iter();
        Shape::OneOf(shapes.map(|it| shape(keys, it)).collect::<Vec<_>>().leak())
    } else if let Some(values) = of("texts") {
        Shape::Texts {
            values: texts(values),
            others: value["others"] == true,
        }
    } else if let Some(tags) = of("tags") {
        Shape::Object {
            tags: texts(tags),
            required: indices(keys, &value["required"]),
            optional: indices(keys, &value["optional"]),
        }
    } else {
        match value.as_str().unwrap() {
            "any" => Shape::Any,
            "null" => Shape::Null,
            "boolean" => Shape::Boolean,
            "integer" => Shape::Integer,
            "number" => Shape::Number,
            "text" => Shape::Text,
            "date-time" => Shape::DateTime,
            "date" => Shape::Date,
            other => panic!("{other}"),
        }
    }
}

fn tags(shape: &Shape) -> Vec<&'static str> {
    match shape {
        Shape::Object { tags, .. } => tags.to_vec(),
        Shape::OneOf(shapes) => shapes.iter().flat_map(tags).collect(),
        _ => Vec::new(),
    }
}

/// The function that the macro writes as a match.
fn find(named: &[(&str, usize)]) -> fn(&str) -> usize {
    match named {
        [] => |_| usize::MAX,
        [("a", _)] => |text| if text == "a" { 0 } else { usize::MAX },
        [("b", _)] => |text| if text == "b" { 0 } else { usize::MAX },
        [("a", _), ("b", _)] => |text| match text {
            "a" => 0,
            "b" => 1,
            _ => usize::MAX,
        },
        _ => panic!("no function for {named:?}"),
    }
}

/// The table as the generator writes it; `with_scalar_variants` as for a union with scalars that one variant
/// takes whole.
fn table(case: &Value, with_scalar_variants: bool) -> Table {
    let mut keys = Vec::new();
    let variants = case["variants"].as_array().unwrap().iter();
    let variants: Vec<_> = variants.map(|it| ("", shape(&mut keys, it))).collect();
    let of = |variant: &(&str, Shape)| tags(&variant.1);
    let all: Vec<&str> = variants.iter().flat_map(of).collect();
    let mut named = Vec::new();
    for (index, variant) in variants.iter().enumerate() {
        let alone = |tag: &&str| all.iter().filter(|other| *other == tag).count() == 1;
        named.extend(
            of(variant)
                .into_iter()
                .filter(alone)
                .map(|tag| (tag, index)),
        );
    }
    let scalar_variants = case["scalar_variants"].as_array().unwrap().iter();
    let scalar_variants = scalar_variants.map(|index| index.as_u64().map(|index| index as usize));
    let scalar_variants: Vec<_> = scalar_variants.filter(|_| with_scalar_variants).collect();
    Table {
        name: "Union",
        tag: case["tag"].as_str().map(|key| Tag {
            key: key.to_owned().leak(),
            find: find(&named),
            values: named.leak(),
        }),
        keys: Keys(keys.leak()),
        variants: variants.leak(),
        scalar_variants: scalar_variants.try_into().unwrap_or([None; 5]),
    }
}

#[test]
fn every_case_is_decided_as_the_table_says() {
    let cases: Vec<Value> = serde_json::from_str(CASES).unwrap();
    for case in &cases {
        for with_scalar_variants in [false, true] {
            let table = table(case, with_scalar_variants);
            for pair in case["values"].as_array().unwrap() {
                let text = pair[0].to_string();
                let content: Content = serde_json::from_str(&text).unwrap();
                let chosen = choose(&table, &content).map(|index| index as u64);
                assert_eq!(chosen, pair[1].as_u64(), "{}: {text}", case["name"]);
            }
        }
    }
}
