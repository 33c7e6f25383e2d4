//! Type expressions: one small grammar for the type cells of all languages.
//!
//! What the names in an expression mean is not known here; see
//! [`vocabulary`](super::vocabulary).

mod lexer;
mod parser;

use crate::claim::Const;
use crate::page::Inline;
use crate::source::Place;

/// A type as a page writes it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum TypeExpr {
    /// `string`, `List<A>`, `Dict[A, B]`, `T.nilable(A)`, `components.X`.
    Named(Named),
    /// `A[]` or `[]A`.
    List(Box<TypeExpr>),
    /// `{ [k: string]: A }`.
    Index(Box<TypeExpr>),
    /// `?A` or `*A`.
    Prefixed(Box<TypeExpr>),
    /// `A | B`.
    Union(Vec<TypeExpr>),
    /// `"a"`, `1`, `true`.
    Literal(Const),
    /// Java's `?`.
    Wildcard,
}

/// A name with its arguments.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Named {
    /// The parts of the name: `components` and `X`.
    pub path: Vec<String>,
    /// The arguments; of `map[K]V` both.
    pub args: Vec<TypeExpr>,
    /// The target of the link that the name stands in.
    pub link: Option<String>,
    /// The name.
    pub place: Place,
}

impl Named {
    /// The last part of the name.
    pub fn last(&self) -> &str {
        self.path.last().map_or("", String::as_str)
    }

    /// The whole name, `.` between the parts.
    pub fn dotted(&self) -> String {
        self.path.join(".")
    }
}

/// A cell is no type expression.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SyntaxError {
    /// What was found: `expected a type, found \`>\``.
    pub message: String,
    /// Where.
    pub place: Place,
}

/// Reads the inline runs of a cell or heading; `place` is the whole of it.
///
/// # Errors
///
/// [`SyntaxError`] for `List<`, an empty cell, or a sentence.
pub(super) fn parse(inlines: &[Inline], place: Place) -> Result<TypeExpr, SyntaxError> {
    parser::parse(lexer::tokens(inlines)?, place)
}
