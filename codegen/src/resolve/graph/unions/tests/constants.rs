//! Tags by constants.

use serde_json::{Value, json};

use super::{GRANTS, api, pages, read, tag, warnings};
use crate::model::Rule;
use crate::resolve::testing::describe;

#[test]
fn a_union_inside_is_one_member() {
    let (api, diagnostics) = api(
        &[
            ("Job", &["`from` | *components.Feed* | :heavy_check_mark:"]),
            (
                "Feed",
                &["components.Queue", "components.Cloud", "components.Graph"],
            ),
            ("Graph", &["components.Push", "components.Pull"]),
            (
                "Queue",
                &[
                    "`type` | *\"queue\"* | :heavy_check_mark:",
                    "`hosts` | *string*[] | :heavy_check_mark:",
                ],
            ),
            (
                "Cloud",
                &[
                    "`type` | *\"cloud\"* | :heavy_check_mark:",
                    "`hosts` | *string*[] | :heavy_check_mark:",
                    "`region` | *string* | :heavy_minus_sign:",
                ],
            ),
            (
                "Push",
                &[
                    "`type` | *\"graph\"* | :heavy_check_mark:",
                    "`pushKey` | *string* | :heavy_check_mark:",
                ],
            ),
            (
                "Pull",
                &[
                    "`type` | *\"graph\"* | :heavy_check_mark:",
                    "`pullKey` | *string* | :heavy_check_mark:",
                ],
            ),
        ],
        "",
    );
    assert_eq!(warnings(&diagnostics), [""; 0]);
    let expected = Some(("type".to_owned(), Rule::ConstantsDiffer));
    assert_eq!(tag(&api, "Feed"), expected);
    assert_eq!(tag(&api, "Graph"), None);
    let values = [
        json!({"type": "cloud", "hosts": []}),
        json!({"type": "graph", "pullKey": "a"}),
        json!({"type": "new", "hosts": []}),
    ];
    assert_eq!(read(&api, "Feed", values), ["Cloud", "Graph", "-"]);
    let values = [json!({"type": "graph", "pullKey": "a"})];
    assert_eq!(read(&api, "Graph", values), ["Pull"]);
}

#[test]
fn constants_of_any_scalar_are_tags() {
    let (api, diagnostics) = api(
        &[
            (
                "Rule",
                &["`does` | *components.Action* | :heavy_check_mark:"],
            ),
            (
                "Action",
                &["components.Block", "components.Flag", "components.Off"],
            ),
            (
                "Block",
                &[
                    "`type` | *1* | :heavy_check_mark:",
                    "`note` | *string* | :heavy_minus_sign:",
                ],
            ),
            (
                "Flag",
                &[
                    "`type` | *2* | :heavy_check_mark:",
                    "`note` | *string* | :heavy_minus_sign:",
                ],
            ),
            (
                "Off",
                &[
                    "`type` | *false* | :heavy_check_mark:",
                    "`note` | *string* | :heavy_minus_sign:",
                ],
            ),
        ],
        "",
    );
    assert_eq!(warnings(&diagnostics), [""; 0]);
    let values = [2.into(), false.into(), Value::from("1"), 9.into()];
    assert_eq!(
        read(&api, "Action", values.map(|value| json!({"type": value}))),
        ["Flag", "Off", "-", "-"]
    );
}

#[test]
fn an_object_and_a_list_of_such_objects_need_no_tag() {
    let events = |title, tag| (title, vec![tag, "`at` | *string* | :heavy_minus_sign:"]);
    let models = [
        (
            "Use",
            vec![
                "`one` | *components.One* | :heavy_check_mark:",
                "`many` | *components.Many* | :heavy_check_mark:",
            ],
        ),
        ("One", vec!["components.Ping", "components.Ping[]"]),
        ("Many", vec!["components.Ping[]", "components.Pong[]"]),
        events("Ping", "`type` | *\"ping\"* | :heavy_minus_sign:"),
        events("Pong", "`type` | *\"pong\"* | :heavy_minus_sign:"),
    ];
    let models: Vec<(&str, &[&str])> = models
        .iter()
        .map(|(title, rows)| (*title, &**rows))
        .collect();
    let (api, diagnostics) = api(&models, "");
    assert_eq!(warnings(&diagnostics), [""; 0]);
    assert_eq!(tag(&api, "One"), None);
    let values = [json!({"type": "new"}), json!([{"type": "ping"}]), json!({})];
    assert_eq!(read(&api, "One", values), ["Ping", "Pings", "Ping"]);
    assert_eq!(
        tag(&api, "Many"),
        Some(("type".to_owned(), Rule::ConstantsDiffer))
    );
    let values = [
        json!([{"type": "pong"}]),
        json!([{"type": "new"}]),
        json!([{}]),
    ];
    assert_eq!(read(&api, "Many", values), ["Pongs", "-", "Pings"]);
}

#[test]
fn a_constant_that_two_share_tells_the_others() {
    let member = |title, tag, own| (title, vec![tag, own]);
    let models = [
        (
            "Use",
            vec!["`item` | *components.Item* | :heavy_check_mark:"],
        ),
        (
            "Item",
            vec![
                "components.Easy",
                "components.Full",
                "components.Call",
                "components.Result",
            ],
        ),
        member(
            "Easy",
            "`type` | *\"message\"* | :heavy_check_mark:",
            "`text` | *string* | :heavy_check_mark:",
        ),
        member(
            "Full",
            "`type` | *\"message\"* | :heavy_check_mark:",
            "`id` | *string* | :heavy_check_mark:",
        ),
        member(
            "Call",
            "`type` | *\"call\"* | :heavy_check_mark:",
            "`id` | *string* | :heavy_check_mark:",
        ),
        member(
            "Result",
            "`type` | *\"result\"* | :heavy_check_mark:",
            "`id` | *string* | :heavy_check_mark:",
        ),
    ];
    let models: Vec<(&str, &[&str])> = models
        .iter()
        .map(|(title, rows)| (*title, &**rows))
        .collect();
    let (api, diagnostics) = api(&models, "");
    assert_eq!(warnings(&diagnostics), [""; 0]);
    assert_eq!(
        tag(&api, "Item"),
        Some(("type".to_owned(), Rule::ConstantsDiffer))
    );
    let values = [
        json!({"type": "result", "id": "a"}),
        json!({"id": "a", "type": "message"}),
        json!({"type": "message", "text": "a"}),
        json!({"type": "new", "id": "a"}),
    ];
    assert_eq!(read(&api, "Item", values), ["Result", "Full", "Easy", "-"]);
}

#[test]
fn a_constant_tells_more_than_an_enum() {
    let models = [
        ("Use", vec!["`of` | *components.Way* | :heavy_check_mark:"]),
        ("Way", vec!["components.Post", "components.Call"]),
        (
            "Post",
            vec![
                "`state` | *components.PostState* | :heavy_check_mark:",
                "`object` | *\"post\"* | :heavy_minus_sign:",
            ],
        ),
        (
            "Call",
            vec![
                "`state` | *components.CallState* | :heavy_check_mark:",
                "`object` | *\"call\"* | :heavy_minus_sign:",
            ],
        ),
    ];
    let mut pages = pages(
        &models
            .each_ref()
            .map(|(title, rows)| (*title, rows.as_slice())),
    );
    for (title, values) in [
        ("PostState", ["sent", "lost"]),
        ("CallState", ["open", "ended"]),
    ] {
        let values = values.map(|value| format!("{value:?}")).join(" | ");
        let text = format!("# {title}\n\n## Values\n\n```typescript\n{values}\n```\n");
        pages.push((
            format!("docs/models/components/{}.md", title.to_lowercase()),
            text,
        ));
    }
    let pages: Vec<(&str, &str)> = pages
        .iter()
        .map(|(path, text)| (&**path, &**text))
        .collect();
    let (api, _) = describe(&pages, "");
    assert_eq!(
        tag(&api, "Way"),
        Some(("object".to_owned(), Rule::ConstantsDiffer))
    );
}

#[test]
fn a_constant_one_level_down_is_a_tag_where_no_nearer_one_decides() {
    let (api, diagnostics) = api(GRANTS, "");
    assert_eq!(warnings(&diagnostics), [""; 0]);
    let expected = Some(("perk.type".to_owned(), Rule::ConstantsDifferBelow));
    assert_eq!(tag(&api, "Grant"), expected);
    let values = ["role", "badge", "cup"];
    let values = values.map(|perk| json!({"id": "a", "perk": {"type": perk}}));
    assert_eq!(read(&api, "Grant", values), ["Role", "Badge", "-"]);
}
