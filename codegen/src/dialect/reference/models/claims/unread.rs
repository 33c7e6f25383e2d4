//! Warnings of rows that are not understood.

use super::models::Maker;
use crate::diagnostic::{Diagnostic, Topic};
use crate::page::Cell;

/// Longer texts are cut in messages.
const LONGEST: usize = 60;

impl Maker<'_, '_, '_> {
    /// A type cell says something that no word or template of the profile knows.
    pub fn unread_type(&mut self, cell: &Cell) {
        let text = self.cx.book.files.text(cell.place);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = match text.char_indices().nth(LONGEST) {
            Some((at, _)) => format!("{}…", &text[..at]),
            None => text,
        };
        self.diagnostics.push(
            Diagnostic::warning(
                Topic::NotUnderstood,
                cell.place,
                format!("the type `{}` is not understood", text.replace('`', "")),
            )
            .label("neither a type word nor the name of a model")
            .hint(
                "read as what its examples show, else as any JSON value; say what it is in `[reference.types]`, or set the field's `type` in `spec.toml`",
            ),
        );
    }
}
