//! Names of the docs that no file, module or lint takes as they are, in a whole run.

use std::collections::BTreeSet;

use tests::Project;

fn page(title: &str, rows: &[(&str, &str)]) -> String {
    let rows = rows.iter().map(|(name, ty)| {
        format!("| `{name}` | {ty} | :heavy_check_mark: | Is {name}. &#x202e;&#27;[2J&#8203;x |\n")
    });
    format!(
        "# {title}\n\nA {title}. &#x202e;&#27;[2J&#8203;x\n\n## Fields\n\n\
         | Field | Type | Required | Description |\n| --- | --- | --- | --- |\n{}",
        rows.collect::<String>()
    )
}

fn put(project: &Project, namespace: &str, title: &str, rows: &[(&str, &str)]) {
    let file = title.chars().rev().take(20).collect::<String>();
    let path = format!("specs/shop/java/models/{namespace}/{file}.md");
    project.put(&path, &page(title, rows));
}

fn hostile() -> Project {
    let project = Project::new(&[("shop/spec.toml", "wire-case = \"as-is\"\n")]);
    let plain: &[(&str, &str)] = &[("id", "*String*")];
    let (wide, long) = ("名".repeat(60), "Long".repeat(75));
    let modules = [
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
        &wide,
    ];
    for (at, module) in modules.iter().enumerate() {
        put(&project, module, &format!("Inner{at}"), plain);
    }
    put(&project, "", &long, plain);
    put(&project, "", &format!("{long}er"), plain);
    let deep = "Map\\<String, Map\\<String, Map\\<String, [Order](../models/Order.md)>>>";
    let deeper = "Map\\<String, Map\\<String, Map\\<String, List\\<[Order](../models/Order.md)>>>>";
    let dates = "Map\\<String, Map\\<String, List\\<List\\<[OffsetDateTime](https://x/OffsetDateTime.html)>>>>";
    let nulls = "JsonNullable\\<List\\<Map\\<String, List\\<List\\<*String*>>>>>";
    for title in ["Option", "Vec", "Box", "String", "BTreeMap"] {
        put(&project, "", title, &[("o", deep), ("foo", "*String*")]);
    }
    put(
        &project,
        "",
        "Order",
        &[("a", deeper), ("b", dates), ("c", nulls)],
    );
    put(
        &project,
        "",
        "Foo",
        &[
            ("foo", "*String*"),
            ("baz", deeper),
            ("quux", "[Foo](Foo.md)"),
        ],
    );
    project.put("specs/nul/spec.toml", "wire-case = \"as-is\"\n");
    project.put("specs/nul/java/models/Order.md", &page("Order", plain));
    project
}

#[test]
fn no_two_files_have_one_path_on_any_system() {
    let project = hostile();
    let run = project.codegen(&["--all-warnings"]);
    assert_eq!(run.status, 0, "{run:#?}");
    for says in [
        "no file may be called as the namespace `mod`; it is the module `mod_`",
        "no file may be called as the namespace `com1`; it is the module `com1_`",
        "no file may be called as the API `nul`; it is the module `nul_`",
        "a name of 299 bytes is too long for a file; the module of the namespace is cut",
        "a name of 300 bytes is too long for a file of rustdoc",
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
    for at in 0..18 {
        let text = format!("pub struct Inner{at} ");
        assert_eq!(
            files.values().filter(|it| it.contains(&text)).count(),
            1,
            "{at}"
        );
    }
    assert!(files["src/shop/mod.rs"].contains("pub mod mod_;"));
}
