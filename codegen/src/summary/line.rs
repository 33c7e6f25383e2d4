//! The counts as one line.

use std::fmt;

use super::{Summary, Unmatched};
use crate::claim::Reason;
use crate::model::WireCase;

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kinds = [
            (self.structs, "struct", "structs"),
            (self.enums, "enum", "enums"),
            (self.flags, "set of flags", "sets of flags"),
            (self.unions, "union", "unions"),
            (self.aliases, "alias", "aliases"),
        ];
        let models = kinds.iter().map(|kind| kind.0).sum();
        let left_out = self.left_out.values().sum::<usize>();
        let reasons = self.left_out.iter().map(|(&reason, &count)| {
            let (one, many) = self::reason(reason);
            (count, one, many)
        });
        write!(
            f,
            "{}: {}{}, {}; {}: {left_out} left out{}, {} not understood; \
             wire names: {} ({}); keys: {} seen, {} derived{}{}{}{}{}; not known: {}null of {}, width of {}; {}",
            self.api,
            count(models, "model", "models"),
            list(kinds),
            count(self.fields, "field", "fields"),
            count(self.pages, "page", "pages"),
            list(reasons),
            self.not_understood,
            spelling(self.wire_case),
            self.wire_rule,
            self.fields - self.keys_derived - self.keyless,
            self.keys_derived,
            self.unmatched
                .as_ref()
                .map_or_else(String::new, differences),
            others(&self.other_tables),
            match self.without_field.len() {
                0 => String::new(),
                some => format!("; rows without a field: {some}"),
            },
            match self.types_inferred {
                0 => String::new(),
                some => format!("; types inferred: {some}"),
            },
            match self.examples_left_out {
                0 => String::new(),
                some => format!("; no test of {}", count(some, "example", "examples")),
            },
            match self.presence_not_known {
                0 => String::new(),
                some => format!("presence of {}, ", count(some, "field", "fields")),
            },
            count(self.null_not_known, "required field", "required fields"),
            count(self.width_not_known, "number", "numbers"),
            count(self.warnings, "warning", "warnings"),
        )
    }
}

/// How many tables are none of models, and the titles of the most frequent ones.
fn others(tables: &[(String, Vec<String>)]) -> String {
    const SHOWN: usize = 4;
    const WIDEST: usize = 48;
    if tables.is_empty() {
        return String::new();
    }
    let mut shown: Vec<String> = Vec::new();
    for (titles, places) in tables.iter().take(SHOWN) {
        let titles = titles.replace('`', "'");
        let short: String = titles.chars().take(WIDEST).collect();
        let cut = if short.len() < titles.len() {
            "…"
        } else {
            ""
        };
        shown.push(format!("{} `{short}{cut}`", places.len()));
    }
    if tables.len() > SHOWN {
        shown.push("…".to_owned());
    }
    let all: usize = tables.iter().map(|(_, places)| places.len()).sum();
    format!("; tables of something else: {all} ({})", shown.join(", "))
}

/// In what sources and pages of SDKs differ.
fn differences(unmatched: &Unmatched) -> String {
    let counts = [
        (
            unmatched.members.len(),
            "member without a row",
            "members without a row",
        ),
        (
            unmatched.rows.len(),
            "row without a member",
            "rows without a member",
        ),
        (
            unmatched.types.len(),
            "type without a page",
            "types without a page",
        ),
    ];
    let listed = list(counts);
    if listed.is_empty() {
        listed
    } else {
        format!("; sources and pages differ{listed}")
    }
}

/// A number and its noun: `1 page`, `2 pages`.
#[must_use]
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// Those that are not zero in parentheses; empty if all are.
pub fn list<'a>(counts: impl IntoIterator<Item = (usize, &'a str, &'a str)>) -> String {
    let some: Vec<_> = counts
        .into_iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, one, many)| count(number, one, many))
        .collect();
    if some.is_empty() {
        String::new()
    } else {
        format!(" ({})", some.join(", "))
    }
}

/// One page of that reason, and several.
#[must_use]
pub fn reason(reason: Reason) -> (&'static str, &'static str) {
    match reason {
        Reason::ResponseWrapper => ("response wrapper", "response wrappers"),
        Reason::Globals => ("page of globals", "pages of globals"),
        Reason::RetryConfig => ("retry setting", "retry settings"),
        Reason::FileUpload => ("file upload", "file uploads"),
        Reason::NotAModel => ("page without a model", "pages without a model"),
    }
}

fn spelling(case: WireCase) -> &'static str {
    match case {
        WireCase::AsIs => "as in the docs",
        WireCase::Camel => "camelCase",
        WireCase::Snake => "snake_case",
        WireCase::Pascal => "PascalCase",
        WireCase::Kebab => "kebab-case",
    }
}
