//! Unions whose variant a field beside them names, before, after or never.

use serde::{Deserialize, Serialize};

use crate::support::enums::enumeration;
use crate::support::read::derived::derived;
use crate::support::record::record;
use crate::support::union::choose::{self, Indices};
use crate::support::union::union;
use crate::support::wire::{Optional as _, Wire as _};
use crate::tests::{error, goes_back, read, write};
use crate::{Maybe, Number, Value};

#[derive(Debug, Clone, PartialEq)]
enum Way {
    Fax,
    Post,
    Unknown(String),
}

enumeration! {
    text Way {
        Fax = "fax",
        Post = "post",
        .. Unknown
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Fax {
    to: Option<String>,
    cost: Option<Number>,
}

record! {
    Fax requires 0 0b0 {
        optional 0 to = "to",
        optional 1 cost = "cost",
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Post {
    to: Option<String>,
    stamp: Option<i32>,
}

record! {
    Post requires 0 0b0 {
        optional 0 to = "to",
        optional 1 stamp = "stamp",
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Target {
    Fax(Fax),
    Post(Post),
    Text(String),
    Unknown(Value),
}

union! {
    Target exact in Values, of {
        "to",
        "cost",
        "stamp",
    }, scalars [None, None, None, None, Some(2)], else Unknown {
        0 Fax = choose::Shape::Object {
            tags: &[],
            required: Indices { len: 0, first: 0b0, more: &[] },
            optional: Indices { len: 2, first: 0b11, more: &[] },
        },
        1 Post = choose::Shape::Object {
            tags: &[],
            required: Indices { len: 0, first: 0b0, more: &[] },
            optional: Indices { len: 2, first: 0b101, more: &[] },
        },
        2 Text = choose::Shape::Text,
    }
}

/// Told by `way`, in each way that a field can hold a union.
#[derive(Debug, Clone, PartialEq)]
struct Sent {
    target: Target,
    copies: Option<Vec<Target>>,
    way: Option<Way>,
    reply: Maybe<Box<Target>>,
}

record! {
    Sent requires 1 0b1 {
        required 0 target = "target",
        optional 1 copies = "copies",
        optional 2 way = "way",
        optional 3 reply = "reply",
    } told {
        0 by 2 way {
            "fax" = 0,
            "post" = 1,
        },
        1 by 2 way {
            "fax" = 0,
            "post" = 1,
        },
        3 by 2 way {
            "fax" = 0,
            "post" = 1,
        },
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
struct Derived {
    #[serde(skip_deserializing, default = "crate::support::wire::Wire::blank")]
    target: Target,
    #[serde(
        skip_deserializing,
        default = "crate::support::wire::Wire::blank",
        skip_serializing_if = "Option::is_none"
    )]
    copies: Option<Vec<Target>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    way: Option<Way>,
    #[serde(
        skip_deserializing,
        default = "crate::support::wire::Wire::blank",
        skip_serializing_if = "Maybe::is_absent"
    )]
    reply: Maybe<Box<Target>>,
}

derived! {
    Derived {
        0 target = "target" true by way {
            "fax" = 0,
            "post" = 1,
        },
        1 copies = "copies" false by way {
            "fax" = 0,
            "post" = 1,
        },
        3 reply = "reply" false by way {
            "fax" = 0,
            "post" = 1,
        },
    }
}

impl From<Derived> for Sent {
    fn from(derived: Derived) -> Self {
        let Derived {
            target,
            copies,
            way,
            reply,
        } = derived;
        Self {
            target,
            copies,
            way,
            reply,
        }
    }
}

/// As both kinds of structs are read, which must agree.
#[track_caller]
fn sent(json: &str) -> Sent {
    let sent: Sent = read(json);
    assert_eq!(Sent::from(read::<Derived>(json)), sent, "{json}");
    let held: Value = read(json);
    let again: Sent = serde_json::from_value(held).unwrap();
    assert_eq!(format!("{again:?}"), format!("{sent:?}"));
    sent
}

#[test]
fn the_variant_is_the_named_one_wherever_the_tag_stands() {
    for json in [
        r#"{"way":"post","target":{"to":"a"},"x":[1],"reply":{},"copies":[{},"b",{"stamp":1}]}"#,
        r#"{"target":{"to":"a"},"copies":[{},"b",{"stamp":1}],"way":"po\u0073t","reply":{}}"#,
        r#"{"target":{"to":"a"},"reply":{},"copies":[{},"b",{"stamp":1}],"x":{},"way":"post"}"#,
    ] {
        let sent = sent(json);
        let post = |to: Option<&str>, stamp| {
            Target::Post(Post {
                to: to.map(str::to_owned),
                stamp,
            })
        };
        assert_eq!(sent.target, post(Some("a"), None));
        let copies = vec![
            post(None, None),
            Target::Text("b".into()),
            post(None, Some(1)),
        ];
        assert_eq!(sent.copies, Some(copies));
        assert_eq!(sent.reply.value().map(|it| &**it), Some(&post(None, None)));
    }
    for json in [
        r#"{"target":{"to":"a"},"copies":[{},"b"],"way":"post","reply":null}"#,
        r#"{"target":"a","way":"fax"}"#,
    ] {
        goes_back::<Sent>(json);
        goes_back::<Derived>(json);
    }
}

#[test]
fn keys_decide_where_no_tag_does() {
    for json in [
        r#"{"target":{"stamp":1}}"#,
        r#"{"target":{"stamp":1},"way":"pigeon"}"#,
        r#"{"way":"pigeon","target":{"stamp":1}}"#,
        r#"{"way":null,"target":{"stamp":1}}"#,
    ] {
        assert!(matches!(sent(json).target, Target::Post(_)), "{json}");
    }
    let Target::Fax(fax) = sent(r#"{"way":"fax","target":{"stamp":1}}"#).target else {
        panic!("the tag decides");
    };
    assert_eq!(write(&fax), "{}");
}

#[test]
fn what_waits_for_its_tag_keeps_its_digits() {
    for json in [
        r#"{"target":{"cost":0.10},"way":"fax"}"#,
        r#"{"target":{"cost":1e400},"copies":[{"cost":0.10}],"way":"fax"}"#,
        r#"{"target":{"cost":123456789012345678901234567890}}"#,
    ] {
        goes_back::<Sent>(json);
        goes_back::<Derived>(json);
    }
    let first = r#"{"way":"fax","target":{"cost":0.10,"to":"a"}}"#;
    let expected = r#"{"target":{"to":"a","cost":0.10},"way":"fax"}"#;
    assert_eq!(write(&read::<Sent>(first)), expected);
    assert_eq!(write(&read::<Derived>(first)), expected);
}

#[test]
fn errors_say_where_and_which_key() {
    for (json, expected) in [
        (r#"{"way":"post"}"#, "missing field `target`"),
        (r#"{"target":{},"target":{}}"#, "duplicate field `target`"),
        (
            r#"{"way":"fax","target":{},"target":{}}"#,
            "duplicate field `target`",
        ),
        (
            r#"{"target":{"stamp":"a"},"way":"post"}"#,
            "at `target`: union Target read as Post: at `stamp`: invalid type: string \"a\"",
        ),
        (
            r#"{"way":"post","copies":[{},{"stamp":"a"}],"target":{}}"#,
            "at `copies[1]`: union Target read as Post: at `stamp`: invalid type: string \"a\"",
        ),
    ] {
        let found = error::<Sent>(json);
        assert!(found.starts_with(expected), "{found}");
        let found = error::<Derived>(json);
        let expected = expected.rsplit(": at").next().unwrap();
        assert!(found.contains(expected), "{found}");
    }
    assert!(error::<Sent>(r#"{"target":{"to":"#).contains("EOF"));
    assert!(error::<Derived>("[1").contains("EOF"));
    assert!(error::<Derived>("1").contains("invalid type"));
}

#[test]
fn a_format_without_keys_has_all_fields() {
    let json = r#"{"target":"a","copies":["b"],"way":"fax","reply":null}"#;
    for bytes in [
        rmp_serde::to_vec(&read::<Sent>(json)).unwrap(),
        rmp_serde::to_vec(&read::<Derived>(json)).unwrap(),
    ] {
        let sent: Sent = rmp_serde::from_slice(&bytes).unwrap();
        let derived: Derived = rmp_serde::from_slice(&bytes).unwrap();
        assert_eq!(sent, derived.into());
        assert_eq!(sent, read(json));
    }
    let json = r#"{"target":{},"copies":[{}],"way":"post","reply":{}}"#;
    let named = rmp_serde::to_vec_named(&read::<Sent>(json)).unwrap();
    assert_eq!(rmp_serde::from_slice::<Sent>(&named).unwrap(), read(json));
}

/// A union with structs that have such unions.
#[derive(Debug, Clone, PartialEq)]
enum Entry {
    Sent(Sent),
    Note(Note),
    Unknown(Value),
}

union! {
    Entry by "kind" {
        0 "sent" = 0,
    }, of {
        "target",
        "text",
        "kind",
    }, else Unknown {
        0 Sent = choose::Shape::Object {
            tags: &[0],
            required: Indices { len: 1, first: 0b1, more: &[] },
            optional: Indices { len: 0, first: 0b0, more: &[] },
        },
        1 Note = choose::Shape::Object {
            tags: &[],
            required: Indices { len: 2, first: 0b110, more: &[] },
            optional: Indices { len: 0, first: 0b0, more: &[] },
        },
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Note {
    text: Target,
    kind: Way,
}

record! {
    Note requires 2 0b11 {
        required 0 text = "text",
        required 1 kind = "kind",
    } told {
        0 by 1 kind {
            "post" = 1,
        },
    }
}

#[test]
fn a_variant_may_have_such_unions() {
    for json in [
        r#"{"kind":"sent","target":{},"way":"post"}"#,
        r#"{"target":{},"kind":"sent","way":"post"}"#,
        r#"{"target":{},"way":"post","kind":"sent"}"#,
        r#"{"way":"post","target":{},"kind":"sent"}"#,
        r#"{"target":{},"way":"post"}"#,
    ] {
        let Entry::Sent(sent) = read(json) else {
            panic!("{json}");
        };
        assert!(matches!(sent.target, Target::Post(_)), "{json}");
    }
    for json in [
        r#"{"kind":"post","text":{}}"#,
        r#"{"text":{},"kind":"post"}"#,
    ] {
        let Entry::Note(note) = read(json) else {
            panic!("{json}");
        };
        assert!(matches!(note.text, Target::Post(_)), "{json}");
    }
    let found = error::<Entry>(r#"{"way":"post","target":{},"kind":"sent","target":{}}"#);
    assert!(found.contains("duplicate field `target`"), "{found}");
}

#[test]
fn a_list_longer_than_the_struct_is_refused() {
    sent(r#"["a",["b"],"fax",null]"#);
    let longer = r#"["a",["b"],"fax",null,1]"#;
    assert!(error::<Sent>(longer).contains("trailing characters"));
    assert!(error::<Derived>(longer).contains("invalid length"));
}
