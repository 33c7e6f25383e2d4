//! What an update of the docs does to the crate: a changelog of two sets of models.

mod fields;
mod pairs;
mod report;
#[cfg(test)]
mod tests;
mod types;
mod unions;
mod values;

use serde::Serialize;

use crate::model::{Alias, Api, Docs, Kind, Model};
use crate::source::Location;
use pairs::Pairs;
use types::Both;

/// How much a change matters, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// A body that the old crate read is refused now, or is read as something else.
    BreaksReading,
    /// A program that uses the crate may not build any more.
    BreaksBuilding,
    /// Something is new, and nothing else has to change.
    Adds,
    /// Only the documentation differs.
    OnlyDocs,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    /// How much it matters.
    pub severity: Severity,
    /// The API's name.
    pub api: String,
    /// The Rust path of the model below the API's module; `None` for the API.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    /// The field by its Rust name, the value or the variant; `None` for the model.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// What has changed, in a few words: `is required now`.
    pub message: String,
    /// A line that says so: of the new docs, or of the old for what is gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Location>,
    /// Whether the line is one of the old docs.
    pub is_gone: bool,
}

/// The changes from the old APIs to the new, in the order of the APIs, their models and parts.
///
/// APIs go by their names, models by their Rust paths, fields by their keys on the wire. A model
/// of which only the path is another is a change of its name.
#[must_use]
pub fn compare(old: &[Api], new: &[Api]) -> Vec<Change> {
    let mut changes = Vec::new();
    for api in old {
        match new.iter().find(|other| other.name == api.name) {
            Some(other) => compare_apis(api, other, &mut changes),
            None => changes.push(of_api(api, Severity::BreaksBuilding, "is gone")),
        }
    }
    for api in new {
        if !old.iter().any(|other| other.name == api.name) {
            changes.push(of_api(api, Severity::Adds, "is new"));
        }
    }
    changes
}

/// The changes as markdown: a list for each severity of each API; empty if there are none.
#[must_use]
pub fn markdown(changes: &[Change]) -> String {
    report::markdown(changes)
}

fn of_api(api: &Api, severity: Severity, message: &str) -> Change {
    Change {
        severity,
        api: api.name.clone(),
        model: None,
        part: None,
        message: message.to_owned(),
        at: None,
        is_gone: false,
    }
}

fn compare_apis(old: &Api, new: &Api, changes: &mut Vec<Change>) {
    let pairs = Pairs::new(old, new);
    let both = Both {
        old,
        new,
        pairs: &pairs,
    };
    for (before, after) in &pairs.kept {
        let mut log = Log {
            api: &new.name,
            model: after,
            old: before,
            changes: &mut *changes,
        };
        compare_models(before, after, both, &mut log);
    }
    for model in pairs.gone {
        changes.push(Change {
            is_gone: true,
            ..of_model(new, model, Severity::BreaksBuilding, "is gone")
        });
    }
    for model in pairs.added {
        changes.push(of_model(new, model, Severity::Adds, "is new"));
    }
}

fn of_model(api: &Api, model: &Model, severity: Severity, message: &str) -> Change {
    Change {
        model: Some(model.path.to_string()),
        at: place(model).cloned(),
        ..of_api(api, severity, message)
    }
}

fn compare_models(old: &Model, new: &Model, both: Both<'_>, log: &mut Log<'_>) {
    if old.path != new.path {
        log.model(
            Severity::BreaksBuilding,
            format!("is the new name of `{}`", old.path),
        );
    }
    if old.replaced.as_ref().map(|it| &it.value) != new.replaced.as_ref().map(|it| &it.value) {
        log.model(
            Severity::BreaksBuilding,
            "another type takes its place".to_owned(),
        );
    }
    match (&old.kind, &new.kind) {
        (Kind::Struct(old), Kind::Struct(new)) => fields::compare(old, new, both, log),
        (Kind::Enum(old), Kind::Enum(new)) => values::compare(old, new, log),
        (Kind::Flags(old), Kind::Flags(new)) => values::compare_flags(old, new, log),
        (Kind::Union(old), Kind::Union(new)) => unions::compare(old, new, both, log),
        (Kind::Alias(Alias { ty: old }), Kind::Alias(Alias { ty: new })) => {
            if let Some((severity, message)) = both.type_change(old, new) {
                log.model(severity, message);
            }
        }
        (before, after) => {
            let severity = if both.reads_model(new, old) {
                Severity::BreaksBuilding
            } else {
                Severity::BreaksReading
            };
            log.model(
                severity,
                format!("is {}, was {}", word(after), word(before)),
            );
        }
    }
    log.docs(None, &old.docs, &new.docs, place(new));
}

/// A kind, as it is called in a sentence.
fn word(kind: &Kind) -> &'static str {
    match kind {
        Kind::Struct(_) => "a struct",
        Kind::Enum(_) => "an enum",
        Kind::Flags(_) => "flags",
        Kind::Union(_) => "a union",
        Kind::Alias(_) => "an alias",
    }
}

/// Text of the docs as code: no back tick of it ends the span.
fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max();
    let fence = "`".repeat(longest.unwrap_or_default() + 1);
    let gap = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{fence}{gap}{text}{gap}{fence}")
}

/// Where a model stands.
fn place(model: &Model) -> Option<&Location> {
    let read_from = model.read_from.first();
    read_from.or_else(|| model.evidence.first().map(|said| &said.at))
}

/// Takes down the changes of a model.
struct Log<'a> {
    api: &'a str,
    model: &'a Model,
    old: &'a Model,
    changes: &'a mut Vec<Change>,
}

impl Log<'_> {
    /// A change of the model as a whole.
    fn model(&mut self, severity: Severity, message: String) {
        let at = place(self.model).cloned();
        self.push(severity, None, message, at);
    }

    /// A change of a part.
    fn part(&mut self, severity: Severity, part: &str, message: String, at: Option<&Location>) {
        let at = at.or_else(|| place(self.model));
        self.push(severity, Some(part.to_owned()), message, at.cloned());
    }

    /// A part that is gone, and where it stood.
    fn gone(&mut self, severity: Severity, part: &str, what: &str, at: Option<&Location>) {
        let at = at.or_else(|| place(self.old));
        let message = format!("is gone{what}");
        self.push(severity, Some(part.to_owned()), message, at.cloned());
        if let Some(change) = self.changes.last_mut() {
            change.is_gone = true;
        }
    }

    /// What differs in the documentation of the model or of a part.
    fn docs(&mut self, part: Option<&str>, old: &Docs, new: &Docs, at: Option<&Location>) {
        let deprecated = match (&old.deprecated, &new.deprecated) {
            (None, Some(_)) => Some("is deprecated now"),
            (Some(_), None) => Some("is deprecated no more"),
            (Some(old), Some(new)) if old != new => Some("has another note on its deprecation"),
            _ => None,
        };
        let described = (old.description != new.description).then_some("is described otherwise");
        for message in deprecated.into_iter().chain(described) {
            let part = part.map(str::to_owned);
            self.push(Severity::OnlyDocs, part, message.to_owned(), at.cloned());
        }
    }

    fn push(
        &mut self,
        severity: Severity,
        part: Option<String>,
        message: String,
        at: Option<Location>,
    ) {
        self.changes.push(Change {
            severity,
            api: self.api.to_owned(),
            model: Some(self.model.path.to_string()),
            part,
            message,
            at,
            is_gone: false,
        });
    }
}
