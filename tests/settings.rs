//! Types, derives and crates of the user's, and samples that `spec.toml` names.

use serde_json::{Value, json};
use tests::{ORDER, Project};

const MONEY: &str = "\
# Money

## Fields

| Field    | Type     | Required           | Description |
| -------- | -------- | ------------------ | ----------- |
| `amount` | *String* | :heavy_check_mark: | N/A         |
";

/// [`ORDER`] with an amount of money and tags.
fn order() -> String {
    format!(
        "{ORDER}{}{}",
        "| `total` | [Money](../models/Money.md) | :heavy_check_mark: | N/A | |\n",
        "| `tags` | List\\<*String*> | :heavy_minus_sign: | N/A | |\n",
    )
}

fn shop(spec: &str) -> Project {
    Project::new(&[
        ("shop/java/models/Order.md", &order()),
        ("shop/java/models/Money.md", MONEY),
        ("shop/spec.toml", spec),
    ])
}

const REPLACED: &str = "\
[dependencies]
my-crate = \"2\"
uuid = { version = \"1\", features = [\"serde\"] }

[types.\"::uuid::Uuid\"]
traits = [\"Copy\", \"Ord\", \"Hash\"]
values = [\"67e55044-10b1-426f-9247-bb680e5fe0c8\"]

[models.Money]
replace = \"::my_crate::Money\"

[models.Order.fields]
orderId.replace = \"::uuid::Uuid\"
tags.replace = \"[::my_crate::Tag]\"
";

#[test]
fn the_users_types_stand_in_the_crate_and_its_manifest() {
    let project = shop(REPLACED);
    let run = project.codegen(&[]);
    assert_eq!(run.status, 0, "{run:#?}");
    let files = project.files("out");
    let models = &files["src/shop/mod.rs"];
    assert!(!models.contains("struct Money"), "{models}");
    for field in [
        "pub order_id: ::uuid::Uuid,",
        "pub total: ::my_crate::Money,",
        "pub tags: Option<Vec<::my_crate::Tag>>,",
    ] {
        assert!(models.contains(field), "{field}\n{models}");
    }
    let (_, crates) = files["Cargo.toml"].split_once("[dependencies]\n").unwrap();
    for line in [
        "my-crate = \"2\"",
        "uuid = { version = \"1\", features = [\"serde\"] }",
    ] {
        assert!(crates.lines().any(|it| it == line), "{line}\n{crates}");
    }
    assert_eq!(project.codegen(&["--check"]).status, 0);
}

#[test]
fn tests_have_only_values_that_are_known() {
    let cases = |spec: &str| {
        let project = shop(spec);
        project.put("specs/shop/samples/Money/a.json", "{\"amount\": \"12.50\"}");
        assert_eq!(project.codegen(&[]).status, 0);
        project.files("out")["tests/cases/shop.jsonl"].clone()
    };
    let listed = cases(REPLACED);
    assert!(listed.contains("67e55044-10b1-426f-9247-bb680e5fe0c8"));
    // The example in the docs, which is none of the values that are listed.
    assert!(!listed.contains("o-17"), "{listed}");
    let sample = "{\"model\":\"Money\",\"case\":\"example 1\",\"value\":{\"amount\":\"12.50\"}}";
    assert!(listed.contains(sample), "{listed}");
    assert_eq!(
        listed.matches("\"amount\"").count(),
        listed.matches("12.50").count()
    );
    let unlisted = REPLACED.lines().filter(|line| !line.starts_with("values"));
    assert!(cases(&unlisted.collect::<Vec<_>>().join("\n")).contains("o-17"));
}

#[test]
fn the_schema_speaks_of_the_wire_and_explain_of_the_setting() {
    let project = shop(REPLACED);
    let run = project.xtask(&["schema", "--specs", "specs"]);
    let schema: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let money = &schema["$defs"]["Money"];
    assert_eq!(money["properties"]["amount"]["type"], "string");
    let rust = json!({"crate": "my-crate", "version": "2", "path": "my_crate::Money"});
    assert_eq!(money["x-rust-type"], rust);
    let order = &schema["$defs"]["Order"]["properties"];
    assert_eq!(order["total"]["$ref"], "#/$defs/Money");
    assert_eq!(order["orderId"]["type"], "string");
    assert_eq!(order["tags"]["items"], json!({"type": "string"}));

    let explain = |query| {
        project
            .xtask(&["explain", query, "--specs", "specs"])
            .stdout
    };
    for (query, head, setting) in [
        (
            "Money",
            "shop::Money: ::my_crate::Money\n",
            "replaced by: ::my_crate::Money (set in spec.toml)\n  + specs/shop/spec.toml:10:11  ",
        ),
        (
            "Order.tags",
            "shop::Order::tags: Option<Vec<Tag>>\n",
            "replaced by: [::my_crate::Tag] (set in spec.toml)\n  + specs/shop/spec.toml:14:16  ",
        ),
    ] {
        let text = explain(query);
        assert!(text.starts_with(head) && text.contains(setting), "{text}");
    }
}

/// What a run with that spec prints, without the quoted lines.
fn findings(project: &Project) -> Vec<String> {
    let run = project.codegen(&[]);
    assert_eq!((run.status, run.stdout.as_str()), (1, ""), "{run:#?}");
    assert!(!project.path("out").exists());
    let lines = run.stderr.lines();
    let told = lines.filter(|line| !line.contains(" | ") && !line.ends_with(" |"));
    told.filter(|line| !line.is_empty())
        .map(|line| line.trim().to_owned())
        .collect()
}

#[test]
fn an_optional_crate_has_no_name_of_a_feature_but_its_own() {
    let project = shop(concat!(
        "attributes = [\"cfg_attr(feature = \\\"full\\\", doc = \\\"x\\\")\"]\n",
        "[dependencies]\n",
        "full = { version = \"1\", optional = true }\n",
        "arbitrary = { version = \"1\", optional = true, features = [\"derive\"] }\n",
        "schemars = \"0.8\"\n",
    ));
    assert_eq!(
        findings(&project),
        [
            "error: `full` is a feature of the generated crate",
            "--> specs/shop/spec.toml:3:1",
            "= help: rename it: NAME = { package = \"…\", optional = true }",
            "error: the generated crate depends on another `schemars`",
            "--> specs/shop/spec.toml:5:1",
            "= help: write the version \"1\", or leave it out",
            "error: stopped by 2 errors",
        ]
    );
}

#[test]
fn what_cannot_be_replaced_or_derived_is_told_with_its_place() {
    let project = shop(concat!(
        "derives = [\"::nowhere::Derive\"]\n",
        "[dependencies]\n",
        "maybe = { version = \"1\", optional = true }\n",
        "shop = { version = \"1\", optional = true }\n",
        "my-crat = \"1\"\n",
        "[types.\"::my_crate::Mony\"]\n",
        "[models.Money]\n",
        "replace = \"::my_crate::Money\"\n",
        "attributes = [\"::shop::x\"]\n",
        "[models.Order]\n",
        "derives = [\"::maybe::D\", \"Copy\", \"PartialEq\"]\n",
        "[models.Order.fields]\n",
        "orderId.replace = \"[::std::net::IpAddr]\"\n",
        "tags.replace = \"::maybe::Tags\"\n",
    ));
    assert_eq!(
        findings(&project),
        [
            "error: the generated crate does not depend on `nowhere`",
            "--> specs/shop/spec.toml:1:12",
            "= help: add it to the file: [dependencies] nowhere = \"VERSION\"",
            "error: `shop` is the feature of the API `shop`",
            "--> specs/shop/spec.toml:4:1",
            "= help: rename it: NAME = { package = \"…\", optional = true }",
            "error: nothing needs the crate `my-crat`",
            "--> specs/shop/spec.toml:5:1",
            "= help: did you mean `my_crate`?",
            "error: nothing is replaced by `::my_crate::Mony`",
            "--> specs/shop/spec.toml:6:8",
            "= help: did you mean `::my_crate::Money`?",
            "error: the generated crate does not depend on `my_crate`",
            "--> specs/shop/spec.toml:8:11",
            "= help: add it to the file: [dependencies] my_crate = \"VERSION\"",
            "error: nothing can be added to `Money`",
            "--> specs/shop/spec.toml:9:15",
            "error: `::maybe::D` is in a crate that may not be there",
            "--> specs/shop/spec.toml:11:12",
            "= help: write attributes = [\"cfg_attr(feature = \\\"maybe\\\", derive(::maybe::D))\"]",
            "note: optional here",
            "--> specs/shop/spec.toml:3:1",
            "error: `Order` cannot derive `Copy`",
            "--> specs/shop/spec.toml:11:26",
            "= help: what a type of your own has is listed in [types.\"PATH\"]",
            "error: `Order.orderId` has no such list or map",
            "--> specs/shop/spec.toml:13:19",
            "= help: a path without brackets replaces the whole type",
            "error: `::maybe::Tags` is in a crate that may not be there",
            "--> specs/shop/spec.toml:14:16",
            "= help: remove `optional`",
            "note: optional here",
            "--> specs/shop/spec.toml:3:1",
            "error: stopped by 10 errors",
        ]
    );
}

#[test]
fn text_that_is_no_path_never_becomes_code() {
    let project = shop("[models.Money]\nreplace = \"::a::B; fn evil() {}\"\n");
    assert_eq!(
        findings(&project),
        [
            "error: `models.Money.replace` must be the path of a type",
            "--> specs/shop/spec.toml:2:11",
            "= help: write it from its crate on, `::` first: `::my_crate::Money`",
            "error: stopped by 1 error",
        ]
    );
}

#[test]
fn apis_must_agree_about_the_crates_that_they_share() {
    let used = "[models.Order.fields]\norderId.replace = \"::uuid::Uuid\"\n\
                quantity.replace = \"::both::Count\"\n";
    let project = shop(&format!(
        "[dependencies]\nuuid = \"1\"\nboth = \"1\"\n{used}"
    ));
    project.put("specs/cafe/java/models/Order.md", ORDER);
    project.put(
        "specs/cafe/spec.toml",
&format!("[dependencies]\nuuid = \"2\"\nboth = {{ version = \"1\", features = [\"x\"] }}\nserde_json = \"2\"\n{used}"),
    );
    assert_eq!(
        findings(&project),
        [
            "error: the generated crate depends on another `serde_json`",
            "--> specs/cafe/spec.toml:4:1",
            "= help: write the version \"1\", or leave it out",
            "error: two APIs depend on different crates `uuid`",
            "--> specs/shop/spec.toml:2:1",
            "= help: all APIs share one manifest: write both alike",
            "note: the other",
            "--> specs/cafe/spec.toml:2:1",
            "error: stopped by 2 errors",
        ]
    );
}

#[test]
fn derives_and_attributes_are_written_where_they_are_possible() {
    let project = shop(
        "derives = [\"PartialOrd\", \"Default\"]\nattributes = [\"doc(alias = \\\"it\\\")\"]\n",
    );
    project.put(
        "specs/shop/java/models/Rate.md",
        &MONEY
            .replace("Money", "Rate")
            .replace("*String*", "*double*"),
    );
    assert_eq!(project.codegen(&[]).status, 0);
    let models = project.files("out")["src/shop/mod.rs"].clone();
    let rate = "#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]\n#[doc(alias = \"it\")]\n#[non_exhaustive]\npub struct Rate {";
    assert!(models.contains(rate), "{models}");
    // `Ord` brings `PartialOrd` already, and an amount has no default.
    let money = "#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]\n#[doc(alias = \"it\")]\n#[non_exhaustive]\npub struct Money {";
    assert!(models.contains(money), "{models}");
}

#[test]
fn spec_toml_names_the_model_of_recorded_responses() {
    let list = "{\n  \"items\": [\n    {\"orderId\": \"a\", \"total\": null},\n    {\"orderId\": \"b\", \"total\": {\"amount\": 1}}\n  ]\n}\n";
    let spec = "[samples]\n\"2024-*/*.json\" = { model = \"Order\", at = \"/items\" }\n\"money.json\" = \"Money\"\n";
    let project = shop(spec);
    project.put("specs/shop/samples/2024-05/orders.json", list);
    project.put("specs/shop/samples/money.json", "{\"amount\": \"3\"}");
    let run = project.xtask(&["schema", "--specs", "specs"]);
    assert_eq!(run.status, 0, "{run:#?}");
    let contradiction = "warning: a sample contradicts the model at `$.items[1].total.amount`\n --> specs/shop/samples/2024-05/orders.json:4:32\n";
    assert!(run.stderr.contains(contradiction), "{}", run.stderr);
    let schema: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let defs = &schema["$defs"];
    assert_eq!(
        defs["Order"]["examples"],
        json!([{"orderId": "a", "total": null}])
    );
    assert_eq!(defs["Money"]["examples"], json!([{"amount": "3"}]));

    project.put(
        "specs/shop/spec.toml",
        &spec.replace("Money", "Mony").replace("2024-*", "2025-*"),
    );
    assert_eq!(
        findings(&project),
        [
            "error: no file below samples/ is `2025-*/*.json`",
            "--> specs/shop/spec.toml:2:1",
            "= help: write the path below samples/; `*` is any part of a name",
            "error: stopped by 1 error",
        ]
    );
    project.put("specs/shop/spec.toml", &spec.replace("Money", "Mony"));
    project.put("specs/shop/samples/2024-05/orders.json", "{\"items\": []}");
    assert_eq!(
        findings(&project),
        [
            "error: no model is called `Mony`",
            "--> specs/shop/spec.toml:3:16",
            "= help: did you mean `Money`?",
            "error: stopped by 1 error",
        ]
    );
    project.put(
        "specs/shop/spec.toml",
        "[samples]\n\"money.json\" = \"Money\"\n",
    );
    project.put("specs/shop/samples/order.json", "{}");
    assert_eq!(
        findings(&project),
        [
            "error: no model is named for this sample",
            "--> specs/shop/samples/order.json:1:1",
            "= help: put it into a folder that is called as its model: samples/MODEL/NAME.json; or name its model in spec.toml, below [samples]",
            "error: stopped by 1 error",
        ]
    );
}
