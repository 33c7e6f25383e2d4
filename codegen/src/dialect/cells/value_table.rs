//! The values of an enum in a table.

use super::columns::Columns;
use super::text;
use super::value::is_number;
use crate::claim::{Stated, ValueClaim, ValueScalar, ValuesClaim};
use crate::page::Table;
use crate::source::{Files, Located};

/// Reads a table `Name | Value`, and whether a row of it says that there are other values.
pub(crate) fn read(files: &Files, table: &Table) -> Option<(ValuesClaim, bool)> {
    let columns = Columns::of(files, table);
    let (name, value) = (columns.find(&["Name"]), columns.find(&["Value"])?);
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
            value: Located::new(text::data(raw), place),
            name: name.filter(|name| !name.is_empty()),
        });
    }
    let numbers = !values.is_empty() && values.iter().all(|value| is_number(&value.value.value));
    let scalar = if numbers {
        ValueScalar::NumberOrString
    } else {
        ValueScalar::String
    };
    let claim = ValuesClaim {
        values,
        scalar,
        open: Stated::Silent,
    };
    Some((claim, open))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect::cells::testing::table;

    type Found = (Vec<(String, Option<String>)>, ValueScalar, bool);

    fn values(rows: &str) -> Option<Found> {
        let (files, table) = table(rows);
        let (claim, open) = read(&files, &table)?;
        let values = claim.values.into_iter();
        let values = values.map(|it| (it.value.value, it.name));
        Some((values.collect(), claim.scalar, open))
    }

    fn named(value: &str, name: &str) -> (String, Option<String>) {
        (value.to_owned(), Some(name.to_owned()))
    }

    #[test]
    fn reads_a_table() {
        let read = values(
            "| Name | Value |\n| - | - |\n| `Tcp` | tcp |\n| `None` |  |\n| `Star` | *xsl |\n",
        );
        let expected = vec![
            named("tcp", "Tcp"),
            named("", "None"),
            named("*xsl", "Star"),
        ];
        assert_eq!(read, Some((expected, ValueScalar::String, false)));
        assert_eq!(values("| Name | Key |\n| - | - |\n| `A` | a |\n"), None);
    }

    #[test]
    fn a_table_of_numbers_does_not_tell() {
        let read = values(
            "| Name | Value |\n| - | - |\n| `A` | 1 |\n| `B` | -2 |\n| `-` | `Unrecognized<number>` |\n",
        );
        let expected = vec![named("1", "A"), named("-2", "B")];
        assert_eq!(read, Some((expected, ValueScalar::NumberOrString, true)));
    }
}
