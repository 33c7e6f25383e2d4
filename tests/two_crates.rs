//! Two APIs in two crates of one workspace, and a program that uses both.

use std::path::Path;

use tests::{ORDER, Project, cargo};

use crate::TARGET;

#[test]
fn a_program_uses_the_crates_of_two_apis() {
    let project = Project::new(&[
        (
            "a/spec.toml",
            "[crate]\nname = \"shop-models\"\nversion = \"1.2.3\"\n",
        ),
        ("a/shop/spec.toml", "wire-case = \"camel\"\n"),
        ("a/shop/Order.md", ORDER),
        (
            "b/spec.toml",
            "[crate]\nname = \"bank-models\"\ndescription = \"Models of the bank.\"\nlicense = \"MIT\"\n\
             [crate.features]\nall-tests = [\"bank\", \"arbitrary\"]\n",
        ),
        ("b/bank/spec.toml", "wire-case = \"camel\"\n"),
        (
            "b/bank/Transfer.md",
            &ORDER.replace("# Order", "# Transfer"),
        ),
    ]);
    for (specs, out) in [("specs/a", "shop-models"), ("specs/b", "bank-models")] {
        let run = project.fieldtable(&["codegen", "--strict", "--specs", specs, "--out", out]);
        assert_eq!(run.status, 0, "{run:#?}");
        let check = ["codegen", "--check", "--specs", specs, "--out", out];
        assert_eq!(project.fieldtable(&check).status, 0);
    }
    project.put(
        "Cargo.toml",
        "[workspace]\nmembers = [\"shop-models\", \"bank-models\", \"program\"]\nresolver = \"3\"\n",
    );
    project.put(
        "program/Cargo.toml",
        "[package]\nname = \"program\"\nedition = \"2024\"\n\n[dependencies]\nserde_json = \"1\"\n\
         shop-models = { path = \"../shop-models\", version = \"1.2\" }\n\
         bank-models = { path = \"../bank-models\", features = [\"all-tests\"] }\n",
    );
    project.put(
        "program/src/main.rs",
        "use bank_models::bank::Transfer;\nuse shop_models::shop::Order;\n\nfn main() {\n    \
         let body = r#\"{\"orderId\":\"o-17\"}\"#;\n    \
         let order: Order = serde_json::from_str(body).unwrap();\n    \
         let transfer = Transfer::new(order.order_id);\n    \
         println!(\"{}\", serde_json::to_string(&transfer).unwrap());\n}\n",
    );
    let target = Path::new(TARGET);
    let run = cargo(
        &project.path(""),
        target,
        &["run", "--quiet", "--package", "program"],
    );
    assert_eq!(
        (run.status, run.stdout.as_str()),
        (0, "{\"orderId\":\"o-17\"}\n"),
        "{}",
        run.stderr
    );
    // The tests of a crate name it too, in all of its features.
    let tested = [
        "test",
        "--quiet",
        "--package",
        "bank-models",
        "--all-features",
    ];
    let run = cargo(&project.path(""), target, &tested);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    let schema = project.xtask(&["schema", "--specs", "specs/a"]).stdout;
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    let of = &schema["$defs"]["Order"]["x-rust-type"];
    let expected = r#"{"crate":"shop-models","version":"1.2.3","path":"shop_models::shop::Order"}"#;
    assert_eq!(of.to_string(), expected);
    let readme = &project.files("bank-models")["README.md"];
    assert!(
        readme.contains("# bank-models\n\nModels of the bank. "),
        "{readme}"
    );
}
