//! What `{:?}` prints of values: what they are, not how they are kept.

use crate::tests::models::Color;
use crate::tests::read;
use crate::{Extra, Maybe};

#[test]
fn keys_are_printed_as_a_map() {
    let extra: Extra<u8> = read(r#"{"b": 2, "a": 1}"#);
    assert_eq!(format!("{extra:?}"), r#"{"b": 2, "a": 1}"#);
}

#[test]
fn what_may_be_absent_says_so() {
    let all = [Maybe::Absent, Maybe::Null, Maybe::Value(3)];
    assert_eq!(format!("{all:?}"), "[Absent, Null, Value(3)]");
}

#[test]
fn a_value_that_the_docs_do_not_list_is_printed_as_such() {
    let colors: [Color; 2] = read(r#"["red", "mauve"]"#);
    assert_eq!(format!("{colors:?}"), r#"[Red, Unknown("mauve")]"#);
}

#[cfg(feature = "json")]
#[test]
fn numbers_are_printed_as_their_digits() {
    let numbers = r"[3, -0.10, 123456789012345678901234567890]";
    let read: [crate::Number; 3] = read(numbers);
    assert_eq!(format!("{read:?}"), numbers);
    assert_eq!(format!("{:?}", Some(&read[0])), "Some(3)");
}

#[cfg(feature = "dates")]
#[test]
fn dates_are_printed_as_they_are_written() {
    let text = "2024-02-29T12:30:45.5+02:00";
    let date_time: crate::DateTime = read(&format!("{text:?}"));
    assert_eq!(format!("{date_time:?}"), text);
    let date: crate::Date = read(r#""2024-02-29""#);
    assert_eq!(format!("{date:?}"), "2024-02-29");
}
