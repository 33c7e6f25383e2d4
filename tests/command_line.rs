//! What the commands print where, and with which exit status they end.

use serde_json::Value;
use tests::{ORDER, Project, Run};

fn wrong_usage(run: &Run, says: &str) {
    assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{run:#?}");
    assert_eq!(run.stderr, format!("error: {says}\n"));
}

#[test]
fn help_goes_to_stdout_and_names_every_command_and_status() {
    let run = Project::new(&[]).xtask(&["--help"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    for word in [
        "codegen",
        "model",
        "schema",
        "specs/",
        "spec.toml",
        "Exit status",
        "NO_COLOR",
    ] {
        assert!(run.stdout.contains(word), "{word}");
    }
}

#[test]
fn a_line_that_makes_no_sense_is_wrong_usage() {
    let project = Project::shop();
    for args in [
        &[][..],
        &["codgen"],
        &["codegen", "--chek"],
        &["codegen", "x"],
    ] {
        let run = project.xtask(args);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{args:?}");
        assert!(run.stderr.contains("Usage: cargo xtask"), "{}", run.stderr);
    }
}

#[test]
fn folders_that_are_none_are_wrong_usage() {
    let project = Project::shop();
    project.put("file", "");
    for command in ["codegen", "model", "schema"] {
        for folder in ["nowhere", "file"] {
            let run = project.xtask(&[command, "--specs", folder]);
            wrong_usage(&run, &format!("--specs: {folder} is not a folder"));
        }
    }
    let run = project.xtask(&["codegen", "--specs", "specs", "--out", "file"]);
    wrong_usage(&run, "--out: file is not a folder");
}

#[test]
fn output_inside_of_the_specs_is_wrong_usage() {
    let project = Project::shop();
    project.put("place/file", "");
    let specs = project.files("");
    for out in [
        "specs",
        "specs/",
        "specs/shop/out",
        "new/../specs/.",
        "./specs/new/er",
    ] {
        for check in [&[][..], &["--check"]] {
            let run =
                project.xtask(&[&["codegen", "--specs", "specs", "--out", out], check].concat());
            wrong_usage(
                &run,
                &format!("--out: {out} is inside the specs folder, specs"),
            );
        }
    }
    assert_eq!(project.files(""), specs);
    // A folder whose name begins alike is another, and specs may lie beside the crate's own files.
    for (specs, out) in [
        ("specs", "specs2"),
        ("specs", "specs/../place"),
        ("specs", "."),
    ] {
        let run = project.xtask(&["codegen", "--specs", specs, "--out", out]);
        assert_eq!(run.status, 0, "{out}: {}", run.stderr);
    }
    project.put("crate/src/shop/a.md", ORDER);
    let run = project.xtask(&["codegen", "--specs", "crate/src", "--out", "crate"]);
    assert_eq!(run.status, 2, "{run:#?}");
    let says = "error: --out: crate/src/lib.rs is inside the specs folder, crate/src\n";
    assert!(run.stderr.ends_with(says), "{}", run.stderr);
    assert_eq!(project.files("crate").len(), 1);
}

#[cfg(unix)]
#[test]
fn a_link_into_the_specs_lies_inside_of_them() {
    let project = Project::shop();
    let link = |to: &str, at: &str| std::os::unix::fs::symlink(project.path(to), project.path(at));
    link("specs/shop", "out").unwrap();
    wrong_usage(
        &project.codegen(&[]),
        "--out: out is inside the specs folder, specs",
    );
}

#[test]
fn an_unknown_api_is_wrong_usage_with_a_suggestion() {
    let project = Project::new(&[("shop/a.md", ORDER), ("bank/a.md", ORDER)]);
    for command in ["model", "schema"] {
        let run = |api| project.xtask(&[command, "--specs", "specs", "--api", api]);
        let says = "--api: no folder `Shp` in specs/; did you mean `shop`?";
        wrong_usage(&run("Shp"), says);
        let says = "--api: no folder `library` in specs/; expected `bank` or `shop`";
        wrong_usage(&run("library"), says);
    }
}

#[test]
fn a_schema_of_several_apis_asks_which() {
    let project = Project::new(&[("shop/a.md", ORDER), ("bank/a.md", ORDER)]);
    let run = project.xtask(&["schema", "--specs", "specs"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    let says = "error: the specs have several APIs; choose one with --api: `bank` or `shop`\n";
    assert!(run.stderr.ends_with(says), "{}", run.stderr);

    let run = project.xtask(&["schema", "--specs", "specs", "--api", "shop"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let schema: Value = serde_json::from_str(&run.stdout).unwrap();
    assert!(schema.is_object());
}

#[test]
fn a_model_is_a_list_of_apis() {
    let project = Project::new(&[("shop/a.md", ORDER), ("bank/a.md", ORDER)]);
    let names = |args: &[&str]| {
        let run = project.xtask(&[&["model", "--specs", "specs"], args].concat());
        assert_eq!(run.status, 0, "{}", run.stderr);
        let apis: Vec<Value> = serde_json::from_str(&run.stdout).unwrap();
        let names = apis
            .iter()
            .map(|api| api["name"].as_str().unwrap().to_owned());
        names.collect::<Vec<_>>()
    };
    assert_eq!(names(&[]), ["bank", "shop"]);
    assert_eq!(names(&["--api", "shop"]), ["shop"]);
}

#[test]
fn the_data_does_not_depend_on_the_folder() {
    let project = Project::shop();
    project.put("deep/er/x", "");
    for command in ["model", "schema"] {
        let here = project.xtask(&[command, "--specs", "specs"]);
        let there = project.xtask_in("deep/er", &[command, "--specs", "../../specs"]);
        assert_eq!((here.status, there.status), (0, 0));
        assert_eq!(here.stdout, there.stdout);
    }
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let run = Project::shop().xtask_unread(&["model", "--specs", "specs"]);
    assert_eq!(run.status, 0, "{run:#?}");
    assert!(!run.stderr.contains("error"), "{}", run.stderr);
    assert!(!run.stderr.contains("panic"), "{}", run.stderr);
}

#[test]
fn codegen_prints_only_a_summary_and_only_to_stderr() {
    let project = Project::shop();
    let run = project.codegen(&[]);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""), "{run:#?}");
    let lines: Vec<_> = run.stderr.lines().rev().take(2).collect();
    let count = project.files("out").len();
    let written = format!("out: {count} files written, 0 unchanged, 0 removed; ");
    assert!(lines[0].starts_with(&written), "{}", run.stderr);
    assert!(lines[1].starts_with("shop: "), "{}", run.stderr);

    let again = project.codegen(&[]);
    let unchanged = format!("out: 0 files written, {count} unchanged, 0 removed; ");
    assert!(again.stderr.contains(&unchanged), "{}", again.stderr);
}

/// The stages of a table of timings, each after its indentation, and the cells of its lines.
#[test]
fn messages_are_as_the_line_asks() {
    let project = Project::shop();
    let args = ["codegen", "--specs", "specs", "--out", "out"];
    let run = |more: &[&str]| {
        let run = project.xtask(&[&args[..], more].concat());
        assert_eq!((run.status, run.stdout.as_str()), (0, ""), "{run:#?}");
        run.stderr
    };
    let reasons = |lines: &str| {
        let lines = lines.lines().map(|line| {
            let line: Value = serde_json::from_str(line).expect("each line is JSON");
            line["reason"].as_str().map(str::to_owned)
        });
        lines.collect::<Option<Vec<_>>>().expect("a reason each")
    };
    let text = run(&[]);
    let at = text.find("shop: ").expect("a summary");
    let (finding, summary) = text.split_at(at);
    assert_eq!(run(&["--quiet"]), finding);
    assert_eq!(summary.lines().count(), 2);
    let all = ["diagnostic", "status", "status"];
    assert_eq!(reasons(&run(&["--format", "json"])), all);
    let quiet = run(&["-q", "--timings", "--format", "json"]);
    assert_eq!(reasons(&quiet), ["diagnostic"]);
    let unknown = project.xtask(&["codegen", "--format", "xml"]);
    assert_eq!((unknown.status, unknown.stdout.as_str()), (2, ""));
    let failed = project.xtask(&["schema", "--format", "json", "--specs", "nowhere"]);
    let failed: Value = serde_json::from_str(&failed.stderr).expect("one line of JSON");
    assert_eq!(failed["message"], "--specs: nowhere is not a folder");
}

fn timings(stderr: &str) -> Vec<(String, Vec<String>)> {
    let table = stderr.find("stage ").map_or("", |at| &stderr[at..]);
    let rows = table.lines().map(|line| {
        let (name, cells) = line.split_at(24);
        let cells = cells.split("  ").map(str::trim);
        let cells = cells.filter(|cell| !cell.is_empty()).map(str::to_owned);
        (name.trim_end().to_owned(), cells.collect())
    });
    rows.collect()
}

#[test]
fn timings_have_a_row_for_each_stage_and_kind_of_file() {
    let project = Project::shop();
    let run = project.codegen(&["--timings"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""), "{run:#?}");
    let rows = timings(&run.stderr);
    let names: Vec<&str> = rows.iter().map(|(name, _)| name.as_str()).collect();
    let expected = [
        "stage",
        "read",
        "apis",
        "  sources",
        "    settings",
        "    pages",
        "    keys",
        "    dialect",
        "    samples",
        "  resolve",
        "    catalog",
        "    observe",
        "    wire case",
        "    build",
        "    settings",
        "    graph",
        "    examples",
        "    samples",
        "    traits",
        "crate",
        "diagnostics",
        "emit",
        "  plan",
        "  cases",
        "  round trips",
        "  schema",
        "  models",
        "  impls",
        "  arbitrary",
        "  schemars",
        "  runtime",
        "  manifest",
        "write",
        "all",
        "peak memory",
    ];
    assert_eq!(names, expected);
    let times = &rows[1..rows.len() - 1];
    let told = |cell: &str, unit: &str| {
        let number = cell
            .strip_suffix(unit)
            .and_then(|it| it.parse::<f64>().ok());
        // What a platform cannot tell is a dash.
        cell == "-" && !cfg!(target_os = "linux") || number.is_some()
    };
    // What is written at once, in several threads, has no time of its own by the wall's clock.
    let at_once = "cases round trips schema models impls arbitrary schemars";
    for (name, cells) in times {
        let has_wall = !name.starts_with("  ") || !at_once.contains(name.trim());
        assert!(
            matches!(
                &cells[..],
                [wall, cpu] if has_wall == told(wall, " s") && told(cpu, " s")
            ),
            "{name}: {cells:?}"
        );
    }
    let (_, memory) = &rows[rows.len() - 1];
    assert!(
        matches!(&memory[..], [peak] if told(peak, " MB")),
        "{memory:?}"
    );

    assert!(timings(&project.codegen(&[]).stderr).is_empty());
}

#[test]
fn timings_end_where_the_run_ends() {
    let project = Project::shop();
    let named = |run: &Run, name: &str| timings(&run.stderr).iter().any(|(row, _)| row == name);
    let stale = project.codegen(&["--timings", "--check"]);
    assert_eq!(stale.status, 1);
    assert!(
        named(&stale, "check") && !named(&stale, "write"),
        "{stale:#?}"
    );
    project.put("specs/shop/spec.toml", "nonsense = 1\n");
    let wrong = project.codegen(&["--timings"]);
    assert_eq!(wrong.status, 1);
    assert!(
        named(&wrong, "    dialect") && !named(&wrong, "emit"),
        "{wrong:#?}"
    );
}
