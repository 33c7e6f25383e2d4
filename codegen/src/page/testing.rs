//! Small pages for the tests of this module.

use super::reader::parse;
use super::tree::Page;
use crate::source::{Files, SourceFile};

pub(super) fn read(text: &str) -> (Files, Page) {
    let mut files = Files::default();
    let id = files.add(SourceFile::new("t.md", text));
    let page = parse(&files, id);
    (files, page)
}
