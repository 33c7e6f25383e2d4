//! Diagnostics as JSON, one object a line.

use serde::Serialize;

use super::{Diagnostic, Diagnostics, Severity, Topic};
use crate::clean;
use crate::source::{Files, Place};

/// A finding as programs read it. Fields are added, but none is renamed or removed.
#[derive(Serialize)]
struct Line<'d> {
    /// What kind of line this is.
    reason: &'static str,
    severity: Severity,
    topic: Option<Topic>,
    message: &'d str,
    label: Option<&'d str>,
    help: Option<&'d str>,
    #[serde(flatten)]
    at: Option<At>,
    related: Vec<Related<'d>>,
}

/// Lines and columns count from 1, columns in characters; the end is behind the last character.
#[derive(Serialize)]
pub(super) struct At {
    pub file: String,
    pub line: usize,
    pub column: usize,
    pub end_line: usize,
    pub end_column: usize,
}

#[derive(Serialize)]
struct Related<'d> {
    message: &'d str,
    #[serde(flatten)]
    at: At,
}

/// All findings in the order of their places.
pub(super) fn lines(diagnostics: &Diagnostics, files: &Files) -> String {
    let sorted = diagnostics.sorted().into_iter();
    sorted.map(|it| line(it, files)).collect()
}

fn line(diagnostic: &Diagnostic, files: &Files) -> String {
    let related = diagnostic.related.iter();
    let line = Line {
        reason: "diagnostic",
        severity: diagnostic.severity,
        topic: diagnostic.topic,
        message: &diagnostic.message,
        label: Some(diagnostic.label.as_str()).filter(|label| !label.is_empty()),
        help: diagnostic.hint.as_deref(),
        at: diagnostic.place.map(|place| At::new(place, files)),
        related: related
            .map(|(place, message)| Related {
                message,
                at: At::new(*place, files),
            })
            .collect(),
    };
    // Keys are texts, and nothing is a number that JSON has not.
    let text = serde_json::to_string(&line).unwrap_or_default();
    clean::json(text) + "\n"
}

impl At {
    pub fn new(place: Place, files: &Files) -> Self {
        let start = files.locate(place);
        let end = place.end as usize;
        let end = files.locate(Place::new(place.file, end..end));
        Self {
            file: format!("{}{}", files.root, start.file),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Diagnostic, Diagnostics, Topic};
    use super::lines;
    use crate::source::{Files, Place, SourceFile};

    #[test]
    fn a_finding_is_an_object_with_all_that_is_printed() {
        let mut files = Files::default();
        files.root = "specs/".to_owned();
        let id = files.add(SourceFile::new("shop/order.md", "# Order\n\n| `id` |\n"));
        let mut diagnostics = Diagnostics::default();
        let odd = Diagnostic::warning(Topic::NotUnderstood, Place::new(id, 11..15), "odd \u{9b}");
        let odd = odd.label("this").hint("mend it");
        diagnostics.push(odd.related(Place::new(id, 0..7), "the model"));
        diagnostics.push(Diagnostic::global_error("no pages"));
        let text = lines(&diagnostics, &files);
        assert_eq!(
            text.lines().collect::<Vec<_>>(),
            [
                r#"{"reason":"diagnostic","severity":"error","topic":null,"message":"no pages","label":null,"help":null,"related":[]}"#,
                r##"{"reason":"diagnostic","severity":"warning","topic":"not-understood","message":"odd \u009b","label":"this","help":"mend it","file":"specs/shop/order.md","line":3,"column":3,"end_line":3,"end_column":7,"related":[{"message":"the model","file":"specs/shop/order.md","line":1,"column":1,"end_line":1,"end_column":8}]}"##,
            ]
        );
    }
}
