//! What the columns of a table tell, by their headers and, beside those that are known, by their
//! cells.

use super::number::number;
use super::text::bare;
use crate::dialect::reference::profile::{Column, Profile};
use crate::page::{Cell, Row, lines};

/// The header and rows of a table; an HTML table without a header goes on with the one before.
pub(super) struct Grid<'b> {
    pub header: &'b Row,
    /// The texts of the header's cells.
    pub titles: Vec<String>,
    pub rows: Vec<&'b Row>,
}

impl<'b> Grid<'b> {
    pub fn new(header: &'b Row, rows: Vec<&'b Row>) -> Self {
        let titles = header.cells.iter();
        let titles = titles.map(|cell| super::text::squeeze(&bare(&cell.inlines)));
        Self {
            header,
            titles: titles.collect(),
            rows,
        }
    }

    /// The cells of a column that say something.
    pub fn cells(&self, column: usize) -> impl Iterator<Item = &'b Cell> {
        let cells = self
            .rows
            .iter()
            .filter_map(move |row| row.cells.get(column));
        cells.filter(|cell| !cell.inlines.is_empty())
    }

    /// Which share of a column's cells is so; none of an empty column.
    pub fn share(&self, column: usize, is: impl Fn(&str) -> bool) -> f64 {
        self.share_of(column, |cell| is(bare(&cell.inlines).trim()))
    }

    /// The same of the first line of each cell: names have notes below them.
    pub fn share_of_lines(&self, column: usize, is: impl Fn(&str) -> bool) -> f64 {
        self.share_of(column, |cell| {
            let mut lines = lines(&cell.inlines).into_iter().map(bare);
            let line = lines.find(|line| !line.trim().is_empty());
            line.is_some_and(|line| is(line.trim()))
        })
    }

    fn share_of(&self, column: usize, is: impl Fn(&Cell) -> bool) -> f64 {
        let (mut all, mut those) = (0_u32, 0_u32);
        for cell in self.cells(column) {
            all += 1;
            those += u32::from(is(cell));
        }
        if all == 0 {
            0.0
        } else {
            f64::from(those) / f64::from(all)
        }
    }

    /// Whether all cells of a column are numbers.
    pub fn is_numbers(&self, column: usize) -> bool {
        let mut cells = self.cells(column).peekable();
        cells.peek().is_some() && cells.all(|cell| number(&bare(&cell.inlines)).is_some())
    }
}

/// The roles of columns.
#[derive(Debug, Default)]
pub(super) struct Columns {
    known: Vec<(Column, usize, By)>,
}

/// By what a role was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    Word,
    Pattern,
    Cells,
}

impl Columns {
    /// By words, then by patterns.
    pub fn by_header(titles: &[String], profile: &Profile) -> Self {
        let mut columns = Self::default();
        for (role, words) in &profile.columns.words {
            columns.add(*role, titles, By::Word, |title| words.find(title).is_some());
        }
        for (role, patterns) in &profile.columns.like {
            columns.add(*role, titles, By::Pattern, |title| {
                patterns.find(title).is_some()
            });
        }
        columns
    }

    fn add(&mut self, role: Column, titles: &[String], by: By, is: impl Fn(&str) -> bool) {
        if self.at(role).is_none() {
            let mut titles = titles.iter().enumerate();
            let at = titles.find(|(at, title)| self.role(*at).is_none() && is(title));
            self.known.extend(at.map(|(at, _)| (role, at, by)));
        }
    }

    /// Gives a column its role, which takes it from what it was.
    pub fn set(&mut self, role: Column, at: usize, by: By) {
        self.known
            .retain(|(known, column, _)| *known != role && *column != at);
        self.known.push((role, at, by));
    }

    /// The column of a role.
    pub fn at(&self, role: Column) -> Option<usize> {
        let mut known = self.known.iter();
        known
            .find(|(known, ..)| *known == role)
            .map(|(_, at, _)| *at)
    }

    /// The role of a column.
    pub fn role(&self, at: usize) -> Option<Column> {
        let mut known = self.known.iter();
        known
            .find(|(_, known, _)| *known == at)
            .map(|(role, ..)| *role)
    }

    /// Whether its header says what a column is.
    pub fn is_known(&self, role: Column) -> bool {
        let mut known = self.known.iter();
        known.any(|(known, _, by)| *known == role && *by != By::Cells)
    }

    /// Whether a word of its header does.
    pub fn is_told(&self, role: Column) -> bool {
        self.known
            .contains(&(role, self.at(role).unwrap_or_default(), By::Word))
    }

    /// Takes the role of a column away.
    pub fn forget(&mut self, role: Column) {
        self.known.retain(|(known, ..)| *known != role);
    }

    /// By what a column has its role, for `explain`.
    pub fn cue(&self, role: Column, titles: &[String]) -> Option<String> {
        let mut known = self.known.iter();
        let (_, at, by) = known.find(|(known, ..)| *known == role)?;
        let title = &titles[*at];
        Some(match by {
            By::Word => format!("header word `{title}`"),
            By::Pattern => format!("header `{title}`"),
            By::Cells => format!("cells below `{title}`"),
        })
    }
}
