//! Types, derives, attributes and crates of the user's.

use serde_json::json;

use super::read;
use crate::config::Layer;
use crate::model::Trait;

#[test]
fn types_derives_attributes_and_crates_of_the_users_are_read() {
    let (config, findings) = read(
        r#"
        derives = ["PartialOrd", ":: my_crate :: Derive"]
        attributes = [" cfg_attr(feature = \"x\", derive(::x::Y)) ", "must_use"]
        [dependencies]
        my-crate = { path = "../my-crate", features = ["a", "b"], default-features = false }
        x = { version = "1.2", optional = true }
        [types.":: my_crate::Id < ::my_crate::User >"]
        traits = ["Ord", "Hash"]
        values = ["id-1", { x = [1, 0.5, true] }]
        [models.Money]
        replace = "::my_crate::Money"
        [models.Order]
        derives = ["Eq"]
        attributes = ["x"]
        [models.Order.fields.ids]
        replace = " [ {::my_crate::Id<::my_crate::User>} ] "
        attributes = ["y = 1"]
    "#,
    );
    assert_eq!(findings, [] as [String; 0]);
    let texts = |all: &[crate::source::Located<String>]| -> Vec<String> {
        all.iter().map(|it| it.value.clone()).collect()
    };
    assert_eq!(texts(&config.derives), ["PartialOrd", "::my_crate::Derive"]);
    let derive = "cfg_attr(feature = \"x\", derive(::x::Y))";
    assert_eq!(texts(&config.attributes), [derive, "must_use"]);
    let own = &config.dependencies["my-crate"].value;
    assert_eq!(own.origin["path"], "../my-crate");
    assert_eq!((own.features.len(), own.default_features), (2, false));
    let x = &config.dependencies["x"].value;
    assert_eq!((x.origin["version"].as_str(), x.optional), ("1.2", true));
    let id = "::my_crate::Id<::my_crate::User>";
    let id_type = &config.types[id].value;
    assert_eq!(id_type.traits[0].value, Trait::Ord);
    let values: Vec<_> = id_type.values.iter().map(|it| it.value.clone()).collect();
    assert_eq!(values, [json!("id-1"), json!({"x": [1, 0.5, true]})]);
    let money = &config.models["Money"].value;
    assert_eq!(money.replace.as_ref().unwrap().value, "::my_crate::Money");
    let order = &config.models["Order"].value;
    assert_eq!(texts(&order.derives), ["Eq"]);
    assert_eq!(texts(&order.attributes), ["x"]);
    let ids = &order.fields["ids"].value;
    let replace = &ids.replace.as_ref().unwrap().value;
    assert_eq!(replace.layers, [Layer::List, Layer::Map]);
    assert_eq!(replace.path, id);
    assert_eq!(texts(&ids.attributes), ["y = 1"]);
}

#[test]
fn only_paths_from_a_crate_replace_types() {
    for (path, found) in [
        ("Money", "not a full path"),
        ("my_crate::Money", "not a full path"),
        ("::Money", "not a full path"),
        ("crate::Money", "not a full path"),
        ("::a::self", "not a full path"),
        ("::a::B<u8>", "not a full path"),
        ("::a::B<'static>", "not a full path"),
        ("::a::B<{ 3 }>", "not a full path"),
        ("::a::B<3>", "not a full path"),
        ("::a::B<::c::D>::E", "not a full path"),
        ("::a::Fn(::a::B)", "not the path of a type"),
        ("<::a::B as ::c::D>::E", "not a full path"),
        ("::a::B; fn main() {}", "not the path of a type"),
        ("&::a::B", "not the path of a type"),
        ("::a::b!()", "not the path of a type"),
        ("[::a::B; 3]", "not the path of a type"),
        ("", "not the path of a type"),
        ("::std::vec::Vec<::a::B>", "this type needs no replacement"),
        ("::serde_json::Value", "this type needs no replacement"),
    ] {
        let (config, findings) = read(&format!("[models.A]\nreplace = {path:?}\n"));
        assert_eq!(config.models["A"].value.replace, None);
        let start =
            format!("2:11 [{path:?}] `models.A.replace` must be the path of a type ({found}) ");
        assert_eq!(findings.len(), 1, "{findings:?}");
        assert!(findings[0].starts_with(&start), "{findings:?}");
        assert!(!findings[0].ends_with('-'), "{findings:?}");
    }
}

#[test]
fn what_is_no_derive_attribute_or_crate_is_an_error_in_its_place() {
    let (_, findings) = read(concat!(
        "derives = [\"PartialOdr\", \"JsonSchema\", \"::serde::Serialize\", \"::a::B<::c::D>\", \"x y\", 3, ",
        "\"::schemars::JsonSchema\"]\n",
        "attributes = [\"derive(Eq)\", \"x]\", \"#[x]\"]\n",
        "[dependencies]\n",
        "a = \"one\"\n",
        "b = 1\n",
        "c = { features = [\"x y\"] }\n",
        "d = { optional = true }\n",
        "e = { version = \"1\", workspace = true }\n",
        "\"f g\" = \"1\"\n",
        "[types.Money]\n",
        "[types.\"::a::B\"]\n",
        "traits = [\"eq\"]\n",
    ));
    let heads: Vec<_> = findings
        .iter()
        .map(|it| it.split(") ").next().unwrap())
        .collect();
    assert_eq!(
        heads,
        [
            "1:12 [\"PartialOdr\"] `derives[0]` must be a derive (the crate is missing",
            "1:26 [\"JsonSchema\"] `derives[1]` must be a derive (the crate is missing",
            "1:40 [\"::serde::Serialize\"] `derives[2]` must be a derive (all models implement it already",
            "1:62 [\"::a::B<::c::D>\"] `derives[3]` must be a derive (not a full path",
            "1:80 [\"x y\"] `derives[4]` must be a derive (not a path",
            "1:87 [3] `derives[5]` must be a string (found an integer",
            "1:90 [\"::schemars::JsonSchema\"] `derives[6]` must be a derive (a feature of the generated crate implements it for all models",
            "2:15 [\"derive(Eq)\"] `attributes[0]` must be an attribute (this is a derive",
            "2:29 [\"x]\"] `attributes[1]` must be an attribute (not an attribute: cannot parse string into token stream",
            "2:35 [\"#[x]\"] `attributes[2]` must be an attribute (not an attribute: expected identifier",
            "4:5 [\"one\"] `dependencies.a` must be a version requirement (unexpected character 'o' while parsing major version number",
            "5:5 [1] `dependencies.b` must be a version or a table (found an integer",
            "6:19 [\"x y\"] `dependencies.c.features[0]` must be the name of a feature (not a valid feature name",
            "7:1 [d] `dependencies.d` must have a `version`, a `path` or a `git` repository (",
            "8:22 [workspace] unknown key `dependencies.e.workspace` (",
            "9:1 [\"f g\"] `dependencies.\"f g\"` must be the name of a crate (not a valid crate name",
            "10:8 [Money] `types.Money` must be the path of a type (not a full path",
            "12:11 [\"eq\"] `types.\"::a::B\".traits[0]` must be `Copy`, `Default`, `Eq`, `Hash`, `Ord` or `PartialOrd` (unknown value",
        ]
    );
    assert!(findings[0].ends_with("did you mean `PartialOrd`?"));
}

#[test]
fn what_all_models_have_is_not_derived_behind_a_condition_either() {
    for (attribute, crate_name) in [
        (
            "cfg_attr(feature = 'schemars', derive(::schemars::JsonSchema))",
            "schemars",
        ),
        (
            "cfg_attr(all(), must_use, derive(::mine::Debug, arbitrary :: Arbitrary,),)",
            "arbitrary",
        ),
        (
            "cfg_attr(true, cfg_attr(x, derive(schemars::JsonSchema)))",
            "schemars",
        ),
    ] {
        let attribute = attribute.replace('\'', "\"");
        let (config, findings) = read(&format!("[models.A]\nattributes = ['{attribute}']\n"));
        assert_eq!(config.models["A"].value.attributes, []);
        let expected = format!(
            "2:15 ['{attribute}'] `models.A.attributes[0]` must be an attribute \
             (a feature of the generated crate implements it for all models) \
             remove it, and enable the feature `{crate_name}`"
        );
        assert_eq!(findings, [expected]);
    }
    let (_, findings) = read("attributes = ['cfg_attr(x, derive(::serde::Serialize))']\n");
    assert!(
        findings[0].contains("(all models implement it already)"),
        "{findings:?}"
    );
    for other in [
        "cfg_attr(x, derive(::mine::JsonSchema, ::mine::Arbitrary))",
        "cfg_attr(x, doc = 'derive(::schemars::JsonSchema)')",
        "doc(alias = 'schemars::JsonSchema')",
        "cfg_attr()",
    ] {
        let other = other.replace('\'', "\"");
        let (_, findings) = read(&format!("attributes = ['{other}']\n"));
        assert_eq!(findings, [] as [String; 0], "{other}");
    }
}

#[test]
fn standard_derives_are_not_put_behind_a_condition() {
    for attribute in [
        "cfg_attr(x, derive(Clone))",
        "cfg_attr(x, derive(::mine::Other, ::std::hash::Hash))",
        "cfg_attr(x, cfg_attr(y, derive(core::default::Default)))",
    ] {
        let (config, findings) = read(&format!("[models.A]\nattributes = ['{attribute}']\n"));
        assert_eq!(config.models["A"].value.attributes, []);
        let expected = format!(
            "2:15 ['{attribute}'] `models.A.attributes[0]` must be an attribute \
             (a standard derive in `cfg_attr`) add it to `derives`: a standard derive needs no dependency"
        );
        assert_eq!(findings, [expected]);
    }
}

#[test]
fn rust_that_is_too_deep_or_too_long_is_refused_unparsed() {
    let nested = |open: &str, close: &str| open.repeat(1_000) + &close.repeat(1_000);
    let types = format!("::x::A{}", nested("<::x::A", ">"));
    let lists = nested("[", "]").replace("[]", "[::x::A]");
    let code = format!("y = {}", nested("(", ")"));
    let signs = format!("y = {}1", "-".repeat(1_000));
    let long = format!("y = 1{}", " + 1".repeat(100_000));
    let (_, findings) = read(&format!(
        "attributes = [{code:?}, {signs:?}, {long:?}]\n\
         derives = [{types:?}]\n\
         [models.Order.fields]\na.replace = {types:?}\nb.replace = {lists:?}\n"
    ));
    assert_eq!(findings.len(), 6, "{findings:?}");
}
