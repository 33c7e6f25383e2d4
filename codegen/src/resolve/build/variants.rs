//! The variants of a union, and their names.

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
    for ty in types {
        match widest.iter_mut().find_map(|known| {
            let joined = wider(known, &ty)?;
            Some((known, joined))
        }) {
            Some((known, joined)) => *known = joined,
            None => widest.push(ty),
        }
    }
    widest
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
