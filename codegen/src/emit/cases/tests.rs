//! Which cases a model has, and under which names.

use serde_json::json;

use super::super::testing::{api, color, example, fact, field, model, strukt, to};
use super::*;
use crate::model::{Tag, Union, Variant, WireShape};

fn cases(models: Vec<Model>) -> Vec<(String, String, Value, Option<Value>)> {
    let api = api(models);
    of(&Context::new(&api))
        .into_iter()
        .map(|case| {
            let value = serde_json::from_str(&case.value).unwrap();
            (case.model.to_string(), case.name, value, case.expect)
        })
        .collect()
}

#[test]
fn a_struct_is_made_small_and_full_and_with_nulls() {
    let room = strukt(
        "Room",
        vec![
            field("id", "id", Type::Int32, Presence::Required),
            field("size", "size", Type::Number, Presence::OptionalNullable),
        ],
    );
    let case = |name: &str, value| ("Room".to_owned(), name.to_owned(), value, None);
    assert_eq!(
        cases(vec![room]),
        [
            case("smallest", json!({"id": 1})),
            case(
                "fullest",
                json!({"id": i32::MAX, "size": 9_007_199_254_740_993_i64})
            ),
            case("nulls", json!({"id": 1, "size": null})),
        ]
    );
}

#[test]
fn each_example_of_a_field_is_in_a_case() {
    let mut id = field("id", "id", Type::Int32, Presence::Required);
    id.examples = [7, 8].map(|id| example(json!(id))).to_vec();
    let mut size = field("size", "size", Type::String, Presence::Optional);
    size.examples = vec![example(json!("large"))];
    let cases = cases(vec![strukt("Room", vec![id, size])]).into_iter();
    let cases: Vec<_> = cases.map(|(_, name, value, _)| (name, value)).collect();
    let expected = [
        ("examples of fields", json!({"id": 7, "size": "large"})),
        ("examples of fields 2", json!({"id": 8})),
    ];
    assert_eq!(
        cases[..2],
        expected.map(|(name, value)| (name.to_owned(), value))
    );
}

#[test]
fn a_value_is_one_case_of_a_model() {
    let mut room = strukt(
        "Room",
        vec![
            field("id", "id", Type::Int32, Presence::Required),
            field("size", "size", Type::String, Presence::Required),
        ],
    );
    room.examples = ["{\"id\":7,\"size\":\"s\"}", "{\"size\":\"s\",\"id\":7}"]
        .map(|text| example(serde_json::from_str(text).unwrap()))
        .to_vec();
    if let Kind::Struct(strukt) = &mut room.kind {
        strukt.fields[0].examples = vec![example(json!(7))];
        strukt.fields[1].examples = vec![example(json!("s"))];
    }
    let names: Vec<_> = cases(vec![room]).into_iter().map(|case| case.1).collect();
    assert_eq!(names, ["example 1", "example 2", "smallest", "fullest"]);
}

#[test]
fn an_open_enum_has_a_case_that_it_does_not_name() {
    let values: Vec<_> = cases(vec![color(Some("Unknown"))])
        .into_iter()
        .map(|(_, name, value, _)| (name, value))
        .collect();
    let expected = [
        ("value Red", "red"),
        ("value Green", "green"),
        ("unknown", "Not in the docs"),
    ];
    assert_eq!(
        values,
        expected.map(|(name, value)| (name.to_owned(), json!(value)))
    );
    assert_eq!(cases(vec![color(None)]).len(), 2);
}

#[test]
fn what_the_model_drops_is_expected_to_be_gone() {
    let mut room = strukt(
        "Room",
        vec![field("id", "id", Type::Int32, Presence::Optional)],
    );
    room.examples.push(example(json!({"id": null, "other": 1})));
    assert_eq!(cases(vec![room])[0].3, Some(json!({})));
}

#[test]
fn a_model_that_requires_itself_has_no_case() {
    let endless = Type::Boxed(Box::new(to("Endless")));
    let endless = field("again", "again", endless, Presence::Required);
    assert_eq!(cases(vec![strukt("Endless", vec![endless])]), []);
}

#[test]
fn each_variant_has_a_case_with_its_tag() {
    let variant = |name: &str, tag: &str| Variant {
        name: name.to_owned(),
        ty: to(name),
        shape: WireShape::Object {
            tags: vec![json!(tag)],
            required: vec!["kind".to_owned()],
            optional: Vec::new(),
        },
        evidence: Vec::new(),
    };
    let kind = || vec![field("kind", "kind", Type::String, Presence::Required)];
    let union = Kind::Union(Union {
        variants: vec![variant("A", "a"), variant("B", "b")],
        unknown: "Unknown".to_owned(),
        tag: Some(fact(Tag {
            path: vec!["kind".to_owned()],
            recased: false,
        })),
    });
    let all = cases(vec![
        model("U", union),
        strukt("A", kind()),
        strukt("B", kind()),
    ]);
    let values: Vec<_> = all
        .iter()
        .take(3)
        .map(|(_, _, value, _)| value.clone())
        .collect();
    assert_eq!(values[..2], [json!({"kind": "a"}), json!({"kind": "b"})]);
    assert!(values[2].get("kind").is_none());
}
