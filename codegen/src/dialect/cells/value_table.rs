//! The values of an enum in a table.

use super::columns::Columns;
use super::text;
use super::value::is_number;
use crate::claim::{Stated, ValueClaim, ValueScalar, ValuesClaim};
use crate::page::Table;
use crate::source::{Files, Located, Place};

/// A table of values.
pub(crate) struct ValueTable {
    pub values: ValuesClaim,
    /// Whether a row says that there are other values.
    pub is_open: bool,
    /// Rows that are none: a line break has cut them off another one.
    pub broken: Vec<Place>,
}

/// Reads a table `Name | Value`; `None` if it is none.
pub(crate) fn read(files: &Files, table: &Table) -> Option<ValueTable> {
    let columns = Columns::of(files, table);
    let (name, value) = (columns.find(&["Name"]), columns.find(&["Value"])?);
    let mut values = Vec::new();
    let mut is_open = false;
    let mut broken = Vec::new();
    for row in &table.rows {
        let Some(cell) = row.cells.get(value) else {
            continue;
        };
        let raw = files.text(cell.place);
        let name = name.and_then(|at| row.cells.get(at));
        let name = name.map(|cell| files.text(cell.place));
        // A value may be empty; then its name stands in a code span as always.
        if raw.is_empty() && !name.is_some_and(|name| name.starts_with('`')) {
            broken.push(row.place);
            continue;
        }
        let name = name.map(|name| name.trim_matches('`').to_owned());
        if raw.trim_matches('`').starts_with("Unrecognized") && name.as_deref() == Some("-") {
            is_open = true;
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
    Some(ValueTable {
        values: ValuesClaim {
            values,
            scalar,
            open: Stated::Silent,
            are_flags: false,
        },
        is_open,
        broken,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect::cells::testing::table;

    type Found = (Vec<(String, Option<String>)>, ValueScalar, bool);

    fn values(rows: &str) -> Option<Found> {
        let (files, table) = table(rows);
        let read = read(&files, &table)?;
        let values = read.values.values.into_iter();
        let values = values.map(|it| (it.value.value, it.name));
        Some((values.collect(), read.values.scalar, read.is_open))
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
    fn what_a_line_break_cuts_off_a_row_is_no_value() {
        let rows = "| Name | Value |\n| - | - |\n| `A` | a\nb |\n| `C` |  |\n";
        let (files, table) = table(rows);
        let read = read(&files, &table).unwrap();
        let broken: Vec<_> = read.broken.iter().map(|at| files.text(*at)).collect();
        assert_eq!(broken, ["b |"]);
        let values: Vec<_> = read
            .values
            .values
            .iter()
            .map(|it| &it.value.value)
            .collect();
        assert_eq!(values, ["a", ""]);
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
