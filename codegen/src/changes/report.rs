//! Changes as a changelog.

use std::fmt::Write;

use super::{Change, Severity};

/// The headings, in the order of the changelog.
const SECTIONS: [(Severity, &str); 4] = [
    (Severity::BreaksReading, "Breaks reading"),
    (Severity::BreaksBuilding, "Breaks building"),
    (Severity::Adds, "Adds"),
    (Severity::OnlyDocs, "Only documentation"),
];

/// A section for each API, and in it a list for each severity.
pub(super) fn markdown(changes: &[Change]) -> String {
    let mut apis: Vec<&str> = Vec::new();
    for change in changes {
        if !apis.contains(&change.api.as_str()) {
            apis.push(&change.api);
        }
    }
    let mut text = String::new();
    for api in apis {
        let _ = writeln!(text, "# {api}\n");
        let of_api = changes.iter().filter(|change| change.api == api);
        for (severity, title) in SECTIONS {
            let mut those = of_api
                .clone()
                .filter(|it| it.severity == severity)
                .peekable();
            if those.peek().is_some() {
                let _ = writeln!(text, "## {title}\n");
                for change in those {
                    let _ = writeln!(text, "- {}", line(change));
                }
                text.push('\n');
            }
        }
    }
    text.trim_end().to_owned()
}

fn line(change: &Change) -> String {
    let subject = match (&change.model, &change.part) {
        (Some(model), Some(part)) => format!("`{model}.{part}`"),
        (Some(model), None) => format!("`{model}`"),
        (None, _) => "the API".to_owned(),
    };
    let at = change.at.as_ref();
    let at = at.map_or_else(String::new, |at| {
        let was = if change.is_gone { "was at " } else { "" };
        format!(" ({was}{}:{})", at.file, at.line)
    });
    format!("{subject} {}{at}", change.message)
}
