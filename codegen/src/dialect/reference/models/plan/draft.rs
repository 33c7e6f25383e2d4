//! Models before they have a name.

use crate::claim::Role;
use crate::dialect::reference::book::Spot;
use crate::source::Place;

use super::seen::NameParts;
use super::{ModelId, PlannedBody};

/// A model without a name.
#[derive(Debug)]
pub(super) struct Draft {
    pub body: PlannedBody,
    pub spot: Spot,
    /// What it is named by.
    pub place: Place,
    pub parts: NameParts,
    pub role: Option<Role>,
    pub route: Option<String>,
    /// The models whose fields it has beside its own.
    pub extends: Vec<ModelId>,
    pub all_optional: bool,
    pub all_nullable: bool,
}

impl Draft {
    /// A model of no endpoint.
    pub fn new(body: PlannedBody, spot: Spot, place: Place, parts: NameParts) -> Self {
        Self {
            body,
            spot,
            place,
            parts,
            role: None,
            route: None,
            extends: Vec::new(),
            all_optional: false,
            all_nullable: false,
        }
    }

    /// Takes off what tells of an endpoint: values are of none.
    pub fn is_of_no_call(&mut self) {
        self.role = None;
        self.route = None;
        self.parts.role.clear();
    }
}
