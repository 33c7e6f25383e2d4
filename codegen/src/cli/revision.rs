//! A folder as a git revision has it.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// Writes a folder as a revision has it to a temporary one, through an index of its own: the work
/// tree and its index stay as they are. `None` where there is no such revision, or no git, or where
/// the revision does not have the folder.
pub fn specs(revision: &str, folder: &Path) -> io::Result<Option<TempDir>> {
    let git = |args: &[&str]| output(Command::new("git").arg("-C").arg(folder).args(args));
    let commit = format!("{revision}^{{commit}}");
    let asked = [
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        &commit,
    ];
    let (Some(commit), Some(top), Some(prefix)) = (
        git(&asked),
        git(&["rev-parse", "--show-toplevel"]),
        git(&["rev-parse", "--show-prefix"]),
    ) else {
        return Ok(None);
    };
    let written = tempfile::tempdir()?;
    let index = tempfile::tempdir()?;
    let tree = format!("{commit}:{}", prefix.trim_end_matches('/'));
    let to = format!("{}/", written.path().display());
    let apart = |args: &[&str]| {
        let mut command = Command::new("git");
        command.env("GIT_INDEX_FILE", index.path().join("index"));
        output(command.arg("-C").arg(&top).args(args))
    };
    let read = apart(&["read-tree", &tree]);
    let done = read.and_then(|_| apart(&["checkout-index", "--all", "--prefix", &to]));
    Ok(done.map(|_| written))
}

/// What a command prints; `None` if it fails or is not there.
fn output(command: &mut Command) -> Option<String> {
    let command = command.stdin(Stdio::null()).stderr(Stdio::null());
    let done = command.output().ok().filter(|done| done.status.success())?;
    let text = String::from_utf8(done.stdout).ok()?;
    Some(text.trim_end_matches(['\n', '\r']).to_owned())
}
