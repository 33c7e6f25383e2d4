//! A reader for the source of each language.

mod classes;
mod csharp;
mod go;
mod java;
mod php;
mod python;
mod ruby;
mod typescript;

use super::reader::Reader;
use super::tokens::Syntax;
use crate::language::Language;

/// What a language quotes by, and its reader.
pub(super) fn reader(language: Language) -> Option<(&'static Syntax, Box<dyn Reader>)> {
    match language {
        Language::CSharp | Language::Unity => Some((&csharp::SYNTAX, Box::new(csharp::CSharp))),
        Language::Go => Some((&go::SYNTAX, Box::new(go::Go))),
        Language::Java => Some((&java::SYNTAX, Box::<java::Java>::default())),
        Language::Php => Some((&php::SYNTAX, Box::new(php::Php))),
        Language::Python => Some((&python::SYNTAX, Box::new(python::Python))),
        Language::Ruby => Some((&ruby::SYNTAX, Box::new(ruby::Ruby))),
        Language::TypeScript => Some((&typescript::SYNTAX, Box::new(typescript::TypeScript))),
    }
}
