//! What a folder makes a run do, other than write its files.

use std::path::Path;

use crate::cli::terminal::{say, warning};
use crate::output::Notice;

/// Says it.
pub fn notice(notice: Notice, folder: &Path) {
    let folder = folder.display();
    match notice {
        Notice::Waiting => say(&format!("waiting for another run that uses {folder}")),
        Notice::Unlocked => warning(&format!(
            "{folder} cannot be locked on this file system; start no second run meanwhile"
        )),
        Notice::Undone => warning(&format!(
            "a run was interrupted while it wrote to {folder}; what it had changed was changed back"
        )),
    }
}
