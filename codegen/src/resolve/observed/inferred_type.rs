//! Infers a type from values.

use crate::claim::{Literal, Scalar};
use crate::resolve::catalog::linked::LinkedType;

/// A type that holds all values; null is no type.
pub(crate) fn type_of_all<'v>(values: impl Iterator<Item = &'v Literal>) -> LinkedType {
    values
        .filter(|value| **value != Literal::Null)
        .map(type_of)
        .reduce(join)
        .unwrap_or(LinkedType::Any)
}

pub(crate) fn type_of(value: &Literal) -> LinkedType {
    LinkedType::Scalar(match value {
        Literal::Null | Literal::Opaque => return LinkedType::Any,
        Literal::Bool(_) => Scalar::Boolean,
        Literal::Number(digits) if digits.parse::<i64>().is_ok() => Scalar::Int64,
        Literal::Number(_) => Scalar::Number,
        Literal::Date(text) if text.contains('T') => Scalar::DateTime,
        Literal::Date(_) => Scalar::Date,
        Literal::String(_) => Scalar::String,
        Literal::Array(items) => {
            let item = items.iter().map(type_of).reduce(join);
            return LinkedType::List(Box::new(item.unwrap_or(LinkedType::Any)));
        }
        // A nameless object inside an inferred one: its keys may be data.
        Literal::Object(_) => return LinkedType::Map(Box::new(LinkedType::Any)),
    })
}

pub(crate) fn join(a: LinkedType, b: LinkedType) -> LinkedType {
    use LinkedType::{List, Scalar as S};
    match (a, b) {
        (a, b) if a == b => a,
        (S(Scalar::Int64), S(Scalar::Number)) | (S(Scalar::Number), S(Scalar::Int64)) => {
            S(Scalar::Number)
        }
        (List(a), List(b)) => List(Box::new(join(*a, *b))),
        _ => LinkedType::Any,
    }
}
