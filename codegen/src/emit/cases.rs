//! The cases of the round-trip tests.

use serde_json::{Map, Value};

use super::shape::choose;
use super::types::Context;
use super::values::{Fill, Maker, unknown_payload, unknown_value};
use crate::model::{Kind, Model, ModelPath, Presence, Struct, Type};

/// One value of one model.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Case<'a> {
    /// The model.
    pub(super) model: &'a ModelPath,
    /// What is special about the value.
    pub(super) name: String,
    /// The value that is read.
    pub(super) value: Value,
    /// The value that is written, where the model drops something.
    pub(super) expect: Option<Value>,
}

/// The cases of an API, in the order of its models.
pub(super) fn of<'a>(cx: &'a Context<'a>) -> Vec<Case<'a>> {
    let mut maker = Maker::new(cx);
    let mut cases = Vec::new();
    for model in cx.api.models.values() {
        for (name, value) in values(cx, &mut maker, model) {
            let written = written(cx, &Type::Model(model.path.clone()), &value);
            cases.push(Case {
                model: &model.path,
                name,
                expect: (written != value).then_some(written),
                value,
            });
        }
    }
    cases
}

fn values<'a>(
    cx: &'a Context<'a>,
    maker: &mut Maker<'a>,
    model: &'a Model,
) -> Vec<(String, Value)> {
    let mut values = Vec::new();
    for (at, example) in model.examples.iter().enumerate() {
        values.push((format!("example {}", at + 1), Some(example.value.clone())));
    }
    let mut add = |name: String, value: Option<Value>| values.push((name, value));
    match &model.kind {
        Kind::Struct(strukt) => {
            let smallest = maker.model(model, Fill::Smallest);
            add(
                "examples of fields".to_owned(),
                field_examples(strukt, smallest.as_ref()),
            );
            add("smallest".to_owned(), smallest);
            add("fullest".to_owned(), maker.model(model, Fill::Fullest));
            add("nulls".to_owned(), maker.nulls(model, strukt));
        }
        Kind::Enum(enumeration) => {
            for value in &enumeration.values {
                add(format!("value {}", value.name), Some(value.value.clone()));
            }
            add("unknown".to_owned(), unknown_value(enumeration));
        }
        Kind::Union(union) => {
            for (at, variant) in union.variants.iter().enumerate() {
                add(
                    format!("variant {}", variant.name),
                    maker.variant(model, union, at),
                );
            }
            add("unknown".to_owned(), unknown_payload(cx, union));
        }
        Kind::Alias(_) => add("fullest".to_owned(), maker.model(model, Fill::Fullest)),
    }
    values
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
}

/// The smallest value with the fields that have examples.
fn field_examples(strukt: &Struct, smallest: Option<&Value>) -> Option<Value> {
    let mut object = smallest?.as_object()?.clone();
    let mut any = false;
    for field in &strukt.fields {
        if let Some(example) = &field.example {
            object.insert(field.wire_name.value.clone(), example.value.clone());
            any = true;
        }
    }
    any.then_some(Value::Object(object))
}

/// What is written after a value was read: without null where null is read as absent, and without
/// keys for which there is no field.
fn written(cx: &Context, ty: &Type, value: &Value) -> Value {
    match (cx.resolve(ty), value) {
        (Type::List(item), Value::Array(values)) => values
            .iter()
            .map(|value| written(cx, item, value))
            .collect(),
        (Type::Map(item), Value::Object(object)) => object
            .iter()
            .map(|(key, value)| (key.clone(), written(cx, item, value)))
            .collect(),
        (Type::Nullable(inner), value) if !value.is_null() => written(cx, inner, value),
        (Type::Model(path), value) => match (cx.model(path).map(|model| &model.kind), value) {
            (Some(Kind::Struct(strukt)), Value::Object(object)) => {
                Value::Object(written_object(cx, strukt, object))
            }
            (Some(Kind::Union(union)), value) => choose(cx, union, value)
                .and_then(|at| union.variants.get(at))
                .map_or_else(|| value.clone(), |variant| written(cx, &variant.ty, value)),
            _ => value.clone(),
        },
        _ => value.clone(),
    }
}

fn written_object(
    cx: &Context,
    strukt: &Struct,
    object: &Map<String, Value>,
) -> Map<String, Value> {
    let mut kept = Map::new();
    for (key, value) in object {
        let field = strukt
            .fields
            .iter()
            .find(|field| field.wire_name.value == *key);
        match (field, &strukt.extra) {
            (Some(field), _) if value.is_null() && field.presence == Presence::Optional => {}
            (Some(field), _) => {
                kept.insert(key.clone(), written(cx, &field.ty.value, value));
            }
            (None, Some(extra)) => {
                kept.insert(key.clone(), written(cx, &extra.ty, value));
            }
            (None, None) => {}
        }
    }
    kept
}
