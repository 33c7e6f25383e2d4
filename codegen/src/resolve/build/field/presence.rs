//! Whether a key must be there, and whether its value may be null.

use crate::claim::Stated;
use crate::config::FieldConfig;
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::model::{Fact, NotKnown, Nullability, Presence, Rule};
use crate::resolve::build::field::FieldBuilder;
use crate::resolve::decision::Decision;

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

impl FieldBuilder<'_, '_> {
    pub(crate) fn required(
        &self,
        config: Option<&FieldConfig>,
        diagnostics: &mut Diagnostics,
    ) -> Fact<bool> {
        let set = config.and_then(|config| config.required.as_ref());
        let absent = self.cx.observed.absent.get(&self.key);
        let stated = |wanted| {
            let mut rows = self.rows.iter();
            rows.any(|row| row.field.required.value == wanted)
        };
        let (yes, no) = (stated(Stated::Yes), stated(Stated::No));
        let by_pages = yes && !no;
        let (value, rule) = match (set, absent) {
            (Some(set), _) => (set.value, Rule::Set),
            (None, Some(_)) => (false, Rule::AbsentInSample),
            // A key of which no page says anything may be absent.
            (None, None) if !yes && !no => (false, Rule::NotKnown),
            (None, None) if self.rows.len() == 1 => (by_pages, Rule::OnlyPage),
            (None, None) if yes != no => (by_pages, Rule::PagesAgree),
            // Who takes an optional field for required fails where it is absent.
            (None, None) => (by_pages, Rule::OptionalOnAPage),
        };
        if set.is_none() && absent.is_none() {
            self.warn_of_required(diagnostics);
        }
        let word = |required| if required { "required" } else { "optional" };
        let mut decision = Decision::new(self.cx.files);
        if let Some(set) = set {
            decision.say(set.place, word(set.value), set.value);
        }
        for &at in absent.into_iter().flatten() {
            decision.say(at, "absent in a sample", false);
        }
        for row in self.rows {
            let claim = &row.field.required;
            let required = match claim.value {
                Stated::Yes => true,
                Stated::No => false,
                Stated::Silent => continue,
            };
            decision.say(claim.place, word(required), required);
        }
        decision.settle(value, rule)
    }

    fn warn_of_required(&self, diagnostics: &mut Diagnostics) {
        let first = |wanted| {
            let mut rows = self.rows.iter();
            rows.find(|row| row.field.required.value == wanted)
        };
        let (Some(yes), Some(no)) = (first(Stated::Yes), first(Stated::No)) else {
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
        let nulls = self.cx.observed.nulls.get(&self.key);
        let recorded = nulls.is_some_and(|nulls| nulls.iter().any(|null| null.recorded));
        let first = |wanted: Stated| self.rows.iter().find(|row| row.field.nullable == wanted);
        let (yes, no) = (first(Stated::Yes), first(Stated::No));
        let (value, rule) = match (set, nulls, yes, no) {
            (Some(set), ..) => (said(set.value), Rule::Set),
            (_, Some(_), ..) if recorded => (Nullability::Yes, Rule::NullInSample),
            (_, Some(_), ..) => (Nullability::Yes, Rule::NullInExample),
            (.., Some(_), None) => (Nullability::Yes, Rule::NullOnPages),
            // Null that never comes does no harm; null that is refused does.
            (.., Some(_), Some(_)) => (Nullability::Yes, Rule::NullOnAPage),
            (.., None, Some(_)) => (Nullability::No, Rule::NotWrapped),
            (.., None, None) => (Nullability::Unknown, Rule::NotKnown),
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
        let mut decision = Decision::new(files);
        if let Some(set) = set {
            let words = if set.value {
                "nullable"
            } else {
                "not nullable"
            };
            decision.say(set.place, words, said(set.value));
        }
        for null in nulls.into_iter().flatten() {
            let rule = match null.recorded {
                true => Rule::NullInSample,
                false => Rule::NullInExample,
            };
            decision.say(null.place, rule.sentence(), Nullability::Yes);
        }
        for row in self.rows {
            let place = row.field.ty.place;
            let (words, says) = match row.field.nullable {
                Stated::Yes => ("may be null", Nullability::Yes),
                Stated::No => ("not null", Nullability::No),
                Stated::Silent => continue,
            };
            decision.say(place, format!("{words}: {}", files.text(place)), says);
        }
        decision.settle(value, rule)
    }
}

/// What a setting says of null.
fn said(nullable: bool) -> Nullability {
    if nullable {
        Nullability::Yes
    } else {
        Nullability::No
    }
}
