//! What changes with a type: whether the new one reads what the old one did.

use std::collections::{BTreeMap, BTreeSet};

use super::Severity;
use super::pairs::Pairs;
use crate::model::rust_type::RustType;
use crate::model::{Api, Enum, EnumScalar, Kind, Model, Type};

/// Models of other names are compared as deep as this; below, they count as others.
const DEEPEST: usize = 4;

/// Both sides of a comparison.
#[derive(Clone, Copy)]
pub(super) struct Both<'a> {
    pub old: &'a Api,
    pub new: &'a Api,
    pub pairs: &'a Pairs<'a>,
}

/// What is on the wire, as far as scalars go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scalar {
    Boolean,
    Int32,
    Int64,
    Float32,
    Float64,
    Number,
    Text,
    Digits,
    DateTime,
    Date,
}

/// What a type is on the wire.
enum Wire<'a> {
    Any,
    Scalar(Scalar),
    /// One of some values only.
    Closed(&'a Enum),
    List(&'a Type),
    Map(&'a Type),
    Nullable(&'a Type),
    /// A struct or a union.
    Model(&'a Model),
}

impl<'a> Both<'a> {
    /// How much another type matters, and what to say; `None` if it is the same.
    pub fn type_change(&self, old: &Type, new: &Type) -> Option<(Severity, String)> {
        let after = RustType::of(self.new, new);
        // Dates are text where the API has no type for them.
        if RustType::of(self.old, &self.renamed(old)) == after {
            return None;
        }
        let (before, after) = (RustType::of(self.old, old).to_string(), after.to_string());
        let severity = if self.reads(new, old) {
            Severity::BreaksBuilding
        } else {
            Severity::BreaksReading
        };
        let message = if before == after {
            format!("is another `{after}`")
        } else {
            format!("is `{after}`, was `{before}`")
        };
        Some((severity, message))
    }

    /// An old type with the new path of its model.
    pub fn renamed(&self, ty: &Type) -> Type {
        let mut ty = ty.clone();
        if let Type::Model(path) = ty.innermost_on_wire_mut()
            && let Some(new) = self.pairs.moved.get(path)
        {
            *path = (*new).clone();
        }
        ty
    }

    /// Whether the new type reads every value that the old one did.
    pub fn reads(&self, new: &Type, old: &Type) -> bool {
        self.reads_below(new, old, 0)
    }

    /// The same of a model that is of another kind now.
    pub fn reads_model(&self, new: &Model, old: &Model) -> bool {
        let (new, old) = (of_model(self.new, new), of_model(self.old, old));
        self.reads_wire(&new, &old, 0)
    }

    /// As [`Both::reads`]; `depth` counts the models around.
    fn reads_below(&self, new: &Type, old: &Type, depth: usize) -> bool {
        self.reads_wire(&wire(self.new, new), &wire(self.old, old), depth)
    }

    fn reads_wire(&self, new: &Wire<'_>, old: &Wire<'_>, depth: usize) -> bool {
        match (new, old) {
            (Wire::Any, _) => true,
            (Wire::Nullable(new), Wire::Nullable(old))
            | (Wire::List(new), Wire::List(old))
            | (Wire::Map(new), Wire::Map(old)) => self.reads_below(new, old, depth),
            (Wire::Nullable(new), _) => self.reads_wire(&wire(self.new, new), old, depth),
            (Wire::Scalar(new), Wire::Scalar(old)) => reads_scalar(*new, *old),
            (Wire::Scalar(new), Wire::Closed(old)) => reads_scalar(*new, scalar(old.scalar)),
            (Wire::Closed(new), Wire::Closed(old)) => {
                let new: BTreeSet<_> = new.values.iter().map(|it| it.value.to_string()).collect();
                let mut old = old.values.iter();
                old.all(|old| new.contains(&old.value.to_string()))
            }
            (Wire::Model(new), Wire::Model(old)) => {
                let path = &old.path;
                let kept = self.pairs.moved.get(path).copied().unwrap_or(path);
                // What a model of the same path reads is said of that model.
                kept == &new.path || depth < DEEPEST && self.reads_struct(new, old, depth + 1)
            }
            _ => false,
        }
    }

    /// Whether a struct reads what another did: it has no other key that must be there.
    fn reads_struct(&self, new: &Model, old: &Model, depth: usize) -> bool {
        let (Kind::Struct(new), Kind::Struct(old)) = (&new.kind, &old.kind) else {
            return false;
        };
        let old = old.fields.iter();
        let old: BTreeMap<_, _> = old.map(|field| (&field.wire_name.value, field)).collect();
        new.fields.iter().all(|field| {
            let Some(before) = old.get(&field.wire_name.value) else {
                return !field.presence.is_required();
            };
            (before.presence.is_required() || !field.presence.is_required())
                && self.reads_below(&field.ty.value, &before.ty.value, depth)
        })
    }
}

fn wire<'a>(api: &'a Api, ty: &'a Type) -> Wire<'a> {
    Wire::Scalar(match ty {
        Type::Boolean => Scalar::Boolean,
        Type::Int32 => Scalar::Int32,
        Type::Int64 => Scalar::Int64,
        Type::Float32 => Scalar::Float32,
        Type::Float64 => Scalar::Float64,
        Type::Number => Scalar::Number,
        Type::Snowflake => Scalar::Digits,
        Type::DateTime if api.date_time.is_typed() => Scalar::DateTime,
        Type::Date if api.date_time.is_typed() => Scalar::Date,
        Type::String | Type::Bytes | Type::DateTime | Type::Date => Scalar::Text,
        Type::Any => return Wire::Any,
        Type::List(item) => return Wire::List(item),
        Type::Map(value) => return Wire::Map(value),
        Type::Nullable(value) => return Wire::Nullable(value),
        Type::Boxed(value) => return wire(api, value),
        Type::User { wire: ty, .. } => return wire(api, ty),
        Type::Model(path) => {
            let model = api.models.get(path);
            return model.map_or(Wire::Any, |model| of_model(api, model));
        }
    })
}

fn of_model<'a>(api: &'a Api, model: &'a Model) -> Wire<'a> {
    match &model.kind {
        Kind::Enum(it) if it.unknown.is_none() => Wire::Closed(it),
        Kind::Enum(it) => Wire::Scalar(scalar(it.scalar)),
        Kind::Flags(_) => Wire::Scalar(Scalar::Int64),
        // Aliases do not go in circles: these were cut.
        Kind::Alias(alias) => wire(api, &alias.ty),
        Kind::Struct(_) | Kind::Union(_) => Wire::Model(model),
    }
}

fn scalar(scalar: EnumScalar) -> Scalar {
    match scalar {
        EnumScalar::String => Scalar::Text,
        EnumScalar::Integer => Scalar::Int64,
    }
}

fn reads_scalar(new: Scalar, old: Scalar) -> bool {
    use Scalar::{Date, DateTime, Digits, Float32, Float64, Int32, Int64, Number, Text};
    new == old
        || match new {
            Int64 => old == Int32,
            Float64 => matches!(old, Int32 | Float32),
            Number => matches!(old, Int32 | Int64 | Float32 | Float64),
            Text => matches!(old, Digits | DateTime | Date),
            Digits => matches!(old, Int32 | Int64),
            Int32 | Float32 | Scalar::Boolean | DateTime | Date => false,
        }
}
