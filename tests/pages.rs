//! Forms of pages that generators write, read from the page to the schema.

use serde_json::{Value, json};
use tests::Project;

/// The models of an API whose specs are these files, which have no fault.
fn models(files: &[(&str, &str)]) -> Value {
    let project = Project::new(files);
    let run = project.xtask(&["schema", "--specs", "specs", "--strict"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let mut schema: Value = serde_json::from_str(&run.stdout).expect("JSON");
    schema["$defs"].take()
}

#[test]
fn a_getter_and_a_setter_are_read_as_one_type() {
    let stop = "\
# Halt

## Fields

| Field | Setter Type | Getter Type | Required | Description |
| --- | --- | --- | --- | --- |
| `street` | *String* | *String* | :heavy_check_mark: | N/A |
";
    let tour = "\
# Tour

## Fields

| Field | Setter Type | Getter Type | Required | Description | Example |
| --- | --- | --- | --- | --- | --- |
| `label` | *String* | *String* | :heavy_check_mark: | N/A | {\"label\": \"t\"} |
| `load` | @Nullable *int* | Optional\\<*int*> | :heavy_minus_sign: | N/A | 3 |
| `driver` | @Nullable *String* | JsonNullable\\<*String*> | :heavy_minus_sign: | N/A | |
| `ended` | @Nullable *String* | JsonNullable\\<*String*> | :heavy_check_mark: | N/A | |
| `halts` | List\\<[Halt](../../models/components/Halt.md)> | List\\<[Halt](../../models/components/Halt.md)> | :heavy_check_mark: | N/A | |
| `spare` | @Nullable List\\<[Halt](../../models/components/Halt.md)> | JsonNullable\\<List\\<[Halt](../../models/components/Halt.md)>> | :heavy_minus_sign: | N/A | |
";
    let models = models(&[
        ("move/spec.toml", "wire-case = \"camel\"\n"),
        ("move/java/models/components/Halt.md", stop),
        ("move/java/models/components/Tour.md", tour),
    ]);
    let tour = &models["Tour"];
    assert_eq!(tour["required"], json!(["label", "ended", "halts"]));
    let types = |name: &str| tour["properties"][name]["type"].clone();
    assert_eq!(types("label"), json!("string"));
    assert_eq!(tour["properties"]["load"]["format"], json!("int32"));
    assert_eq!(types("driver"), json!(["string", "null"]));
    assert_eq!(types("ended"), json!(["string", "null"]));
    assert_eq!(types("halts"), json!("array"));
    assert_eq!(types("spare"), json!(["array", "null"]));
    assert!(tour["properties"]["halts"].get("x-nullability").is_none());
}

const HEAD: &str =
    "## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n";

#[test]
fn what_holds_headers_or_a_page_of_results_is_no_model() {
    let item = format!("# Item\n\n{HEAD}| `id` | *str* | :heavy_check_mark: | N/A |\n");
    let headers = "| `headers` | Dict[str, List[*str*]] | :heavy_check_mark: | N/A |\n";
    let result =
        "| `result` | List[[models.Item](../models/item.md)] | :heavy_check_mark: | N/A |\n";
    let get = format!("# GetItemsResponse\n\n{HEAD}{headers}{result}");
    let delete = format!("# DeleteItemResponse\n\n{HEAD}{headers}");
    let request = format!(
        "# ListItemsRequest\n\n{HEAD}| `limit` | *Optional[int]* | :heavy_minus_sign: | N/A |\n"
    );
    let list = format!("# ListItemsResponse\n\n{HEAD}{result}");
    let models = models(&[
        ("box/spec.toml", "wire-case = \"snake\"\n"),
        ("box/python/models/components/item.md", &item),
        ("box/python/models/operations/getitemsresponse.md", &get),
        (
            "box/python/models/operations/deleteitemresponse.md",
            &delete,
        ),
        ("box/python/models/operations/listitemsrequest.md", &request),
        ("box/python/models/operations/listitemsresponse.md", &list),
    ]);
    let names: Vec<_> = models.as_object().expect("models").keys().collect();
    assert_eq!(names, ["Item", "operations::ListItemsRequest"]);
}

#[test]
fn sets_and_tuples_are_lists() {
    let shape = format!(
        "# Shape\n\n{HEAD}\
         | `tags` | Set[*str*] | :heavy_check_mark: | N/A |\n\
         | `point` | Tuple[*float*, *float*] | :heavy_check_mark: | N/A |\n\
         | `mark` | Tuple[*str*, *int*] | :heavy_check_mark: | N/A |\n"
    );
    let models = models(&[
        ("draw/spec.toml", "wire-case = \"snake\"\n"),
        ("draw/python/models/components/shape.md", &shape),
    ]);
    let field = |name: &str| models["Shape"]["properties"][name].clone();
    assert_eq!(field("tags")["items"], json!({"type": "string"}));
    let number = json!({"type": "number", "format": "double"});
    assert_eq!(field("point")["items"], number);
    let mark = &field("mark")["items"]["$ref"];
    let mark = mark.as_str().expect("a union has a model");
    let mark = mark.rsplit('/').next().expect("a name");
    let members = models[mark]["oneOf"].as_array().expect("members");
    assert_eq!(members.len(), 2);
}

#[test]
fn constants_of_go_tell_the_members_of_a_union() {
    let member = |title: &str, own: &str| {
        format!(
            "# {title}\n\n{HEAD}\
             | `Mode` | `string` | :heavy_check_mark: | N/A |\n\
             | `{own}` | `*string` | :heavy_minus_sign: | N/A |\n"
        )
    };
    let plan = "\
# Plan

## Supported Types

### FixedPlan

```go
plan := components.CreatePlanPerSeat(components.FixedPlan{/* values here */})
```

### OpenPlan

```go
plan := components.CreatePlanOpen(components.OpenPlan{/* values here */})
```

## Union Discrimination

Use the `Type` field to determine which variant is active, then access the corresponding field:

```go
switch plan.Type {
\tcase components.PlanUnionTypePerSeat:
\t\t// plan.FixedPlan is populated
\tcase components.PlanUnionTypeOpen:
\t\t// plan.OpenPlan is populated
}
```
";
    let models = models(&[
        ("pay/spec.toml", "wire-case = \"snake\"\n"),
        ("pay/go/models/components/plan.md", plan),
        (
            "pay/go/models/components/fixedplan.md",
            &member("FixedPlan", "Seats"),
        ),
        (
            "pay/go/models/components/openplan.md",
            &member("OpenPlan", "Cap"),
        ),
    ]);
    let tag = &models["Plan"]["x-discriminator"];
    assert_eq!(tag["path"], json!(["mode"]));
    let mapping = json!({"PerSeat": "#/$defs/FixedPlan", "Open": "#/$defs/OpenPlan"});
    assert_eq!(tag["mapping"], mapping);
}

#[test]
fn headings_of_csharp_may_be_the_keys_of_members() {
    let member = |title: &str| {
        format!(
            "# {title}\n\n{HEAD}\
             | `Sort` | *string* | :heavy_check_mark: | N/A |\n\
             | `Zone` | *long* | :heavy_check_mark: | N/A |\n"
        )
    };
    let section = |key: &str| {
        format!("### {key}\n\n```csharp\nTicket.Create{key}(/* values here */);\n```\n\n")
    };
    let union = format!(
        "# Ticket\n\n## Supported Types\n\n{}{}",
        section("Single"),
        section("DayPass")
    );
    let models = models(&[
        ("ride/spec.toml", "wire-case = \"snake\"\n"),
        ("ride/csharp/models/Components/Ticket.md", &union),
        (
            "ride/csharp/models/Components/TicketSingle.md",
            &member("TicketSingle"),
        ),
        (
            "ride/csharp/models/Components/TicketDayPass.md",
            &member("TicketDayPass"),
        ),
    ]);
    let ticket = &models["Ticket"];
    let members = json!([{"$ref": "#/$defs/TicketSingle"}, {"$ref": "#/$defs/TicketDayPass"}]);
    assert_eq!(ticket["oneOf"], members);
    assert_eq!(models.as_object().expect("models").len(), 3);
    let mapping = &ticket["x-discriminator"]["mapping"];
    assert_eq!(mapping["DayPass"], json!("#/$defs/TicketDayPass"));
}

#[test]
fn null_in_words_and_as_an_example_of_a_text() {
    let head = HEAD
        .replace("Description |\n", "Description | Example |\n")
        .replace("| --- |\n", "| --- | --- |\n");
    let date = "[\\DateTime](https://www.php.net/manual/en/class.datetime.php)";
    let bill = format!(
        "# Bill\n\n{head}\
         | `number` | *string* | :heavy_check_mark: | N/A | b-7 |\n\
         | `creditId` | *string* | :heavy_check_mark: | What undid it. | null |\n\
         | `paidAt` | {date} | :heavy_check_mark: | N/A | null |\n\
         | `refusal` | *string* | :heavy_check_mark: | Why it was refused, or `null`. | |\n\
         | `payer` | [Components\\Payer](../../Models/Components/Payer.md) | :heavy_check_mark: | Null for drafts. | |\n\
         | `total` | *int* | :heavy_check_mark: | Is never null. | 3 |\n"
    );
    let payer = format!("# Payer\n\n{HEAD}| `name` | *string* | :heavy_check_mark: | N/A |\n");
    let files = [
        ("due/spec.toml", "wire-case = \"snake\"\n"),
        ("due/php/Models/Components/Bill.md", bill.as_str()),
        ("due/php/Models/Components/Payer.md", payer.as_str()),
    ];
    let models = models(&files);
    let field = |name: &str| models["Bill"]["properties"][name].clone();
    assert_eq!(field("number")["x-nullability"], json!("unknown"));
    assert_eq!(field("credit_id")["type"], json!(["string", "null"]));
    assert!(field("credit_id").get("examples").is_none());
    assert_eq!(field("paid_at")["type"], json!(["string", "null"]));
    assert_eq!(field("refusal")["type"], json!(["string", "null"]));
    assert_eq!(field("payer")["anyOf"][1], json!({"type": "null"}));
    assert_eq!(field("total")["x-nullability"], json!("unknown"));

    let project = Project::new(&files);
    let run = project.xtask(&["explain", "Bill.refusal", "--specs", "specs"]);
    assert!(
        run.stdout.contains("null in the description"),
        "{}",
        run.stdout
    );
    assert_eq!(project.codegen(&[]).status, 0);
    let code = project.files("out/src");
    assert!(code.values().all(|text| !text.contains("\"null\"`")));
}

#[test]
fn a_type_cell_that_says_not_null_outranks_words() {
    let note = format!(
        "# Note\n\n{HEAD}\
         | `text` | *str* | :heavy_check_mark: | Or `null`. |\n\
         | `author` | *Nullable[str]* | :heavy_check_mark: | N/A |\n\
         | `tags` | List[*str*] | :heavy_check_mark: | Or `null`. |\n\
         | `mark` | *Optional[str]* | :heavy_minus_sign: | Or `null`. |\n"
    );
    let models = models(&[
        ("memo/spec.toml", "wire-case = \"snake\"\n"),
        ("memo/python/models/components/note.md", &note),
    ]);
    let types = |name: &str| models["Note"]["properties"][name]["type"].clone();
    assert_eq!(types("text"), json!("string"));
    assert_eq!(types("author"), json!(["string", "null"]));
    // The language never wraps lists, so nothing speaks against the words.
    assert_eq!(types("tags"), json!(["array", "null"]));
}
