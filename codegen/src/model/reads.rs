//! Whether a type of the generated crate reads a JSON value, and as which variant a union does.

use indexmap::IndexMap;
use serde_json::Value;

use super::beside::type_in;
use super::choose::{candidates, is_date, is_date_time};
use super::{Api, DateTimeType, Enum, EnumScalar, Kind, Model, ModelPath, Struct, Type, Union};

/// Values nested more deeply are taken to be read.
const DEEPEST: usize = 64;
/// Inside of how many variants that are not the first a union tries others: as the runtime's
/// `union/read.rs`.
const MOST_ATTEMPTS: usize = 2;

/// How deep a value is nested, and inside of how many variants that are not the first.
#[derive(Clone, Copy, Default)]
struct Level {
    depth: usize,
    attempts: usize,
}

impl Level {
    const fn deeper(self) -> Self {
        let Self { depth, attempts } = self;
        let depth = depth + 1;
        Self { depth, attempts }
    }
}

/// The models by which values are read.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'m> {
    models: &'m IndexMap<ModelPath, Model>,
    date_time: DateTimeType,
}

impl<'m> Reader<'m> {
    /// A reader of values of these models.
    #[must_use]
    pub const fn new(models: &'m IndexMap<ModelPath, Model>, date_time: DateTimeType) -> Self {
        Self { models, date_time }
    }

    /// A reader of values of an API.
    #[must_use]
    pub const fn of(api: &'m Api) -> Self {
        Self::new(&api.models, api.date_time)
    }

    /// The variant as which a union reads a value: the first that accepts it of those that are
    /// tried; if none does, the one that the error names. `None` is the unknown variant.
    #[must_use]
    pub fn variant(self, union: &Union, value: &Value) -> Option<usize> {
        self.variant_at(union, value, Level::default())
    }

    fn variant_at(self, union: &Union, value: &Value, level: Level) -> Option<usize> {
        let tried = candidates(union, value);
        let (first, others) = tried.split_first()?;
        let accepts = |at: usize, level: Level| {
            let ty = &union.variants[at].ty;
            self.accepts(ty, value, level.deeper())
        };
        if others.is_empty() || level.attempts == MOST_ATTEMPTS || accepts(*first, level) {
            return Some(*first);
        }
        let attempt = Level {
            attempts: level.attempts + 1,
            ..level
        };
        let next = others.iter().find(|at| accepts(**at, attempt));
        Some(*next.unwrap_or(first))
    }

    /// Whether a type reads a value. A type of the user's is taken to read what it replaces.
    fn accepts(self, ty: &Type, value: &Value, level: Level) -> bool {
        if level.depth > DEEPEST {
            return true;
        }
        match (ty, value) {
            (Type::Any, _) | (Type::Nullable(_), Value::Null) => true,
            (
                Type::Boxed(inner) | Type::User { wire: inner, .. } | Type::Nullable(inner),
                value,
            ) => self.accepts(inner, value, level.deeper()),
            (Type::Boolean, value) => value.is_boolean(),
            (Type::Int32, value) => value.as_i64().is_some_and(|n| i32::try_from(n).is_ok()),
            (Type::Int64, value) => value.as_i64().is_some(),
            (Type::Float32 | Type::Float64 | Type::Number, value) => value.is_number(),
            (Type::Snowflake, value) => value.is_string() || value.is_i64() || value.is_u64(),
            (Type::DateTime, Value::String(text)) => {
                self.date_time == DateTimeType::String || is_date_time(text)
            }
            (Type::Date, Value::String(text)) => {
                self.date_time == DateTimeType::String || is_date(text.as_bytes())
            }
            (Type::String | Type::Bytes, value) => value.is_string(),
            (Type::List(item), Value::Array(values)) => {
                let mut values = values.iter();
                values.all(|value| self.accepts(item, value, level.deeper()))
            }
            (Type::Map(item), Value::Object(object)) => {
                let mut values = object.values();
                values.all(|value| self.accepts(item, value, level.deeper()))
            }
            (Type::Model(path), value) => match self.models.get(path).map(|model| &model.kind) {
                Some(Kind::Struct(object)) => self.accepts_object(object, value, level),
                Some(Kind::Enum(values)) => is_in_enum(values, value),
                Some(Kind::Flags(_)) => value.is_u64(),
                Some(Kind::Union(union)) => {
                    let chosen = self.variant_at(union, value, level);
                    chosen.is_none_or(|at| {
                        self.accepts(&union.variants[at].ty, value, level.deeper())
                    })
                }
                Some(Kind::Alias(alias)) => self.accepts(&alias.ty, value, level.deeper()),
                None => true,
            },
            _ => false,
        }
    }

    fn accepts_object(self, object: &Struct, value: &Value, level: Level) -> bool {
        let Value::Object(members) = value else {
            return false;
        };
        let fields = &object.fields;
        let mut required = fields.iter().filter(|field| field.presence.is_required());
        let has_all = required.all(|field| members.contains_key(&field.wire_name.value));
        has_all
            && members.iter().all(|(key, value)| {
                let field = fields.iter().find(|field| field.wire_name.value == *key);
                match (field, &object.extra) {
                    (Some(field), _) if value.is_null() => {
                        field.presence != super::Presence::Required
                            || self.accepts(&field.ty.value, value, level.deeper())
                    }
                    (Some(field), _) => {
                        let ty = type_in(self.models, field, members, value);
                        self.accepts(&ty, value, level.deeper())
                    }
                    (None, Some(extra)) => self.accepts(&extra.ty, value, level.deeper()),
                    (None, None) => true,
                }
            })
    }
}

fn is_in_enum(values: &Enum, value: &Value) -> bool {
    let of_kind = match values.scalar {
        EnumScalar::String => value.is_string(),
        EnumScalar::Integer => value.as_i64().is_some(),
    };
    of_kind && (values.unknown.is_some() || values.values.iter().any(|known| known.value == *value))
}
