//! All languages, and what a name means to any of them.

use std::sync::LazyLock;

use super::csharp::CSHARP;
use super::go::GO;
use super::java::JAVA;
use super::php::PHP;
use super::python::PYTHON;
use super::ruby::RUBY;
use super::typescript::TYPESCRIPT;
use super::unity::UNITY;
use super::vocabulary::{Vocabulary, Word};
use crate::dialect::cells::type_expr::Named;
use crate::language::Language;
use crate::map::IndexSet;

/// All languages, in the order in which equal evidence is decided.
pub(crate) const VOCABULARIES: [&Vocabulary; 8] = [
    &TYPESCRIPT,
    &JAVA,
    &GO,
    &CSHARP,
    &UNITY,
    &PYTHON,
    &PHP,
    &RUBY,
];

/// The vocabulary of a language.
pub(crate) fn of(language: Language) -> &'static Vocabulary {
    match language {
        Language::CSharp => &CSHARP,
        Language::Go => &GO,
        Language::Java => &JAVA,
        Language::Php => &PHP,
        Language::Python => &PYTHON,
        Language::Ruby => &RUBY,
        Language::TypeScript => &TYPESCRIPT,
        Language::Unity => &UNITY,
    }
}

/// What a name means to the language of its page or, if that does not know
/// it, to all other languages that do. `None` for a model, and for nonsense.
pub(crate) fn meaning(own: &Vocabulary, named: &Named) -> Option<Word> {
    own.word(named).or_else(|| {
        if !is_known(named) {
            return None;
        }
        let mut others = VOCABULARIES
            .iter()
            .filter(|other| other.language != own.language)
            .filter_map(|other| other.word(named));
        let first = others.next()?;
        others.all(|word| word == first).then_some(first)
    })
}

/// Whether each language knows a name.
pub(crate) fn knowing(named: &Named) -> [bool; VOCABULARIES.len()] {
    let is_known = is_known(named);
    VOCABULARIES.map(|words| is_known && words.word(named).is_some())
}

/// Whether a name may mean something to any language. Most do not: they are those of models, and need
/// not be sought in all the words of each.
fn is_known(named: &Named) -> bool {
    static LAST: LazyLock<IndexSet<&str>> = LazyLock::new(|| {
        let words = VOCABULARIES.iter().flat_map(|it| [it.words, it.external]);
        let names = words.flatten().map(|(name, _)| *name);
        names
            .flat_map(|name| [name, name.rsplit('.').next().unwrap_or(name)])
            .collect()
    });
    LAST.contains(named.last()) || VOCABULARIES.iter().any(|it| it.page(named).is_some())
}

/// Whether code blocks with that mark hold literals that can be read.
pub(crate) fn has_literals(fence: &str) -> bool {
    let mut marked = VOCABULARIES
        .iter()
        .filter(|words| words.fences.contains(&fence));
    marked.any(|words| words.literals)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Files, Place, SourceFile};

    #[test]
    fn what_is_passed_over_is_known_to_no_language() {
        let file = Files::default().add(SourceFile::new("", ""));
        let named = |path: &[&str], link: Option<&str>| Named {
            path: path.iter().map(|part| (*part).to_owned()).collect(),
            args: Vec::new(),
            link: link.map(str::to_owned),
            place: Place::new(file, 0..0),
        };
        for words in VOCABULARIES {
            let all = words.words.iter().chain(words.external);
            for (name, _) in all {
                let parts: Vec<_> = name.split('.').collect();
                for link in [
                    None,
                    Some("https://example.org"),
                    Some("../models/other.md"),
                ] {
                    let it = named(&parts, link);
                    assert!(
                        words.word(&it).is_none() || is_known(&it),
                        "{name} {link:?}"
                    );
                }
                assert!(is_known(&named(&parts, None)), "{name}");
            }
            for (page, _) in words.pages {
                let link = format!("../models/{page}.md#x");
                assert!(is_known(&named(&["Anything"], Some(&link))), "{page}");
            }
        }
        assert!(!is_known(&named(
            &["components", "Anything"],
            Some("../anything.md")
        )));
    }
}
