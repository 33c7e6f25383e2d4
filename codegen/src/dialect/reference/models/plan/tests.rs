//! Which models pages make, and their names.

mod links;
mod names;

use super::testing::{models, planned, profile, titles};
use crate::dialect::reference::book::Spot;

/// A table of fields of those names.
fn fields(names: &str) -> String {
    let rows: Vec<_> = names
        .split(' ')
        .map(|name| format!("| {name} | string |\n"))
        .collect();
    format!("\n| Field | Type |\n|-|-|\n{}\n", rows.concat())
}

#[test]
fn bold_lines_tell_requests_from_replies() {
    let page = format!(
        "# API\n\n## Get log ##\n\n**Parameters:**\n{}\n**Returns:**\n\nThe reply is a list, each with the following:\n{}\n**Entry object:**\n{}",
        fields("last"),
        fields("id message"),
        fields("id")
    );
    assert_eq!(
        models(&[("log.md", &page)]),
        [
            "Get log Parameters: fields 1 request",
            "Get log Returns: fields 1 response",
            "Entry: fields 1",
        ]
    );
}

#[test]
fn tables_of_one_heading_are_one_model_if_no_row_is_common() {
    let page = format!(
        "# API\n\n## Room\n\n### Fixed fields for use with `a`\n{}\n### Fixed fields for use with `b`\n{}\n## Bed\n{}\n\nOld beds have:\n{}",
        fields("id name"),
        fields("size"),
        fields("id"),
        fields("id age")
    );
    assert_eq!(
        models(&[("rooms.md", &page)]),
        ["Room: fields 2", "Bed: fields 1", "Bed age: fields 1"]
    );
}

#[test]
fn a_sentence_says_whose_table_follows() {
    let page = format!(
        "# API\n\n## List rooms\n\n### Response\n{}\nEach room object has the following fields:\n{}\n`beds`: list of objects, each with:\n{}\nSee the `name` field. More:\n{}",
        fields("rooms total"),
        fields("id name beds"),
        fields("width id"),
        fields("next"),
    );
    assert_eq!(
        models(&[("rooms.md", &page)]),
        [
            "List rooms Response: fields 2 response",
            "List rooms room: fields 1 response",
            "List rooms beds: fields 1 response",
        ]
    );
    planned(&profile(), &[("rooms.md", &page)], |_, plan| {
        let labels: Vec<_> = plan
            .labels
            .iter()
            .map(|((of, name), id)| (of.0, name.as_str(), id.0))
            .collect();
        assert_eq!(labels, [(0, "rooms", 1), (1, "beds", 2)]);
    });
}

#[test]
fn several_tables_of_a_heading_are_called_as_their_sentences_call_them() {
    let page = format!(
        "# Log\n\n## Open and Close\n\nThe `open` action is as follows:\n{}\nThe `close` action is as follows:\n{}",
        fields("id"),
        fields("id")
    );
    assert_eq!(titles(&[("log.md", &page)]), ["open", "close"]);
}

#[test]
fn routes_come_from_tags_headings_and_code() {
    let page = format!(
        "# Rooms\n\n## List\n\n### HTTP Request\n\n<Endpoint method=\"get\" url=\"https://x.example/v2/rooms?all=1\"/>\n\n### Request Parameters\n{}\n## POST /rooms/\n\n### Request\n{}\n## Move\n\n<Route method=\"PUT\">/rooms/[\\{{id\\}}](#id)</Route>\n\n### JSON Params\n{}\n### Response\n{}\n## Look\n\n`GET /beds/:id`\n\n### Response\n{}\n## Other\n\n### Response\n{}",
        fields("a"),
        fields("b"),
        fields("c"),
        fields("d"),
        fields("e"),
        fields("f")
    );
    assert_eq!(
        models(&[("rooms.mdx", &page)]),
        [
            "List Request: fields 1 query GET /v2/rooms",
            "POST /rooms/ Request: fields 1 request POST /rooms",
            "Move JSON Params: fields 1 request PUT /rooms/{id}",
            "Move Response: fields 1 response PUT /rooms/{id}",
            "Look Response: fields 1 response GET /beds/:id",
            "Other Response: fields 1 response",
        ]
    );
}

#[test]
fn a_table_of_values_is_a_model_if_it_is_sure_or_a_field_means_it() {
    let words = "\n| Word |\n|-|\n| a |\n| b |\n";
    let page = format!(
        "# Rooms\n\n## Room\n\n| Field | Type | Description |\n|-|-|-|\n| state | string | See [states](#states). |\n| mode | string | |\n\nValues of `mode`:\n{words}\n## Words\n{words}\n## States\n{words}"
    );
    assert_eq!(
        models(&[("rooms.md", &page)]),
        ["Room: fields 1", "Room mode: values", "States: values"]
    );
}

#[test]
fn links_to_sections_mean_their_tables() {
    let values = "\n| Value |\n|-|\n| a |\n";
    let page = format!(
        "# Rooms\n\n## Room Object\n\n### Room Kinds\n{values}\n### Room Structure\n{}\n## Kinds\n\n### Bed Kinds\n{values}\n## Prose\n\nText.\n",
        fields("id")
    );
    planned(&profile(), &[("rooms.md", &page)], |book, plan| {
        let meant = |section: usize| {
            let spot = Spot {
                page: 0,
                section: Some(section),
            };
            let id = plan.by_section.get(&spot)?;
            Some(plan.models[id.0].title.value.as_str())
        };
        assert_eq!(book.pages.len(), 1);
        let sections = (0..6).map(meant);
        let expected = [
            Some("Room"),
            Some("Room Kinds"),
            Some("Room"),
            Some("Bed Kinds"),
            Some("Bed Kinds"),
            None,
        ];
        assert!(sections.eq(expected));
        let title = plan.by_section.get(&Spot {
            page: 0,
            section: None,
        });
        assert_eq!(
            title.map(|id| plan.models[id.0].title.value.as_str()),
            Some("Room")
        );
        let named = |name: &str| plan.by_name.get(name).map(|id| id.0);
        assert_eq!(
            [named("room"), named("roomstructure"), named("rooms")],
            [Some(1), Some(1), None]
        );
    });
}

#[test]
#[ignore = "long"]
fn ten_thousand_models_of_one_name_are_told_apart() {
    let page: String = (0..10_000)
        .map(|at| format!("## Room\n{}", fields(&format!("f{at} id"))))
        .collect();
    let titles = titles(&[("rooms.md", &page)]);
    assert_eq!(titles.len(), 10_000);
    let unique: std::collections::BTreeSet<_> = titles.iter().collect();
    assert_eq!(unique.len(), 10_000);
}

#[test]
fn sentences_that_tell_a_part_in_a_call_give_a_word_to_the_name() {
    let page = format!(
        "# API\n\n## Get room\n\nParameters:\n{}\nThe response is an object with the following:\n{}\n## Bed\n\nThe response has the following:\n{}",
        fields("id"),
        fields("id size"),
        fields("width")
    );
    assert_eq!(
        models(&[("a.md", &page)]),
        [
            "Get room Request: fields 1 request",
            "Get room Response: fields 1 response",
            "Bed: fields 1 response",
        ]
    );
}

#[test]
fn blocks_around_tables_tell_roles_and_anchors_are_names() {
    let page = format!(
        "# API\n\n## Get room\n\n/// api-parameters\n\n{}\n///\n\n/// api-response-spec\n\n{}{{ #bed-spec }} Bed\n\n{}{{ #lamp-spec }}\n\n///\n",
        fields("id"),
        fields("id beds").trim_end().to_owned() + "\n\n" + fields("width").trim_end() + "\n",
        fields("watts").trim_end().to_owned() + "\n"
    );
    assert_eq!(
        models(&[("a.md", &page)]),
        [
            "Get room Request: fields 1 request",
            "Get room Response: fields 1 response",
            "Get room Bed: fields 1 response",
            "Get room lamp spec: fields 1 response",
        ]
    );
}
