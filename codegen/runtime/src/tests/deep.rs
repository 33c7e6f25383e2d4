//! Values with many levels: from MessagePack, which has none of JSON's limits.

use std::fmt::Debug;

use serde::de::DeserializeOwned;
use serde_json::json;

use super::counting::allocations_of;
use crate::Value;
use crate::support::read::depth::DEEPEST;
use crate::support::record::record;
use crate::support::union::{choose, union};
use crate::support::wire::{Optional as _, Wire as _};

#[derive(Debug, Clone, PartialEq)]
struct Chain {
    next: Option<Box<Chain>>,
}

record! {
    Chain requires 0 0b0 {
        optional 0 next = "next",
    }
}

/// Held until its keys are known, at each level.
#[derive(Debug, Clone, PartialEq)]
enum Kept {
    Link(Box<Link>),
    List(Vec<Kept>),
    Unknown(Value),
}

union! {
    Kept of { "next", }, else Unknown {
        0 Link = choose::Shape::Object {
            tags: &[],
            required: choose::Indices { len: 0, first: 0b0, more: &[] },
            optional: choose::Indices { len: 1, first: 0b1, more: &[] },
        },
        1 List = choose::Shape::Array(&choose::Shape::Any),
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Link {
    next: Option<Kept>,
}

record! {
    Link requires 0 0b0 {
        optional 0 next = "next",
    }
}

/// Read directly, as its tag comes first.
#[derive(Debug, Clone, PartialEq)]
enum Tagged {
    Link(Box<TaggedLink>),
    Unknown(Value),
}

union! {
    Tagged by "kind" { 0 "link" = 0, }, of { "kind", "next", }, else Unknown {
        0 Link = choose::Shape::Object {
            tags: &[0],
            required: choose::Indices { len: 0, first: 0b0, more: &[] },
            optional: choose::Indices { len: 2, first: 0b11, more: &[] },
        },
    }
}

#[derive(Debug, Clone, PartialEq)]
struct TaggedLink {
    kind: Option<String>,
    next: Option<Tagged>,
}

record! {
    TaggedLink requires 0 0b0 {
        optional 0 kind = "kind",
        optional 1 next = "next",
    }
}

/// Read as the second, which the first does not accept: at each level again.
#[derive(Debug, Clone, PartialEq)]
enum Tried {
    Wrong(Box<Wrong>),
    Right(Box<Right>),
    Unknown(Value),
}

union! {
    Tried of { "next", "end", }, else Unknown {
        0 Wrong = choose::Shape::Object {
            tags: &[],
            required: choose::Indices { len: 0, first: 0b0, more: &[] },
            optional: choose::Indices { len: 2, first: 0b11, more: &[] },
        },
        1 Right = choose::Shape::Object {
            tags: &[],
            required: choose::Indices { len: 0, first: 0b0, more: &[] },
            optional: choose::Indices { len: 2, first: 0b11, more: &[] },
        },
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Wrong {
    next: Option<Tried>,
    end: Option<bool>,
}

record! {
    Wrong requires 0 0b0 {
        optional 0 next = "next",
        optional 1 end = "end",
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Right {
    next: Option<Tried>,
    end: Option<i32>,
}

record! {
    Right requires 0 0b0 {
        optional 0 next = "next",
        optional 1 end = "end",
    }
}

/// What holds any value.
#[derive(Debug, Clone, PartialEq)]
struct Anything {
    next: Option<Value>,
}

record! {
    Anything requires 0 0b0 {
        optional 0 next = "next",
    }
}

fn objects(levels: usize) -> Vec<u8> {
    let mut bytes = b"\x81\xa4next".repeat(levels - 1);
    bytes.push(0x80);
    bytes
}

fn tagged(levels: usize) -> Vec<u8> {
    let mut bytes = b"\x82\xa4kind\xa4link\xa4next".repeat(levels - 1);
    bytes.extend(b"\x81\xa4kind\xa4link");
    bytes
}

fn lists(levels: usize) -> Vec<u8> {
    let mut bytes = vec![0x91; levels - 1];
    bytes.push(0x90);
    bytes
}

/// Tests have threads with a stack of 2 MiB, and frames of a build that is not optimised.
fn is_limited<T: DeserializeOwned + Debug>(packed: fn(usize) -> Vec<u8>) {
    rmp_serde::from_slice::<T>(&packed(DEEPEST)).unwrap();
    for levels in [DEEPEST + 1, 1_000] {
        let error = rmp_serde::from_slice::<T>(&packed(levels)).unwrap_err();
        assert!(error.to_string().contains("recursion limit"), "{error}");
    }
    // Nothing is left over from an error.
    rmp_serde::from_slice::<T>(&packed(DEEPEST)).unwrap();
}

#[test]
fn formats_without_a_limit_of_their_own_have_ours() {
    is_limited::<Chain>(objects);
    is_limited::<Kept>(objects);
    is_limited::<Kept>(lists);
    is_limited::<Tagged>(tagged);
    is_limited::<Anything>(objects);
}

/// A value of so many levels; each may have an `end` beside the next.
fn value(levels: usize, innermost: &Value, end: Option<i32>) -> Value {
    (0..levels).fold(innermost.clone(), |inner, _| {
        let end = end.map(|end| ("end", end.into()));
        Value::from_iter([("next", inner)].into_iter().chain(end))
    })
}

/// How often reading a value of each number of levels allocates.
fn works<T: DeserializeOwned>(innermost: &Value, end: Option<i32>, fits: bool) -> [usize; 3] {
    [250, 500, 1_000].map(|levels| {
        let value = value(levels, innermost, end);
        allocations_of(|| assert_eq!(T::deserialize(&value).is_ok(), fits))
    })
}

/// On a thread with room for more levels than others have.
fn with_room(test: fn()) {
    let thread = std::thread::Builder::new().stack_size(256 << 20);
    thread.spawn(test).unwrap().join().unwrap();
}

#[test]
fn twice_the_levels_of_held_unions_are_twice_the_work() {
    with_room(|| {
        for works in [
            works::<Kept>(&json!({}), None, true),
            works::<Kept>(&json!([[{}, {}], {}]), None, true),
            // The first variant at all levels, at all but the innermost, none, and at each level one
            // that would have to be tried.
            works::<Tried>(&json!({ "end": true }), None, true),
            works::<Tried>(&json!({ "end": 1 }), None, true),
            works::<Tried>(&json!({ "end": "" }), None, false),
            works::<Tried>(&json!({}), Some(1), false),
        ] {
            assert!(works[1] * 10 <= works[0] * 22, "{works:?}");
            assert!(works[2] * 10 <= works[1] * 22, "{works:?}");
        }
    });
}
