//! Settings that name an existing folder or model but do not apply to it.

use std::collections::{BTreeMap, BTreeSet};

use crate::claim::Source;
use crate::config::ModelConfig;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Kind;
use crate::resolve::build::digits::is_of_digits;
use crate::resolve::catalog::ids::EntryId;
use crate::resolve::context::{Context, Models};
use crate::resolve::names::rust;
use crate::source::Place;
use crate::suggest::{Known, with_suggestion};

/// Reports settings without effect, which must not be ignored silently.
pub(crate) fn report(
    cx: &Context<'_>,
    models: &Models,
    sources: &[Source],
    diagnostics: &mut Diagnostics,
) {
    let folders: BTreeSet<&str> = sources.iter().map(|it| it.folder.as_str()).collect();
    let mut known_folders = Known::default();
    for (folder, settings) in &cx.config.sources {
        if !folders.contains(folder.as_str()) {
            let message = format!("there are no pages below `{folder}/`");
            let error = Diagnostic::error(settings.place, message);
            let folders = sources.iter().map(|source| source.folder.as_str());
            let near = known_folders.nearest(folder, || folders);
            diagnostics.push(with_suggestion(error, near));
        }
    }
    let mut called = None;
    for (name, settings) in &cx.config.models {
        let kinds: Vec<&Kind> = cx
            .catalog
            .titled(name)
            .filter_map(|(_, entry)| models.get(&entry.path))
            .map(|model| &model.kind)
            .collect();
        if kinds.is_empty() {
            continue;
        }
        let is_any = |wanted: fn(&Kind) -> bool| kinds.iter().any(|kind| wanted(kind));
        let ModelConfig {
            scalar,
            closed,
            extra,
            tag,
            tags,
            ..
        } = &settings.value;
        let mut entries = cx.catalog.titled(name);
        let of_digits = entries.any(|(_, entry)| is_of_digits(entry))
            && !is_any(|kind| matches!(kind, Kind::Flags(_)));
        if let Some(closed) = closed
            && !of_digits
            && !is_any(|kind| matches!(kind, Kind::Enum(_)))
        {
            report_kind(name, "an enum", closed.place, diagnostics);
        }
        if let Some(scalar) = scalar
            && !of_digits
        {
            report_kind(name, "an enum of digits", scalar.place, diagnostics);
        }
        if let Some(extra) = extra
            && !is_any(|kind| matches!(kind, Kind::Struct(_)))
        {
            report_kind(name, "a struct", extra.place, diagnostics);
        }
        let of_tag = tag.as_ref().map(|tag| tag.place);
        let of_tag = of_tag.or_else(|| Some(tags.first()?.1.place));
        if let Some(place) = of_tag
            && !is_any(|kind| matches!(kind, Kind::Union(_)))
        {
            report_kind(name, "a union", place, diagnostics);
        }
        report_name(cx, &mut called, name, &settings.value, diagnostics);
    }
}

fn report_kind(name: &str, wanted: &str, place: Place, diagnostics: &mut Diagnostics) {
    let message = format!("`{name}` is not {wanted}");
    diagnostics.push(Diagnostic::error(place, message).hint("remove the setting"));
}

/// A name that is set must not become one with a number, nor give one to another model.
fn report_name<'c>(
    cx: &'c Context<'_>,
    called: &mut Option<Called<'c>>,
    name: &str,
    settings: &ModelConfig,
    diagnostics: &mut Diagnostics,
) {
    let Some(set) = &settings.rust_name else {
        return;
    };
    for (index, entry) in cx.catalog.titled(name) {
        let called = called.get_or_insert_with(|| by_name(cx));
        let namesakes = called.get(&(entry.namespace.as_str(), set.value.clone()));
        if namesakes.is_some_and(|them| them.iter().any(|at| *at != index)) {
            let message = format!("two models are called `{}`", set.value);
            diagnostics.push(Diagnostic::error(set.place, message).hint("choose another name"));
        }
    }
}

/// Models by their namespaces and the names that settings or titles give them.
type Called<'c> = BTreeMap<(&'c str, String), Vec<EntryId>>;

fn by_name<'c>(cx: &'c Context<'_>) -> Called<'c> {
    let mut called = Called::new();
    for (at, entry) in cx.catalog.iter() {
        let own = entry.settings.and_then(|it| it.rust_name.as_ref());
        let name = own.map_or_else(|| rust::type_name(&entry.title), |own| own.value.clone());
        let them = called.entry((entry.namespace.as_str(), name));
        them.or_default().push(at);
    }
    called
}

#[cfg(test)]
mod tests {
    use crate::resolve::testing::{describe, table};

    /// The errors that a spec causes, each with its hint.
    fn errors(spec: &str) -> Vec<String> {
        let row = "| `id` | *String* | :heavy_check_mark: | N/A |  |";
        let [job, run] = ["Job", "Run"].map(|title| table(title, &[row]));
        let state = "# State\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `A` | a |\n";
        let pages = [
            ("java/docs/models/shared/Job.md", job.as_str()),
            ("java/docs/models/shared/Run.md", run.as_str()),
            ("java/docs/models/shared/State.md", state),
        ];
        let (_, diagnostics) = describe(&pages, spec);
        let all = diagnostics.sorted().into_iter();
        all.map(|it| format!("{} ({})", it.message, it.hint.as_deref().unwrap_or("-")))
            .collect()
    }

    #[test]
    fn what_does_nothing_is_an_error() {
        assert_eq!(
            errors("sources.jav.language = \"java\"\nsources.java.language = \"java\"\n"),
            ["there are no pages below `jav/` (did you mean `java`?)"]
        );
        assert_eq!(
            errors("models.Job.closed = true\nmodels.State.closed = true\n"),
            ["`Job` is not an enum (remove the setting)"]
        );
        assert_eq!(
            errors("models.Job.extra = \"keep\"\nmodels.State.extra = \"keep\"\n"),
            ["`State` is not a struct (remove the setting)"]
        );
    }

    #[test]
    fn a_set_name_is_no_other_models() {
        let clash = "two models are called `Run` (choose another name)";
        assert_eq!(errors("models.Job.rust-name = \"Run\"\n"), [clash]);
        let both = "models.Job.rust-name = \"Run\"\nmodels.Run.rust-name = \"Job\"\n";
        assert!(errors(both).is_empty());
    }
}
