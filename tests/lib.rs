//! What the whole-run tests share: a folder with specs, and the command line run in it.

pub mod tokens;
mod turns;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use tempfile::TempDir;

pub use turns::turn;

const WORKSPACE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// Names the folder in which runs keep what they remember.
const CACHE: &str = "FIELDTABLE_CACHE";

/// A page that every test can read.
pub const ORDER: &str = "\
# Order

## Fields

| Field      | Type                  | Required           | Description      | Example |
| ---------- | --------------------- | ------------------ | ---------------- | ------- |
| `orderId`  | *String*              | :heavy_check_mark: | Names the order. | o-17    |
| `quantity` | *Optional\\<Integer\\>* | :heavy_minus_sign: | How many.        | 3       |
";

/// A temporary folder with `specs/` in it; `out/` is where tests generate to.
#[derive(Debug)]
pub struct Project {
    folder: TempDir,
    /// What runs remember, so that they neither find nor leave anything in the folder of the user.
    cache: TempDir,
}

/// What a run of the command line left behind.
#[derive(Debug, PartialEq, Eq)]
pub struct Run {
    /// The exit status.
    pub status: i32,
    /// All of stdout.
    pub stdout: String,
    /// All of stderr.
    pub stderr: String,
}

impl Project {
    /// A project with these files below `specs/`.
    #[must_use]
    pub fn new(specs: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let cache = tempfile::tempdir().expect("a temporary folder");
        let project = Self { folder, cache };
        fs::create_dir(project.path("specs")).expect("a new folder");
        for (path, text) in specs {
            project.put(&format!("specs/{path}"), text);
        }
        project
    }

    /// A project with [`ORDER`] as the only page of the API `shop`.
    #[must_use]
    pub fn shop() -> Self {
        Self::new(&[("shop/java/models/Order.md", ORDER)])
    }

    /// A path in the project.
    #[must_use]
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Where runs keep what they remember.
    #[must_use]
    pub fn cache(&self) -> &Path {
        self.cache.path()
    }

    /// Writes a file and the folders above it.
    pub fn put(&self, path: &str, text: &str) {
        let path = self.path(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).expect("folders can be made");
        }
        fs::write(path, text).expect("files can be written");
    }

    /// Makes a symbolic link, and the folders above it; false where that cannot be.
    #[must_use]
    pub fn link(&self, path: &str, target: &str) -> bool {
        let path = self.path(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).expect("folders can be made");
        }
        #[cfg(unix)]
        return std::os::unix::fs::symlink(target, path).is_ok();
        #[cfg(not(unix))]
        return false;
    }

    /// Makes a pipe; false where that cannot be.
    #[must_use]
    pub fn pipe(&self, path: &str) -> bool {
        let made = Command::new("mkfifo").arg(self.path(path)).status();
        made.is_ok_and(|status| status.success())
    }

    /// Runs the command line in the project's folder.
    #[must_use]
    pub fn xtask(&self, args: &[&str]) -> Run {
        self.xtask_in("", args)
    }

    /// Runs the command line in a folder of the project.
    #[must_use]
    pub fn xtask_in(&self, folder: &str, args: &[&str]) -> Run {
        let output = self.command(folder, args).output().expect("xtask runs");
        Run::from(output)
    }

    /// Runs the program `fieldtable` in a folder of the project.
    #[must_use]
    pub fn fieldtable_in(&self, folder: &str, args: &[&str]) -> Run {
        let mut command = Command::new(program("fieldtable"));
        let command = command.current_dir(self.path(folder)).args(args);
        command.env(CACHE, self.cache());
        Run::from(command.output().expect("fieldtable runs"))
    }

    /// Runs the program `fieldtable` in the project's folder.
    #[must_use]
    pub fn fieldtable(&self, args: &[&str]) -> Run {
        self.fieldtable_in("", args)
    }

    /// Runs the command line with a stdout that nobody reads.
    #[must_use]
    pub fn xtask_unread(&self, args: &[&str]) -> Run {
        let mut command = self.command("", args);
        let command = command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("xtask runs");
        drop(child.stdout.take());
        Run::from(child.wait_with_output().expect("xtask ends"))
    }

    /// `codegen` from `specs/` to `out/`, with further arguments.
    #[must_use]
    pub fn codegen(&self, args: &[&str]) -> Run {
        self.xtask(&[&["codegen", "--specs", "specs", "--out", "out"], args].concat())
    }

    /// All files below a folder, with their text. Links are not followed, and pipes not read.
    #[must_use]
    pub fn files(&self, folder: &str) -> BTreeMap<String, String> {
        let mut files = BTreeMap::new();
        let root = self.path(folder);
        collect(&root, &root, &mut files);
        files
    }

    /// The command line, yet to be run in a folder of the project.
    #[must_use]
    pub fn command(&self, folder: &str, args: &[&str]) -> Command {
        let mut command = Command::new(xtask());
        command.current_dir(self.path(folder)).args(args);
        command.env(CACHE, self.cache());
        command
    }
}

/// Runs the command line at the root of this workspace.
#[must_use]
pub fn xtask_here(args: &[&str]) -> Run {
    let mut command = Command::new(xtask());
    let command = command.current_dir(WORKSPACE).args(args).env(CACHE, "");
    Run::from(command.output().expect("xtask runs"))
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            status: output.status.code().expect("an exit status"),
            stdout: String::from_utf8(output.stdout).expect("UTF-8 on stdout"),
            stderr: String::from_utf8(output.stderr).expect("UTF-8 on stderr"),
        }
    }
}

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, String>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.expect("a readable folder").path();
        let found = fs::symlink_metadata(&path).expect("an entry");
        if found.is_dir() {
            collect(root, &path, files);
            continue;
        }
        let text = if found.is_file() {
            let bytes = fs::read(&path).expect("a file");
            String::from_utf8_lossy(&bytes).into_owned()
        } else {
            format!("{:?}", found.file_type())
        };
        let below = path.strip_prefix(root).expect("a path below the root");
        files.insert(below.display().to_string(), text);
    }
}

/// `cargo xtask`, built once a test binary.
fn xtask() -> &'static Path {
    program("xtask")
}

/// A program of this workspace, built once a test binary.
fn program(name: &'static str) -> &'static Path {
    static XTASK: OnceLock<PathBuf> = OnceLock::new();
    static FIELDTABLE: OnceLock<PathBuf> = OnceLock::new();
    let known = match name {
        "xtask" => &XTASK,
        _ => &FIELDTABLE,
    };
    known.get_or_init(|| {
        // A package cannot name the binary of another one; cargo says where it is.
        let output = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "--locked"])
            .args(["--package", name, "--bin", name])
            .arg("--message-format=json-render-diagnostics")
            .current_dir(WORKSPACE)
            .stderr(Stdio::inherit())
            .output()
            .expect("cargo runs");
        assert!(output.status.success(), "{name} does not build");
        String::from_utf8_lossy(&output.stdout)
            .lines()
            .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
            .filter(|message| message["target"]["name"] == name)
            .find_map(|message| message["executable"].as_str().map(PathBuf::from))
            .expect("cargo names the executable")
    })
}

/// The root of this workspace.
#[must_use]
pub fn repository() -> &'static Path {
    Path::new(WORKSPACE)
}

/// Brings in what a crate depends on: whoever has built this workspace alone has less. Where all is
/// there, it needs no network.
fn fetch(package: &Path) {
    let fetch = |arguments: &[&str]| {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["fetch", "--quiet"]).args(arguments);
        cargo.current_dir(package).stderr(Stdio::piped());
        cargo.output().is_ok_and(|output| output.status.success())
    };
    assert!(
        fetch(&["--offline"]) || fetch(&[]),
        "what {} depends on cannot be brought in",
        package.display()
    );
}

/// Runs a cargo command on a crate that was written, warnings being errors, with the versions of
/// this workspace and no network; returns how it ended and what it printed.
#[must_use]
pub fn cargo(package: &Path, target: &Path, command: &[&str]) -> Run {
    let _turn = turn(package);
    fs::copy(repository().join("Cargo.lock"), package.join("Cargo.lock"))
        .expect("the lock file can be copied");
    fetch(package);
    let output = Command::new(env!("CARGO"))
        .args(command)
        .arg("--offline")
        .current_dir(package)
        .env("CARGO_TARGET_DIR", target)
        // Built once: what only a debugger or a second build needs is left out.
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_INCREMENTAL", "0")
        .env("RUSTFLAGS", "-Dwarnings")
        .env("RUSTDOCFLAGS", "-Dwarnings")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .output()
        .expect("cargo runs");
    Run::from(output)
}
