//! Date-times of `jiff`, and maps that keep the order of the wire.

mod counting;

use generated::shop::Order;

#[test]
fn offsets_fractions_and_order_are_kept() {
    for at in [
        "2024-02-29T12:30:45.5+02:00",
        "2024-02-29T12:30:45Z",
        "1969-12-31T23:59:59.000000001-11:30",
    ] {
        let json = format!(r#"{{"at":"{at}","days":["2024-02-29"],"names":{{"z":1,"a":2}}}}"#);
        let order: Order = serde_json::from_str(&json).unwrap();
        assert_eq!(serde_json::to_string(&order).unwrap(), json);
    }
    let wrong = r#"{"at":"2024-02-29T12:30:45","names":{}}"#;
    let error = serde_json::from_str::<Order>(wrong)
        .unwrap_err()
        .to_string();
    assert!(
        error.starts_with("at `at`: invalid value: `2024-02-29T12:30:45` is no date"),
        "{error}"
    );
    counting::gives_all_back::<Order>(
        r#"{"at":"2024-02-29T12:30:45.5+02:00","days":["2024-02-29"],"names":{"z":1,"z":2}}"#,
    );
}
