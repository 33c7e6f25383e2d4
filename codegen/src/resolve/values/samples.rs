//! Samples as values of the model: each gives a test or a warning.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use serde_json::Value;

use super::fit::Fitting;
use super::likely::Likely;
use super::mismatch::{Mismatch, Search};
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::map::{IndexMap, IndexSet};
use crate::model::reads::Reader;
use crate::model::{DateTimeType, Example, ModelPath, Type};
use crate::resolve::catalog::ids::EntryId;
use crate::resolve::catalog::{Catalog, Entry};
use crate::resolve::context::{Context, Models};
use crate::resolve::observed::bodies;
use crate::resolve::observed::literal::verbatim;
use crate::sample::Sample;
use crate::source::{Located, Place};
use crate::suggest::{Known, with_suggestion};

/// The entry of each sample; one that names no model is an error.
pub(crate) fn of_entries<'s>(
    catalog: &Catalog<'_>,
    samples: &'s [Sample],
    diagnostics: &mut Diagnostics,
) -> Vec<(EntryId, &'s Sample)> {
    let mut found = Vec::new();
    // One setting may name the model of many files.
    let mut reported: BTreeSet<Place> = BTreeSet::new();
    let titles = OnceCell::new();
    let mut known = Known::default();
    for sample in samples {
        let Located { value: name, place } = &sample.model;
        if let Some(entry) = catalog.named(name) {
            found.push((entry, sample));
            continue;
        }
        if !reported.insert(*place) {
            continue;
        }
        let message = format!("no model is called `{name}`");
        let titles: &Vec<String> =
            titles.get_or_init(|| catalog.entries().map(Entry::full_title).collect());
        let near = known.nearest(name, || titles.iter().map(String::as_str));
        let mut error = Diagnostic::error(*place, message);
        if place.file == sample.body.place.file {
            error = error.label("the folder of a sample names its model, or spec.toml does");
        }
        diagnostics.push(with_suggestion(error, near));
    }
    found
}

/// Puts the samples first among the examples of their models.
pub(crate) fn attach(
    cx: &Context<'_>,
    samples: &[(EntryId, &Sample)],
    models: &mut Models,
    date_time: DateTimeType,
    diagnostics: &mut Diagnostics,
) {
    let reader = Reader::new(models, date_time);
    let search = Search {
        models,
        reader: &reader,
        date_time,
        is_abridged: false,
    };
    let fits = Fitting {
        models,
        reader: &reader,
        date_time,
        types: &cx.config.types,
        likely: Likely::default(),
        has_wire_keys: true,
        takes_unlisted: false,
    };
    let mut fitting: IndexMap<ModelPath, Vec<Example>> = IndexMap::default();
    for (entry, sample) in samples {
        let path = &cx.catalog[*entry].path;
        let ty = Type::Model(path.clone());
        let place = sample.body.place;
        for (nth, body) in bodies(&cx.catalog, *entry, &sample.body.value)
            .iter()
            .enumerate()
        {
            let root = if std::ptr::eq(body, &sample.body.value) {
                sample.path.clone()
            } else {
                format!("{}[{nth}]", sample.path)
            };
            if let Some(mismatch) = search.mismatch(&ty, body, &root, place) {
                diagnostics.push(contradiction(cx, &mismatch));
                continue;
            }
            let value = verbatim(body, 0).filter(|value| fits.reads_back(&ty, value));
            if let Some(value) = value {
                let at = cx.files.locate(place);
                fitting
                    .entry(path.clone())
                    .or_default()
                    .push(Example { value, at });
            }
        }
    }
    for (path, mut examples) in fitting {
        if let Some(model) = models.get_mut(&path) {
            let mut new = std::mem::take(&mut model.examples);
            let known: IndexSet<&Value> = examples.iter().map(|it| &it.value).collect();
            new.retain(|example| !known.contains(&example.value));
            examples.extend(new);
            model.examples = examples;
        }
    }
}

fn contradiction(cx: &Context<'_>, mismatch: &Mismatch) -> Diagnostic {
    let message = format!("a sample contradicts the model at `{}`", mismatch.path);
    let mut warning = Diagnostic::warning(Topic::Sample, mismatch.place, message)
        .label(format!(
            "{} here, {} in the model",
            mismatch.found, mismatch.expected
        ))
        .hint("correct the sample, or set the field's type in spec.toml; no test is generated from this sample");
    let field = mismatch.field.as_ref().and_then(|(path, wire_name)| {
        let entry = cx.catalog.of_path(path)?;
        cx.catalog.place_of_type(entry, wire_name)
    });
    if let Some(place) = field {
        warning = warning.related(place, "the type on the page");
    }
    warning
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Severity;
    use crate::model::Rule;
    use crate::model::{Kind, Presence, Type};
    use crate::resolve::testing::{describe, field, kind, messages, table};

    #[test]
    fn samples_settle_null_absence_width_values_and_keys() {
        let job = table(
            "Job",
            &[
                "| `endedAt` | *String* | :heavy_check_mark: | N/A |  |",
                "| `owner` | *String* | :heavy_check_mark: | N/A |  |",
                "| `ratio` | *int* | :heavy_check_mark: | N/A |  |",
                "| `size` | List\\<*Integer*> | :heavy_check_mark: | N/A |  |",
                "| `state` | [State](../../models/shared/State.md) | :heavy_check_mark: | N/A |  |",
            ],
        );
        let state = "# State\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `UP` | up |\n";
        let sample = r#"{
            "ended_at": null, "ratio": 0.5, "size": [1, 3000000000], "state": "down", "zone": "a"
        }"#;
        let (api, diagnostics) = describe(
            &[
                ("docs/models/shared/Job.md", &job),
                ("docs/models/shared/State.md", state),
                ("samples/Job/down.json", sample),
            ],
            "wire-case = \"camel\"\n",
        );
        let all = [Severity::Error, Severity::Warning].map(|it| messages(&diagnostics, it));
        assert_eq!(all, [Vec::<String>::new(), Vec::new()]);
        let ended = field(&api, "Job", "ended_at");
        assert_eq!(ended.nullable.rule, Rule::NullInSample);
        assert_eq!(ended.presence, Presence::RequiredNullable);
        let owner = field(&api, "Job", "owner");
        let rule = owner.required.rule;
        assert_eq!((owner.required.value, rule), (false, Rule::AbsentInSample));
        assert_eq!(field(&api, "Job", "ratio").ty.value, Type::Number);
        let wide = Type::List(Box::new(Type::Int64));
        assert_eq!(field(&api, "Job", "size").ty.value, wide);
        let zone = field(&api, "Job", "zone");
        assert_eq!(
            (&zone.ty.value, zone.presence),
            (&Type::String, Presence::Optional)
        );
        let Kind::Enum(state) = kind(&api, "State") else {
            panic!("no enum")
        };
        let values: Vec<_> = state
            .values
            .iter()
            .map(|value| (value.value.clone(), value.evidence[0].says.as_str()))
            .collect();
        assert_eq!(
            values,
            [("up".into(), "up"), ("down".into(), "in a sample")]
        );
        let example = &api.models.values().next().expect("Job").examples[0];
        let sent: serde_json::Value = serde_json::from_str(sample).expect("JSON");
        assert_eq!(example.value, sent);
    }

    #[test]
    fn of_many_objects_that_lack_a_field_the_first_are_its_evidence() {
        let job = table(
            "Job",
            &["| `owner` | *String* | :heavy_check_mark: | N/A |  |"],
        );
        let said = |lacking: usize| {
            let bodies = ["{\"owner\": \"a\"}"; 3].join(",") + &",{}".repeat(lacking);
            let pages = [
                ("docs/models/shared/Job.md", job.as_str()),
                ("samples/Job/a.json", &format!("[{bodies}]")),
            ];
            let (api, _) = describe(&pages, "");
            let required = &field(&api, "Job", "owner").required;
            let evidence = required.evidence.iter().filter(|it| it.won);
            (required.value, evidence.map(|it| it.says.clone()).collect())
        };
        let shown = |all: usize| vec!["absent in a sample".to_owned(); all];
        assert!(said(0).0);
        assert_eq!(said(20), (false, shown(20)));
        let mut many = shown(19);
        many.push("absent in a sample, and in 5 others".to_owned());
        assert_eq!(said(25), (false, many));
    }

    #[test]
    fn a_sample_of_no_model_is_an_error_with_a_suggestion() {
        let job = table(
            "Job",
            &["| `id` | *String* | :heavy_check_mark: | N/A |  |"],
        );
        let pages = [
            ("docs/models/shared/Job.md", job.as_str()),
            ("samples/Jobs/a.json", "{}"),
        ];
        let (_, diagnostics) = describe(&pages, "");
        assert_eq!(
            messages(&diagnostics, Severity::Error),
            ["no model is called `Jobs`"]
        );
        let hint = diagnostics.sorted()[0].hint.as_deref();
        assert_eq!(hint, Some("did you mean `Job`?"));
    }

    #[test]
    fn a_sample_with_a_key_that_settings_took_away_is_a_warning() {
        let job = table(
            "Job",
            &["| `endedAt` | *String* | :heavy_minus_sign: | N/A |  |"],
        );
        let pages = [
            ("docs/models/shared/Job.md", job.as_str()),
            ("samples/Job/a.json", r#"{"ended_at": "x", "zone": "y"}"#),
        ];
        for setting in ["exclude = true", "wire-name = \"ended-at\""] {
            let spec = format!("[models.Job.fields.endedAt]\n{setting}\n");
            let (_, diagnostics) = describe(&pages, &spec);
            let found = diagnostics.sorted();
            assert_eq!(found.len(), 1, "{setting}: {found:?}");
            assert_eq!(
                found[0].message,
                "a sample contradicts the model at `$.ended_at`"
            );
            assert_eq!(found[0].label, "text here, no such key in the model");
        }
    }
}
