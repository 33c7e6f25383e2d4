//! A field: the rows of several pages about it, and what follows from them.

pub(crate) mod agreement;
pub(crate) mod clashes;
pub(crate) mod constant;
pub(crate) mod date_kind;
pub(crate) mod disagreement;
pub(crate) mod findings;
pub(crate) mod held;
pub(crate) mod narrowest;
pub(crate) mod nullable;
pub(crate) mod number_width;
pub(crate) mod presence;
pub(crate) mod required;
pub(crate) mod sample_width;
pub(crate) mod unlisted;
pub(crate) mod wire_name;

use std::borrow::Cow;

use crate::claim::{Const, Cues, FieldClaim, Spelling};
use crate::config::FieldConfig;
use crate::diagnostic::Diagnostics;
use crate::model::{Fact, Field, Rule, Type};
use crate::resolve::build::lower::{Lowering, Spot};
use crate::resolve::build::{docs, replacement};
use crate::resolve::catalog::Entry;
use crate::resolve::catalog::fields::Row;
use crate::resolve::catalog::linked::LinkedType;
use crate::resolve::context::Context;
use crate::resolve::decision::Decision;
use crate::resolve::names::rust::{self, Scope};
use crate::resolve::observed::FieldKey;
use crate::source::Located;
use agreement::Agreement;
use clashes::NamedField;
use disagreement::{Disagreement, Statement};
use findings::Findings;

/// A field with all that is said about it.
pub(crate) struct FieldBuilder<'j, 'a> {
    pub cx: &'j Context<'a>,
    pub entry: &'j Entry<'a>,
    /// The key of the field in observations.
    pub key: FieldKey,
    pub rows: &'j [Row<'a>],
    pub ty: LinkedType,
    /// Its settings, by any of its names.
    pub config: Option<&'a FieldConfig>,
    /// The name of the docs in the wire case.
    pub spelt: String,
    rule: Rule,
    followed: Vec<bool>,
    /// The only value, where a description or an SDK's source names it.
    only_value: Option<Located<Const>>,
    /// The example that tells a date from a date-time.
    exemplified: Option<&'a Located<String>>,
}

impl<'j, 'a> FieldBuilder<'j, 'a> {
    /// Joins the rows' types, and notes where pages disagree.
    pub fn new(
        cx: &'j Context<'a>,
        key: FieldKey,
        rows: &'j [Row<'a>],
        findings: &mut Findings,
    ) -> Self {
        // What was inferred says nothing where a cell says a type.
        let inferred = rows.iter().all(|row| row.field.is_inferred);
        let said = rows
            .iter()
            .map(|row| match row.field.is_inferred && !inferred {
                true => &LinkedType::Any,
                false => cx.catalog.type_of(row),
            });
        let said: Vec<&LinkedType> = said.collect();
        let Agreement {
            mut ty,
            mut rule,
            followed,
        } = Agreement::of(&said, &cx.catalog);
        if inferred {
            rule = Rule::InferredType;
        }
        let mut only_value = None;
        if let Some((value, by)) = constant::named(&ty, rows.iter().map(|row| row.field)) {
            ty = LinkedType::Const(value.value.clone());
            rule = by;
            only_value = Some(value);
        }
        let mut exemplified = None;
        if let Some((date, example)) = date_kind::shown(&ty, rows.iter().map(|row| row.field)) {
            ty = date;
            rule = Rule::ExampleDates;
            exemplified = Some(example);
        }
        let mut field = Self {
            cx,
            entry: &cx.catalog[key.0],
            key,
            rows,
            ty,
            config: None,
            spelt: String::new(),
            rule,
            followed,
            only_value,
            exemplified,
        };
        field.spelt = field.spell();
        field.config = field.find_config();
        if let Some(disagreement) = field.disagreement(&said) {
            findings.disagreements.push(disagreement);
        }
        field
    }

    /// The first statement that is not followed, and the first that contradicts it.
    fn disagreement(&self, said: &[&LinkedType]) -> Option<Disagreement> {
        let catalog = &self.cx.catalog;
        let other = self.followed.iter().position(|followed| !followed)?;
        if self.config.is_some_and(|config| config.ty.is_some()) {
            return None;
        }
        let against = said
            .iter()
            .position(|it| it.join(said[other], catalog).is_none())?;
        let statement = |at: usize| Statement {
            ty: said[at].clone(),
            place: self.rows[at].field.ty.place,
            source: self.rows[at].witness.source,
        };
        Some(Disagreement {
            field: self.full_name(),
            overruled: statement(other),
            against: statement(against),
            decided: self.ty.clone(),
        })
    }

    /// Its Rust name, if no other field takes it.
    fn wanted_name(&self) -> String {
        match self.config.and_then(|config| config.rust_name.as_ref()) {
            Some(name) => rust::raw(&name.value),
            None => rust::field_name(self.plain_name()),
        }
    }

    /// Decides all that a field is.
    pub fn decide(
        &self,
        scope: &mut Scope,
        lowering: &mut Lowering<'_, '_>,
        diagnostics: &mut Diagnostics,
    ) -> NamedField {
        let config = self.config;
        let wanted = self.wanted_name();
        let required = self.required(config, diagnostics);
        let nullable = self.nullable(config, required.value, diagnostics);
        let presence = presence::stored(required.value, nullable.value, self.cx.not_known);
        let set = config.and_then(|config| config.doc.as_ref());
        let docs = docs::of_field(set, self.rows.iter().map(|row| row.field), diagnostics);
        let mut ty = self.lower(config, lowering);
        let constant = self.constant(&ty);
        let replaced = self.replace(config, &mut ty.value, diagnostics);
        let attributes = config.map_or(&[][..], |config| config.attributes.as_slice());
        let field = Field {
            name: scope.take([wanted.clone()]),
            wire_name: self.wire_name(config, diagnostics),
            ty,
            required,
            nullable,
            presence,
            constant: constant.map(Box::new),
            tag_beside: None,
            replaced: replaced.map(Box::new),
            attributes: attributes.iter().map(|it| it.value.clone()).collect(),
            docs,
            examples: Vec::new(),
        };
        NamedField::new(field, wanted, config, self.rows[0].field.name.place)
    }

    fn find_config(&self) -> Option<&'a FieldConfig> {
        let shown = self.cx.observed.keys.get(&self.key);
        let shown = shown.into_iter().flatten().map(|key| key.name.as_str());
        let names = self.names().chain([self.spelt.as_str()]).chain(shown);
        self.entry.field_settings(names)
    }

    /// Its names in the docs.
    pub fn names(&self) -> impl Iterator<Item = &'j str> {
        self.rows.iter().map(|row| row.field.name.value.as_str())
    }

    /// The names of model and field in diagnostics.
    pub fn full_name(&self) -> String {
        format!("{}.{}", self.entry.title, self.doc_name())
    }

    /// The docs' name that keeps most of the wire's: one in camel case, if there is one.
    pub fn doc_name(&self) -> &'j str {
        let camel = |name: &&str| {
            name.starts_with(|c: char| c.is_ascii_lowercase())
                && name.contains(|c: char| c.is_ascii_uppercase())
        };
        self.names()
            .find(camel)
            .or_else(|| self.names().next())
            .unwrap_or_default()
    }

    /// The docs' name without what its page's language did to it.
    pub fn plain_name(&self) -> &'j str {
        let name = self.doc_name();
        let row = self.rows.iter().find(|row| row.field.name.value == name);
        row.map_or(name, |row| &row.field.plain_name)
    }

    fn lower(&self, config: Option<&FieldConfig>, lowering: &mut Lowering<'_, '_>) -> Fact<Type> {
        let files = self.cx.files;
        let set = config.and_then(|config| config.ty.as_ref());
        let won = set.is_none();
        let mut decision = Decision::new(files);
        if let Some(set) = set {
            decision.say(set.place, files.text(set.place), true);
        }
        if let Some(value) = &self.only_value {
            decision.say(value.place, constant::words(&value.value), won);
        }
        if let Some(example) = self.exemplified {
            decision.say(example.place, &example.value, won);
        }
        for (row, &followed) in self.rows.iter().zip(&self.followed) {
            let place = row.field.ty.place;
            let words = by(files.text(place), row.field, |cues| &cues.ty);
            decision.say(place, words, followed && won);
        }
        let rule = if won { self.rule } else { Rule::Set };
        let fact = decision.answer((), rule, |won| *won);
        let linked = set.map(|set| self.cx.catalog.link_setting(&set.value));
        let ty = linked.as_ref().unwrap_or(&self.ty).whole();
        let spot = Spot {
            owner: &self.entry.path,
            field: self.doc_name(),
            at: &fact.evidence[0],
        };
        let lowered = match ty {
            // Who prints the key knows JSON: a whole number there has no fraction elsewhere.
            LinkedType::Const(Const::Number(digits))
                if self.prints_keys() && digits.parse::<i64>().is_ok() =>
            {
                Type::Int64
            }
            ty => lowering.lower(ty, spot),
        };
        let fact = fact.map(|()| lowered);
        if won {
            sample_width::widen(self.cx, &self.key, fact)
        } else {
            fact
        }
    }

    /// Whether all rows print the key itself.
    fn prints_keys(&self) -> bool {
        let mut rows = self.rows.iter();
        rows.all(|row| row.field.spelling == Spelling::Exact)
    }

    /// Puts the user's type into the field's.
    fn replace(
        &self,
        config: Option<&FieldConfig>,
        ty: &mut Type,
        diagnostics: &mut Diagnostics,
    ) -> Option<Fact<String>> {
        let set = config?.replace.as_ref()?;
        let set_type = config.and_then(|config| config.ty.as_ref());
        let linked = set_type.map(|set| self.cx.catalog.link_setting(&set.value));
        let wire = linked.as_ref().unwrap_or(&self.ty);
        replacement::put(self.cx, set, ty, wire, &self.full_name(), diagnostics)
    }

    /// The only value, with the rule and the statements that the type has.
    fn constant(&self, ty: &Fact<Type>) -> Option<Fact<serde_json::Value>> {
        let value = match &self.ty {
            LinkedType::Const(Const::Boolean(value)) => (*value).into(),
            LinkedType::Const(Const::Number(digits)) => serde_json::from_str(digits).ok()?,
            LinkedType::Const(Const::String(value)) => value.as_str().into(),
            _ => return None,
        };
        Some(ty.clone().map(|_| value))
    }
}

/// What a row says, and by which word, mark or rule it was understood.
fn by<'s>(says: &'s str, field: &'s FieldClaim, cue: fn(&Cues) -> &Option<String>) -> Cow<'s, str> {
    match field.cues.as_deref().and_then(|cues| cue(cues).as_ref()) {
        Some(cue) if says.is_empty() => cue.into(),
        Some(cue) => format!("{says} ({cue})").into(),
        None => says.into(),
    }
}
