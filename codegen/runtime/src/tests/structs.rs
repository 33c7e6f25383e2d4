//! Structs through formats with keys, with other keys and without.

use serde::Serialize as _;

use super::models::{Open, Point, Tree};
use super::{error, goes_back, read, write};
use crate::Maybe;
use crate::support::record::record;
use crate::support::wire::{Optional as _, Wire as _};

#[test]
fn each_presence_is_told_apart() {
    for json in [
        r#"{"label":null,"children":[]}"#,
        r#"{"label":"a","weight":null,"children":[]}"#,
        r#"{"label":"","weight":-0.5,"point":{"x":1},"color":"mauve","children":[]}"#,
        r#"{"label":null,"children":[{"label":"b","children":[]}],"byName":{"":{"label":null,"children":[]}}}"#,
    ] {
        goes_back::<Tree>(json);
    }
    let absent: Tree = read(r#"{"children":[],"label":null}"#);
    assert_eq!(absent.weight, Maybe::Absent);
    let null: Tree = read(r#"{"children":[],"weight":null,"label":null,"point":null}"#);
    assert_eq!((null.weight, null.point), (Maybe::Null, None));
    assert_eq!(
        error::<Tree>(r#"{"children":[]}"#),
        "missing field `label` at line 1 column 15"
    );
    assert!(error::<Tree>(r#"{"label":null}"#).contains("missing field `children`"));
}

#[test]
fn an_unknown_key_is_passed_over_and_a_known_one_comes_once() {
    let point: Point = read(r#"{"z":[{"x":3}],"x":1,"namf":2}"#);
    assert_eq!(write(&point), r#"{"x":1}"#);
    for twice in [r#"{"x":1,"x":1}"#, r#"{"x":1,"name":"a","x":1}"#] {
        assert!(error::<Point>(twice).contains("duplicate field `x`"));
    }
}

#[test]
fn other_keys_are_kept_in_their_order() {
    goes_back::<Open>(r#"{"id":1}"#);
    goes_back::<Open>(r#"{"id":1,"note":"x","z":"1","a":null,"z":"2"}"#);
    let open: Open = read(r#"{"z":"1","id":1,"z":"2"}"#);
    assert_eq!(open.others.len(), 2);
    assert_eq!(open.others.get("z"), Some(&Some("2".to_owned())));
    assert!(error::<Open>("[1]").contains("invalid type: sequence, expected struct Open"));
}

#[test]
fn keys_may_be_bytes_or_indices() {
    let by_bytes = [0x82, 0xc4, 1, b'x', 1, 0xc4, 1, 0xff, 0xc0];
    let by_index = [0x82, 0, 1, 9, 0xc0];
    for bytes in [&by_bytes[..], &by_index] {
        let point: Point = rmp_serde::from_slice(bytes).unwrap();
        assert_eq!(point, Point { x: 1, name: None });
    }
    let open: Open = rmp_serde::from_slice(&[0x82, 0xa2, b'i', b'd', 1, 7, 0xc0]).unwrap();
    assert_eq!(open.others.get("7"), Some(&None));
    assert!(rmp_serde::from_slice::<Open>(&by_bytes).is_err());
}

#[test]
fn a_format_without_keys_is_read_by_order() {
    let point: Point = read(r#"[1,"a"]"#);
    assert_eq!(rmp_serde::to_vec(&point).unwrap(), [0x92, 1, 0xa1, b'a']);
    assert!(
        error::<Point>("[1]").contains("invalid length 1, expected struct Point with 2 elements")
    );
    assert!(error::<Point>("[\"a\"]").contains("at `x`: invalid type"));
    let tree =
        r#"{"label":"a","weight":0.5,"children":[],"byName":{"b":{"label":null,"children":[]}}}"#;
    let named = rmp_serde::to_vec_named(&read::<Tree>(tree)).unwrap();
    assert_eq!(rmp_serde::from_slice::<Tree>(&named).unwrap(), read(tree));
}

/// A file that is full once, after so many bytes; later there is room again.
struct Full {
    written: Vec<u8>,
    room: Option<usize>,
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
    let tree: Tree = read(
        r#"{"label":"a","weight":1.5,"point":{"x":1,"name":"b"},"children":[{"label":null,"children":[]}],"byName":{"c":{"label":null,"children":[]}}}"#,
    );
    let open: Open = read(r#"{"id":1,"z":"1","a":null}"#);
    let value = (tree, open);
    let whole = serde_json::to_vec(&value).unwrap();
    for room in 0..whole.len() {
        let mut full = Full {
            written: Vec::new(),
            room: Some(room),
        };
        let error = value
            .serialize(&mut serde_json::Serializer::new(&mut full))
            .unwrap_err();
        assert!(error.is_io(), "{error}");
        assert_eq!(full.written, whole[..room]);
    }
}

/// What holds a float of 32 bits in each way.
#[derive(Debug, Clone, PartialEq)]
struct Weights {
    one: Option<f32>,
    all: Option<Vec<f32>>,
}

record! {
    Weights requires 0 0b0 {
        optional 0 one = "one",
        optional 1 all = "all",
    }
}

#[test]
fn a_float_of_32_bits_that_is_out_of_range_is_an_error_in_every_format() {
    #[derive(serde::Serialize)]
    struct Wide {
        one: f64,
    }
    let in_range = |one: f64| {
        let bytes = rmp_serde::to_vec_named(&Wide { one }).unwrap();
        rmp_serde::from_slice::<Weights>(&bytes)
    };
    for (wide, narrow) in [
        (f64::from(f32::MAX), f32::MAX),
        (-0.0, -0.0),
        (1e-60, 0.0),
        (f64::INFINITY, f32::INFINITY),
    ] {
        assert_eq!(in_range(wide).unwrap().one, Some(narrow), "{wide}");
    }
    for wide in [1e39, -1e300] {
        let error = in_range(wide).unwrap_err().to_string();
        assert!(error.starts_with("at `one`: invalid value"), "{error}");
    }
    let value = serde_json::json!({ "all": [1, 1e39] });
    let error = serde_json::from_value::<Weights>(value).unwrap_err();
    let expected = "at `all[1]`: invalid value: floating point `1e+39`, expected f32";
    assert_eq!(error.to_string(), expected);
    goes_back::<Weights>(r#"{"one":16777216.0,"all":[0.1,-3.5]}"#);
}
