//! Damaged pages of our own specs: a model or a diagnostic, never a panic.

use std::path::PathBuf;

use crate::cut;

fn pages() -> Vec<(String, String)> {
    let specs: PathBuf = tests::repository().join("specs");
    cut::pages(&[specs])
}

#[test]
fn a_page_cut_at_any_byte_does_not_panic() {
    cut::anywhere(&pages());
}

#[test]
fn a_page_without_any_one_of_its_lines_does_not_panic() {
    cut::without_a_line(&pages());
}
