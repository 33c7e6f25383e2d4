//! The recipes of `docs/library.md`, as they stand there, each built and run in a workspace of its own.

use std::fs;
use std::process::Command;

use tests::{ORDER, Project, Run, repository, turn};

use crate::TARGET;

/// The files that a section of the docs shows: `path:` before a block of code.
fn files(heading: &str) -> Vec<(String, String)> {
    let docs = fs::read_to_string(repository().join("docs/library.md")).unwrap();
    let (_, section) = docs.split_once(&format!("\n## {heading}\n")).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let mut files = Vec::new();
    let mut parts = section.split("```");
    while let (Some(before), Some(block)) = (parts.next(), parts.next()) {
        let path = before
            .split('`')
            .rfind(|it| it.contains('.') && !it.contains(' '))
            .unwrap();
        let (_language, text) = block.split_once('\n').unwrap();
        files.push((path.to_owned(), text.to_owned()));
    }
    files
}

/// A workspace with the files of a recipe, and `specs/` with one API.
fn workspace(heading: &str, members: &str) -> Project {
    let project = Project::shop();
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = [{members}]\n");
    project.put("Cargo.toml", &manifest);
    let codegen = toml_text(&repository().join("codegen").display().to_string());
    for (path, text) in files(heading) {
        project.put(
            &path,
            &text.replace("git = \"URL\"", &format!("path = {codegen}")),
        );
    }
    let lock = project.path("Cargo.lock");
    fs::copy(repository().join("Cargo.lock"), lock).unwrap();
    project
}

fn toml_text(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Runs cargo in a folder of the workspace.
fn cargo(project: &Project, folder: &str, command: &[&str]) -> Run {
    let _turn = turn(&project.path(""));
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(command).current_dir(project.path(folder));
    cargo.env("CARGO_TARGET_DIR", TARGET);
    cargo.env("CARGO_PROFILE_DEV_DEBUG", "0");
    Run::from(cargo.env("CARGO_NET_OFFLINE", "true").output().unwrap())
}

fn done(run: Run) -> Run {
    assert_eq!(run.status, 0, "{run:#?}");
    assert!(!run.stderr.contains("clap"), "{}", run.stderr);
    run
}

#[test]
fn an_xtask_of_four_calls_writes_and_checks() {
    let project = workspace("An xtask of your own", "\"xtask\"");
    let stale = cargo(&project, "", &["xtask", "--check"]);
    assert_eq!(stale.status, 1, "{stale:#?}");
    assert!(stale.stderr.contains("files are out of date"), "{stale:#?}");
    done(cargo(&project, "", &["xtask"]));
    done(cargo(&project, "", &["xtask", "--check"]));
    // It is the crate that the program writes.
    let _ = project.codegen(&[]);
    assert_eq!(project.files("generated"), project.files("out"));
    project.put("specs/shop/spec.toml", "nonsense = 1\n");
    let wrong = cargo(&project, "", &["xtask", "--check"]);
    assert_eq!(wrong.status, 1);
    assert!(
        wrong.stderr.contains("specs/shop/spec.toml:1:1"),
        "{}",
        wrong.stderr
    );
}

#[test]
fn a_build_script_writes_models_for_a_program() {
    let project = workspace("A build script", "\"models\", \"program\"");
    project.put(
        "program/Cargo.toml",
        "[package]\nname = \"program\"\nedition = \"2024\"\n\n[dependencies]\nmodels = { path = \"../models\" }\n\
         serde_json = \"1\"\n",
    );
    project.put(
        "program/src/main.rs",
        "use models::shop::Order;\n\nfn main() {\n    \
         let order: Order = serde_json::from_str(r#\"{\"orderId\": \"o-17\"}\"#).unwrap();\n    \
         println!(\"{} {}\", order.order_id, serde_json::to_string(&Order::new(\"o-18\")).unwrap());\n}\n",
    );
    let run = done(cargo(&project, "program", &["run"]));
    assert_eq!(run.stdout, "o-17 {\"orderId\":\"o-18\"}\n");
    assert!(!run.stderr.contains("warning"), "{}", run.stderr);
    // A change of the docs is seen.
    project.put(
        "specs/shop/java/models/Order.md",
        &ORDER.replace("orderId", "number"),
    );
    let gone = cargo(&project, "program", &["build"]);
    assert_eq!(gone.status, 101, "{gone:#?}");
    assert!(
        gone.stderr.contains("no field `order_id`"),
        "{}",
        gone.stderr
    );
}
