//! Pages whose language cannot be detected.

use super::detect::Score;
use super::vocabulary::Vocabulary;
use crate::claim::TypeShape;
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::dialect::sdk::page::kind::SortedPage;
use crate::source::Place;

/// Warns if the language of pages was guessed, and another that is as likely reads their types
/// otherwise; `types` reads them in the words of a language.
pub(crate) fn warn(
    pages: &[SortedPage],
    score: Score,
    folder: &str,
    types: &dyn Fn(&SortedPage, &Vocabulary) -> Vec<TypeShape>,
    diagnostics: &mut Diagnostics,
) {
    let candidates = score.candidates();
    if candidates.len() < 2 {
        return;
    }
    let doubtful = pages.iter().find(|sorted| {
        let first = types(sorted, candidates[0]);
        candidates.iter().any(|words| types(sorted, words) != first)
    });
    let Some(sorted) = doubtful else { return };
    let place = Place::new(sorted.page.file, 0..0);
    let place = sorted
        .page
        .title
        .as_ref()
        .map_or(place, |title| title.place);
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
