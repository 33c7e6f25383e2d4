//! Statements by their lines and columns, as Python has them.

use std::ops::Range;

use crate::sdk_source::tokens::Tokens;

/// What starts a line outside of all brackets, up to the next such line.
pub(super) struct Statement {
    pub range: Range<usize>,
    pub column: usize,
}

/// The statements of a file, those in others too.
pub(super) fn statements(tokens: &Tokens<'_>) -> Vec<Statement> {
    let mut found: Vec<Statement> = Vec::new();
    let mut line = 0;
    let mut at = 0;
    while at < tokens.len() {
        if tokens.line(at) > line {
            if let Some(last) = found.last_mut() {
                last.range.end = at;
            }
            found.push(Statement {
                range: at..tokens.len(),
                column: tokens.column(at),
            });
        }
        let behind = tokens.behind(at);
        line = tokens.line(behind - 1);
        at = behind;
    }
    found
}
