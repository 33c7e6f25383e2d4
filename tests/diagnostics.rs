//! How findings are printed, and what the crate holds in spite of them. Each message is in `tests/ui/`.

use tests::{ORDER, Project, Run};

fn run_with(spec: &str) -> Run {
    let project = Project::new(&[
        ("shop/java/models/Order.md", ORDER),
        ("shop/spec.toml", spec),
    ]);
    let run = project.codegen(&[]);
    assert_eq!((run.status, run.stdout.as_str()), (1, ""), "{run:#?}");
    assert!(!project.path("out").exists());
    run
}

#[test]
fn a_path_in_a_finding_leads_there_from_the_current_folder() {
    let project = Project::new(&[("shop/Order.md", ORDER), ("shop/spec.toml", "x = 1\n")]);
    project.put("deep/x", "");
    let run = project.xtask_in("deep", &["model", "--specs", "../specs"]);
    assert_eq!((run.status, run.stdout.as_str()), (1, ""));
    let place = " --> ../specs/shop/spec.toml:1:1\n";
    assert!(run.stderr.contains(place), "{}", run.stderr);
}

#[test]
fn controls_in_the_specs_do_not_reach_the_terminal() {
    let run = run_with("\"\u{202e}\u{9b}31m\" = 1 # \u{2066}\n");
    let expected = "1 | \"\u{fffd}\u{fffd}31m\" = 1 # \u{fffd}\n";
    assert!(run.stderr.contains(expected), "{}", run.stderr);
    let harmful = |c: char| c != '\n' && (c.is_control() || matches!(c, '\u{202e}' | '\u{2066}'));
    assert!(!run.stderr.contains(harmful), "{:?}", run.stderr);
}

/// A model with that many fields whose models have no page.
fn links_to_nowhere(count: usize) -> Project {
    let mut page = ORDER.to_owned();
    for at in 0..count {
        page.push_str(&format!(
            "| `f{at}` | [F{at}](../models/F{at}.md) | :heavy_check_mark: | N/A | |\n"
        ));
    }
    let settings = "wire-case = \"camel\"\n";
    let pages = [
        ("shop/java/models/Order.md", page.as_str()),
        ("shop/spec.toml", settings),
    ];
    Project::new(&pages)
}

#[test]
fn warnings_of_one_cause_are_counted_unless_all_are_asked_for() {
    let count = |run: &Run, text: &str| run.stderr.matches(text).count();
    let named = |run: &Run| count(run, "specs/shop/java/models/Order.md:");
    let warning = "warning: no page describes `F0`\n";
    let project = links_to_nowhere(60);

    let run = project.codegen(&[]);
    assert_eq!((run.status, named(&run)), (0, 6), "{}", run.stderr);
    assert_eq!((count(&run, warning), count(&run, "  = help: ")), (1, 1));
    let end = "Order.md:14:11  `F5`\n          and 54 more: --all-warnings\n";
    assert!(run.stderr.contains(end), "{}", run.stderr);
    assert!(run.stderr.contains("; 60 warnings\n"), "{}", run.stderr);

    let run = project.codegen(&["--all-warnings"]);
    assert_eq!((run.status, named(&run)), (0, 60), "{}", run.stderr);
    assert_eq!((count(&run, warning), count(&run, "  = help: ")), (1, 1));
    assert_eq!(count(&run, " more: "), 0);

    let run = project.codegen(&["--strict"]);
    assert_eq!(count(&run, "error: no page describes `F"), 60);
    assert!(run.stderr.ends_with("error: stopped by 60 errors\n"));

    for format in ["json", "github"] {
        let run = project.codegen(&["--all-warnings", "--format", format]);
        assert_eq!(count(&run, "no page describes `F"), 60, "{}", run.stderr);
    }

    let run = links_to_nowhere(6).codegen(&[]);
    assert_eq!((run.status, named(&run)), (0, 6), "{}", run.stderr);
    assert_eq!(count(&run, " more: "), 0);
}

#[test]
fn pages_without_a_model_are_counted_and_named_if_all_is_asked_for() {
    let project = Project::new(&[
        ("shop/java/models/Order.md", ORDER),
        ("shop/java/README.md", "# Shop\n\n## Rooms\n\ntext\n"),
        (
            "shop/java/docs/rooms.md",
            "# Rooms\n\n### Room Structure\n\n| Name | Kind |\n| - | - |\n| a | b |\n",
        ),
    ]);
    let counted = "3 pages: 2 left out (2 pages without a model)";
    let run = project.codegen(&[]);
    assert!(run.stderr.contains(counted), "{}", run.stderr);
    assert!(!run.stderr.contains("no model:"), "{}", run.stderr);
    let run = project.codegen(&["--all-warnings"]);
    let named =
        "\n  no model: specs/shop/java/README.md\n  no model: specs/shop/java/docs/rooms.md\n";
    assert!(run.stderr.contains(counted), "{}", run.stderr);
    assert!(run.stderr.contains(named), "{}", run.stderr);
}

/// A page that a vendor's tool has mangled: a cell, a row without a name, another without its mark.
const MANGLED: &str = "\
# Parcel

## Fields

| Field    | Type       | Required           | Description |
| -------- | ---------- | ------------------ | ----------- |
| `weight` | *grammes*  | :heavy_check_mark: | N/A         |
|          | *String*   | :heavy_check_mark: | N/A         |
| `note`   | *String*   | perhaps            | N/A         |
";

#[test]
fn what_is_not_understood_is_a_warning_and_any_json_value() {
    let project = Project::new(&[
        ("shop/java/models/Order.md", ORDER),
        ("shop/java/models/Parcel.md", MANGLED),
        (
            "shop/java/models/Broken.md",
            "# Broken\n\n## Fields\n\nNone.\n",
        ),
    ]);
    let run = project.codegen(&[]);
    assert_eq!(run.status, 0, "{run:#?}");
    assert!(run.stderr.contains("1 not understood"), "{}", run.stderr);
    let models =
        std::fs::read_to_string(project.path("out/src/shop/mod.rs")).expect("it was written");
    assert!(models.contains("pub weight: Value,"), "{models}");
    assert!(models.contains("pub note: Option<String>,"), "{models}");
    assert!(!models.contains("Broken"), "{models}");
    assert_eq!(project.codegen(&["--strict"]).status, 1);
}

#[test]
fn a_type_that_is_set_settles_a_cell_that_is_not_understood() {
    let page = MANGLED.lines().take(7).collect::<Vec<_>>().join("\n");
    for setting in ["type = \"int64\"", "exclude = true"] {
        let project = Project::new(&[
            ("shop/java/models/Parcel.md", page.as_str()),
            (
                "shop/spec.toml",
                &format!("[models.Parcel.fields.weight]\n{setting}\n"),
            ),
        ]);
        let run = project.codegen(&["--strict"]);
        assert_eq!(run.status, 0, "{run:#?}");
    }
}
