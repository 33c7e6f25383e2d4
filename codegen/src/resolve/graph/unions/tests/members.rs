//! Members without a tag.

use serde_json::json;

use super::{api, read, union, warnings};
use crate::model::Type;
use crate::resolve::testing::{describe, table};

#[test]
fn the_next_that_accepts_is_read() {
    let (api, _) = api(
        &[
            ("Use", &["`of` | *components.Part* | :heavy_check_mark:"]),
            ("Part", &["components.Named", "components.Sized"]),
            (
                "Named",
                &[
                    "`id` | *string* | :heavy_check_mark:",
                    "`by` | [components.Owner](../../models/components/owner.md) | :heavy_check_mark:",
                ],
            ),
            (
                "Sized",
                &[
                    "`id` | *string* | :heavy_check_mark:",
                    "`by` | [components.Team](../../models/components/team.md) | :heavy_check_mark:",
                ],
            ),
            ("Owner", &["`email` | *string* | :heavy_check_mark:"]),
            ("Team", &["`label` | *string* | :heavy_check_mark:"]),
        ],
        "",
    );
    let values = [json!({"label": "a"}), json!({"email": "a"}), json!({})];
    let values = values.map(|by| json!({"id": "a", "by": by}));
    // The last is none: the error is that of the first.
    assert_eq!(read(&api, "Part", values), ["Sized", "Named", "Named"]);
}

#[test]
fn widths_are_one_member() {
    let members = ["Integer(int64{", "Int32(int{", "Str(string{"];
    let members = members.map(|member| {
        format!("### \n\n```go\nany := shared.CreateAny{member}/* values here */}})\n```\n")
    });
    let any = format!("# Any\n\n\n## Supported Types\n\n{}", members.join("\n"));
    let using = table(
        "Use",
        &["| `Any` | [shared.Any](../../models/shared/any.md) | :heavy_check_mark: | N/A |  |"],
    );
    let pages = [
        ("go/docs/models/shared/any.md", any.as_str()),
        ("go/docs/models/shared/use.md", using.as_str()),
    ];
    let (api, diagnostics) = describe(&pages, "");
    assert_eq!(warnings(&diagnostics), [""; 0]);
    let types: Vec<&Type> = union(&api, "Any")
        .variants
        .iter()
        .map(|it| &it.ty)
        .collect();
    assert_eq!(types, [&Type::Int64, &Type::String]);
}

#[test]
fn unions_that_hold_unions_twice_stay_small() {
    let models: Vec<(String, [String; 3])> = (0..24)
        .map(|at| {
            let next = format!("components.M{}", at + 1);
            (
                format!("M{at}"),
                ["string".to_owned(), next.clone(), format!("{next}[]")],
            )
        })
        .collect();
    let mut pages: Vec<(String, String)> = models
        .iter()
        .map(|(title, members)| {
            let members: Vec<&str> = members.iter().map(String::as_str).collect();
            super::pages(&[(title, &members)]).remove(0)
        })
        .collect();
    pages.extend(super::pages(&[(
        "M24",
        &["`id` | *string* | :heavy_check_mark:"],
    )]));
    let pages: Vec<(&str, &str)> = pages
        .iter()
        .map(|(path, text)| (&**path, &**text))
        .collect();
    let (api, _) = describe(&pages, "");
    let size = serde_json::to_string(union(&api, "M0")).unwrap().len();
    assert!(size < 1 << 20, "{size}");
}
