//! The columns of a table, found by the words of its header.

use crate::page::Table;
use crate::source::Files;

/// The header of a table.
pub(crate) struct Columns<'f>(Vec<&'f str>);

impl<'f> Columns<'f> {
    /// The header of a table, as it stands in its file.
    pub fn of(files: &'f Files, table: &Table) -> Self {
        let cells = table.header.cells.iter();
        Self(cells.map(|cell| files.text(cell.place)).collect())
    }

    /// The first column under one of some words, case aside.
    pub fn find(&self, words: &[&str]) -> Option<usize> {
        self.0
            .iter()
            .position(|title| words.iter().any(|word| title.eq_ignore_ascii_case(word)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect::cells::testing::table;

    #[test]
    fn the_first_column_of_a_word_counts() {
        let (files, table) = table("| name | `Type` | TYPE | Name |\n| - | - | - | - |\n");
        let columns = Columns::of(&files, &table);
        assert_eq!(columns.find(&["Field", "Name"]), Some(0));
        assert_eq!(columns.find(&["Type"]), Some(2));
        assert_eq!(columns.find(&["Required"]), None);
    }
}
