//! Types and derives of the user's in what is written.

use serde_json::{Value, json};

use super::{MONEY, shop};

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
    let sample = "{\"model\":\"Money\"}\n{\"example 1\":{\"amount\":\"12.50\"}}\n";
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
