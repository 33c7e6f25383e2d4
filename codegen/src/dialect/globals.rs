//! Parameters that the SDK keeps for every call: models beside each operation's request.

use std::collections::{BTreeMap, BTreeSet};

use super::references::{PageName, References};
use crate::claim::{Body, FieldClaim, ModelClaim};

/// The namespace of models that an SDK keeps to itself.
const INTERNAL: &str = "internal";

/// The models, by index, that hold global parameters.
///
/// They come one an operation, all titles ending in the same word. None is
/// used by a type cell, all their fields are optional, the same fields come
/// again and again, and each operation's request holds them too. An SDK may
/// also have one for all operations, among its internal models.
pub(super) fn find(models: &[ModelClaim]) -> BTreeSet<usize> {
    let used = References::of(models);
    let mut families: BTreeMap<(&str, &str), Vec<Candidate>> = BTreeMap::new();
    for (at, model) in models.iter().enumerate() {
        let title = model.name.value.as_str();
        let (operation, word) = title.split_at(title.rfind(char::is_uppercase).unwrap_or(0));
        let candidate = Candidate {
            at,
            operation,
            fields: parameters(model, &used),
        };
        let family = (model.namespace.as_str(), word);
        families.entry(family).or_default().push(candidate);
    }
    let mut globals = BTreeSet::new();
    for ((namespace, word), family) in &families {
        let holders = |candidate: &Candidate| {
            let others = models.iter().filter(|model| {
                let rest = model.name.value.strip_prefix(candidate.operation);
                rest.is_some_and(|rest| rest != *word)
                    && (model.namespace == *namespace || *namespace == INTERNAL)
            });
            others
                .filter(|model| holds(model, candidate.fields))
                .count()
        };
        let alike = distinct(family) * 2 <= family.len();
        let found = family.iter().all(|candidate| {
            !candidate.fields.is_empty()
                && if candidate.operation.is_empty() {
                    *namespace == INTERNAL && holders(candidate) > 1
                } else {
                    alike && holders(candidate) > 0
                }
        });
        if found {
            globals.extend(family.iter().map(|candidate| candidate.at));
        }
    }
    globals
}

struct Candidate<'a> {
    at: usize,
    /// The title without its last word.
    operation: &'a str,
    /// Empty if the model cannot be one of parameters.
    fields: &'a [FieldClaim],
}

/// How many different lists of fields a family has.
fn distinct(family: &[Candidate]) -> usize {
    let names = family.iter().map(|candidate| {
        let names = candidate
            .fields
            .iter()
            .map(|field| field.name.value.as_str());
        names.collect::<Vec<_>>()
    });
    names.collect::<BTreeSet<_>>().len()
}

fn parameters<'a>(model: &'a ModelClaim, used: &References) -> &'a [FieldClaim] {
    match &model.body {
        Body::Fields(fields) if fields.iter().all(|field| !field.required.value) => {
            if used.mean(&PageName::of(model)) {
                &[]
            } else {
                fields
            }
        }
        _ => &[],
    }
}

fn holds(model: &ModelClaim, parameters: &[FieldClaim]) -> bool {
    let Body::Fields(fields) = &model.body else {
        return false;
    };
    parameters.iter().all(|parameter| {
        fields
            .iter()
            .any(|field| field.name.value == parameter.name.value)
    })
}
