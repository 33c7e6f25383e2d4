//! Walks over the types of a model.
use super::Kind;
use super::Type;

/// The types that a model holds by value.
pub(crate) fn types_of(kind: &Kind) -> Vec<&Type> {
    match kind {
        Kind::Struct(object) => object.fields.iter().map(|field| &field.ty.value).collect(),
        Kind::Union(union) => union.variants.iter().map(|variant| &variant.ty).collect(),
        Kind::Alias(alias) => vec![&alias.ty],
        Kind::Enum(_) => Vec::new(),
    }
}

pub(crate) fn types_of_mut(kind: &mut Kind) -> Vec<&mut Type> {
    match kind {
        Kind::Struct(object) => object
            .fields
            .iter_mut()
            .map(|field| &mut field.ty.value)
            .collect(),
        Kind::Union(union) => union
            .variants
            .iter_mut()
            .map(|variant| &mut variant.ty)
            .collect(),
        Kind::Alias(alias) => vec![&mut alias.ty],
        Kind::Enum(_) => Vec::new(),
    }
}
