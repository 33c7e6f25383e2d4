//! Finds the member of a union to which a value belongs.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::claim::{Body, Const, Literal, Property, Stated};
use crate::resolve::catalog::Catalog;
use crate::resolve::catalog::ids::{EntryId, NameId};
use crate::resolve::catalog::linked::LinkedType;
use crate::work;

/// The name that a key spells.
type NameOf<'n> = dyn FnMut(&str) -> Option<NameId> + 'n;

/// Members of unions by what they require, by their lists' places in memory.
#[derive(Default)]
pub(crate) struct Members {
    lists: BTreeMap<*const LinkedType, Rc<Needs>>,
}

/// So few members are all compared.
const FEW: usize = 8;

/// The members of a union by a key that their values must have, with its constant if it is one.
#[derive(Default)]
struct Needs {
    by_key: BTreeMap<Need, Vec<usize>>,
    /// Those that may be anything.
    others: Vec<usize>,
}

type Need = (NameId, Option<String>);

impl Members {
    /// The only member that a value can be of, judging objects by their keys.
    pub fn the_one_that_fits<'t>(
        &mut self,
        catalog: &Catalog<'_>,
        members: &'t [LinkedType],
        value: &Literal,
        name_of: &mut NameOf<'_>,
    ) -> Option<&'t LinkedType> {
        let likely = match members.len() {
            0..=FEW => (0..members.len()).collect(),
            _ => self.likely(catalog, members, value, name_of),
        };
        work::count(likely.len());
        let mut fitting = likely
            .into_iter()
            .map(|at| &members[at])
            .filter(|member| fits(catalog, member, value, name_of));
        let first = fitting.next();
        if fitting.next().is_none() {
            first
        } else {
            None
        }
    }

    /// The members that a value may be of, in their order.
    fn likely(
        &mut self,
        catalog: &Catalog<'_>,
        members: &[LinkedType],
        value: &Literal,
        name_of: &mut NameOf<'_>,
    ) -> Vec<usize> {
        let known = self.lists.entry(members.as_ptr());
        let needs = Rc::clone(known.or_insert_with(|| Rc::new(Needs::of(catalog, members))));
        let mut likely = needs.others.clone();
        if let Literal::Object(properties) = value {
            for property in properties {
                let Some(name) = name_of(&property.key) else {
                    continue;
                };
                let text = match &property.value {
                    Literal::String(text) => Some(Some(text.clone())),
                    _ => None,
                };
                for constant in [Some(None), text].into_iter().flatten() {
                    likely.extend(needs.by_key.get(&(name, constant)).into_iter().flatten());
                }
            }
        }
        likely.sort_unstable();
        likely.dedup();
        likely
    }
}

impl Needs {
    fn of(catalog: &Catalog<'_>, members: &[LinkedType]) -> Self {
        // By member, for each of its pages what objects must have.
        let needs: Vec<Option<Vec<Vec<Need>>>> = members
            .iter()
            .map(|member| match member {
                LinkedType::Model(entry) => Some(needs(catalog, *entry)),
                _ => None,
            })
            .collect();
        let mut counts: BTreeMap<&Need, usize> = BTreeMap::new();
        for need in needs.iter().flatten().flatten().flatten() {
            *counts.entry(need).or_default() += 1;
        }
        let mut found = Self::default();
        for (at, pages) in needs.iter().enumerate() {
            let Some(pages) = pages else {
                found.others.push(at);
                continue;
            };
            for needs in pages {
                match needs.iter().min_by_key(|need| counts.get(need)) {
                    Some(rarest) => found.by_key.entry(rarest.clone()).or_default().push(at),
                    None => found.others.push(at),
                }
            }
        }
        found
    }
}

/// For each page of a model the keys that it requires.
fn needs(catalog: &Catalog<'_>, entry: EntryId) -> Vec<Vec<Need>> {
    let witnesses = catalog[entry].witnesses.iter();
    let pages = witnesses.filter_map(|witness| {
        let Body::Fields(fields) = &witness.claim.body else {
            return None;
        };
        let rows = fields.iter().zip(catalog.page(witness).rows());
        let required = rows.filter(|(field, _)| field.required.value == Stated::Yes);
        let needs = required.map(|(_, (name, ty))| match ty {
            LinkedType::Const(Const::String(expected)) => (name, Some(expected.clone())),
            _ => (name, None),
        });
        Some(needs.collect())
    });
    pages.collect()
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
