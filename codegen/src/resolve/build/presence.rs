//! Whether a key must be there, and whether its value may be null.

use super::field::{Joined, SET};
use crate::claim::Saying;
use crate::config::FieldConfig;
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::model::{Evidence, Fact, NotKnown, Nullability, Presence};
use crate::resolve::context::evidence;
use crate::resolve::observed::Sight;
use crate::source::Located;

/// How both are stored.
pub(crate) fn stored(required: bool, nullable: Nullability, not_known: NotKnown) -> Presence {
    let null = match nullable {
        Nullability::Yes => true,
        Nullability::No => false,
        // None of an optional field takes null in any case.
        Nullability::Unknown => required && not_known == NotKnown::AcceptNull,
    };
    match (required, null) {
        (true, true) => Presence::RequiredNullable,
        (true, false) => Presence::Required,
        (false, true) => Presence::OptionalNullable,
        (false, false) => Presence::Optional,
    }
}

impl Joined<'_, '_> {
    pub(crate) fn required(
        &self,
        config: Option<&FieldConfig>,
        diagnostics: &mut Diagnostics,
    ) -> Fact<bool> {
        let set = config.and_then(|config| config.required.as_ref());
        let absent = self.cx.shown.absent.get(&self.key());
        let by_pages = self.rows.iter().all(|row| row.field.required.value);
        let (value, rule) = match (set, absent) {
            (Some(set), _) => (set.value, SET),
            (None, Some(_)) => (false, "absent in a sample"),
            (None, None) if self.rows.len() == 1 => (by_pages, "the page says so"),
            // Who takes an optional field for required fails where it is absent.
            (None, None) => (by_pages, "optional if a page says so"),
        };
        if set.is_none() && absent.is_none() {
            self.warn_of_required(diagnostics);
        }
        let files = self.cx.files;
        let word = |required| if required { "required" } else { "optional" };
        let says = |at, required| evidence(files, at, word(required), required == value);
        let mut said: Vec<Evidence> = set.iter().map(|set| says(set.place, set.value)).collect();
        said.extend(
            absent
                .iter()
                .copied()
                .flatten()
                .map(|&at| evidence(files, at, "absent in a sample", !value)),
        );
        said.extend(self.rows.iter().map(|row| {
            let claim = &row.field.required;
            says(claim.place, claim.value)
        }));
        Fact {
            value,
            rule: rule.into(),
            evidence: said,
        }
    }

    fn warn_of_required(&self, diagnostics: &mut Diagnostics) {
        let mut rows = self.rows.iter();
        let (Some(yes), Some(no)) = (
            rows.clone().find(|row| row.field.required.value),
            rows.find(|row| !row.field.required.value),
        ) else {
            return;
        };
        let message = format!("pages disagree whether `{}` is required", self.full_name());
        diagnostics.push(
            Diagnostic::warning(Topic::Required, no.field.required.place, message)
                .label("optional here, and so in the model")
                .related(yes.field.required.place, "required here")
                .hint("set `required` in spec.toml, or bring the pages to one version"),
        );
    }

    pub(crate) fn nullable(
        &self,
        config: Option<&FieldConfig>,
        diagnostics: &mut Diagnostics,
    ) -> Fact<Nullability> {
        let files = self.cx.files;
        let set = config.and_then(|config| config.nullable.as_ref());
        let nulls = self.cx.shown.nulls.get(&self.key());
        let recorded = nulls.is_some_and(|nulls| nulls.iter().any(|null| null.recorded));
        let first = |wanted: Saying| self.rows.iter().find(|row| row.field.nullable == wanted);
        let (yes, no) = (first(Saying::Yes), first(Saying::No));
        let (value, rule) = match (set, nulls, yes, no) {
            (Some(set), ..) if set.value => (Nullability::Yes, SET),
            (Some(_), ..) => (Nullability::No, SET),
            (_, Some(_), ..) if recorded => (Nullability::Yes, "null in a sample"),
            (_, Some(_), ..) => (Nullability::Yes, "null in an example"),
            (.., Some(_), None) => (Nullability::Yes, "a type cell says so"),
            // Null that never comes does no harm; null that is refused does.
            (.., Some(_), Some(_)) => (Nullability::Yes, "nullable if a page says so"),
            (.., None, Some(_)) => (Nullability::No, "no wrapper where the language has one"),
            (.., None, None) => (Nullability::Unknown, "no source can say"),
        };
        if let (None, None, Some(yes), Some(no)) = (set, nulls, yes, no) {
            let message = format!("pages disagree whether `{}` may be null", self.full_name());
            diagnostics.push(
                Diagnostic::warning(Topic::Null, no.field.ty.place, message)
                    .label("not null here")
                    .related(yes.field.ty.place, "may be null here, and so in the model")
                    .hint("set `nullable` in spec.toml, or bring the pages to one version"),
            );
        }
        let mut said: Vec<Evidence> = Vec::new();
        said.extend(set.iter().map(|set: &&Located<bool>| {
            let says = if set.value {
                "nullable"
            } else {
                "not nullable"
            };
            evidence(files, set.place, says, true)
        }));
        let won = value == Nullability::Yes;
        said.extend(
            nulls
                .into_iter()
                .flatten()
                .map(|&Sight { place, recorded }| {
                    let says = if recorded {
                        "null in a sample"
                    } else {
                        "null in an example"
                    };
                    evidence(files, place, says, won)
                }),
        );
        said.extend(self.rows.iter().filter_map(|row| {
            let place = row.field.ty.place;
            let (words, says) = match row.field.nullable {
                Saying::Yes => ("may be null", Nullability::Yes),
                Saying::No => ("not null", Nullability::No),
                Saying::Silent => return None,
            };
            let says_all = format!("{words}: {}", files.text(place));
            Some(evidence(files, place, &says_all, says == value))
        }));
        Fact {
            value,
            rule: rule.into(),
            evidence: said,
        }
    }
}
