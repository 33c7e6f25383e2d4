//! The cases of the round-trip tests.

pub(crate) mod beside;
pub(crate) mod maker;
pub(crate) mod unions;
pub(crate) mod unknown;

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::plan::Context;
use crate::model::reads::{Reader, type_in};
use crate::model::{Kind, Model, ModelPath, Presence, Struct, Type};
use maker::{Fill, Maker, unknown_payload, unknown_value};

/// One value of one model.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Case<'a> {
    /// The model.
    pub(crate) model: &'a ModelPath,
    /// What is special about the value.
    pub(crate) name: String,
    /// The value that is read.
    pub(crate) value: Value,
    /// The value that is written, where the model drops something.
    pub(crate) expect: Option<Value>,
}

/// The cases of an API, in the order of its models. What was a case of a model is no other.
pub(crate) fn of<'a>(cx: &'a Context<'a>) -> Vec<Case<'a>> {
    let mut maker = Maker::new(cx);
    let mut cases = Vec::new();
    for model in cx.api.models.values() {
        // Of a type of the user's, only what was seen is known to be taken, and all is kept.
        let values = match (&model.replaced, model.emitted) {
            (Some(_), _) => examples(model).collect(),
            (None, true) => values(&mut maker, model),
            (None, false) => Vec::new(),
        };
        let mut seen = BTreeSet::new();
        for (name, value) in values {
            // As it is written, as the order of keys may decide how it is read.
            if !seen.insert(value.to_string()) {
                continue;
            }
            let expect = match &model.replaced {
                Some(_) => None,
                None => changed(cx, &maker.reader, &Type::Model(model.path.clone()), &value),
            };
            cases.push(Case {
                model: &model.path,
                name,
                expect,
                value,
            });
        }
    }
    cases
}

fn values<'a>(maker: &mut Maker<'a>, model: &'a Model) -> Vec<(String, Value)> {
    let mut values: Vec<_> = examples(model)
        .map(|(name, value)| (name, Some(value)))
        .collect();
    let mut add = |name: String, value: Option<Value>| values.push((name, value));
    match &model.kind {
        Kind::Struct(strukt) => {
            let smallest = maker.model(model, Fill::Smallest);
            for (at, value) in field_examples(strukt, smallest.as_ref()).enumerate() {
                let name = match at {
                    0 => "examples of fields".to_owned(),
                    _ => format!("examples of fields {}", at + 1),
                };
                let agreeing = value.map(|mut object| {
                    maker.agree(strukt, &mut object, Fill::Smallest);
                    Value::Object(object)
                });
                add(name, agreeing);
            }
            add("smallest".to_owned(), smallest);
            add("fullest".to_owned(), maker.model(model, Fill::Fullest));
            add("nulls".to_owned(), maker.nulls(model, strukt));
            for (name, value) in maker.beside(model, strukt) {
                add(name, Some(value));
            }
        }
        Kind::Enum(enumeration) => {
            for value in &enumeration.values {
                add(format!("value {}", value.name), Some(value.value.clone()));
            }
            add("unknown".to_owned(), unknown_value(enumeration));
        }
        Kind::Flags(flags) => {
            for flag in &flags.flags {
                add(format!("flag {}", flag.name), Some(flag.bits.into()));
            }
            let all = flags.flags.iter().fold(0, |all, flag| all | flag.bits);
            add("all".to_owned(), Some(all.into()));
            let unnamed = flags.unnamed();
            add("unknown".to_owned(), unnamed.map(|bit| (bit | all).into()));
        }
        Kind::Union(union) => {
            for (name, value) in maker.variants(model, union) {
                add(name, value);
            }
            add(
                "unknown".to_owned(),
                unknown_payload(&maker.reader.choices(union)),
            );
        }
        Kind::Alias(_) => add("fullest".to_owned(), maker.model(model, Fill::Fullest)),
    }
    values
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
}

fn examples(model: &Model) -> impl Iterator<Item = (String, Value)> {
    let values = model.examples.iter().enumerate();
    values.map(|(at, example)| (format!("example {}", at + 1), example.value.clone()))
}

/// The smallest value with the first examples of all fields, then with their second ones, and so on.
fn field_examples<'a>(
    strukt: &'a Struct,
    smallest: Option<&'a Value>,
) -> impl Iterator<Item = Option<Map<String, Value>>> + 'a {
    let counts = strukt.fields.iter().map(|field| field.examples.len());
    (0..counts.max().unwrap_or(0)).map(move |at| {
        let mut object = smallest?.as_object()?.clone();
        for field in &strukt.fields {
            if let Some(example) = field.examples.get(at) {
                object.insert(field.wire_name.value.clone(), example.value.clone());
            }
        }
        Some(object)
    })
}

/// What is written after a value was read, where that is another: without null where null is read as
/// absent, and without keys for which there is no field. Most values are written as they are.
fn changed<'a>(cx: &Context<'a>, reader: &Reader<'a>, ty: &Type, value: &Value) -> Option<Value> {
    match (cx.resolve(ty), value) {
        (Type::List(item), Value::Array(values)) => {
            let all = values.iter().map(|value| changed(cx, reader, item, value));
            let all: Vec<_> = all.collect();
            all.iter().any(Option::is_some).then(|| {
                let pairs = all.into_iter().zip(values);
                pairs
                    .map(|(new, old)| new.unwrap_or_else(|| old.clone()))
                    .collect()
            })
        }
        (Type::Map(item), Value::Object(object)) => changed_object(object, |_, value| {
            Kept::as_is_or(changed(cx, reader, item, value))
        }),
        (Type::Nullable(inner), value) if !value.is_null() => changed(cx, reader, inner, value),
        (Type::Snowflake, Value::Number(number)) => Some(Value::String(number.to_string())),
        (Type::Model(path), value) => match (cx.model(path).map(|model| &model.kind), value) {
            (Some(Kind::Struct(strukt)), Value::Object(object)) => {
                changed_object(object, |key, value| {
                    member(cx, reader, strukt, object, key, value)
                })
            }
            (Some(Kind::Union(union)), value) => {
                let at = reader.variant(union, value)?;
                changed(cx, reader, &union.variants.get(at)?.ty, value)
            }
            _ => None,
        },
        _ => None,
    }
}

/// What becomes of a value of an object.
enum Kept {
    AsIs,
    Changed(Value),
    Dropped,
}

impl Kept {
    fn as_is_or(changed: Option<Value>) -> Self {
        changed.map_or(Self::AsIs, Self::Changed)
    }
}

fn member<'a>(
    cx: &Context<'a>,
    reader: &Reader<'a>,
    strukt: &Struct,
    object: &Map<String, Value>,
    key: &str,
    value: &Value,
) -> Kept {
    let mut fields = strukt.fields.iter();
    let field = fields.find(|field| field.wire_name.value == key);
    match (field, &strukt.extra) {
        (Some(field), _) if value.is_null() && field.presence == Presence::Optional => {
            Kept::Dropped
        }
        (Some(field), _) => {
            let ty = type_in(&cx.api.models, field, object, value);
            Kept::as_is_or(changed(cx, reader, &ty, value))
        }
        (None, Some(extra)) => Kept::as_is_or(changed(cx, reader, &extra.ty, value)),
        (None, None) => Kept::Dropped,
    }
}

/// An object of what is kept, if that is not all as it is.
fn changed_object(
    object: &Map<String, Value>,
    mut keep: impl FnMut(&str, &Value) -> Kept,
) -> Option<Value> {
    let kept: Vec<_> = object.iter().map(|(key, value)| keep(key, value)).collect();
    if kept.iter().all(|it| matches!(it, Kept::AsIs)) {
        return None;
    }
    let members = object.iter().zip(kept);
    let members = members.filter_map(|((key, old), kept)| match kept {
        Kept::AsIs => Some((key.clone(), old.clone())),
        Kept::Changed(new) => Some((key.clone(), new)),
        Kept::Dropped => None,
    });
    Some(members.collect())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::{api, color, example, fact, field, model, strukt, to};
    use super::*;
    use crate::model::{Tag, Union, Variant, WireShape};

    fn cases(models: Vec<Model>) -> Vec<(String, String, Value, Option<Value>)> {
        let api = api(models);
        of(&Context::new(&api))
            .into_iter()
            .map(|case| (case.model.to_string(), case.name, case.value, case.expect))
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
}
