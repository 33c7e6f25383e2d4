use serde_json::json;

use super::{Config, Layer, parse};
use crate::claim::{Scalar, TypeShape};
use crate::diagnostic::Diagnostics;
use crate::dialect::Language;
use crate::model::{DateTimeType, ExtraKeys, Impls, MapType, NotKnown, Trait, WireCase};
use crate::source::{Files, SourceFile};

/// The settings, and each finding as `line:column text under it: message (label) hint`.
fn read(text: &str) -> (Config, Vec<String>) {
    let mut files = Files::default();
    let id = files.add(SourceFile::new("spec.toml", text));
    let mut diagnostics = Diagnostics::default();
    let config = parse(&files, id, &mut diagnostics);
    let findings = diagnostics
        .sorted()
        .into_iter()
        .map(|finding| {
            let place = finding.place.unwrap();
            let at = files.locate(place);
            format!(
                "{}:{} [{}] {} ({}) {}",
                at.line,
                at.column,
                files.text(place),
                finding.message,
                finding.label,
                finding.hint.as_deref().unwrap_or("-"),
            )
        })
        .collect();
    (config, findings)
}

#[test]
fn every_key_is_read() {
    let (config, findings) = read(
        r#"
        wire-case = "snake"
        date-time = "string"
        not-known = "accept-null"
        namespaces = ["", "operations"]
        [sources.java]
        language = "java"
        [models.ProcessV3]
        rust-name = "Process"
        closed = true
        doc = "A server."
        exclude = false
        [models.ProcessV3.fields.terminatedAt]
        wire-name = "terminated_at"
        rust-name = "type"
        type = "[{int64?}]"
        required = false
        nullable = true
        doc = "When."
        exclude = true
    "#,
    );
    assert_eq!(findings, [] as [String; 0]);
    assert_eq!(config.wire_case.unwrap().value, WireCase::Snake);
    assert_eq!(config.date_time.unwrap().value, DateTimeType::String);
    assert_eq!(config.not_known.unwrap().value, NotKnown::AcceptNull);
    let namespaces = config.namespaces.unwrap().value;
    let namespaces: Vec<_> = namespaces.iter().map(|name| name.value.as_str()).collect();
    assert_eq!(namespaces, ["", "operations"]);
    let source = &config.sources["java"].value;
    assert_eq!(source.language.as_ref().unwrap().value, Language::Java);
    let model = &config.models["ProcessV3"].value;
    assert_eq!(model.rust_name.as_ref().unwrap().value, "Process");
    assert!(model.closed.as_ref().unwrap().value);
    assert_eq!(model.doc.as_ref().unwrap().value, "A server.");
    assert!(!model.exclude.as_ref().unwrap().value);
    let field = &model.fields["terminatedAt"].value;
    assert_eq!(field.wire_name.as_ref().unwrap().value, "terminated_at");
    assert_eq!(field.rust_name.as_ref().unwrap().value, "type");
    let whole = TypeShape::Scalar(Scalar::Int64);
    let nullable = TypeShape::Nullable(Box::new(whole));
    let expected = TypeShape::List(Box::new(TypeShape::Map(Box::new(nullable))));
    assert_eq!(field.ty.as_ref().unwrap().value, expected);
    assert_eq!(field.doc.as_ref().unwrap().value, "When.");
    assert!(field.exclude.as_ref().unwrap().value);
    assert!(!field.required.as_ref().unwrap().value);
    assert!(field.nullable.as_ref().unwrap().value);
}

#[test]
fn an_empty_file_sets_nothing() {
    assert_eq!(read("# nothing\n"), (Config::default(), vec![]));
}

#[test]
fn a_setting_knows_its_place_and_a_table_its_name() {
    let text = "models.\"a::B\".closed = true\n";
    let (config, _) = read(text);
    let model = &config.models["a::B"];
    let place = |at: crate::source::Place| &text[at.start as usize..at.end as usize];
    assert_eq!(place(model.place), "\"a::B\"");
    assert_eq!(place(model.value.closed.as_ref().unwrap().place), "true");
}

#[test]
fn all_unknown_keys_are_reported_with_the_nearest_known_one() {
    let (_, findings) = read(concat!(
        "wire_case = \"snake\"\n",
        "colour = 1\n",
        "[models.\"a.b\"]\n",
        "fields.x.nulable = true\n",
        "[source.java]\n",
    ));
    assert_eq!(
        findings,
        [
            "1:1 [wire_case] unknown key `wire_case` (text that nothing reads) \
             did you mean `wire-case`?",
            "2:1 [colour] unknown key `colour` (a whole number that nothing reads) \
             here can be `wire-case`, `date-time`, `map`, `extra`, `impls`, `not-known`, `namespaces`, `derives`, `attributes`, `dependencies`, `types`, `samples`, `sources` or `models`",
            "4:10 [nulable] unknown key `models.\"a.b\".fields.x.nulable` \
             (true or false that nothing reads) did you mean `nullable`?",
            "5:2 [source] unknown key `source` (a table that nothing reads) \
             did you mean `sources`?",
        ]
    );
}

#[test]
fn wrong_types_and_values_say_what_is_right() {
    let (config, findings) = read(concat!(
        "wire-case = \"snakes\"\n",
        "date-time = 3\n",
        "models.A = []\n",
        "[models.B]\n",
        "closed = \"true\"\n",
        "rust-name = \"2fast\"\n",
        "fields = \"x\"\n",
        "[sources.py]\n",
        "language = \"Java\"\n",
    ));
    assert_eq!(
        findings,
        [
            "1:13 [\"snakes\"] `wire-case` must be a known word (no such word) \
             did you mean `snake`? \
             Otherwise write `as-is`, `camel`, `snake`, `pascal` or `kebab`",
            "2:13 [3] `date-time` must be a known word (this is a whole number) \
             write `time`, `jiff`, `chrono` or `string`",
            "3:12 [[]] `models.A` must be a table (this is a list) -",
            "5:10 [\"true\"] `models.B.closed` must be `true` or `false` (this is text) \
             write true without quotes",
            "6:13 [\"2fast\"] `models.B.rust-name` must be a Rust name \
             (no type or field can be called so) use letters, digits and `_`, and no digit first",
            "7:10 [\"x\"] `models.B.fields` must be a table (this is text) -",
            "9:12 [\"Java\"] `sources.py.language` must be a known word (no such word) \
             did you mean `java`? Otherwise write `csharp`, `go`, `java`, `php`, `python`, `ruby`, `typescript` or `unity`",
        ]
    );
    let model = &config.models["B"].value;
    assert_eq!(model, &super::ModelConfig::default());
}

#[test]
fn a_type_that_is_none_says_what_types_there_are() {
    let (_, findings) = read(concat!(
        "[models.A.fields]\n",
        "a.type = \"[strng]\"\n",
        "b.type = \"list of things\"\n",
        "c.type = 3\n",
        "d.type = \"[Order\"\n",
    ));
    let heads: Vec<_> = findings
        .iter()
        .map(|f| f.split(" (").next().unwrap())
        .collect();
    assert_eq!(
        heads,
        [
            "2:10 [\"[strng]\"] `models.A.fields.a.type` must be a type",
            "3:10 [\"list of things\"] `models.A.fields.b.type` must be a type",
            "4:10 [3] `models.A.fields.c.type` must be text",
            "5:10 [\"[Order\"] `models.A.fields.d.type` must be a type",
        ]
    );
    assert!(
        findings[0].ends_with("did you mean `string`?"),
        "{}",
        findings[0]
    );
}

#[test]
fn all_syntax_errors_are_reported_and_nothing_else() {
    let (config, findings) = read("unknown = 1\nwire-case = \n[models\n");
    assert_eq!(config, Config::default());
    assert_eq!(findings.len(), 2, "{findings:#?}");
    assert!(findings.iter().all(|f| f.contains("this is not TOML: ")));
    let lines: Vec<_> = findings.iter().map(|f| &f[..2]).collect();
    assert_eq!(lines, ["2:", "3:"]);
}

#[test]
fn a_key_that_is_set_twice_is_an_error() {
    let (_, findings) = read("[models.A]\nclosed = true\n[models.A]\n");
    assert_eq!(findings.len(), 1, "{findings:#?}");
    assert_eq!(&findings[0][..2], "3:");
}

/// The schema for editors, from the package's folder.
fn editor_schema() -> serde_json::Value {
    serde_json::from_str(include_str!("../../spec.schema.json")).unwrap()
}

#[test]
fn the_schema_for_editors_has_the_keys_that_are_read() {
    use super::section::Section;
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
    check("", Section::keys(super::api));
    check("/$defs/dependency", Section::keys(super::dependency::long));
    check("/$defs/type", Section::keys(super::outside));
    check("/$defs/sample", Section::keys(super::sample_files::long));
    check("/$defs/source", Section::keys(super::source));
    check("/$defs/model", Section::keys(super::model));
    check("/$defs/field", Section::keys(super::field));
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
    for (word, _) in super::type_syntax::WORDS {
        assert!(text.contains(word), "{word}");
    }
}

#[test]
fn what_is_emitted_is_chosen_by_words() {
    let (config, findings) = read(concat!(
        "date-time = \"jiff\"\n",
        "map = \"index\"\n",
        "extra = \"keep\"\n",
        "impls = \"derive\"\n",
        "models.A.extra = \"ignore\"\n",
    ));
    assert_eq!(findings, Vec::<String>::new());
    assert_eq!(config.date_time.unwrap().value, DateTimeType::Jiff);
    assert_eq!(config.map.unwrap().value, MapType::Index);
    assert_eq!(config.extra.unwrap().value, ExtraKeys::Keep);
    assert_eq!(config.impls.unwrap().value, Impls::Derive);
    let model = &config.models["A"].value;
    assert_eq!(model.extra.as_ref().unwrap().value, ExtraKeys::Ignore);
}

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
        ("Money", "this does not start at a crate"),
        ("my_crate::Money", "this does not start at a crate"),
        ("::Money", "this does not start at a crate"),
        ("crate::Money", "this does not start at a crate"),
        ("::a::self", "this does not start at a crate"),
        ("::a::B<u8>", "this does not start at a crate"),
        ("::a::B<'static>", "this does not start at a crate"),
        ("::a::B<{ 3 }>", "this does not start at a crate"),
        ("::a::B<3>", "this does not start at a crate"),
        ("::a::B<::c::D>::E", "this does not start at a crate"),
        ("::a::Fn(::a::B)", "this is no path of a type"),
        ("<::a::B as ::c::D>::E", "this does not start at a crate"),
        ("::a::B; fn main() {}", "this is no path of a type"),
        ("&::a::B", "this is no path of a type"),
        ("::a::b!()", "this is no path of a type"),
        ("[::a::B; 3]", "this is no path of a type"),
        ("", "this is no path of a type"),
        (
            "::std::vec::Vec<::a::B>",
            "a type that needs no replacement",
        ),
        ("::serde_json::Value", "a type that needs no replacement"),
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
            "1:12 [\"PartialOdr\"] `derives[0]` must be a derive (a name without its crate",
            "1:26 [\"JsonSchema\"] `derives[1]` must be a derive (a name without its crate",
            "1:40 [\"::serde::Serialize\"] `derives[2]` must be a derive (all models implement it already",
            "1:62 [\"::a::B<::c::D>\"] `derives[3]` must be a derive (this does not start at a crate",
            "1:80 [\"x y\"] `derives[4]` must be a derive (this is no path",
            "1:87 [3] `derives[5]` must be text (this is a whole number",
            "1:90 [\"::schemars::JsonSchema\"] `derives[6]` must be a derive (a feature of the generated crate gives it to all models",
            "2:15 [\"derive(Eq)\"] `attributes[0]` must be an attribute (this is a derive",
            "2:29 [\"x]\"] `attributes[1]` must be an attribute (no attribute: cannot parse string into token stream",
            "2:35 [\"#[x]\"] `attributes[2]` must be an attribute (no attribute: expected identifier",
            "4:5 [\"one\"] `dependencies.a` must be the versions that cargo may take (unexpected character 'o' while parsing major version number",
            "5:5 [1] `dependencies.b` must be a version or a table (this is a whole number",
            "6:19 [\"x y\"] `dependencies.c.features[0]` must be the name of a feature (no feature can be called so",
            "7:1 [d] `dependencies.d` must have a `version`, a `path` or a `git` repository (",
            "8:22 [workspace] unknown key `dependencies.e.workspace` (true or false that nothing reads",
            "9:1 [\"f g\"] `dependencies.\"f g\"` must be the name of a crate (no crate can be called so",
            "10:8 [Money] `types.Money` must be the path of a type (this does not start at a crate",
            "12:11 [\"eq\"] `types.\"::a::B\".traits[0]` must be a known word (no such word",
        ]
    );
    assert!(findings[0].ends_with("did you mean `PartialOrd`?"));
}
