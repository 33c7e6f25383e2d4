//! Numbers in unions, in a build where another crate turns on `arbitrary_precision` of serde_json.

use generated::shop::{Amount, Line};

#[test]
fn numbers_are_numbers_and_keep_their_digits() {
    for json in [
        "5",
        "-7",
        "0.5",
        "9007199254740993",
        "18446744073709551615",
        "[1,2.5]",
        r#"{"price":3,"tax":{"rate":0.25}}"#,
        r#""text""#,
    ] {
        let amount: Amount = serde_json::from_str(json).unwrap();
        assert!(!matches!(amount, Amount::Unknown(_)), "{json}");
        assert_eq!(serde_json::to_string(&amount).unwrap(), json);
    }
}

#[test]
fn a_number_out_of_range_is_kept() {
    let json = "1e999";
    let amount: Amount = serde_json::from_str(json).unwrap();
    let Amount::Unknown(value) = &amount else {
        panic!("{amount:?}");
    };
    assert!(value.is_number());
    assert_eq!(serde_json::to_string(&amount).unwrap(), "1e+999");
}

#[test]
fn so_are_numbers_of_fields() {
    let json = r#"{"price":5,"tax":{"rate":0.5}}"#;
    let line: Line = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&line).unwrap(), json);
}
