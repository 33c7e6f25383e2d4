//! Numbers are written with the digits with which they were read.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::support::record::record;
use crate::support::union::choose;
use crate::support::union::content_text;
use crate::support::union::union;
use crate::support::wire::{Optional as _, Wire as _};
use crate::tests::{goes_back, read, write};
use crate::{Extra, Maybe, NotANumber, Number};

/// Numbers that no type of 64 bits is written as.
const LONG: [&str; 7] = [
    "123456789012345678901234567890",
    "-123456789012345678901234567890.123456789012345678901234567890",
    "0.10",
    "1e400",
    "1E5",
    "-0",
    "100.00",
];

/// Other numbers.
const SHORT: [&str; 7] = [
    "0",
    "-7",
    "18446744073709551615",
    "0.5",
    "-0.0",
    "3.0",
    "9007199254740993",
];

#[derive(Debug, Clone, PartialEq)]
struct Line {
    name: Option<String>,
    price: Number,
    tax: Maybe<Number>,
    steps: Option<Vec<Option<Number>>>,
    rates: Option<BTreeMap<String, Number>>,
    part: Option<Amount>,
    kind: Option<Kind>,
    others: Extra<Number>,
}

record! {
    Line requires 1 0b10 {
        optional 0 name = "type",
        required 1 price = "price",
        optional 2 tax = "tax",
        optional 3 steps = "steps",
        optional 4 rates = "rates",
        optional 5 part = "part",
        optional 6 kind = "kind",
        .. others
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Amount {
    Number(Number),
    Text(String),
    Numbers(Vec<Number>),
    Line(Box<Line>),
    Unknown(Value),
}

union! {
    Amount exact in Values, of {
        "price",
    }, scalars [None, None, Some(0), Some(0), Some(1)], else Unknown {
        0 Number = choose::Shape::Number,
        1 Text = choose::Shape::Text,
        2 Numbers = choose::Shape::Array(&choose::Shape::Number),
        3 Line = choose::Shape::Object {
            tags: &[],
            required: choose::Indices { len: 1, first: 0b1, more: &[] },
            optional: choose::Indices { len: 0, first: 0, more: &[] },
        },
    }
}

/// A union with a tag, which may also be a number.
#[derive(Debug, Clone, PartialEq)]
enum Kind {
    Line(Box<Line>),
    Number(Number),
    Unknown(Value),
}

union! {
    Kind exact in Values, by "type" { 0 "line" = 0, }, of {
        "type",
    }, scalars [None, None, Some(1), Some(1), None], else Unknown {
        0 Line = choose::Shape::Object {
            tags: &[0],
            required: choose::Indices { len: 1, first: 0b1, more: &[] },
            optional: choose::Indices { len: 0, first: 0, more: &[] },
        },
        1 Number = choose::Shape::Number,
    }
}

/// A union of objects with a tag.
#[derive(Debug, Clone, PartialEq)]
enum Tagged {
    Line(Box<Line>),
    Unknown(Value),
}

union! {
    Tagged exact in Objects, by "type" { 0 "line" = 0, }, of {
        "type",
    }, else Unknown {
        0 Line = choose::Shape::Object {
            tags: &[0],
            required: choose::Indices { len: 1, first: 0b1, more: &[] },
            optional: choose::Indices { len: 0, first: 0, more: &[] },
        },
    }
}

/// A union of objects of which some keys have numbers.
#[derive(Debug, Clone, PartialEq)]
enum Part {
    Priced(Priced),
    Named(Named),
    Text(String),
    Unknown(Value),
}

union! {
    Part exact in Keys(choose::Indices { len: 2, first: 0b1010, more: &[] }), of {
        "name",
        "price",
        "size",
        "steps",
    }, scalars [None, None, None, None, Some(2)], else Unknown {
        0 Priced = choose::Shape::Object {
            tags: &[],
            required: choose::Indices { len: 1, first: 0b10, more: &[] },
            optional: choose::Indices { len: 2, first: 0b1001, more: &[] },
        },
        1 Named = choose::Shape::Object {
            tags: &[],
            required: choose::Indices { len: 1, first: 0b1, more: &[] },
            optional: choose::Indices { len: 1, first: 0b100, more: &[] },
        },
        2 Text = choose::Shape::Text,
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Priced {
    name: Option<String>,
    price: Number,
    steps: Option<Vec<Priced>>,
}

record! {
    Priced requires 1 0b10 {
        optional 0 name = "name",
        required 1 price = "price",
        optional 2 steps = "steps",
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Named {
    name: String,
    size: Option<f64>,
}

record! {
    Named requires 1 0b1 {
        required 0 name = "name",
        optional 1 size = "size",
    }
}

/// Texts with a number at each place where one can be.
fn everywhere(number: &str) -> [String; 10] {
    [
        format!(r#"{{"price":{number}}}"#),
        format!(r#"{{"price":1,"tax":{number}}}"#),
        format!(r#"{{"price":1,"steps":[1,{number},null]}}"#),
        format!(r#"{{"price":1,"rates":{{"a":{number}}}}}"#),
        format!(r#"{{"price":1,"part":{number}}}"#),
        format!(r#"{{"price":1,"part":[2,{number}]}}"#),
        format!(r#"{{"price":1,"part":{{"price":{number},"tax":{number},"x":{number}}}}}"#),
        format!(r#"{{"price":1,"kind":{number}}}"#),
        format!(r#"{{"price":1,"kind":{{"type":"line","price":{number},"steps":[{number}]}}}}"#),
        format!(r#"{{"price":1,"x":{number}}}"#),
    ]
}

/// No number is an unknown value.
fn all_known(line: &Line) -> bool {
    !matches!(line.part, Some(Amount::Unknown(_))) && !matches!(line.kind, Some(Kind::Unknown(_)))
}

#[test]
fn all_digits_go_back_wherever_the_number_is() {
    for number in LONG.iter().chain(&SHORT) {
        goes_back::<Number>(number);
        goes_back::<Amount>(number);
        for json in everywhere(number) {
            let ways: [Line; 3] = [
                read(&json),
                serde_json::from_slice(json.as_bytes()).unwrap(),
                serde_json::from_reader(json.as_bytes()).unwrap(),
            ];
            for line in ways {
                assert!(all_known(&line), "{json}: {line:?}");
                assert_eq!(write(&line), json);
            }
            let spaced: Line = read(&json.replace(':', " :\n ").replace(',', " ,\t"));
            assert_eq!(spaced, read(&json));
        }
    }
}

#[test]
fn digits_before_the_tag_are_kept() {
    for number in LONG {
        let json = format!(r#"{{"price":{number},"steps":[{number}],"type":"line"}}"#);
        let tagged: Tagged = read(&json);
        assert!(matches!(tagged, Tagged::Line(line) if line.price.to_string() == number));
        let kind: Kind = read(&json);
        let Kind::Line(line) = &kind else {
            panic!("{kind:?}");
        };
        assert_eq!(line.price.to_string(), number);
        assert_eq!(line.steps, Some(vec![Some(number.parse().unwrap())]));
    }
}

#[test]
fn only_keys_that_have_numbers_need_digits() {
    for number in LONG.iter().chain(&SHORT) {
        for json in [
            format!(r#"{{"price":{number}}}"#),
            format!(r#"{{"name":"a","price":{number},"steps":[{{"price":{number}}}]}}"#),
        ] {
            goes_back::<Part>(&json);
            goes_back::<Vec<Part>>(&format!("[{json},{json}]"));
        }
        let turned = format!(r#"{{"x":[0.10],"steps":[{{"price":{number}}}],"price":{number}}}"#);
        let Part::Priced(priced) = read(&turned) else {
            panic!("{turned}");
        };
        assert_eq!(write(&priced.price), *number);
        assert_eq!(write(&priced.steps.unwrap()[0].price), *number);
    }
    goes_back::<Part>(r#"{"name":"a","size":0.5}"#);
    goes_back::<Part>("\"text\"");
    let held = json!([{"price": 0.5, "steps": []}, {"name": "a"}, "b", [1]]);
    let parts: Vec<Part> = serde_json::from_value(held.clone()).unwrap();
    assert_eq!(serde_json::to_value(&parts).unwrap(), held);
}

#[test]
fn the_errors_are_the_same() {
    let error = |json: &str| {
        let error = crate::tests::error::<Line>(json);
        let parts = error.rsplit_once(" at line ");
        parts.map_or_else(|| error.clone(), |(message, _)| message.to_owned())
    };
    for (json, expected) in [
        (
            r#"{"price":"1"}"#,
            "at `price`: invalid type: string \"1\", expected a JSON number",
        ),
        (
            r#"{"price":1,"steps":[[]]}"#,
            "at `steps[0]`: invalid type: sequence, expected a JSON number",
        ),
        (
            r#"{"price":1,"rates":{"a":null}}"#,
            "at `rates[\"a\"]`: invalid type: null, expected a JSON number",
        ),
        (
            r#"{"price":1,"part":{"price":true}}"#,
            "at `part`: union Amount read as Line: at `price`: invalid type: boolean `true`, \
             expected a JSON number",
        ),
        (r#"{"price":1,"part":[1,]}"#, "expected value"),
        (r#"{"price":1.}"#, "invalid number"),
    ] {
        assert_eq!(error(json), expected, "{json}");
    }
    let deep = format!(
        r#"{{"price":1,"part":{}1{}}}"#,
        "[".repeat(200),
        "]".repeat(200)
    );
    assert!(
        error(&deep).contains("recursion limit exceeded"),
        "{}",
        error(&deep)
    );
}

#[test]
fn other_formats_have_the_nearest_float() {
    let line: Line = read(r#"{"price":0.10,"part":[1e5]}"#);
    let packed = rmp_serde::to_vec_named(&line).unwrap();
    let again: Line = rmp_serde::from_slice(&packed).unwrap();
    assert_eq!(write(&again), r#"{"price":0.1,"part":[100000.0]}"#);
    let large: Number = read("1e400");
    let error = rmp_serde::to_vec(&large).unwrap_err();
    assert_eq!(error.to_string(), "number out of range: 1e400");
    // Without `arbitrary_precision`, a `Value` has no digits.
    assert_eq!(
        serde_json::to_value(&line).unwrap(),
        json!({"price": 0.1, "part": [100000.0]})
    );
    let value: Value = read(r#"{"price":0.10,"part":[1e5]}"#);
    let again: Line = serde_json::from_value(value).unwrap();
    assert_eq!(write(&again), r#"{"price":0.1,"part":[100000.0]}"#);
    assert!(serde_json::to_value(&large).is_err());
}

#[test]
fn serde_buffers_numbers_without_their_digits() {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Buffered {
        Line(Line),
    }
    let Buffered::Line(line) = read(r#"{"price":0.10,"part":2.50}"#);
    assert_eq!(write(&line), r#"{"price":0.1,"part":2.5}"#);
}

#[test]
fn numbers_are_made_from_digits_and_give_them() {
    let number: Number = "0.10".parse().unwrap();
    assert_eq!(
        (number.to_string().as_str(), number.as_f64()),
        ("0.10", 0.1)
    );
    assert_eq!((number.as_i64(), number.as_u64()), (None, None));
    assert_ne!(number, read("0.1"));
    assert_eq!(number, read("0.10"));
    assert_eq!(serde_json::Number::from(number), read("0.1"));
    let large: Number = "-1e400".parse().unwrap();
    assert_eq!(large.as_f64(), f64::NEG_INFINITY);
    assert_eq!(serde_json::Number::from(large).as_f64(), Some(f64::MIN));
    for none in ["", "1.", "NaN", " 1", "0x1"] {
        assert_eq!(none.parse::<Number>(), Err(NotANumber), "{none}");
    }
    for number in SHORT {
        assert_eq!(number.parse::<Number>().unwrap(), read(number));
        assert_eq!(
            Number::from(read::<serde_json::Number>(number)),
            read(number)
        );
    }
}

/// What is read from content is what is read directly.
fn is_held<T: DeserializeOwned + std::fmt::Debug + PartialEq>(json: &str) {
    let content = content_text::parse(json).unwrap();
    assert_eq!(T::deserialize(content).unwrap(), read(json), "{json}");
}

#[test]
fn content_keeps_digits_too() {
    for number in LONG.iter().chain(&SHORT) {
        is_held::<Number>(number);
        for json in everywhere(number) {
            is_held::<Line>(&json);
        }
    }
    is_held::<f64>("0.10");
    is_held::<f32>("0.10");
    is_held::<Option<f64>>("1E5");
    is_held::<Value>(r#"{"a":[0.10,123456789012345678901234567890]}"#);
}
