//! Models without a page: their shape from examples, or an opaque value. Never a silent guess.

use indexmap::IndexMap;

use super::names::{self, Scope};
use super::{Context, evidence, wire};
use crate::claim::Literal;
use crate::model::{
    Added, Alias, Docs, Evidence, Fact, Field, Kind, Model, Nullability, Presence, Struct, Traits,
    Type,
};
use crate::source::{Files, Located};

/// The model of an entry that no page describes.
pub(super) fn build(cx: &Context<'_>, index: usize) -> Model {
    let entry = &cx.catalog.entries[index];
    let samples = cx.shown.samples.get(&index).map_or(&[][..], Vec::as_slice);
    let at: Vec<Evidence> = samples
        .iter()
        .map(|sample| evidence(cx.files, sample.place, "an example", true))
        .collect();
    let kind = of_samples(cx, samples);
    let note = match at.first() {
        Some(first) => {
            let more = if at.len() > 1 {
                format!(" and {} more", at.len() - 1)
            } else {
                String::new()
            };
            format!(
                "No page describes this type: inferred from an example at `{}`{more}.",
                first.at
            )
        }
        None => "No page describes this type, and no example shows it: any JSON value.".to_owned(),
    };
    let mentions = entry
        .mentions
        .iter()
        .map(|&at| evidence(cx.files, at, "names the model", true));
    Model {
        path: entry.path.clone(),
        title: entry.title.clone(),
        docs: Docs {
            description: None,
            deprecated: None,
            notes: vec![note],
        },
        evidence: at.into_iter().chain(mentions).collect(),
        kind,
        traits: Traits::default(),
        replaced: None,
        emitted: true,
        added: Added::default(),
        examples: Vec::new(),
    }
}

fn of_samples(cx: &Context<'_>, samples: &[Located<Literal>]) -> Kind {
    let all_objects = !samples.is_empty()
        && samples
            .iter()
            .all(|sample| matches!(sample.value, Literal::Object(_)));
    if !all_objects {
        let ty = samples
            .iter()
            .map(|sample| type_of(&sample.value))
            .reduce(join);
        return Kind::Alias(Alias {
            ty: ty.unwrap_or(Type::Any),
        });
    }
    let mut keys: IndexMap<String, Vec<Located<&Literal>>> = IndexMap::new();
    for sample in samples {
        let Literal::Object(properties) = &sample.value else {
            continue;
        };
        for property in properties {
            let at = property.place.unwrap_or(sample.place);
            let key = if property.sdk_name {
                wire::spell(cx.case.value, &property.key)
            } else {
                property.key.clone()
            };
            keys.entry(key)
                .or_default()
                .push(Located::new(&property.value, at));
        }
    }
    let mut scope = Scope::default();
    let fields = keys
        .iter()
        .map(|(key, values)| field(cx.files, &mut scope, key, values));
    Kind::Struct(Struct {
        fields: fields.collect(),
        extra: None,
    })
}

/// A field that examples show. It may be absent elsewhere, so it is optional.
fn field(files: &Files, scope: &mut Scope, key: &str, values: &[Located<&Literal>]) -> Field {
    const RULE: &str = "inferred from an example";
    let seen = || {
        values
            .iter()
            .map(|value| evidence(files, value.place, key, true))
            .collect()
    };
    let null = values.iter().any(|value| *value.value == Literal::Null);
    let ty = values
        .iter()
        .filter(|value| *value.value != Literal::Null)
        .map(|value| type_of(value.value))
        .reduce(join)
        .unwrap_or(Type::Any);
    let nullable = if null {
        Nullability::Yes
    } else {
        Nullability::Unknown
    };
    let fact = |value, rule: &str| Fact {
        value,
        rule: rule.to_owned(),
        evidence: Vec::new(),
    };
    Field {
        name: scope.take([names::field_name(key)]),
        wire_name: Fact {
            value: key.to_owned(),
            rule: RULE.into(),
            evidence: seen(),
        },
        ty: Fact {
            value: ty,
            rule: RULE.into(),
            evidence: seen(),
        },
        required: fact(false, "an example cannot say that a key is always there"),
        nullable: Fact {
            value: nullable,
            rule: RULE.into(),
            evidence: Vec::new(),
        },
        presence: if null {
            Presence::OptionalNullable
        } else {
            Presence::Optional
        },
        constant: None,
        replaced: None,
        attributes: Vec::new(),
        docs: Docs::default(),
        example: None,
    }
}

/// The fields of an entry that only samples show.
pub(super) fn unlisted(cx: &Context<'_>, index: usize, scope: &mut Scope) -> Vec<Field> {
    let first = (index, String::new());
    let shown = cx.shown.unlisted.range(first..(index + 1, String::new()));
    shown
        .map(|((_, key), values)| {
            let values: Vec<Located<&Literal>> = values
                .iter()
                .map(|value| Located::new(&value.value, value.place))
                .collect();
            let mut field = field(cx.files, scope, key, &values);
            let at = field.ty.evidence.first().map(|seen| seen.at.to_string());
            let note = format!(
                "No page lists this field: a sample shows it at `{}`.",
                at.unwrap_or_default()
            );
            field.docs.notes.push(note);
            field
        })
        .collect()
}

fn type_of(value: &Literal) -> Type {
    match value {
        Literal::Null | Literal::Opaque => Type::Any,
        Literal::Bool(_) => Type::Boolean,
        Literal::Number(digits) if digits.parse::<i64>().is_ok() => Type::Int64,
        Literal::Number(_) => Type::Number,
        Literal::Date(text) if text.contains('T') => Type::DateTime,
        Literal::Date(_) => Type::Date,
        Literal::String(_) => Type::String,
        Literal::Array(items) => {
            let item = items.iter().map(type_of).reduce(join).unwrap_or(Type::Any);
            Type::List(Box::new(item))
        }
        // A nameless object inside an inferred one: its keys may be data.
        Literal::Object(_) => Type::Map(Box::new(Type::Any)),
    }
}

fn join(a: Type, b: Type) -> Type {
    match (a, b) {
        (a, b) if a == b => a,
        (Type::Int64, Type::Number) | (Type::Number, Type::Int64) => Type::Number,
        (Type::List(a), Type::List(b)) => Type::List(Box::new(join(*a, *b))),
        _ => Type::Any,
    }
}

/// The place at which each model without a page is first named, for the warnings.
pub(super) fn missing<'c>(
    cx: &'c Context<'_>,
) -> impl Iterator<Item = (usize, &'c super::catalog::Entry<'c>)> {
    let entries = cx.catalog.entries.iter().enumerate();
    entries.filter(|(_, entry)| entry.witnesses.is_empty() && !entry.mentions.is_empty())
}
