//! What tells the members of unions apart, on small APIs.

mod beside;
mod claims;
mod constants;
mod deep;
mod members;
mod settings;

use serde_json::Value;

use crate::diagnostic::{Diagnostics, Severity};
use crate::model::reads::Reader;
use crate::model::{Api, Kind, Rule, Union};
use crate::resolve::testing::{describe, kind, messages, table};

/// The pages of a TypeScript SDK: each a title, and the rows of fields or, in front of them `|`s,
/// members.
fn pages(models: &[(&str, &[&str])]) -> Vec<(String, String)> {
    let pages = models.iter().map(|(title, rows)| {
        let text = match rows.first() {
            Some(row) if row.starts_with('`') => {
                let rows: Vec<String> = rows
                    .iter()
                    .map(|row| format!("| {row} | N/A |  |"))
                    .collect();
                table(title, &rows.iter().map(String::as_str).collect::<Vec<_>>())
            }
            Some(row) if row.starts_with('=') => {
                let values: Vec<String> = rows
                    .iter()
                    .map(|row| format!("| `N/A` | {} |\n", &row[1..]))
                    .collect();
                let head = "## Values\n\n| Name | Value |\n| --- | --- |\n";
                format!("# {title}\n\n{head}{}", values.concat())
            }
            _ => {
                let members: Vec<String> =
                    rows.iter().map(|name| format!("### `{name}`\n")).collect();
                format!("# {title}\n\n## Supported Types\n\n{}", members.join("\n"))
            }
        };
        (
            format!("docs/models/components/{}.md", title.to_lowercase()),
            text,
        )
    });
    pages.collect()
}

fn api(models: &[(&str, &[&str])], spec: &str) -> (Api, Diagnostics) {
    let pages = pages(models);
    let pages: Vec<(&str, &str)> = pages
        .iter()
        .map(|(path, text)| (&**path, &**text))
        .collect();
    describe(&pages, &format!("wire-case = \"camel\"\n{spec}"))
}

fn union<'a>(api: &'a Api, path: &str) -> &'a Union {
    match kind(api, path) {
        Kind::Union(union) => union,
        other => panic!("{path}: {other:?}"),
    }
}

/// The tag of a union, and why.
fn tag(api: &Api, path: &str) -> Option<(String, Rule)> {
    let tag = union(api, path).tag.as_ref()?;
    Some((tag.value.dotted(), tag.rule))
}

/// The names of the variants as which values are read.
fn read<const N: usize>(api: &Api, path: &str, values: [Value; N]) -> [String; N] {
    let union = union(api, path);
    values.map(|value| {
        let at = Reader::of(api).variant(union, &value);
        at.map_or_else(|| "-".to_owned(), |at| union.variants[at].name.clone())
    })
}

fn warnings(diagnostics: &Diagnostics) -> Vec<String> {
    messages(diagnostics, Severity::Warning)
}

const GRANTS: &[(&str, &[&str])] = &[
    (
        "Event",
        &["`data` | *components.Grant* | :heavy_check_mark:"],
    ),
    ("Grant", &["components.BadgeGrant", "components.RoleGrant"]),
    (
        "BadgeGrant",
        &[
            "`id` | *string* | :heavy_check_mark:",
            "`perk` | [components.BadgePerk](../../models/components/badgeperk.md) | :heavy_check_mark:",
        ],
    ),
    (
        "RoleGrant",
        &[
            "`id` | *string* | :heavy_check_mark:",
            "`perk` | [components.RolePerk](../../models/components/roleperk.md) | :heavy_check_mark:",
        ],
    ),
    (
        "BadgePerk",
        &[
            "`type` | *\"badge\"* | :heavy_check_mark:",
            "`title` | *string* | :heavy_minus_sign:",
        ],
    ),
    (
        "RolePerk",
        &[
            "`type` | *\"role\"* | :heavy_check_mark:",
            "`title` | *string* | :heavy_minus_sign:",
        ],
    ),
];
