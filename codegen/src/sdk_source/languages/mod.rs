//! A reader for the source of each language.

mod classes;
mod csharp;
mod go;
mod java;
mod php;
mod python;
mod ruby;
mod typescript;

use super::gathered::Gathered;
use super::tokens::{Syntax, Tokens};
use crate::language::Language;

/// Finds facts in the source of a language.
pub(super) trait Reader {
    /// Reads a file.
    fn file(&mut self, tokens: &Tokens<'_>, out: &mut Gathered);

    /// Adds what only all files together tell.
    fn finish(&mut self, _out: &mut Gathered) {}
}

/// What a language quotes by, and its reader; `None` if there is none yet.
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
