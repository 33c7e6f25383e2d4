//! The properties of an object that an example shows, by their keys.

use std::collections::BTreeMap;

use crate::claim::Property;
use crate::fold::fold_name;
use crate::model::reads::lookup::Fields;
use crate::work;

/// For each key the first property that has it.
pub(crate) struct Shown<'p> {
    /// As it is spelt, if that is not as an SDK does.
    by_key: BTreeMap<&'p str, usize>,
    /// Without case.
    by_name: BTreeMap<String, Named>,
}

/// The first properties of a name.
struct Named {
    any: usize,
    /// Of those that are spelt as an SDK does.
    by_sdk: Option<usize>,
}

impl<'p> Shown<'p> {
    pub fn of(properties: &'p [Property]) -> Self {
        work::count(properties.len());
        let mut found = Self {
            by_key: BTreeMap::new(),
            by_name: BTreeMap::new(),
        };
        for (at, property) in properties.iter().enumerate() {
            let named = found.by_name.entry(fold_name(&property.key));
            let named = named.or_insert(Named {
                any: at,
                by_sdk: None,
            });
            if property.sdk_name {
                named.by_sdk.get_or_insert(at);
            } else {
                found.by_key.entry(&property.key).or_insert(at);
            }
        }
        found
    }

    /// The first property of a name without case.
    pub fn named(&self, name: &str) -> Option<usize> {
        Some(self.by_name.get(name)?.any)
    }

    /// The fields that the object has, in their order, each with the first property that is the
    /// field's. Keys are `exact`, but for those that are spelt as an SDK does.
    pub fn fields(&self, fields: &Fields<'_>, exact: bool) -> BTreeMap<usize, usize> {
        let spelt = self.by_key.iter();
        let spelt = spelt.filter_map(|(key, at)| Some((fields.of_key(key)?, *at)));
        let mut found: BTreeMap<usize, usize> = spelt.collect();
        for (name, named) in &self.by_name {
            let other = named.by_sdk.or((!exact).then_some(named.any));
            let Some(other) = other else { continue };
            for field in fields.by_name.get(name).into_iter().flatten() {
                work::count(1);
                let at = found.entry(*field).or_insert(other);
                *at = named.by_sdk.map_or(*at, |by_sdk| by_sdk.min(*at));
            }
        }
        found
    }
}
