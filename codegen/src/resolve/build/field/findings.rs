//! Results of building models that later steps use.

use super::disagreement::Disagreements;
use crate::resolve::context::Overruled;

/// What comes up while models are built.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    /// Fields about whose types pages disagree.
    pub disagreements: Disagreements,
    /// Cells in whose place the user has said what is meant.
    pub overruled: Overruled,
}
