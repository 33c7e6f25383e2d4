//! Diagnostics as GitHub's workflow commands, which show them beside the lines that they are about.
//! <https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands>

use std::fmt::Write;

use super::group::alone;
use super::json::At;
use super::limit::Limited;
use super::{Diagnostics, Printing, Severity};
use crate::clean;
use crate::source::Files;

/// All errors and as many warnings as are asked for, then a line that counts the rest.
pub(super) fn lines(diagnostics: &Diagnostics, files: &Files, printing: Printing<'_>) -> String {
    let each = diagnostics.sorted().into_iter().map(alone).collect();
    let limited = Limited::new(each, printing.warnings);
    let mut text = String::new();
    for diagnostic in limited.shown.iter().map(|alone| alone.first) {
        let at = diagnostic.place.map(|place| At::new(place, files));
        let at = at.map_or_else(String::new, |at| {
            let end = if at.line == at.end_line {
                format!(",endColumn={}", at.end_column)
            } else {
                String::new()
            };
            let file = property(&at.file);
            let (line, column, end_line) = (at.line, at.column, at.end_line);
            format!(" file={file},line={line},endLine={end_line},col={column}{end}")
        });
        let mut message = diagnostic.message.clone();
        for more in [Some(diagnostic.label.as_str()), diagnostic.hint.as_deref()] {
            if let Some(more) = more.filter(|more| !more.is_empty()) {
                message = format!("{message}\n{more}");
            }
        }
        let command = command(diagnostic.severity);
        // Writing to a string cannot fail.
        let _ = writeln!(text, "::{command}{at}::{}", data(&message));
    }
    let left_out = limited.count();
    if left_out > 0 {
        let all = printing.all;
        let message = format!("{left_out} more warnings are not shown; {all} prints them all");
        let _ = writeln!(text, "::notice::{}", data(&message));
    }
    text
}

/// A message that is about no place.
#[must_use]
pub fn message(severity: Severity, text: &str) -> String {
    format!("::{}::{}\n", command(severity), data(text))
}

fn command(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// Text behind a command: nothing of it ends the line.
fn data(text: &str) -> String {
    let text = clean::terminal(text).replace('%', "%25");
    text.replace('\r', "%0D").replace('\n', "%0A")
}

/// Text of a property: nothing of it ends that either.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::super::{Diagnostic, Diagnostics, Format, Printing, Topic, render};
    use crate::source::{Files, Place, SourceFile};

    #[test]
    fn findings_are_commands_and_no_text_adds_one() {
        let mut files = Files::default();
        files.root = "specs/".to_owned();
        let id = files.add(SourceFile::new("shop/a,b:c.md", "# Order\n\n| `id` |\n"));
        let mut diagnostics = Diagnostics::default();
        let evil = Diagnostic::error(Place::new(id, 11..15), "50% odd\n::error::evil");
        diagnostics.push(evil.label("this").hint("mend it"));
        for at in 0..3 {
            let place = Place::new(id, at..9);
            diagnostics.push(Diagnostic::warning(Topic::Type, place, "odd"));
        }
        let printing = Printing {
            format: Format::Github,
            warnings: Some(1),
            all: "--all",
            ..Printing::default()
        };
        let text = render(&diagnostics, &files, printing);
        assert_eq!(
            text.lines().collect::<Vec<_>>(),
            [
                "::warning file=specs/shop/a%2Cb%3Ac.md,line=1,endLine=3,col=1::odd",
                "::error file=specs/shop/a%2Cb%3Ac.md,line=3,endLine=3,col=3,endColumn=7::50%25 odd%0A::error::evil%0Athis%0Amend it",
                "::notice::2 more warnings are not shown; --all prints them all",
            ]
        );
    }
}
