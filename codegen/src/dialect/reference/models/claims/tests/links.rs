//! What links and names in type cells mean.

use super::testing::{fields, read, values};

#[test]
fn links_mean_models_by_section_or_below() {
    let page = format!(
        "# Rooms\n\n## Room Object\n\n### Room Structure\n{}\n## Bed Object\n{}\n## Text\n\nWords.\n",
        fields(&[
            "bed | [bed](#bed-object) object | ",
            "beds | array of [bed objects](#bed-object) | ",
            "name | [string](#text) | ",
            "thing | [Thing](#text) object | ",
            "ids | array of [bed](#bed-object) ids | ",
            "next | ?[room](#room-object) | ",
            "any | Bed | ",
        ]),
        fields(&["id | snowflake | "])
    );
    let said = read(&page);
    assert_eq!(
        said.print("Room"),
        "bed: Bed, beds: [Bed], name: string, thing: {any}, ids: [snowflake], next: Room | null, any: Bed"
    );
    assert_eq!(said.findings, Vec::<String>::new());
}

#[test]
fn a_partial_model_is_one_of_its_own_with_all_optional() {
    let page = format!(
        "# Rooms\n\n## Room\n{}\n## Bed\n{}\n## Door\n{}\n## Partial Door\n{}",
        fields(&[
            "a | partial [bed](#bed) object | ",
            "b | array of partial [bed](#bed) objects | ",
            "c | partial [door](#door) object | ",
        ]),
        fields(&["id! | string | ", "id | string, required | "]),
        fields(&["id | string | "]),
        fields(&["id | string | "]),
    );
    let said = read(&page);
    assert_eq!(
        said.print("Room"),
        "a: Partial Bed, b: [Partial Bed], c: Partial Door"
    );
    assert_eq!(said.print("Bed"), "id!: string");
    assert_eq!(said.print("Partial Bed"), "id?: string");
    assert_eq!(said.print("Partial Door"), "id: string");
}

#[test]
fn a_link_that_says_text_means_only_values_of_text() {
    let page = format!(
        "# Rooms\n\n## Room\n{}\n## Kinds\n{}\n## Levels\n{}",
        fields(&[
            "kind | [string](#kinds) | ",
            "level | [string](#levels) | ",
            "both | [Kinds](#kinds) or string | ",
        ]),
        values(&["`open` | ", "`closed` | "]),
        values(&["`1` | ", "`2` | "]),
    );
    let said = read(&page);
    assert_eq!(
        said.print("Room"),
        "kind: Kinds, level: string, both: Kinds"
    );
}

#[test]
fn a_sentence_says_whose_table_follows() {
    let page = format!(
        "# Rooms\n\n## List rooms\n\n### Response\n{}\nEach `rooms` object has the following fields:\n{}",
        fields(&["total | integer | ", "rooms | array | "]),
        fields(&["id | string | "])
    );
    let said = read(&page);
    let list = said.models.first().unwrap().name.value.clone();
    let below = said.models[1].name.value.clone();
    assert_eq!(
        said.print(&list),
        format!("total: integer, rooms: [{below}]")
    );
    assert_eq!(said.print(&below), "id: string");
}
