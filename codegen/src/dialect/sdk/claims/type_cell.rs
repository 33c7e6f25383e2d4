//! Reads a type cell with the vocabulary of a language.

use super::type_meaning::{self, Meaning, TypeReader};
use crate::claim::TypeShape;
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::dialect::cells::type_expr::{SyntaxError, TypeExpr};
use crate::dialect::sdk::language::vocabulary::Vocabulary;
use crate::dialect::sdk::page::kind::SortedPage;
use crate::dialect::sdk::page::links::PageIndex;
use crate::source::Place;

/// Reads a parsed type cell; what cannot be read is any JSON value, and a diagnostic.
pub(crate) fn read(
    parsed: &Result<TypeExpr, SyntaxError>,
    types: &mut TypeReader<'_>,
    diagnostics: &mut Diagnostics,
) -> Meaning {
    let (words, listed) = (types.words, types.listed.len());
    let (message, label, place) = match parsed {
        Ok(expr) => match types.read(expr) {
            Ok(meaning) => {
                warn_of_libraries(expr, words, diagnostics);
                return meaning;
            }
            Err(unknown) => (
                format!("`{}` is not a type in {}", unknown.name, words.language),
                "neither a type of the language nor a model".to_owned(),
                unknown.place,
            ),
        },
        Err(error) => (
            "the type cannot be read".to_owned(),
            error.message.clone(),
            error.place,
        ),
    };
    types.listed.truncate(listed);
    let finding = Diagnostic::warning(Topic::NotUnderstood, place, message);
    diagnostics.push(finding.label(label).hint(
        "read as any JSON value; set the field's `type` in `spec.toml`, or, if the page is of another language, `language` in `[sources.FOLDER]`",
    ));
    Meaning::untyped()
}

/// What all cells of a page mean in the words of a language, findings aside.
pub(crate) fn all(page: &SortedPage, words: &Vocabulary, index: &PageIndex) -> Vec<TypeShape> {
    let mut aside = Diagnostics::default();
    let cell = Place::new(page.page.file, 0..0);
    let mut reader = TypeReader::new(words, index, page.path, cell);
    let types = page.types().into_iter();
    types
        .map(|ty| read(&Ok(ty.clone()), &mut reader, &mut aside).without_row())
        .collect()
}

fn warn_of_libraries(expr: &TypeExpr, words: &Vocabulary, diagnostics: &mut Diagnostics) {
    expr.for_each_name(&mut |named| {
        if type_meaning::is_user_type(named, words) {
            let name = named.dotted();
            let message =
                format!("`{name}` is an unknown type of a library: read as any JSON value");
            diagnostics.push(
                Diagnostic::warning(Topic::Library, named.place, message)
                    .label("this link leads out of the docs")
                    .hint("if you know its JSON type, set the field's `type` in spec.toml"),
            );
        }
    });
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Severity;
    use crate::dialect::sdk::testing::{fields_page, print, read};

    #[test]
    fn a_type_of_an_unknown_library_is_any_value_and_stops_nothing() {
        let page = fields_page(
            "A",
            &[
                "`A` | []*string* | no | N/A",
                "`B` | [netip.Addr](https://pkg.example/netip) | yes | N/A",
                "`C` | map[string][netip.Addr](https://pkg.example/netip) | yes | N/A",
            ],
        );
        let reading = read(&[("docs/models/components/a.md", &page)]);
        let warning = "`netip.Addr` is an unknown type of a library: read as any JSON value";
        assert_eq!(
            reading.findings(),
            [
                format!("docs/models/components/a.md:9:10: {warning}"),
                format!("docs/models/components/a.md:10:21: {warning}"),
            ]
        );
        let found = reading.diagnostics.sorted();
        assert!(found.iter().all(|it| it.severity == Severity::Warning));
        let fields = reading.fields("A").iter();
        let types: Vec<_> = fields.map(|field| print(&field.ty.value)).collect();
        assert_eq!(types, ["String[]", "Any", "{Any}"]);
    }
}
