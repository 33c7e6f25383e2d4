//! The cases of the round-trip tests.

pub(crate) mod beside;
pub(crate) mod maker;
pub(crate) mod unions;
pub(crate) mod unknown;

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Map, Value};

use super::plan::Context;
use crate::clean;
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
    /// The value that is read, as it is written.
    pub(crate) value: String,
    /// The value that is written, where the model drops something.
    pub(crate) expect: Option<Value>,
}

/// A value as it is written.
pub(crate) fn json(value: &impl Serialize) -> String {
    clean::json(serde_json::to_string(value).unwrap_or_default())
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
            let text = json(&value);
            if seen.contains(&text) {
                continue;
            }
            seen.insert(text.clone());
            let expect = match &model.replaced {
                Some(_) => None,
                None => changed(cx, &maker.reader, &Type::Model(model.path.clone()), &value),
            };
            cases.push(Case {
                model: &model.path,
                name,
                value: text,
                expect,
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
mod tests;
