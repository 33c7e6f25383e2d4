//! The key of a field on the wire.

use crate::claim::Spelling;
use crate::config::FieldConfig;
use crate::model::{Fact, Rule, WireCase};
use crate::resolve::build::field::FieldBuilder;
use crate::resolve::decision::Decision;
use crate::resolve::names::wire_case;

impl FieldBuilder<'_, '_> {
    /// By `spec.toml`, else as a sample or an example shows it, else by the wire case of the API.
    pub(crate) fn wire_name(&self, config: Option<&FieldConfig>) -> Fact<String> {
        let set = config.and_then(|config| config.wire_name.as_ref());
        let shown = self.cx.observed.keys.get(&self.key);
        let key = shown.and_then(|keys| {
            let recorded = keys.iter().find(|key| key.recorded);
            let by_rule = keys.iter().find(|key| key.name == self.spelt);
            recorded.or(by_rule).or_else(|| keys.first())
        });
        let (value, rule) = match (set, key) {
            (Some(set), _) => (set.value.clone(), Rule::Set),
            (None, Some(key)) if key.recorded => (key.name.clone(), Rule::KeyInSample),
            (None, _) if self.exact().is_some() => (self.spelt.clone(), Rule::PrintedKey),
            // An example shows the key itself: no rule can know better.
            (None, Some(key)) => (key.name.clone(), Rule::KeyInExample),
            (None, None) => (self.spelt.clone(), Rule::ByWireCase),
        };
        let mut decision = Decision::new(self.cx.files);
        if let Some(set) = set {
            decision.say(set.place, &set.value, set.value.clone());
        }
        if let Some(key) = key {
            decision.say(key.place, &key.name, key.name.clone());
        }
        for row in self.rows {
            let name = &row.field.name;
            let key = match row.field.spelling {
                Spelling::Exact => name.value.clone(),
                Spelling::Recased => wire_case::spell(self.cx.case.value, &name.value),
            };
            decision.say(name.place, &name.value, key);
        }
        decision.settle(value, rule)
    }

    /// The name on a page that prints keys as the wire has them.
    fn exact(&self) -> Option<&str> {
        let mut rows = self.rows.iter();
        let row = rows.find(|row| row.field.spelling == Spelling::Exact)?;
        Some(&row.field.name.value)
    }

    /// The docs' name in the wire's case. A name that is in that case as it stands was not recased,
    /// and so lost nothing.
    pub(crate) fn spell(&self) -> String {
        let case = self.cx.case.value;
        if let Some(name) = self.exact() {
            return name.to_owned();
        }
        let unchanged = self.names().find(|name| {
            let plain = name.trim_end_matches('_');
            wire_case::case_of(plain) == Some(case) && wire_case::spell(case, plain) == plain
        });
        match (unchanged, case) {
            (Some(name), _) => wire_case::spell(case, name),
            (None, WireCase::AsIs) => wire_case::spell(case, self.doc_name()),
            (None, _) => wire_case::spell(case, self.plain_name()),
        }
    }
}
