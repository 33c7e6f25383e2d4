//! Literals as values of a type, with wire names.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::likely::Likely;
use super::shown::Shown;
use crate::claim::{Literal, Property};
use crate::config::TypeConfig;
use crate::fold::fold_name;
use crate::map::IndexMap;
use crate::model::reads::{Reader, type_told};
use crate::model::{DateTimeType, Enum, EnumScalar, Field, Kind, Presence, Struct, Type, Union};
use crate::resolve::context::Models;
use crate::resolve::observed::literal::{
    self, is_date, is_date_time, is_made_up, number, verbatim,
};
use crate::source::Located;

/// The models that values must fit.
pub(crate) struct Fitting<'m> {
    pub models: &'m Models,
    pub reader: &'m Reader<'m>,
    pub likely: Likely,
    pub date_time: DateTimeType,
    pub types: &'m IndexMap<String, Located<TypeConfig>>,
    /// Whether keys are spelt as on the wire: SDKs print their own names at times.
    pub has_wire_keys: bool,
    /// Whether open enums take values that they do not list: people show real values, generators
    /// invent them.
    pub takes_unlisted: bool,
}

impl<'m> Fitting<'m> {
    /// The value of an example cell: text where the type is text, else JSON.
    pub fn fit_cell(&self, ty: &Type, text: &str) -> Option<Value> {
        let as_text = Literal::String(text.to_owned());
        if literal::is_null(text) && self.is_text(ty) && !self.is_enum(ty) {
            return None;
        }
        let value = match self.fit(ty, &as_text, 0) {
            // An opaque value or a union takes anything: JSON says more than its text.
            Some(_) if !self.is_text(ty) => self.fit(ty, &literal::of_cell(text), 0),
            Some(value) => Some(value),
            None => self.fit(ty, &literal::of_cell(text), 0),
        };
        value.filter(|value| self.reads_back(ty, value))
    }

    fn is_enum(&self, ty: &Type) -> bool {
        match ty {
            Type::Boxed(inner) | Type::Nullable(inner) => self.is_enum(inner),
            Type::Model(path) => {
                let kind = self.models.get(path).map(|model| &model.kind);
                matches!(kind, Some(Kind::Enum(_)))
            }
            _ => false,
        }
    }

    fn is_text(&self, ty: &Type) -> bool {
        match ty {
            Type::String | Type::Snowflake | Type::Bytes | Type::DateTime | Type::Date => true,
            Type::Boxed(inner) | Type::Nullable(inner) | Type::User { wire: inner, .. } => {
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

    pub fn fit(&self, ty: &Type, literal: &Literal, depth: usize) -> Option<Value> {
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
            Type::User { .. } if is_made_up(literal) => None,
            Type::User { path, wire } => {
                let value = self.fit(wire, literal, depth + 1)?;
                let set = self
                    .types
                    .get(path)
                    .map_or(&[][..], |set| &set.value.values);
                // If the user lists values, those of the docs are not used.
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
            Type::Snowflake => match literal {
                Literal::Number(_) => number(literal)
                    .filter(|number| number.is_i64() || number.is_u64())
                    .map(Value::Number),
                _ => text(literal).map(Value::String),
            },
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
                Kind::Enum(values) => self.fit_enum(values, literal),
                Kind::Flags(_) => number(literal)?.as_u64().map(Value::from),
                Kind::Union(union) => self.fit_union(union, literal, depth),
                Kind::Alias(alias) => self.fit(&alias.ty, literal, depth + 1),
            },
        }
    }

    fn fit_struct(&self, object: &'m Struct, literal: &Literal, depth: usize) -> Option<Value> {
        let Literal::Object(properties) = literal else {
            return None;
        };
        let fields = self.reader.fields(object);
        let shown = Shown::of(properties);
        let found = shown.fields(&fields, self.has_wire_keys);
        let required = found.keys().filter(|at| object.fields[**at].required.value);
        if required.count() < fields.required.len() {
            return None;
        }
        let mut fitted = Map::new();
        let mut used = vec![false; properties.len()];
        for (field, at) in found {
            let field = &object.fields[field];
            let name = &field.wire_name.value;
            used[at] = true;
            let value = &properties[at].value;
            let value = match (value, field.presence) {
                (Literal::Null, Presence::RequiredNullable | Presence::OptionalNullable) => {
                    Value::Null
                }
                // Read as none, and so written as an absent key.
                (Literal::Null, Presence::Optional) => continue,
                _ => {
                    let ty = self.type_of(field, properties, &shown, value);
                    self.fit(&ty, value, depth + 1)?
                }
            };
            fitted.insert(name.clone(), value);
        }
        for (at, property) in properties.iter().enumerate() {
            if !used[at] {
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

    pub fn fit_enum(&self, values: &'m Enum, literal: &Literal) -> Option<Value> {
        let value = match (values.scalar, literal) {
            (EnumScalar::String, Literal::String(text)) => Value::String(text.clone()),
            (EnumScalar::Integer, Literal::Number(_)) => Value::from(number(literal)?.as_i64()?),
            _ => return None,
        };
        let is_open = self.takes_unlisted && values.unknown.is_some();
        let known = || self.reader.lists(values, &value);
        // An example of a known enum that shows no known value is none of that enum.
        (is_open || known()).then_some(value)
    }

    /// The type of a field's value: of a union that variant which the key beside it names.
    fn type_of<'f>(
        &'f self,
        field: &'f Field,
        properties: &[Property],
        shown: &Shown<'_>,
        value: &Literal,
    ) -> Cow<'f, Type> {
        let Some(tag) = &field.tag_beside else {
            return Cow::Borrowed(&field.ty.value);
        };
        let said = shown.named(&fold_name(&tag.value.key));
        let said = said.and_then(|at| match &properties[at].value {
            Literal::String(text) => Some(text.as_str()),
            _ => None,
        });
        type_told(self.models, field, said, is_object(value))
    }

    fn fit_union(&self, union: &'m Union, literal: &Literal, depth: usize) -> Option<Value> {
        let mut likely = self
            .likely
            .members(self.models, self.takes_unlisted, union, literal);
        likely.find_map(|at| {
            let value = self.fit(&union.variants[at].ty, literal, depth + 1)?;
            self.chosen_reads_back(union, &value).then_some(value)
        })
    }
}

/// Whether it is an object or a list of them.
pub(crate) fn is_object(literal: &Literal) -> bool {
    let object = |literal: &Literal| matches!(literal, Literal::Object(_));
    match literal {
        Literal::Array(items) => items.iter().all(object),
        literal => object(literal),
    }
}
