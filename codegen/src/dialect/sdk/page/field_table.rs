//! The table of fields on a page: its columns and rows, before the language is known.

use super::sections;
use crate::claim::Stated;
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::dialect::cells::columns::Columns;
use crate::dialect::cells::type_expr::{self, SyntaxError, TypeExpr};
use crate::page::{Cell, Inline, Row, Section, Table};
use crate::source::{Files, Place};

/// A row, its cells by what they tell.
#[derive(Debug)]
pub(crate) struct FieldRow<'a> {
    pub place: Place,
    pub name: Option<&'a Cell>,
    pub ty: Result<TypeExpr, SyntaxError>,
    pub ty_place: Place,
    /// Whether the type stands in a code span.
    pub in_code: bool,
    pub required: Stated,
    pub required_place: Place,
    pub description: Option<&'a Cell>,
    pub example: Option<&'a Cell>,
}

const FIELD: &str = "Field";
const TYPE: &str = "Type";
const REQUIRED: &str = "Required";
const DESCRIPTION: &str = "Description";
const EXAMPLE: &str = "Example";

/// Where the cells of each row stand.
struct RowColumns {
    field: usize,
    ty: usize,
    required: usize,
    description: Option<usize>,
    example: Option<usize>,
}

/// Reads the table of a `## Fields` section; `None` leaves a diagnostic.
pub(crate) fn rows<'a>(
    files: &Files,
    section: &'a Section,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<FieldRow<'a>>> {
    let Some(table) = sections::first_table(section) else {
        diagnostics.push(
            Diagnostic::warning(
                Topic::NotUnderstood,
                section.heading.place,
                "the table of fields is missing",
            )
            .label("expected a table below this heading")
            .hint("a table needs a header and a line of dashes below it"),
        );
        return None;
    };
    let columns = columns(files, table, diagnostics)?;
    let rows = table.rows.iter();
    Some(rows.map(|row| columns.row(files, row)).collect())
}

fn columns(files: &Files, table: &Table, diagnostics: &mut Diagnostics) -> Option<RowColumns> {
    let columns = Columns::of(files, table);
    let mut need = |word: &str| {
        let found = columns.find(&[word]);
        if found.is_none() {
            diagnostics.push(
                Diagnostic::warning(
                    Topic::NotUnderstood,
                    table.header.place,
                    format!("the table of fields has no column `{word}`"),
                )
                .label("the header")
                .hint("expected `Field`, `Type` and `Required`"),
            );
        }
        found
    };
    let (field, ty, required) = (need(FIELD), need(TYPE), need(REQUIRED));
    Some(RowColumns {
        field: field?,
        ty: ty?,
        required: required?,
        description: columns.find(&[DESCRIPTION]),
        example: columns.find(&[EXAMPLE]),
    })
}

/// Whether the header of a table is one of fields.
pub(crate) fn is_one(files: &Files, table: &Table) -> bool {
    let columns = Columns::of(files, table);
    [FIELD, TYPE]
        .iter()
        .all(|word| columns.find(&[word]).is_some())
}

impl RowColumns {
    fn row<'a>(&self, files: &Files, row: &'a Row) -> FieldRow<'a> {
        let cell = |at: Option<usize>| at.and_then(|at| row.cells.get(at));
        let ty = cell(Some(self.ty));
        let required = cell(Some(self.required));
        FieldRow {
            place: row.place,
            name: cell(Some(self.field)),
            ty: match ty {
                Some(cell) => type_expr::parse(&cell.inlines, cell.place),
                None => Err(SyntaxError {
                    message: "the row has no type".to_owned(),
                    place: row.place,
                }),
            },
            ty_place: ty.map_or(row.place, |cell| cell.place),
            in_code: ty.is_some_and(|cell| {
                let mut runs = cell.inlines.iter();
                runs.any(|run| matches!(run, Inline::Code(..)))
            }),
            required: match required.map(|cell| files.text(cell.place)) {
                Some(":heavy_check_mark:") => Stated::Yes,
                Some(":heavy_minus_sign:") => Stated::No,
                _ => Stated::Silent,
            },
            required_place: required.map_or(row.place, |cell| cell.place),
            description: cell(self.description),
            example: cell(self.example),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::claim::Stated;
    use crate::claim::{Scalar, TypeShape};
    use crate::dialect::sdk::testing::read;

    #[test]
    fn columns_are_found_by_name() {
        let page = "# A\n\n## Fields\n\n| Required | Field | Type |\n| - | - | - |\n| :heavy_minus_sign: | `a` | *string* |\n";
        let reading = read(&[("A.md", page)]);
        let field = &reading.fields("A")[0];
        assert_eq!(field.name.value, "a");
        assert_eq!(field.ty.value, TypeShape::Scalar(Scalar::String));
        assert_eq!(field.required.value, Stated::No);
        assert_eq!(
            reading.files.locate(field.ty.place).to_string(),
            "A.md:7:30"
        );
    }

    #[test]
    fn a_table_that_is_no_field_table_loses_its_page() {
        let cases = [
            ("", "A.md:3:1: the table of fields is missing"),
            (
                "| Field | Type |\n| - | - |\n",
                "A.md:5:1: the table of fields has no column `Required`",
            ),
        ];
        for (table, expected) in cases {
            let reading = read(&[("A.md", &format!("# A\n\n## Fields\n\n{table}"))]);
            assert_eq!(reading.findings(), [expected]);
            assert_eq!(reading.sources[0].not_understood.len(), 1);
            assert_eq!(reading.sources[0].models, []);
        }
    }
}
