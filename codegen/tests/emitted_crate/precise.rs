//! Digits of numbers, in builds with and without serde_json's feature `arbitrary_precision`. The
//! lines above say which of the two this is, and whether structs have serde's derives.

use std::fmt::Debug;

use generated::shop::{Amount, Line};
use serde::Serialize;
use serde::de::DeserializeOwned;

const NUMBERS: [&str; 10] = [
    "5",
    "-7",
    "0.5",
    "9007199254740993",
    "18446744073709551615",
    "123456789012345678901234567890",
    "0.10",
    "1e400",
    "-0",
    "0.30000000000000000000000000000004",
];

fn goes_back<T: DeserializeOwned + Serialize + PartialEq + Debug>(json: &str) -> T {
    let value: T = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&value).unwrap(), json);
    assert_eq!(serde_json::from_slice::<T>(json.as_bytes()).unwrap(), value);
    assert_eq!(serde_json::from_reader::<_, T>(json.as_bytes()).unwrap(), value);
    value
}

#[test]
fn the_digits_of_fields_lists_and_unions_are_kept() {
    for number in NUMBERS {
        for json in [
            number.to_owned(),
            format!("[1,{number}]"),
            format!(r#"{{"price":{number}}}"#),
            format!(r#"{{"price":1,"was":{number},"steps":{{"a":[{number}]}},"part":[{number}]}}"#),
        ] {
            let amount: Amount = goes_back(&json);
            assert!(!matches!(amount, Amount::Unknown(_)), "{json}");
            if json.starts_with('{') {
                goes_back::<Line>(&json);
            }
        }
    }
    goes_back::<Amount>(r#""text""#);
}

/// Serde's derives buffer what they flatten.
#[test]
fn the_digits_of_unknown_keys_are_kept_but_by_derives() {
    for number in NUMBERS {
        let json = format!(r#"{{"price":1,"also":{number}}}"#);
        if !DERIVED {
            goes_back::<Line>(&json);
            goes_back::<Amount>(&json);
        }
    }
    let line: Line = serde_json::from_str(r#"{"price":1,"also":0.10}"#).unwrap();
    let kept = if DERIVED && !PRECISE { "0.1" } else { "0.10" };
    let expected = format!(r#"{{"price":1,"also":{kept}}}"#);
    assert_eq!(serde_json::to_string(&line).unwrap(), expected);
}

/// What holds any JSON value holds what serde_json keeps.
#[test]
fn values_keep_digits_with_arbitrary_precision_only() {
    let json = r#"{"price":1,"tax":{"rate":0.10}}"#;
    let kept = if PRECISE { json } else { r#"{"price":1,"tax":{"rate":0.1}}"# };
    let line: Line = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&line).unwrap(), kept);
    let amount: Amount = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&amount).unwrap(), kept);
    let unknown: Amount = serde_json::from_str(r#"{"rate":0.10}"#).unwrap();
    assert!(matches!(unknown, Amount::Unknown(_)));
    let kept = if PRECISE { r#"{"rate":0.10}"# } else { r#"{"rate":0.1}"# };
    assert_eq!(serde_json::to_string(&unknown).unwrap(), kept);
}

/// A model is written into a value, and read from one, with what the value keeps.
#[test]
fn so_is_what_passes_through_a_value() {
    for json in [r#"{"price":0.10,"was":0.10}"#, "0.10", "[0.10]"] {
        let kept = if PRECISE { json.to_owned() } else { json.replace("0.10", "0.1") };
        let amount: Amount = serde_json::from_str(json).unwrap();
        let value = serde_json::to_value(&amount).unwrap();
        assert_eq!(serde_json::to_string(&value).unwrap(), kept);
        let again: Amount = serde_json::from_value(value).unwrap();
        assert_eq!(serde_json::to_string(&again).unwrap(), kept);
        assert_eq!(again == amount, PRECISE);
    }
}
