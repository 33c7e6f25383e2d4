//! What a terminal acts on, in pages, names of files and samples, reaches none, whatever the command.

use fieldtable::clean::is_harmful;
use serde_json::Value;
use tests::{ORDER, Project, Run};

/// As entities and as they are: escape sequences, bidirectional overrides, what has no width.
const HOSTILE: &str = "a &#27;[2J b &#x9b;31m &#8203; &#0; &#x2028; &#xfeff; &#x202e; c \u{9b}31m \
                       \u{202e}d\u{2066} \u{200b}\u{ad}\u{e0041} e";

/// Text like that in every part of a page that is kept, and in the names of files.
fn hostile() -> Project {
    let project = Project::new(&[("shop/spec.toml", "wire-case = \"camel\"\n")]);
    let page = ORDER
        .replace("# Order\n", &format!("# Order\n\n{HOSTILE}\n"))
        .replace("Names the order.", HOSTILE)
        .replace("o-17", HOSTILE);
    project.put("specs/shop/java/models/Order.md", &page);
    project.put(
        "specs/shop/java/models/tur\u{202e}n.md",
        &format!("# Turn\u{202e}\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `A\u{9b}` | a{HOSTILE} |\n"),
    );
    project.put(
        "specs/shop/java/models/Odd.md",
        &format!("# Odd\u{9b}31m\n\n{HOSTILE}\n\n## Fields {HOSTILE}\n\n| {HOSTILE} |\n| --- |\n| {HOSTILE} |\n"),
    );
    project.put(
        "specs/shop/samples/Order/x\u{202e}.json",
        &format!("{{\"orderId\": \"{HOSTILE}\", \"x\u{202e}y\": [\"\u{9b}\"]}}\n"),
    );
    project
}

#[track_caller]
fn assert_clean(what: &str, text: &str) {
    let acts = |c: char| is_harmful(c) && c != '\n';
    let line = text.lines().find(|line| line.contains(acts));
    assert_eq!(line, None, "{what}");
}

const JSON: [&[&str]; 3] = [
    &["schema"],
    &["model"],
    &["explain", "Order.orderId", "--json"],
];

#[test]
fn no_command_prints_what_a_terminal_acts_on() {
    let project = hostile();
    for command in JSON {
        let run = project.xtask(&[command, &["--specs", "specs"]].concat());
        assert_clean(command[0], &(run.stdout.clone() + &run.stderr));
        let value: Value = serde_json::from_str(&run.stdout).expect("JSON");
        // The text is the same, though it is spelt otherwise.
        assert!(value.to_string().contains(is_harmful), "{command:?}");
    }
    let written = ["--specs", "specs", "--out", "out", "--all-warnings"];
    let formats = ["text", "json", "github"].map(|format| {
        let format = ["codegen", "--format", format];
        [&format[..], &written].concat()
    });
    let explained = [
        vec!["explain", "Order", "--specs", "specs"],
        vec!["explain", "--specs", "specs"],
        vec!["explain", "shop", "--specs", "specs"],
        vec!["list", "--specs", "specs"],
        vec!["list", "--api", "shop", "--specs", "specs"],
        vec!["explain", "Or\u{202e}der\u{9b}", "--specs", "specs"],
    ];
    for command in formats.into_iter().chain(explained) {
        let Run { stdout, stderr, .. } = project.xtask(&command);
        assert_clean(command[0], &(stdout + &stderr));
    }
    for (path, text) in project.files("out") {
        assert_clean(&path, &text);
    }
}

#[test]
fn an_import_prints_nothing_that_a_terminal_acts_on() {
    let project = hostile();
    std::fs::rename(project.path("specs/shop/java"), project.path("sdk")).expect("a folder");
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
    assert!(run.stderr.contains("models/tur\u{fffd}n.md"), "{run:#?}");
    assert_clean("import", &(run.stdout + &run.stderr));
}

#[test]
fn changes_print_nothing_that_a_terminal_acts_on() {
    let project = hostile();
    project.put("old/shop/java/models/Order.md", ORDER);
    project.put("old/shop/spec.toml", "wire-case = \"camel\"\n");
    for sides in [["old", "specs"], ["specs", "old"]] {
        for more in [&[][..], &["--json"]] {
            let run = project.xtask(&[&["changes"], &sides[..], more].concat());
            assert_eq!(run.status, 0, "{run:#?}");
            assert!(run.stdout.contains("Turn"), "{run:#?}");
            assert_clean("changes", &(run.stdout + &run.stderr));
        }
    }
}

#[cfg(unix)]
mod pty {
    //! With a terminal, or what a program takes for one.

    use std::fs::{File, OpenOptions};
    use std::io::Read;
    use std::process::Stdio;

    use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

    use super::*;

    /// What a command prints to a terminal, without colours.
    fn shown(project: &Project, command: &[&str]) -> String {
        shown_with(project, command, "1")
    }

    fn shown_with(project: &Project, command: &[&str], no_color: &str) -> String {
        let terminal = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
        grantpt(&terminal)
            .and_then(|()| unlockpt(&terminal))
            .expect("a terminal of ours");
        let name = ptsname(&terminal, Vec::new()).expect("its name");
        let name = name.into_string().expect("a name of ASCII");
        let open = || {
            let side = OpenOptions::new().read(true).write(true).open(&name);
            Stdio::from(side.expect("its other side"))
        };
        let mut command = project.command("", command);
        command
            .env("NO_COLOR", no_color)
            .stdin(open())
            .stdout(open())
            .stderr(open());
        let mut child = command.spawn().expect("xtask runs");
        // Ours of the other side must be closed, or reading would have no end.
        drop(command);
        let mut bytes = Vec::new();
        // Linux ends it with an error.
        let _ = File::from(terminal).read_to_end(&mut bytes);
        child.wait().expect("a child of ours");
        String::from_utf8(bytes)
            .expect("UTF-8")
            .replace("\r\n", "\n")
    }

    #[test]
    fn a_long_run_says_what_it_does_and_takes_it_back() {
        let project = Project::new(&[("shop/spec.toml", "wire-case = \"camel\"\n")]);
        let row = |at| format!("| `f{at}` | *String* | :heavy_check_mark: | The word {at}. | |\n");
        let (head, _) = ORDER.split_at(ORDER.find("| `orderId`").expect("a row"));
        for at in 0..60 {
            let rows: String = (0..400).map(row).collect();
            let page = head.replace("# Order", &format!("# Order{at}")) + &rows;
            project.put(&format!("specs/shop/java/models/Order{at}.md"), &page);
        }
        let args = ["codegen", "--specs", "specs", "--out", "out"];
        let shown = shown(&project, &args);
        let said = shown.contains("reading 60 pages … ") || shown.contains("writing 60 models … ");
        assert!(said, "{shown}");
        let (_, end) = shown.rsplit_once("\r\u{1b}[2K").expect("it is taken back");
        assert!(end.starts_with("shop: 60 models"), "{end}");
        let piped = project.xtask(&args);
        assert!(!piped.stderr.contains('\r') && !piped.stderr.contains(" … "));
    }

    #[test]
    fn json_and_diffs_are_as_harmless_on_a_terminal() {
        let project = hostile();
        for command in JSON {
            let shown = shown(&project, &[command, &["--specs", "specs"]].concat());
            assert!(shown.contains("\\u202e"), "{shown}");
            assert_clean(command[0], &shown);
        }
        assert_eq!(project.codegen(&[]).status, 0);
        let manifest = project.files("out")["Cargo.toml"].clone();
        project.put(
            "out/Cargo.toml",
            &format!("{manifest}# {HOSTILE}\u{1b}[2J\n"),
        );
        let check = ["codegen", "--check", "--specs", "specs", "--out", "out"];
        let shown = shown(&project, &check);
        assert!(shown.contains("-# a &#27;[2J b"), "{shown}");
        assert_clean("--check", &shown);
        // A program gets what is there.
        assert!(project.xtask(&check).stdout.contains("\u{1b}[2J"));
    }

    #[test]
    fn what_is_looked_at_has_colours_and_is_as_harmless() {
        let project = hostile();
        let styles = ["1", "1;91", "1;92", "1;94", "0"].map(|style| format!("\u{1b}[{style}m"));
        for command in [
            &["explain", "Order.*"][..],
            &["explain", "shop"],
            &["list"],
            &["list", "--api", "shop"],
        ] {
            let command = [command, &["--specs", "specs"]].concat();
            let colored = shown_with(&project, &command, "");
            assert!(colored.contains(&styles[0]), "{command:?}: {colored}");
            let plain = styles.iter().fold(colored, |text, it| text.replace(it, ""));
            // Warnings have one more.
            let plain = plain.replace("\u{1b}[1;33m", "");
            assert_clean(command[0], &plain);
            assert_eq!(shown(&project, &command), plain);
        }
    }
}
