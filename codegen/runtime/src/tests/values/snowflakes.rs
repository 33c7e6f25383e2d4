//! Ids are written as text, whatever they were read from.

use std::collections::BTreeMap;

use crate::support::record::record;
use crate::support::wire::{Optional as _, Wire as _};
use crate::tests::{error, goes_back, read, write};
use crate::{Maybe, Snowflake};

#[derive(Debug, Clone, PartialEq)]
struct Room {
    id: Snowflake,
    owner: Option<Snowflake>,
    parent: Maybe<Snowflake>,
    guests: Option<Vec<Snowflake>>,
    seats: Option<BTreeMap<String, Option<Snowflake>>>,
}

record! {
    Room requires 1 0b1 {
        required 0 id = "id",
        optional 1 owner = "owner",
        optional 2 parent = "parent",
        optional 3 guests = "guests",
        optional 4 seats = "seats",
    }
}

#[test]
fn a_number_is_read_and_text_is_written() {
    let numbers = r#"{"id":175928847299117063,"owner":0,"parent":18446744073709551615,"guests":[1,"2"],"seats":{"a":3,"b":null}}"#;
    let texts = r#"{"id":"175928847299117063","owner":"0","parent":"18446744073709551615","guests":["1","2"],"seats":{"a":"3","b":null}}"#;
    assert_eq!(write(&read::<Room>(numbers)), texts);
    goes_back::<Room>(texts);
    assert_eq!(read::<Room>(numbers), read::<Room>(texts));
    goes_back::<Room>(r#"{"id":"1","parent":null}"#);
}

#[test]
fn text_is_kept_as_it_is() {
    for text in [
        "",
        "0",
        "007",
        "-7",
        "+7",
        "18446744073709551616",
        "room",
        "1 ",
    ] {
        let json = format!("{text:?}");
        goes_back::<Snowflake>(&json);
        assert_eq!(read::<Snowflake>(&json).to_string(), text);
    }
    assert_eq!(write(&read::<Snowflake>("-7")), "\"-7\"");
    assert_eq!(read::<Snowflake>("\"7\""), Snowflake::new(7));
    assert_eq!(Snowflake::from("007").as_u64(), None);
    assert_eq!(Snowflake::from("700").as_u64(), Some(700));
}

#[test]
fn what_is_no_id_is_an_error_with_its_path() {
    for json in ["0.5", "true", "null", "[]", "{}", r#"{"a":1}"#] {
        assert!(
            error::<Snowflake>(json).contains("an id: a text of digits, or an integer"),
            "{json}"
        );
    }
    let error = error::<Room>(r#"{"id":"1","guests":["1",true]}"#);
    assert!(error.starts_with("at `guests[1]`: "), "{error}");
}

#[test]
fn ids_are_ordered_by_number() {
    let mut ids = ["a", "10", "9", "007"].map(Snowflake::from);
    ids.sort();
    assert_eq!(ids, ["9", "10", "007", "a"].map(Snowflake::from));
    assert_eq!(Snowflake::default().to_string(), "0");
    assert_eq!(format!("{:?}", Snowflake::new(7)), "Snowflake(7)");
}

#[test]
fn other_formats_have_ids_too() {
    let room: Room = read(r#"{"id":"1","owner":2,"guests":["x"]}"#);
    let bytes = rmp_serde::to_vec_named(&room).unwrap();
    assert_eq!(rmp_serde::from_slice::<Room>(&bytes).unwrap(), room);
}
