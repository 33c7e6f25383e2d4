//! Which variant a value is read as: the cases of `choosing.json`, by which the generator chooses
//! too.

use std::cell::RefCell;

use serde_json::{Value, json};

use crate::support::read::keys::Keys;
use crate::support::union::choose::{Indices, Shape, choose, ranked};
use crate::support::union::content::Content;
use crate::support::union::{Constant, ExactIn, Table, Tag};

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

/// The values of the tag and the keys of a union, as they are met.
#[derive(Default)]
struct Met {
    keys: Vec<&'static str>,
    /// Texts first.
    tags: Vec<Value>,
}

fn shape(met: &mut Met, value: &Value) -> Shape {
    let of = |key: &str| value.get(key);
    if let Some(item) = of("array") {
        Shape::Array(leaked(shape(met, item)))
    } else if let Some(shapes) = of("one-of") {
        let shapes = shapes.as_array().unwrap().iter();
        Shape::OneOf(shapes.map(|it| shape(met, it)).collect::<Vec<_>>().leak())
    } else if let Some(values) = of("texts") {
        Shape::Texts {
            values: texts(values),
            others: value["others"] == true,
        }
    } else if let Some(tags) = of("tags") {
        let tags = tags.as_array().unwrap().iter();
        let at = |tag| met.tags.iter().position(|known| known == tag).unwrap();
        Shape::Object {
            tags: tags.map(at).collect::<Vec<_>>().leak(),
            required: indices(&mut met.keys, &value["required"]),
            optional: indices(&mut met.keys, &value["optional"]),
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

/// The values of the tag in a shape.
fn tags(shape: &Value) -> Vec<Value> {
    let inside = ["array", "one-of"].map(|key| shape.get(key));
    let inside = inside.into_iter().flatten().flat_map(|inside| {
        let shapes = inside
            .as_array()
            .map_or_else(|| vec![inside.clone()], Vec::clone);
        shapes.iter().flat_map(tags).collect::<Vec<_>>()
    });
    let own = shape.get("tags").and_then(Value::as_array);
    own.into_iter().flatten().cloned().chain(inside).collect()
}

thread_local! {
    static TEXTS: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// The function that the macro writes as a match.
fn find_text(text: &str) -> usize {
    TEXTS.with_borrow(|texts| {
        let at = texts.iter().position(|known| known == text);
        at.unwrap_or(usize::MAX)
    })
}

fn constant(value: &Value) -> Constant {
    match value {
        Value::Bool(value) => Constant::Boolean(*value),
        value => value.as_i64().map_or_else(
            || Constant::Float(value.as_f64().unwrap()),
            Constant::Integer,
        ),
    }
}

fn tag(case: &Value, variants: &[Value], met: &mut Met) -> Option<Tag> {
    let tag = Some(&case["tag"]).filter(|tag| !tag.is_null())?;
    let (mut path, is_loose) = match tag.as_str() {
        Some(_) => (vec![tag.clone()], false),
        None => (
            tag["path"].as_array().unwrap().clone(),
            tag["spelling"] == "recased",
        ),
    };
    let below = Value::Array(path.split_off(1));
    // Lists are of no variant that a tag could name.
    let of_variant = |variant: &Value| match variant.get("array") {
        Some(_) => Vec::new(),
        None => tags(variant),
    };
    let mut all: Vec<Value> = variants.iter().flat_map(tags).collect();
    all.sort_by_key(|value| !value.is_string());
    for value in all {
        if !met.tags.contains(&value) {
            met.tags.push(value);
        }
    }
    let variant_of = |value: &Value| {
        let of = |(_, variant): &(usize, &Value)| of_variant(variant).contains(value);
        let mut named = variants.iter().enumerate().filter(of);
        match (named.next(), named.next()) {
            (Some((index, _)), None) => index,
            _ => variants.len(),
        }
    };
    let (texts, others): (Vec<Value>, Vec<Value>) =
        met.tags.iter().cloned().partition(Value::is_string);
    let spelt = texts.iter().map(|value| value.as_str().unwrap());
    let spelt = spelt.map(|text| match is_loose {
        true => text.replace('-', "").to_lowercase(),
        false => text.to_owned(),
    });
    let spelt: Vec<String> = spelt.collect();
    let named = spelt.iter().zip(&texts);
    let named = named
        .map(|(text, value)| -> (&'static str, usize) { (text.clone().leak(), variant_of(value)) });
    let named: Vec<_> = named.collect();
    let constants = others
        .iter()
        .map(|value| (constant(value), variant_of(value)));
    TEXTS.set(spelt);
    Some(Tag {
        key: path[0].as_str().unwrap().to_owned().leak(),
        below: self::texts(&below),
        is_loose,
        texts: named.leak(),
        find_text,
        constants: constants.collect::<Vec<_>>().leak(),
    })
}

/// The table as the generator writes it; `with_scalar_variants` as for a union with scalars that one variant
/// takes whole.
fn table(case: &Value, with_scalar_variants: bool) -> Table {
    let mut met = Met::default();
    let shapes = case["variants"].as_array().unwrap();
    let tag = tag(case, shapes, &mut met);
    let variants = shapes.iter().map(|it| ("", shape(&mut met, it)));
    let variants: Vec<_> = variants.collect();
    let scalar_variants = case["scalar_variants"].as_array().unwrap().iter();
    let scalar_variants = scalar_variants.map(|index| index.as_u64().map(|index| index as usize));
    let scalar_variants: Vec<_> = scalar_variants.filter(|_| with_scalar_variants).collect();
    Table {
        name: "Union",
        tag,
        keys: Keys(met.keys.leak()),
        variants: variants.leak(),
        scalar_variants: scalar_variants.try_into().unwrap_or([None; 5]),
        exact_in: ExactIn::Nothing,
    }
}

/// A case gives the variants that a value may be of, as they are tried, or the only one.
#[test]
fn every_case_is_decided_as_the_table_says() {
    let cases: Vec<Value> = serde_json::from_str(CASES).unwrap();
    for case in &cases {
        for with_scalar_variants in [false, true] {
            let table = table(case, with_scalar_variants);
            for pair in case["values"].as_array().unwrap() {
                let text = pair[0].to_string();
                let content: Content = serde_json::from_str(&text).unwrap();
                let choice = choose(&table, &content);
                let tried = match choice.others {
                    true => ranked(&table, &content),
                    false => choice.best.into_iter().collect(),
                };
                assert_eq!(tried.first().copied(), choice.best);
                let expected = match &pair[1] {
                    Value::Array(indices) => indices.clone(),
                    Value::Null => Vec::new(),
                    only => vec![only.clone()],
                };
                assert_eq!(json!(tried), json!(expected), "{}: {text}", case["name"]);
            }
        }
    }
}
