//! A type cell in the words of a language, or why it cannot be read.

use super::meaning::{self, Meaning, Wrapper};
use super::type_expr::{SyntaxError, TypeExpr};
use super::vocabulary::Vocabulary;
use crate::claim::TypeShape;
use crate::diagnostic::{Diagnostic, Diagnostics};

/// Reads a parsed type cell; what cannot be read is any JSON value, and a diagnostic.
pub(super) fn read(
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
