//! What others do in the folder, and a disk that loses bytes.

use super::*;

#[test]
fn what_others_do_between_a_death_and_the_next_run_stays() {
    let mut kept = 0;
    at_each_step(Fault::Death, |disk, at| {
        let temp = crate_before();
        let out = temp.path();
        let _ = write_to(disk, out, &after(), &mut unexpected);
        for path in ["src/new/b.rs", "src/old/gone.rs", "Cargo.toml"] {
            put(out, path, "mine now");
        }
        mend_on(&Real, out, &mut |_| kept += 1).unwrap();
        for path in ["src/new/b.rs", "src/old/gone.rs", "Cargo.toml"] {
            assert_eq!(super::super::get(out, path), "mine now", "step {at}");
        }
        assert!(!out.join(".fieldtable").exists(), "step {at}");
    });
    assert!(kept > 5, "{kept}");
}

#[test]
fn a_note_that_is_not_ours_moves_nothing_out_of_the_folder() {
    let temp = tempfile::tempdir().unwrap();
    let out = temp.path().join("out");
    put(&out, ".fieldtable/old/0", "theirs");
    put(&out, ".git/config", "mine");
    let moved = |path: &str| format!(r#"{{"remove":{{"path":"{path}","number":0,"digest":0}}}}"#);
    let steps = [
        "../x",
        "/x",
        ".git/hooks/x",
        "a/../../x",
        ".fieldtable/../../x",
    ]
    .map(moved);
    put(
        &out,
        ".fieldtable/journal",
        &format!("[{}]", steps.join(",")),
    );
    mend_on(&Real, &out, &mut |_| ()).unwrap();
    let left: Vec<_> = tree(temp.path()).into_keys().collect();
    assert_eq!(left, ["out", "out/.git", "out/.git/config"]);
}

#[test]
fn what_is_not_ours_in_our_place_is_left_there_and_said() {
    for (path, text) in [
        (".fieldtable", "mine"),
        (".fieldtable/mine", "mine"),
        (".fieldtable/old/mine", "mine"),
        (".fieldtable/journal", "mine"),
    ] {
        let temp = tempfile::tempdir().unwrap();
        let out = temp.path();
        put(out, path, text);
        let error = write(out, &files([("a.rs", "")]), &mut unexpected).unwrap_err();
        assert!(error.to_string().contains(path), "{error}");
        assert_eq!(super::super::get(out, path), text);
        assert!(!out.join("a.rs").exists());
    }
}

/// A disk that loses the end of what is written, or on which somebody else is at work.
struct Odd {
    loses: bool,
}

impl Disk for Odd {
    fn make_folder(&self, path: &Path) -> io::Result<()> {
        Real.make_folder(path)
    }

    fn put(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let lost = usize::from(self.loses);
        Real.put(path, &bytes[..bytes.len() - lost])
    }

    fn keep(&self, path: &Path, to: &Path) -> io::Result<()> {
        fs::write(path, "mine now")?;
        Real.keep(path, to)
    }

    fn add(&self, from: &Path, to: &Path) -> io::Result<()> {
        Real.add(from, to)
    }

    fn replace(&self, from: &Path, to: &Path) -> io::Result<()> {
        Real.replace(from, to)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        Real.remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        Real.remove_folder(path)
    }
}

#[test]
fn what_is_staged_is_read_again_before_anything_moves() {
    let before = trees().0;
    for (loses, why) in [
        (true, "Cargo.toml: not all of it was written"),
        (false, "Cargo.toml: somebody else has just changed it"),
    ] {
        let temp = crate_before();
        let out = temp.path();
        let error = write_to(&Odd { loses }, out, &after(), &mut unexpected).unwrap_err();
        assert!(error.to_string().ends_with(why), "{error}");
        let mut now = tree(out);
        if !loses {
            let theirs = now.insert("Cargo.toml".to_owned(), before["Cargo.toml"].clone());
            assert_eq!(theirs, Some(Some(b"mine now".to_vec())));
        }
        assert_eq!(now, before);
    }
}

#[test]
fn a_file_that_appears_is_not_replaced() {
    let temp = tempfile::tempdir().unwrap();
    put(temp.path(), "a", "ours");
    put(temp.path(), "b", "mine");
    let at = |name: &str| temp.path().join(name);
    assert!(Real.add(&at("a"), &at("b")).is_err());
    assert_eq!(super::super::get(temp.path(), "a"), "ours");
    assert_eq!(super::super::get(temp.path(), "b"), "mine");
    Real.add(&at("a"), &at("c")).unwrap();
    assert!(!at("a").exists());
}
