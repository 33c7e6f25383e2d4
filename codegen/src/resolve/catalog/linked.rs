//! Types whose names are resolved to models.

use std::collections::BTreeSet;

use super::Catalog;
use super::ids::EntryId;
use crate::claim::{Const, Scalar};

/// A [`TypeShape`](crate::claim::TypeShape) with entries of the catalog in place of names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum LinkedType {
    Scalar(Scalar),
    List(Box<LinkedType>),
    Map(Box<LinkedType>),
    Nullable(Box<LinkedType>),
    Model(EntryId),
    Union(Vec<LinkedType>),
    Const(Const),
    Any,
}

/// Each of some types once, in their order.
pub(crate) fn once<T: Ord + Clone>(types: Vec<T>) -> Vec<T> {
    let mut seen = BTreeSet::new();
    let mut once = types;
    once.retain(|ty| seen.insert(ty.clone()));
    once
}

impl LinkedType {
    /// One of several types, each of them once.
    pub fn union(members: Vec<Self>) -> Self {
        match <[Self; 1]>::try_from(once(members)) {
            Ok([only]) => only,
            Err(several) => Self::Union(several),
        }
    }

    /// The type with other models in it.
    pub fn map_models(self, other: &impl Fn(EntryId) -> EntryId) -> Self {
        let inner = |ty: Box<Self>| Box::new(ty.map_models(other));
        match self {
            Self::Model(entry) => Self::Model(other(entry)),
            Self::List(item) => Self::List(inner(item)),
            Self::Map(value) => Self::Map(inner(value)),
            Self::Nullable(value) => Self::Nullable(inner(value)),
            Self::Union(members) => {
                let members = members.into_iter().map(|member| member.map_models(other));
                Self::union(members.collect())
            }
            ty @ (Self::Scalar(_) | Self::Const(_) | Self::Any) => ty,
        }
    }

    /// The type without wrappers around the whole value: they are the field's presence.
    pub fn whole(&self) -> &Self {
        let mut ty = self;
        while let Self::Nullable(inner) = ty {
            ty = inner;
        }
        ty
    }

    /// The type in words, the same on every run: `list of Order`.
    pub fn words(&self, catalog: &Catalog<'_>) -> String {
        match self {
            Self::Scalar(scalar) => scalar.to_string(),
            Self::List(item) => format!("list of {}", item.words(catalog)),
            Self::Map(value) => format!("map to {}", value.words(catalog)),
            Self::Nullable(inner) => format!("{} or null", inner.words(catalog)),
            Self::Model(entry) => format!("`{}`", catalog[*entry].full_title()),
            Self::Union(members) => {
                let members: Vec<_> = members.iter().map(|m| m.words(catalog)).collect();
                members.join(" or ")
            }
            Self::Const(Const::String(value)) => format!("{value:?}"),
            Self::Const(Const::Number(digits)) => digits.clone(),
            Self::Const(Const::Boolean(value)) => value.to_string(),
            Self::Any => "any value".to_owned(),
        }
    }
}
