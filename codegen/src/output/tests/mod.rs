mod faults;
mod notices;

use std::fs;
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::{Drift, DriftKind, Notice, Written};
use crate::emit::{CrateFiles, MARK};

fn ours(body: &str) -> String {
    format!("// {MARK}\n{body}\n")
}

fn unexpected(notice: Notice) {
    panic!("{notice:?}");
}

fn write(out: &Path, files: &CrateFiles) -> io::Result<Written> {
    super::write(out, files, &mut unexpected)
}

fn check(out: &Path, files: &CrateFiles) -> io::Result<Vec<Drift>> {
    super::check(out, files, &mut unexpected).map(|found| found.expect("no run was interrupted"))
}

fn files<const N: usize>(files: [(&str, &str); N]) -> CrateFiles {
    files
        .into_iter()
        .map(|(path, body)| (path.to_owned(), ours(body)))
        .collect()
}

fn put(out: &Path, path: &str, text: &str) {
    let path = out.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn get(out: &Path, path: &str) -> String {
    fs::read_to_string(out.join(path)).unwrap()
}

fn strings<const N: usize>(strings: [&str; N]) -> Vec<String> {
    strings.map(str::to_owned).to_vec()
}

#[test]
fn a_folder_that_is_not_there_is_made_and_then_left_alone() {
    let temp = tempfile::tempdir().unwrap();
    let out = temp.path().join("a/b");
    let wanted = files([("Cargo.toml", "x"), ("src/shop/mod.rs", "y")]);
    let first = write(&out, &wanted).unwrap();
    assert_eq!(first.changed, ["Cargo.toml", "src/shop/mod.rs"]);
    assert_eq!(get(&out, "src/shop/mod.rs"), ours("y"));

    let old = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000);
    let file = fs::File::options()
        .append(true)
        .open(out.join("Cargo.toml"));
    file.unwrap().set_modified(old).unwrap();
    let second = write(&out, &wanted).unwrap();
    let untouched = Written {
        unchanged: 2,
        ..Written::default()
    };
    assert_eq!(second, untouched);
    let time = fs::metadata(out.join("Cargo.toml")).unwrap().modified();
    assert_eq!(time.unwrap(), old);
    assert_eq!(check(&out, &wanted).unwrap(), []);
}

#[test]
fn only_what_changed_is_written_and_only_marked_orphans_go() {
    let temp = tempfile::tempdir().unwrap();
    let out = temp.path();
    write(
        out,
        &files([("src/a.rs", "a"), ("src/old/b.rs", "b"), ("c.rs", "c")]),
    )
    .unwrap();
    put(out, "README.md", "mine");
    put(out, "src/mine.rs", &format!("// mine\n// {MARK}\n"));
    put(out, "src/kept/mine.rs", "mine");
    put(out, "src/kept/orphan.rs", &ours(""));
    put(out, "target/debug/x.rs", &ours(""));
    put(out, ".git/x", &ours(""));
    put(out, "src/target/x.rs", &ours(""));
    put(out, "other/Cargo.toml", &ours("another crate"));
    put(out, "other/src/lib.rs", &ours(""));

    let written = write(out, &files([("src/a.rs", "new"), ("c.rs", "c")])).unwrap();
    assert_eq!(
        written,
        Written {
            changed: strings(["src/a.rs"]),
            unchanged: 1,
            removed: strings(["src/kept/orphan.rs", "src/old/b.rs", "src/target/x.rs"]),
        }
    );
    assert_eq!(get(out, "src/a.rs"), ours("new"));
    assert!(!out.join("src/old").exists());
    assert!(!out.join("src/target").exists());
    for kept in [
        "README.md",
        "src/mine.rs",
        "src/kept/mine.rs",
        "target/debug/x.rs",
        ".git/x",
        "other/Cargo.toml",
        "other/src/lib.rs",
    ] {
        assert!(out.join(kept).exists(), "{kept}");
    }
    let mut left: Vec<_> = fs::read_dir(out.join("src")).unwrap().collect();
    left.sort_by_key(|entry| entry.as_ref().unwrap().file_name());
    let left: Vec<_> = left.into_iter().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(left, ["a.rs", "kept", "mine.rs"]);
}

#[test]
fn files_of_others_are_named_and_nothing_is_written() {
    let temp = tempfile::tempdir().unwrap();
    let out = temp.path();
    put(out, "b.rs", "mine");
    put(out, "c.rs", "");
    put(out, "orphan.rs", &ours(""));
    let error = write(out, &files([("a.rs", ""), ("b.rs", ""), ("c.rs", "")])).unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::AlreadyExists);
    let message = error.to_string();
    let named: Vec<_> = message.lines().filter(|l| l.starts_with("  ")).collect();
    let path = |name: &str| format!("  {}", out.join(name).display());
    assert_eq!(named, [path("b.rs"), path("c.rs")]);
    assert!(!out.join("a.rs").exists());
    assert!(out.join("orphan.rs").exists());
    assert_eq!(get(out, "b.rs"), "mine");
}

#[test]
fn paths_that_lead_out_are_all_refused_before_anything_is_written() {
    let temp = tempfile::tempdir().unwrap();
    let out = temp.path().join("out");
    let wanted = files([
        ("../x.rs", ""),
        ("/fieldtable-x.rs", ""),
        ("", ""),
        ("a.rs", ""),
        ("src/../../y.rs", ""),
        ("src/./z.rs", ""),
        ("src\\..\\z.rs", ""),
    ]);
    let error = write(&out, &wanted).unwrap_err().to_string();
    assert_eq!(error.lines().count(), 6, "{error}");
    assert!(!out.exists());
    assert_eq!(check(&out, &wanted).unwrap_err().to_string(), error);
}

#[test]
fn a_folder_in_the_way_of_a_file_and_a_file_in_the_way_of_a_folder_are_refused() {
    let temp = tempfile::tempdir().unwrap();
    let out = temp.path();
    put(out, "a.rs/x", "");
    put(out, "src", "");
    let error = write(
        out,
        &files([("a.rs", ""), ("b.rs", ""), ("src/lib.rs", "")]),
    )
    .unwrap_err();
    let path = |name: &str| out.join(name).display().to_string();
    assert_eq!(
        error.to_string(),
        format!(
            "{} is a folder where a file belongs\n{} is a file where a folder belongs",
            path("a.rs"),
            path("src")
        )
    );
    assert!(!out.join("b.rs").exists());
}

#[cfg(unix)]
#[test]
fn links_are_neither_written_through_nor_followed() {
    use std::os::unix::fs::symlink;
    let temp = tempfile::tempdir().unwrap();
    let (out, outside) = (temp.path().join("out"), temp.path().join("outside"));
    put(&outside, "lib.rs", &ours("theirs"));
    fs::create_dir_all(out.join("real")).unwrap();
    put(&out, "real/x.rs", &ours(""));
    symlink(&outside, out.join("src")).unwrap();
    symlink(outside.join("lib.rs"), out.join("a.rs")).unwrap();
    symlink(temp.path().join("nowhere"), out.join("b.rs")).unwrap();
    symlink(out.join("real"), out.join("inside")).unwrap();

    let bad = files([
        ("a.rs", ""),
        ("b.rs", ""),
        ("inside/x.rs", ""),
        ("src/lib.rs", ""),
    ]);
    let error = write(&out, &bad).unwrap_err().to_string();
    assert_eq!(error.matches("is a symbolic link").count(), 4, "{error}");
    let fine = write(&out, &files([("c.rs", ""), ("real/x.rs", "")])).unwrap();
    assert_eq!((fine.unchanged, fine.removed), (1, vec![]));
    assert_eq!(get(&outside, "lib.rs"), ours("theirs"));

    let linked = temp.path().join("linked");
    symlink(&out, &linked).unwrap();
    assert_eq!(
        write(&linked, &files([("real/x.rs", "")]))
            .unwrap()
            .unchanged,
        1
    );
}

#[cfg(unix)]
#[test]
fn pipes_and_sockets_are_refused_and_not_waited_for() {
    let temp = tempfile::tempdir().unwrap();
    let out = temp.path();
    let pipe = |path: &str| {
        let status = std::process::Command::new("mkfifo")
            .arg(out.join(path))
            .status();
        assert!(status.unwrap().success());
    };
    fs::create_dir(out.join("src")).unwrap();
    pipe("src/lib.rs");
    pipe("src/theirs.rs");
    pipe("tests");
    let _socket = std::os::unix::net::UnixListener::bind(out.join("Cargo.toml")).unwrap();
    let wanted = files([
        ("Cargo.toml", ""),
        ("src/lib.rs", ""),
        ("tests/shop.rs", ""),
    ]);
    let error = write(out, &wanted).unwrap_err().to_string();
    let shown = out.display();
    assert_eq!(
        error,
        format!(
            "{shown}/Cargo.toml is a socket and no place for a file\n\
             {shown}/src/lib.rs is a pipe and no place for a file\n\
             {shown}/tests is a pipe and no place for a file"
        )
    );
    assert_eq!(check(out, &wanted).unwrap_err().to_string(), error);
    // One where nothing of ours belongs is nobody's concern.
    assert!(write(out, &files([("src/a.rs", "")])).is_ok());

    let folder = out.join("tests");
    let error = write(&folder, &wanted).unwrap_err().to_string();
    assert!(
        error.starts_with(&format!("cannot read {}: ", folder.display())),
        "{error}"
    );
    assert_eq!(check(&folder, &wanted).unwrap_err().to_string(), error);
    fs::create_dir(out.join(".fieldtable")).unwrap();
    pipe(".fieldtable/journal");
    let error = write(out, &wanted).unwrap_err().to_string();
    assert!(
        error.contains(".fieldtable/journal is not of fieldtable"),
        "{error}"
    );
}

#[cfg(unix)]
#[test]
fn files_are_as_readable_as_others() {
    use std::os::unix::fs::PermissionsExt;
    let temp = tempfile::tempdir().unwrap();
    let out = temp.path();
    put(out, "other", "");
    write(out, &files([("a.rs", "")])).unwrap();
    let mode = |name: &str| fs::metadata(out.join(name)).unwrap().permissions().mode();
    assert_eq!(mode("a.rs"), mode("other"));
}

#[test]
fn each_drift_has_its_diff() {
    let temp = tempfile::tempdir().unwrap();
    let out = temp.path();
    put(out, "changed.rs", &ours("1\n2\n3\n4\n5\nsix\n7"));
    put(out, "edited.rs", "by hand, mark and all");
    put(out, "mine.rs", "mine");
    put(out, "old.rs", &ours("old"));
    let wanted = files([
        ("changed.rs", "1\n2\n3\n4\n5\n6\n7"),
        ("edited.rs", "x"),
        ("missing.rs", "new"),
    ]);
    let drift = |path: &str, kind, body: &str| Drift {
        path: path.to_owned(),
        kind,
        diff: format!("--- {path}\n+++ {path} (from specs)\n{body}"),
    };
    assert_eq!(
        check(out, &wanted).unwrap(),
        [
            drift(
                "changed.rs",
                DriftKind::Changed,
                "@@ -4,5 +4,5 @@\n 3\n 4\n 5\n-six\n+6\n 7\n"
            ),
            drift(
                "edited.rs",
                DriftKind::Changed,
                &format!(
                    "@@ -1 +1,2 @@\n-by hand, mark and all\n\\ No newline at end of file\n\
                     +// {MARK}\n+x\n"
                )
            ),
            drift(
                "missing.rs",
                DriftKind::Missing,
                &format!("@@ -0,0 +1,2 @@\n+// {MARK}\n+new\n")
            ),
            drift(
                "old.rs",
                DriftKind::Orphan,
                &format!("@@ -1,2 +0,0 @@\n-// {MARK}\n-old\n")
            ),
        ]
    );
    assert!(!out.join("missing.rs").exists());
}
