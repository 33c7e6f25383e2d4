//! The values of an enum: a table, or a union of literals.

use super::{cell, draft, usage};
use crate::claim::{Literal, Saying, ValueClaim, ValueScalar, ValuesClaim};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::page::{Block, Inline, Item, Page, Section, Table};
use crate::source::{Files, Located};

/// Reads a `## Values` section; `None` leaves a diagnostic.
pub(super) fn read(
    files: &Files,
    page: &Page,
    section: &Section,
    diagnostics: &mut Diagnostics,
) -> Option<ValuesClaim> {
    let code = section.blocks.iter().find_map(|block| match block {
        Block::Code(code) => Some(code),
        _ => None,
    });
    let list = section.blocks.iter().find_map(|block| match block {
        Block::List(items) => Some(items),
        _ => None,
    });
    let read = match (draft::first_table(section), code, list) {
        (Some(table), ..) => from_table(files, table),
        (None, Some(code), _) => {
            usage::literal_union(code).and_then(|(literals, open)| from_literals(literals, open))
        }
        (None, None, Some(items)) => from_list(items),
        (None, None, None) => None,
    };
    let Some((mut claim, marked_open)) = read else {
        let place = code.map_or(section.heading.place, |code| code.place);
        diagnostics.push(
            Diagnostic::error(place, "the values of the enum cannot be read")
                .label("expected a table `Name | Value`, `\"a\" | \"b\"` in a code block, or a list of literals"),
        );
        return None;
    };
    if marked_open || says_open(files, page, section) {
        claim.open = Saying::Yes;
    }
    if let Some(title) = &page.title {
        remove_prefix(&mut claim.values, &title.text);
    }
    Some(claim)
}

/// Go's members are called after their enum: `RoomStatusActive`.
fn remove_prefix(values: &mut [ValueClaim], title: &str) {
    let rest = |value: &ValueClaim| {
        let rest = value.name.as_deref()?.strip_prefix(title)?;
        (!rest.is_empty()).then(|| rest.to_owned())
    };
    let rests: Option<Vec<String>> = values.iter().map(rest).collect();
    for (value, rest) in values.iter_mut().zip(rests.into_iter().flatten()) {
        value.name = Some(rest);
    }
}

fn from_table(files: &Files, table: &Table) -> Option<(ValuesClaim, bool)> {
    let header = &table.header.cells;
    let find = |name| {
        header
            .iter()
            .position(|cell| files.text(cell.place) == name)
    };
    let (name, value) = (find("Name"), find("Value")?);
    let mut values = Vec::new();
    let mut open = false;
    for row in &table.rows {
        let Some(cell) = row.cells.get(value) else {
            continue;
        };
        let raw = files.text(cell.place);
        let name = name.and_then(|at| row.cells.get(at));
        let name = name.map(|cell| files.text(cell.place).trim_matches('`').to_owned());
        if raw.trim_matches('`').starts_with("Unrecognized") && name.as_deref() == Some("-") {
            open = true;
            continue;
        }
        let place = if raw.is_empty() {
            row.place
        } else {
            cell.place
        };
        values.push(ValueClaim {
            value: Located::new(cell::data(raw), place),
            name: name.filter(|name| !name.is_empty()),
        });
    }
    let numbers = !values.is_empty() && values.iter().all(|value| is_number(&value.value.value));
    let scalar = if numbers {
        ValueScalar::NumberOrString
    } else {
        ValueScalar::String
    };
    Some((claim(values, scalar), open))
}

/// A list of literals in code spans: ``- `"a"` ``.
fn from_list(items: &[Item]) -> Option<(ValuesClaim, bool)> {
    let mut literals = Vec::new();
    for item in items {
        let [Inline::Code(text, place)] = item.inlines.as_slice() else {
            return None;
        };
        literals.push(Located::new(literal(text)?, *place));
    }
    from_literals(literals, false)
}

fn literal(text: &str) -> Option<Literal> {
    let quoted = |quote| text.strip_prefix(quote)?.strip_suffix(quote);
    if let Some(plain) = quoted('"').or_else(|| quoted('\'')) {
        let read = serde_json::from_str(text).unwrap_or_else(|_| plain.to_owned());
        return Some(Literal::String(read));
    }
    match text {
        "True" | "true" => Some(Literal::Bool(true)),
        "False" | "false" => Some(Literal::Bool(false)),
        _ => is_number(text).then(|| Literal::Number(text.to_owned())),
    }
}

fn from_literals(literals: Vec<Located<Literal>>, open: bool) -> Option<(ValuesClaim, bool)> {
    let mut values = Vec::new();
    let mut scalars = Vec::new();
    for Located { value, place } in literals {
        let (value, scalar) = match value {
            Literal::String(text) => (text, ValueScalar::String),
            Literal::Number(number) => (number, ValueScalar::Number),
            Literal::Bool(value) => (value.to_string(), ValueScalar::Boolean),
            _ => return None,
        };
        scalars.push(scalar);
        values.push(ValueClaim {
            value: Located::new(value, place),
            name: None,
        });
    }
    let same = scalars.first().copied();
    let scalar = same.filter(|first| scalars.iter().all(|scalar| scalar == first));
    Some((claim(values, scalar.unwrap_or(ValueScalar::String)), open))
}

fn claim(values: Vec<ValueClaim>, scalar: ValueScalar) -> ValuesClaim {
    ValuesClaim {
        values,
        scalar,
        open: Saying::Silent,
    }
}

fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.starts_with(|c: char| c.is_ascii_digit()) && digits.parse::<f64>().is_ok()
}

fn says_open(files: &Files, page: &Page, section: &Section) -> bool {
    let sentence = section.blocks.iter().any(|block| match block {
        Block::Prose(place) | Block::Quote(place) => {
            files.text(*place).contains("This is an open enum.")
        }
        _ => false,
    });
    sentence
        || draft::usage(page).is_some_and(|code| {
            let mut comments = code
                .text
                .lines()
                .map(|line| line.trim_start_matches(['/', '#', ' ']));
            comments.any(|comment| comment.starts_with("Open enum:"))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::Body;
    use crate::dialect::testing::read as read_pages;

    fn read_values(page: &str) -> ValuesClaim {
        let reading = read_pages(&[("A.md", page)]);
        assert_eq!(reading.findings(), Vec::<String>::new());
        match &reading.sources[0].models[0].body {
            Body::Values(values) => values.clone(),
            other => panic!("{other:?}"),
        }
    }

    fn pairs(claim: &ValuesClaim) -> Vec<(&str, Option<&str>)> {
        let values = claim.values.iter();
        values
            .map(|v| (v.value.value.as_str(), v.name.as_deref()))
            .collect()
    }

    #[test]
    fn reads_a_table() {
        let claim = read_values(
            "# A\n\n## Values\n\n| Name | Value |\n| - | - |\n| `Tcp` | tcp |\n| `None` |  |\n| `Star` | *xsl |\n",
        );
        assert_eq!(
            pairs(&claim),
            [
                ("tcp", Some("Tcp")),
                ("", Some("None")),
                ("*xsl", Some("Star"))
            ]
        );
        assert_eq!(
            (claim.scalar, claim.open),
            (ValueScalar::String, Saying::Silent)
        );
    }

    #[test]
    fn members_called_after_their_enum_lose_its_name() {
        let table = |second: &str| {
            format!(
                "# Vote\n\n## Values\n\n| Name | Value |\n| - | - |\n| `VotePlusOne` | +1 |\n| `{second}` | -1 |\n"
            )
        };
        let names = |second: &str| {
            let values = read_values(&table(second)).values.into_iter();
            values.filter_map(|value| value.name).collect::<Vec<_>>()
        };
        assert_eq!(names("VoteMinusOne"), ["PlusOne", "MinusOne"]);
        assert_eq!(names("MinusOne"), ["VotePlusOne", "MinusOne"]);
        assert_eq!(names("Vote"), ["VotePlusOne", "Vote"]);
    }

    #[test]
    fn a_table_of_numbers_does_not_tell() {
        let claim = read_values(
            "# A\n\n## Values\n\n| Name | Value |\n| - | - |\n| `A` | 1 |\n| `B` | -2 |\n| `-` | `Unrecognized<number>` |\n",
        );
        assert_eq!(pairs(&claim), [("1", Some("A")), ("-2", Some("B"))]);
        assert_eq!(
            (claim.scalar, claim.open),
            (ValueScalar::NumberOrString, Saying::Yes)
        );
    }

    #[test]
    fn reads_a_union_of_literals() {
        let read =
            |code: &str| read_values(&format!("# A\n\n## Values\n\n```typescript\n{code}\n```\n"));
        let claim = read("\"1\" | \"b\"");
        assert_eq!(pairs(&claim), [("1", None), ("b", None)]);
        assert_eq!(
            (claim.scalar, claim.open),
            (ValueScalar::String, Saying::Silent)
        );
        let claim = read("307 | -1 | Unrecognized<number>");
        assert_eq!(pairs(&claim), [("307", None), ("-1", None)]);
        assert_eq!(
            (claim.scalar, claim.open),
            (ValueScalar::Number, Saying::Yes)
        );
        assert_eq!(read("true | false").scalar, ValueScalar::Boolean);
    }

    #[test]
    fn openness_may_stand_in_prose_or_usage() {
        let table = "| Name | Value |\n| - | - |\n| `A` | a |\n";
        let prose =
            format!("# A\n\n## Values\n\nThis is an open enum. Others are kept.\n\n{table}");
        assert_eq!(read_values(&prose).open, Saying::Yes);
        let usage = format!(
            "# A\n\n## Example Usage\n\n```java\n// Open enum: use .of()\n```\n\n## Values\n\n{table}"
        );
        assert_eq!(read_values(&usage).open, Saying::Yes);
        let comment = usage.replace("// Open", "# Open").replace("java", "python");
        assert_eq!(read_values(&comment).open, Saying::Yes);
    }

    #[test]
    fn reads_a_list_of_literals() {
        let read = |items: &[&str]| {
            let items: Vec<_> = items.iter().map(|item| format!("- `{item}`\n")).collect();
            read_values(&format!(
                "# A\n\n## Values\n\nThis is an open enum.\n\n{}",
                items.concat()
            ))
        };
        let claim = read(&["\"a b\"", "\"\"", "\"\\\"\"", "'c'"]);
        let values = [("a b", None), ("", None), ("\"", None), ("c", None)];
        assert_eq!(pairs(&claim), values);
        assert_eq!(
            (claim.scalar, claim.open),
            (ValueScalar::String, Saying::Yes)
        );
        let claim = read(&["1", "-2"]);
        assert_eq!(pairs(&claim), [("1", None), ("-2", None)]);
        assert_eq!(claim.scalar, ValueScalar::Number);
        assert_eq!(read(&["True"]).scalar, ValueScalar::Boolean);
    }

    #[test]
    fn what_is_no_list_of_values_loses_its_page() {
        let table = "| Key | Value |";
        for below in [
            "",
            "- a\n",
            "- `a`\n",
            "```typescript\nfoo()\n```\n",
            table,
            "Some prose.",
        ] {
            let reading = read_pages(&[("A.md", &format!("# A\n\n## Values\n\n{below}"))]);
            assert_eq!(reading.findings().len(), 1, "{below}");
            assert_eq!(reading.sources[0].not_understood.len(), 1);
        }
    }
}
