//! The key of a field on the wire.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::claim::{SourceKey, Spelling};
use crate::config::FieldConfig;
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::model::{Fact, Rule, WireCase};
use crate::resolve::build::field::{FieldBuilder, by};
use crate::resolve::decision::Decision;
use crate::resolve::names::wire_case;
use crate::resolve::observed::mentions::split_signs;
use crate::source::{Located, Place};

impl FieldBuilder<'_, '_> {
    /// By `spec.toml`, else as a sample, an SDK's source, an example or a text shows it, else by what
    /// holds for the API. What stands under no key has the name that it would have.
    pub(crate) fn wire_name(
        &self,
        config: Option<&FieldConfig>,
        diagnostics: &mut Diagnostics,
    ) -> Fact<String> {
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
        let source = self.source_key(key.map(|key| key.name.as_str()));
        let (value, rule) = match (set, key) {
            (Some(set), _) => (set.value.clone(), Rule::Set),
            (None, Some(key)) if key.recorded => (key.name.clone(), Rule::KeyInSample),
            (None, _) if source.is_some() => {
                let (key, rule) = source.unwrap_or((&self.spelt, Rule::ByWireCase));
                if rule != Rule::KeyInSource {
                    self.warn_of_sources(key, rule, diagnostics);
                }
                (key.to_owned(), rule)
            }
            (None, _) if self.exact().is_some() => (self.spelt.clone(), Rule::PrintedKey),
            // An example shows the key itself: no rule can know better.
            (None, Some(key)) => (key.name.clone(), Rule::KeyInExample),
            (None, None) if self.no_key().is_some() => (self.spelt.clone(), Rule::NoKeyInSource),
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
            if let Some(source) = &row.field.source_key {
                let SourceKey { key, at, .. } = &source.value;
                decision.say(source.place, format!("{key} in {at}"), key.clone());
            }
        }
        if rule == Rule::NoKeyInSource
            && let Some(source) = self.no_key()
        {
            let says = format!("no key in {}", source.value);
            decision.say(source.place, says, value.clone());
        }
        for row in self.rows {
            let name = &row.field.name;
            let key = match (&row.field.source_key, row.field.spelling) {
                (Some(source), _) => source.value.key.clone(),
                (None, Spelling::Exact) => name.value.clone(),
                (None, Spelling::Recased) => wire_case::spell(self.cx.case.value, &name.value),
            };
            let words = by(&name.value, row.field, |cues| &cues.name);
            decision.say(name.place, words, key);
        }
        decision.settle(value, rule)
    }

    /// Where the source of an SDK says that the field stands under no key.
    fn no_key(&self) -> Option<&Located<String>> {
        let mut rows = self.rows.iter();
        rows.find_map(|row| row.field.no_key.as_deref())
    }

    /// The key that the sources of SDKs use: most of them, if they differ.
    fn source_key(&self, shown: Option<&str>) -> Option<(&str, Rule)> {
        let mut votes: BTreeMap<&str, usize> = BTreeMap::new();
        for key in self
            .rows
            .iter()
            .filter_map(|row| row.field.source_key.as_deref())
        {
            *votes.entry(key.value.key.as_str()).or_default() += 1;
        }
        let most = *votes.values().max()?;
        let first: Vec<&str> = votes
            .iter()
            .filter(|(_, count)| **count == most)
            .map(|(key, _)| *key)
            .collect();
        match first.as_slice() {
            [only] if votes.len() == 1 => Some((only, Rule::KeyInSource)),
            [only] => Some((only, Rule::KeyInMostSources)),
            several => {
                let is = |wanted: Option<&str>| {
                    let mut keys = several.iter();
                    keys.find(|key| Some(**key) == wanted).copied()
                };
                let key = is(shown).or_else(|| is(Some(&self.spelt)));
                Some((key.unwrap_or(several[0]), Rule::KeysInSourcesTie))
            }
        }
    }

    fn warn_of_sources(&self, key: &str, rule: Rule, diagnostics: &mut Diagnostics) {
        let keys = self
            .rows
            .iter()
            .filter_map(|row| row.field.source_key.as_deref());
        let (same, others): (Vec<_>, Vec<_>) = keys.partition(|it| it.value.key == key);
        let ([first, ..], [other, ..]) = (same.as_slice(), others.as_slice()) else {
            return;
        };
        let name = self.full_name();
        let message = format!("the sources of SDKs disagree about the key of `{name}`");
        let label = match rule {
            Rule::KeysInSourcesTie => format!("taken to be `{key}`, though as many use another"),
            _ => format!("taken to be `{key}`, which most of them use"),
        };
        let mut warning = Diagnostic::warning(Topic::SourceKeys, first.place, message)
            .label(label)
            .hint("set `wire-name` in spec.toml");
        warning = warning.related(other.place, format!("`{}` here", other.value.key));
        diagnostics.push(warning);
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
