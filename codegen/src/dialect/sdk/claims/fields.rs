//! The rows of a field table as claims.

use std::sync::Arc;

use super::type_meaning::{Meaning, TypeReader};
use super::{nullability, type_cell};
use crate::claim::{FieldClaim, Spelling, Stated};
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::dialect::cells::{deprecation, example, null_words, text};
use crate::dialect::sdk::language::name_case;
use crate::dialect::sdk::language::null_convention::NullConvention;
use crate::dialect::sdk::page::field_table::FieldRow;
use crate::dialect::sdk::page::unread;
use crate::page::{Cell, Inline};
use crate::source::{Files, Located};

/// Reads the rows of the table on the page of a model, in the words of a language.
pub(crate) fn read(
    files: &Files,
    rows: &[FieldRow],
    types: &mut TypeReader<'_>,
    convention: NullConvention,
    title: &str,
    diagnostics: &mut Diagnostics,
) -> Vec<FieldClaim> {
    let words = types.words;
    let mut fields = Vec::with_capacity(rows.len());
    let claims = rows.iter();
    fields.extend(claims.filter_map(|row| claim(files, row, types, convention, diagnostics)));
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
    for field in &mut fields {
        let name = &field.name.value;
        field.is_rest = words.extra.contains(&name.as_str());
        let plain = name_case::undo(words.name_case, name, words.initialisms);
        field.plain_name = plain.into_owned();
    }
    fields
}

fn claim(
    files: &Files,
    row: &FieldRow,
    types: &mut TypeReader<'_>,
    convention: NullConvention,
    diagnostics: &mut Diagnostics,
) -> Option<FieldClaim> {
    let Some(Name {
        name,
        struck,
        in_code,
    }) = row.name.and_then(field_name)
    else {
        diagnostics.push(
            Diagnostic::warning(Topic::NotUnderstood, row.place, "the row has no field name")
                .label("expected a name such as `` `roomId` `` in the first column"),
        );
        return None;
    };
    if !in_code && matches!(row.required, None | Some(Stated::Silent)) {
        diagnostics.push(unread::broken_row(row.place));
        return None;
    }
    types.cell = row.ty_place;
    let meaning = match &row.ty {
        Some(ty) => type_cell::read(ty, types, diagnostics),
        None => Meaning::untyped(),
    };
    let required = required(row, diagnostics);
    let (description, notice) = describe(files, row.description);
    let deprecated = notice.or_else(|| struck.then(|| Located::new(String::new(), name.place)));
    let examples = row.example.map(|cell| example::read(files, cell));
    let told = description
        .iter()
        .find(|text| null_words::say_null(&text.value, &name.value));
    Some(FieldClaim {
        null_in_words: told.map(|text| text.place),
        nullable: nullability::of(&meaning, required.value, types.words, convention),
        ty: Located::new(meaning.shape, row.ty_place),
        plain_name: String::new(),
        name,
        spelling: Spelling::Recased,
        source_key: None,
        no_key: None,
        is_rest: false,
        required,
        description,
        deprecated,
        examples: examples.unwrap_or_default(),
        is_inferred: false,
        cues: None,
        row: row.place,
    })
}

fn required(row: &FieldRow, diagnostics: &mut Diagnostics) -> Located<Stated> {
    let place = row.required_place;
    if row.required == Some(Stated::Silent) {
        diagnostics.push(
            Diagnostic::warning(
                Topic::NotUnderstood,
                place,
                "the row does not say whether the field is required",
            )
            .label("expected `:heavy_check_mark:` or `:heavy_minus_sign:`"),
        );
    }
    Located::new(row.required.unwrap_or(Stated::Silent), place)
}

fn describe(
    files: &Files,
    cell: Option<&Cell>,
) -> (Option<Located<Arc<str>>>, Option<Located<String>>) {
    let Some(cell) = cell else {
        return (None, None);
    };
    let text = text::text(files.text(cell.place));
    let at = |text: &str| {
        (!text.is_empty() && text != "N/A").then(|| Located::new(text.into(), cell.place))
    };
    match deprecation::split(&text) {
        Some((note, rest)) => (at(rest), Some(Located::new(note, cell.place))),
        None => (at(&text), None),
    }
}

struct Name {
    name: Located<String>,
    /// Whether it is struck through.
    struck: bool,
    /// Whether it stands in a code span.
    in_code: bool,
}

/// The name in a cell such as `` `a` `` or ``~~`a`~~``.
fn field_name(cell: &Cell) -> Option<Name> {
    let (inlines, struck) = match cell.inlines.as_slice() {
        [Inline::Strike(inner)] => (inner.as_slice(), true),
        inlines => (inlines, false),
    };
    let (name, place, in_code) = match inlines {
        [Inline::Code(name, place)] => (name.trim(), *place, true),
        [Inline::Text(name, place)] => (name.trim(), *place, false),
        _ => return None,
    };
    (!name.is_empty()).then(|| Name {
        name: Located::new(name.to_owned(), place),
        struck,
        in_code,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::{Scalar, TypeShape};
    use crate::dialect::sdk::testing::{fields_page, read};

    #[test]
    fn a_field_renamed_for_its_model_has_its_name_back() {
        let names = |rows: &[&str]| {
            let reading = read(&[("A.md", &fields_page("A", rows))]);
            assert_eq!(reading.findings(), Vec::<String>::new());
            let fields = reading.fields("A").iter();
            fields
                .map(|field| field.name.value.clone())
                .collect::<Vec<_>>()
        };
        let sign = "`Sign` | Dictionary<String, *long*> | no | N/A";
        let renamed = "`AValue` | *string* | yes | N/A";
        let other = "`A` | *string* | yes | N/A";
        assert_eq!(names(&[sign, renamed]), ["Sign", "A"]);
        assert_eq!(names(&[sign, renamed, other]), ["Sign", "AValue", "A"]);
        assert_eq!(names(&[renamed]), ["AValue"]);
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
            .map(|f| {
                let example = f.examples.first().cloned();
                let description = f.description.as_ref().map(|text| text.value.to_string());
                [text(&f.deprecated), description, text(&example)]
            })
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
    fn what_a_line_break_cuts_off_a_row_is_no_field() {
        let page = fields_page(
            "A",
            &[
                "`a` | *string* | yes | One\nline, | *b* |",
                "`b` | *string* | no | N/A",
            ],
        );
        let page = page.replace("\nline", "\nline ends\nhere");
        let reading = read(&[("A.md", &page)]);
        let expected =
            [9, 10].map(|line| format!("A.md:{line}:1: the text of this row is not read"));
        assert_eq!(reading.findings(), expected);
        let names = reading.fields("A").iter().map(|field| &field.name.value);
        assert_eq!(names.collect::<Vec<_>>(), ["a", "b"]);
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
                "A.md:9:10: `strng` is not a type in TypeScript",
                "A.md:10:9: the type cannot be read",
                "A.md:11:20: the row does not say whether the field is required",
                "A.md:12:1: the row has no field name",
            ]
        );
        let types: Vec<_> = reading
            .fields("A")
            .iter()
            .map(|f| f.ty.value.clone())
            .collect();
        let required = reading.fields("A")[3].required.value;
        assert_eq!(required, Stated::Silent);
        let string = TypeShape::Scalar(Scalar::String);
        assert_eq!(
            types,
            [string.clone(), TypeShape::Any, TypeShape::Any, string]
        );
    }
}
