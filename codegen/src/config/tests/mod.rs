//! What a `spec.toml` sets, and what is wrong with one.

pub(crate) mod editor_schema;
pub(crate) mod guide;
pub(crate) mod rust;

use super::{Config, parse};
use crate::claim::{Scalar, TypeShape};
use crate::diagnostic::Diagnostics;
use crate::language::Language;
use crate::model::{DateTimeType, ExtraKeys, Impls, MapType, NotKnown, WireCase};
use crate::source::{Files, Located, SourceFile};

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
        only = ["Order", "operations::*"]
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
    let texts = |list: Option<Located<Vec<Located<String>>>>| {
        let names = list.unwrap().value.into_iter();
        names.map(|name| name.value).collect::<Vec<_>>()
    };
    assert_eq!(texts(config.namespaces), ["", "operations"]);
    assert_eq!(texts(config.only), ["Order", "operations::*"]);
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
            "1:1 [wire_case] unknown key `wire_case` () \
             did you mean `wire-case`?",
            "2:1 [colour] unknown key `colour` () \
             expected `wire-case`, `date-time`, `map`, `extra`, `impls`, `non-exhaustive`, `not-known`, `namespaces`, `only`, `derives`, `attributes`, `dependencies`, `types`, `keys`, `samples`, `sources`, `reference` or `models`",
            "4:10 [nulable] unknown key `models.\"a.b\".fields.x.nulable` \
             () did you mean `nullable`?",
            "5:2 [source] unknown key `source` () \
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
            "1:13 [\"snakes\"] `wire-case` must be `as-is`, `camel`, `snake`, `pascal` or `kebab` \
             (unknown value) did you mean `snake`?",
            "2:13 [3] `date-time` must be `time`, `jiff`, `chrono` or `string` (found an integer) -",
            "3:12 [[]] `models.A` must be a table (found an array) -",
            "5:10 [\"true\"] `models.B.closed` must be `true` or `false` (found a string) \
             write true without quotes",
            "6:13 [\"2fast\"] `models.B.rust-name` must be a Rust identifier \
             (not an identifier) use letters, digits and `_`, and do not start with a digit",
            "7:10 [\"x\"] `models.B.fields` must be a table (found a string) -",
            "9:12 [\"Java\"] `sources.py.language` must be `csharp`, `go`, `java`, `php`, `python`, \
             `ruby`, `typescript` or `unity` (unknown value) did you mean `java`?",
        ]
    );
    let model = &config.models["B"].value;
    assert_eq!(model, &super::ModelConfig::default());
}

#[test]
fn names_are_in_the_case_that_rust_has_for_them() {
    let (_, findings) = read(concat!(
        "[models.A]\n",
        "rust-name = \"placed_order\"\n",
        "fields.b.rust-name = \"howMany\"\n",
        "[models.B]\n",
        "rust-name = \"HTTPOrder\"\n",
        "fields.b.rust-name = \"type\"\n",
    ));
    assert_eq!(
        findings,
        [
            "2:13 [\"placed_order\"] `models.A.rust-name` must be the name of a Rust type \
             (type names start with a capital letter) write `PlacedOrder`",
            "3:22 [\"howMany\"] `models.A.fields.b.rust-name` must be the name of a Rust field \
             (field names have no capital letters) write `how_many`",
        ]
    );
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
            "4:10 [3] `models.A.fields.c.type` must be a string",
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
    assert!(findings.iter().all(|f| f.contains("invalid TOML: ")));
    let lines: Vec<_> = findings.iter().map(|f| &f[..2]).collect();
    assert_eq!(lines, ["2:", "3:"]);
}

#[test]
fn a_key_that_is_set_twice_is_an_error() {
    let (_, findings) = read("[models.A]\nclosed = true\n[models.A]\n");
    assert_eq!(findings.len(), 1, "{findings:#?}");
    assert_eq!(&findings[0][..2], "3:");
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
