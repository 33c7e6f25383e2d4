//! Models without a page.

use std::collections::BTreeSet;

use crate::claim::Source;
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::model::ModelPath;
use crate::resolve::catalog::Entry;
use crate::resolve::catalog::ids::EntryId;
use crate::resolve::context::{Context, Models, Overruled};
use crate::sample::Sample;

/// Models that only overruled cells name.
pub(crate) fn unneeded(
    cx: &Context<'_>,
    samples: &[(EntryId, &Sample)],
    overruled: &Overruled,
) -> BTreeSet<ModelPath> {
    let sampled: BTreeSet<EntryId> = samples.iter().map(|(sampled, _)| *sampled).collect();
    let unneeded = entries(cx).filter(|(index, entry)| {
        let mut mentions = entry.mentions.iter();
        mentions.all(|&place| overruled.contains(place))
            && entry.settings.is_none()
            && !sampled.contains(index)
    });
    unneeded.map(|(_, entry)| entry.path.clone()).collect()
}

/// Warns of each where it is first named, unless nothing is left that names it.
pub(crate) fn warn(
    cx: &Context<'_>,
    models: &Models,
    sources: &[Source],
    overruled: &Overruled,
    diagnostics: &mut Diagnostics,
) {
    let left_out = sources.iter().flat_map(|source| &source.left_out);
    let left_out: BTreeSet<(&str, String)> = left_out
        .map(|page| (page.namespace.as_str(), page.title.to_ascii_lowercase()))
        .collect();
    for (index, entry) in entries(cx) {
        let mut mentions = entry.mentions.iter();
        let open = mentions.find(|&&place| !overruled.contains(place));
        let made = models.contains_key(&entry.path);
        let Some(&first) = open.or_else(|| entry.mentions.first().filter(|_| made)) else {
            continue;
        };
        let known = (entry.namespace.as_str(), entry.title.to_ascii_lowercase());
        let left_out = left_out.contains(&known);
        let title = &entry.title;
        let (message, hint) = if left_out {
            (
                format!("`{title}` is used by a model, but its page describes a helper of the SDK"),
                "exclude the fields that use it, or set their `type` in spec.toml",
            )
        } else {
            (
                format!("no page describes `{title}`"),
                "add the page that describes it, or set the `type` of the field in spec.toml",
            )
        };
        let label = if cx.observed.samples.contains_key(&index) {
            "inferred from examples"
        } else {
            "read as any JSON value, as there is no example"
        };
        diagnostics.push(
            Diagnostic::warning(Topic::MissingPage, first, message)
                .label(label)
                .hint(hint),
        );
    }
}

fn entries<'c>(cx: &'c Context<'_>) -> impl Iterator<Item = (EntryId, &'c Entry<'c>)> {
    let entries = cx.catalog.iter();
    entries.filter(|(_, entry)| entry.witnesses.is_empty() && !entry.mentions.is_empty())
}

#[cfg(test)]
mod tests {
    use crate::model::ModelPath;
    use crate::resolve::testing::{describe, table};

    #[test]
    fn a_model_that_only_overruled_cells_name_is_left_out() {
        let row = |name: &str| {
            format!(
                "| `{name}` | [Port](../models/port.md) | :heavy_check_mark: | N/A | {{\"a\": 1}} |"
            )
        };
        let rows = [row("inner"), row("outer")];
        let rows = rows.each_ref().map(String::as_str);
        let pages = [("docs/models/shared/job.md", table("Job", &rows))];
        let pages = pages.each_ref().map(|(path, page)| (*path, page.as_str()));
        let both = "inner.type = \"string\"\nouter.exclude = true\n";
        let described = |fields: &str, rest: &str| {
            let spec = format!("[models.Job.fields]\n{fields}{rest}");
            let (api, diagnostics) = describe(&pages, &spec);
            let paths = api.models.keys().map(ModelPath::to_string);
            let places = diagnostics.sorted().into_iter();
            let places = places.map(|found| found.place.map(|place| place.start));
            (paths.collect::<Vec<_>>(), places.collect::<Vec<_>>())
        };
        let made = |fields: &str| described(fields, "").0;
        assert_eq!(described(both, ""), (vec!["Job".to_owned()], Vec::new()));
        // Where anything else names it, it is made; the warning is of the first cell that still
        // counts.
        let inner = u32::try_from(pages[0].1.find("[Port]").unwrap()).unwrap();
        let outer = u32::try_from(pages[0].1.rfind("[Port]").unwrap()).unwrap();
        for (fields, at) in [
            ("", inner),
            ("inner.type = \"string\"\n", outer),
            ("inner.type = \"[Port]\"\nouter.type = \"string\"\n", inner),
        ] {
            let (_, places) = described(fields, "");
            assert_eq!(made(fields), ["Job", "Port"], "{fields}");
            assert_eq!(places.len(), 1);
            let found = places[0].unwrap();
            assert!((at..at + 6).contains(&found), "{fields}: {found}, not {at}");
        }
        let set = described(both, "[models.Port]\nrust-name = \"Harbour\"\n");
        assert_eq!(set.0, ["Harbour", "Job"]);
    }
}
