//! What every rule may look at.

use indexmap::IndexMap;

use super::catalog::{Catalog, Entry};
use super::observed::Shown;
use crate::config::Config;
use crate::model::{Fact, Model, ModelPath, NotKnown, WireCase};
use crate::source::{Files, Place};

/// Models that are being settled, by their paths.
pub(crate) type Models = IndexMap<ModelPath, Model>;

/// What every rule may look at.
pub(crate) struct Context<'a> {
    pub(crate) files: &'a Files,
    pub(crate) config: &'a Config,
    pub(crate) catalog: Catalog<'a>,
    pub(crate) case: Fact<WireCase>,
    pub(crate) shown: Shown,
    pub(crate) not_known: NotKnown,
}

pub(crate) fn place_of(cx: &Context<'_>, path: &ModelPath) -> Option<Place> {
    let entry: &Entry<'_> = cx
        .catalog
        .entries
        .iter()
        .find(|entry| entry.path == *path)?;
    entry
        .witnesses
        .first()
        .map(|witness| witness.claim.name.place)
}
