//! Pages that people write: sections with tables of fields, values and bits, and JSON between them.

use super::{examples, words};
use crate::choices::Choices;

const HEADERS: &[&str] = &[
    "Field | Type | Description",
    "Field | Type | Required | Description",
    "Name | Type | Description | Required",
    "Parameter | Type | Default | Comments",
    "Property | Description | Type",
    "Key | Value | Description",
    "Attribute | Data type | Notes",
    "field | type",
    "Element | Type | Description",
];

const VALUE_HEADERS: &[&str] = &[
    "Value | Name",
    "Name | Value | Description",
    "Value | Description",
    "Flag | Value | Description",
    "Code | Meaning",
];

const TYPES: &[&str] = &[
    "string",
    "integer",
    "?string",
    "int32",
    "float",
    "boolean",
    "snowflake",
    "ISO8601 timestamp",
    "date",
    "array of strings",
    "array of [House](#house) objects",
    "[House](#house)",
    "[Roof](other.md#roof) object",
    "?[Pet](#pet)",
    "map of strings to integers",
    "object",
    "any",
    "Array<string>",
    "Map[String, any]",
    "string or null",
    "string \\| integer",
    "nullable String",
    "one of `a`, `b`",
    "Array of (House or Roof)",
    "dictionary",
    "enum",
    "\"a\" \\| \"b\"",
    "Optional[Long]",
    "array[array[integer]]",
    "string (optional)",
    "mixed",
    "`string`",
    "",
    "number?",
];

const VALUES: &[&str] = &[
    "0",
    "1",
    "2",
    "1 << 0",
    "1 << 1",
    "1 << 63",
    "1<<64",
    "0x10",
    "a",
    "`b`",
    "\"c\"",
    "-1",
    "1.5",
    "18446744073709551616",
    "true",
    "",
];

/// One or two pages.
pub fn pages(files: &mut Vec<(String, String)>, choices: &mut Choices) {
    for at in 0..=choices.below(2) {
        let mut text = format!(
            "# {}\n\n{}\n\n",
            words::title(choices),
            words::prose(choices)
        );
        for _ in 0..=choices.below(4) {
            section(&mut text, choices);
        }
        files.push((format!("reference/page{at}.md"), text));
    }
}

fn section(text: &mut String, choices: &mut Choices) {
    let level = "#".repeat(1 + choices.below(4));
    text.push_str(&format!("{level} {}", words::title(choices)));
    text.push_str(choices.one(&["", "", "", " Object", " Structure", " Flags", " {#x}"]));
    text.push_str("\n\n");
    for _ in 0..=choices.below(3) {
        match choices.below(8) {
            0..=3 => table(text, choices.one(HEADERS), choices),
            4 => table(text, choices.one(VALUE_HEADERS), choices),
            5 => text.push_str(&format!("```json\n{}\n```\n", examples::json(choices, 4))),
            6 => {
                for _ in 0..choices.below(4) {
                    text.push_str(&format!(
                        "- `{}` ({})\n",
                        words::name(choices),
                        choices.one(TYPES)
                    ));
                }
            }
            _ => text.push_str(&words::prose(choices)),
        }
        text.push_str("\n\n");
    }
}

fn table(text: &mut String, header: &str, choices: &mut Choices) {
    let columns: Vec<_> = header.split(" | ").collect();
    text.push_str(&format!(
        "| {header} |\n|{}\n",
        " --- |".repeat(columns.len())
    ));
    for _ in 0..choices.below(7) {
        text.push('|');
        for column in &columns {
            let cell = match column.to_ascii_lowercase().as_str() {
                "type" | "data type" => choices.one(TYPES).to_owned(),
                "field" | "parameter" | "property" | "attribute" | "element" | "key" | "name" => {
                    let name = words::name(choices);
                    match choices.below(8) {
                        0..=3 => name,
                        4 => format!("{name}?"),
                        5 => format!("`{name}`"),
                        6 => format!("{name} \\*"),
                        _ => format!("**{name}** (deprecated)"),
                    }
                }
                "required" => choices
                    .one(&["yes", "no", "true", "", "optional"])
                    .to_owned(),
                "value" | "code" | "flag" => choices.one(VALUES).to_owned(),
                _ => words::text(choices),
            };
            text.push_str(&format!(" {cell} |"));
        }
        text.push('\n');
    }
}
