//! `spec.schema.json` says what is read.

use super::read;
use crate::config;
use crate::config::reference;
use crate::config::section::Section;

/// The schema for editors, from the package's folder.
fn editor_schema() -> serde_json::Value {
    serde_json::from_str(include_str!("../../../spec.schema.json")).unwrap()
}

#[test]
fn the_schema_for_editors_has_the_keys_that_are_read() {
    let schema = editor_schema();
    let check = |at: &str, mut keys: Vec<&str>| {
        let properties = schema.pointer(at).unwrap()["properties"]
            .as_object()
            .unwrap();
        let mut known: Vec<&str> = properties.keys().map(String::as_str).collect();
        known.sort_unstable();
        keys.sort_unstable();
        assert_eq!(known, keys, "{at}");
    };
    check("", Section::keys(config::keys::api));
    check("/$defs/dependency", Section::keys(config::dependency::long));
    check("/$defs/type", Section::keys(config::keys::user_type));
    check("/$defs/sample", Section::keys(config::sample_pattern::long));
    check("/$defs/source", Section::keys(config::keys::source));
    for (section, keys) in reference::keys() {
        check(&format!("/$defs/{section}"), keys);
    }
    check("/$defs/model", Section::keys(config::keys::model));
    check("/$defs/field", Section::keys(config::keys::field));
}

#[test]
fn the_schema_of_the_crate_has_the_keys_that_are_read() {
    let schema = include_str!("../../../crate.schema.json");
    let schema: serde_json::Value = serde_json::from_str(schema).unwrap();
    let properties = &schema["$defs"]["crate"]["properties"];
    let known: Vec<_> = properties.as_object().unwrap().keys().collect();
    assert_eq!(known, Section::keys(config::package::package));
}

#[test]
fn the_schema_for_editors_has_the_words_that_are_read() {
    let schema = editor_schema();
    let words = |at: &str| -> Vec<String> {
        let words = schema.pointer(at).unwrap()["enum"].as_array().unwrap();
        words
            .iter()
            .map(|word| word.as_str().unwrap().to_owned())
            .collect()
    };
    for (key, at) in [
        ("wire-case", "/properties/wire-case"),
        ("date-time", "/properties/date-time"),
        ("map", "/properties/map"),
        ("extra", "/properties/extra"),
        ("impls", "/properties/impls"),
        ("models.x.extra", "/$defs/model/properties/extra"),
        ("not-known", "/properties/not-known"),
        ("reference.modules", "/$defs/reference/properties/modules"),
        (
            "reference.names.nesting",
            "/$defs/reference-names/properties/nesting",
        ),
        (
            "reference.required.unmarked",
            "/$defs/reference-required/properties/unmarked",
        ),
        ("sources.x.family", "/$defs/source/properties/family"),
        ("sources.x.language", "/$defs/source/properties/language"),
    ] {
        let words = words(at);
        for word in &words {
            let (_, findings) = read(&format!("{key} = {word:?}\n"));
            assert_eq!(findings, [] as [String; 0]);
        }
        let (_, findings) = read(&format!("{key} = \"nonsense\"\n"));
        let said = findings[0].matches('`').count() / 2;
        // The key itself stands between backticks too.
        assert_eq!(said - 1, words.len(), "{}", findings[0]);
    }
    let traits = words("/$defs/type/properties/traits/items");
    let (config, findings) = read(&format!("types.\"::a::B\".traits = {traits:?}\n"));
    assert_eq!(findings, [] as [String; 0]);
    assert_eq!(config.types["::a::B"].value.traits.len(), traits.len());
    let ty = schema.pointer("/$defs/field/properties/type").unwrap();
    let text = ty["description"].as_str().unwrap();
    for (word, _) in config::field_type::WORDS {
        assert!(text.contains(word), "{word}");
    }
}
