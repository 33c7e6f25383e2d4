//! Finds the member of a union to which a value belongs.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::claim::{Body, Const, Literal, Property, Stated};
use crate::merged::Merged;
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
    pages: Pages,
}

/// For each page of a model, by its place among them, the keys that it requires.
type Pages = BTreeMap<EntryId, Rc<[(usize, Vec<Need>)]>>;

/// So few members are all compared.
const FEW: usize = 8;

/// The members of a union by a key that their values must have, with its constant if it is one.
struct Needs {
    by_key: BTreeMap<Need, Rc<[usize]>>,
    /// Those that may be anything.
    others: Rc<[usize]>,
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
            0..=FEW => Merged::of(vec![(0..members.len()).collect()]),
            _ => self.likely(catalog, members, value, name_of),
        };
        let mut fitting = likely
            .map(|at| &members[at])
            .filter(|member| fits(catalog, &mut self.pages, member, value, name_of));
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
    ) -> Merged {
        let known = self.lists.entry(members.as_ptr());
        let needs = Rc::clone(known.or_insert_with(|| Rc::new(Needs::of(catalog, members))));
        let mut likely = vec![Rc::clone(&needs.others)];
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
                    likely.extend(needs.by_key.get(&(name, constant)).cloned());
                }
            }
        }
        Merged::of(likely)
    }
}

impl Needs {
    fn of(catalog: &Catalog<'_>, members: &[LinkedType]) -> Self {
        // By member, for each of its pages what objects must have.
        let needs: Vec<Option<Vec<Vec<Need>>>> = members
            .iter()
            .map(|member| match member {
                LinkedType::Model(entry) => {
                    let pages = needs(catalog, *entry).into_iter();
                    Some(pages.map(|(_, needs)| needs).collect())
                }
                _ => None,
            })
            .collect();
        let mut counts: BTreeMap<&Need, usize> = BTreeMap::new();
        for need in needs.iter().flatten().flatten().flatten() {
            *counts.entry(need).or_default() += 1;
        }
        let mut by_key: BTreeMap<Need, Vec<usize>> = BTreeMap::new();
        let mut others = Vec::new();
        for (at, pages) in needs.iter().enumerate() {
            let Some(pages) = pages else {
                others.push(at);
                continue;
            };
            for needs in pages {
                match needs.iter().min_by_key(|need| counts.get(need)) {
                    Some(rarest) => by_key.entry(rarest.clone()).or_default().push(at),
                    None => others.push(at),
                }
            }
        }
        let by_key = by_key.into_iter();
        Self {
            by_key: by_key.map(|(need, of)| (need, of.into())).collect(),
            others: others.into(),
        }
    }
}

/// For each page of a model, by its place among them, the keys that it requires.
fn needs(catalog: &Catalog<'_>, entry: EntryId) -> Vec<(usize, Vec<Need>)> {
    let witnesses = catalog[entry].witnesses.iter().enumerate();
    let pages = witnesses.filter_map(|(nth, witness)| {
        let Body::Fields(fields) = &witness.claim.body else {
            return None;
        };
        let rows = fields.iter().zip(catalog.page(witness).rows());
        let required = rows.filter(|(field, _)| field.required.value == Stated::Yes);
        let needs = required.map(|(_, (name, ty))| match ty {
            LinkedType::Const(Const::String(expected)) => (name, Some(expected.clone())),
            _ => (name, None),
        });
        Some((nth, needs.collect()))
    });
    pages.collect()
}

fn fits(
    catalog: &Catalog<'_>,
    pages: &mut Pages,
    ty: &LinkedType,
    value: &Literal,
    name_of: &mut NameOf<'_>,
) -> bool {
    match (ty, value) {
        (LinkedType::Model(entry), Literal::Object(properties)) => {
            has_keys(catalog, pages, *entry, properties, name_of)
        }
        (LinkedType::List(item), Literal::Array(values)) => values
            .iter()
            .all(|value| fits(catalog, pages, item, value, name_of)),
        (LinkedType::Map(_) | LinkedType::Any, Literal::Object(_)) => true,
        (LinkedType::Nullable(inner), _) => fits(catalog, pages, inner, value, name_of),
        _ => false,
    }
}

/// Whether an object has all required fields of a model and no key that is none of its fields.
fn has_keys(
    catalog: &Catalog<'_>,
    pages: &mut Pages,
    entry: EntryId,
    properties: &[Property],
    name_of: &mut NameOf<'_>,
) -> bool {
    let mut shown: BTreeMap<NameId, Vec<&Literal>> = BTreeMap::new();
    for property in properties {
        // A key that no field of any model has.
        let Some(name) = name_of(&property.key) else {
            return false;
        };
        shown.entry(name).or_default().push(&property.value);
    }
    let pages = pages.entry(entry);
    let pages = pages.or_insert_with(|| needs(catalog, entry).into());
    pages.iter().any(|(nth, needs)| {
        let page = catalog.page(&catalog[entry].witnesses[*nth]);
        let mut needs = needs.iter();
        shown.keys().all(|key| page.has(*key))
            && needs.all(|(name, constant)| {
                work::count(1);
                let values = shown.get(name).map_or(&[][..], Vec::as_slice);
                match constant {
                    Some(expected) => {
                        let is_it = |value: &&Literal| matches!(value, Literal::String(text) if text == expected);
                        values.iter().any(is_it)
                    }
                    None => !values.is_empty(),
                }
            })
    })
}
