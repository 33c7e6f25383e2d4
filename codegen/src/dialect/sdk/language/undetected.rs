//! Pages whose language cannot be detected, or is not that which their folder is called as.

use super::detect::Score;
use super::vocabulary::Vocabulary;
use crate::claim::TypeShape;
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::dialect::sdk::page::kind::SortedPage;
use crate::language::Language;
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
    let place = title(sorted);
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

/// Warns that pages are read as another language than that which their folder is called as.
pub(crate) fn warn_of_folder(
    pages: &[SortedPage],
    score: Score,
    called: Language,
    folder: &str,
    diagnostics: &mut Diagnostics,
) {
    /// Fewer signs may be a slip of one page.
    const CLEAR: u32 = 8;
    let read = score.winner();
    let more = score.points(read) - score.points(called);
    let Some(first) = pages.first().filter(|_| more >= CLEAR) else {
        return;
    };
    let message =
        format!("the folder `{folder}` is called as {called}, and its pages are of {read}");
    let hint = format!(
        "read as {read}; rename the folder, or add `[sources.\"{folder}\"]` with `language = …` to spec.toml"
    );
    diagnostics.push(
        Diagnostic::warning(Topic::Language, title(first), message)
            .label(format!("signs: {}", score.evidence()))
            .hint(hint),
    );
}

fn title(sorted: &SortedPage) -> Place {
    let start = Place::new(sorted.page.file, 0..0);
    let title = sorted.page.title.as_ref();
    title.map_or(start, |title| title.place)
}

#[cfg(test)]
mod tests {
    use crate::dialect::sdk::testing::{fields_page, read};
    use crate::language::Language;

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

    #[test]
    fn a_folder_decides_where_its_pages_do_not_and_is_said_where_they_decide_otherwise() {
        let unclear = fields_page("A", &["`a` | *int* | yes | N/A"]);
        let language = |folder: &str, page: &str| {
            let path = format!("{folder}/docs/models/a.md");
            let reading = read(&[(path.as_str(), page)]);
            let read = reading.sources[0].models[0].language.unwrap();
            (read, reading.findings())
        };
        for called in [Language::Python, Language::Go, Language::Java] {
            let folder = format!("{called}").to_lowercase();
            assert_eq!(language(&folder, &unclear), (called, Vec::new()));
        }
        let record = "`a` | Record<string, *any*> | yes | N/A";
        let slip = fields_page("A", &["`a` | *any* | yes | N/A"]);
        assert_eq!(language("python", &slip).1, Vec::<String>::new());
        let clear = fields_page("A", &[record, record]);
        let (read, findings) = language("python", &clear);
        assert_eq!(read, Language::TypeScript);
        assert_eq!(
            findings,
            [
                "python/docs/models/a.md:1:1: the folder `python` is called as Python, and its pages are of TypeScript"
            ]
        );
        assert_eq!(language("typescript", &clear).1, Vec::<String>::new());
    }
}
