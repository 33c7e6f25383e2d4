//! Files of `specs/` and of checkouts that are none, or that not every system can hold. What a
//! repository can hold of them is in `tests/ui/`.

#![cfg(unix)]

use std::fs;
use std::io::ErrorKind;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::process::CommandExt;

use tests::{ORDER, Project, Run};

fn pipe(project: &Project, path: &str) {
    assert!(project.pipe(path), "mkfifo runs");
}

const SPEC: &str = "wire-case = \"camel\"\n";

fn shop() -> Project {
    Project::new(&[
        ("shop/java/models/Order.md", ORDER),
        ("shop/spec.toml", SPEC),
    ])
}

#[test]
fn what_is_no_file_is_named_with_what_to_do_and_all_of_it_at_once() {
    let project = shop();
    pipe(&project, "specs/shop/java/models/Pipe.md");
    pipe(&project, "specs/shop/notes");
    symlink("nowhere.md", project.path("specs/shop/java/models/Gone.md")).expect("a link");
    let run = project.codegen(&[]);
    assert_eq!(run.status, 1, "{run:#?}");
    assert_eq!(
        run.stderr,
        "\
error: specs/shop/java/models/Gone.md is a link that leads nowhere
  = help: remove the link, or put back what it leads to

error: specs/shop/java/models/Pipe.md is a pipe and cannot be read as a file
  = help: remove it from the specs

error: stopped by 2 errors
"
    );
    assert!(!project.path("out").exists());
}

#[test]
fn links_around_and_to_nothing_of_ours_do_not_stop_a_run() {
    let project = shop();
    symlink("..", project.path("specs/shop/java/around")).expect("a link");
    symlink("nowhere", project.path("specs/shop/LICENSE.txt")).expect("a link");
    let run = project.codegen(&[]);
    assert_eq!(run.status, 0, "{run:#?}");
    let says = "\
warning: specs/shop/LICENSE.txt is a link that leads nowhere
  = help: remove the link, or put back what it leads to

warning: specs/shop/java/around is a link to a folder around it, and is not followed
  = help: remove the link

";
    assert!(run.stderr.starts_with(says), "{}", run.stderr);
    assert!(run.stderr.contains("shop: 1 model "), "{}", run.stderr);
}

#[test]
fn a_name_that_is_no_text_is_named_as_far_as_it_can_be() {
    let project = shop();
    let name = std::ffi::OsStr::from_bytes(b"caf\xe9.md");
    if fs::write(project.path("specs/shop/java/models").join(name), ORDER).is_err() {
        // Here every name is text.
        return;
    }
    let run = project.codegen(&[]);
    assert_eq!(run.status, 1, "{run:#?}");
    let says = "error: the name of specs/shop/java/models/caf\u{fffd}.md is not UTF-8\n  = help: rename it\n";
    assert!(run.stderr.starts_with(says), "{}", run.stderr);
}

#[test]
fn what_must_not_be_read_is_named_with_what_to_do() {
    let project = shop();
    project.put("specs/shop/java/models/Shut.md", ORDER);
    project.put("specs/shop/java/shut/Order.md", ORDER);
    let mode = |path: &str, mode| {
        let mode = fs::Permissions::from_mode(mode);
        fs::set_permissions(project.path(path), mode).expect("a file of ours");
    };
    for folder in [
        "",
        "specs",
        "specs/shop",
        "specs/shop/java",
        "specs/shop/java/models",
    ] {
        mode(folder, 0o777);
    }
    mode("specs/shop/java/models/Shut.md", 0o000);
    mode("specs/shop/java/shut", 0o000);
    let mut command = project.command("", &["codegen", "--specs", "specs", "--out", "out"]);
    if fs::read(project.path("specs/shop/java/models/Shut.md")).is_ok() {
        // No mode stops root.
        command.uid(65_534);
    }
    let run = match command.output() {
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            println!("skipped: the program lies where only root may run it");
            return;
        }
        output => Run::from(output.expect("xtask runs")),
    };
    mode("specs/shop/java/shut", 0o755);
    assert_eq!(run.status, 1, "{run:#?}");
    let says = "\
error: cannot read specs/shop/java/models/Shut.md: Permission denied (os error 13)
  = help: make it readable, or remove it from the specs

error: cannot read specs/shop/java/shut: permission denied
  = help: make it readable, or remove it from the specs

error: stopped by 2 errors
";
    assert_eq!(run.stderr, says);
}

#[test]
fn names_that_differ_in_case_are_said() {
    let project = shop();
    project.put("specs/shop/java/models/order.md", ORDER);
    if fs::read_dir(project.path("specs/shop/java/models"))
        .expect("a folder")
        .count()
        < 2
    {
        // Here they are one file.
        return;
    }
    let run = project.codegen(&[]);
    let says = "\
warning: the names of two files differ only in case
 --> specs/shop/java/models/order.md:1:1
";
    assert!(run.stderr.contains(says), "{}", run.stderr);

    project.put("sdk/docs/models/Order.md", ORDER);
    project.put("sdk/docs/models/order.md", ORDER);
    let run = project.xtask(&[
        "import",
        "sdk",
        "--api",
        "cafe",
        "--specs",
        "specs",
        "--all-warnings",
    ]);
    assert_eq!(run.status, 0, "{run:#?}");
    for says in [
        "  differ only in case: java/models/Order.md, java/models/order.md\n",
        "; 1 pair of pages whose names differ only in case: some systems hold only one\n",
    ] {
        assert!(run.stderr.contains(says), "{}", run.stderr);
    }
}

#[test]
fn a_page_that_would_take_too_much_is_refused_and_not_read() {
    let project = shop();
    let bars = "|".repeat(4_000) + "\n";
    let large = format!("# Large\n\n{}", bars.repeat(800));
    project.put("specs/big/java/models/Large.md", &large);
    let run = project.codegen(&[]);
    assert_eq!(run.status, 1, "{run:#?}");
    let says =
        "error: the page is too large: its rows, lines and marks would take more than 150 MB";
    assert!(run.stderr.starts_with(says), "{}", run.stderr);
    assert!(
        run.stderr
            .contains("specs/big/java/models/Large.md:697:1\n"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.ends_with("error: stopped by 1 error\n"),
        "{}",
        run.stderr
    );
    assert!(!project.path("out").exists());
    project.put("sdk/docs/models/Order.md", ORDER);
    project.put("sdk/docs/models/Large.md", &large);
    let run = project.xtask(&[
        "import",
        "sdk",
        "--api",
        "new",
        "--specs",
        "specs",
        "--all-warnings",
    ]);
    assert_eq!(run.status, 0, "{run:#?}");
    let says = "  left out: sdk/docs/models/Large.md (too large: it would take more than 150 MB of memory)\n";
    assert!(run.stderr.contains(says), "{}", run.stderr);
}

#[test]
fn an_import_takes_no_odd_file_and_counts_what_it_did_not_take() {
    let project = Project::new(&[]);
    project.put("sdk/docs/models/Order.md", ORDER);
    project.put("sdk/docs/models/a:b.md", ORDER);
    project.put("sdk/docs/models/turn\u{202e}.md", ORDER);
    let latin = ORDER
        .replace("How many", "Caf\u{e9}")
        .replace("Order", "Latin");
    let latin: Vec<u8> = latin
        .chars()
        .map(|c| u8::try_from(c).expect("Latin 1"))
        .collect();
    fs::write(project.path("sdk/docs/models/Latin.md"), latin).expect("a file");
    let bytes = std::ffi::OsStr::from_bytes(b"caf\xe9.md");
    let is_kept = fs::write(project.path("sdk/docs/models").join(bytes), ORDER).is_ok();
    pipe(&project, "sdk/docs/models/Pipe.md");
    pipe(&project, "sdk/src.java");
    symlink("/", project.path("sdk/docs/root")).expect("a link");
    symlink("nowhere.md", project.path("sdk/docs/models/Gone.md")).expect("a link");
    symlink("..", project.path("sdk/docs/around")).expect("a link");
    fs::write(project.path("secret.md"), ORDER.replace("Order", "Secret")).expect("a file");
    symlink(
        "../../../secret.md",
        project.path("sdk/docs/models/Secret.md"),
    )
    .expect("a link");
    let run = project.xtask(&[
        "import",
        "sdk",
        "--api",
        "shop",
        "--specs",
        "specs",
        "--all-warnings",
    ]);
    assert_eq!(run.status, 0, "{run:#?}");
    let odd = if is_kept { 5 } else { 4 };
    for says in [
        "  left out: sdk/docs/models/Latin.md (not UTF-8)\n".to_owned(),
        "  not read: sdk/docs/models/a:b.md\n".to_owned(),
        "  not read: sdk/docs/models/turn\u{fffd}.md\n".to_owned(),
        "  not read: sdk/docs/models/Pipe.md\n".to_owned(),
        "  not read: sdk/src.java\n".to_owned(),
        "  not followed: sdk/docs/around\n".to_owned(),
        "  not followed: sdk/docs/models/Gone.md\n".to_owned(),
        "  not followed: sdk/docs/models/Secret.md\n".to_owned(),
        "  not followed: sdk/docs/root\n".to_owned(),
        format!(
            "; 1 left out (1 page that is not UTF-8); 4 symbolic links not followed; \
             {odd} files not read, for the name or because it is no file\n"
        ),
    ] {
        assert!(run.stderr.contains(&says), "{says}{}", run.stderr);
    }
    let taken = project.files("specs");
    assert_eq!(
        taken.keys().collect::<Vec<_>>(),
        ["shop/java/models/Order.md"]
    );
}
