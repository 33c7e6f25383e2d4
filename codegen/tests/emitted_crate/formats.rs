//! The models through other formats than JSON.
#![cfg(feature = "hostile")]

use generated::hostile::*;
use generated::{Maybe, Value};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{from_str, json, to_value};

fn message_pack<T: DeserializeOwned + Serialize>(json: &str) -> T {
    let value: T = from_str(json).unwrap();
    let bytes = rmp_serde::to_vec_named(&value).unwrap();
    let read = rmp_serde::from_slice(&bytes).unwrap();
    assert_eq!(to_value(&value).unwrap(), to_value(&read).unwrap());
    read
}

fn toml_text<T: DeserializeOwned + Serialize>(json: &str) -> T {
    let value: T = from_str(json).unwrap();
    let text = toml::to_string(&value).unwrap();
    let read = toml::from_str(&text).unwrap();
    assert_eq!(
        to_value(&value).unwrap(),
        to_value(&read).unwrap(),
        "{text}"
    );
    read
}

#[test]
fn message_pack_gives_back_what_it_got() {
    let open = r#"{"id":1,"m":"2024-02-29T12:30:45Z","z":[1,null],"a":{"b":9007199254740993}}"#;
    let read: WithExtra = message_pack(open);
    assert_eq!(
        read.additional.get("a"),
        Some(&json!({"b": 9007199254740993_u64}))
    );
    let read: Shape2 =
        message_pack(r#"{"side":2,"inner":{"radius":1.5,"type":"circle"},"type":"square"}"#);
    assert!(matches!(read, Shape2::Square(_)));
    assert!(matches!(
        message_pack(r#"{"type":"oval","x":[1]}"#),
        Shape2::Unknown(_)
    ));
    assert_eq!(message_pack::<Color>(r#""beige""#).as_str(), "beige");
    assert_eq!(message_pack::<Status>("-5"), Status::Unknown(-5));
    assert_eq!(
        message_pack::<Derives>(r#"{"a":1,"b":null}"#).b,
        Maybe::Null
    );
    assert_eq!(
        message_pack::<Value>(r#"{"a":[1,2.5,"x",null]}"#)["a"][1],
        json!(2.5)
    );
}

#[test]
fn toml_gives_back_what_it_got() {
    let read: Shape2 =
        toml_text(r#"{"side":2,"inner":{"radius":1.5,"type":"circle"},"type":"square"}"#);
    assert!(matches!(read, Shape2::Square(_)));
    let open = r#"{"id":1,"m":"2024-02-29T12:30:45Z","z":[1,2],"a":{"b":"c"}}"#;
    assert_eq!(
        toml_text::<WithExtra>(open).additional.get("a"),
        Some(&json!({"b": "c"}))
    );
    let error = toml::from_str::<Derives>("a = \"x\"").err().unwrap();
    assert!(error.to_string().contains("invalid type"), "{error}");
}

#[test]
fn a_format_without_keys_is_read_by_order() {
    let value: KeyA = from_str(r#"{"a":1,"c":"x"}"#).unwrap();
    let bytes = rmp_serde::to_vec(&value).unwrap();
    assert_eq!(bytes, [0x92, 1, 0xa1, b'x']);
    assert_eq!(rmp_serde::from_slice::<KeyA>(&bytes).unwrap(), value);
    assert_eq!(from_str::<KeyA>(r#"[1,"x"]"#).unwrap(), value);
    let short = from_str::<KeyA>("[1]").err().unwrap().to_string();
    assert!(
        short.contains("invalid length 1, expected struct KeyA with 2 elements"),
        "{short}"
    );
    let long = from_str::<KeyA>(r#"[1,"x",2]"#).err().unwrap().to_string();
    assert!(long.contains("trailing characters"), "{long}");
}

#[test]
fn keys_may_be_bytes_or_indices() {
    let bytes = [0x82, 0xc4, 1, b'a', 1, 0xc4, 1, b'c', 0xa1, b'x'];
    let by_bytes: KeyA = rmp_serde::from_slice(&bytes).unwrap();
    let by_index: KeyA = rmp_serde::from_slice(&[0x82, 0, 1, 1, 0xa1, b'x']).unwrap();
    assert_eq!(by_bytes, by_index);
    assert_eq!(by_bytes.c.as_deref(), Some("x"));
}

/// A file that is full once, after so many bytes; later there is room again.
struct Full {
    written: std::vec::Vec<u8>,
    room: std::option::Option<usize>,
}

impl std::io::Write for Full {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let room = self
            .room
            .map_or(bytes.len(), |room| room - self.written.len());
        if room == 0 {
            self.room = None;
            return Err(std::io::ErrorKind::StorageFull.into());
        }
        let taken = room.min(bytes.len());
        self.written.extend(&bytes[..taken]);
        Ok(taken)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn after_an_error_nothing_is_written() {
    let value: (WithExtra, Shape2, KeyA) = from_str(
        r#"[{"id":1,"m":null,"z":["text"]},{"type":"square","side":2},{"a":1,"c":"text"}]"#,
    )
    .unwrap();
    let whole = serde_json::to_vec(&value).unwrap();
    for room in 0..whole.len() {
        let mut full = Full {
            written: std::vec::Vec::new(),
            room: Some(room),
        };
        let error = serde_json::to_writer(&mut full, &value).unwrap_err();
        assert!(error.is_io(), "{error}");
        assert_eq!(full.written, whole[..room]);
    }
}
