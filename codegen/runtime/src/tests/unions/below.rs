//! Tags that stand below a key.

use crate::Value;
use crate::support::record::record;
use crate::support::union::choose;
use crate::support::union::union;
use crate::support::wire::{Optional as _, Wire as _};
use crate::tests::counting::gives_all_back;
use crate::tests::{error, read};

#[derive(Debug, Clone, PartialEq)]
enum Grant {
    Role(Role),
    Badge(Role),
    Many(Vec<Role>),
    Unknown(Value),
}

union! {
    Grant by "perk" ["type"] loose {
        0 "role" = 0,
        1 "goldbadge" = 1,
        or Integer(1) = 0,
        or Boolean(true) = 1,
    }, of {
        "perk",
        "id",
    }, else Unknown {
        0 Role = choose::Shape::Object {
            tags: &[0, 2],
            required: choose::Indices { len: 1, first: 0b1, more: &[] },
            optional: choose::Indices { len: 1, first: 0b10, more: &[] },
        },
        1 Badge = choose::Shape::Object {
            tags: &[1, 3],
            required: choose::Indices { len: 1, first: 0b1, more: &[] },
            optional: choose::Indices { len: 1, first: 0b10, more: &[] },
        },
        2 Many = choose::Shape::Array(&choose::Shape::Object {
            tags: &[0],
            required: choose::Indices { len: 1, first: 0b1, more: &[] },
            optional: choose::Indices { len: 1, first: 0b10, more: &[] },
        }),
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Role {
    perk: Value,
    id: Option<i32>,
}

record! {
    Role requires 1 0b1 {
        required 0 perk = "perk",
        optional 1 id = "id",
    }
}

#[test]
fn a_tag_below_a_key_is_found_wherever_it_stands() {
    for (json, is_badge) in [
        (r#"{"perk":{"type":"Gold-Badge"},"id":1}"#, true),
        (r#"{"id":1,"perk":{"a":[{}],"type":"gold_badge"}}"#, true),
        (r#"{"id":1,"perk":{"a":[{}],"type":"ROLE"}}"#, false),
        (r#"{"perk":{"type":1}}"#, false),
        (r#"{"perk":{"type":true},"id":1}"#, true),
    ] {
        let grant: Grant = read(json);
        assert_eq!(matches!(grant, Grant::Badge(_)), is_badge, "{json}");
        let again = serde_json::to_string(&grant).unwrap();
        assert_eq!(read::<Grant>(&again), grant);
        let bytes = rmp_serde::to_vec_named(&grant).unwrap();
        assert_eq!(rmp_serde::from_slice::<Grant>(&bytes).unwrap(), grant);
        gives_all_back::<Grant>(json);
    }
    assert!(matches!(
        read(r#"[{"perk":{"type":"role"}}]"#),
        Grant::Many(_)
    ));
    assert_eq!(
        error::<Grant>(r#"{"perk":{"type":true},"id":"x"}"#),
        "union Grant read as Badge: at `id`: invalid type: string \"x\", expected i32 at line 1 column 30"
    );
}

#[test]
fn of_a_key_that_is_there_twice_the_last_is_the_tag() {
    // It is what is kept of the two, so that it is read as it was written.
    for json in [
        r#"{"perk":{"type":"gold_badge","type":"role"}}"#,
        r#"{"perk":{"type":"role","type":"gold_badge"}}"#,
    ] {
        let grant: Grant = read(json);
        let again = serde_json::to_string(&grant).unwrap();
        assert_eq!(read::<Grant>(&again), grant, "{json}");
    }
}
