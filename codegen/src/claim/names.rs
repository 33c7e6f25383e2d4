//! The names that claims mention.

use super::{ModelName, TypeShape};

/// Calls `visit` with every model name in a type.
pub(crate) fn names_in<'a>(shape: &'a TypeShape, visit: &mut dyn FnMut(&'a ModelName)) {
    match shape {
        TypeShape::Model(name) => visit(name),
        TypeShape::List(inner) | TypeShape::Map(inner) | TypeShape::Nullable(inner) => {
            names_in(inner, visit);
        }
        TypeShape::Union(members) => members.iter().for_each(|member| names_in(member, visit)),
        TypeShape::Scalar(_) | TypeShape::Const(_) | TypeShape::Any | TypeShape::RawResponse => {}
    }
}
