//! The input of all rules.

use std::collections::BTreeMap;

use super::catalog::Catalog;
use super::catalog::ids::NameId;
use super::observed::Observations;
use crate::config::{Config, ModelConfig};
use crate::diagnostic::{Diagnostics, Topic};
use crate::map::IndexMap;
use crate::model::{Fact, Model, ModelPath, NotKnown, WireCase};
use crate::source::{FileId, Files, Located, Place};

/// Models that are being decided, by their paths.
pub(crate) type Models = IndexMap<ModelPath, Model>;

/// The input of all rules.
pub(crate) struct Context<'a> {
    pub(crate) files: &'a Files,
    pub(crate) config: &'a Config,
    pub(crate) catalog: Catalog<'a>,
    pub(crate) case: Fact<WireCase>,
    pub(crate) observed: Observations,
    /// The keys that `spec.toml` gives to names in all models, each with the name it is set for.
    pub(crate) set_keys: BTreeMap<NameId, (&'a str, &'a Located<String>)>,
    pub(crate) not_known: NotKnown,
}

impl Context<'_> {
    /// Where the first page of a model names it.
    pub(crate) fn place_of(&self, path: &ModelPath) -> Option<Place> {
        let witness = self.catalog.of_path(path)?.witnesses.first()?;
        Some(witness.claim.name.place)
    }

    /// The settings of a model. One that no page describes goes by its path.
    pub(crate) fn settings_of(&self, path: &ModelPath) -> Option<&ModelConfig> {
        match self.catalog.of_path(path) {
            Some(entry) => entry.settings,
            None => Some(&self.config.models.get(path.as_str())?.value),
        }
    }
}

/// Type cells that a setting of the user overrules.
#[derive(Debug, Default)]
pub(crate) struct Overruled(BTreeMap<(FileId, u32), Place>);

impl Overruled {
    /// Adds a cell.
    pub(crate) fn add(&mut self, cell: Place) {
        self.0.insert((cell.file, cell.start), cell);
    }

    /// Whether a place lies in such a cell.
    pub(crate) fn contains(&self, place: Place) -> bool {
        let mut before = self.0.range(..=(place.file, place.start));
        before
            .next_back()
            .is_some_and(|(_, cell)| cell.contains(place))
    }

    /// Removes the warnings about these cells.
    pub(crate) fn take_back(&self, diagnostics: &mut Diagnostics) {
        diagnostics.retain(|found| {
            let about_form = matches!(found.topic, Some(Topic::NotUnderstood | Topic::Library));
            !about_form || !found.place.is_some_and(|place| self.contains(place))
        });
    }
}
