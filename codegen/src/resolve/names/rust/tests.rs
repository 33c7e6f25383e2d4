//! Names in the docs, and what they are called in Rust.

use super::*;

#[test]
fn fields_are_snake_case_and_keywords_are_raw() {
    let names = [
        "roomId",
        "maxTokens",
        "type",
        "self",
        "2fa",
        "gen",
        "utm_source",
        "+",
        "clientIPs",
        "userIDsSeen",
        "HTTPServers",
        "isOK",
    ];
    let rust = [
        "room_id",
        "max_tokens",
        "r#type",
        "self_",
        "field_2fa",
        "r#gen",
        "utm_source",
        "plus",
        "client_ips",
        "user_ids_seen",
        "http_servers",
        "is_ok",
    ];
    assert_eq!(names.map(field_name), rust);
}

#[test]
fn values_keep_their_difference() {
    let values = [
        "+1",
        "-1",
        "-created_at",
        "+created_at",
        "name,-created_at",
        "A-",
        "--dry-run",
        "*",
        "",
        "in_progress",
        "1.5",
        "15",
        "application/json",
        "gpt-4o",
        "16:9",
        "10-49 turns",
        "2024-01-01",
        "9:19.5",
        "self",
    ];
    let rust = [
        "Plus1",
        "Minus1",
        "MinusCreatedAt",
        "PlusCreatedAt",
        "NameMinusCreatedAt",
        "AMinus",
        "DryRun",
        "Star",
        "Empty",
        "InProgress",
        "Value1Dot5",
        "Value15",
        "ApplicationJson",
        "Gpt4o",
        "Value16_9",
        "Value10_49Turns",
        "Value2024_01_01",
        "Value9_19Dot5",
        "SelfValue",
    ];
    assert_eq!(values.map(variant_name), rust);
}

#[test]
fn every_lone_sign_has_a_name_of_its_own() {
    let signs = (0x20..0x7f_u8).filter(|c| !c.is_ascii_alphanumeric());
    let signs = signs.chain(*b"\t\n\r").map(char::from);
    let names: BTreeSet<_> = signs
        .clone()
        .map(|c| variant_name(&c.to_string()))
        .collect();
    assert_eq!(names.len(), signs.count());
    assert!(!names.contains("Value") && !names.contains(""), "{names:?}");
    let more = ["-", "--", "!=", "~=", "==", "..", "||", " ", "–"];
    let rust = [
        "Minus",
        "DashDash",
        "NotEqual",
        "TildeEqual",
        "EqualEqual",
        "DotDot",
        "PipePipe",
        "Space",
        "Minus",
    ];
    assert_eq!(more.map(variant_name), rust);
    assert_eq!(field_name("-"), "minus");
}

#[test]
fn no_module_hides_a_primitive_type() {
    let names = ["str", "i64", "bool", "string", "usize"].map(module_name);
    assert_eq!(names, ["str_", "i64_", "bool_", "string", "usize_"]);
    let names = ["mod", "Mod", "type", "self", "v1/rooms", "2.1", "名前"].map(module_name);
    let rust = [
        "mod_",
        "mod_",
        "r#type",
        "self_",
        "v1_rooms",
        "api_2_dot_1",
        "ming_qian",
    ];
    assert_eq!(names, rust);
}

#[test]
fn what_is_not_ascii_is_spelt_in_it() {
    let values = [
        "café",
        "cafe\u{301}",
        "naïve",
        "Côte d’Ivoire",
        "Straße",
        "名前",
        "объект",
        "col·lecció",
        "20°C",
        "5 €",
        "10–49",
        "½",
        "🦄",
        "\u{e000}",
    ];
    let rust = [
        "Cafe",
        "Cafe",
        "Naive",
        "CoteDIvoire",
        "Strasse",
        "MingQian",
        "Obekt",
        "ColLeccio",
        "Value20DegC",
        "Value5Eur",
        "Value10_49",
        "Value1_2",
        "Unicorn",
        "Value",
    ];
    assert_eq!(values.map(variant_name), rust);
    assert_eq!(type_name("Événement"), "Evenement");
    assert_eq!(field_name("prénomUsuel"), "prenom_usuel");
    assert_eq!(module_name("müller"), "muller");
}

#[test]
fn titles_stay_as_the_docs_have_them() {
    let titles = [
        "ProcessV3",
        "HTTPMetadata",
        "get_builds",
        "Self",
        "4k",
        "Option",
        "web-search 2025-03-05",
    ];
    let rust = [
        "ProcessV3",
        "HTTPMetadata",
        "GetBuilds",
        "SelfModel",
        "Model4k",
        "Option",
        "WebSearch2025_03_05",
    ];
    assert_eq!(titles.map(type_name), rust);
}

#[test]
fn what_a_field_holds_is_called_by_both_names() {
    let of = |owner| type_name(&below(owner, "Owner"));
    assert_eq!([of("Page"), of("Page1_2")], ["PageOwner", "Page1_2Owner"]);
}

#[test]
fn every_module_is_called_as_a_file_can_be() {
    let docs = [
        "mod", "Con", "AUX", "nul", "prn", "com1", "LPT9", "com¹", "com10", "r#mod",
    ];
    let rust = [
        "mod_", "con_", "aux_", "nul_", "prn_", "com1_", "lpt9_", "com1_", "com10",
    ];
    assert_eq!(docs.map(module_name)[..9], rust);
    assert_eq!(api_module("nul"), "nul_");
    let long = module_name(&"名".repeat(90));
    assert!(long.len() <= 200 && long.starts_with("ming_ming_") && long.ends_with("ming"));
    assert_eq!(type_name(&"名".repeat(90)).len(), 200);
    assert_eq!(type_name(&"L".repeat(200)).len(), 200);
    assert_eq!(type_name(&"L".repeat(201)).len(), 200);
}

#[test]
fn an_api_is_not_called_as_a_feature_of_the_crate() {
    let names = ["arbitrary", "examples", "full", "schemars", "shop"].map(api_module);
    let expected = [
        "arbitrary_api",
        "examples_api",
        "full_api",
        "schemars_api",
        "shop",
    ];
    assert_eq!(names, expected);
}

#[test]
fn a_taken_name_gets_a_number_at_last() {
    let mut scope = Scope::default();
    let mut take = || scope.take(["A".to_owned(), "B".to_owned()]);
    assert_eq!([take(), take(), take(), take()], ["A", "B", "B2", "B3"]);
    let mut take = || scope.take(["line1".to_owned()]);
    assert_eq!([take(), take(), take()], ["line1", "line1_2", "line1_3"]);
}
