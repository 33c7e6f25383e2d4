//! Tables in a column of which each cell is a link: unions.

use super::columns::Grid;
use super::text::{bare, only_link, squeeze};
use super::{LinkTable, ValueTable};
use crate::source::Located;

/// Which share of a column's cells must be links.
const LINKS: f64 = 0.9;

/// The first column of which nearly each cell is one link that `leads`.
pub(super) fn read<'b>(
    grid: &Grid<'b>,
    values: Option<ValueTable<'b>>,
    leads: impl Fn(&str) -> bool,
) -> Result<LinkTable<'b>, Option<ValueTable<'b>>> {
    let found = (0..grid.titles.len()).find_map(|column| {
        let (mut cells, mut links) = (0_u32, Vec::new());
        for cell in grid.cells(column) {
            cells += 1;
            if let Some((target, text)) = only_link(&cell.inlines) {
                let text = squeeze(&bare(text));
                links.push((target.to_owned(), Located::new(text, cell.place)));
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "there are few rows")]
        let is_enough = !links.is_empty() && links.len() as f64 >= LINKS * f64::from(cells);
        let landed = links.iter().filter(|(target, _)| leads(target)).count();
        (is_enough && 2 * landed > links.len()).then_some(links)
    });
    match found {
        Some(links) => Ok(LinkTable { links, values }),
        None => Err(values),
    }
}
