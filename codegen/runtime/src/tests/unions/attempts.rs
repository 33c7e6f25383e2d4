//! Members that keys do not tell apart: what the first does not accept, the next does.

use crate::Value;
use crate::support::record::record;
use crate::support::union::choose;
use crate::support::union::union;
use crate::support::wire::{Optional as _, Wire as _};
use crate::tests::counting::{allocations_of, gives_all_back};
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
