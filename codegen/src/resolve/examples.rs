//! Examples of the docs as values of the model, in the wire's spelling.
//!
//! An example that does not fit its model is left out: SDK generators invent
//! them, and a test must not fail for an invention.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde_json::{Map, Number, Value};

use super::shown::cell_literal;
use super::wire::squash;
use super::{Context, replace};
use crate::claim::{Body, Literal, Property};
use crate::config::TypeConfig;
use crate::model::{
    DateTimeType, Enum, EnumScalar, Example, Kind, Model, ModelPath, Presence, Struct, Type, Union,
};
use crate::shape;
use crate::source::Located;

type Models = IndexMap<ModelPath, Model>;

/// Adds the examples that fit to the models and fields.
pub(super) fn attach(cx: &Context<'_>, models: &mut Models, date_time: DateTimeType) {
    let fitting = Fitting {
        models,
        date_time,
        types: &cx.config.types,
    };
    let mut whole: BTreeMap<usize, Vec<Example>> = BTreeMap::new();
    let mut parts: BTreeMap<(usize, String), Example> = BTreeMap::new();
    for (index, entry) in cx.catalog.entries.iter().enumerate() {
        let ty = Type::Model(entry.path.clone());
        let model = models.get(&entry.path);
        let ty = match model.and_then(|model| model.replaced.as_ref()) {
            Some(replaced) => replace::outside(&replaced.value, &ty),
            None => ty,
        };
        for claim in entry.witnesses.iter().map(|witness| witness.claim) {
            for example in &claim.examples {
                let value = fitting.fit(&ty, &example.value, 0);
                let at = cx.files.locate(example.place);
                if let Some(value) = value.filter(|value| fitting.reads_back(&ty, value)) {
                    whole.entry(index).or_default().push(Example { value, at });
                }
            }
            let Body::Fields(fields) = &claim.body else {
                continue;
            };
            for field in fields {
                let Some(text) = &field.example else { continue };
                let key = squash(&field.name.value);
                let Some(ty) = fitting.field_type(&entry.path, &key) else {
                    continue;
                };
                if let Some(value) = fitting.fit_cell(ty, &text.value) {
                    let at = cx.files.locate(text.place);
                    parts.entry((index, key)).or_insert(Example { value, at });
                }
            }
        }
    }
    for (index, examples) in whole {
        let path = &cx.catalog.entries[index].path;
        if let Some(model) = models.get_mut(path) {
            for example in examples {
                if model
                    .examples
                    .iter()
                    .all(|known| known.value != example.value)
                {
                    model.examples.push(example);
                }
            }
        }
    }
    for ((index, key), example) in parts {
        let path = &cx.catalog.entries[index].path;
        let Some(Kind::Struct(object)) = models.get_mut(path).map(|model| &mut model.kind) else {
            continue;
        };
        if let Some(field) = object
            .fields
            .iter_mut()
            .find(|f| squash(&f.wire_name.value) == key)
        {
            field.example = Some(example);
        }
    }
}

pub(super) struct Fitting<'m> {
    pub models: &'m Models,
    pub date_time: DateTimeType,
    pub types: &'m IndexMap<String, Located<TypeConfig>>,
}

impl Fitting<'_> {
    fn field_type(&self, path: &ModelPath, key: &str) -> Option<&Type> {
        let Kind::Struct(object) = &self.models.get(path)?.kind else {
            return None;
        };
        let field = object
            .fields
            .iter()
            .find(|field| squash(&field.wire_name.value) == key)?;
        Some(&field.ty.value)
    }

    /// The value of an example cell: text where the type is text, else JSON.
    fn fit_cell(&self, ty: &Type, text: &str) -> Option<Value> {
        let as_text = Literal::String(text.to_owned());
        let value = match self.fit(ty, &as_text, 0) {
            // An opaque value or a union takes anything: JSON says more than its text.
            Some(_) if !self.is_text(ty) => self.fit(ty, &cell_literal(text), 0),
            Some(value) => Some(value),
            None => self.fit(ty, &cell_literal(text), 0),
        };
        value.filter(|value| self.reads_back(ty, value))
    }

    fn is_text(&self, ty: &Type) -> bool {
        match ty {
            Type::String | Type::Bytes | Type::DateTime | Type::Date => true,
            Type::Boxed(inner) | Type::Nullable(inner) | Type::Outside { wire: inner, .. } => {
                self.is_text(inner)
            }
            Type::Model(path) => match self.models.get(path).map(|model| &model.kind) {
                Some(Kind::Enum(values)) => values.scalar == EnumScalar::String,
                Some(Kind::Alias(alias)) => self.is_text(&alias.ty),
                _ => false,
            },
            _ => false,
        }
    }

    fn fit(&self, ty: &Type, literal: &Literal, depth: usize) -> Option<Value> {
        const DEEPEST: usize = 64;
        if depth > DEEPEST {
            return None;
        }
        let text = |literal: &Literal| match literal {
            Literal::String(text) | Literal::Date(text) => Some(text.clone()),
            _ => None,
        };
        match ty {
            Type::Boxed(inner) => self.fit(inner, literal, depth + 1),
            Type::Outside { .. } if is_made_up(literal) => None,
            Type::Outside { path, wire } => {
                let value = self.fit(wire, literal, depth + 1)?;
                let set = self
                    .types
                    .get(path)
                    .map_or(&[][..], |set| &set.value.values);
                // Who lists values does not trust those of the docs.
                let known = set.is_empty() || set.iter().any(|known| known.value == value);
                known.then_some(value)
            }
            Type::Nullable(_) if *literal == Literal::Null => Some(Value::Null),
            Type::Nullable(inner) => self.fit(inner, literal, depth + 1),
            Type::Any => verbatim(literal, depth),
            Type::Boolean => match literal {
                Literal::Bool(value) => Some(Value::Bool(*value)),
                _ => None,
            },
            Type::Int32 => number(literal)?
                .as_i64()
                .filter(|&n| i32::try_from(n).is_ok())
                .map(Value::from),
            Type::Int64 => number(literal)?.as_i64().map(Value::from),
            Type::Float32 | Type::Float64 | Type::Number => number(literal).map(Value::Number),
            Type::String | Type::Bytes => text(literal).map(Value::String),
            Type::DateTime => text(literal)
                .filter(|text| self.date_time == DateTimeType::String || is_date_time(text))
                .map(Value::String),
            Type::Date => text(literal)
                .filter(|text| self.date_time == DateTimeType::String || is_date(text))
                .map(Value::String),
            Type::List(item) => match literal {
                Literal::Array(values) => values
                    .iter()
                    .map(|value| self.fit(item, value, depth + 1))
                    .collect(),
                _ => None,
            },
            Type::Map(item) => match literal {
                Literal::Object(properties) => properties
                    .iter()
                    .map(|p| Some((p.key.clone(), self.fit(item, &p.value, depth + 1)?)))
                    .collect::<Option<Map<_, _>>>()
                    .map(Value::Object),
                _ => None,
            },
            Type::Model(path) => match &self.models.get(path)?.kind {
                Kind::Struct(object) => self.fit_struct(object, literal, depth),
                Kind::Enum(values) => fit_enum(values, literal),
                Kind::Union(union) => self.fit_union(union, literal, depth),
                Kind::Alias(alias) => self.fit(&alias.ty, literal, depth + 1),
            },
        }
    }

    fn fit_struct(&self, object: &Struct, literal: &Literal, depth: usize) -> Option<Value> {
        let Literal::Object(properties) = literal else {
            return None;
        };
        let mut fitted = Map::new();
        let mut used = Vec::new();
        for field in &object.fields {
            let name = &field.wire_name.value;
            let key = squash(name);
            let of_field = |p: &Property| {
                if p.sdk_name {
                    squash(&p.key) == key
                } else {
                    p.key == *name
                }
            };
            let found = properties
                .iter()
                .position(of_field)
                .or_else(|| properties.iter().position(|p| squash(&p.key) == key));
            let Some(at) = found else {
                if field.required.value {
                    return None;
                }
                continue;
            };
            used.push(at);
            let value = &properties[at].value;
            let value = match (value, field.presence) {
                (Literal::Null, Presence::RequiredNullable | Presence::OptionalNullable) => {
                    Value::Null
                }
                // Read as none, and so written as an absent key.
                (Literal::Null, Presence::Optional) => continue,
                _ => self.fit(&field.ty.value, value, depth + 1)?,
            };
            fitted.insert(name.clone(), value);
        }
        for (at, property) in properties.iter().enumerate() {
            if !used.contains(&at) {
                let extra = object.extra.as_ref()?;
                // The SDK prints the map itself as a property of this name.
                if property.sdk_name {
                    return None;
                }
                fitted.insert(
                    property.key.clone(),
                    self.fit(&extra.ty, &property.value, depth + 1)?,
                );
            }
        }
        Some(Value::Object(fitted))
    }

    fn fit_union(&self, union: &Union, literal: &Literal, depth: usize) -> Option<Value> {
        union.variants.iter().find_map(|variant| {
            let value = self.fit(&variant.ty, literal, depth + 1)?;
            self.chosen_reads_back(union, &value).then_some(value)
        })
    }

    /// Whether the variant that a reader chooses takes the value.
    fn chosen_reads_back(&self, union: &Union, value: &Value) -> bool {
        shape::choose(union, value)
            .is_none_or(|chosen| self.reads_back(&union.variants[chosen].ty, value))
    }

    /// Whether a value in the wire's spelling is read by a type, and written as it was.
    pub fn reads_back(&self, ty: &Type, value: &Value) -> bool {
        match (ty, value) {
            (Type::Model(path), _) => match self.models.get(path).map(|model| &model.kind) {
                Some(Kind::Union(union)) => self.chosen_reads_back(union, value),
                Some(Kind::Alias(alias)) => self.reads_back(&alias.ty, value),
                Some(Kind::Struct(object)) => self.struct_reads_back(object, value),
                Some(Kind::Enum(values)) => {
                    fit_enum(values, &Literal::from(value.clone())).is_some()
                }
                None => false,
            },
            (Type::Boxed(inner) | Type::Outside { wire: inner, .. }, _) => {
                self.reads_back(inner, value)
            }
            (Type::Nullable(_), Value::Null) => true,
            (Type::Nullable(inner), _) => self.reads_back(inner, value),
            (Type::List(item), Value::Array(values)) => {
                values.iter().all(|value| self.reads_back(item, value))
            }
            (Type::Map(item), Value::Object(members)) => {
                members.values().all(|value| self.reads_back(item, value))
            }
            _ => self.fit(ty, &Literal::from(value.clone()), 0).is_some(),
        }
    }

    fn struct_reads_back(&self, object: &Struct, value: &Value) -> bool {
        let Value::Object(members) = value else {
            return false;
        };
        let field_of = |key: &str| {
            object
                .fields
                .iter()
                .find(|field| field.wire_name.value == key)
        };
        let has_all = object
            .fields
            .iter()
            .all(|field| !field.required.value || members.contains_key(&field.wire_name.value));
        has_all
            && members
                .iter()
                .all(|(key, value)| match (field_of(key), value) {
                    (Some(field), Value::Null) => {
                        matches!(
                            field.presence,
                            Presence::RequiredNullable | Presence::OptionalNullable
                        ) || field.ty.value == Type::Any && field.required.value
                    }
                    (Some(field), _) => self.reads_back(&field.ty.value, value),
                    (None, _) => object
                        .extra
                        .as_ref()
                        .is_some_and(|extra| self.reads_back(&extra.ty, value)),
                })
    }
}

/// Whether there is a stand-in for a text in a value, such as `<id>`: the user's own type may
/// refuse it.
fn is_made_up(literal: &Literal) -> bool {
    match literal {
        Literal::String(text) => text.starts_with('<') && text.ends_with('>'),
        Literal::Array(items) => items.iter().any(is_made_up),
        Literal::Object(members) => members.iter().any(|member| is_made_up(&member.value)),
        _ => false,
    }
}

fn fit_enum(values: &Enum, literal: &Literal) -> Option<Value> {
    let value = match (values.scalar, literal) {
        (EnumScalar::String, Literal::String(text)) => Value::String(text.clone()),
        (EnumScalar::Integer, Literal::Number(_)) => Value::from(number(literal)?.as_i64()?),
        _ => return None,
    };
    let known = values.values.iter().any(|known| known.value == value);
    // An example of a known enum that shows no known value is none of that enum.
    known.then_some(value)
}

fn number(literal: &Literal) -> Option<Number> {
    let Literal::Number(digits) = literal else {
        return None;
    };
    serde_json::from_str(digits).ok()
}

/// A literal as JSON, no matter what it means.
pub(super) fn verbatim(literal: &Literal, depth: usize) -> Option<Value> {
    const DEEPEST: usize = 64;
    if depth > DEEPEST {
        return None;
    }
    match literal {
        Literal::Null => Some(Value::Null),
        Literal::Bool(value) => Some(Value::Bool(*value)),
        Literal::Number(_) => number(literal).map(Value::Number),
        Literal::String(text) | Literal::Date(text) => Some(Value::String(text.clone())),
        Literal::Array(values) => values
            .iter()
            .map(|value| verbatim(value, depth + 1))
            .collect(),
        Literal::Object(properties) => properties
            .iter()
            .map(|p| Some((p.key.clone(), verbatim(&p.value, depth + 1)?)))
            .collect::<Option<Map<_, _>>>()
            .map(Value::Object),
        Literal::Opaque => None,
    }
}

pub(super) fn is_date_time(text: &str) -> bool {
    use time::format_description::well_known::Rfc3339;
    time::OffsetDateTime::parse(text, &Rfc3339).is_ok()
}

pub(super) fn is_date(text: &str) -> bool {
    // The time of an hour is as good as any: the date alone is asked.
    text.len() == 10 && is_date_time(&format!("{text}T00:00:00Z"))
}
