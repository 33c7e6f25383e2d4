//! Each case of the table of choices that the runtime reads too.

use serde_json::Value;

use super::Choices;
use crate::model::scalar_variants::scalar_variants;
use crate::model::{Fact, Rule, Tag, Type, Union, Variant, WireShape};

/// What emitted crates choose too: the runtime's tests read the same table.
const CASES: &str = include_str!("../../../runtime/src/tests/unions/choosing.json");

fn texts(value: &Value) -> Vec<String> {
    let texts = value.as_array().unwrap().iter();
    texts
        .map(|text| text.as_str().unwrap().to_owned())
        .collect()
}

fn shape(value: &Value) -> WireShape {
    if let Some(item) = value.get("array") {
        WireShape::Array(Box::new(shape(item)))
    } else if let Some(shapes) = value.get("one-of") {
        let shapes = shapes.as_array().unwrap().iter();
        WireShape::OneOf(shapes.map(shape).collect())
    } else if let Some(values) = value.get("texts") {
        WireShape::Texts {
            values: texts(values),
            others: value["others"] == true,
        }
    } else if let Some(tags) = value.get("tags") {
        WireShape::Object {
            tags: tags.as_array().unwrap().clone(),
            required: texts(&value["required"]),
            optional: texts(&value["optional"]),
        }
    } else {
        match value.as_str().unwrap() {
            "any" => WireShape::Any,
            "null" => WireShape::Null,
            "boolean" => WireShape::Boolean,
            "integer" => WireShape::Integer,
            "number" => WireShape::Number,
            "text" => WireShape::Text,
            "date-time" => WireShape::DateTime,
            "date" => WireShape::Date,
            other => panic!("{other}"),
        }
    }
}

fn union(case: &Value) -> Union {
    let variant = |value: &Value| Variant {
        name: String::new(),
        ty: Type::Any,
        shape: shape(value),
        evidence: Vec::new(),
    };
    let variants = case["variants"].as_array().unwrap().iter();
    Union {
        variants: variants.map(variant).collect(),
        unknown: "Unknown".into(),
        tag: tag(&case["tag"]),
    }
}

fn tag(value: &Value) -> Option<Fact<Tag>> {
    let path = match value {
        Value::Null => return None,
        Value::String(key) => vec![key.clone()],
        tag => texts(&tag["path"]),
    };
    Some(Fact {
        value: Tag {
            path,
            recased: value["spelling"] == "recased",
        },
        rule: Rule::Set,
        evidence: Vec::new(),
    })
}

fn index(value: &Value) -> Option<usize> {
    let index = value.as_u64()?;
    Some(index.try_into().unwrap())
}

#[test]
fn every_case_is_decided_as_the_table_says() {
    let cases: Vec<Value> = serde_json::from_str(CASES).unwrap();
    for case in &cases {
        let (union, name) = (union(case), &case["name"]);
        for pair in case["values"].as_array().unwrap() {
            let tried: Vec<usize> = Choices::of(&union).candidates(&pair[0]).collect();
            let expected: Vec<usize> = match &pair[1] {
                Value::Array(indices) => indices.iter().filter_map(index).collect(),
                only => index(only).into_iter().collect(),
            };
            assert_eq!(tried, expected, "{name}: {}", pair[0]);
            let by_traits = Choices::looked_up(&union, &|_| false, true);
            let tried: Vec<usize> = by_traits.candidates(&pair[0]).collect();
            assert_eq!(tried, expected, "{name} by traits: {}", pair[0]);
        }
        let expected = case["scalar_variants"]
            .as_array()
            .unwrap()
            .iter()
            .map(index);
        let expected: Vec<_> = expected.collect();
        assert_eq!(scalar_variants(&union).to_vec(), expected, "{name}");
    }
}
