//! From pages to the model, as its readers see it.

use crate::diagnostic::{Diagnostics, Severity};
use crate::dialect::{self, PageFile};
use crate::model::{Api, EnumScalar, Field, Kind, Nullability, Presence, Type, WireCase};
use crate::source::{Files, SourceFile};
use crate::{config, page, sample};

/// Describes an API from pages given as `(path, text)`.
pub(super) fn describe(pages: &[(&str, &str)], spec: &str) -> (Api, Diagnostics) {
    let mut files = Files::default();
    let mut diagnostics = Diagnostics::default();
    let id = files.add(SourceFile::new("shop/spec.toml", spec));
    let config = config::parse(&files, id, &mut diagnostics);
    let mut read = Vec::new();
    let mut samples = Vec::new();
    for (path, text) in pages {
        let id = files.add(SourceFile::new(format!("shop/{path}"), *text));
        if path.starts_with("samples/") {
            samples.push(((*path).to_owned(), id));
            continue;
        }
        read.push(PageFile {
            path: (*path).to_owned(),
            page: page::parse(&files, id),
        });
    }
    let sources = dialect::read(&files, &read, &config, &mut diagnostics);
    let samples = sample::read(&files, &samples, &config, &mut diagnostics);
    let claims = super::Claims {
        sources: &sources,
        samples: &samples,
        config: &config,
    };
    let api = super::resolve("shop", &files, claims, &mut diagnostics);
    (api, diagnostics)
}

pub(super) fn messages(diagnostics: &Diagnostics, severity: Severity) -> Vec<String> {
    let all = diagnostics
        .sorted()
        .into_iter()
        .filter(|d| d.severity == severity);
    all.map(|diagnostic| diagnostic.message.clone()).collect()
}

pub(super) fn kind<'a>(api: &'a Api, path: &str) -> &'a Kind {
    let found = api.models.iter().find(|(known, _)| known.as_str() == path);
    &found.unwrap_or_else(|| panic!("no model {path}")).1.kind
}

pub(super) fn field<'a>(api: &'a Api, path: &str, wire_name: &str) -> &'a Field {
    let Kind::Struct(object) = kind(api, path) else {
        panic!("{path} is no struct")
    };
    let mut fields = object.fields.iter();
    fields
        .find(|field| field.wire_name.value == wire_name)
        .expect("the field")
}

pub(super) fn model(path: &str) -> Type {
    Type::Model(crate::model::ModelPath::new(None, path))
}

const HEAD: &str = "\n\n## Fields\n\n| Field | Type | Required | Description | Example |\n| --- | --- | --- | --- | --- |\n";

pub(super) fn table(title: &str, rows: &[&str]) -> String {
    format!("# {title}{HEAD}{}\n", rows.join("\n"))
}

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
    assert_eq!(api.wire_case.rule, "2 keys for, 1 against");
    let names = ["exit_code", "started-by", "finished_by"];
    assert_eq!(
        names.map(|name| field(&api, "Run", name).name.clone()),
        ["exit_code", "started_by", "finished_by"]
    );
    assert_eq!(
        field(&api, "Job", "last_run")
            .example
            .as_ref()
            .expect("fits")
            .value,
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
    assert_eq!(union.tag.as_deref(), Some("type"));
    let names: Vec<_> = union
        .variants
        .iter()
        .map(|variant| variant.name.as_str())
        .collect();
    assert_eq!(names, ["Created", "Deleted", "String"]);
    let value = serde_json::json!({"type": "event.deleted", "by": "me"});
    assert_eq!(crate::shape::choose(union, &value), Some(1));

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
        (ended.presence, ended.nullable.rule.as_str()),
        (Presence::RequiredNullable, "set in spec.toml")
    );

    let spec = "[models.Jobs]\nclosed = true\n[models.Job.fields.endetAt]\nnullable = true\n";
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
fn a_model_named_by_its_place_is_another_name_of_the_one_that_it_repeats() {
    let rows = [
        "| `amount` | *number* | :heavy_check_mark: | In the smallest unit. |  |",
        "| `currency` | *string* | :heavy_check_mark: | N/A |  |",
    ];
    let money = table("Money", &rows);
    let fee = table("PlanFee", &rows);
    let other = table("PlanTerm", &rows[1..]);
    let link = |name: &str| format!("[components.{name}](../../models/components/{name}.md)");
    let plan = table(
        "Plan",
        &[
            &format!(
                "| `fee` | {} | :heavy_check_mark: | N/A |  |",
                link("PlanFee")
            ),
            &format!(
                "| `term` | {} | :heavy_check_mark: | N/A |  |",
                link("PlanTerm")
            ),
            &format!(
                "| `paid` | {} | :heavy_check_mark: | N/A |  |",
                link("Money")
            ),
            &format!(
                "| `owed` | {} | :heavy_check_mark: | N/A |  |",
                link("Money")
            ),
        ],
    );
    let pages = ["money", "planfee", "planterm", "plan"]
        .map(|stem| format!("docs/models/components/{stem}.md"));
    let texts = [&money, &fee, &other, &plan];
    let pages: Vec<(&str, &str)> = pages
        .iter()
        .zip(texts)
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let (api, _) = describe(&pages, "");
    assert!(matches!(kind(&api, "PlanFee"), Kind::Alias(alias) if alias.ty == model("Money")));
    assert!(matches!(kind(&api, "PlanTerm"), Kind::Struct(_)));
    assert_eq!(field(&api, "Plan", "fee").ty.value, model("Money"));
}

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
    assert_eq!(ended.nullable.rule, "null in a sample");
    assert_eq!(ended.presence, Presence::RequiredNullable);
    let owner = field(&api, "Job", "owner");
    let rule = owner.required.rule.as_str();
    assert_eq!((owner.required.value, rule), (false, "absent in a sample"));
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
fn a_page_for_a_nullable_use_is_an_alias_of_what_it_copies() {
    let money = |title: &str, key: &str| {
        table(
            title,
            &[
                "| `amount` | *int* | :heavy_check_mark: | In cents. |  |",
                &format!("| `{key}` | *String* | :heavy_check_mark: | N/A |  |"),
            ],
        )
    };
    let plan = table(
        "Plan",
        &[
            "| `price` | [Money](../../models/shared/Money.md) | :heavy_check_mark: | N/A |  |",
            "| `fee` | [Optional\\<PlanFee>](../../models/shared/PlanFee.md) | :heavy_check_mark: | N/A |  |",
        ],
    );
    for (key, expected) in [("currency", "Money"), ("unit", "PlanFee")] {
        let (money, fee) = (money("Money", "currency"), money("PlanFee", key));
        let (api, _) = describe(
            &[
                ("docs/models/shared/Money.md", &money),
                ("docs/models/shared/Plan.md", &plan),
                ("docs/models/shared/PlanFee.md", &fee),
            ],
            "",
        );
        assert_eq!(field(&api, "Plan", "fee").ty.value, model(expected));
        let alias = matches!(kind(&api, "PlanFee"), Kind::Alias(it) if it.ty == model("Money"));
        assert_eq!(alias, expected == "Money");
    }
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
