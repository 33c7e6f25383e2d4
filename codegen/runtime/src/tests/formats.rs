//! Structs that keep unknown keys, in formats without a word for null or for the end of a map.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::models::Open;
use super::read;

fn postcard<T: Serialize + DeserializeOwned>(value: &T) -> T {
    postcard::from_bytes(&postcard::to_stdvec(value).unwrap()).unwrap()
}

fn bincode<T: Serialize + DeserializeOwned>(value: &T) -> T {
    bincode::deserialize(&bincode::serialize(value).unwrap()).unwrap()
}

fn cbor<T: Serialize + DeserializeOwned>(value: &T) -> T {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).unwrap();
    ciborium::from_reader(bytes.as_slice()).unwrap()
}

fn goes_through_all<T: Serialize + DeserializeOwned + PartialEq + Debug>(json: &str) {
    let value: T = read(json);
    assert_eq!(postcard(&value), value, "{json}");
    assert_eq!(bincode(&value), value, "{json}");
    assert_eq!(cbor(&value), value, "{json}");
}

#[test]
fn unknown_keys_go_through_them() {
    goes_through_all::<Open>(r#"{"id":1}"#);
    goes_through_all::<Open>(r#"{"id":1,"note":"a","z":"1","":null}"#);
    goes_through_all::<Vec<Open>>(r#"[{"id":1,"z":null},{"id":2,"note":null}]"#);
}
