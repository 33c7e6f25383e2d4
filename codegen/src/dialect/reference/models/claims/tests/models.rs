//! Models of several tables and sections; pages that are large or odd.

use std::collections::BTreeSet;

use super::testing::{fields, read, values};
use crate::claim::Role;

#[test]
fn fields_of_what_a_model_extends_follow_its_own() {
    let page = format!(
        "# Rooms\n\n## Room Object\n{}\n## Room Update\n\nThe inner payload is a [room](#room-object) object with the following extra fields:\n\n### Room Update Extra Fields\n{}",
        fields(&["id | string | ", "name | string | "]),
        fields(&["reason | string | ", "name | integer | "])
    );
    let said = read(&page);
    assert_eq!(
        said.print("Room Update"),
        "reason: string, name: integer, id: string"
    );
    assert_eq!(said.print("Room"), "id: string, name: string");
}

#[test]
fn links_to_another_name_mean_what_it_is_a_name_of() {
    let page = format!(
        "# Rooms\n\n## Room Object\n{}\n## Room Made\n\nThe inner payload is a [room](#room-object) object.\n\n## Envelope\n{}",
        fields(&["id | string | "]),
        fields(&["d | [room made](#room-made) | "])
    );
    assert_eq!(read(&page).print("Envelope"), "d: Room");
}

#[test]
fn a_sentence_of_links_is_a_union() {
    let page = format!(
        "# Rooms\n\n## Thing Object\n\nOne of [room](#room), [bed](#bed) or [door](#door).\n\n## Room\n{}\n## Bed\n{}\n## Door\n{}\n## Box\n{}",
        fields(&["a | string | "]),
        fields(&["b | string | "]),
        fields(&["c | string | "]),
        fields(&["thing | [thing](#thing-object) object | "])
    );
    let said = read(&page);
    assert_eq!(said.print("Box"), "thing: Thing");
    assert_eq!(said.print("Thing"), "Room | Bed | Door");
}

#[test]
fn a_table_of_links_is_a_union_and_says_the_tags_of_its_members() {
    let page = format!(
        "# Things\n\n## Thing Object\n\n### Thing Kinds\n\n| Value | Name |\n|-|-|\n| 1 | [Room](#room) |\n| 2 | [Bed](#bed) |\n\n## Room\n{}\n## Bed\n{}",
        fields(&["kind | integer | the [kind](#thing-kinds)", "a | string | "]),
        fields(&[
            "kind | integer | the [kind](#thing-kinds)",
            "b | object | ",
            "> kind | integer | the [kind](#thing-kinds)"
        ]),
    );
    let said = read(&page);
    assert_eq!(said.print("Room"), "kind: 1, a: string");
    assert_eq!(said.print("Bed"), "kind: 2, b: Bed b");
    let union = said.models.iter().find(|it| !it.tags.is_empty()).unwrap();
    assert_eq!(said.print(&union.name.value), "Room | Bed");
    let tags = union
        .tags
        .iter()
        .map(|tag| (tag.member.as_str(), tag.value.value.as_str()));
    assert_eq!(tags.collect::<Vec<_>>(), [("Room", "1"), ("Bed", "2")]);
}

#[test]
fn models_of_calls_have_their_role() {
    let page = format!(
        "# Rooms\n\n## Create Room\n\n### Request\n{}\n### Response\n{}",
        fields(&["a | string | "]),
        fields(&["b | string | "])
    );
    let said = read(&page);
    let roles: Vec<_> = said.models.iter().map(|model| model.role).collect();
    assert_eq!(roles, [Some(Role::Request), Some(Role::Response)]);
}

#[test]
fn a_list_that_no_field_means_is_no_model() {
    let list = "\n* `open`: it is open\n* `closed`: it is closed\n";
    let page = format!(
        "# Rooms\n\n## Room\n{}\n## States\n{list}\n## Notes\n{list}",
        fields(&["state | string | one of the [states](#states)"])
    );
    let said = read(&page);
    let titles: BTreeSet<_> = said
        .models
        .iter()
        .map(|it| it.name.value.as_str())
        .collect();
    assert!(
        titles.contains("Room") && !titles.contains("Notes"),
        "{titles:?}"
    );
}

#[test]
fn no_two_models_have_a_title_or_anchor() {
    let page = format!(
        "# Rooms\n\n## Room\n{}\n## Room Owner\n{}\n## Room\n{}",
        fields(&[
            "owner | object | ",
            "> id | string | ",
            "Owner | object | ",
            "> id | string | "
        ]),
        fields(&["id | string | "]),
        fields(&["owner | object | ", "> id | string | "])
    );
    let said = read(&page);
    let titles: BTreeSet<_> = said
        .models
        .iter()
        .map(|it| it.name.value.to_lowercase())
        .collect();
    assert_eq!(titles.len(), said.models.len());
    let anchors: BTreeSet<_> = said.models.iter().flat_map(|it| &it.anchors).collect();
    assert_eq!(anchors.len(), said.models.len());
}

#[test]
fn models_that_name_each_other_end() {
    let page = format!(
        "# Rooms\n\n## A\n\nThe inner payload is a [b](#b) object.\n\n## B\n\nThe inner payload is an [a](#a) object.\n\n## Room\n{}",
        fields(&["a | [a](#a) | ", "room | partial [room](#room) object | "])
    );
    let said = read(&page);
    assert_eq!(said.print("Room"), "a: any, room: Partial Room");
    assert_eq!(said.print("Partial Room"), "a?: any, room?: Partial Room");
}

#[test]
#[ignore = "long"]
fn large_tables_take_as_long_a_row_as_small_ones() {
    let page = |count: usize| {
        let rows: Vec<_> = (0..count)
            .map(|at| format!("a{at} | array of [room](#room) objects | the [kind](#kind)"))
            .collect();
        let rows: Vec<_> = rows.iter().map(String::as_str).collect();
        format!(
            "# Rooms\n\n## Room\n{}\n## Kind\n{}",
            fields(&rows),
            values(&["a | ", "b | "])
        )
    };
    let said = read(&page(200));
    assert!(said.print("Room").ends_with("a199: [Room]"));
    assert_eq!(said.findings, Vec::<String>::new());
    crate::work::is_linear("rows", 200, page, |page| {
        read(&page);
    });
}
