//! What cells of each form say.

use super::*;

#[test]
fn words_are_read_without_case_markup_and_plural() {
    all(&[
        ("String", "string"),
        ("`integer`", "integer"),
        ("_**Strings**_", "string"),
        ("an integer", "integer"),
        ("JSON&nbsp;value", "any"),
        ("文字列", "string"),
        ("int64", "int64"),
        ("hexadecimal string", "string"),
        ("string value", "string"),
        ("-", "-"),
        ("", "-"),
        ("?!", "-"),
        ("file", "no JSON"),
        ("array", "[any]"),
        ("string \\*", "string"),
        ("string [1]", "string"),
    ]);
    assert_eq!(cell("`Strings`").cue, "word `string`");
    assert_eq!(cell("-").cue, "word `-`");
    assert_eq!(cell("").cue, "");
}

/// Trap 15.
#[test]
fn lists_have_many_spellings() {
    all(&[
        ("array of strings", "[string]"),
        ("array of Rooms", "[<Rooms>]"),
        ("[Room]", "[<Room>]"),
        ("\\[Room]", "[<Room>]"),
        ("[[Room](#room)]", "[<Room #room>]"),
        ("Room[]", "[<Room>]"),
        ("integer array", "[integer]"),
        ("(integer) array", "[integer]"),
        ("Array&lt;Room&gt;", "[<Room>]"),
        ("array&ltRoom&gt", "[<Room>]"),
        ("List<Room>", "[<Room>]"),
        ("`Array<string>`", "[string]"),
        ("array[array[string]", "[[string]]"),
        ("list of up to 5 strings", "[string]"),
        (
            "array of room-like [room](#room) objects",
            "[<room #room else object>]",
        ),
        ("array of array of rooms", "[[<rooms>]]"),
        (
            "[array of room objects](#room)",
            "[<room #room else object>]",
        ),
        ("\\[\\[number]]", "[[number]]"),
    ]);
}

/// Trap 16.
#[test]
fn a_list_of_tuples_is_no_link() {
    all(&[
        ("[string, number][]", "[(string, number)]"),
        ("array[integer, string]", "(integer, string)"),
        ("[Moment][]", "<Moment #moment>"),
        ("[Gone Moment][]", "<Gone Moment>"),
        ("string - [Gone Moment][]", "string"),
        ("[string][]", "[[string]]"),
    ]);
}

/// Trap 17.
#[test]
fn bars_in_brackets_split_there_only() {
    all(&[
        ("Map[`string`, [A](#a) \\| [B](#b)]", "{<A #a> | <B #b>}"),
        ("Map<string, string \\| \\[string]>", "{string | [string]}"),
        ("map from string to Room", "{<Room>}"),
        ("?dictionary with keys in [days](#days)", "{any}?"),
        ("map\\<string, Map<string, integer\\>\\>", "{{integer}}"),
    ]);
}

/// Trap 18.
#[test]
fn unions_are_split_and_null_is_none_of_their_members() {
    all(&[
        ("string \\| null", "string?"),
        ("?string", "string?"),
        ("Option[string]", "string?"),
        ("?array of strings", "[string]?"),
        ("\"asc\" \\| \"desc\"", "\"asc\" | \"desc\""),
        ("String or Object", "string | object"),
        (
            "`number`, `integer`, or `boolean`",
            "number | integer | boolean",
        ),
        ("String (A)<br>Object (B)", "string | object"),
        ("string / integer", "string | integer"),
        ("number/null", "number?"),
        ("one of \"a\", \"b\"", "\"a\" | \"b\""),
        ("string<br>required", "string"),
        ("string<br/>DEPRECATED: use `b`", "string"),
        ("string<br>at most 36 signs, all in lower case", "string"),
        ("array<br>of strings", "[string]"),
        ("a very long sentence or one that says nothing", "-"),
    ]);
    assert_eq!(cell("string<br>required").required, Some(true));
    assert!(cell("string \\| null").is_nullable);
    assert!(!cell("array[string \\| null]").is_nullable);
}

/// Trap 19.
#[test]
fn the_head_is_the_type() {
    all(&[
        ("string(39)", "string"),
        ("[string](t#s)(39)", "<string t#s else string>"),
        ("number (int64)", "int64"),
        ("int64(5)", "int64"),
        ("String - [Moment][]", "string"),
        ("string, optional", "string"),
        ("string; required", "string"),
        ("String - Number", "string"),
        ("Object (JSON) or String (Binary)", "object | string"),
    ]);
    assert_eq!(cell("string, optional").required, Some(false));
    assert_eq!(cell("string; required").required, Some(true));
    assert_eq!(cell("string?").required, Some(false));
    assert_eq!(read("string?"), "string");
    assert!(!cell("string?").is_nullable);
    assert_eq!(cell("string").required, None);
}

/// Trap 20.
#[test]
fn a_second_type_refines_numbers_only() {
    let scalar = Ty::Scalar;
    let refine = |ty, width| TypeCells::refine(ty, width);
    assert_eq!(
        refine(scalar(Scalar::Number), "UInt32"),
        scalar(Scalar::Int64)
    );
    assert_eq!(
        refine(scalar(Scalar::String), "UInt32"),
        scalar(Scalar::String)
    );
    assert_eq!(refine(Ty::Any, "Blob"), Ty::Any);
}

/// Trap 21.
#[test]
fn links_keep_what_their_words_say() {
    all(&[
        ("[Room](#room) object", "<Room #room else object>"),
        ("[room objects](#room)", "<room #room else object>"),
        (
            "partial [room](#room) object",
            "<partial room #room else object>",
        ),
        (
            "[partial room](#room) object",
            "<partial room #room else object>",
        ),
        (
            "array of partial [room](#room) objects",
            "[<partial room #room else object>]",
        ),
        ("array of [role](#role) object ids", "[<id of role #role>]"),
        ("[boolean](q#flags)", "<boolean q#flags else boolean>"),
        ("[array](q#lists) of strings", "[string]"),
        ("[array](q#lists) of [rooms](#room)", "[<rooms #room>]"),
        (
            "[own array](#own)[[room](#room) object]",
            "[<room #room else object>]",
        ),
        ("[days](#days) string", "<days #days else string>"),
        ("[Room Struct](#room)", "<Room #room>"),
        ("partial Room object", "<partial Room else object>"),
        ("Room object", "<Room else object>"),
        ("?[room](#room) object", "<room #room else object>?"),
        ("[A](#a) or [B](#b)", "<A #a> | <B #b>"),
    ]);
}

#[test]
fn titles_are_looked_up_with_and_without_their_tail() {
    let profile = profile();
    let cells = TypeCells::new(&profile);
    assert_eq!(cells.names("Room Objects"), ["Room Objects", "Room"]);
    assert_eq!(cells.names("rooms"), ["rooms", "room"]);
    assert_eq!(cells.names("object"), ["object"]);
}

/// Trap 35.
#[test]
fn first_words_of_a_description_are_a_type() {
    let profile = profile();
    let cells = TypeCells::new(&profile);
    let place = Place::new(Files::default().add(SourceFile::new("t.md", "")), 0..0);
    let read = |text: &str| Some(print(&cells.in_text(text, place)?.ty?));
    assert_eq!(read("A string that names it.").as_deref(), Some("string"));
    assert_eq!(read("Array of strings.").as_deref(), Some("[string]"));
    assert_eq!(read("Names a string."), None);
}

/// A cell that is read again has the place of the new one.
#[test]
fn what_is_remembered_has_its_own_place() {
    let profile = profile();
    let cells = TypeCells::new(&profile);
    let file = Files::default().add(SourceFile::new("t.md", ""));
    let places = [Place::new(file, 0..1), Place::new(file, 1..2)];
    for place in places {
        let Some(Ty::List(inner)) = cells.read_text("array of Room", place).ty else {
            panic!("no list");
        };
        assert!(matches!(*inner, Ty::Named(named) if named.place == place));
    }
}

#[test]
fn odd_cells_are_read_to_their_end() {
    let brackets = "[".repeat(3_000);
    let nested = format!("{}string{}", "array[".repeat(100), "]".repeat(100));
    let bars = "a \\| ".repeat(2_000);
    let question = "?".repeat(2_000);
    for text in [
        &brackets, &nested, &bars, &question, "é[", "[]", "()", "<>", "\\*", "** **",
    ] {
        read(text);
    }
}
