//! What links mean while models are planned: those of tables, and of sections.

use std::collections::BTreeMap;

use super::build::Built;
use super::draft::Draft;
use super::{ModelId, PlannedBody};
use crate::dialect::reference::book::{Book, Landing, Spot, TableId};

/// What is known of links.
pub(super) struct Links<'a> {
    pub book: &'a Book<'a>,
    /// The tables, by where they stand.
    pub tables: &'a BTreeMap<TableId, usize>,
    pub by_section: BTreeMap<Spot, ModelId>,
}

impl Links<'_> {
    /// The model that a link on a page leads to.
    pub fn model(&self, built: &Built, page: usize, target: &str) -> Option<ModelId> {
        match self.book.follow(page, target) {
            Landing::Page(page) => self.section(Spot {
                page,
                section: None,
            }),
            Landing::Section(spot) => self.section(spot),
            Landing::Table(id) | Landing::Row(id, _) => {
                let table = self.tables.get(&id)?;
                built.by_table.get(table).copied()
            }
            Landing::NoAnchor(_) | Landing::Elsewhere => None,
        }
    }

    fn section(&self, spot: Spot) -> Option<ModelId> {
        self.by_section.get(&spot).copied()
    }

    /// The object that a link leads to: a model with fields or of such, and of no endpoint.
    pub fn object(&self, built: &Built, page: usize, target: &str) -> Option<ModelId> {
        let id = self.model(built, page, target)?;
        is_object(&built.drafts[id.0]).then_some(id)
    }
}

/// Whether a model is an object, or one of several.
fn is_object(draft: &Draft) -> bool {
    let is_value = matches!(draft.body, PlannedBody::Values(_) | PlannedBody::Listed(_));
    !is_value && draft.role.is_none()
}
