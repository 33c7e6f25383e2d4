//! Types that only serde can read and write, as fields.

use std::num::NonZeroU8;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{error, goes_back};
use crate::support::record::record;
use crate::support::wire::Optional as _;

#[derive(Debug, PartialEq)]
struct Order {
    pair: (i32, String),
    count: Option<NonZeroU8>,
}

record! {
    Order requires 1 0b1 {
        foreign required 0 pair = "pair",
        foreign optional 1 count = "count",
    }
}

#[test]
fn they_are_read_and_written_by_serde() {
    goes_back::<Order>(r#"{"pair":[1,"a"]}"#);
    goes_back::<Order>(r#"{"pair":[1,"a"],"count":3}"#);
    assert!(error::<Order>(r#"{"pair":[1]}"#).starts_with("at `pair`: invalid length 1"));
    assert!(error::<Order>("{}").contains("missing field `pair`"));
}

/// A type of the user's that takes no text: what is read is what it says.
#[derive(Debug)]
struct Refused;

impl Serialize for Refused {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }
}

impl<'de> Deserialize<'de> for Refused {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let message = String::deserialize(deserializer)?;
        Err(serde::de::Error::custom(message))
    }
}

#[derive(Debug)]
struct Money {
    amount: Option<Refused>,
}

record! {
    Money requires 0 0b0 {
        foreign optional 0 amount = "amount",
    }
}

#[test]
fn whatever_a_type_of_the_users_says_the_path_is_told() {
    for message in [
        "must be positive",
        "",
        "at noon",
        "at `noon` there is none",
        "at `noon`: there is none",
        "at ``: nothing",
        "union of none",
        "invalid value: none",
        "missing field `x`",
        "EOF of patience",
    ] {
        let json = format!(r#"{{"amount":{message:?}}}"#);
        let expected = format!("at `amount`: {message} at line 1 column ");
        assert!(
            error::<Money>(&json).starts_with(&expected),
            "{message}: {}",
            error::<Money>(&json)
        );
    }
    let expected = "at `amount`: invalid type: integer `1`, expected a string";
    assert!(error::<Money>(r#"{"amount":1}"#).starts_with(expected));
}

#[cfg(feature = "json")]
mod in_unions {
    use std::collections::BTreeMap;
    use std::net::IpAddr;

    use super::Refused;
    use crate::support::record::record;
    use crate::support::union::{choose, union};
    use crate::support::wire::{Optional as _, Wire as _};
    use crate::tests::{error, goes_back, read};
    use crate::{Maybe, Value};

    #[derive(Debug)]
    enum Payment {
        Refused(Refused),
        Unknown(Value),
    }

    union! {
        Payment else Unknown {
            0 @foreign Refused = choose::Shape::Text,
        }
    }

    #[derive(Debug, PartialEq)]
    enum Host {
        At(IpAddr),
        Several(Hosts),
        Unknown(Value),
    }

    union! {
        Host of { "all", }, else Unknown {
            0 @foreign At = choose::Shape::Any,
            1 Several = choose::Shape::Object {
                tags: &[],
                required: choose::Indices { len: 1, first: 0b1, more: &[] },
                optional: choose::Indices { len: 0, first: 0b0, more: &[] },
            },
        }
    }

    #[derive(Debug, PartialEq)]
    struct Hosts {
        all: Vec<Host>,
    }

    record! {
        Hosts requires 1 0b1 {
            required 0 all = "all",
        }
    }

    #[test]
    fn a_type_with_another_form_for_programs_is_read_in_the_form_that_was_written() {
        let hosts: Host = read(r#"{"all":["127.0.0.1",{"all":["::1"]}]}"#);
        let bytes = rmp_serde::to_vec_named(&hosts).unwrap();
        assert_eq!(rmp_serde::from_slice::<Host>(&bytes).unwrap(), hosts);
        goes_back::<Host>(r#"{"all":["::1"]}"#);
    }

    /// Each place where a value can lie.
    #[derive(Debug)]
    struct Places {
        one: Option<Payment>,
        all: Option<Vec<Payment>>,
        by_name: Option<BTreeMap<String, Payment>>,
        maybe: Maybe<Payment>,
        inner: Option<Box<Inner>>,
    }

    record! {
        Places requires 0 0b0 {
            optional 0 one = "one",
            optional 1 all = "all",
            optional 2 by_name = "by_name",
            optional 3 maybe = "maybe",
            optional 4 inner = "inner",
        }
    }

    /// Held until its keys are known.
    #[derive(Debug)]
    enum Inner {
        Places(Places),
        Unknown(Value),
    }

    union! {
        Inner of { "one", "all", "by_name", "maybe", "inner", }, else Unknown {
            0 Places = choose::Shape::Object {
                tags: &[],
                required: choose::Indices { len: 0, first: 0b0, more: &[] },
                optional: choose::Indices { len: 5, first: 0b11111, more: &[] },
            },
        }
    }

    #[test]
    fn the_path_is_told_at_every_place() {
        let refused = |path: &str, message: &str| {
            format!("at `{path}`: union Payment read as Refused: {message} at line 1 column ")
        };
        for message in [
            "must be positive",
            "",
            "at `noon`: there is none",
            "union of none",
            "number out of range",
            "recursion limit exceeded",
            "EOF of patience",
        ] {
            let text = serde_json::Value::from(message);
            for (path, json) in [
                ("one", format!(r#"{{"one":{text}}}"#)),
                ("all[1]", format!(r#"{{"all":[1,{text}]}}"#)),
                ("by_name[\"a\"]", format!(r#"{{"by_name":{{"a":{text}}}}}"#)),
                ("maybe", format!(r#"{{"maybe":{text}}}"#)),
            ] {
                let found = error::<Places>(&json);
                assert!(found.starts_with(&refused(path, message)), "{found}");
                let found = error::<Places>(&format!(r#"{{"inner":{json}}}"#));
                let expected = "at `inner`: union Inner read as Places: ".to_owned();
                let expected = expected + &refused(path, message);
                assert!(found.starts_with(&expected), "{found}");
            }
        }
    }

    #[test]
    fn the_variant_is_told() {
        let refused = error::<Payment>(r#""must be positive""#);
        let expected = "union Payment read as Refused: must be positive at line 1 column 18";
        assert_eq!(refused, expected);
        goes_back::<Payment>("1");
    }
}

type Four<T> = Vec<Vec<Vec<Vec<T>>>>;

/// Read by serde between what is read by us, and so through all that is around it.
#[derive(Debug, Clone, PartialEq)]
struct Tree {
    lists: Vec<Vec<Tree>>,
}

record! {
    Tree requires 1 0b1 {
        foreign required 0 lists = "lists",
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Deep {
    lists: Four<Four<Four<Four<Four<Deep>>>>>,
}

record! {
    Deep requires 1 0b1 {
        foreign required 0 lists = "lists",
    }
}

/// Lists of one item, as which structs are read too, the innermost empty.
fn lists(levels: usize) -> Vec<u8> {
    [vec![0x91; levels - 1], vec![0x90]].concat()
}

#[test]
fn those_that_lie_in_each_other_are_read_and_written_as_far_as_the_stack_of_a_thread_goes() {
    let levels = |count: usize| {
        let (open, close) = (r#"{"lists":[["#, "]]}");
        open.repeat(count) + r#"{"lists":[]}"# + &close.repeat(count)
    };
    goes_back::<Tree>(&levels(12));
    // More than JSON allows, and nearly so many.
    assert!(error::<Tree>(&levels(43)).contains("recursion limit"));
    // What is read is written.
    let read = |count: usize| serde_json::from_str::<Tree>(&levels(count)).ok();
    let deepest = (12..42).rev().find_map(read).unwrap();
    serde_json::to_string(&deepest).unwrap();
    rmp_serde::to_vec(&deepest).unwrap();
    rmp_serde::from_slice::<Tree>(&lists(2 + 3 * 12)).unwrap();
    rmp_serde::from_slice::<Deep>(&lists(2 + 21 * 2)).unwrap();
    for levels in [500, 1_000] {
        let error = rmp_serde::from_slice::<Tree>(&lists(levels)).unwrap_err();
        assert!(error.to_string().contains("recursion limit"), "{error}");
        let error = rmp_serde::from_slice::<Deep>(&lists(levels)).unwrap_err();
        assert!(error.to_string().contains("recursion limit"), "{error}");
    }
    // Nothing is left over from an error.
    rmp_serde::from_slice::<Tree>(&lists(2 + 3 * 12)).unwrap();
    let leaf = Tree { lists: Vec::new() };
    let tree = (0..300).fold(leaf.clone(), |tree, _| Tree {
        lists: vec![vec![tree]],
    });
    let error = serde_json::to_string(&tree).unwrap_err().to_string();
    assert!(error.contains("recursion limit"), "{error}");
    serde_json::to_string(&leaf).unwrap();
}
