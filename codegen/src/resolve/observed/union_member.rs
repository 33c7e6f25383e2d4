//! Finds the member of a union to which a value belongs.

use crate::claim::{Body, Const, Literal, Property, Stated};
use crate::resolve::catalog::Catalog;
use crate::resolve::catalog::ids::{EntryId, NameId};
use crate::resolve::catalog::linked::LinkedType;

/// The name that a key spells.
type NameOf<'n> = dyn FnMut(&str) -> Option<NameId> + 'n;

/// The only member that a value can be of, judging objects by their keys.
pub(crate) fn the_one_that_fits<'t>(
    catalog: &Catalog<'_>,
    members: &'t [LinkedType],
    value: &Literal,
    name_of: &mut NameOf<'_>,
) -> Option<&'t LinkedType> {
    let mut fitting = members
        .iter()
        .filter(|member| fits(catalog, member, value, name_of));
    let first = fitting.next();
    if fitting.next().is_none() {
        first
    } else {
        None
    }
}

fn fits(catalog: &Catalog<'_>, ty: &LinkedType, value: &Literal, name_of: &mut NameOf<'_>) -> bool {
    match (ty, value) {
        (LinkedType::Model(entry), Literal::Object(properties)) => {
            has_keys(catalog, *entry, properties, name_of)
        }
        (LinkedType::List(item), Literal::Array(values)) => values
            .iter()
            .all(|value| fits(catalog, item, value, name_of)),
        (LinkedType::Map(_) | LinkedType::Any, Literal::Object(_)) => true,
        (LinkedType::Nullable(inner), _) => fits(catalog, inner, value, name_of),
        _ => false,
    }
}

/// Whether an object has all required fields of a model and no key that is none of its fields.
fn has_keys(
    catalog: &Catalog<'_>,
    entry: EntryId,
    properties: &[Property],
    name_of: &mut NameOf<'_>,
) -> bool {
    let keys: Option<Vec<NameId>> = properties.iter().map(|p| name_of(&p.key)).collect();
    // A key that no field of any model has.
    let Some(keys) = keys else { return false };
    catalog[entry].witnesses.iter().any(|witness| {
        let Body::Fields(fields) = &witness.claim.body else {
            return false;
        };
        let page = catalog.page(witness);
        if !keys.iter().all(|key| page.has(*key)) {
            return false;
        }
        let rows = fields.iter().zip(page.rows());
        let mut required = rows.filter(|(field, _)| field.required.value == Stated::Yes);
        required.all(|(_, (name, ty))| {
            let mut values = keys.iter().zip(properties).filter(|(key, _)| **key == name);
            match ty {
                LinkedType::Const(Const::String(expected)) => {
                    values.any(|(_, p)| p.value == Literal::String(expected.clone()))
                }
                _ => values.next().is_some(),
            }
        })
    })
}
