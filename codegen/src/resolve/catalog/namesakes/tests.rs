//! Pages of one title that are several models, and pages that are one.

use crate::diagnostic::{Diagnostics, Severity};
use crate::model::{Api, Kind, Type};
use crate::resolve::testing::{describe, field, kind, messages, table};

const NONE: [&str; 0] = [];

/// Describes an API in the order of the pages and in the reverse order, which must not matter.
fn both_ways(pages: &[(&str, &str)]) -> (Api, Diagnostics) {
    let (api, diagnostics) = describe(pages, "");
    let reversed: Vec<_> = pages.iter().rev().copied().collect();
    let (again, _) = describe(&reversed, "");
    let text = |api: &Api| serde_json::to_string(&api.models).unwrap();
    assert_eq!(text(&api), text(&again));
    (api, diagnostics)
}

fn paths(api: &Api) -> Vec<&str> {
    api.models.keys().map(|path| path.as_str()).collect()
}

fn values(title: &str, values: &[&str]) -> String {
    let rows: Vec<_> = values
        .iter()
        .map(|value| format!("| `{}` | {value} |\n", value.to_uppercase()))
        .collect();
    format!(
        "# {title}\n\n## Values\n\n| Name | Value |\n| --- | --- |\n{}",
        rows.concat()
    )
}

fn row(name: &str, ty: &str) -> String {
    format!("| `{name}` | {ty} | :heavy_check_mark: | N/A |  |")
}

fn link(title: &str) -> String {
    format!(
        "[{title}](../../models/components/{}.md)",
        title.to_lowercase()
    )
}

/// The values of the enum that a field has.
fn values_of<'a>(api: &'a Api, path: &str, wire_name: &str) -> Vec<&'a str> {
    let Type::Model(of) = &field(api, path, wire_name).ty.value else {
        panic!("no model");
    };
    let Kind::Enum(found) = kind(api, of.as_str()) else {
        panic!("no enum");
    };
    let values = found.values.iter();
    values.map(|value| value.value.as_str().unwrap()).collect()
}

#[test]
fn enums_of_one_title_without_a_common_value_are_two() {
    let lamp = |ty: &str| table("Lamp", &[&row("colour", &link(ty))]);
    let gate = |ty: &str| table("Gate", &[&row("colour", &link(ty))]);
    let pages = [
        ("java/docs/models/components/Lamp.md", &*lamp("Colour")),
        (
            "java/docs/models/components/Colour.md",
            &values("Colour", &["red", "amber"]),
        ),
        ("java/docs/models/components/Gate.md", &gate("GateColour")),
        (
            "java/docs/models/components/GateColour.md",
            &values("GateColour", &["oak"]),
        ),
        ("go/docs/models/components/lamp.md", &lamp("LampColour")),
        (
            "go/docs/models/components/lampcolour.md",
            &values("LampColour", &["amber", "red"]),
        ),
        ("go/docs/models/components/gate.md", &gate("Colour")),
        (
            "go/docs/models/components/colour.md",
            &values("Colour", &["oak"]),
        ),
    ];
    let (api, diagnostics) = both_ways(&pages);
    assert_eq!(paths(&api), ["Gate", "GateColour", "Lamp", "LampColour"]);
    assert_eq!(values_of(&api, "Lamp", "colour"), ["amber", "red"]);
    assert_eq!(values_of(&api, "Gate", "colour"), ["oak"]);
    assert_eq!(messages(&diagnostics, Severity::Warning), NONE);
}

#[test]
fn enums_that_only_a_third_page_connects_are_one() {
    let page = |of: &[&str]| values("Colour", of);
    let pages = [
        ("java/docs/models/components/Colour.md", &*page(&["red"])),
        (
            "python/docs/models/components/colour.md",
            &page(&["red", "blue"]),
        ),
        ("go/docs/models/components/colour.md", &page(&["blue"])),
    ];
    let (api, diagnostics) = both_ways(&pages);
    assert_eq!(paths(&api), ["Colour"]);
    let warning = "`Colour` has different values on different pages";
    assert_eq!(messages(&diagnostics, Severity::Warning), [warning]);
}

#[test]
fn an_enum_here_is_not_the_union_of_that_title_there() {
    let java = table(
        "Trip",
        &[
            &row("stop", &link("TripStop")),
            &row("first", &link("Stop")),
        ],
    );
    let typescript = table(
        "Trip",
        &[
            &row("stop", &link("Stop")),
            &row("first", &link("StopEnum")),
        ],
    );
    let union = "# Stop\n\n## Supported Types\n\n### `components.StopEnum`\n\n```typescript\nconst \
                 value: components.StopEnum = \"north\";\n```\n\n### \
                 `components.StopEnum[]`\n\n```typescript\nconst value: components.StopEnum[] = \
                 [\"north\"];\n```\n";
    let pages = [
        ("java/docs/models/components/Trip.md", &*java),
        (
            "java/docs/models/components/TripStop.md",
            "# TripStop\n\nWhere it stops.\n",
        ),
        (
            "java/docs/models/components/Stop.md",
            &values("Stop", &["north", "south"]),
        ),
        ("typescript/docs/models/components/trip.md", &typescript),
        ("typescript/docs/models/components/stop.md", union),
        (
            "typescript/docs/models/components/stopenum.md",
            "# StopEnum\n\n## Values\n\n```typescript\n\"north\" | \"south\"\n```\n",
        ),
    ];
    let (api, diagnostics) = both_ways(&pages);
    // Both call one of the two `Stop`, each another one.
    assert_eq!(paths(&api), ["StopEnum", "Trip", "TripStop"]);
    let Kind::Union(union) = kind(&api, "TripStop") else {
        panic!("no union");
    };
    let member = Type::Model(api.models.keys().next().unwrap().clone());
    let members: Vec<_> = union.variants.iter().map(|it| it.ty.clone()).collect();
    assert_eq!(members, [member.clone(), Type::List(Box::new(member))]);
    let stop = &field(&api, "Trip", "stop").ty;
    assert_eq!(stop.value, crate::resolve::testing::model("TripStop"));
    assert_eq!(stop.evidence.len(), 2);
    assert_eq!(values_of(&api, "Trip", "first"), ["north", "south"]);
    assert_eq!(messages(&diagnostics, Severity::Warning), NONE);
}

#[test]
fn models_of_one_title_that_have_no_other_are_named_by_what_they_are() {
    let union = "# Stop\n\n## Supported Types\n\n### `string`\n\n### `number[]`\n";
    let pages = [
        (
            "java/docs/models/components/Stop.md",
            &*values("Stop", &["north", "south"]),
        ),
        (
            "go/docs/models/components/stop.md",
            &values("Stop", &["1st", "2nd"]),
        ),
        ("typescript/docs/models/components/stop.md", union),
        (
            "typescript/docs/models/components/sign.md",
            "# Sign\n\n## Values\n\n```typescript\n\"a\"\n```\n",
        ),
    ];
    let (api, _) = both_ways(&pages);
    assert_eq!(paths(&api), ["Sign", "Stop", "Stop2", "StopEnum"]);
    assert!(matches!(kind(&api, "Stop"), Kind::Union(_)));
}

#[test]
fn a_page_of_title_and_prose_is_what_another_sdk_describes_so() {
    let pages = [
        (
            "java/docs/models/components/Stop.md",
            "# Stop\n\nWhere it stops.\n",
        ),
        (
            "java/docs/models/components/Sign.md",
            &*values("Sign", &["a", "b"]),
        ),
        (
            "python/docs/models/components/stop.md",
            &*table("Stop", &[&row("name", "*str*")]),
        ),
    ];
    let (api, _) = both_ways(&pages);
    assert_eq!(paths(&api), ["Sign", "Stop"]);
    assert!(matches!(kind(&api, "Stop"), Kind::Struct(_)));
}

#[test]
fn two_pages_of_one_title_in_one_sdk_are_a_warning() {
    let short = table("Stop", &[&row("name", "*String*")]);
    let long = table(
        "Stop",
        &[&row("name", "*String*"), &row("place", "*String*")],
    );
    let other = table("STOP", &[&row("halt", "*String*")]);
    let pages = [
        ("java/docs/models/shared/Stop.md", &*short),
        ("java/docs/models/components/Stop.md", &long),
        ("java/docs/models/components/Stop_.md", &other),
    ];
    let (api, diagnostics) = both_ways(&pages);
    assert_eq!(paths(&api), ["STOP", "Stop", "Stop2"]);
    let all = diagnostics.sorted();
    let labels = |at: usize| -> Vec<_> {
        let related = all[at].related.iter().map(|(_, label)| label.as_str());
        std::iter::once(all[at].label.as_str())
            .chain(related)
            .collect()
    };
    assert_eq!(
        messages(&diagnostics, Severity::Warning),
        ["3 pages of one SDK are called `Stop`"]
    );
    assert_eq!(
        labels(0),
        ["the model `Stop2`", "the model `Stop`", "the model `STOP`"]
    );
    // In another namespace or another SDK, the title is no surprise.
    let pages = [
        ("java/docs/models/shared/Stop.md", &*short),
        ("java/docs/models/operations/Stop.md", &long),
        ("php/docs/Models/Shared/Stop.md", &long),
    ];
    let (_, diagnostics) = both_ways(&pages);
    assert!(
        messages(&diagnostics, Severity::Warning)
            .iter()
            .all(|it| !it.contains("called"))
    );
}
