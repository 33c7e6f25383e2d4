//! Whose an example is.

use super::*;

#[test]
fn the_innermost_section_and_the_keys_decide() {
    let pot = json(r#"{"id": "1", "glaze": "blue"}"#);
    let bed = json(r#"{"id": "2", "soil": "clay"}"#);
    let none = json(r#"{"other": 1}"#);
    let page =
        format!("# Garden\n\n## Bed\n\n{BED}{pot}{none}### More\n\n{bed}## Pot\n\n{POT}{pot}");
    let shelf = read(&[&page]);
    // The first shows a pot, but stands with the bed, of which it has a key.
    assert_eq!(
        shelf.examples(),
        [
            (
                "Bed",
                vec![
                    r#"{"id": "1", "glaze": "blue"}"#,
                    r#"{"id": "2", "soil": "clay"}"#
                ]
            ),
            ("Pot", vec![r#"{"id": "1", "glaze": "blue"}"#]),
        ]
    );
}

#[test]
fn an_example_below_both_is_of_the_one_that_its_keys_and_heading_name() {
    let pot = json(r#"{"id": "1", "glaze": "blue"}"#);
    let either = json(r#"{"id": "3"}"#);
    let page = format!(
        "# Garden\n\n## Things\n\n#### Bed\n\n{BED}\n#### Pot\n\n{POT}\n#### One\n{pot}\n\
         #### Example Bed\n{either}\n#### Another\n{either}"
    );
    let shelf = read(&[&page]);
    assert_eq!(
        shelf.examples(),
        [
            ("Bed", vec![r#"{"id": "3"}"#]),
            (
                "Pot",
                vec![r#"{"id": "1", "glaze": "blue"}"#, r#"{"id": "3"}"#]
            ),
        ]
    );
}

#[test]
fn requests_and_replies_are_told_apart() {
    let bed = json(r#"{"id": "1", "soil": "clay"}"#);
    let asks = "| Field | Type |\n| - | - |\n| id | text |\n| soil | text |\n";
    let page = format!(
        "# Garden\n\n## Plant\n\n### Request\n\n{asks}{bed}### Response\n\n{BED}\n### Example\n\n\
         The response:\n{bed}The request:\n{bed}**Response**\n\nAs here.\n{bed}\
         ```http\nPOST /beds\n\n{{\"id\": \"4\"}}\n\nHTTP/1.1 200 OK\n\n{{\"id\": \"5\"}}\n```\n"
    );
    let shelf = read(&[&page]);
    let counts: Vec<_> = shelf
        .examples()
        .iter()
        .map(|it| (it.0, it.1.len()))
        .collect();
    assert_eq!(counts, [("Request", 3), ("Response", 3)]);
}

#[test]
fn plain_headings_of_the_same_level_stand_below_the_one_that_names() {
    let page = format!(
        "# Garden\n\n## Bed\n\n## Fields\n\n{POT}\n## Example\n{}## Pot\n\n## Fields\n\n{BED}\n",
        json(r#"{"id": "1", "rows": []}"#)
    );
    let shelf = read(&[&page]);
    let first = &shelf.source.models[0];
    assert_eq!(first.examples.len(), 1);
}

#[test]
fn envelopes_need_no_setting_and_the_place_is_that_of_the_value() {
    let inner = r#"{"id": "1", "soil": "clay"}"#;
    let other = r#"{"id": "2", "soil": "sand"}"#;
    let text = format!(r#"{{"ok": true, "result": {{"list": [{inner}, {other}]}}}}"#);
    let deep = format!(r#"{{"a": {{"b": {{"c": {{"d": {{"e": {inner}}}}}}}}}}}"#);
    let page = format!("# Garden\n\n## Bed\n\n{BED}{}{}", json(&text), json(&deep));
    let shelf = read(&[&page]);
    assert_eq!(shelf.examples(), [("Bed", vec![inner, other])]);
    assert_eq!(shelf.messages, []);
}
