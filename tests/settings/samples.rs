//! Samples that `spec.toml` names.

use serde_json::{Value, json};

use super::shop;

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
}
