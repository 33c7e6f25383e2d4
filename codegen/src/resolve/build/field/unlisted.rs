//! Fields that no page lists, from examples, samples and settings.

#[cfg(test)]
mod tests;

use super::presence;
use crate::claim::Literal;
use crate::config::FieldConfig;
use crate::diagnostic::Diagnostics;
use crate::model::{Docs, Evidence, Fact, Field, Nullability, Rule, Type};
use crate::resolve::build::lower::{Lowering, Spot};
use crate::resolve::build::replacement;
use crate::resolve::catalog::ids::EntryId;
use crate::resolve::context::Context;
use crate::resolve::decision::statement;
use crate::resolve::names::rust::{self, Scope};
use crate::resolve::names::wire_case;
use crate::resolve::observed::inferred_type;
use crate::source::{Located, Place};

/// A key that no page of a model lists, and the values that it has.
pub(crate) struct UnlistedField<'s, 'a> {
    pub cx: &'s Context<'a>,
    /// The model's entry.
    pub index: EntryId,
    pub key: &'s str,
    /// Whether the key is spelt by rule.
    pub is_derived: bool,
    pub values: &'s [Located<&'s Literal>],
}

impl<'s> UnlistedField<'s, '_> {
    /// Decides all that the field is; `None` if the user excludes it.
    pub fn decide(
        &self,
        scope: &mut Scope,
        lowering: &mut Lowering<'_, '_>,
        diagnostics: &mut Diagnostics,
    ) -> Option<Field> {
        let unset = FieldConfig::default();
        let config = self.config().unwrap_or(&unset);
        if config.exclude.as_ref().is_some_and(|set| set.value) {
            return None;
        }
        let name = match &config.rust_name {
            Some(name) => rust::raw(&name.value),
            None => rust::field_name(self.key),
        };
        let required = self.required(config);
        let nullable = self.nullable(config);
        let (ty, replaced) = self.ty(config, lowering, diagnostics);
        Some(Field {
            name: scope.take([name]),
            wire_name: self.wire_name(config),
            ty,
            presence: presence::stored(required.value, nullable.value, self.cx.not_known),
            required,
            nullable,
            constant: None,
            tag_beside: None,
            replaced: replaced.map(Box::new),
            attributes: config
                .attributes
                .iter()
                .map(|it| it.value.clone())
                .collect(),
            docs: Docs {
                description: config.doc.as_ref().map(|doc| doc.value.as_str().into()),
                ..Docs::default()
            },
            examples: Vec::new(),
        })
    }

    /// The field's settings, by its key or what the wire case makes of it.
    fn config(&self) -> Option<&'s FieldConfig> {
        let spelt = wire_case::spell(self.cx.case.value, self.key);
        let entry = &self.cx.catalog[self.index];
        entry.field_settings([self.key, &spelt].into_iter())
    }

    fn wire_name(&self, config: &FieldConfig) -> Fact<String> {
        let mut shown = self.inferred(self.key.to_owned(), self.seen());
        if self.is_derived {
            shown.rule = Rule::ByWireCase;
        }
        match &config.wire_name {
            Some(set) => self.overrule(shown, set.value.clone(), set.place, &set.value),
            None => shown,
        }
    }

    /// Optional, if the user does not know better: it may be absent elsewhere.
    fn required(&self, config: &FieldConfig) -> Fact<bool> {
        let shown = Fact {
            value: false,
            rule: Rule::ExamplesNeverRequire,
            evidence: Vec::new(),
        };
        match &config.required {
            Some(set) => {
                let says = if set.value { "required" } else { "optional" };
                self.overrule(shown, set.value, set.place, says)
            }
            None => shown,
        }
    }

    fn nullable(&self, config: &FieldConfig) -> Fact<Nullability> {
        let null = self.values.iter().any(|it| *it.value == Literal::Null);
        let value = if null {
            Nullability::Yes
        } else {
            Nullability::Unknown
        };
        let shown = self.inferred(value, Vec::new());
        match &config.nullable {
            Some(set) if set.value => self.overrule(shown, Nullability::Yes, set.place, "nullable"),
            Some(set) => self.overrule(shown, Nullability::No, set.place, "not nullable"),
            None => shown,
        }
    }

    /// The type, and the user's in its place.
    fn ty(
        &self,
        config: &FieldConfig,
        lowering: &mut Lowering<'_, '_>,
        diagnostics: &mut Diagnostics,
    ) -> (Fact<Type>, Option<Fact<String>>) {
        let cx = self.cx;
        let entry = &cx.catalog[self.index];
        let set = config.ty.as_ref();
        let linked = match set {
            Some(set) => cx.catalog.link_setting(&set.value),
            None => inferred_type::type_of_all(self.values.iter().map(|it| it.value)),
        };
        let shown = self.inferred((), self.seen());
        let fact = match set {
            Some(set) => self.overrule(shown, (), set.place, cx.files.text(set.place)),
            None => shown,
        };
        let spot = Spot {
            owner: &entry.path,
            field: self.key,
            at: &fact.evidence[0],
        };
        let mut ty = lowering.lower(linked.whole(), spot);
        let replaced = config.replace.as_ref().and_then(|set| {
            let name = format!("{}.{}", entry.title, self.key);
            replacement::put(cx, set, &mut ty, &linked, &name, diagnostics)
        });
        (fact.map(|()| ty), replaced)
    }

    fn inferred<T>(&self, value: T, evidence: Vec<Evidence>) -> Fact<T> {
        Fact {
            value,
            rule: Rule::Inferred,
            evidence,
        }
    }

    /// What the user sets in place of what was shown.
    fn overrule<T>(&self, shown: Fact<T>, value: T, place: Place, says: &str) -> Fact<T> {
        let set = statement(self.cx.files, place, says, true);
        shown.overruled(value, Rule::Set, set)
    }

    fn seen(&self) -> Vec<Evidence> {
        let values = self.values.iter();
        values
            .map(|value| statement(self.cx.files, value.place, self.key, true))
            .collect()
    }
}

/// The fields of an entry that only samples show.
pub(crate) fn unlisted(
    cx: &Context<'_>,
    index: EntryId,
    scope: &mut Scope,
    lowering: &mut Lowering<'_, '_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Field> {
    let mut fields = Vec::new();
    for (key, values) in unlisted_keys(cx, index) {
        let values: Vec<Located<&Literal>> = values
            .iter()
            .map(|value| Located::new(&value.value, value.place))
            .collect();
        let shown = UnlistedField {
            cx,
            index,
            key,
            is_derived: false,
            values: &values,
        };
        let Some(mut field) = shown.decide(scope, lowering, diagnostics) else {
            continue;
        };
        if let Some(first) = values.first() {
            field.docs.notes.push(format!(
                "No page lists this field: a sample shows it at `{}`.",
                cx.files.locate(first.place)
            ));
        }
        fields.push(field);
    }
    fields
}

/// The keys of an entry that only samples show, and their values.
pub(crate) fn unlisted_keys<'c>(
    cx: &'c Context<'_>,
    index: EntryId,
) -> impl Iterator<Item = (&'c str, &'c [Located<Literal>])> {
    let shown = cx.observed.unlisted.range((index, String::new())..);
    let shown = shown.take_while(move |((entry, _), _)| *entry == index);
    shown.map(|((_, key), values)| (key.as_str(), values.as_slice()))
}
