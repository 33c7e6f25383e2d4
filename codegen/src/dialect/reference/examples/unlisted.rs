//! Warnings about keys of examples that no row has.

use std::collections::BTreeMap;

use super::evidence::Unlisted;
use crate::claim::ModelClaim;
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::source::Place;

/// A key that so many models lack is one of the transport.
const MANY: usize = 4;

/// How many keys a warning names.
const NAMED: usize = 5;

/// One warning for each model, and one for the keys that many models lack.
pub(crate) fn warn(
    models: &[ModelClaim],
    unlisted: &BTreeMap<(usize, String), Unlisted>,
    diagnostics: &mut Diagnostics,
) {
    let mut lacking: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
    for ((_, key), seen) in unlisted {
        lacking.entry(key).or_default().push(seen.place);
    }
    let common: Vec<_> = lacking.iter().filter(|it| it.1.len() >= MANY).collect();
    let places = common.iter().flat_map(|(_, places)| places.iter());
    if let Some(first) = places.min() {
        let keys = common.iter().map(|(key, _)| **key);
        let message = format!("examples of many models have {}", listed(keys));
        let warning = Diagnostic::warning(Topic::ExampleKeys, *first, message);
        let warning = warning.label("no row of these models has such a key").hint(
            "if they are keys of the transport, list them as `envelope` in [reference.examples]",
        );
        diagnostics.push(warning);
    }
    let mut of_models: BTreeMap<usize, Vec<(&str, &Unlisted)>> = BTreeMap::new();
    for ((model, key), seen) in unlisted {
        if lacking[key.as_str()].len() < MANY {
            of_models.entry(*model).or_default().push((key, seen));
        }
    }
    for (model, mut keys) in of_models {
        keys.sort_by_key(|(_, seen)| seen.place);
        let claim = &models[model];
        let names = keys.iter().map(|(key, _)| *key);
        let message = format!("examples of `{}` have {}", claim.name.value, listed(names));
        let warning = Diagnostic::warning(Topic::ExampleKeys, keys[0].1.place, message)
            .label("no row has this key")
            .hint("it is no field of the model; a recorded sample would make it one");
        let header = claim.read_from.first();
        diagnostics.push(match header {
            Some(header) => warning.related(*header, "the table"),
            None => warning,
        });
    }
}

/// ``the key `a` ``, ``keys that no row has: `a`, `b` and 3 more``.
fn listed<'k>(keys: impl Iterator<Item = &'k str>) -> String {
    let keys: Vec<String> = keys.map(|key| format!("`{key}`")).collect();
    let noun = if keys.len() == 1 { "a key" } else { "keys" };
    let named = keys[..keys.len().min(NAMED)].join(", ");
    let more = match keys.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("{noun} that no row has: {named}{more}")
}
