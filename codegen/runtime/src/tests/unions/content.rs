//! What is buffered is read as if it had just come.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde_json::{Value, json};

use crate::support::union::content::{Content, Error};
use crate::tests::models::{Color, Open, Palette, Tree};
use crate::tests::read;

fn buffered(json: &str) -> Content<'_> {
    read_borrowed(json)
}

fn read_borrowed<'de, T: Deserialize<'de>>(json: &'de str) -> T {
    serde_json::from_str(json).unwrap()
}

fn again<'de, T: Deserialize<'de>>(json: &'de str) -> Result<T, Error> {
    T::deserialize(buffered(json).into_deserializer())
}

#[test]
fn any_value_is_held_and_given_back() {
    for json in [
        "null",
        "true",
        "-9223372036854775808",
        "18446744073709551615",
        "0.1",
        r#""""#,
        r#""a\n\u0000\ud83d\ude00""#,
        "[]",
        "{}",
        r#"[1,[2.5,[null,{"a":{"b":[false]}}]],"x"]"#,
        r#"{"b":1,"a":{"":"x"},"c\"":[{}]}"#,
    ] {
        assert_eq!(again::<Value>(json).unwrap(), read::<Value>(json), "{json}");
    }
}

#[test]
fn text_is_borrowed_where_it_can_be() {
    assert!(matches!(
        buffered(r#""plain""#),
        Content::Text(Cow::Borrowed("plain"))
    ));
    assert!(matches!(
        buffered(r#""a\nb""#),
        Content::Text(Cow::Owned(_))
    ));
    let Content::Object(entries) = buffered(r#"{"plain":1,"a\nb":2}"#) else {
        panic!("an object");
    };
    assert!(matches!(entries[0].0, Cow::Borrowed("plain")));
    assert!(matches!(&entries[1].0, Cow::Owned(key) if key == "a\nb"));
}

#[test]
fn models_are_read_from_what_is_held() {
    let tree = r#"{"label":null,"weight":null,"children":[{"label":"a","children":[]}],"byName":{"k":{"label":"\u00e9","children":[]}}}"#;
    assert_eq!(again::<Tree>(tree).unwrap(), read(tree));
    let palette = r#"{"first":"b","colors":["red","te\u0061l"],"status":-410,"closed":1}"#;
    assert_eq!(again::<Palette>(palette).unwrap(), read(palette));
    let open = r#"{"z":"1","id":1,"z":null}"#;
    assert_eq!(again::<Open>(open).unwrap(), read(open));
    assert_eq!(
        again::<Color>(r#""m\u0061uve""#).unwrap(),
        Color::from("mauve")
    );
}

#[test]
fn errors_have_the_same_path() {
    for json in [
        r#"{"label":null,"children":[{"label":1,"children":[]}]}"#,
        r#"{"label":null,"children":[],"byName":{"a.b":{"label":null}}}"#,
        r#"{"label":null,"children":[],"label":null}"#,
        r#"{"label":null,"children":[[null,null,null,null,[],1]]}"#,
    ] {
        let buffered = again::<Tree>(json).unwrap_err().to_string();
        let direct = serde_json::from_str::<Tree>(json).unwrap_err().to_string();
        let (direct, _) = direct.rsplit_once(" at line ").unwrap();
        assert_eq!(buffered, direct, "{json}");
    }
    let colors = r#"{"first":"a","colors":["red",1]}"#;
    let error = again::<Palette>(colors).unwrap_err().to_string();
    assert!(
        error.starts_with("at `colors[1]`: invalid type: integer"),
        "{error}"
    );
}

#[derive(Debug, PartialEq, Deserialize)]
enum External {
    Unit,
    One(i32),
    Two(i32, String),
    Named { at: i32 },
}

#[test]
fn enums_of_serde_are_read_too() {
    assert_eq!(again::<External>(r#""Unit""#).unwrap(), External::Unit);
    assert_eq!(again::<External>(r#"{"One":1}"#).unwrap(), External::One(1));
    assert_eq!(
        again::<External>(r#"{"Two":[1,"a"]}"#).unwrap(),
        External::Two(1, "a".into())
    );
    assert_eq!(
        again::<External>(r#"{"Named":{"at":1}}"#).unwrap(),
        External::Named { at: 1 }
    );
    for none in ["{}", "1", r#"{"One":1,"Two":2}"#] {
        assert!(again::<External>(none).is_err(), "{none}");
    }
    let map: BTreeMap<String, Option<(bool, char)>> =
        again(r#"{"a":[true,"x"],"b":null}"#).unwrap();
    assert_eq!(map["a"], Some((true, 'x')));
}

#[test]
fn bytes_are_held() {
    let buffered: Content = rmp_serde::from_slice(&[0xc4, 2, 0xff, 0]).unwrap();
    assert!(matches!(&buffered, Content::Bytes(bytes) if **bytes == [0xff, 0]));
    let error = Value::deserialize(buffered).unwrap_err().to_string();
    assert!(error.contains("invalid type: byte array"), "{error}");
}

#[test]
fn a_number_that_came_as_an_object_is_a_number() {
    let number = |digits: &str| {
        let key = Cow::Borrowed("$serde_json::private::Number");
        Content::object(vec![(key, Content::Text(Cow::Owned(digits.to_owned())))])
    };
    assert!(matches!(number("7"), Content::Unsigned(7)));
    assert!(matches!(number("-7"), Content::Signed(-7)));
    assert!(matches!(number("0.5"), Content::Float(half) if half == 0.5));
    assert!(matches!(number("1e999"), Content::Digits(digits) if digits == "1e999"));
    assert!(matches!(number("x"), Content::Object(entries) if entries.len() == 1));
    let value: Value = Value::deserialize(Content::object(vec![
        (Cow::Borrowed("a"), Content::Null),
        (Cow::Borrowed("b"), number("1")),
    ]))
    .unwrap();
    assert_eq!(value, json!({"a": null, "b": 1}));
}
