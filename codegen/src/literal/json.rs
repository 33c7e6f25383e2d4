//! The text of a sample as JSON.

use super::{Literal, reader};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::{FileId, Files, Located, Place};

/// The body of a sample; `None` leaves a diagnostic.
pub(crate) fn parse(
    files: &Files,
    id: FileId,
    diagnostics: &mut Diagnostics,
) -> Option<Located<Literal>> {
    let text = &files.get(id).text;
    let whole = Place::new(id, 0..text.len());
    if let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(text) {
        let at = offset(text, error.line(), error.column());
        let end = text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or_default();
        let error = Diagnostic::error(Place::new(id, at..end), "this sample is not JSON");
        diagnostics.push(error.label(message));
        return None;
    }
    reader::value(text, whole)
}

/// The byte of a line and column as serde_json counts: both from 1, columns in bytes.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let lines = text.split_inclusive('\n');
    let before: usize = lines.take(line.saturating_sub(1)).map(str::len).sum();
    let mut at = (before + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
