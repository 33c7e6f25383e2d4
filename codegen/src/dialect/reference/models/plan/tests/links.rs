//! Unions, other names, inherited fields and lists of values.

use super::fields;
use crate::dialect::reference::book::Spot;
use crate::dialect::reference::models::plan::testing::{models, planned, profile};
use crate::dialect::reference::profile::{Inherit, PathPattern};

#[test]
fn a_table_of_links_is_a_union_if_they_lead_to_objects() {
    let page = format!(
        "# Parts\n\n## Part Object\n\n### Part Kinds\n\n| Link | Value |\n|-|-|\n| [Door](#door) | 1 |\n| [Window](#window) | 2 |\n\n## Door\n{}\n### Things in it\n\n| Link |\n|-|\n| [Window](#window) |\n| [Door](#door) |\n\n## Window\n{}\n## List doors\n\n### Response\n{}\n## Index\n\n| Link |\n|-|\n| [List](#list-doors) |\n| [Prose](#index) |\n",
        fields("kind"),
        "\n| Field | Type |\n|-|-|\n| in | [things](#things-in-it) |\n",
        fields("doors"),
    );
    assert_eq!(
        models(&[("parts.md", &page)]),
        [
            "Part: links",
            "Part Kinds: values",
            "Door: fields 1",
            "Things in it: links",
            "Window: fields 1",
            "List doors Response: fields 1 response",
        ]
    );
    planned(&profile(), &[("parts.md", &page)], |_, plan| {
        let meant = |section| {
            let spot = Spot {
                page: 0,
                section: Some(section),
            };
            plan.by_section.get(&spot).map(|id| id.0)
        };
        // The object is the union, the table below it the enum, and an index nothing.
        assert_eq!(
            (0..8).map(meant).collect::<Vec<_>>(),
            [
                Some(0),
                Some(1),
                Some(2),
                Some(3),
                Some(4),
                Some(5),
                Some(5),
                None
            ]
        );
    });
}

#[test]
fn a_table_of_links_that_a_description_means_is_an_enum() {
    let page = format!(
        "# Parts\n\n## Kinds\n\n| Link | Value |\n|-|-|\n| [Door](#door) | 1 |\n| [Window](#window) | 2 |\n\n## Door\n\n| Field | Type | Description |\n|-|-|-|\n| kind | integer | One of the [kinds](#kinds). |\n\n## Window\n{}",
        fields("size"),
    );
    assert_eq!(
        models(&[("parts.md", &page)]),
        ["Kinds: values", "Door: fields 1", "Window: fields 1"]
    );
}

#[test]
fn sentences_make_unions_and_other_names() {
    let page = format!(
        "# Parts\n\n## Part Object\n\nOne of [Door](#door), or [Window](#window).\n\n## Opened\n\nSent when a [window](#window) is there. The payload is a [door](#door) object.\n\n## Closed\n\nSame as [Opened](#opened).\n\n## Any part\n\nOne of:\n\n- [Door](#door) or so\n- [Window](#window)\n\n## Talk\n\nIt is one of those things of which people speak at length, as of a [door](#door) or of a [window](#window) in a house.\n\n## Door\n{}\n## Window\n{}",
        fields("a"),
        fields("b"),
    );
    assert_eq!(
        models(&[("parts.md", &page)]),
        [
            "Part: one of 2",
            "Opened: alias #door",
            "Closed: alias #opened",
            "Any part: one of 2",
            "Door: fields 1",
            "Window: fields 1",
        ]
    );
}

#[test]
fn models_have_the_fields_of_others_as_text_and_headings_say() {
    let page = format!(
        "# Parts\n\n## Door Opened\n\nSent for a [window](#window). The payload is a [door](#door) object.\n\n### Door Opened Extra Fields\n{}\n## Door Closed\n\nThe payload is a [door](#door) object with the following extra fields:\n{}\n## Gate\n\nIn addition to the [common fields](common.md), gates have:\n{}\n## Door\n\nIn addition to doors there are [windows](#window).\n{}\n## Window\n{}",
        fields("at"),
        fields("at"),
        fields("lock"),
        fields("a"),
        fields("b"),
    );
    let common = format!("# Common Fields of Parts\n{}", fields("id"));
    assert_eq!(
        models(&[("parts.md", &page), ("common.md", &common)]),
        [
            "Door Opened: fields 1 + Door",
            "Door Closed: fields 1 + Door",
            "Gate: fields 1 + Common Fields of Parts",
            "Door: fields 1",
            "Window: fields 1",
            "Common Fields of Parts: fields 1",
        ]
    );
}

#[test]
fn settings_say_what_models_inherit() {
    let mut profile = profile();
    profile.inherit = vec![
        Inherit {
            files: vec![PathPattern::new("kinds/*").unwrap()],
            from: "common.md".to_owned(),
            first: true,
            ..Inherit::default()
        },
        Inherit {
            models: vec!["Small Door".to_owned()],
            from: "common.md#more".to_owned(),
            ..Inherit::default()
        },
    ];
    let common = format!("# Common\n{}\n## More\n{}", fields("id"), fields("size"));
    let kinds = format!("# Door\n{}\n## Small Door\n{}", fields("a"), fields("b"));
    let pages = [("common.md", common.as_str()), ("kinds/door.md", &kinds)];
    let found = planned(&profile, &pages, |_, plan| {
        let models = plan.models.iter();
        let models = models.map(|model| {
            let extends = model.extends.iter();
            let extends: Vec<_> = extends
                .map(|id| plan.models[id.0].title.value.as_str())
                .collect();
            format!("{}: {}", model.title.value, extends.join(" "))
        });
        models.collect::<Vec<_>>()
    });
    assert_eq!(
        found,
        ["Common: ", "More: ", "Door: Common", "Small Door: More"]
    );
}

#[test]
fn sentences_say_that_all_fields_are_optional_or_a_list() {
    let page = format!(
        "# Parts\n\n## Modify Door\n\nAll parameters are optional and nullable.\n\n### JSON Params\n{}\n### Response\n{}\n## Point\n\nThis is represented as an array of the following:\n{}",
        fields("a"),
        fields("b"),
        fields("x y"),
    );
    assert_eq!(
        models(&[("parts.md", &page)]),
        [
            "Modify Door JSON Params: fields 1 request optional nullable",
            "Modify Door Response: fields 1 response",
            "Point: list 1",
        ]
    );
}

#[test]
fn a_list_of_values_that_a_field_links_to_is_an_enum() {
    let list = "\n- `a`: first\n- `b`\n- **note**\n- `c`\n- `d`\n- `e`\n";
    let page = format!(
        "# Parts\n\n## Door\n\n| Field | Type | Description |\n|-|-|-|\n| kind | string | See [kinds](#kinds). |\n| why | string | See [reasons](#reasons). |\n\n## Kinds\n{list}\n## Reasons\n\n- `a`\n- prose\n\n## Others\n{list}"
    );
    assert_eq!(
        models(&[("parts.md", &page)]),
        ["Door: fields 1", "Kinds: listed 5"]
    );
}
