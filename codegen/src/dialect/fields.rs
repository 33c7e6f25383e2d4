//! The rows of a field table.

use super::draft;
use super::meaning::{self, Meaning, Wrapper};
use super::type_expr::{self, SyntaxError, TypeExpr};
use super::vocabulary::Vocabulary;
use super::{cell, deprecation};
use crate::claim::{FieldClaim, Saying, Scalar, TypeShape};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::page::{Cell, Inline, Row, Section, Table};
use crate::source::{Files, Located, Place};

/// A field table whose columns are known and whose type cells are parsed.
#[derive(Debug)]
pub(super) struct FieldTable<'a> {
    columns: Columns,
    pub rows: Vec<RowDraft<'a>>,
}

/// A row and its type cell.
#[derive(Debug)]
pub(super) struct RowDraft<'a> {
    row: &'a Row,
    pub ty: Result<TypeExpr, SyntaxError>,
    /// Whether the type stands in a code span.
    pub in_code: bool,
    /// `None` if the row does not say.
    pub required: Option<bool>,
}

#[derive(Debug)]
struct Columns {
    field: usize,
    ty: usize,
    required: usize,
    description: Option<usize>,
    example: Option<usize>,
}

/// What all pages of a source together tell about how it speaks of null.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Era {
    /// Some type cell has a wrapper, so a plain type has a meaning too. A prefix counts only where
    /// the row is required: early generators wrote Go's `*` for optional fields alone; those that
    /// write types in code spans do not.
    pub wrappers: bool,
    /// Some type cell tells null from absent.
    pub nullables: bool,
}

/// Finds the table of a `## Fields` section; `None` leaves a diagnostic.
pub(super) fn table<'a>(
    files: &Files,
    section: &'a Section,
    diagnostics: &mut Diagnostics,
) -> Option<FieldTable<'a>> {
    let Some(table) = draft::first_table(section) else {
        diagnostics.push(
            Diagnostic::error(section.heading.place, "there is no table of fields")
                .label("expected a table below this heading")
                .hint("a table needs a header and a line of dashes below it"),
        );
        return None;
    };
    let columns = columns(files, table, diagnostics)?;
    let rows = table.rows.iter().map(|row| {
        let ty = match row.cells.get(columns.ty) {
            Some(cell) => type_expr::parse(&cell.inlines, cell.place),
            None => Err(SyntaxError {
                message: "the row has no type".to_owned(),
                place: row.place,
            }),
        };
        let required = match files.text(required_place(row, columns.required)) {
            ":heavy_check_mark:" => Some(true),
            ":heavy_minus_sign:" => Some(false),
            _ => None,
        };
        let cell = row.cells.get(columns.ty);
        let in_code = cell.is_some_and(|cell| {
            let mut runs = cell.inlines.iter();
            runs.any(|run| matches!(run, Inline::Code(..)))
        });
        RowDraft {
            row,
            ty,
            in_code,
            required,
        }
    });
    let rows = rows.collect();
    Some(FieldTable { columns, rows })
}

fn columns(files: &Files, table: &Table, diagnostics: &mut Diagnostics) -> Option<Columns> {
    let header: Vec<_> = table
        .header
        .cells
        .iter()
        .map(|cell| files.text(cell.place))
        .collect();
    let find = |name: &str| {
        header
            .iter()
            .position(|title| title.eq_ignore_ascii_case(name))
    };
    let mut need = |name: &str| {
        let found = find(name);
        if found.is_none() {
            diagnostics.push(
                Diagnostic::error(
                    table.header.place,
                    format!("the table of fields has no column `{name}`"),
                )
                .label("the header")
                .hint("expected `Field`, `Type` and `Required`"),
            );
        }
        found
    };
    let (field, ty, required) = (need("Field"), need("Type"), need("Required"));
    Some(Columns {
        field: field?,
        ty: ty?,
        required: required?,
        description: find("Description"),
        example: find("Example"),
    })
}

impl FieldTable<'_> {
    /// Reads the rows in the words of a language.
    pub fn claims(
        &self,
        files: &Files,
        words: &Vocabulary,
        era: Era,
        title: &str,
        diagnostics: &mut Diagnostics,
    ) -> Vec<FieldClaim> {
        let rows = self.rows.iter();
        let mut fields: Vec<_> = rows
            .filter_map(|row| self.claim(files, row, words, era, diagnostics))
            .collect();
        if words.renames_members && fields.iter().all(|field| field.name.value != title) {
            let renamed = format!("{title}Value");
            let field = fields.iter_mut().find(|field| field.name.value == renamed);
            if let Some(field) = field {
                field.name.value.truncate(title.len());
            }
        }
        for (renamed, own) in words.renamed_fields {
            if fields.iter().all(|field| field.name.value != *own)
                && let Some(field) = fields.iter_mut().find(|f| f.name.value == *renamed)
            {
                (*own).clone_into(&mut field.name.value);
            }
        }
        fields
    }

    fn claim(
        &self,
        files: &Files,
        draft: &RowDraft,
        words: &Vocabulary,
        era: Era,
        diagnostics: &mut Diagnostics,
    ) -> Option<FieldClaim> {
        let row = draft.row;
        let Some((name, struck)) = row.cells.get(self.columns.field).and_then(field_name) else {
            diagnostics.push(
                Diagnostic::error(row.place, "the row names no field")
                    .label("expected a name such as `` `roomId` `` in the first column"),
            );
            return None;
        };
        let ty_place = row
            .cells
            .get(self.columns.ty)
            .map_or(row.place, |cell| cell.place);
        let meaning = read_type(&draft.ty, words, diagnostics);
        let required = required(draft, self.columns.required, diagnostics);
        let text = |column: Option<usize>| column.and_then(|at| row.cells.get(at));
        let description = text(self.columns.description);
        let (description, notice) = describe(files, description);
        let deprecated = notice.or_else(|| struck.then(|| Located::new(String::new(), name.place)));
        let example = text(self.columns.example).and_then(|cell| {
            let data = cell::data(files.text(cell.place));
            (!data.is_empty()).then(|| Located::new(data, cell.place))
        });
        Some(FieldClaim {
            nullable: nullable(&meaning, required.value, words, era),
            ty: Located::new(meaning.shape, ty_place),
            name,
            required,
            description,
            deprecated,
            example,
            row: row.place,
        })
    }
}

/// Reads a parsed type cell; what cannot be read is any JSON value, and a diagnostic.
pub(super) fn read_type(
    parsed: &Result<TypeExpr, SyntaxError>,
    words: &Vocabulary,
    diagnostics: &mut Diagnostics,
) -> Meaning {
    let (message, label, place) = match parsed {
        Ok(expr) => match meaning::read(expr, words) {
            Ok(meaning) => return meaning,
            Err(unknown) => (
                format!("`{}` is no type of {}", unknown.name, words.language),
                "neither a word of the language nor a model".to_owned(),
                unknown.place,
            ),
        },
        Err(error) => (
            "the type cannot be read".to_owned(),
            error.message.clone(),
            error.place,
        ),
    };
    diagnostics.push(Diagnostic::error(place, message).label(label).hint(
        "correct the cell; if the page is of another language, name it in `spec.toml` as `[sources.FOLDER] language`",
    ));
    Meaning {
        shape: TypeShape::Any,
        wrapper: Wrapper::Plain,
    }
}

fn nullable(meaning: &Meaning, required: bool, words: &Vocabulary, era: Era) -> Saying {
    match (required, meaning.wrapper) {
        (_, Wrapper::Nullable) | (true, Wrapper::Optional) => Saying::Yes,
        (false, Wrapper::Optional) if era.nullables => Saying::No,
        (true, Wrapper::Primitive) => Saying::No,
        (true, Wrapper::Plain)
            if era.wrappers && words.says_null() && can_be_wrapped(&meaning.shape) =>
        {
            Saying::No
        }
        _ => Saying::Silent,
    }
}

/// Whether a language that has wrappers puts them around the type: never around containers and
/// dates. Any value may be null as it is.
fn can_be_wrapped(shape: &TypeShape) -> bool {
    use Scalar::{Date, DateOrDateTime, DateTime};
    match shape {
        TypeShape::Scalar(scalar) => !matches!(scalar, Date | DateTime | DateOrDateTime),
        TypeShape::Model(_) | TypeShape::Const(_) | TypeShape::Union(_) | TypeShape::Listed(..) => {
            true
        }
        TypeShape::List(_)
        | TypeShape::Map(_)
        | TypeShape::Nullable(_)
        | TypeShape::Any
        | TypeShape::RawResponse => false,
    }
}

fn required(draft: &RowDraft, column: usize, diagnostics: &mut Diagnostics) -> Located<bool> {
    let place = required_place(draft.row, column);
    if draft.required.is_none() {
        diagnostics.push(
            Diagnostic::error(place, "the row does not say whether the field is required")
                .label("expected `:heavy_check_mark:` or `:heavy_minus_sign:`"),
        );
    }
    Located::new(draft.required.unwrap_or(false), place)
}

fn required_place(row: &Row, column: usize) -> Place {
    row.cells.get(column).map_or(row.place, |cell| cell.place)
}

fn describe(
    files: &Files,
    cell: Option<&Cell>,
) -> (Option<Located<String>>, Option<Located<String>>) {
    let Some(cell) = cell else {
        return (None, None);
    };
    let text = cell::text(files.text(cell.place));
    let at = |text: &str| {
        (!text.is_empty() && text != "N/A").then(|| Located::new(text.to_owned(), cell.place))
    };
    match deprecation::split(&text) {
        Some((note, rest)) => (at(rest), Some(Located::new(note, cell.place))),
        None => (at(&text), None),
    }
}

/// The name in a cell such as `` `a` `` or ``~~`a`~~``, and whether it is struck through.
fn field_name(cell: &Cell) -> Option<(Located<String>, bool)> {
    let (inlines, struck) = match cell.inlines.as_slice() {
        [Inline::Strike(inner)] => (inner.as_slice(), true),
        inlines => (inlines, false),
    };
    let (name, place): (&str, Place) = match inlines {
        [Inline::Code(name, place) | Inline::Text(name, place)] => (name.trim(), *place),
        _ => return None,
    };
    (!name.is_empty()).then(|| (Located::new(name.to_owned(), place), struck))
}

#[cfg(test)]
mod tests {
    use super::Saying::{No, Silent, Yes};
    use super::*;
    use crate::dialect::testing::{fields_page, read};

    /// Name, null and requiredness of the fields of a page.
    fn sayings(rows: &[&str]) -> Vec<(String, Saying, bool)> {
        let reading = read(&[("A.md", &fields_page("A", rows))]);
        assert_eq!(reading.findings(), Vec::<String>::new());
        let fields = reading.fields("A").iter();
        fields
            .map(|f| (f.name.value.clone(), f.nullable, f.required.value))
            .collect()
    }

    #[track_caller]
    fn check(rows: &[(&str, Saying)]) {
        let texts: Vec<_> = rows.iter().map(|(row, _)| *row).collect();
        for ((row, expected), (_, found, _)) in rows.iter().zip(sayings(&texts)) {
            assert_eq!(found, *expected, "{row}");
        }
    }

    #[test]
    fn java_with_wrappers_speaks_of_null() {
        check(&[
            ("`a` | *Optional\\<String>* | yes | N/A", Yes),
            ("`b` | *Optional\\<String>* | no | N/A", Silent),
            ("`c` | *String* | yes | N/A", No),
            ("`d` | [B](../../models/shared/B.md) | yes | N/A", No),
            ("`e` | *Object* | yes | N/A", Silent),
            ("`f` | List\\<*String*> | yes | N/A", Silent),
            ("`g` | [OffsetDateTime](https://x) | yes | N/A", Silent),
            ("`h` | *String* | no | N/A", Silent),
            ("`i` | *int* | yes | N/A", No),
        ]);
    }

    #[test]
    fn java_that_tells_null_from_absent_means_it() {
        check(&[
            ("`a` | *JsonNullable\\<String>* | no | N/A", Yes),
            ("`b` | *JsonNullable\\<String>* | yes | N/A", Yes),
            ("`c` | *Optional\\<String>* | no | N/A", No),
        ]);
    }

    #[test]
    fn java_without_wrappers_knows_only_primitives() {
        check(&[
            ("`a` | *String* | yes | N/A", Silent),
            ("`b` | *Integer* | yes | N/A", Silent),
            ("`c` | *boolean* | yes | N/A", No),
        ]);
    }

    #[test]
    fn go_with_pointers_on_required_rows_speaks_of_null() {
        check(&[
            ("`A` | **string* | yes | N/A", Yes),
            (
                "`B` | [*components.B](../../models/components/b.md) | yes | N/A",
                Yes,
            ),
            ("`C` | **int64* | no | N/A", Silent),
            ("`D` | *float64* | yes | N/A", No),
            ("`E` | [time.Time](https://x) | yes | N/A", Silent),
            ("`F` | []*string* | yes | N/A", Silent),
            ("`G` | *any* | yes | N/A", Silent),
        ]);
    }

    #[test]
    fn go_in_code_spans_tells_null_from_absent() {
        check(&[
            (
                "`A` | optionalnullable.OptionalNullable[`string`] | no | N/A",
                Yes,
            ),
            ("`B` | `*int64` | no | N/A", No),
            ("`C` | `string` | yes | N/A", No),
            ("`D` | map[string]`any` | yes | N/A", Silent),
        ]);
        check(&[("`A` | `float64` | yes | N/A", No)]);
    }

    #[test]
    fn early_go_says_nothing_of_null() {
        check(&[
            ("`A` | **string* | no | N/A", Silent),
            ("`B` | *float64* | yes | N/A", Silent),
        ]);
    }

    #[test]
    fn csharp_says_nothing_of_null() {
        check(&[
            ("`A` | Dictionary<String, *long*> | yes | N/A", Silent),
            ("`B` | *long* | yes | N/A", Silent),
            ("`C` | *string* | no | N/A", Silent),
        ]);
    }

    #[test]
    fn a_field_renamed_for_its_model_has_its_name_back() {
        let names = |rows: &[&str]| {
            let sayings = sayings(rows);
            let names = sayings.into_iter().map(|(name, ..)| name);
            names.collect::<Vec<_>>()
        };
        let sign = "`Sign` | Dictionary<String, *long*> | no | N/A";
        let renamed = "`AValue` | *string* | yes | N/A";
        let other = "`A` | *string* | yes | N/A";
        assert_eq!(names(&[sign, renamed]), ["Sign", "A"]);
        assert_eq!(names(&[sign, renamed, other]), ["Sign", "AValue", "A"]);
        assert_eq!(names(&[renamed]), ["AValue"]);
    }

    #[test]
    fn typescript_says_nothing_of_null() {
        check(&[
            ("`a` | *string* | yes | N/A", Silent),
            ("`b` | *number* | no | N/A", Silent),
        ]);
    }

    #[test]
    fn reads_descriptions_notices_and_examples() {
        let page = fields_page(
            "A",
            &[
                "~~`a`~~ | *string* | no | : warning: ** DEPRECATED **: Use `b`.<br/><br/>The a. | *.x \\| y",
                "`b` | *number* | yes | N/A |",
                "~~`c`~~ | *number* | yes | One.<br/>Two. | {<br/>&#125;",
            ],
        );
        let reading = read(&[("A.md", &page)]);
        let text = |text: &Option<Located<String>>| text.as_ref().map(|text| text.value.clone());
        let fields = reading.fields("A").iter();
        let read: Vec<_> = fields
            .map(|f| [text(&f.deprecated), text(&f.description), text(&f.example)])
            .collect();
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            read,
            [
                [some("Use `b`."), some("The a."), some("*.x | y")],
                [None, None, None],
                [some(""), some("One.\nTwo."), some("{\n}")],
            ]
        );
    }

    #[test]
    fn columns_are_found_by_name() {
        let page = "# A\n\n## Fields\n\n| Required | Field | Type |\n| - | - | - |\n| :heavy_minus_sign: | `a` | *string* |\n";
        let reading = read(&[("A.md", page)]);
        let field = &reading.fields("A")[0];
        assert_eq!(field.name.value, "a");
        assert_eq!(field.ty.value, TypeShape::Scalar(Scalar::String));
        assert!(!field.required.value);
        assert_eq!(
            reading.files.locate(field.ty.place).to_string(),
            "A.md:7:30"
        );
    }

    #[test]
    fn each_mistake_has_its_place() {
        let page = fields_page(
            "A",
            &[
                "`a` | *string* | yes | N/A |",
                "`b` | *strng* | yes | N/A |",
                "`c` | Record<string | yes | N/A |",
                "`d` | *string* | maybe | N/A |",
                " | *string* | yes | N/A |",
            ],
        );
        let reading = read(&[("A.md", &page)]);
        assert_eq!(
            reading.findings(),
            [
                "A.md:9:10: `strng` is no type of TypeScript",
                "A.md:10:9: the type cannot be read",
                "A.md:11:20: the row does not say whether the field is required",
                "A.md:12:1: the row names no field",
            ]
        );
        let types: Vec<_> = reading
            .fields("A")
            .iter()
            .map(|f| f.ty.value.clone())
            .collect();
        let string = TypeShape::Scalar(Scalar::String);
        assert_eq!(
            types,
            [string.clone(), TypeShape::Any, TypeShape::Any, string]
        );
    }

    #[test]
    fn a_table_that_is_no_field_table_loses_its_page() {
        let cases = [
            ("", "A.md:3:1: there is no table of fields"),
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
