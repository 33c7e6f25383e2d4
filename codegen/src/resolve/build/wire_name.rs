//! The key of a field on the wire.

use super::field::{Joined, SET};
use crate::config::FieldConfig;
use crate::model::{Evidence, Fact, WireCase};
use crate::resolve::context::evidence;
use crate::resolve::names::wire_case;

/// The rule of a key that nothing shows.
pub(crate) const BY_CASE: &str = "the wire case of the API, applied to the docs' name";

impl Joined<'_, '_> {
    /// By `spec.toml`, else as a sample or an example shows it, else by the wire case of the API.
    pub(crate) fn wire_name(&self, config: Option<&FieldConfig>) -> Fact<String> {
        let files = self.cx.files;
        let set = config.and_then(|config| config.wire_name.as_ref());
        let shown = self.cx.shown.keys.get(&self.key());
        let spelt = self.spelt();
        let key = shown.and_then(|keys| {
            let recorded = keys.iter().find(|key| key.recorded);
            let by_rule = keys.iter().find(|key| key.name == spelt);
            recorded.or(by_rule).or_else(|| keys.first())
        });
        let (value, rule) = match (set, key) {
            (Some(set), _) => (set.value.clone(), SET),
            (None, Some(key)) if key.recorded => (key.name.clone(), "a key in a sample"),
            // An example shows the key itself: no rule can know better.
            (None, Some(key)) => (key.name.clone(), "a key in an example"),
            (None, None) => (spelt.clone(), BY_CASE),
        };
        let says = |at, name: &str| evidence(files, at, name, name == value);
        let mut said: Vec<Evidence> = Vec::new();
        said.extend(set.iter().map(|set| says(set.place, &set.value)));
        said.extend(key.iter().map(|key| says(key.place, &key.name)));
        said.extend(self.rows.iter().map(|row| {
            let name = &row.field.name;
            let won = wire_case::spell(self.cx.case.value, &name.value) == value;
            evidence(files, name.place, &name.value, won)
        }));
        Fact {
            value,
            rule: rule.into(),
            evidence: said,
        }
    }

    /// The docs' name in the wire's case. A name that is in that case as it stands was not recased,
    /// and so lost nothing.
    pub(crate) fn spelt(&self) -> String {
        let case = self.cx.case.value;
        let unchanged = self.names().find(|name| {
            let plain = name.trim_end_matches('_');
            wire_case::case_of(plain) == Some(case) && wire_case::spell(case, plain) == plain
        });
        match (unchanged, case) {
            (Some(name), _) => wire_case::spell(case, name),
            (None, WireCase::AsIs) => wire_case::spell(case, self.doc_name()),
            (None, _) => wire_case::spell(case, &self.plain_name()),
        }
    }
}
