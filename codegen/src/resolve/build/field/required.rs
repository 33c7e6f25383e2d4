//! Whether the key of a field must be there.

use super::{FieldBuilder, by};
use crate::claim::Stated;
use crate::config::FieldConfig;
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::model::{Fact, Rule};
use crate::resolve::decision::Decision;

impl FieldBuilder<'_, '_> {
    pub(crate) fn required(
        &self,
        config: Option<&FieldConfig>,
        diagnostics: &mut Diagnostics,
    ) -> Fact<bool> {
        let set = config.and_then(|config| config.required.as_ref());
        let absent = self.cx.observed.absences.of(self.key);
        let stated = |wanted| {
            let mut rows = self.rows.iter();
            rows.any(|row| row.field.required.value == wanted)
        };
        let (yes, no) = (stated(Stated::Yes), stated(Stated::No));
        let by_pages = yes && !no;
        let (value, rule) = match (set, &absent) {
            (Some(set), _) => (set.value, Rule::Set),
            (None, Some(_)) => (false, Rule::AbsentInSample),
            // A key of which no page says anything may be absent.
            (None, None) if !yes && !no => (false, Rule::NotKnown),
            (None, None) if self.rows.len() == 1 => (by_pages, Rule::OnlyPage),
            (None, None) if yes != no => (by_pages, Rule::PagesAgree),
            // A reader that requires an optional field fails if it is absent.
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
        if let Some(absent) = &absent {
            for (nth, at) in absent.first.iter().enumerate() {
                let words = match absent.more {
                    more @ 1.. if nth + 1 == absent.first.len() => {
                        format!("absent in a sample, and in {more} others")
                    }
                    _ => "absent in a sample".to_owned(),
                };
                decision.say(*at, words, false);
            }
        }
        for row in self.rows {
            let claim = &row.field.required;
            let required = match claim.value {
                Stated::Yes => true,
                Stated::No => false,
                Stated::Silent => continue,
            };
            let words = by(word(required), row.field, |cues| &cues.required);
            decision.say(claim.place, words, required);
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
                .hint("set `required` in spec.toml, or use pages of the same version"),
        );
    }
}
