//! The values of an enum: a table, or a union of literals.

use super::usage;
use crate::claim::{Literal, Stated, ValueClaim, ValueScalar, ValuesClaim};
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::dialect::cells::{value, value_table};
use crate::dialect::sdk::page::{sections, unread};
use crate::page::{Block, Inline, Item, Page, Section};
use crate::source::{Files, Located};

/// Reads a `## Values` section; `None` leaves a diagnostic.
pub(crate) fn read(
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
    let read = match (sections::first_table(section), code, list) {
        (Some(table), ..) => value_table::read(files, table).map(|read| {
            for place in read.broken {
                diagnostics.push(unread::broken_row(place));
            }
            (read.values, read.is_open)
        }),
        (None, Some(code), _) => {
            usage::literal_union(code).and_then(|(literals, open)| from_literals(literals, open))
        }
        (None, None, Some(items)) => from_list(items),
        (None, None, None) => None,
    };
    let Some((mut claim, marked_open)) = read else {
        let place = code.map_or(section.heading.place, |code| code.place);
        diagnostics.push(
            Diagnostic::warning(Topic::NotUnderstood, place, "the values of the enum cannot be read")
                .label("expected a table `Name | Value`, `\"a\" | \"b\"` in a code block, or a list of literals"),
        );
        return None;
    };
    if marked_open || says_open(files, page, section) {
        claim.open = Stated::Yes;
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

/// A list of literals in code spans: ``- `"a"` ``.
fn from_list(items: &[Item]) -> Option<(ValuesClaim, bool)> {
    let mut literals = Vec::new();
    for item in items {
        let [Inline::Code(text, place)] = item.inlines.as_slice() else {
            return None;
        };
        literals.push(Located::new(value::literal(text)?, *place));
    }
    from_literals(literals, false)
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
    let claim = ValuesClaim {
        values,
        scalar: scalar.unwrap_or(ValueScalar::String),
        open: Stated::Silent,
        are_flags: false,
    };
    Some((claim, open))
}

fn says_open(files: &Files, page: &Page, section: &Section) -> bool {
    let mut blocks = section.blocks.iter();
    blocks.any(|block| sections::says_open(files, block))
        || sections::usage(page).is_some_and(|code| {
            let mut comments = code
                .text
                .lines()
                .map(|line| line.trim_start_matches(['/', '#', ' ']));
            comments.any(|comment| comment.starts_with("Open enum:"))
        })
}

#[cfg(test)]
mod tests {
    use crate::claim::Stated;
    use crate::claim::ValueScalar;
    use crate::dialect::sdk::testing::{pairs, read, read_values};

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
    fn reads_a_union_of_literals() {
        let values =
            |code: &str| read_values(&format!("# A\n\n## Values\n\n```typescript\n{code}\n```\n"));
        let claim = values("\"1\" | \"b\"");
        assert_eq!(pairs(&claim), [("1", None), ("b", None)]);
        assert_eq!(
            (claim.scalar, claim.open),
            (ValueScalar::String, Stated::Silent)
        );
        let claim = values("307 | -1 | Unrecognized<number>");
        assert_eq!(pairs(&claim), [("307", None), ("-1", None)]);
        assert_eq!(
            (claim.scalar, claim.open),
            (ValueScalar::Number, Stated::Yes)
        );
        assert_eq!(values("true | false").scalar, ValueScalar::Boolean);
    }

    #[test]
    fn openness_may_stand_in_prose_or_usage() {
        let table = "| Name | Value |\n| - | - |\n| `A` | a |\n";
        let prose =
            format!("# A\n\n## Values\n\nThis is an open enum. Others are kept.\n\n{table}");
        assert_eq!(read_values(&prose).open, Stated::Yes);
        let usage = format!(
            "# A\n\n## Example Usage\n\n```java\n// Open enum: use .of()\n```\n\n## Values\n\n{table}"
        );
        assert_eq!(read_values(&usage).open, Stated::Yes);
        let comment = usage.replace("// Open", "# Open").replace("java", "python");
        assert_eq!(read_values(&comment).open, Stated::Yes);
    }

    #[test]
    fn reads_a_list_of_literals() {
        let values = |items: &[&str]| {
            let items: Vec<_> = items.iter().map(|item| format!("- `{item}`\n")).collect();
            read_values(&format!(
                "# A\n\n## Values\n\nThis is an open enum.\n\n{}",
                items.concat()
            ))
        };
        let claim = values(&["\"a b\"", "\"\"", "\"\\\"\"", "'c'"]);
        let expected = [("a b", None), ("", None), ("\"", None), ("c", None)];
        assert_eq!(pairs(&claim), expected);
        assert_eq!(
            (claim.scalar, claim.open),
            (ValueScalar::String, Stated::Yes)
        );
        let claim = values(&["1", "-2"]);
        assert_eq!(pairs(&claim), [("1", None), ("-2", None)]);
        assert_eq!(claim.scalar, ValueScalar::Number);
        assert_eq!(values(&["True"]).scalar, ValueScalar::Boolean);
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
            let reading = read(&[("A.md", &format!("# A\n\n## Values\n\n{below}"))]);
            assert_eq!(reading.findings().len(), 1, "{below}");
            assert_eq!(reading.sources[0].not_understood.len(), 1);
        }
    }
}
