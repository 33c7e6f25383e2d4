//! What errors say: where inside a value, and of which variant. Derived impls do not say where.
#![cfg(feature = "hostile")]

use generated::hostile::*;
use serde_json::from_str;

fn error<T: serde::de::DeserializeOwned>(json: &str) -> serde_json::Error {
    from_str::<T>(json).err().unwrap()
}

fn message<T: serde::de::DeserializeOwned>(json: &str) -> std::string::String {
    error::<T>(json).to_string()
}

#[test]
fn a_structs_error_names_the_path() {
    assert_eq!(
        message::<Square>(r#"{"type":"square","side":"x"}"#),
        "at `side`: invalid type: string \"x\", expected i32 at line 1 column 27"
    );
    assert_eq!(
        message::<operations::Documented>(r#"{"long":{},"sh\"ort`":"","other":{},"up":{"id":1}}"#),
        "at `up.id`: invalid type: integer `1`, expected a string at line 1 column 48"
    );
    assert_eq!(
        message::<hostile::Hostile>(r#"{"root":{"children":[]}}"#),
        "at `root`: missing field `by_name` at line 1 column 23"
    );
    assert_eq!(
        message::<hostile::Hostile>(
            r#"{"root":{"children":[{"children":[],"by_name":{}},{"by_name":1}],"by_name":{}}}"#
        ),
        "at `root.children[1].by_name`: invalid type: integer `1`, expected a map \
         at line 1 column 62"
    );
    assert_eq!(
        message::<hostile::Hostile>(
            r#"{"root":{"children":[],"by_name":{"a.b":{"children":[],"by_name":{"c":{}}}}}}"#
        ),
        "at `root.by_name[\"a.b\"].by_name[\"c\"]`: missing field `children` at line 1 column 72"
    );
    assert_eq!(
        message::<Closed>(r#""c""#),
        "invalid value: Closed has no value \"c\", only \"a\", \"b\" at line 1 column 3"
    );
}

#[test]
fn a_key_that_comes_twice_is_an_error() {
    assert_eq!(
        message::<Derives>(r#"{"a":1,"a":2}"#),
        "duplicate field `a` at line 1 column 10"
    );
}

#[test]
fn what_the_parser_says_keeps_its_kind() {
    let cut = error::<hostile::Hostile>(r#"{"root":{"children":[{"children":["#);
    assert!(cut.is_eof(), "{cut}");
    let broken = error::<hostile::Hostile>(r#"{"root":{"children":[}}"#);
    assert!(broken.is_syntax(), "{broken}");
    let cut = error::<Shape2>(r#"{"type":"square","inner":{"type":"circle","#);
    assert!(cut.is_eof(), "{cut}");
}

#[test]
fn a_unions_error_names_the_variant_and_the_path() {
    let shown = message::<Shape2>(r#"{"type":"square","inner":{"type":"circle","radius":"x"}}"#);
    assert_eq!(
        shown,
        "union Shape2 read as Square: at `inner`: union Shape2 read as Circle: at `radius`: \
         invalid type: string \"x\", expected f64 at line 1 column 54"
    );
    let shown = message::<KeyOpt>(r#"{"y":{"x":1,"y":{"a":"x"}}}"#);
    assert!(
        shown.contains("union ByKey read as A: at `a`: invalid type"),
        "{shown}"
    );
}
