//! What a schema says of each kind of model.

use serde_json::{Value, json};

use super::{of_type, or_null, schema, schema_of_crate, whole};
use crate::model::{Call, ModelPath, Role, Type};
use crate::resolve::testing::{describe, table};

#[test]
fn nullable_is_a_type_list_or_a_choice() {
    let list = Type::List(Box::new(Type::Int32));
    let expected = json!({
        "type": ["array", "null"],
        "items": { "type": "integer", "format": "int32" },
    });
    assert_eq!(json!(or_null(of_type(&list))), expected);

    let model = Type::Model(ModelPath::new(Some("operations"), "Status"));
    let expected =
        json!({ "anyOf": [{ "$ref": "#/$defs/operations::Status" }, { "type": "null" }] });
    assert_eq!(json!(or_null(of_type(&model))), expected);
}

#[test]
fn a_model_says_from_which_tables_it_was_read_and_what_of_a_call_it_is() {
    let room = |of: &str| {
        table(
            "Room",
            &[&format!("| `of` | {of} | :heavy_check_mark: | N/A | |")],
        )
    };
    let (java, python) = (room("[Of](of.md)"), room(r#"`Union["a", 1]`"#));
    let color = "# Color\n\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `RED` | red |\n";
    let pages = [
        ("java/docs/models/shared/Room.md", java.as_str()),
        ("python/docs/models/room.md", python.as_str()),
        ("java/docs/models/shared/Color.md", color),
        ("java/docs/models/shared/Plain.md", "\n# Plain\n"),
    ];
    let (mut api, _) = describe(&pages, "");
    let room = &mut api.models[&ModelPath::new(None, "Room")];
    room.call = Some(Call {
        role: Some(Role::Request),
        route: Some("POST /rooms/{id}".to_owned()),
    });
    let schema = schema(&api);
    let source = |name: &str| &schema["$defs"][name]["x-source"];
    let both = [
        "python/docs/models/room.md:5",
        "java/docs/models/shared/Room.md:5",
    ];
    assert_eq!(*source("Room"), json!(both));
    assert_eq!(
        *source("Color"),
        json!(["java/docs/models/shared/Color.md:6"])
    );
    assert_eq!(
        *source("Plain"),
        json!(["java/docs/models/shared/Plain.md:2"])
    );
    // Nothing describes it but the cell that names it.
    assert_eq!(*source("Of"), json!(["java/docs/models/shared/Room.md:7"]));
    let room = &schema["$defs"]["Room"];
    assert_eq!(room["x-role"], "request");
    assert_eq!(room["x-route"], "POST /rooms/{id}");
    assert_eq!(schema["$defs"]["Color"].get("x-role"), None);
    let text = schema_of_crate(&api, "ours");
    assert!(
        text.starts_with(r#"{"$comment":"ours A definition"#),
        "{text}"
    );
    assert_eq!(
        whole(serde_json::from_str(&text).unwrap()),
        without_places(schema)
    );
}

fn without_places(mut schema: Value) -> Value {
    for model in schema["$defs"].as_object_mut().unwrap().values_mut() {
        model.as_object_mut().unwrap().remove("x-source");
    }
    schema
}

#[test]
fn a_crate_says_once_what_all_fields_of_a_model_say() {
    let row = |name: &str| format!("| `{name}` | *String* | :heavy_check_mark: | N/A | |");
    let order = table("Order", &[&row("orderId"), &row("lineItems")]);
    let one = table("One", &[&row("orderId")]);
    let pages = [
        ("java/docs/models/shared/Order.md", order.as_str()),
        ("java/docs/models/shared/One.md", one.as_str()),
    ];
    let (mut api, _) = describe(&pages, "");
    let seen = |api: &crate::model::Api| {
        let document: Value = serde_json::from_str(&schema_of_crate(api, "")).unwrap();
        assert_eq!(whole(document.clone()), without_places(schema(api)));
        document
    };
    let document = seen(&api);
    assert_eq!(document["x-rust-type"]["path"], "generated::shop");
    let order = &document["$defs"]["Order"];
    assert_eq!(
        (&order["x-nullability"], &order["x-wire-name"]),
        (&json!("unknown"), &json!("guessed"))
    );
    assert_eq!(order["properties"]["orderId"], json!({ "type": "string" }));
    assert_eq!(order.get("x-rust-type"), None);
    assert_eq!(document["$defs"]["One"].get("x-wire-name"), None);
    // One field is not like the others; one model has no type, and one is of another crate.
    let order = api.models.get_mut(&ModelPath::new(None, "Order")).unwrap();
    if let crate::model::Kind::Struct(order) = &mut order.kind {
        order.fields[0].nullable.value = crate::model::Nullability::No;
    }
    api.models[&ModelPath::new(None, "One")].emitted = false;
    let document = seen(&api);
    let order = &document["$defs"]["Order"];
    assert_eq!(order.get("x-nullability"), None);
    assert_eq!(
        order["properties"]["lineItems"],
        json!({ "type": "string", "x-nullability": "unknown" })
    );
    assert_eq!(document["$defs"]["One"]["x-rust-type"], Value::Null);
}

#[test]
fn an_id_of_digits_is_text() {
    let ids = json!(of_type(&Type::List(Box::new(Type::Snowflake))));
    assert_eq!(
        ids["items"],
        json!({ "type": "string", "format": "snowflake" })
    );
}

#[test]
fn every_entry_has_places() {
    let order = table(
        "Order",
        &[r#"| `of` | `Union["a", 1]` | :heavy_check_mark: | N/A | |"#],
    );
    let (api, _) = describe(&[("python/docs/models/order.md", &order)], "");
    let schema = schema(&api);
    let defs = schema["$defs"].as_object().expect("models");
    let names: Vec<_> = defs.keys().collect();
    assert_eq!(names, ["Order", "OrderOf", "OrderOfValue"]);
    for (name, line) in [("Order", 5), ("OrderOf", 7), ("OrderOfValue", 7)] {
        let place = format!("python/docs/models/order.md:{line}");
        assert_eq!(defs[name]["x-source"], json!([place]));
    }
}
