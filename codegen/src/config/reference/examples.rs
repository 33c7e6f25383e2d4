//! `[reference.examples]`: which code is JSON, and how it is tied.

use super::super::section::Section;
use super::super::value::Refusal;
use super::change::list;
use super::set;
use super::words::Words;
use toml::de::DeValue;

/// `[reference.examples]`.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct ExampleRules {
    /// Languages of fences that are JSON.
    pub fences: Words,
    /// Languages of fences that may be.
    pub maybe_fences: Words,
    /// How well keys must fit, 0 to 1.
    pub least_fit: f64,
    /// How deep a model may lie in an example.
    pub unwrap_depth: usize,
    /// Keys of the transport, which no table lists.
    pub envelope: Words,
}

pub(super) fn examples(table: &mut Section<'_>, examples: &mut ExampleRules) {
    list(table, "fences", &mut examples.fences);
    list(table, "maybe-fences", &mut examples.maybe_fences);
    set(&mut examples.least_fit, table.checked("least-fit", share));
    set(&mut examples.unwrap_depth, table.setting("unwrap-depth"));
    list(table, "envelope", &mut examples.envelope);
}

fn share(value: &DeValue<'_>) -> Result<f64, Refusal> {
    let share = match value {
        DeValue::Float(digits) => digits.as_str().parse().ok(),
        DeValue::Integer(digits) => digits.as_str().parse().ok(),
        other => return Err(Refusal::type_of("a number from 0 to 1", other)),
    };
    let share = share.filter(|share| (0.0..=1.0).contains(share));
    share.ok_or_else(|| Refusal {
        expected: "a number from 0 to 1".to_owned(),
        found: "out of range".to_owned(),
        hint: None,
    })
}
