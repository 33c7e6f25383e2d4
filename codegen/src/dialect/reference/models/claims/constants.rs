//! Fields of one value: ``always `x` ``.

use super::enums::links;
use super::home::Home;
use super::models::Maker;
use super::shapes::constant;
use crate::claim::{Const, Scalar};
use crate::dialect::reference::models::plan::PlannedBody;
use crate::dialect::reference::table::{FieldRow, spelled};

impl Maker<'_, '_, '_> {
    /// The only value that a description says a scalar has.
    pub fn constant(&self, row: &FieldRow<'_>, scalar: Scalar) -> Option<Const> {
        let cell = row.description.first()?;
        let text = spelled(&cell.inlines);
        if !text.contains('`') {
            return None;
        }
        let (_, groups) = self.cx.book.profile.enums.constant.captures(&text)?;
        constant(groups.iter().skip(1).flatten().next()?.as_str(), scalar)
    }

    /// The value that a table of links has for this model, if the field links to that table.
    pub fn tag(&self, row: &FieldRow<'_>, scalar: Scalar, home: &Home) -> Option<Const> {
        let cx = self.cx;
        // Fields below a field are none of the member itself.
        if cx.tags.is_empty() || home.anchor != cx.planned(home.model).anchor {
            return None;
        }
        let cells = row.ty.iter().chain(&row.values).chain(&row.description);
        let mut targets = cells.flat_map(|cell| links(&cell.inlines));
        targets.find_map(|(target, _)| {
            // The table is that of the union, or of an enum of the same values.
            let id = cx.linked(home.page_at, target)?;
            let (PlannedBody::Links(table) | PlannedBody::Values(table)) = cx.planned(id).body
            else {
                return None;
            };
            constant(cx.tags.get(&(home.model, table))?, scalar)
        })
    }
}
