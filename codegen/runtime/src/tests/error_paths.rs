//! Errors say where inside a value, and what the parser reports keeps its kind.

use super::error;
use super::models::{Open, Palette, Tree};

#[test]
fn the_path_has_fields_items_and_keys() {
    for (json, expected) in [
        (
            r#"{"label":1,"children":[]}"#,
            "at `label`: invalid type: integer `1`, expected a string at line 1 column 10",
        ),
        (
            r#"{"label":null,"children":[{"label":null,"children":[]},{"label":null,"children":[],"point":{"x":true}}]}"#,
            "at `children[1].point.x`: invalid type: boolean `true`, expected i32 at line 1 column 100",
        ),
        (
            r#"{"label":null,"children":[],"byName":{"a.b\"":{"label":null,"children":[],"byName":{"c":[]}}}}"#,
            "at `byName[\"a.b\\\"\"].byName[\"c\"]`: invalid length 0, expected struct Tree with 6 elements at line 1 column 90",
        ),
        (
            r#"{"label":null,"children":[{"label":null}]}"#,
            "at `children[0]`: missing field `children` at line 1 column 40",
        ),
        (
            r#"{"label":null,"children":[{"label":null,"label":null}]}"#,
            "at `children[0]`: duplicate field `label` at line 1 column 47",
        ),
    ] {
        assert_eq!(error::<Tree>(json), expected);
    }
    assert_eq!(
        error::<Open>(r#"{"id":1,"other":[]}"#),
        "at `other`: invalid type: sequence, expected a string at line 1 column 16"
    );
    assert_eq!(
        error::<Vec<Palette>>(r#"[{"first":"a","colors":["red"],"closed":5}]"#),
        "at `closed`: invalid value: ClosedStatus has no value 5, only 1 at line 1 column 42"
    );
}

#[test]
fn the_kind_of_an_error_stays() {
    let whole = r#"{"label":null,"children":[{"label":"x","children":[],"byName":{"a":{"label":"y","children":[]}}}]}"#;
    for end in 0..whole.len() {
        let cut = serde_json::from_str::<Tree>(&whole[..end]).unwrap_err();
        assert!(cut.is_eof(), "{end}: {cut}");
    }
    for broken in [
        r#"{"label":null,"children":[}"#,
        r#"{"label":nul}"#,
        r#"{"label":null,"children":[{"label":null,}]}"#,
    ] {
        let error = serde_json::from_str::<Tree>(broken).unwrap_err();
        assert!(error.is_syntax(), "{error}");
    }
    let wrong = serde_json::from_str::<Tree>(r#"{"label":1}"#).unwrap_err();
    assert!(wrong.is_data() && wrong.line() == 1 && wrong.column() == 10);
}
