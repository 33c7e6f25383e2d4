//! A run ends at each of its steps, or fails there, and the next one finds nothing amiss.

mod others;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use super::{files, put, unexpected};
use crate::emit::CrateFiles;
use crate::output::disk::{Disk, Real};
use crate::output::write::{mend_on, write_to};
use crate::output::{Notice, check, write};

/// What goes wrong at a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    /// The process ends before the step, or with half of a file written: nothing happens any more.
    Death,
    /// The system refuses this step, and no other.
    Refusal,
    /// From this step on, nothing that needs space works.
    FullDisk,
}

/// A disk with a fault at a step.
struct Faulty {
    fault: Fault,
    at: usize,
    steps: Cell<usize>,
}

impl Faulty {
    fn new(fault: Fault, at: usize) -> Self {
        let steps = Cell::new(0);
        Self { fault, at, steps }
    }

    /// Whether the fault was met.
    fn was_met(&self) -> bool {
        self.steps.get() > self.at
    }

    fn step(&self, needs_space: bool) -> io::Result<()> {
        let step = self.steps.replace(self.steps.get() + 1);
        let fails = match self.fault {
            Fault::Death => step >= self.at,
            Fault::Refusal => step == self.at,
            Fault::FullDisk => step >= self.at && needs_space,
        };
        if fails {
            Err(io::Error::other("the fault"))
        } else {
            Ok(())
        }
    }
}

impl Disk for Faulty {
    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.step(true)?;
        Real.make_folder(path)
    }

    fn put(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let done = self.step(true);
        if done.is_err() && self.steps.get() == self.at + 1 {
            Real.put(path, &bytes[..bytes.len() / 2])?;
        }
        done?;
        Real.put(path, bytes)
    }

    fn keep(&self, path: &Path, to: &Path) -> io::Result<()> {
        self.step(true)?;
        Real.keep(path, to)
    }

    fn add(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(false)?;
        Real.add(from, to)
    }

    fn replace(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(false)?;
        Real.replace(from, to)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.step(false)?;
        Real.remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.step(false)?;
        Real.remove_folder(path)
    }
}

/// What lies below a folder: files with their bytes, and folders.
fn tree(folder: &Path) -> Tree {
    let entries = walkdir::WalkDir::new(folder).min_depth(1);
    let entries = entries.into_iter().map(Result::unwrap);
    let named = entries.map(|entry| {
        let path = entry.path().strip_prefix(folder).unwrap();
        let bytes = entry.file_type().is_file().then(|| fs::read(entry.path()));
        (path.display().to_string(), bytes.transpose().unwrap())
    });
    named.collect()
}

fn before() -> CrateFiles {
    files([
        ("Cargo.toml", "1"),
        ("src/lib.rs", "1"),
        ("src/old/gone.rs", "1"),
        ("src/same.rs", "1"),
    ])
}

fn after() -> CrateFiles {
    files([
        ("Cargo.toml", "2"),
        ("src/lib.rs", "2"),
        ("src/new/deep/a.rs", "2"),
        ("src/new/b.rs", "2"),
        ("src/same.rs", "1"),
    ])
}

/// The folder of an earlier run, with files of somebody else.
fn crate_before() -> tempfile::TempDir {
    let temp = tempfile::tempdir().unwrap();
    let out = temp.path();
    write(out, &before(), &mut unexpected).unwrap();
    put(out, "mine.txt", "mine");
    put(out, "src/mine.rs", "mine");
    put(out, ".hidden", "mine");
    fs::create_dir(out.join("src/mine")).unwrap();
    temp
}

type Tree = BTreeMap<String, Option<Vec<u8>>>;

/// The folder before and after a run without faults.
fn trees() -> (Tree, Tree) {
    let temp = crate_before();
    let before = tree(temp.path());
    write(temp.path(), &after(), &mut unexpected).unwrap();
    (before, tree(temp.path()))
}

/// Lets a fault happen at each step in turn, until there is no such step; returns how many there are.
fn at_each_step(fault: Fault, mut run: impl FnMut(&Faulty, usize)) -> usize {
    for at in 0.. {
        let disk = Faulty::new(fault, at);
        run(&disk, at);
        if !disk.was_met() {
            return at;
        }
    }
    unreachable!("a run has an end")
}

/// What is right after a run that ended before its time, and after the next one.
fn assert_mended(out: &Path, (before, whole): &(Tree, Tree), case: &str) {
    let found = check(out, &after(), &mut unexpected).unwrap();
    let mut notices = Vec::new();
    mend_on(&Real, out, &mut |notice| notices.push(notice)).unwrap();
    let mended = tree(out);
    assert!(mended == *before || mended == *whole, "{case}: {mended:#?}");
    match found {
        None => assert_eq!(notices, [Notice::Undone], "{case}"),
        Some(drifts) => {
            assert_eq!(notices, [], "{case}");
            assert_eq!(drifts.is_empty(), mended == *whole, "{case}");
        }
    }
    write(out, &after(), &mut unexpected).unwrap();
    assert_eq!(tree(out), *whole, "{case}");
}

#[test]
fn a_run_that_dies_at_any_step_is_taken_back_by_the_next() {
    let trees = trees();
    let steps = at_each_step(Fault::Death, |disk, at| {
        let temp = crate_before();
        let written = write_to(disk, temp.path(), &after(), &mut unexpected);
        assert_eq!(written.is_err(), disk.was_met(), "step {at}");
        assert_mended(temp.path(), &trees, &format!("step {at}"));
    });
    assert!(steps > 25, "{steps}");
}

#[test]
#[ignore = "long"]
fn a_run_that_dies_while_it_takes_back_is_taken_back_too() {
    let trees = trees();
    at_each_step(Fault::Death, |disk, at| {
        at_each_step(Fault::Death, |mending, again| {
            let temp = crate_before();
            let disk = Faulty::new(disk.fault, at);
            let _ = write_to(&disk, temp.path(), &after(), &mut unexpected);
            let _ = mend_on(mending, temp.path(), &mut |_| ());
            assert_mended(temp.path(), &trees, &format!("steps {at} and {again}"));
        });
        // How many steps there are is a matter of the first run.
        let temp = crate_before();
        let _ = write_to(disk, temp.path(), &after(), &mut unexpected);
    });
}

#[test]
#[ignore = "long"]
fn what_the_system_refuses_leaves_the_folder_as_it_was() {
    let trees = trees();
    for fault in [Fault::Refusal, Fault::FullDisk] {
        let mut refused = 0;
        at_each_step(fault, |disk, at| {
            let temp = crate_before();
            let out = temp.path();
            let case = format!("{fault:?} at {at}");
            match write_to(disk, out, &after(), &mut unexpected) {
                Ok(_) => assert_eq!(tree(out), trees.1, "{case}"),
                Err(error) if tree(out) == trees.0 => {
                    let error = error.to_string();
                    assert!(error.ends_with("the fault"), "{case}: {error}");
                    refused += 1;
                }
                // The last steps remove what was of use for the others: what is new is there.
                Err(error) => {
                    assert!(error.to_string().contains(".fieldtable"), "{case}: {error}");
                    assert_eq!(
                        check(out, &after(), &mut unexpected).unwrap(),
                        Some(Vec::new())
                    );
                }
            }
            assert_mended(out, &trees, &case);
        });
        assert!(refused > 12, "{fault:?}: {refused}");
    }
}

#[test]
fn a_folder_that_was_not_there_is_not_there_again() {
    at_each_step(Fault::Refusal, |disk, at| {
        let temp = tempfile::tempdir().unwrap();
        let out = temp.path().join("a/out");
        if write_to(disk, &out, &after(), &mut unexpected).is_err()
            && !out.join("Cargo.toml").exists()
        {
            assert_eq!(tree(temp.path()), Tree::new(), "step {at}");
        }
        write(&out, &after(), &mut unexpected).unwrap();
        assert_eq!(
            check(&out, &after(), &mut unexpected).unwrap(),
            Some(Vec::new())
        );
        assert!(!out.join(".fieldtable").exists(), "step {at}");
    });
}
