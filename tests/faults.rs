//! Runs that are killed, refused and started twice, with real processes: `codegen` leaves the old crate
//! or the new one. What happens at every single step is tested in `codegen/src/output/tests/`.

#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use tests::{ORDER, Project, Run};

/// Two versions of specs that share few files, and files of the user in `out/`.
fn project() -> Project {
    let project = Project::new(&[]);
    for (version, apis) in [
        ("old", ["shop", "cafe", "tea"]),
        ("new", ["shop", "bar", "inn"]),
    ] {
        for api in apis {
            for model in ["Order", "Item", "Place", "Person"] {
                let page = ORDER.replace("Order", model).replace("quantity", version);
                project.put(
                    &format!("{version}/{api}/java/models/deep/{model}.md"),
                    &page,
                );
            }
        }
    }
    project.put("out/mine.txt", "mine");
    project.put("out/src/cafe/mine.rs", "mine");
    project
}

fn codegen(project: &Project, version: &str) -> Run {
    project.xtask(&["codegen", "--specs", version, "--out", "out"])
}

/// What is in `out/` after a whole run with each version.
fn wholes(project: &Project) -> [BTreeMap<String, String>; 2] {
    ["old", "new"].map(|version| {
        assert_eq!(codegen(project, version).status, 0);
        project.files("out")
    })
}

/// Numbers that look random, the same in every run.
fn numbers() -> impl Iterator<Item = u64> {
    let next = |x: &u64| Some(x.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1));
    std::iter::successors(Some(17), next).map(|x| x >> 33)
}

/// Kills so many runs at random moments of their writing. Whenever that is, the next run makes all
/// whole. Runs that have ended by then count as none.
fn kill(times: usize) {
    let project = project();
    let wholes = wholes(&project);
    let (mut runs, mut halves, mut dead) = (0, 0, 0);
    for (time, number) in numbers().enumerate() {
        if dead == times {
            break;
        }
        runs += 1;
        assert!(runs < times * 20, "{dead} of {runs} runs were killed");
        let version = ["old", "new"][time % 2];
        let mut command = project.command("", &["codegen", "--specs", version, "--out", "out"]);
        let mut child = command.stderr(Stdio::null()).spawn().expect("xtask runs");
        let works = project.path("out/.fieldtable");
        while !works.exists() && child.try_wait().expect("a child").is_none() {
            thread::yield_now();
        }
        thread::sleep(Duration::from_micros(number % 2_500));
        child.kill().expect("a child of ours");
        dead += usize::from(!child.wait().expect("a child").success());

        let check = project.xtask(&["codegen", "--check", "--specs", version, "--out", "out"]);
        let is_whole = |files: &BTreeMap<_, _>| wholes.contains(files);
        if check.stderr.contains("was interrupted") {
            halves += 1;
            assert_eq!((check.status, check.stdout.as_str()), (1, ""), "{check:#?}");
        } else {
            let mut files = project.files("out");
            files.retain(|path, _| !path.starts_with(".fieldtable"));
            assert!(is_whole(&files), "run {time}: {:#?}", files.keys());
            assert_eq!(
                check.status,
                i32::from(files != wholes[time % 2]),
                "{check:#?}"
            );
        }
        fieldtable::output::mend(&project.path("out"), &mut |_| ()).expect("it can be mended");
        assert!(is_whole(&project.files("out")), "run {time}");
        if time % 3 == 0 {
            assert_eq!(codegen(&project, version).status, 0);
            assert_eq!(project.files("out"), wholes[time % 2], "run {time}");
        }
        assert!(!works.exists());
    }
    println!(
        "{dead} of {runs} runs killed, {halves} of them half way; no mixed tree after the next run, \
         no file left over, none of others lost"
    );
}

#[test]
fn killed_runs_leave_a_crate_that_the_next_run_makes_whole() {
    kill(12);
}

#[test]
#[ignore = "long"]
fn two_hundred_killed_runs() {
    kill(200);
}

#[test]
fn runs_at_once_end_well_and_leave_the_crate_of_one() {
    let project = project();
    let wholes = wholes(&project);
    for round in 0..6 {
        let start = |run: usize| {
            let version = ["old", "new"][run % 2];
            let mut command = project.command("", &["codegen", "--specs", version, "--out", "out"]);
            command.stderr(Stdio::null()).spawn().expect("xtask runs")
        };
        let runs: Vec<_> = (0..4).map(start).collect();
        for mut run in runs {
            assert!(run.wait().expect("a child").success(), "round {round}");
        }
        assert!(wholes.contains(&project.files("out")), "round {round}");
    }
}

#[test]
fn a_folder_that_must_not_be_written_to_is_named_and_nothing_changes() {
    let project = project();
    assert_eq!(codegen(&project, "old").status, 0);
    let mode = |path: &str, mode| {
        let mode = fs::Permissions::from_mode(mode);
        fs::set_permissions(project.path(path), mode).expect("a folder of ours");
    };
    let files = project.files("out");
    let folders = files.keys().flat_map(|path| {
        let parts = path.match_indices('/');
        parts.map(move |(at, _)| format!("out/{}", &path[..at]))
    });
    for folder in folders.chain([String::new(), "out".to_owned()]) {
        mode(&folder, 0o777);
    }
    mode("out/src/shop", 0o555);
    let mut command = project.command("", &["codegen", "--specs", "new", "--out", "out"]);
    if fs::File::create(project.path("out/src/shop/probe")).is_ok() {
        // No mode stops root.
        fs::remove_file(project.path("out/src/shop/probe")).expect("a file of ours");
        command.uid(65_534);
    }
    let before = project.files("out");
    let run = match command.output() {
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            println!("skipped: the program lies where only root may run it");
            return;
        }
        output => Run::from(output.expect("xtask runs")),
    };
    mode("out/src/shop", 0o755);
    assert_eq!(run.status, 1, "{run:#?}");
    let says = "error: cannot write to out/src/shop: Permission denied (os error 13)\nnothing was written\n";
    assert!(run.stderr.ends_with(says), "{}", run.stderr);
    assert_eq!(project.files("out"), before);
}
