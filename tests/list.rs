//! What there is: `list`, and `explain` of an API and of all fields of a model.

use serde_json::{Value, json};
use tests::{ORDER, Project};

/// One struct in two languages, and an enum.
fn project() -> Project {
    let enum_page = "# Stage\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `OPEN` | open |\n| `PAID` | paid |\n";
    Project::new(&[
        ("shop/spec.toml", "wire-case = \"camel\"\n"),
        ("shop/java/models/Order.md", ORDER),
        ("shop/java/models/Stage.md", enum_page),
        (
            "shop/typescript/models/order.md",
            &ORDER.replace(":heavy_minus_sign:", ":heavy_check_mark:"),
        ),
        ("bank/a.md", ORDER),
    ])
}

fn printed(command: &[&str]) -> String {
    let run = project().xtask(&[command, &["--specs", "specs"]].concat());
    assert_eq!(run.status, 0, "{run:#?}");
    run.stdout
}

#[test]
fn apis_are_listed_with_their_models_in_numbers() {
    assert_eq!(
        printed(&["list"]),
        "bank  1 model   1 struct of 2 fields\n\
         shop  2 models  1 struct of 2 fields, 1 enum of 2 values\n"
    );
    let apis: Value = serde_json::from_str(&printed(&["list", "--json"])).unwrap();
    assert_eq!(
        apis[1]["kinds"][1],
        json!({"kind": "enum", "models": 1, "parts": 2})
    );
}

#[test]
fn models_are_listed_with_kind_fields_and_places() {
    assert_eq!(
        printed(&["list", "--api", "shop"]),
        "shop::Order  struct of 2 fields  specs/shop/java/models/Order.md:1:1 and 1 more\n\
         shop::Stage  enum of 2 values    specs/shop/java/models/Stage.md:1:1\n"
    );
    let models = printed(&["list", "--api", "shop", "--json"]);
    let models: Value = serde_json::from_str(&models).unwrap();
    assert_eq!(
        models[0]["at"][1]["file"],
        "shop/typescript/models/order.md"
    );
}

#[test]
fn an_api_is_explained_by_its_models_and_a_model_by_its_fields() {
    let api = printed(&["explain", "shop"]);
    let models =
        "  Order  struct of 2  2 fields: key derived, 1 field: contested\n  Stage  enum of 2\n";
    assert!(api.ends_with(models), "{api}");
    let fields = printed(&["explain", "Order.*", "--api", "shop"]);
    let heads: Vec<_> = fields
        .lines()
        .filter(|it| it.starts_with("shop::"))
        .collect();
    assert_eq!(
        heads,
        [
            "shop::Order::order_id: String",
            "shop::Order::quantity: Maybe<i32>"
        ]
    );
}
