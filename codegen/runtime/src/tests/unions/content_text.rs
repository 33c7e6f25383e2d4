//! Content is read from text as serde_json reads it.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::support::read::depth::DEEPEST;
use crate::support::union::content_text::parse;

#[test]
fn reads_what_serde_json_reads() {
    let texts = [
        r#" { "a" : [ 1 , -2, 2.5, true, false, null ] , "b":{} , "c":[] } "#,
        r#""\u00e9\"\\ \ud83e\udd84 é""#,
        r#"{"a\nb": "", "é": {"deep": [[["x"]]]}}"#,
        "18446744073709551615",
        "-0.5e-3",
        "null",
    ];
    for text in texts {
        let value = Value::deserialize(parse(text).unwrap()).unwrap();
        assert_eq!(
            value,
            serde_json::from_str::<Value>(text).unwrap(),
            "{text}"
        );
        let owned = parse(text).unwrap().into_owned();
        assert_eq!(Value::deserialize(owned).unwrap(), value);
    }
    assert_eq!(
        Value::deserialize(parse("[0.10]").unwrap()).unwrap()[0].as_f64(),
        json!(0.1).as_f64()
    );
}

#[test]
fn what_is_no_json_is_an_error() {
    for text in [
        "", " ", "{", "}", "[1", "[1,", "[1,]", "{\"a\"}", "{\"a\":}", "{a:1}", "\"", "\"\\",
        "tru", "1 2", "\"\\x\"", "[1}", "nulls",
    ] {
        assert!(parse(text).is_err(), "{text}");
    }
    let deep = |count: usize| "[".repeat(count) + &"]".repeat(count);
    assert!(parse(&deep(DEEPEST)).is_ok());
    let error = parse(&deep(1_000_000)).unwrap_err();
    assert_eq!(error.to_string(), "recursion limit exceeded");
}
