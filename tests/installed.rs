//! The program where `cargo install` puts it, and as the xtask of another workspace.

use std::fs;
use std::process::Command;

use tests::{ORDER, Project, Run, repository, turn};

use crate::TARGET;

fn done(run: Run) -> Run {
    assert_eq!(run.status, 0, "{run:#?}");
    run
}

#[test]
fn it_installs_and_says_which_version_it_is() {
    let project = Project::new(&[]);
    let root = project.path("installed");
    let mut install = Command::new(env!("CARGO"));
    // As this workspace is built, and so without building anything anew.
    install.args(["install", "--debug", "--locked", "--offline", "--quiet"]);
    install.arg("--path").arg(repository().join("codegen"));
    let status = install.arg("--root").arg(&root).status().unwrap();
    assert!(status.success());
    let names: Vec<_> = fs::read_dir(root.join("bin")).unwrap().collect();
    assert_eq!(names.len(), 1, "one program: {names:?}");
    let run = |mut program: Command| Run::from(program.arg("--version").output().unwrap());
    let it = done(run(Command::new(root.join("bin/fieldtable"))));
    assert_eq!(
        it.stdout,
        concat!("fieldtable ", env!("CARGO_PKG_VERSION"), "\n")
    );
}

#[test]
fn an_xtask_of_ones_own_is_the_same_program() {
    let project = Project::new(&[]);
    let codegen = repository().join("codegen").display().to_string();
    done(project.fieldtable(&["init", "--api", "shop", "--xtask", "--from", &codegen]));
    project.put("specs/shop/Order.md", ORDER);
    project.put("deep/er/x", "");
    fs::copy(repository().join("Cargo.lock"), project.path("Cargo.lock")).unwrap();
    let mut alias = Command::new(env!("CARGO"));
    alias
        .args(["xtask", "codegen"])
        .current_dir(project.path("deep/er"));
    // Not the target folder of this workspace, whose `xtask` has the same name.
    alias
        .env("CARGO_TARGET_DIR", TARGET)
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("FIELDTABLE_CACHE", project.cache());
    let _turn = turn(&project.path(""));
    let run = done(Run::from(
        alias.env("CARGO_NET_OFFLINE", "true").output().unwrap(),
    ));
    assert!(run.stderr.contains("\n../../generated: "), "{}", run.stderr);
    assert!(project.path("generated/src/shop/mod.rs").exists());
}
