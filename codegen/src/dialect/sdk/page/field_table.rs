//! The table of fields on a page: its rows, before the language is known.

use super::field_columns::{FieldColumns, no_column};
use super::sections;
use crate::claim::Stated;
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::dialect::cells::type_expr::{self, SyntaxError, TypeExpr};
use crate::page::{Cell, Inline, Row, Section};
use crate::source::{Files, Place};

/// The table below `## Fields`.
#[derive(Debug)]
pub(crate) struct FieldTable<'a> {
    pub columns: FieldColumns,
    pub rows: Vec<FieldRow<'a>>,
}

/// A row, its cells by what they tell.
#[derive(Debug)]
pub(crate) struct FieldRow<'a> {
    pub place: Place,
    pub name: Option<&'a Cell>,
    /// `None` where the table has no column of types.
    pub ty: Option<Result<TypeExpr, SyntaxError>>,
    pub ty_place: Place,
    /// Whether the type stands in a code span.
    pub in_code: bool,
    /// `None` where the table has no column for it.
    pub required: Option<Stated>,
    pub required_place: Place,
    pub description: Option<&'a Cell>,
    pub example: Option<&'a Cell>,
}

/// Reads the table of a `## Fields` section; `None` leaves a diagnostic.
pub(crate) fn read<'a>(
    files: &Files,
    section: &'a Section,
    diagnostics: &mut Diagnostics,
) -> Option<FieldTable<'a>> {
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
    match FieldColumns::of(files, table) {
        Ok(columns) => {
            let rows = table.rows.iter().map(|row| read_row(files, &columns, row));
            let rows = rows.collect();
            Some(FieldTable { columns, rows })
        }
        Err(missing) => {
            for title in missing {
                let place = table.header.place;
                diagnostics.push(
                    Diagnostic::warning(Topic::NotUnderstood, place, no_column(title))
                        .label("the header")
                        .hint("expected `Field`, `Type` and `Required`"),
                );
            }
            None
        }
    }
}

fn read_row<'a>(files: &Files, columns: &FieldColumns, row: &'a Row) -> FieldRow<'a> {
    let parse = |cell: &Cell| type_expr::parse(&cell.inlines, cell.place);
    let mut types = columns.types(row);
    let mut cell = types.next();
    let mut ty = cell.map(parse);
    if let Some(Err(_)) = ty
        && let Some(other) = types.next()
        && let Ok(read) = parse(other)
    {
        (cell, ty) = (Some(other), Some(Ok(read)));
    }
    let ty = ty.or_else(|| {
        columns.has_types().then(|| {
            Err(SyntaxError {
                message: "the row has no type".to_owned(),
                place: row.place,
            })
        })
    });
    let required = columns.required(row);
    FieldRow {
        place: row.place,
        name: columns.field(row),
        ty,
        ty_place: cell.map_or(row.place, |cell| cell.place),
        in_code: cell.is_some_and(|cell| {
            let mut runs = cell.inlines.iter();
            runs.any(|run| matches!(run, Inline::Code(..)))
        }),
        required: columns
            .has_marks()
            .then(|| match required.map(|cell| files.text(cell.place)) {
                Some(":heavy_check_mark:") => Stated::Yes,
                Some(":heavy_minus_sign:") => Stated::No,
                _ => Stated::Silent,
            }),
        required_place: required.map_or(row.place, |cell| cell.place),
        description: columns.description(row),
        example: columns.example(row),
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
                "| Name | Type | Required |\n| - | - | - |\n",
                "A.md:5:1: the table of fields has no column `Field`",
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
