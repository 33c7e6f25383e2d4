//! What a new user does, from an empty folder: the lines of the README, and the walk in
//! `docs/walk.md`, as they stand there.
//!
//! Only the network is taken from them: `--git URL` is the checkout that the test is of, and cargo
//! finds the crates where it has put them before.

mod document;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tests::{Project, Run, repository, turn};

use crate::TARGET;
use document::{Block, blocks, section, shows};

/// The source of an SDK whose only page is that of the README.
const SOURCE: &str = "\
package com.example.shop.models.components;

public class Order {
    @JsonProperty(\"orderId\")
    private String orderId;

    @JsonProperty(\"quantity\")
    private Optional<Integer> quantity;
}
";

/// Who follows a document.
struct Reader {
    project: Project,
    /// Where the reader is.
    folder: PathBuf,
    /// What the last command printed, to stdout and stderr.
    printed: String,
}

impl Reader {
    /// Before an empty folder.
    fn new() -> Self {
        let project = Project::new(&[]);
        fs::remove_dir(project.path("specs")).unwrap();
        let folder = project.path("");
        let printed = String::new();
        Self {
            project,
            folder,
            printed,
        }
    }

    fn follow(&mut self, text: &str) {
        for block in blocks(text) {
            match block {
                Block::Lines(lines) => {
                    for line in lines {
                        let run = self.run(&line);
                        assert_eq!(run.status, 0, "{line}\n{}", run.stdout);
                    }
                }
                Block::Session(commands) => {
                    for (command, shown) in commands {
                        let run = self.run(&command);
                        let printed = &run.stdout;
                        assert!(
                            shows(&shown, printed),
                            "$ {command}\n{printed}\nnot\n{shown}"
                        );
                        let fails = shown.lines().any(|line| line.starts_with("error"));
                        assert_eq!(run.status != 0, fails, "$ {command}\n{printed}");
                    }
                }
                Block::File(path, text) => {
                    let path = self.folder.join(path);
                    fs::create_dir_all(path.parent().unwrap()).unwrap();
                    fs::write(path, text).unwrap();
                }
                Block::Output(shown) => {
                    assert!(
                        shows(&shown, &self.printed),
                        "{}\nnot\n{shown}",
                        self.printed
                    );
                }
            }
        }
    }

    /// Runs a line where the reader is, who is then where it leads.
    fn run(&mut self, line: &str) -> Run {
        let installed = self.project.path("installed");
        let (here, after) = (&self.folder, self.project.cache().join("folder"));
        let installs = line.contains("--git URL fieldtable");
        let from = format!(
            "--debug --path '{}'",
            repository().join("codegen").display()
        );
        let line = line.replace("--git URL fieldtable", &from);
        let mut shell = Command::new("sh");
        let script = format!("{{ {line}\n}} 2>&1 && pwd > '{}'", after.display());
        shell.args(["-c", &script]).current_dir(here);
        let path = std::env::var_os("PATH").unwrap();
        let cargo = Path::new(env!("CARGO")).parent().unwrap();
        let paths = [installed.join("bin"), cargo.to_owned()];
        let paths = paths.into_iter().chain(std::env::split_paths(&path));
        shell.env("PATH", std::env::join_paths(paths).unwrap());
        shell.env("CARGO_INSTALL_ROOT", &installed);
        shell.env("CARGO_NET_OFFLINE", "true");
        shell.env("FIELDTABLE_CACHE", self.project.cache());
        for who in ["AUTHOR", "COMMITTER"] {
            shell.env(format!("GIT_{who}_NAME"), "A reader");
            shell.env(format!("GIT_{who}_EMAIL"), "reader@example.org");
        }
        // The program is installed as this workspace is built; what the reader builds has a place of
        // its own.
        if !installs {
            shell.env("CARGO_TARGET_DIR", TARGET);
        }
        let _turn = turn(here);
        let run = Run::from(shell.output().unwrap());
        if run.status == 0 {
            let folder = fs::read_to_string(after).unwrap();
            self.folder = PathBuf::from(folder.trim_end());
        }
        self.printed.clone_from(&run.stdout);
        run
    }
}

#[test]
fn the_lines_of_the_readme_lead_to_a_program_that_reads_a_body() {
    let readme = fs::read_to_string(repository().join("README.md")).unwrap();
    let mut reader = Reader::new();
    // The page that the README shows.
    let generated = section(&readme, "## What is generated");
    let (page, _) = generated.split_once("becomes this").unwrap();
    let [Block::File(_, page)] = &blocks(page)[..] else {
        panic!("the README shows no page");
    };
    let sdk = "shop-java/docs/models/components/Order.md";
    reader.project.put(sdk, page);
    let source = "shop-java/src/main/java/com/example/shop/models/components/Order.java";
    reader.project.put(source, SOURCE);
    reader.follow(section(&readme, "## In a repository of your own"));
    assert_eq!(reader.printed, "o-17: Some(3)\n");
}

#[test]
fn the_walk_of_a_new_user_is_as_it_is_written_down() {
    let walk = fs::read_to_string(repository().join("docs/walk.md")).unwrap();
    let mut reader = Reader::new();
    for version in ["shop-java-1.4", "shop-java-1.5"] {
        copy(
            &repository().join("tests/newcomer").join(version),
            &reader.project.path(version),
        );
    }
    reader.follow(&walk);
    assert!(reader.folder.ends_with("shop-tool"));
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
