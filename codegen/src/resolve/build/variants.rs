//! The variants of a union, and their names.

use std::collections::BTreeMap;

use crate::model::{Type, Union, Variant, WireShape};
use crate::resolve::names::rust::{self, Scope};

/// A union of types; shapes and tag are found when all models are known.
pub(crate) fn of(types: Vec<Type>) -> Union {
    let mut scope = Scope::default();
    let variants: Vec<Variant> = types
        .into_iter()
        .map(|ty| {
            let name = rust::type_name(&variant_name(&ty));
            Variant {
                name: scope.take([name]),
                ty,
                shape: WireShape::Any,
                evidence: Vec::new(),
            }
        })
        .collect();
    let unknown = scope.take(["Unknown", "Unrecognized", "UnknownValue"].map(str::to_owned));
    Union {
        variants,
        unknown,
        tag: None,
    }
}

/// Types that differ in their widths only as one, the wider: no value could be read as the other.
/// Text and bytes are both text on the wire.
pub(crate) fn widest(types: Vec<Type>) -> Vec<Type> {
    let mut widest: Vec<Type> = Vec::new();
    let mut alike: BTreeMap<Type, Vec<usize>> = BTreeMap::new();
    for ty in types {
        let alike = alike.entry(widest_of(&ty)).or_default();
        match alike.iter().find_map(|at| {
            let joined = wider(&widest[*at], &ty)?;
            Some((*at, joined))
        }) {
            Some((at, joined)) => widest[at] = joined,
            None => {
                alike.push(widest.len());
                widest.push(ty);
            }
        }
    }
    widest
}

/// The widest of the types that may be joined with one.
fn widest_of(ty: &Type) -> Type {
    let inside = |inner: &Type| Box::new(widest_of(inner));
    match ty {
        Type::Int32 => Type::Int64,
        Type::Float32 | Type::Number => Type::Float64,
        Type::Snowflake | Type::Bytes => Type::String,
        Type::List(item) => Type::List(inside(item)),
        Type::Map(value) => Type::Map(inside(value)),
        Type::Nullable(inner) => Type::Nullable(inside(inner)),
        other => other.clone(),
    }
}

/// The wider of two types that have the same values in JSON but for their number; `None` if they
/// are others.
fn wider(one: &Type, other: &Type) -> Option<Type> {
    let inside = |one: &Type, other: &Type| wider(one, other).map(Box::new);
    match (one, other) {
        (one, other) if one == other => Some(one.clone()),
        (Type::Int32 | Type::Int64, Type::Int32 | Type::Int64) => Some(Type::Int64),
        (Type::Float32 | Type::Float64, Type::Float32 | Type::Float64) => Some(Type::Float64),
        (Type::Float32 | Type::Float64, Type::Number)
        | (Type::Number, Type::Float32 | Type::Float64) => Some(Type::Number),
        // Text that is no id is kept by either.
        (Type::String, Type::Snowflake) | (Type::Snowflake, Type::String) => Some(Type::String),
        (Type::String, Type::Bytes) | (Type::Bytes, Type::String) => Some(Type::String),
        (Type::List(one), Type::List(other)) => inside(one, other).map(Type::List),
        (Type::Map(one), Type::Map(other)) => inside(one, other).map(Type::Map),
        (Type::Nullable(one), Type::Nullable(other)) => inside(one, other).map(Type::Nullable),
        _ => None,
    }
}

pub(crate) fn variant_name(ty: &Type) -> String {
    match ty {
        Type::Boolean => "Boolean".into(),
        Type::Int32 | Type::Int64 => "Integer".into(),
        Type::Float32 | Type::Float64 | Type::Number => "Number".into(),
        Type::String => "String".into(),
        Type::Snowflake => "Snowflake".into(),
        Type::DateTime => "DateTime".into(),
        Type::Date => "Date".into(),
        Type::Bytes => "Bytes".into(),
        Type::Any => "Any".into(),
        Type::List(item) => format!("{}List", variant_name(item)),
        Type::Map(value) => format!("{}Map", variant_name(value)),
        Type::Nullable(inner) => format!("Nullable{}", variant_name(inner)),
        Type::Boxed(inner) | Type::User { wire: inner, .. } => variant_name(inner),
        Type::Model(path) => path.name().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::widest;
    use crate::model::Type;

    #[test]
    fn widths_that_could_never_be_chosen_are_one() {
        let list = |item| Type::List(Box::new(item));
        let types = vec![
            Type::Int32,
            Type::Float32,
            Type::String,
            Type::Int64,
            list(Type::Int64),
            Type::Number,
            Type::Float64,
            list(Type::Int32),
            list(Type::Number),
            Type::Bytes,
        ];
        let expected = [
            Type::Int64,
            Type::Number,
            Type::String,
            list(Type::Int64),
            list(Type::Number),
        ];
        assert_eq!(widest(types), expected);
    }
}
