//! Values made from the model.

use serde_json::{Map, Value, json};

pub(crate) use super::unknown::{unknown_payload, unknown_value};
use crate::emit::plan::Context;
use crate::model::reads::Reader;
use crate::model::{
    Enum, Field, Flags, Kind, Model, ModelPath, Nullability, Presence, Struct, Type,
};
use crate::work;

/// How much of a model a value has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fill {
    /// What is required.
    Smallest,
    /// Every field; the models in them too, and theirs smallest.
    Fullest,
}

/// How many values one case may be made of.
const BUDGET: usize = 4_000;

/// How many steps it may take to read the values of which one case is made.
const READING: usize = 10_000;

/// How deep models are in models: parsers of JSON give up at 128 levels.
const MAX_DEPTH: usize = 24;

/// Makes values. Those of scalars and enums rotate within a case; no case depends on another, so
/// a new model changes none of the others' cases.
pub(crate) struct Maker<'a> {
    pub(crate) cx: &'a Context<'a>,
    /// As what values are read.
    pub(crate) reader: Reader<'a>,
    turn: usize,
    budget: usize,
    /// How many steps the reader may have taken at the end of the case.
    reading: usize,
    /// The models that are being made: a model that requires itself has no value.
    pub(crate) open: Vec<&'a ModelPath>,
    /// How many unions are being made in each other.
    pub(crate) unions: usize,
}

impl<'a> Maker<'a> {
    pub(crate) fn new(cx: &'a Context<'a>) -> Self {
        Self {
            cx,
            reader: Reader::of(cx.api),
            turn: 0,
            budget: BUDGET,
            reading: READING,
            open: Vec::new(),
            unions: 0,
        }
    }

    /// A value of a model; `None` if it has no finite one.
    pub(crate) fn model(&mut self, model: &'a Model, fill: Fill) -> Option<Value> {
        self.start(usize::from(fill == Fill::Fullest));
        self.model_at(model, fill, 0)
    }

    /// A struct's value, the smallest, with every field that may be null set to null.
    pub(crate) fn nulls(&mut self, model: &'a Model, strukt: &'a Struct) -> Option<Value> {
        let mut value = self.model(model, Fill::Smallest)?;
        let object = value.as_object_mut()?;
        let mut any = false;
        for field in &strukt.fields {
            let stored = matches!(
                field.presence,
                Presence::RequiredNullable | Presence::OptionalNullable
            );
            // A constant that may be null is null here too.
            if stored && field.nullable.value != Nullability::No {
                object.insert(field.wire_name.value.clone(), Value::Null);
                any = true;
            }
        }
        any.then_some(value)
    }

    pub(crate) fn start(&mut self, turn: usize) {
        self.turn = turn;
        self.budget = BUDGET;
        self.reading = self.reader.steps() + READING;
    }

    /// Takes one of the steps that are left for a case; `None` if there is none.
    fn step(&mut self) -> Option<()> {
        work::count(1);
        self.budget = self.budget.checked_sub(1)?;
        (self.reader.steps() <= self.reading).then_some(())
    }

    fn model_at(&mut self, model: &'a Model, fill: Fill, depth: usize) -> Option<Value> {
        self.step()?;
        let recursive = self.open.contains(&&model.path);
        if (recursive && !matches!(model.kind, Kind::Enum(_))) || self.open.len() > MAX_DEPTH {
            return None;
        }
        self.open.push(&model.path);
        let value = match &model.kind {
            Kind::Struct(strukt) => self.strukt(strukt, fill, depth),
            Kind::Enum(enumeration) => self.enumeration(enumeration),
            Kind::Flags(flags) => Some(self.flags(flags)),
            Kind::Union(union) => self.union(union, depth),
            Kind::Alias(alias) => self.value(&alias.ty, fill, depth),
        };
        self.open.pop();
        value
    }

    fn strukt(&mut self, strukt: &'a Struct, fill: Fill, depth: usize) -> Option<Value> {
        let mut object = Map::new();
        for field in &strukt.fields {
            let required = field.presence.is_required();
            if !required && fill == Fill::Smallest {
                continue;
            }
            let value = match self.field(field, fill, depth) {
                None if required && field.presence == Presence::RequiredNullable => Value::Null,
                None if required => return None,
                None => continue,
                Some(value) => value,
            };
            object.insert(field.wire_name.value.clone(), value);
        }
        let inner = if depth < 1 { fill } else { Fill::Smallest };
        self.agree(strukt, &mut object, inner);
        if let (Some(extra), Fill::Fullest) = (&strukt.extra, fill)
            && let Some(value) = self.value(&extra.ty, Fill::Smallest, depth + 1)
        {
            let mut key = "another-key".to_owned();
            while strukt
                .fields
                .iter()
                .any(|field| field.wire_name.value == key)
            {
                key.push('-');
            }
            object.insert(key, value);
        }
        Some(Value::Object(object))
    }

    fn field(&mut self, field: &'a Field, fill: Fill, depth: usize) -> Option<Value> {
        match field.only_value() {
            Some(constant) => Some(constant.clone()),
            None => self.value(&field.ty.value, fill, depth),
        }
    }

    pub(crate) fn value(&mut self, ty: &'a Type, fill: Fill, depth: usize) -> Option<Value> {
        self.step()?;
        let full = fill == Fill::Fullest;
        Some(match ty {
            Type::Boolean => json!(self.next(2) == 0),
            Type::Int32 => json!([1, i32::MAX, -7][self.next(3)]),
            Type::Int64 => json!([9_007_199_254_740_993, i64::MAX, -7][self.next(3)]),
            Type::Float32 => json!([0.5, 3.0, -1.25][self.next(3)]),
            Type::Float64 => json!([0.1, 3.0, -1.25][self.next(3)]),
            Type::Number => match self.next(4) {
                0 => json!(3),
                1 => json!(0.5),
                2 => json!(9_007_199_254_740_993_i64),
                _ => json!(-7),
            },
            Type::Snowflake => match self.next(3) {
                0 => json!("80351110224678912"),
                1 => json!(175_928_847_299_117_063_u64),
                _ => json!("007"),
            },
            Type::String => json!(["text", "", "\"quoted\" \\ line\nend \u{e9}"][self.next(3)]),
            Type::Bytes => json!("AAEC/w=="),
            Type::DateTime => json!(
                [
                    "2024-02-29T12:30:45.5+02:00",
                    "2024-01-01T00:00:00Z",
                    "1969-12-31T23:59:59.999999-08:00",
                ][self.next(3)]
            ),
            Type::Date => json!(["2024-02-29", "1969-12-31"][self.next(2)]),
            Type::Any => json!({ "any": [1, 0.5, null, "text", true] }),
            Type::List(item) if full => Value::Array(self.items(item, depth)),
            Type::List(_) => json!([]),
            Type::Map(value) if full => {
                let keys = ["key", "another key"].map(str::to_owned);
                Value::Object(keys.into_iter().zip(self.items(value, depth)).collect())
            }
            Type::Map(_) => json!({}),
            Type::Nullable(inner) if full => self.value(inner, fill, depth).unwrap_or(Value::Null),
            Type::Nullable(_) => Value::Null,
            Type::Boxed(inner) => return self.value(inner, fill, depth),
            Type::User { .. } => {
                let values: Vec<_> = self.cx.known.values(ty).collect();
                if values.is_empty() {
                    return None;
                }
                values[self.next(values.len())].clone()
            }
            Type::Model(path) => {
                let fill = if depth < 1 { fill } else { Fill::Smallest };
                let model = self.cx.model(path)?;
                return self.model_at(model, fill, depth + 1);
            }
        })
    }

    /// Two items, the second null where items may be null.
    fn items(&mut self, item: &'a Type, depth: usize) -> Vec<Value> {
        let first = self.value(item, Fill::Fullest, depth);
        let second = match self.cx.resolve(item) {
            Type::Nullable(_) => Some(Value::Null),
            _ => self.value(item, Fill::Smallest, depth),
        };
        first.into_iter().chain(second).collect()
    }

    fn enumeration(&mut self, enumeration: &Enum) -> Option<Value> {
        if enumeration.values.is_empty() {
            return unknown_value(enumeration);
        }
        let at = self.next(enumeration.values.len());
        enumeration.values.get(at).map(|value| value.value.clone())
    }

    /// A bit that has a name, or none.
    fn flags(&mut self, flags: &Flags) -> Value {
        let at = self.next(flags.flags.len() + 1);
        flags.flags.get(at).map_or(0, |flag| flag.bits).into()
    }

    pub(crate) fn next(&mut self, count: usize) -> usize {
        self.turn += 1;
        (self.turn - 1) % count
    }
}
