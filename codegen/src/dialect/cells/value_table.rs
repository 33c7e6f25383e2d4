//! The values of an enum in a table.

use super::text;
use super::value::{claim, is_number};
use crate::claim::{ValueClaim, ValueScalar, ValuesClaim};
use crate::page::Table;
use crate::source::{Files, Located};

/// Reads a table `Name | Value`, and whether a row of it says that there are other values.
pub(crate) fn read(files: &Files, table: &Table) -> Option<(ValuesClaim, bool)> {
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
    Some((claim(values, scalar), open))
}

#[cfg(test)]
mod tests {
    use crate::claim::{Stated, ValueScalar};
    use crate::dialect::sdk::testing::{pairs, read_values};

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
            (ValueScalar::String, Stated::Silent)
        );
    }

    #[test]
    fn a_table_of_numbers_does_not_tell() {
        let claim = read_values(
            "# A\n\n## Values\n\n| Name | Value |\n| - | - |\n| `A` | 1 |\n| `B` | -2 |\n| `-` | `Unrecognized<number>` |\n",
        );
        assert_eq!(pairs(&claim), [("1", Some("A")), ("-2", Some("B"))]);
        assert_eq!(
            (claim.scalar, claim.open),
            (ValueScalar::NumberOrString, Stated::Yes)
        );
    }
}
