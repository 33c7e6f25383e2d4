//! Samples that `spec.toml` names.

use serde_json::{Value, json};

use crate::{findings, shop};

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
