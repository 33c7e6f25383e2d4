//! A field added upstream breaks no program that is there already.

use std::path::Path;

use tests::{ORDER, Project, cargo};

use crate::TARGET;

/// A program written against the first version of the crate.
const CONSUMER: &str = r##"
use generated::shop::Order;

fn main() {
    let order = Order::new("o-17").with_quantity(3);
    let Order { order_id, quantity, .. } = order.clone();
    assert_eq!((order_id.as_str(), quantity), ("o-17", Some(3)));
    let json = serde_json::to_string(&order).expect("JSON");
    assert_eq!(json, r#"{"orderId":"o-17","quantity":3}"#);
    let later = r#"{"orderId":"o-18","quantity":null,"colour":"red","size":{"w":1}}"#;
    let order: Order = serde_json::from_str(later).expect("an order");
    assert_eq!(order.quantity, None);
}
"##;

#[test]
fn an_optional_field_more_and_the_old_program_still_builds() {
    let project = Project::new(&[
        ("shop/spec.toml", "wire-case = \"as-is\"\n"),
        ("shop/java/models/Order.md", ORDER),
    ]);
    let target = Path::new(TARGET);
    let run = |when: &str| {
        assert_eq!(project.codegen(&[]).status, 0, "{when}");
        project.put("out/examples/consumer.rs", CONSUMER);
        let run = cargo(
            &project.path("out"),
            target,
            &["run", "--quiet", "--example", "consumer"],
        );
        assert_eq!(run.status, 0, "{when}: {}", run.stderr);
    };
    run("at first");
    let row =
        "| `colour` | *Optional\\<String>* | :heavy_minus_sign: | What it looks like. | red |\n";
    project.put("specs/shop/java/models/Order.md", &format!("{ORDER}{row}"));
    run("with a field more");
    let models = &project.files("out")["src/shop/mod.rs"];
    assert!(models.contains("pub colour: Option<String>"), "{models}");
    // A file without our mark is not ours: neither an orphan nor drift.
    assert_eq!(project.codegen(&["--check"]).status, 0);
}

/// A program that makes values by name: of what is required, of all fields, and from an example.
const MAKER: &str = r##"
use generated::shop::{Basket, Line, required};

fn main() {
    let line = Line::new(required::Line {
        quantity: 3,
        sku: "s-1".into(),
    })
    .with_note("a gift");
    let json = serde_json::to_string(&line).expect("JSON");
    assert_eq!(json, r#"{"sku":"s-1","quantity":3,"note":"a gift"}"#);
    let basket = Basket { lines: vec![line], note: None };
    let Basket { lines, note } = basket.clone();
    assert_eq!((lines.len(), note), (1, None));
    let example = Line::example();
    assert_eq!((example.sku.as_str(), example.quantity), ("s-17", 5));
}
"##;

#[test]
fn values_are_made_by_name() {
    let head = "| Field | Type | Required | Description | Example |\n|---|---|---|---|---|\n";
    let line = format!(
        "# Line\n\n## Fields\n\n{head}\
         | `sku` | *String* | :heavy_check_mark: | N/A | s-17 |\n\
         | `quantity` | *Integer* | :heavy_check_mark: | N/A | 5 |\n\
         | `note` | *Optional\\<String>* | :heavy_minus_sign: | N/A | |\n"
    );
    let basket = format!(
        "# Basket\n\n## Fields\n\n{head}\
         | `lines` | List\\<[Line](../models/Line.md)> | :heavy_check_mark: | N/A | |\n\
         | `note` | *Optional\\<String>* | :heavy_minus_sign: | N/A | |\n"
    );
    let settings = "wire-case = \"as-is\"\nmodels.Basket.non-exhaustive = false\n";
    let project = Project::new(&[
        ("shop/spec.toml", settings),
        ("shop/java/models/Line.md", &line),
        ("shop/java/models/Basket.md", &basket),
    ]);
    let run = project.codegen(&[]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    project.put("out/examples/maker.rs", MAKER);
    let run = |arguments: &[&str]| cargo(&project.path("out"), Path::new(TARGET), arguments);
    let built = [
        "run",
        "--quiet",
        "--example",
        "maker",
        "--features",
        "examples",
    ];
    let made = run(&built);
    assert_eq!(made.status, 0, "{}", made.stderr);
    // One that is left out is an error of the compiler, which names it.
    let less = MAKER.replace("        quantity: 3,\n", "");
    project.put("out/examples/maker.rs", &less);
    let refused = run(&built);
    assert!(
        refused.stderr.contains("missing field `quantity`"),
        "{}",
        refused.stderr
    );
}

#[test]
fn keys_that_no_field_has_are_kept_where_asked() {
    for (settings, kept) in [
        ("extra = \"keep\"\n", true),
        ("models.Order.extra = \"keep\"\n", true),
        ("extra = \"keep\"\nmodels.Order.extra = \"ignore\"\n", false),
        ("", false),
    ] {
        let page = ("shop/java/models/Order.md", ORDER);
        let project = Project::new(&[("shop/spec.toml", settings), page]);
        assert_eq!(project.codegen(&[]).status, 0, "{settings}");
        let files = project.files("out");
        let field = files["src/shop/mod.rs"].contains("pub extra: Extra<Value>,");
        let read = files["src/shop/impls.rs"].contains(".. extra");
        assert_eq!((field, read), (kept, kept), "{settings}");
    }
}

#[test]
fn two_crates_of_date_times_are_refused() {
    let project = Project::new(&[
        ("a/spec.toml", "date-time = \"jiff\"\n"),
        ("a/java/models/Order.md", ORDER),
        ("b/java/models/Order.md", ORDER),
    ]);
    let run = project.codegen(&[]);
    assert_eq!(run.status, 1);
    let message = "`a` and `b` use different date-time crates";
    assert!(run.stderr.contains(message), "{}", run.stderr);
}
