//! Unions are read by what is seen of them, in whatever order it comes.

use crate::support::enums::enumeration;
use crate::support::record::record;
use crate::support::union::choose;
use crate::support::union::union;
use crate::support::wire::{Optional as _, Wire as _};
use crate::tests::counting::gives_all_back;
use crate::tests::models::{Color, Point};
use crate::tests::{error, goes_back, read};
use crate::{Number, Value};

#[derive(Debug, Clone, PartialEq)]
enum Shape {
    Circle(Circle),
    Square(Box<Square>),
    Nothing(Option<Circle>),
    Unknown(Value),
}

union! {
    Shape by "type" {
        0 "circle" = 0,
        1 "square" = 1,
        2 "rect" = 1,
        3 "none" = 2,
    }, of {
        "type",
        "radius",
        "side",
        "inner",
    }, else Unknown {
        0 Circle = choose::Shape::Object {
            tags: &[0],
            required: choose::Indices { len: 2, first: 0b11, more: &[] },
            optional: choose::Indices { len: 0, first: 0b0, more: &[] },
        },
        1 Square = choose::Shape::Object {
            tags: &[1, 2],
            required: choose::Indices { len: 1, first: 0b1, more: &[] },
            optional: choose::Indices { len: 2, first: 0b1100, more: &[] },
        },
        2 Nothing = choose::Shape::Object {
            tags: &[3],
            required: choose::Indices { len: 1, first: 0b1, more: &[] },
            optional: choose::Indices { len: 0, first: 0b0, more: &[] },
        },
    }
}

#[derive(Debug, Clone, PartialEq)]
enum CircleType {
    Circle,
    Unknown(String),
}

enumeration! {
    text CircleType {
        Circle = "circle",
        .. Unknown
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Circle {
    r#type: CircleType,
    radius: f64,
}

record! {
    Circle requires 2 0b11 {
        required 0 r#type = "type",
        required 1 radius = "radius",
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Square {
    r#type: Option<String>,
    side: Option<i32>,
    inner: Option<Box<Shape>>,
}

record! {
    Square requires 1 0b1 {
        required 0 r#type = "type",
        optional 1 side = "side",
        optional 2 inner = "inner",
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Scalar {
    Whole(i64),
    Number(Number),
    Color(Color),
    Flags(Vec<bool>),
    Point(Point),
    Unknown(Value),
}

union! {
    Scalar of {
        "x",
        "name",
    }, scalars [None, None, None, Some(1), Some(2)], else Unknown {
        0 Whole = choose::Shape::Integer,
        1 Number = choose::Shape::Number,
        2 Color = choose::Shape::Texts { values: &["red", "green"], others: true },
        3 Flags = choose::Shape::Array(&choose::Shape::Boolean),
        4 Point = choose::Shape::Object {
            tags: &[],
            required: choose::Indices { len: 1, first: 0b1, more: &[] },
            optional: choose::Indices { len: 1, first: 0b10, more: &[] },
        },
    }
}

#[test]
fn the_place_of_the_tag_does_not_matter() {
    let square =
        read::<Shape>(r#"{"type":"rect","side":2,"inner":{"type":"circle","radius":1.5}}"#);
    for json in [
        r#"{"side":2,"type":"rect","inner":{"radius":1.5,"type":"circle"}}"#,
        r#"{"inner":{"radius":1.5,"x":[{}],"type":"circle"},"side":2,"type":"rect"}"#,
        r#"{"z":null,"side":2,"\u0074ype":"re\u0063t","inner":{"type":"circle","radius":1.5}}"#,
    ] {
        assert_eq!(read::<Shape>(json), square);
        let held: Value = read(json);
        assert_eq!(serde_json::from_value::<Shape>(held).unwrap(), square);
    }
    goes_back::<Shape>(r#"{"type":"circle","radius":1.5}"#);
    goes_back::<Shape>(r#"{"type":"square"}"#);
}

#[test]
fn what_fits_no_variant_is_kept() {
    for json in [
        r#"{"type":"oval","x":[1,2.5]}"#,
        r#"{"side":2,"type":null}"#,
        r#"{"radius":1.5}"#,
        "null",
        r#""circle""#,
        "[1]",
    ] {
        assert_eq!(read::<Shape>(json), Shape::Unknown(read(json)));
        goes_back::<Shape>(json);
    }
    for json in ["true", "null", "[1]", r#"{"name":"a"}"#] {
        assert!(matches!(read(json), Scalar::Unknown(_)), "{json}");
    }
}

#[test]
fn scalars_lists_and_objects_are_told_apart() {
    assert_eq!(
        read::<Scalar>("9007199254740993"),
        Scalar::Whole(9_007_199_254_740_993)
    );
    for number in ["0.5", "18446744073709551615"] {
        assert!(matches!(read(number), Scalar::Number(_)), "{number}");
        goes_back::<Scalar>(number);
    }
    assert_eq!(
        read::<Scalar>(r#""mauve""#),
        Scalar::Color(Color::from("mauve"))
    );
    assert_eq!(
        read::<Scalar>("[true,false]"),
        Scalar::Flags(vec![true, false])
    );
    assert!(matches!(read(r#"{"name":"a","x":1}"#), Scalar::Point(_)));
    for json in ["7", "0.5", r#""red""#, "[]", r#"{"x":1}"#] {
        goes_back::<Scalar>(json);
        let bytes = rmp_serde::to_vec_named(&read::<Scalar>(json)).unwrap();
        assert_eq!(rmp_serde::from_slice::<Scalar>(&bytes).unwrap(), read(json));
    }
}

#[test]
fn an_error_names_the_variant_and_the_path() {
    for (json, expected) in [
        (
            r#"{"type":"square","inner":{"type":"circle","radius":"x"}}"#,
            "union Shape read as Square: at `inner`: union Shape read as Circle: at `radius`: \
             invalid type: string \"x\", expected f64 at line 1 column 54",
        ),
        (
            r#"{"radius":"x","type":"circle"}"#,
            "union Shape read as Circle: at `radius`: invalid type: string \"x\", expected f64 \
             at line 1 column 30",
        ),
        (
            r#"{"type":"circle"}"#,
            "union Shape read as Circle: missing field `radius` at line 1 column 17",
        ),
        (
            r#"{"type":"square","type":"rect"}"#,
            "union Shape read as Square: duplicate field `type` at line 1 column 23",
        ),
    ] {
        assert_eq!(error::<Shape>(json), expected);
    }
    let cut = serde_json::from_str::<Shape>(r#"{"type":"square","inner":{"side":2"#).unwrap_err();
    assert!(cut.is_eof(), "{cut}");
}

#[test]
fn a_tag_may_name_what_may_be_null() {
    let json = r#"{"type":"none","radius":1.5}"#;
    let circle = Circle {
        r#type: CircleType::from("none"),
        radius: 1.5,
    };
    assert_eq!(read::<Shape>(json), Shape::Nothing(Some(circle)));
    goes_back::<Shape>(json);
}

#[test]
fn a_tag_that_comes_twice_gives_all_back() {
    for tagged in [
        r#"{"type":"circle","radius":1.5}"#,
        r#"{"radius":1.5,"type":"circle"}"#,
        r#"{"type":"oval","x":["text"]}"#,
        r#"{"x":["text"],"type":"oval","type":"mauve"}"#,
        r#"{"type":"square","side":2,"inner":{"radius":1.5,"type":"circle"}}"#,
        r#"{"type":"square","type":"square"}"#,
        r#"{"side":2,"side":3,"type":"square"}"#,
        r#"{"type":"rect","inner":{"type":"oval","x":"text"},"inner":{"type":"oval","x":"text"}}"#,
    ] {
        gives_all_back::<Shape>(tagged);
    }
    for untagged in [
        r#""mauve""#,
        "[true,false]",
        r#"{"name":"text","x":1}"#,
        r#"{"name":"text","name":"again","x":1}"#,
        r#"{"key":["one"],"key":{"two":"three"}}"#,
    ] {
        gives_all_back::<Scalar>(untagged);
    }
}
