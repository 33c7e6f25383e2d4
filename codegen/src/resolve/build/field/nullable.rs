//! Whether the value of a field may be null.

use super::{FieldBuilder, by};
use crate::claim::Stated;
use crate::config::FieldConfig;
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::model::{Fact, Nullability, Rule};
use crate::resolve::decision::Decision;

impl FieldBuilder<'_, '_> {
    pub(crate) fn nullable(
        &self,
        config: Option<&FieldConfig>,
        is_required: bool,
        diagnostics: &mut Diagnostics,
    ) -> Fact<Nullability> {
        let files = self.cx.files;
        let set = config.and_then(|config| config.nullable.as_ref());
        let nulls = self.cx.observed.nulls.get(&self.key);
        let recorded = nulls.is_some_and(|nulls| nulls.iter().any(|null| null.recorded));
        let first = |wanted: Stated| self.rows.iter().find(|row| row.field.nullable == wanted);
        let (yes, no) = (first(Stated::Yes), first(Stated::No));
        // Optional fields accept null anyway.
        let told = self.rows.iter().find_map(|row| row.field.null_in_words);
        let told = told.filter(|_| is_required);
        let (value, rule) = match (set, nulls, yes, no) {
            (Some(set), ..) => (said(set.value), Rule::Set),
            (_, Some(_), ..) if recorded => (Nullability::Yes, Rule::NullInSample),
            (_, Some(_), ..) => (Nullability::Yes, Rule::NullInExample),
            (.., Some(_), None) => (Nullability::Yes, Rule::NullOnPages),
            // Accepting a null that never comes does no harm; rejecting one that does come is an
            // error.
            (.., Some(_), Some(_)) => (Nullability::Yes, Rule::NullOnAPage),
            (.., None, Some(row)) if row.witness.claim.language.is_none() => {
                (Nullability::No, Rule::NullNotMarked)
            }
            (.., None, Some(_)) => (Nullability::No, Rule::NotWrapped),
            (.., None, None) if told.is_some() => (Nullability::Yes, Rule::NullInWords),
            (.., None, None) => (Nullability::Unknown, Rule::NotKnown),
        };
        if let (None, None, Some(yes), Some(no)) = (set, nulls, yes, no) {
            let message = format!("pages disagree whether `{}` may be null", self.full_name());
            diagnostics.push(
                Diagnostic::warning(Topic::Null, no.field.ty.place, message)
                    .label("not null here")
                    .related(yes.field.ty.place, "may be null here, and so in the model")
                    .hint("set `nullable` in spec.toml, or use pages of the same version"),
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
            let words = format!("{words}: {}", files.text(place));
            let words = by(&words, row.field, |cues| &cues.nullable).into_owned();
            decision.say(place, words, says);
        }
        if let Some(place) = told {
            decision.say(place, Rule::NullInWords.sentence(), Nullability::Yes);
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
