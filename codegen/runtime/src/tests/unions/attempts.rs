//! Members that keys do not tell apart: what the first does not accept, the next does.

use std::collections::BTreeMap;

use crate::Value;
use crate::support::record::record;
use crate::support::union::choose;
use crate::support::union::union;
use crate::support::wire::{Optional as _, Wire as _};
use crate::tests::counting::{allocations_of, gives_all_back};
use crate::tests::models::Point;
use crate::tests::{error, read};

/// Members that keys do not tell apart, one of them a list, and a member that holds the union.
#[derive(Debug, Clone, PartialEq)]
enum Either {
    Named(Named),
    Sized(Sized),
    Held(Held),
    Again(Held),
    Flags(Vec<bool>),
    Names(Vec<String>),
    Unknown(Value),
}

union! {
    Either of {
        "id",
        "value",
        "inner",
    }, else Unknown {
        0 Named = choose::Shape::Object {
            tags: &[],
            required: choose::Indices { len: 2, first: 0b11, more: &[] },
            optional: choose::Indices { len: 0, first: 0b0, more: &[] },
        },
        1 Sized = choose::Shape::Object {
            tags: &[],
            required: choose::Indices { len: 2, first: 0b11, more: &[] },
            optional: choose::Indices { len: 0, first: 0b0, more: &[] },
        },
        2 Held = choose::Shape::Object {
            tags: &[],
            required: choose::Indices { len: 1, first: 0b100, more: &[] },
            optional: choose::Indices { len: 1, first: 0b1, more: &[] },
        },
        3 Again = choose::Shape::Object {
            tags: &[],
            required: choose::Indices { len: 1, first: 0b100, more: &[] },
            optional: choose::Indices { len: 1, first: 0b1, more: &[] },
        },
        4 Flags = choose::Shape::Array(&choose::Shape::Any),
        5 Names = choose::Shape::Array(&choose::Shape::Any),
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Named {
    id: String,
    value: String,
}

record! {
    Named requires 2 0b11 {
        required 0 id = "id",
        required 1 value = "value",
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Sized {
    id: String,
    value: i64,
}

record! {
    Sized requires 2 0b11 {
        required 0 id = "id",
        required 1 value = "value",
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Held {
    id: Option<String>,
    inner: Box<Either>,
}

record! {
    Held requires 1 0b10 {
        optional 0 id = "id",
        required 1 inner = "inner",
    }
}

#[test]
fn what_the_first_does_not_accept_the_next_does() {
    assert!(matches!(read(r#"{"id":"a","value":1}"#), Either::Sized(_)));
    assert!(matches!(read(r#"["a"]"#), Either::Names(_)));
    for json in [
        r#"{"id":"a","value":"b"}"#,
        r#"{"id":"a","value":1}"#,
        r#"{"value":1,"id":"\u0061"}"#,
        "[true]",
        r#"["a"]"#,
        "[]",
        r#"{"inner":{"inner":{"id":"a","value":1}}}"#,
    ] {
        let value: Either = read(json);
        assert!(!matches!(value, Either::Unknown(_)), "{json}");
        assert_eq!(
            read::<Either>(&serde_json::to_string(&value).unwrap()),
            value
        );
        gives_all_back::<Either>(json);
    }
    // The first is meant: what is wrong with it is the error, and nothing of an attempt is left.
    for json in [
        r#"{"id":"a","value":[]}"#,
        r#"{"id":"a","value":["text",{"more":"text"}]}"#,
    ] {
        assert_eq!(
            error::<Either>(json).split(" at line").next().unwrap(),
            "union Either read as Named: at `value`: invalid type: sequence, expected a string"
        );
        gives_all_back::<Either>(json);
    }
}

#[test]
fn attempts_do_not_double_with_each_level() {
    let works = [10, 20, 40].map(|deep| {
        let (open, close) = (r#"{"id":"a","inner":"#.repeat(deep), "}".repeat(deep));
        let json = format!(r#"{open}{{"id":"a","value":[]}}{close}"#);
        allocations_of(|| {
            let error = error::<Either>(&json);
            assert!(error.starts_with("union Either read as Held: "), "{error}");
        })
    });
    // With all attempts, two at each level, it would be a thousand times as much at each step.
    assert!(
        works[1] <= works[0] * 8 && works[2] <= works[1] * 8,
        "{works:?}"
    );
}

/// Members of which one holds any object.
#[derive(Debug, Clone, PartialEq)]
enum Loose {
    Sized(Sized),
    Held(HeldLoose),
    Any(BTreeMap<String, Value>),
    Unknown(Value),
}

union! {
    Loose of {
        "id",
        "value",
        "inner",
    }, else Unknown {
        0 Sized = choose::Shape::Object {
            tags: &[],
            required: choose::Indices { len: 2, first: 0b11, more: &[] },
            optional: choose::Indices { len: 0, first: 0b0, more: &[] },
        },
        1 Held = choose::Shape::Object {
            tags: &[],
            required: choose::Indices { len: 1, first: 0b100, more: &[] },
            optional: choose::Indices { len: 0, first: 0b0, more: &[] },
        },
        2 Any = choose::Shape::Object {
            tags: &[],
            required: choose::Indices { len: 0, first: 0b0, more: &[] },
            optional: choose::Indices { len: 0, first: 0b0, more: &[] },
        },
    }
}

#[derive(Debug, Clone, PartialEq)]
struct HeldLoose {
    inner: Vec<Point>,
}

record! {
    HeldLoose requires 1 0b1 {
        required 0 inner = "inner",
    }
}

#[test]
fn a_key_that_is_there_twice_is_no_case_for_the_next() {
    // The map would keep the last of the two, and what is written would be read as the first.
    let twice = r#"{"id":"a","value":1,"value":2}"#;
    let told = "union Loose read as Sized: ";
    assert!(error::<Loose>(twice).starts_with(&format!("{told}duplicate field `value`")));
    let wrong = error::<Loose>(r#"{"id":"a","value":"b","value":2}"#);
    assert!(wrong.starts_with(&format!("{told}at `value`: invalid type: string")));
    let below = r#"{"inner":[{"x":1},{"x":1,"x":2}]}"#;
    assert!(error::<Loose>(below).contains("at `inner[1]`: duplicate field `x`"));
    for json in [twice, below] {
        gives_all_back::<Loose>(json);
    }
    let packed = b"\x83\xa2id\xa1a\xa5value\x01\xa5value\x02";
    let packed = rmp_serde::from_slice::<Loose>(packed).unwrap_err();
    assert!(
        packed.to_string().contains("duplicate field `value`"),
        "{packed}"
    );
    // What no member knows is kept as a map keeps it, and is read as it was.
    for json in [r#"{"z":1,"z":2}"#, r#"{"id":"a","id":"b"}"#] {
        let loose: Loose = read(json);
        assert!(matches!(loose, Loose::Any(_)), "{loose:?}");
        let again = serde_json::to_string(&loose).unwrap();
        assert_eq!(read::<Loose>(&again), loose);
    }
    // Other faults stay a case for the next.
    assert!(matches!(read(r#"{"id":"a","value":"b"}"#), Loose::Any(_)));
}
