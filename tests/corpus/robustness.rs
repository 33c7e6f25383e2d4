//! Damaged pages of the corpus: a model or a diagnostic, never a panic.

#[path = "../cut.rs"]
mod cut;

use crate::shared;

fn pages() -> Vec<(String, String)> {
    let entries = std::fs::read_dir(shared("corpus")).expect("the corpus can be read");
    let entries = entries.map(|entry| entry.expect("an entry").path());
    let mut folders: Vec<_> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    cut::pages(&folders)
}

#[test]
#[ignore = "needs the corpus"]
fn a_page_cut_at_any_byte_does_not_panic() {
    cut::anywhere(&pages());
}

#[test]
#[ignore = "needs the corpus"]
fn a_page_without_any_one_of_its_lines_does_not_panic() {
    cut::without_a_line(&pages());
}
