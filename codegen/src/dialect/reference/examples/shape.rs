//! Types by the values of examples.

use crate::claim::{Literal, Scalar, TypeShape};

/// What values have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Nothing is known yet.
    Unknown,
    /// They have nothing in common.
    Mixed,
    Boolean,
    Number,
    Text,
    List(Box<Shape>),
    /// An object: its keys may be data.
    Object,
}

impl Shape {
    /// Of one value.
    pub fn of(value: &Literal) -> Self {
        match value {
            Literal::Null | Literal::Opaque => Self::Unknown,
            Literal::Bool(_) => Self::Boolean,
            Literal::Number(_) => Self::Number,
            Literal::String(_) | Literal::Date(_) => Self::Text,
            Literal::Array(items) => Self::List(Box::new(Self::of_all(items))),
            Literal::Object(_) => Self::Object,
        }
    }

    /// Of several.
    pub fn of_all<'v>(values: impl IntoIterator<Item = &'v Literal>) -> Self {
        let shapes = values.into_iter().map(Self::of);
        shapes.fold(Self::Unknown, Self::join)
    }

    /// Of what both are of.
    pub fn join(self, other: Self) -> Self {
        match (self, other) {
            (one, other) if one == other => one,
            (Self::Unknown, known) | (known, Self::Unknown) => known,
            (Self::List(one), Self::List(other)) => Self::List(Box::new(one.join(*other))),
            _ => Self::Mixed,
        }
    }

    /// As a type. A number may have a fraction elsewhere.
    pub fn to_type(&self) -> TypeShape {
        match self {
            Self::Unknown | Self::Mixed => TypeShape::Any,
            Self::Boolean => TypeShape::Scalar(Scalar::Boolean),
            Self::Number => TypeShape::Scalar(Scalar::Number),
            Self::Text => TypeShape::Scalar(Scalar::String),
            Self::List(item) => TypeShape::List(Box::new(item.to_type())),
            Self::Object => TypeShape::Map(Box::new(TypeShape::Any)),
        }
    }
}
