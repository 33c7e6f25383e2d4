//! Setters of fields of each presence.

use super::models::Open;
use crate::support::setters::setters;
use crate::{Extra, Maybe};

#[derive(Debug, Default, PartialEq)]
struct Room {
    name: Option<String>,
    r#type: Maybe<i64>,
    sizes: Option<Vec<f64>>,
}

setters! {
    Room {
        with_name(name: impl Into<String>);
        with_type(r#type: impl Into<Maybe<i64>>);
        #[deprecated(note = "Not measured any more.")]
        with_sizes(sizes: Vec<f64>);
    }
}

setters! {
    Open {
        with_note(note: impl Into<String>);
        with_others(others: Extra<Option<String>>);
    }
}

#[test]
fn a_field_is_set_by_what_becomes_its_value() {
    #[expect(deprecated, reason = "attributes are passed on")]
    let room = Room::default()
        .with_name("a")
        .with_type(3)
        .with_sizes(vec![]);
    let expected = Room {
        name: Some("a".to_owned()),
        r#type: Maybe::Value(3),
        sizes: Some(Vec::new()),
    };
    assert_eq!(room, expected);
    assert_eq!(room.with_type(None).r#type, Maybe::Null);
    assert_eq!(Room::default().with_type(Maybe::Absent), Room::default());
}

#[test]
fn other_keys_are_set_as_one() {
    let open = Open {
        id: 1,
        note: None,
        others: Extra::new(),
    };
    let others: Extra<_> = [("key".to_owned(), None)].into_iter().collect();
    let open = open.with_note("note").with_others(others);
    assert_eq!(open.note.as_deref(), Some("note"));
    assert_eq!(open.others.get("key"), Some(&None));
}
