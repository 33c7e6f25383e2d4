//! Fields of one value: ``always `x` ``.

use super::models::Maker;
use super::shapes::constant;
use crate::claim::{Const, Scalar};
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
}
