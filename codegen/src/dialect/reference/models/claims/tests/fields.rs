//! Names, presence, null, types of rows.

use super::testing::{fields, read, read_with};
use crate::claim::{Body, Spelling, Stated};
use crate::dialect::reference::profile::Profile;

#[test]
fn names_are_keys_and_say_by_what_they_were_read() {
    let page = format!("# Rooms\n\n## Room\n{}", fields(&["`roomId`? | string | "]));
    let said = read(&page);
    let Body::Fields(fields) = &said.model("Room").body else {
        panic!("no fields");
    };
    let field = &fields[0];
    assert_eq!(field.name.value, "roomId");
    assert_eq!(field.spelling, Spelling::Exact);
    let cues = field.cues.as_ref().unwrap();
    let ty = cues.ty.as_deref().unwrap();
    assert!(ty.contains("Type") && ty.ends_with("word `string`"), "{ty}");
    assert!(cues.required.as_deref().unwrap().contains('?'));
    assert_eq!(said.model("Room").read_from.len(), 1);
    assert_eq!(said.findings, Vec::<String>::new());
}

#[test]
fn rows_below_a_row_are_a_model_in_what_its_type_says() {
    let page = format!(
        "# Rooms\n\n## Room\n{}",
        fields(&[
            "beds | array of objects | ",
            "> width | integer | ",
            "> maker | object | ",
            ">> name | string | ",
            "owner | object | ",
            "> id | string | ",
            "either | string or object | ",
            "> a | string | ",
        ])
    );
    let said = read(&page);
    assert_eq!(
        said.print("Room"),
        "beds: [Room beds], owner: Room owner, either: (string | Room either)"
    );
    assert_eq!(
        said.print("Room beds"),
        "width: integer, maker: Room beds maker"
    );
    assert_eq!(said.print("Room beds maker"), "name: string");
    // The model of the table comes first of those that were read from it.
    assert_eq!(said.models[0].name.value, "Room");
}

#[test]
fn places_of_a_list_are_a_list_of_their_types() {
    let page = format!(
        "# Rooms\n\n## Room\n{}",
        fields(&[
            "row | array | ",
            "row[0]: start | integer | ",
            "row[1]: name | string | "
        ])
    );
    assert_eq!(read(&page).print("Room"), "row: [(integer | string)]");
}

#[test]
fn any_key_is_a_map_or_the_rest_of_a_model() {
    let page = format!(
        "# Rooms\n\n## Room\n{}\n## Prices\n{}",
        fields(&[
            "id | string | ",
            "beds | object | ",
            "> {bed_id} | integer | "
        ]),
        fields(&["name | string | ", "{room_id} | number | "])
    );
    let said = read(&page);
    assert_eq!(said.print("Room"), "id: string, beds: {integer}");
    assert_eq!(said.print("Prices"), "name: string, ...{room_id}: {number}");
}

#[test]
fn parts_of_forms_are_no_fields() {
    let page = format!(
        "# Rooms\n\n## Room\n{}",
        fields(&[
            "id | string | ",
            "photo | file contents | ",
            "files[n] | file | "
        ])
    );
    let said = read(&page);
    assert_eq!(said.print("Room"), "id: string");
    // That of `files[n]` is none by its name, which its table has seen.
    assert_eq!(said.form_parts, 1);
}

#[test]
fn what_a_cell_does_not_say_is_told_by_words_or_open() {
    let page = "# Rooms\n\n## Room\n\n| Field | Description |\n|-|-|\n| id | A string of digits. |\n| more | Whatever. |\n";
    let said = read(page);
    assert_eq!(said.print("Room"), "id: string, more: any");
    let Body::Fields(fields) = &said.model("Room").body else {
        panic!("no fields");
    };
    assert!(fields.iter().all(|field| field.is_inferred));
    assert_eq!(said.findings, Vec::<String>::new());
}

#[test]
fn what_is_not_understood_is_any_value_and_one_warning() {
    let page = format!(
        "# Rooms\n\n## Room\n{}",
        fields(&[
            "a | Blorb | ",
            "b | array of Blorbs | ",
            "c | - | A thing. | "
        ])
    );
    let said = read(&page);
    assert_eq!(said.print("Room"), "a: any, b: [any], c: any");
    assert_eq!(
        said.findings,
        [
            "the type `Blorb` is not understood",
            "the type `array of Blorbs` is not understood"
        ]
    );
}

#[test]
fn a_key_of_two_rows_is_one_field() {
    let page = format!(
        "# Rooms\n\n## Room\n{}",
        fields(&["a | string | ", "a | integer | "])
    );
    let said = read(&page);
    assert_eq!(said.print("Room"), "a: string");
    assert_eq!(said.findings, ["a model has two rows for the key `a`"]);
}

#[test]
fn marks_that_go_one_way_say_what_rows_without_are() {
    let row = |at: usize| match at % 2 {
        0 => format!("a{at}? | string | "),
        _ => format!("a{at} | string | "),
    };
    let rows: Vec<_> = (0..12).map(row).collect();
    let rows: Vec<_> = rows.iter().map(String::as_str).collect();
    let said = read(&format!("# Rooms\n\n## Room\n{}", fields(&rows)));
    assert!(
        said.print("Room")
            .starts_with("a0?: string, a1!: string, a2?")
    );
    let few = read(&format!("# Rooms\n\n## Room\n{}", fields(&rows[..4])));
    assert!(
        few.print("Room")
            .starts_with("a0?: string, a1: string, a2?")
    );
}

#[test]
fn words_of_the_type_cell_say_presence_too() {
    let page = format!(
        "# Rooms\n\n## Room\n{}",
        fields(&["a | string? | ", "b | string, required | ", "c | string | "])
    );
    assert_eq!(
        read(&page).print("Room"),
        "a?: string, b!: string, c: string"
    );
}

#[test]
fn silence_about_null_means_something_where_null_is_marked() {
    let nullable = |marked: usize| {
        let rows: Vec<_> = (0..9)
            .map(|at| match at < marked {
                true => format!("a{at} | ?string | "),
                false => format!("a{at} | string | "),
            })
            .collect();
        let rows: Vec<_> = rows.iter().map(String::as_str).collect();
        let said = read(&format!("# Rooms\n\n## Room\n{}", fields(&rows)));
        let Body::Fields(fields) = &said.model("Room").body else {
            panic!("no fields");
        };
        (fields[0].nullable, fields[8].nullable)
    };
    assert_eq!(nullable(5), (Stated::Yes, Stated::No));
    assert_eq!(nullable(4), (Stated::Yes, Stated::Silent));
}

#[test]
fn descriptions_are_kept_only_if_the_profile_says_so() {
    let page = format!(
        "# Rooms\n\n## Room\n{}",
        fields(&[
            "a | string | Its name. |",
            "b | string | **Deprecated** Use `a`. |"
        ])
    );
    let read = |docs: bool| {
        let mut profile = Profile::standard().clone();
        profile.docs = docs;
        let said = read_with(&profile, &page);
        let Body::Fields(fields) = &said.model("Room").body else {
            panic!("no fields");
        };
        let text = fields[0]
            .description
            .as_ref()
            .map(|text| text.value.to_string());
        let note = fields[1].deprecated.as_ref().map(|note| note.value.clone());
        (text, note.map(|note| note.is_empty()))
    };
    assert_eq!(read(false), (None, Some(true)));
    assert_eq!(read(true), (Some("Its name.".to_owned()), Some(false)));
}
