//! JSON, more or less.

use super::words;
use crate::choices::Choices;

const SCALARS: &[&str] = &[
    "null",
    "true",
    "1",
    "-0",
    "0.10",
    "1E400",
    "12345678901234567890123",
    "\"\"",
    "\"a\"",
    "\"2024-03-21T05:35:21Z\"",
    "\"2024-03-21\"",
    "\"\\u202e\\u0000\"",
    "\"\\ud800\"",
    "\"\u{202e}\"",
    "\"123456789012345678\"",
    "house",
    "",
    "{",
    "]",
];

/// A value of at most that depth.
pub fn json(choices: &mut Choices, depth: usize) -> String {
    let kind = choices.below(8);
    if depth == 0 || kind < 3 {
        return choices.one(SCALARS).to_owned();
    }
    let count = choices.below(4);
    if kind == 3 {
        let items: Vec<_> = (0..count).map(|_| json(choices, depth - 1)).collect();
        return format!("[{}]", items.join(", "));
    }
    let entries: Vec<_> = (0..count)
        .map(|_| {
            let key = serde_json::Value::from(words::name(choices));
            format!("{key}: {}", json(choices, depth - 1))
        })
        .collect();
    format!("{{{}}}", entries.join(", "))
}
