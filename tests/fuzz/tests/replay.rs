//! What was found once, and the seeds, replayed: `cargo test` needs neither `cargo fuzz` nor a
//! nightly compiler. Then some changes of each, always the same.

use std::fs;
use std::path::{Path, PathBuf};

use fuzz::TARGETS;

/// How many changes of each file are tried, if `FUZZ_CHANGES` does not say it.
const CHANGES: usize = 64;

/// A number that the environment has.
fn set(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files: Vec<_> = entries.filter_map(|entry| entry.ok()).collect();
    files.sort_by_key(fs::DirEntry::file_name);
    files.into_iter().map(|entry| entry.path()).collect()
}

/// What is replayed for a target: its name, and what is in the file.
fn inputs(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("seeds"), root.join("found")];
    // More of them, for who looks for faults.
    folders.extend(std::env::var_os("FUZZ_CORPUS").map(PathBuf::from));
    let files = folders.iter().map(|folder| files(&folder.join(target)));
    let read = |path: PathBuf| {
        let bytes = fs::read(&path).expect("a file can be read");
        (path, bytes)
    };
    files.flatten().map(read).collect()
}

fn replay(target: &str, changes: usize) {
    let inputs = inputs(target);
    assert!(!inputs.is_empty(), "no seeds of {target}");
    let run = |path: &Path, bytes: &[u8], how: &str| {
        let run = if how == "changed" {
            fuzz::sample
        } else {
            fuzz::run
        };
        let ran = std::panic::catch_unwind(|| run(target, bytes));
        assert!(ran.is_ok(), "{} {how}: {bytes:?}", path.display());
    };
    let changes = set("FUZZ_CHANGES").map_or(changes, |count| count as usize);
    let mut random = 0x2545_f491_4f6c_dd1d_u64 ^ set("FUZZ_SEED").unwrap_or_default();
    for (path, bytes) in &inputs {
        run(path, bytes, "as it is");
        for at in 0..changes {
            let mut bytes = bytes.clone();
            for _ in 0..=at % 4 {
                change(&mut bytes, &mut random);
            }
            run(path, &bytes, "changed");
        }
    }
}

/// Changes one thing: a byte, or a piece that is lost or stands twice.
fn change(bytes: &mut Vec<u8>, random: &mut u64) {
    let mut next = |end: usize| {
        *random ^= *random << 13;
        *random ^= *random >> 7;
        *random ^= *random << 17;
        (*random % end.max(1) as u64) as usize
    };
    let at = next(bytes.len());
    let end = (at + 1 + next(8)).min(bytes.len());
    match next(4) {
        0 if !bytes.is_empty() => bytes[at] = next(256) as u8,
        1 => bytes.insert(at, next(256) as u8),
        2 if at < end => drop(bytes.drain(at..end)),
        _ if at < end => {
            let piece = bytes[at..end].to_vec();
            bytes.splice(at..at, piece);
        }
        _ => {}
    }
}

#[test]
fn every_target_has_a_program() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz_targets");
    let mut programs: Vec<_> = files(&folder)
        .iter()
        .filter_map(|path| path.file_stem()?.to_str().map(str::to_owned))
        .collect();
    programs.sort();
    let mut targets: Vec<_> = TARGETS.iter().map(|target| target.name).collect();
    targets.sort_unstable();
    assert_eq!(programs, targets);
}

macro_rules! replayed {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                replay(stringify!($name), CHANGES);
            }
        )*

        #[test]
        fn every_target_is_replayed() {
            let replayed = [$(stringify!($name)),*];
            assert!(TARGETS.iter().all(|target| replayed.contains(&target.name)));
        }
    };
}

replayed!(page pages spec samples keys json value msgpack);
