//! Where rows stand: the model whose fields they are.

use crate::claim::{ModelName, Role, Target};
use crate::dialect::reference::models::plan::{ModelId, Planned};
use crate::source::Place;

/// The model whose fields rows are.
#[derive(Debug, Clone)]
pub(super) struct Home {
    pub title: String,
    pub namespace: String,
    /// The path of its page, and its index.
    pub page: String,
    pub page_at: usize,
    pub anchor: String,
    /// The planned model that it is, or is nested in.
    pub model: ModelId,
    /// The header of the table that is read.
    pub header: Place,
    pub role: Option<Role>,
    pub all_optional: bool,
    pub all_nullable: bool,
}

impl Home {
    pub fn of(id: ModelId, planned: &Planned, header: Place) -> Self {
        Self {
            title: planned.title.value.clone(),
            namespace: planned.namespace.clone(),
            page: planned.page.clone(),
            page_at: planned.spot.page,
            anchor: planned.anchor.clone(),
            model: id,
            header,
            role: planned.role,
            all_optional: planned.all_optional,
            all_nullable: planned.all_nullable,
        }
    }

    /// What a type cell calls this model.
    pub fn name(&self, place: Place) -> ModelName {
        ModelName {
            name: self.title.clone(),
            namespace: Some(self.namespace.clone()),
            target: Some(Target::Anchor {
                page: self.page.clone(),
                anchor: self.anchor.clone(),
            }),
            linked_namespace: None,
            place,
        }
    }
}
