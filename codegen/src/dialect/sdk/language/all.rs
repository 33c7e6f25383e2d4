//! All languages, and what a name means to any of them.

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
        let mut others = VOCABULARIES
            .iter()
            .filter(|other| other.language != own.language)
            .filter_map(|other| other.word(named));
        let first = others.next()?;
        others.all(|word| word == first).then_some(first)
    })
}

/// Whether code blocks with that mark hold literals that can be read.
pub(crate) fn has_literals(fence: &str) -> bool {
    let mut marked = VOCABULARIES
        .iter()
        .filter(|words| words.fences.contains(&fence));
    marked.any(|words| words.literals)
}
