//! Which values are an enum.

use super::testing::{fields, read, values};

#[test]
fn a_linked_table_is_an_enum_if_its_values_are_of_the_kind() {
    let page = format!(
        "# Rooms\n\n## Room\n{}\n## Room Kind\n{}\n## Room Bits\n{}",
        fields(&[
            "kind | integer | the [kind](#room-kind) of it",
            "kinds | array of integers | all [kinds](#room-kind)",
            "word | string | the [kind](#room-kind) in words",
            "bits | integer | [what it has](#room-bits)",
            "text_bits | string | [what it has](#room-bits), as text",
        ]),
        values(&["0 | open", "1 | closed"]),
        values(&["`1 << 0` | a", "`1 << 3` | b"]),
    );
    let said = read(&page);
    assert_eq!(
        said.print("Room"),
        "kind: Room Kind, kinds: [Room Kind], word: string, bits: Room Bits, text_bits: string"
    );
    assert_eq!(said.print("Room Kind"), "0, 1");
    assert_eq!(said.print("Room Bits"), "flags 1, 8");
}

/// Trap 28.
#[test]
fn values_in_a_sentence_are_none_and_pairs_are() {
    let page = format!(
        "# Rooms\n\n## Room\n{}",
        fields(&[
            "a | string | Either `x` or `y`.",
            "b | string | Such as `x`, or `y`.",
            "c | integer | `0`: off<br>`1`: on",
            "d | string | `0`: off<br>`1`: on",
            "e | integer | `off`: it is off<br>`on`: it is on",
            "f | boolean | `true`: on<br>`false`: off",
            "g | array of strings | `x`: first<br>`y`: second",
        ])
    );
    let said = read(&page);
    assert_eq!(
        said.print("Room"),
        "a: string, b: string, c: Room c, d: Room d, e: integer, f: boolean, g: [Room g]"
    );
    assert_eq!(said.print("Room c"), "0, 1");
    assert_eq!(said.print("Room g"), "x, y");
}

#[test]
fn a_column_of_values_is_an_enum_if_it_has_nothing_else() {
    let page = "# Rooms\n\n## Room\n\n| Field | Type | Allowed values | Description |\n|-|-|-|-|\n| a | string | `x`, `y` | |\n| b | string | `x` up to `y` | |\n| c | integer | `x`, `y` | |\n| d | string | `x` | |\n";
    let said = read(page);
    assert_eq!(
        said.print("Room"),
        "a: Room a, b: string, c: integer, d: string"
    );
}

#[test]
fn a_value_that_is_always_so_is_a_constant() {
    let page = format!(
        "# Rooms\n\n## Room\n{}",
        fields(&[
            "a | string | Always `room`.",
            "b | integer | `3` for a room",
            "c | boolean | Always `true`.",
            "d | integer | Always `room`.",
            "e | string | Always small.",
        ])
    );
    assert_eq!(
        read(&page).print("Room"),
        "a: \"room\", b: 3, c: boolean, d: integer, e: string"
    );
}

#[test]
fn quoted_values_are_constants_of_a_union() {
    let page = format!(
        "# Rooms\n\n## Room\n{}",
        fields(&["a | \"x\" \\| \"y\" \\| null | "])
    );
    assert_eq!(read(&page).print("Room"), "a: (\"x\" | \"y\") | null");
}
