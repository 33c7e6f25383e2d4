//! Small tables for the tests of this module.

use crate::page::{self, Block, Table};
use crate::source::{Files, SourceFile};

/// The table that a page begins with.
pub(crate) fn table(text: &str) -> (Files, Table) {
    let mut files = Files::default();
    let id = files.add(SourceFile::new("t.md", text));
    let page = page::parse(&files, id);
    let Some(Block::Table(table)) = page.intro.into_iter().next() else {
        panic!("no table in {text}");
    };
    (files, *table)
}
