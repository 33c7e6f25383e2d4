//! From pages to the model, as its readers see it.

mod examples;
mod flags;
mod references;

use super::testing::{describe, field, kind, messages, model, table};
use crate::diagnostic::Severity;
use crate::model::{EnumScalar, Kind, Nullability, Presence, Tag, Type, WireCase};

#[test]
fn java_tells_the_width_and_null_that_typescript_cannot() {
    let java = table(
        "Job",
        &[
            "| `taskCount` | *int* | :heavy_check_mark: | N/A |  |",
            "| `owner` | *Optional\\<String>* | :heavy_check_mark: | N/A |  |",
            "| `note` | *JsonNullable\\<String>* | :heavy_minus_sign: | N/A |  |",
            "| `label` | *Optional\\<String>* | :heavy_minus_sign: | N/A |  |",
        ],
    );
    let typescript = table(
        "Job",
        &[
            "| `taskCount` | *number* | :heavy_check_mark: | N/A |  |",
            "| `owner` | *string* | :heavy_check_mark: | N/A |  |",
            "| `note` | *string* | :heavy_minus_sign: | N/A |  |",
            "| `label` | *string* | :heavy_minus_sign: | N/A |  |",
        ],
    );
    let pages = [
        ("java/docs/models/shared/Job.md", java.as_str()),
        (
            "typescript/docs/models/components/job.md",
            typescript.as_str(),
        ),
    ];
    let (api, diagnostics) = describe(&pages, "");
    assert_eq!(
        messages(&diagnostics, Severity::Error),
        Vec::<String>::new()
    );
    assert_eq!(api.models.len(), 1);
    let count = field(&api, "Job", "taskCount");
    assert_eq!(
        (&count.ty.value, count.nullable.value),
        (&Type::Int32, Nullability::No)
    );
    assert_eq!(count.name, "task_count");
    assert_eq!(count.ty.evidence.len(), 2);
    let presence = ["owner", "note", "label"].map(|name| field(&api, "Job", name).presence);
    let expected = [
        Presence::RequiredNullable,
        Presence::OptionalNullable,
        Presence::Optional,
    ];
    assert_eq!(presence, expected);

    let mut reversed = pages;
    reversed.reverse();
    // The order in which pages are found decides nothing.
    let (again, _) = describe(&reversed, "");
    assert_eq!(field(&again, "Job", "taskCount").ty.value, Type::Int32);
}

#[test]
fn keys_in_examples_tell_the_wire_case_and_single_names() {
    let job = table(
        "Job",
        &[
            r#"| `lastRun` | [components.Run](../../models/components/run.md) | :heavy_check_mark: | N/A | {"exit_code":1,"started-by":"x"} |"#,
            r#"| `retryDelay` | *number* | :heavy_minus_sign: | like {"retry_delay": 3} | 3 |"#,
        ],
    );
    let run = table(
        "Run",
        &[
            "| `exitCode` | *number* | :heavy_check_mark: | N/A |  |",
            "| `startedBy` | *string* | :heavy_check_mark: | N/A |  |",
            "| `finishedBy` | *string* | :heavy_minus_sign: | N/A |  |",
        ],
    );
    let (api, _) = describe(
        &[
            ("docs/models/components/job.md", &job),
            ("docs/models/components/run.md", &run),
        ],
        "",
    );
    assert_eq!(api.wire_case.value, WireCase::Snake);
    assert_eq!(
        api.wire_case.rule,
        crate::model::Rule::MostNames { ayes: 2, noes: 1 }
    );
    let names = ["exit_code", "started-by", "finished_by"];
    assert_eq!(
        names.map(|name| field(&api, "Run", name).name.clone()),
        ["exit_code", "started_by", "finished_by"]
    );
    assert_eq!(
        field(&api, "Job", "last_run").examples[0].value,
        serde_json::json!({"exit_code": 1, "started-by": "x"})
    );
}

#[test]
fn null_in_a_usage_block_is_a_yes() {
    let page =
        "# Job\n\n## Example Usage\n\n```typescript\nlet value: Job = {\n  endedAt: null,\n  \
                startedAt: new Date(\"2024-02-03T04:05:06.700Z\"),\n};\n```\n"
            .to_owned()
            + &table(
                "x",
                &[
                    "| `endedAt` | [Date](https://example.com) | :heavy_check_mark: | N/A |  |",
                    "| `startedAt` | [Date](https://example.com) | :heavy_check_mark: | N/A |  |",
                ],
            )[3..];
    let (api, _) = describe(&[("docs/models/components/job.md", &page)], "");
    assert_eq!(
        field(&api, "Job", "endedAt").presence,
        Presence::RequiredNullable
    );
    assert_eq!(
        field(&api, "Job", "startedAt").nullable.value,
        Nullability::Unknown
    );
    let example = &api.models[0].examples[0];
    let expected = serde_json::json!({"endedAt": null, "startedAt": "2024-02-03T04:05:06.700Z"});
    assert_eq!((&example.value, example.at.line), (&expected, 6));
}

#[test]
fn a_model_without_a_page_is_inferred_or_opaque_and_says_so() {
    let job = table(
        "Job",
        &[
            r#"| `port` | [components.Port](../../models/components/port.md) | :heavy_check_mark: | N/A | {"host":"a","number":1} |"#,
            "| `thing` | [components.Thing](../../models/components/thing.md) | :heavy_check_mark: | N/A |  |",
        ],
    );
    let (api, diagnostics) = describe(&[("docs/models/components/job.md", &job)], "");
    let warnings = messages(&diagnostics, Severity::Warning);
    assert_eq!(
        warnings,
        ["no page describes `Port`", "no page describes `Thing`"]
    );
    assert_eq!(field(&api, "Port", "number").ty.value, Type::Int64);
    assert_eq!(field(&api, "Port", "host").presence, Presence::Optional);
    assert!(matches!(kind(&api, "Thing"), Kind::Alias(alias) if alias.ty == Type::Any));
    let note = &api.models[1].docs.notes[0];
    assert!(
        note.contains("inferred from an example at `shop/docs/models/components/job.md:7:"),
        "{note}"
    );
}

#[test]
fn constants_are_the_tag_of_their_union_and_strings_are_one_enum() {
    let member = |title: &str, tag: &str, key: &str| {
        table(
            title,
            &[
                &format!("| `type` | *\"{tag}\"* | :heavy_check_mark: | N/A |  |"),
                &format!("| `{key}` | *string* | :heavy_check_mark: | N/A |  |"),
            ],
        )
    };
    let event = "# Event\n\n## Supported Types\n\n### `components.Created`\n\n### `components.Deleted`\n\n### `string`\n";
    let role = "# Role\n\n## Supported Types\n\n### `\"user\"`\n\n### `components.Bot`\n";
    let bot = "# Bot\n\n## Values\n\n```typescript\n\"bot\" | \"+1\" | Unrecognized<string>\n```\n";
    let (created, deleted) = (
        member("Created", "event.created", "by"),
        member("Deleted", "event.deleted", "by"),
    );
    let (api, diagnostics) = describe(
        &[
            ("docs/models/components/bot.md", bot),
            ("docs/models/components/created.md", &created),
            ("docs/models/components/deleted.md", &deleted),
            ("docs/models/components/event.md", event),
            ("docs/models/components/role.md", role),
        ],
        "",
    );
    assert_eq!(
        messages(&diagnostics, Severity::Warning),
        Vec::<String>::new()
    );
    let Kind::Union(union) = kind(&api, "Event") else {
        panic!("no union")
    };
    assert_eq!(union.tag().map(Tag::dotted).as_deref(), Some("type"));
    let names: Vec<_> = union
        .variants
        .iter()
        .map(|variant| variant.name.as_str())
        .collect();
    assert_eq!(names, ["Created", "Deleted", "String"]);
    let value = serde_json::json!({"type": "event.deleted", "by": "me"});
    assert_eq!(
        crate::model::choose::Choices::of(union).choose(&value),
        Some(1)
    );

    assert_eq!(
        field(&api, "Created", "type").ty.value,
        model("CreatedType")
    );
    let Kind::Enum(role) = kind(&api, "Role") else {
        panic!("no enum")
    };
    let values: Vec<_> = role
        .values
        .iter()
        .map(|value| (value.name.as_str(), value.value.clone()))
        .collect();
    let expected = [("User", "user"), ("Bot", "bot"), ("Plus1", "+1")];
    assert_eq!(values, expected.map(|(name, value)| (name, value.into())));
    assert_eq!(
        (role.scalar, role.unknown.as_deref()),
        (EnumScalar::String, Some("Unknown"))
    );
}

#[test]
fn a_type_that_contains_itself_is_boxed_once() {
    let node = table(
        "Node",
        &[
            "| `next` | [components.Node](../../models/components/node.md) | :heavy_minus_sign: | N/A |  |",
            "| `children` | [components.Node](../../models/components/node.md)[] | :heavy_minus_sign: | N/A |  |",
        ],
    );
    let (api, _) = describe(&[("docs/models/components/node.md", &node)], "");
    assert_eq!(
        field(&api, "Node", "next").ty.value,
        Type::Boxed(Box::new(model("Node")))
    );
    assert_eq!(
        field(&api, "Node", "children").ty.value,
        Type::List(Box::new(model("Node")))
    );
    assert!(api.models[0].traits.eq && api.models[0].traits.default);
}

#[test]
fn a_description_that_only_names_a_value_makes_it_constant() {
    let job = table(
        "Job",
        &[
            "| `type` | *String* | :heavy_check_mark: | Always `job`. |  |",
            "| `note` | *String* | :heavy_check_mark: | Always `x` or `y`. |  |",
        ],
    );
    let (api, _) = describe(&[("docs/models/shared/Job.md", &job)], "");
    assert_eq!(field(&api, "Job", "type").ty.value, model("JobType"));
    assert_eq!(field(&api, "Job", "note").ty.value, Type::String);
}

#[test]
fn an_example_tells_a_date_from_a_date_time() {
    let cell = r"[\DateTime](https://www.php.net/manual/en/class.datetime.php)";
    let row = |name: &str, ty: &str, example: &str| {
        format!("| `{name}` | {ty} | :heavy_check_mark: | N/A | {example} |")
    };
    let rows = [
        row("due", cell, "2024-02-29"),
        row("paid", cell, "2024-02-29T10:00:00Z"),
        row("sent", cell, ""),
        row(
            "holidays",
            &format!("array<{cell}>"),
            r#"["2024-12-25", "2024-12-26"]"#,
        ),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let page = table("Bill", &rows);
    let (api, diagnostics) = describe(&[("php/docs/Models/Components/Bill.md", &page)], "");
    assert_eq!(
        messages(&diagnostics, Severity::Error),
        Vec::<String>::new()
    );
    let types = ["due", "paid", "sent", "holidays"].map(|name| &field(&api, "Bill", name).ty);
    let expected = [
        Type::Date,
        Type::DateTime,
        Type::DateTime,
        Type::List(Box::new(Type::Date)),
    ];
    assert_eq!(types.map(|ty| ty.value.clone()), expected);
    assert_eq!(types[0].evidence[0].says, "2024-02-29");
}

#[test]
fn early_python_calls_the_map_of_other_keys_additional_properties() {
    let page = table(
        "Label",
        &[
            "| `shop_id` | *str* | :heavy_check_mark: | N/A |  |",
            "| `additional_properties` | Dict[str, *int*] | :heavy_minus_sign: | N/A |  |",
        ],
    );
    let (api, _) = describe(&[("python/docs/models/shared/label.md", &page)], "");
    let Kind::Struct(object) = kind(&api, "Label") else {
        panic!("no struct")
    };
    assert_eq!(object.fields.len(), 1);
    assert_eq!(
        object.extra.as_ref().map(|extra| &extra.ty),
        Some(&Type::Int64)
    );
}
