//! What a folder makes a run do, other than write its files.

use std::path::Path;

use fieldtable::diagnostic::sanitize;
use fieldtable::output::Notice;

use crate::terminal::{print, warning};

/// Says it.
pub fn say(notice: Notice, folder: &Path) {
    let folder = folder.display().to_string();
    let folder = sanitize(&folder);
    match notice {
        Notice::Waiting => print(format_args!("waiting for another run that uses {folder}\n")),
        Notice::Unlocked => warning(&format!(
            "{folder} cannot be locked on this file system; start no second run meanwhile"
        )),
        Notice::Undone => warning(&format!(
            "a run was interrupted while it wrote to {folder}; what it had changed was changed back"
        )),
    }
}
