//! What schemars makes of the models, beyond that it says what `schema.json` says.
#![cfg(all(feature = "hostile", feature = "schemars"))]

use generated::hostile::{Shape2, Tree, operations};
use generated::{Date, DateTime, Extra, Maybe, Number};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, schema_for};
use serde_json::json;

fn with<T: JsonSchema>(settings: SchemaSettings) -> Schema {
    settings.into_generator().into_root_schema_for::<T>()
}

#[test]
fn models_of_one_name_have_schemas_of_their_own() {
    let schema = schema_for!(operations::Documented).to_value();
    // The root itself stands where it is asked for.
    assert_eq!(schema["title"], "Documented");
    let other = &schema["properties"]["other"]["$ref"];
    let path = other
        .as_str()
        .and_then(|path| path.strip_prefix('#'))
        .unwrap();
    let target = schema.pointer(path).unwrap();
    assert_eq!(
        target["x-rust-type"]["path"],
        "generated::hostile::Documented"
    );
}

#[test]
fn references_are_those_of_the_generator() {
    let schema = with::<Shape2>(SchemaSettings::openapi3()).to_value();
    let circle = "#/components/schemas/Circle";
    assert_eq!(schema["oneOf"][0]["$ref"], circle);
    assert_eq!(schema["discriminator"]["mapping"]["circle"], circle);
    let target = schema.pointer("/components/schemas/Circle");
    assert_eq!(target.unwrap()["type"], "object");
}

#[test]
fn what_is_inlined_needs_no_reference() {
    let inlined = |settings: &mut SchemaSettings| settings.inline_subschemas = true;
    let schema = with::<Shape2>(SchemaSettings::default().with(inlined)).to_value();
    assert_eq!(schema["oneOf"][0]["type"], "object");
    assert_eq!(schema["discriminator"]["mapping"], json!({}));
    // But for what contains itself.
    let tree = with::<Tree>(SchemaSettings::default().with(inlined)).to_value();
    assert_eq!(tree["properties"]["children"]["items"]["$ref"], "#");
}

#[test]
fn what_models_share_has_a_schema() {
    let mut generator = SchemaGenerator::default();
    let at = json!({ "type": "string", "format": "date-time" });
    assert_eq!(generator.subschema_for::<DateTime>(), at);
    let on = json!({ "type": "string", "format": "date" });
    assert_eq!(generator.subschema_for::<Date>(), on);
    let number = json!({ "type": "number" });
    assert_eq!(generator.subschema_for::<Number>(), number);
    let maybe = json!({ "type": ["number", "null"] });
    assert_eq!(generator.subschema_for::<Maybe<Number>>(), maybe);
    let extra = json!({ "type": "object", "additionalProperties": on });
    assert_eq!(generator.subschema_for::<Extra<Date>>(), extra);
}
