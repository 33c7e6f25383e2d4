//! Errors and warnings about the input.
//!
//! Stages push [`Diagnostic`]s and go on; [`Diagnostics::gate`] stops the run
//! between stages, so that one run shows all errors of a stage.

pub(crate) mod color;
mod found;
pub mod github;
mod group;
pub(crate) mod json;
pub(crate) mod limit;
pub(crate) mod render;
pub(crate) mod snippet;
mod text;
pub(crate) mod topic;

use std::fmt;

use serde::Serialize;

use crate::source::Place;

pub use crate::clean::terminal as sanitize;
pub use found::Diagnostics;
pub use render::{Format, Printing, render};
pub use topic::Topic;

/// How much a diagnostic matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The run stops after this stage.
    Error,
    /// The output is written, but may not be what the docs mean.
    Warning,
}

/// One finding, with the place it is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// Error or warning.
    pub severity: Severity,
    /// What a warning is about; `None` for errors.
    pub topic: Option<Topic>,
    /// One sentence, lower case, no full stop.
    pub message: String,
    /// Where; `None` only for what has no file, such as an empty folder.
    pub place: Option<Place>,
    /// A label for the quoted text.
    pub label: String,
    /// How to fix it.
    pub hint: Option<String>,
    /// Other places that belong to the finding, each with a few words.
    pub related: Vec<(Place, String)>,
}

impl Diagnostic {
    /// An error at a place.
    pub fn error(place: Place, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, Some(place), message)
    }

    /// A warning at a place.
    pub fn warning(topic: Topic, place: Place, message: impl Into<String>) -> Self {
        Self {
            topic: Some(topic),
            ..Self::new(Severity::Warning, Some(place), message)
        }
    }

    /// An error that has no file.
    pub fn global_error(message: impl Into<String>) -> Self {
        Self::new(Severity::Error, None, message)
    }

    /// A warning that has no file.
    pub fn global_warning(topic: Topic, message: impl Into<String>) -> Self {
        Self {
            topic: Some(topic),
            ..Self::new(Severity::Warning, None, message)
        }
    }

    fn new(severity: Severity, place: Option<Place>, message: impl Into<String>) -> Self {
        let (label, hint, related) = (String::new(), None, Vec::new());
        Self {
            severity,
            topic: None,
            message: message.into(),
            place,
            label,
            hint,
            related,
        }
    }

    /// Adds a label for the quoted text.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Adds another place.
    #[must_use]
    pub fn related(mut self, place: Place, label: impl Into<String>) -> Self {
        self.related.push((place, label.into()));
        self
    }
}

/// A stage left errors behind; they are in the [`Diagnostics`] of the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Failed;

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the specs have errors")
    }
}

impl std::error::Error for Failed {}
