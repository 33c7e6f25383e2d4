//! Enums keep what they do not know, or name what they do.

use super::models::{Closed, ClosedStatus, Color, Palette, Status};
use super::{error, goes_back, read};

#[test]
fn an_open_enum_keeps_any_value() {
    for json in [r#""red""#, r#""beige""#, r#""""#] {
        goes_back::<Color>(json);
    }
    assert_eq!(read::<Color>(r#""r\u0065d""#), Color::Red);
    assert_eq!(Color::from("mauve"), Color::Unknown("mauve".into()));
    assert_eq!(Color::from("green".to_owned()), Color::Green);
    assert_eq!("red".parse(), Ok(Color::Red));
    assert_eq!(format!("[{:>5}]", Color::Red), "[  red]");
    for json in ["200", "-410", "0", "-9223372036854775808"] {
        goes_back::<Status>(json);
    }
    assert_eq!(Status::from(-410), Status::Gone);
    assert_eq!(i64::from(Status::Unknown(7)), 7);
    assert!(error::<Status>("18446744073709551615").contains("expected i64"));
    assert!(error::<Status>("1.5").contains("expected i64"));
}

#[test]
fn a_closed_enum_names_the_value_and_its_own() {
    assert_eq!(read::<Closed>(r#""b""#), Closed::B);
    assert_eq!(
        error::<Closed>(r#""c\"""#),
        r#"invalid value: Closed has no value "c\"", only "a", "b" at line 1 column 5"#
    );
    assert_eq!(
        error::<ClosedStatus>("2"),
        "invalid value: ClosedStatus has no value 2, only 1"
    );
    assert_eq!(ClosedStatus::try_from(1), Ok(ClosedStatus::One));
    let unknown = Closed::try_from("c").unwrap_err();
    assert_eq!(unknown, "c".parse::<Closed>().unwrap_err());
    assert_eq!(unknown, Closed::try_from("c".to_owned()).unwrap_err());
    assert_eq!(
        unknown.to_string(),
        r#"Closed has no value "c", only "a", "b""#
    );
    assert!(error::<Closed>("1").contains("expected a string for Closed"));
}

#[test]
fn enums_stand_in_fields_options_and_lists() {
    goes_back::<Palette>(r#"{"first":"a","colors":[]}"#);
    goes_back::<Palette>(
        r#"{"first":"b","colors":["red","teal","green","x","red","red","red","red","y"],"status":3,"closed":1}"#,
    );
    assert!(
        error::<Palette>(r#"{"first":"c","colors":[]}"#).starts_with("at `first`: invalid value")
    );
    assert!(
        error::<Palette>(r#"{"colors":["red",1]}"#).starts_with("at `colors[1]`: invalid type")
    );
}
