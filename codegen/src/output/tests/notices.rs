//! Two runs in one folder: the second waits, and says so.

use std::sync::mpsc::channel;
use std::thread;

use super::{files, unexpected};
use crate::output::lock::{Access, lock};
use crate::output::{Notice, check, write};

#[test]
fn a_run_waits_for_the_one_before_it() {
    let temp = tempfile::tempdir().unwrap();
    let out = temp.path();
    let wanted = files([("a.rs", "a")]);
    for holder in [Access::Write, Access::Read] {
        let held = lock(out, holder, &mut unexpected).unwrap();
        let (said, hears) = channel();
        thread::scope(|scope| {
            let waiting = scope.spawn(|| {
                let mut notice = |notice| said.send(notice).unwrap();
                write(out, &wanted, &mut notice).unwrap()
            });
            assert_eq!(hears.recv(), Ok(Notice::Waiting));
            assert!(!waiting.is_finished());
            let was_there = out.join("a.rs").exists();
            drop(held);
            assert_eq!(waiting.join().unwrap().changed.is_empty(), was_there);
        });
    }
}

#[test]
fn a_check_waits_for_a_writer_and_not_for_another_check() {
    let temp = tempfile::tempdir().unwrap();
    let out = temp.path();
    let wanted = files([("a.rs", "a")]);
    write(out, &wanted, &mut unexpected).unwrap();
    let reading = lock(out, Access::Read, &mut unexpected).unwrap();
    assert_eq!(check(out, &wanted, &mut unexpected).unwrap(), Some(vec![]));
    drop(reading);

    let writing = lock(out, Access::Write, &mut unexpected).unwrap();
    let (said, hears) = channel();
    thread::scope(|scope| {
        let waiting = scope.spawn(|| check(out, &wanted, &mut |it| said.send(it).unwrap()));
        assert_eq!(hears.recv(), Ok(Notice::Waiting));
        drop(writing);
        assert_eq!(waiting.join().unwrap().unwrap(), Some(vec![]));
    });
}

#[test]
fn many_runs_at_once_all_end_well() {
    let temp = tempfile::tempdir().unwrap();
    let out = temp.path().join("out");
    let both = [
        files([("a.rs", "a"), ("src/x/b.rs", "1")]),
        files([("a.rs", "b"), ("src/y/c.rs", "2")]),
    ];
    thread::scope(|scope| {
        for run in 0..16 {
            let (out, wanted) = (&out, &both[run % 2]);
            scope.spawn(move || {
                write(out, wanted, &mut |it| assert_eq!(it, Notice::Waiting)).unwrap();
            });
        }
    });
    let right = |wanted| check(&out, wanted, &mut unexpected).unwrap() == Some(vec![]);
    assert!(right(&both[0]) != right(&both[1]));
    assert!(!out.join(".fieldtable").exists());
}
