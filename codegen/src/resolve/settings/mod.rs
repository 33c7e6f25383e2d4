//! Settings of models and fields, and errors for settings that name nothing.

pub(crate) mod attributes;
pub(crate) mod crates;
pub(crate) mod inapplicable;
pub(crate) mod user_types;

use std::collections::BTreeSet;

use super::build::field::unlisted;
use super::build::undocumented;
use super::catalog::Entry;
use super::catalog::ids::EntryId;
use super::context::{Context, Models};
use super::names::wire_case;
use crate::claim::names::names_in;
use crate::claim::{Body, TypeShape};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{ExtraKeys, Kind, ModelPath};
use crate::suggest::{Known, with_suggestion};

impl Context<'_> {
    /// Whether unknown keys are kept: by the model's setting, else by the API's.
    pub(crate) fn keeps_extra(&self, entry: &Entry<'_>) -> bool {
        let model = entry.settings.and_then(|config| config.extra.as_ref());
        let set = model.or(self.config.extra.as_ref());
        set.is_some_and(|set| set.value == ExtraKeys::Keep)
    }
}

/// Reports settings that name no model, or no field of their model: a typing error must not pass
/// in silence.
pub(crate) fn report_unused(cx: &Context<'_>, models: &Models, diagnostics: &mut Diagnostics) {
    let mut fields = Known::default();
    for (name, key) in &cx.config.keys {
        if cx.catalog.names.get(name).is_none() {
            let error = Diagnostic::error(key.place, format!("no field is called `{name}`"));
            let rows = cx.catalog.entries().flat_map(|entry| entry.rows.values());
            let names = rows.flatten().map(|row| row.field.name.value.as_str());
            let near = fields.nearest(name, || names);
            diagnostics.push(with_suggestion(error, near));
        }
    }
    let mut titles = Known::default();
    for (name, settings) in &cx.config.models {
        if cx.catalog.titled(name).next().is_none() {
            // A union without a page has no settings but these.
            if unnamed_union(models, name) && settings.value.is_of_tag_only() {
                continue;
            }
            let error = Diagnostic::error(settings.place, format!("no model is called `{name}`"));
            let near = titles.nearest(name, || titles_of(cx));
            diagnostics.push(with_suggestion(error, near));
            continue;
        }
        let known: Vec<String> = cx
            .catalog
            .titled(name)
            .flat_map(|(index, _)| field_names(cx, index, models))
            .collect();
        // A key as the wire case spells it is another name once `wire-name` is set.
        let case = cx.case.value;
        let mut spelt = BTreeSet::new();
        if !settings.value.fields.is_empty() {
            spelt.extend(known.iter().map(|name| wire_case::spell(case, name)));
            spelt.extend(known.iter().cloned());
        }
        let mut near_fields = Known::default();
        for (field, settings) in &settings.value.fields {
            if !spelt.contains(field) {
                let error =
                    Diagnostic::error(settings.place, format!("`{name}` has no field `{field}`"));
                let near = near_fields.nearest(field, || known.iter().map(String::as_str));
                diagnostics.push(with_suggestion(error, near));
            }
            if let Some(ty) = &settings.value.ty {
                report_unknown_names(cx, &ty.value, &mut titles, diagnostics);
            }
        }
    }
}

/// Whether a union that no page describes goes by this path.
pub(crate) fn unnamed_union(models: &Models, name: &str) -> bool {
    let found = models.get(&ModelPath::new(None, name));
    found.is_some_and(|model| matches!(model.kind, Kind::Union(_)))
}

fn titles_of<'c>(cx: &'c Context<'_>) -> impl Iterator<Item = &'c str> {
    cx.catalog.entries().map(|entry| entry.title.as_str())
}

fn report_unknown_names<'c>(
    cx: &'c Context<'_>,
    ty: &TypeShape,
    titles: &mut Known<'c>,
    diagnostics: &mut Diagnostics,
) {
    names_in(ty, &mut |name| {
        if cx.catalog.named(&name.name).is_none() {
            let message = format!("no model is called `{}`", name.name);
            let error = Diagnostic::error(name.place, message);
            let near = titles.nearest(&name.name, || titles_of(cx));
            diagnostics.push(with_suggestion(error, near));
        }
    });
}

/// The names by which settings can mean the fields of an entry, those that are left out included.
fn field_names(cx: &Context<'_>, index: EntryId, models: &Models) -> Vec<String> {
    let entry = &cx.catalog[index];
    let on_wire = match models.get(&entry.path).map(|model| &model.kind) {
        Some(Kind::Struct(object)) => object.fields.as_slice(),
        _ => &[],
    };
    let in_docs = entry
        .witnesses
        .iter()
        .flat_map(|witness| match &witness.claim.body {
            Body::Fields(fields) => fields.as_slice(),
            _ => &[],
        });
    let on_wire = on_wire.iter().map(|field| field.wire_name.value.clone());
    let in_docs = in_docs.map(|field| field.name.value.clone());
    let mut names: Vec<String> = on_wire.chain(in_docs).collect();
    names.extend(undocumented::keys(cx, index).into_keys());
    if !entry.has_rest() {
        let unlisted = unlisted::unlisted_keys(cx, index);
        names.extend(unlisted.map(|(key, _)| key.to_owned()));
    }
    names
}

#[cfg(test)]
mod tests {
    use super::super::testing::{describe, field, kind, messages, table};
    use crate::diagnostic::Severity;
    use crate::model::{Kind, Presence, Type};

    #[test]
    fn settings_decide_and_what_they_name_in_vain_is_an_error() {
        let job = table(
            "Job",
            &["| `endedAt` | *string* | :heavy_check_mark: | N/A |  |"],
        );
        let pages = [("docs/models/components/job.md", job.as_str())];
        let spec = "[models.Job.fields.endedAt]\nnullable = true\nwire-name = \"ended-at\"\n";
        let (api, diagnostics) = describe(&pages, spec);
        assert_eq!(
            messages(&diagnostics, Severity::Error),
            Vec::<String>::new()
        );
        let ended = field(&api, "Job", "ended-at");
        assert_eq!(
            (ended.presence, ended.nullable.rule),
            (Presence::RequiredNullable, crate::model::Rule::Set)
        );

        let spec = "wire-case = \"camel\"\n[models.Jobs]\nclosed = true\n[models.Job.fields.endetAt]\nnullable = true\n";
        let (_, diagnostics) = describe(&pages, spec);
        let errors = messages(&diagnostics, Severity::Error);
        assert_eq!(
            errors,
            ["no model is called `Jobs`", "`Job` has no field `endetAt`"]
        );
        let hints: Vec<_> = diagnostics
            .sorted()
            .into_iter()
            .filter_map(|d| d.hint.as_deref())
            .collect();
        assert_eq!(hints, ["did you mean `Job`?", "did you mean `endedAt`?"]);
    }

    #[test]
    fn types_docs_exclusions_and_namespaces_are_settings() {
        let job = table(
            "Job",
            &[
                "| `size` | *String* | :heavy_check_mark: | Old words. |  |",
                "| `run` | [Run](../../models/shared/Run.md) | :heavy_check_mark: | N/A |  |",
                "| `secret` | *String* | :heavy_check_mark: | N/A |  |",
            ],
        );
        let run = table(
            "Run",
            &["| `id` | *String* | :heavy_check_mark: | N/A |  |"],
        );
        let failure = table(
            "Failure",
            &["| `why` | *String* | :heavy_check_mark: | N/A |  |"],
        );
        let pages = [
            ("docs/models/shared/Job.md", job.as_str()),
            ("docs/models/shared/Run.md", run.as_str()),
            ("docs/models/errors/Failure.md", failure.as_str()),
        ];
        let spec = "namespaces = [\"\"]\n[models.Run]\nexclude = true\n[models.Job.fields]\n\
                    size.type = \"[{int64?}]\"\nsize.doc = \"New words.\"\nsecret.exclude = true\n";
        let (api, diagnostics) = describe(&pages, spec);
        assert_eq!(
            messages(&diagnostics, Severity::Error),
            Vec::<String>::new()
        );
        let paths: Vec<_> = api.models.keys().map(|path| path.as_str()).collect();
        assert_eq!(paths, ["Job"]);
        let size = field(&api, "Job", "size");
        let whole = Type::Nullable(Box::new(Type::Int64));
        assert_eq!(
            size.ty.value,
            Type::List(Box::new(Type::Map(Box::new(whole))))
        );
        assert_eq!(size.docs.description.as_deref(), Some("New words."));
        assert_eq!(field(&api, "Job", "run").ty.value, Type::Any);
        let Kind::Struct(job) = kind(&api, "Job") else {
            panic!("no struct")
        };
        assert_eq!(job.fields.len(), 2);

        let spec = "namespaces = [\"error\"]\n[models.Job.fields]\nsize.type = \"Rum\"\n";
        let (_, diagnostics) = describe(&pages, spec);
        let hints: Vec<_> = diagnostics
            .sorted()
            .iter()
            .filter_map(|it| it.hint.clone())
            .collect();
        assert_eq!(hints, ["did you mean `errors`?", "did you mean `Run`?"]);
    }
}
