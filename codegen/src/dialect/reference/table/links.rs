//! Tables in a column of which each cell is a link: unions.

use super::columns::Grid;
use super::text::{bare, only_link, squeeze};
use crate::source::Located;

/// Which share of a column's cells must be links.
const LINKS: f64 = 0.9;

/// Targets and texts.
type Links = Vec<(String, Located<String>)>;

/// The first column of which nearly each cell is one link that `leads`, and that `may_be` it.
pub(super) fn find(
    grid: &Grid<'_>,
    may_be: impl Fn(usize) -> bool,
    leads: impl Fn(&str) -> bool,
) -> Option<(usize, Links)> {
    let mut columns = (0..grid.titles.len()).filter(|at| may_be(*at));
    columns.find_map(|column| {
        let (mut cells, mut found) = (0_u32, 0_u32);
        let mut links = Vec::new();
        for cell in grid.cells(column) {
            cells += 1;
            if let Some((target, text)) = only_link(&cell.inlines) {
                found += 1;
                let text = squeeze(&bare(text));
                links.push((target.to_owned(), Located::new(text, cell.place)));
            }
        }
        let is_enough = found > 0 && f64::from(found) >= LINKS * f64::from(cells);
        if !is_enough {
            return None;
        }
        let landed = links.iter().filter(|(target, _)| leads(target)).count();
        (2 * landed > links.len()).then_some((column, links))
    })
}
