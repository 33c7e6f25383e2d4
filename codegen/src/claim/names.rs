//! The names that claims mention.
use super::ModelClaim;
use super::ModelName;
use super::TypeShape;

/// Calls `visit` with every model name in the type cells of a page.
pub(crate) fn for_each_name<'a>(claim: &'a ModelClaim, visit: &mut dyn FnMut(&'a ModelName)) {
    for ty in claim.body.types() {
        names_in(&ty.value, visit);
    }
}

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
