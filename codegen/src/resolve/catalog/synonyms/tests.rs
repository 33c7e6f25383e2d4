//! Models with different names in two SDKs, and models with the same name.

use crate::diagnostic::Severity;
use crate::model::{Kind, Type};
use crate::resolve::testing::{describe, field, kind, messages, table};

/// A page of each language for a job whose state has another name in each.
fn two_names(java_values: &str) -> Vec<(&'static str, String)> {
    let java = table(
        "Job",
        &[
            "| `state` | [JobState](../../models/shared/JobState.md) | :heavy_check_mark: | N/A |  |",
        ],
    );
    let typescript = table(
        "Job",
        &[
            "| `state` | [components.State](../../models/components/state.md) | :heavy_check_mark: | N/A |  |",
        ],
    );
    vec![
        ("java/docs/models/shared/Job.md", java),
        (
            "java/docs/models/shared/JobState.md",
            format!("# JobState\n\n## Values\n\n| Name | Value |\n| --- | --- |\n{java_values}"),
        ),
        ("typescript/docs/models/components/job.md", typescript),
        (
            "typescript/docs/models/components/state.md",
            "# State\n\n## Values\n\n```typescript\n\"up\" | \"down\"\n```\n".to_owned(),
        ),
    ]
}

#[test]
fn two_names_for_one_model_are_one_where_nothing_speaks_against_it() {
    let read = |values: &str| {
        let pages = two_names(values);
        let pages: Vec<_> = pages
            .iter()
            .map(|(path, text)| (*path, text.as_str()))
            .collect();
        let (api, diagnostics) = describe(&pages, "");
        let paths: Vec<_> = api
            .models
            .keys()
            .map(|path| path.as_str().to_owned())
            .collect();
        (paths, messages(&diagnostics, Severity::Warning))
    };
    let (paths, warnings) = read("| `DOWN` | down |\n| `UP` | up |\n");
    assert_eq!(
        (paths.join(" "), warnings.len()),
        ("Job JobState".to_owned(), 0)
    );
    let (paths, warnings) = read("| `DOWN` | down |\n| `GONE` | gone |\n");
    // Either may be right: the field has an enum of both.
    assert_eq!(paths.join(" "), "Job JobState JobStateValue State");
    assert_eq!(warnings, ["pages disagree about the type of `Job.state`"]);
}

#[test]
fn a_word_behind_a_taken_name_is_not_kept() {
    for (ours, theirs, kept) in [
        ("Key", "KeyT", "Key"),
        ("ApiKey", "Key", "ApiKey"),
        ("Keys", "Key", "Key"),
    ] {
        let page = |owner: &str, ty: &str| {
            let folder = if owner == "typescript" {
                "components"
            } else {
                "shared"
            };
            let namespace = if owner == "typescript" {
                "components."
            } else {
                ""
            };
            let row = format!(
                "| `key` | [{namespace}{ty}](../../models/{folder}/{ty}.md) | :heavy_check_mark: | N/A |  |"
            );
            let text = if owner == "typescript" {
                "*string*"
            } else {
                "*String*"
            };
            let key = table(
                ty,
                &[&format!("| `id` | {text} | :heavy_check_mark: | N/A |  |")],
            );
            let path = |title: &str| format!("{owner}/docs/models/{folder}/{title}.md");
            [(path("Job"), table("Job", &[&row])), (path(ty), key)]
        };
        let pages = [page("java", ours), page("typescript", theirs)].concat();
        let pages: Vec<_> = pages
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
            .collect();
        let (api, _) = describe(&pages, "");
        let paths: Vec<_> = api.models.keys().map(|path| path.as_str()).collect();
        assert_eq!(
            paths,
            if kept < "Job" {
                [kept, "Job"]
            } else {
                ["Job", kept]
            }
        );
    }
}

#[test]
fn a_wrapper_is_not_the_model_that_another_sdk_calls_so() {
    let java = table(
        "AddKey",
        &["| `size` | *int* | :heavy_check_mark: | N/A |  |"],
    );
    let body = table(
        "AddKeyBody",
        &["| `size` | *number* | :heavy_check_mark: | N/A |  |"],
    );
    let typescript = table(
        "AddKey",
        &[
            "| `trace` | *string* | :heavy_minus_sign: | N/A |  |",
            "| `body` | [operations.AddKeyBody](../../models/operations/addkeybody.md) | :heavy_check_mark: | N/A |  |",
        ],
    );
    let (api, _) = describe(
        &[
            ("java/docs/models/operations/AddKey.md", &java),
            ("typescript/docs/models/operations/addkey.md", &typescript),
            ("typescript/docs/models/operations/addkeybody.md", &body),
        ],
        "",
    );
    let paths: Vec<_> = api.models.keys().map(|path| path.as_str()).collect();
    assert_eq!(paths, ["operations::AddKey", "operations::AddKeyBody"]);
    let size = field(&api, "operations::AddKeyBody", "size");
    assert_eq!(size.ty.value, Type::Int32);
    assert_eq!(size.ty.evidence.len(), 2);
    let Kind::Struct(wrapper) = kind(&api, "operations::AddKey") else {
        panic!("no struct")
    };
    assert_eq!(wrapper.fields.len(), 2);
}

/// Pages of two SDKs, `(path, rows)`; the title is the file's name in each.
fn filed(java: &[(&str, &[&str])], python: &[(&str, &[&str])]) -> (Vec<String>, Vec<String>) {
    let page = |(path, rows): &(&str, &[&str])| {
        let (_, title) = path.rsplit_once('/').unwrap_or(("", path));
        table(title, rows)
    };
    let pages = |sdk: &str, of: &[(&str, &[&str])]| -> Vec<(String, String)> {
        of.iter()
            .map(|it| (format!("{sdk}/docs/models/{}.md", it.0), page(it)))
            .collect()
    };
    let pages = [pages("java", java), pages("python", python)].concat();
    let pages: Vec<_> = pages
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let (api, diagnostics) = describe(&pages, "");
    let models = api
        .models
        .iter()
        .map(|(path, model)| format!("{path} {}", model.evidence.len()));
    (models.collect(), messages(&diagnostics, Severity::Warning))
}

const ID: &str = "| `id` | *String* | :heavy_check_mark: | N/A |  |";
const SIZE: &str = "| `size` | *Optional\\<Long>* | :heavy_minus_sign: | N/A |  |";
const MUST: &str = "| `size` | *Long* | :heavy_check_mark: | N/A |  |";
const PY_ID: &str = "| `id` | *Nullable[str]* | :heavy_check_mark: | N/A |  |";
const PY_NOTE: &str = "| `note` | *Optional[str]* | :heavy_minus_sign: | N/A |  |";
const PY_MUST: &str = "| `note` | *str* | :heavy_check_mark: | N/A |  |";

#[test]
fn a_model_of_a_flat_folder_is_the_one_that_another_sdk_files_under_its_kind() {
    let java: &[(&str, &[&str])] = &[
        ("components/Ship", &[ID]),
        ("operations/FindShips", &[ID, SIZE]),
        ("errors/Refused", &[ID]),
    ];
    let (models, warnings) = filed(
        java,
        &[
            ("Ship", &[PY_ID]),
            ("FindShips", &[PY_ID, PY_NOTE]),
            ("Refused", &[PY_ID]),
        ],
    );
    assert_eq!(
        models,
        ["Ship 2", "errors::Refused 2", "operations::FindShips 2"]
    );
    let nulls = warnings.iter().filter(|it| it.contains("may be null"));
    assert_eq!(nulls.count(), 3, "{warnings:?}");
    // One by one: a folder for each part of the API is joined in the same way.
    let (models, _) = filed(&[("fleet/Ship", &[ID])], &[("shared/Ship", &[PY_ID])]);
    assert_eq!(models, ["fleet::Ship 2"]);
}

#[test]
fn what_an_sdk_files_twice_or_others_cannot_read_stays_apart() {
    let (models, _) = filed(
        &[("components/Ship", &[ID]), ("operations/Ship", &[ID, SIZE])],
        &[("Ship", &[PY_ID])],
    );
    assert_eq!(models, ["Ship 2", "operations::Ship 1"]);
    let (models, _) = filed(&[("operations/Ship", &[ID, MUST])], &[("Ship", &[PY_ID])]);
    assert_eq!(models, ["Ship 1", "operations::Ship 1"]);
    let (models, _) = filed(
        &[("operations/Ship", &[ID])],
        &[("Ship", &[PY_ID, PY_MUST])],
    );
    assert_eq!(models, ["Ship 1", "operations::Ship 1"]);
    let (models, _) = filed(
        &[("operations/Ship", &[ID]), ("webhooks/Ship", &[SIZE])],
        &[("Ship", &[PY_ID])],
    );
    assert_eq!(models, ["Ship 1", "operations::Ship 1", "webhooks::Ship 1"]);
}
