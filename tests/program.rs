//! The program `fieldtable`: where its folders are, what it calls itself, how a user begins.

use tests::{ORDER, Project, Run, repository};

fn done(run: Run) -> Run {
    assert_eq!(run.status, 0, "{run:#?}");
    run
}

#[test]
fn its_folders_are_here_or_in_the_nearest_folder_above() {
    let project = Project::shop();
    project.put("deep/er/x", "");
    let here = done(project.fieldtable(&["codegen"]));
    assert!(here.stderr.contains("\ngenerated: "), "{}", here.stderr);
    let files = project.files("generated");
    assert!(files.contains_key("src/lib.rs"));
    let below = done(project.fieldtable_in("deep/er", &["codegen"]));
    assert!(
        below.stderr.contains("../../generated: 0 files written"),
        "{}",
        below.stderr
    );
    assert_eq!(project.files("generated"), files);
    // Specs that are named say nothing of the folder above.
    let named = done(project.fieldtable_in("deep", &["codegen", "--specs", "../specs"]));
    assert!(named.stderr.contains("\ngenerated: "), "{}", named.stderr);
    assert_eq!(project.files("deep/generated"), files);
    // Nearer ones win.
    project.put("deep/specs/bank/a.md", ORDER);
    done(project.fieldtable_in("deep/er", &["codegen"]));
    assert!(
        project
            .files("deep/generated")
            .contains_key("src/bank/mod.rs")
    );
    assert_eq!(project.files("generated"), files);
}

#[test]
fn hints_and_examples_name_the_command_as_it_was_called() {
    let project = Project::shop();
    for command in [
        "codegen", "model", "explain", "import", "changes", "schema", "init",
    ] {
        let own = done(project.fieldtable(&[command, "--help"])).stdout;
        assert!(own.contains(&format!("\n  fieldtable {command}")), "{own}");
        let here = done(project.xtask(&[command, "--help"])).stdout;
        assert!(
            here.contains(&format!("\n  cargo xtask {command}")),
            "{here}"
        );
        assert!(!own.contains("cargo xtask codegen"), "{own}");
    }
    let check = ["codegen", "--specs", "specs", "--out", "out", "--check"];
    let repair = "to write the crate: fieldtable codegen --specs specs --out out\n";
    assert!(project.fieldtable(&check).stderr.ends_with(repair));
    let repair = repair.replace("fieldtable", "cargo xtask");
    assert!(project.xtask(&check).stderr.ends_with(&repair));
}

#[test]
fn the_crate_does_not_depend_on_who_wrote_it() {
    let project = Project::shop();
    done(project.fieldtable(&["codegen"]));
    done(project.codegen(&[]));
    assert_eq!(project.files("generated"), project.files("out"));
}

#[test]
fn shells_get_completions() {
    let project = Project::new(&[]);
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let text = done(project.fieldtable(&["completions", shell])).stdout;
        for word in ["fieldtable", "codegen", "explain", "all-warnings"] {
            assert!(text.contains(word), "{shell}: {word}");
        }
    }
}

#[test]
fn a_beginning_is_made_and_nothing_overwritten() {
    let project = Project::new(&[]);
    let first = done(project.fieldtable(&["init", "--api", "shop", "--from", "https://a.b/c.git"]));
    assert_eq!(
        first.stderr,
        "made: specs/spec.toml
made: specs/shop/spec.toml
made: .github/workflows/fieldtable.yml
next: copy pages into specs/shop/, or import an SDK: fieldtable import PATH --api shop
then: fieldtable codegen
"
    );
    let workflow = &project.files(".github")["workflows/fieldtable.yml"];
    let install = "- run: cargo install --locked --git https://a.b/c.git fieldtable\n";
    assert!(workflow.contains(install), "{workflow}");
    project.put("specs/shop/Order.md", ORDER);
    done(project.fieldtable(&["codegen"]));
    done(project.fieldtable(&["codegen", "--check", "--format", "github"]));

    project.put("specs/shop/spec.toml", "extra = \"keep\"\n");
    project.put(".cargo/config.toml", "[build]\n");
    project.put("Cargo.toml", "[workspace]\nmembers = [\"xtask\"]\n");
    let before = project.files("");
    let codegen = repository().join("codegen").display().to_string();
    let again = ["init", "--api", "shop", "--xtask", "--from", &codegen];
    let second = done(project.fieldtable(&again));
    assert_eq!(
        second.stderr,
        "left as it is: specs/spec.toml
left as it is: specs/shop/spec.toml
left as it is: .github/workflows/fieldtable.yml
made: xtask/Cargo.toml
made: xtask/src/main.rs
left as it is: .cargo/config.toml
  for `cargo xtask`, add to .cargo/config.toml:
    [alias]
    xtask = \"run --package xtask --\"
left as it is: Cargo.toml
next: copy pages into specs/shop/, or import an SDK: cargo xtask import PATH --api shop
then: cargo xtask codegen
"
    );
    let mut after = project.files("");
    after.retain(|path, _| !path.starts_with("xtask/"));
    assert_eq!(after, before);
    // Without a name, no second API is made.
    let unnamed = done(project.fieldtable(&["init"]));
    assert!(!unnamed.stderr.contains("specs/api"), "{}", unnamed.stderr);
}
