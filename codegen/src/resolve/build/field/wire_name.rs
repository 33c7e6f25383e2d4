//! The key of a field on the wire.

#[cfg(test)]
mod tests;

use crate::claim::Spelling;
use crate::config::FieldConfig;
use crate::model::{Fact, Rule, WireCase};
use crate::resolve::build::field::FieldBuilder;
use crate::resolve::decision::Decision;
use crate::resolve::names::wire_case;
use crate::resolve::observed::mentions::split_signs;
use crate::source::{Located, Place};

impl FieldBuilder<'_, '_> {
    /// By `spec.toml`, else as a sample, an example or a text shows it, else by what holds for the
    /// API.
    pub(crate) fn wire_name(&self, config: Option<&FieldConfig>) -> Fact<String> {
        let observed = &self.cx.observed;
        let own = config.and_then(|config| config.wire_name.as_ref());
        let set = own.or_else(|| self.set_for_all());
        let shown = observed.keys.get(&self.key);
        let key = shown.and_then(|keys| {
            let recorded = keys.iter().find(|key| key.recorded);
            let by_rule = keys.iter().find(|key| key.name == self.spelt);
            recorded.or(by_rule).or_else(|| keys.first())
        });
        let signed = observed.mentions.signed.get(&self.key);
        let signed = signed.filter(|_| self.may_lack_signs());
        let common = self.common_key();
        let (value, rule) = match (set, key) {
            (Some(set), _) => (set.value.clone(), Rule::Set),
            (None, Some(key)) if key.recorded => (key.name.clone(), Rule::KeyInSample),
            (None, _) if self.exact().is_some() => (self.spelt.clone(), Rule::PrintedKey),
            // An example shows the key itself: no rule can know better.
            (None, Some(key)) => (key.name.clone(), Rule::KeyInExample),
            (None, None) => match (signed, common) {
                (Some(signed), _) => (signed.value.clone(), Rule::KeyInText),
                (None, Some((key, _))) => (key.clone(), Rule::KeyOfOthers),
                (None, None) => (self.spelt.clone(), Rule::ByWireCase),
            },
        };
        let mut decision = Decision::new(self.cx.files);
        if let Some(set) = set {
            decision.say(set.place, &set.value, set.value.clone());
        }
        if let Some(key) = key {
            decision.say(key.place, &key.name, key.name.clone());
        }
        if let Some(signed) = signed {
            decision.say(signed.place, &signed.value, signed.value.clone());
        }
        if rule == Rule::KeyOfOthers {
            for (key, place) in common.iter().flat_map(|(key, places)| {
                let places = places.iter();
                places.map(move |place| (key, *place))
            }) {
                decision.say(place, *key, (*key).clone());
            }
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

    /// The key that `spec.toml` gives the name in all models.
    fn set_for_all(&self) -> Option<&Located<String>> {
        let set = self.cx.set_keys.get(&self.key.1)?;
        let (signs, _) = split_signs(set.0);
        let mut names = self.names();
        names
            .any(|name| split_signs(name).0 == signs)
            .then_some(set.1)
    }

    /// The key that other models show for the name.
    fn common_key(&self) -> Option<(&String, &Vec<Place>)> {
        let (key, places) = self.cx.observed.common.get(&self.key.1)?;
        (*key != self.spelt && self.may_lack_signs()).then_some((key, places))
    }

    /// Whether the key may have signs in front that the docs' name has not. Beside a field that has
    /// them, `_id`, the other is plain `id`.
    fn may_lack_signs(&self) -> bool {
        let is_only = !self.entry.rows.contains_key(&(self.key.1, 1));
        is_only && self.names().all(|name| split_signs(name).0.is_empty())
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
