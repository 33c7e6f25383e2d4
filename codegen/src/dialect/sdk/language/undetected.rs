//! Pages whose language nothing tells.

use super::detect;
use super::detect::Score;
use super::vocabulary::Vocabulary;
use crate::claim::TypeShape;
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::dialect::sdk::claims::type_cell;
use crate::dialect::sdk::claims::type_meaning::TypeReader;
use crate::dialect::sdk::page::kind::Draft;
use crate::dialect::sdk::page::links::Pages;
use crate::source::Place;

/// Warns if the language of pages was guessed, and another that is as likely reads their types
/// otherwise.
pub(crate) fn warn(
    drafts: &[Draft],
    pages: &Pages,
    score: Score,
    folder: &str,
    diagnostics: &mut Diagnostics,
) {
    let candidates = score.candidates();
    let reading = |words: &Vocabulary, draft: &Draft| -> Vec<TypeShape> {
        let mut aside = Diagnostics::default();
        let cell = Place::new(draft.page.file, 0..0);
        let mut reader = TypeReader::new(words, pages, draft.path, cell);
        let types = detect::types(draft).into_iter();
        types
            .map(|ty| type_cell::read(&Ok(ty.clone()), &mut reader, &mut aside).without_row())
            .collect()
    };
    let doubtful = drafts.iter().find(|draft| {
        let first = reading(candidates[0], draft);
        candidates
            .iter()
            .any(|words| reading(words, draft) != first)
    });
    let Some(draft) = doubtful else { return };
    let place = Place::new(draft.page.file, 0..0);
    let place = draft.page.title.as_ref().map_or(place, |title| title.place);
    let guess = candidates[0].language;
    let label = match score.evidence() {
        none if none.is_empty() => "no sign of any".to_owned(),
        signs => format!("signs: {signs}"),
    };
    let hint = match folder {
        "" => {
            "put the pages of each SDK into a folder, and name its language in spec.toml".to_owned()
        }
        folder => format!("add `[sources.\"{folder}\"]` with `language = …` to spec.toml"),
    };
    let message = format!("the language of the SDK is unclear; read as {guess}");
    diagnostics.push(
        Diagnostic::warning(Topic::Language, place, message)
            .label(label)
            .hint(hint),
    );
}

#[cfg(test)]
mod tests {
    use crate::dialect::sdk::testing::{fields_page, read};

    #[test]
    fn warns_of_a_guess_where_it_matters() {
        // `int` is 32 bits wide in Java and of any width in Python.
        let page = fields_page("A", &["`a` | *int* | yes | N/A"]);
        let reading = read(&[("sdk/docs/models/a.md", &page)]);
        let expected = "sdk/docs/models/a.md:1:1: the language of the SDK is unclear; read as";
        let findings = reading.findings();
        assert_eq!(findings.len(), 1, "{findings:?}");
        assert!(findings[0].starts_with(expected), "{findings:?}");
        let hint = reading.diagnostics.sorted()[0].hint.clone();
        let expected = "add `[sources.\"sdk\"]` with `language = …` to spec.toml";
        assert_eq!(hint.as_deref(), Some(expected));

        let same_everywhere = fields_page("A", &["`a` | *bool* | yes | N/A"]);
        let reading = read(&[("sdk/docs/models/a.md", &same_everywhere)]);
        assert_eq!(reading.findings(), Vec::<String>::new());
    }
}
