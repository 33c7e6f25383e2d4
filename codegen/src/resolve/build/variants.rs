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

pub(crate) fn variant_name(ty: &Type) -> String {
    match ty {
        Type::Boolean => "Boolean".into(),
        Type::Int32 | Type::Int64 => "Integer".into(),
        Type::Float32 | Type::Float64 | Type::Number => "Number".into(),
        Type::String => "String".into(),
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
