//! Which member of a union a value is of.

use crate::claim::{Body, Const, FieldClaim, Literal, Property, Stated, TypeShape};
use crate::resolve::catalog::Catalog;
use crate::resolve::catalog::linked::LinkedType;
use crate::resolve::names::key::fold_name;

/// The only member that a value can be of, judging objects by their keys.
pub(crate) fn the_one_that_fits<'t>(
    catalog: &Catalog<'_>,
    members: &'t [LinkedType],
    value: &Literal,
) -> Option<&'t LinkedType> {
    let mut fitting = members.iter().filter(|member| fits(catalog, member, value));
    let first = fitting.next();
    if fitting.next().is_none() {
        first
    } else {
        None
    }
}

fn fits(catalog: &Catalog<'_>, ty: &LinkedType, value: &Literal) -> bool {
    match (ty, value) {
        (LinkedType::Model(entry), Literal::Object(properties)) => {
            has_keys(catalog, *entry, properties)
        }
        (LinkedType::List(item), Literal::Array(values)) => {
            values.iter().all(|value| fits(catalog, item, value))
        }
        (LinkedType::Map(_) | LinkedType::Any, Literal::Object(_)) => true,
        (LinkedType::Nullable(inner), _) => fits(catalog, inner, value),
        _ => false,
    }
}

/// Whether an object has all required fields of a model and no key that is none of its fields.
fn has_keys(catalog: &Catalog<'_>, entry: usize, properties: &[Property]) -> bool {
    catalog.entries[entry].witnesses.iter().any(|witness| {
        let Body::Fields(fields) = &witness.claim.body else {
            return false;
        };
        let has = |name: &str| {
            properties
                .iter()
                .any(|p| fold_name(&p.key) == fold_name(name))
        };
        let known = |key: &str| {
            fields
                .iter()
                .any(|f| fold_name(&f.name.value) == fold_name(key))
        };
        let constant = |field: &FieldClaim| match &field.ty.value {
            TypeShape::Const(Const::String(expected)) => properties.iter().any(|property| {
                fold_name(&property.key) == fold_name(&field.name.value)
                    && property.value == Literal::String(expected.clone())
            }),
            _ => true,
        };
        fields
            .iter()
            .all(|f| f.required.value != Stated::Yes || (has(&f.name.value) && constant(f)))
            && properties.iter().all(|property| known(&property.key))
    })
}
