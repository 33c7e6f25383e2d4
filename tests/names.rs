//! Names and texts of the docs that no file, module or lint takes as they are, from pages to a crate
//! that is built.

use std::collections::BTreeSet;
use std::path::Path;

use tests::{Project, cargo};

use crate::TARGET;

/// What stands as an entity and as it is in each description.
const TEXT: &str = "&#x202e;&#27;[2J&#8203;&#x2028;&#xfeff;\u{9b}\u{202e}x";

fn page(title: &str, rows: &[(&str, &str)]) -> String {
    let rows = rows.iter().map(|(name, ty)| {
        format!("| `{name}` | {ty} | :heavy_minus_sign: | Is {name}. {TEXT} |\n")
    });
    format!(
        "# {title}\n\nA {title}. {TEXT}\n\n## Fields\n\n\
         | Field | Type | Required | Description |\n| --- | --- | --- | --- |\n{}",
        rows.collect::<String>()
    )
}

fn put(project: &Project, namespace: &str, title: &str, rows: &[(&str, &str)]) {
    let file = title.chars().rev().take(20).collect::<String>();
    let path = format!("specs/shop/java/models/{namespace}/{file}.md");
    project.put(&path, &page(title, rows));
}

/// Namespaces that are called as files or modules of the crate, or as devices of Windows.
const MODULES: &[&str] = &[
    "mod",
    "con",
    "aux",
    "nul",
    "prn",
    "com1",
    "lpt9",
    "impls",
    "arbitrary",
    "json_schema",
    "schema",
    "support",
    "tests",
    "self",
    "super",
    "str",
    "std",
    "名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名名",
];

/// APIs of which each is a module, a feature and a file of tests.
const APIS: &[&str] = &[
    "nul", "mod", "serde", "core", "cases", "support", "full", "self",
];

fn hostile() -> Project {
    let project = Project::new(&[("shop/spec.toml", "wire-case = \"as-is\"\n")]);
    let plain: &[(&str, &str)] = &[("id", "*String*")];
    for (at, module) in MODULES.iter().enumerate() {
        put(&project, module, &format!("Inner{at}"), plain);
    }
    let long = "Long".repeat(75);
    put(&project, "", &long, plain);
    put(&project, "", &format!("{long}er"), plain);
    types(&project);
    for api in APIS {
        project.put(&format!("specs/{api}/spec.toml"), "wire-case = \"as-is\"\n");
        let pages = format!("specs/{api}/java/models");
        project.put(&format!("{pages}/Order.md"), &page("Order", plain));
        project.put(&format!("{pages}/{api}/Order.md"), &page("Order", plain));
    }
    reference(&project);
    folders(&project);
    project
}

/// Types that are called as those of Rust, nested as deep as lints allow and deeper, with fields that
/// are called as lints forbid.
fn types(project: &Project) {
    let order = "[Order](../models/Order.md)";
    let map = |inner: &str| format!("Map\\<String, {inner}>");
    let list = |inner: &str| format!("List\\<{inner}>");
    let date = "[OffsetDateTime](https://x/OffsetDateTime.html)";
    let three = map(&map(&map(order)));
    let four = map(&map(&map(&list(order))));
    let dates = map(&map(&list(&list(date))));
    let nulls = format!("JsonNullable\\<{}>", list(&map(&list(&list("*String*")))));
    let deep: &[(&str, &str)] = &[("o", &three), ("foo", "*String*"), ("p", &dates)];
    for title in [
        "Option", "Vec", "Box", "String", "BTreeMap", "Result", "Self", "Foo", "Baz", "New",
    ] {
        put(project, "", title, deep);
    }
    put(
        project,
        "",
        "Order",
        &[("a", &four), ("b", &dates), ("c", &nulls)],
    );
    let names: &[(&str, &str)] = &[
        ("foo", "*String*"),
        ("baz", &four),
        ("quux", "[Foo](../models/Foo.md)"),
        ("new", "*String*"),
        ("self", "*String*"),
        ("crate", "*String*"),
        ("名", "*String*"),
        ("+1", "*String*"),
    ];
    put(project, "", "Placeholders", names);
    let field = format!("long_{}", "field_".repeat(40));
    put(project, "", "LongField", &[(&field, &three)]);
    let choice = format!("| `{field}` | *string* \\| *number* | :heavy_check_mark: | N/A |\n");
    let choice = page("Choice", &[]) + &choice;
    project.put("specs/shop/typescript/models/choice.md", &choice);
    let values = format!(
        "| `{0}` | {0} |\n| `foo` | foo |\n| `Self` | Self |\n| `\u{202e}` | x\u{202e}y\u{3164} |\n",
        "V".repeat(300)
    );
    let values = format!("# Values\n\n## Values\n\n| Name | Value |\n| --- | --- |\n{values}");
    project.put("specs/shop/java/models/Values.md", &values);
}

/// Pages that people write, a module each, some of them called as files that cannot be.
fn reference(project: &Project) {
    let settings =
        "[sources.\"\"]\nfamily = \"reference\"\n[reference]\nmodules = \"page\"\ndocs = true\n";
    project.put("specs/inn/spec.toml", settings);
    let long = "long ".repeat(60);
    for name in ["mod", "con", "impls", "Aux", "lib", "inn"] {
        let page = format!(
            "# {name}\n\n## {long}room {TEXT}\n\n{TEXT}\n\n\
             | Field | Type | Required | Description |\n| --- | --- | --- | --- |\n\
             | foo | string | yes | {TEXT} |\n| kind | [{name} kind](#{name}-kind) | no | {TEXT} |\n\
             | self | object | no | {TEXT} |\n| > {long_field} | object | no | |\n| >> foo | integer | no | |\n\n\
             ```json\n{{\"foo\": \"a\\u202e\u{202e}\", \"kind\": \"a\", \"self\": {{\"{long_field}\": {{\"foo\": 1}}}}}}\n```\n\n\
             ## {name} kind\n\n| Value | Description |\n| --- | --- |\n| a | {TEXT} |\n| {long_field} | b |\n",
            long_field = "long_".repeat(50),
        );
        project.put(&format!("specs/inn/{name}.md"), &page);
    }
}

/// Folders of pages that people write, and the module of each: called as files, as words of Rust, alike but
/// for their case, and one in another.
const FOLDERS: &[(&str, &str)] = &[
    ("mod", "mod_"),
    ("mod/mod", "mod_mod"),
    ("mod/impls", "mod_impls"),
    ("con", "con_"),
    ("Aux", "aux_"),
    ("aux", "aux_"),
    ("AUX/con", "aux_con"),
    ("self", "self_"),
    ("crate", "crate_"),
    ("type", "type"),
    ("impls", "impls"),
    ("support", "support"),
    ("yard", "yard"),
    ("yard/yard", "yard_yard"),
    ("two words", "two_words"),
    ("two_words", "two_words"),
    ("1st", "api_1st"),
    ("名", "ming"),
];

fn folders(project: &Project) {
    let settings = "[sources.\"\"]\nfamily = \"reference\"\n[reference]\nmodules = \"folder\"\n";
    project.put("specs/yard/spec.toml", settings);
    for (at, (folder, _)) in FOLDERS.iter().enumerate() {
        for page in ["One", "two"] {
            let text = format!(
                "# {page}\n\n## Inner {page} {at}\n\n| Field | Type | Required |\n| --- | --- | --- |\n\
                 | foo | string | yes |\n| other | [a shed](../x.md#shed-{at}) | no |\n\n\
                 ## Shed\n\n| Field | Type | Required |\n| --- | --- | --- |\n| {page}{at} | string | yes |\n"
            );
            project.put(&format!("specs/yard/{folder}/{page}.md"), &text);
        }
    }
}

#[test]
fn no_two_files_have_one_path_on_any_system() {
    let project = hostile();
    let run = project.codegen(&["--all-warnings"]);
    assert_eq!(run.status, 0, "{run:#?}");
    for says in [
        "no file may be called as the namespace `mod`; it is the module `mod_`",
        "no file may be called as the namespace `com1`; it is the module `com1_`",
        "no file may be called as the namespace `Aux`; it is the module `aux_`",
        "no file may be called as the API `nul`; it is the module `nul_`",
        "a name of 299 bytes is too long for a file; the module of the namespace is cut",
        "a name of 300 bytes is too long for a file of rustdoc",
        "a type of a field of it is cut in Rust",
    ] {
        assert!(run.stderr.contains(says), "{says}\n{}", run.stderr);
    }
    let files = project.files("out");
    let mut seen = BTreeSet::new();
    for path in files.keys() {
        assert!(seen.insert(path.to_lowercase()), "{path}");
        for part in path.split('/') {
            let stem = part.split('.').next().unwrap_or_default();
            let devices = ["aux", "con", "nul", "prn", "com1", "lpt9"];
            assert!(!devices.contains(&stem) && part.len() < 220, "{path}");
        }
    }
    for at in 0..MODULES.len() {
        let text = format!("pub struct Inner{at} ");
        let holders = files.values().filter(|it| it.contains(&text));
        assert_eq!(holders.count(), 1, "{at}");
    }
    assert!(files["src/shop/mod.rs"].contains("pub mod mod_;"));
    for (at, (_, module)) in FOLDERS.iter().enumerate() {
        for page in ["One", "Two"] {
            let text = format!("pub struct Inner{page}{at} ");
            let holders = files.iter().filter(|(_, it)| it.contains(&text));
            let paths: Vec<_> = holders.map(|(path, _)| path.clone()).collect();
            assert_eq!(paths, [format!("src/yard/{module}.rs")], "{text}");
        }
    }
    // Whatever its module is called, each of these APIs has both of its models.
    let models: usize = files
        .values()
        .map(|it| it.matches("pub struct Order ").count())
        .sum();
    assert_eq!(models, 2 * APIS.len() + 1);
}

#[test]
fn a_crate_of_such_names_has_no_lint_has_docs_and_passes_its_tests() {
    let project = hostile();
    assert_eq!(project.codegen(&[]).status, 0);
    let target = Path::new(TARGET);
    for command in [
        &["clippy", "--all-targets", "--all-features"][..],
        &["doc", "--no-deps", "--all-features"],
        &["test", "--quiet", "--all-features"],
    ] {
        let run = cargo(&project.path("out"), target, command);
        assert_eq!(run.status, 0, "{command:?}: {}{}", run.stdout, run.stderr);
    }
}
