//! Unions of a whole crate, read: by constants of any scalar, below a key, inside of a union, by
//! what `spec.toml` says, and by the next member that accepts the value.

use std::path::Path;

use tests::{Project, cargo};

use crate::TARGET;

/// A page of TypeScript: fields, or members.
fn page(title: &str, rows: &[&str]) -> (String, String) {
    let is_table = rows.iter().all(|row| row.starts_with('`'));
    let body: String = match is_table {
        true => {
            let rows = rows.iter().map(|row| format!("| {row} | N/A |\n"));
            let head = "## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n";
            format!("{head}{}", rows.collect::<String>())
        }
        false => {
            let members = rows
                .iter()
                .map(|name| format!("\n### `components.{name}`\n"));
            format!("## Supported Types\n{}", members.collect::<String>())
        }
    };
    (
        format!(
            "shop/typescript/models/components/{}.md",
            title.to_lowercase()
        ),
        format!("# {title}\n\n{body}"),
    )
}

const YES: &str = ":heavy_check_mark:";

fn project() -> Project {
    let required = |row: &str| format!("{row} | {YES}");
    let mut pages = Vec::new();
    let mut add = |title: &str, rows: &[&str]| {
        let rows: Vec<String> = rows
            .iter()
            .map(|row| match row.strip_suffix('?') {
                Some(row) => format!("{row} | :heavy_minus_sign:"),
                None if row.starts_with('`') => required(row),
                None => (*row).to_owned(),
            })
            .collect();
        pages.push(page(
            title,
            &rows.iter().map(String::as_str).collect::<Vec<_>>(),
        ));
    };
    add(
        "Order",
        &[
            "`rule` | *components.Rule*",
            "`grant` | *components.Grant*",
            "`feed` | *components.Feed*",
            "`pet` | *components.Pet*",
            "`part` | *components.Part*",
            "`cat` | *components.Cat* ?",
        ],
    );
    // Constants of any scalar.
    add("Rule", &["Block", "Flag", "Off"]);
    add("Block", &["`type` | *1*", "`note` | *string* ?"]);
    add("Flag", &["`type` | *2*", "`note` | *string* ?"]);
    add("Off", &["`type` | *false*", "`note` | *string* ?"]);
    // One level down.
    add("Grant", &["BadgeGrant", "RoleGrant"]);
    add(
        "BadgeGrant",
        &[
            "`id` | *string*",
            "`perk` | *components.BadgePerk*",
            "`extra` | *components.Badge*",
        ],
    );
    add(
        "RoleGrant",
        &[
            "`id` | *string*",
            "`perk` | *components.RolePerk*",
            "`extra` | *components.Role*",
        ],
    );
    add("BadgePerk", &["`type` | *\"badge\"*", "`title` | *string*"]);
    add("RolePerk", &["`type` | *\"role\"*", "`title` | *string*"]);
    add("Badge", &["`color` | *string* ?"]);
    add("Role", &["`guild` | *string* ?"]);
    // A union inside of a union.
    add("Feed", &["Queue", "Cloud", "Graph"]);
    add("Queue", &["`type` | *\"queue\"*", "`hosts` | *string*[]"]);
    add("Cloud", &["`type` | *\"cloud\"*", "`hosts` | *string*[]"]);
    add("Graph", &["Push", "Pull"]);
    add("Push", &["`type` | *\"graph\"*", "`pushKey` | *string*"]);
    add("Pull", &["`type` | *\"graph\"*", "`pullKey` | *string*"]);
    // By a setting.
    add("Pet", &["Cat", "Dog"]);
    add(
        "Cat",
        &["`about` | *components.About*", "`meows` | *boolean* ?"],
    );
    add(
        "Dog",
        &["`about` | *components.About*", "`barks` | *boolean* ?"],
    );
    add("About", &["`kind.of` | *string*"]);
    // By keys alone, of which the first fits as well.
    add("Part", &["Named", "Sized"]);
    add("Named", &["`id` | *string*", "`by` | *components.Owner*"]);
    add("Sized", &["`id` | *string*", "`by` | *components.Team*"]);
    add("Owner", &["`email` | *string*"]);
    add("Team", &["`label` | *string*"]);
    let spec = "wire-case = \"camel\"\n[models.Pet]\ntag = [\"about\", \"kind.of\"]\n\
                [models.Pet.tags]\nCat = \"cat\"\nDog = [\"dog\", 7]\n\
                [models.About.fields.\"kind.of\"]\ntype = \"any\"\n";
    let mut files: Vec<(&str, &str)> = pages
        .iter()
        .map(|(path, text)| (&**path, &**text))
        .collect();
    files.push(("shop/spec.toml", spec));
    Project::new(&files)
}

/// What the users of the crate do.
const USE: &str = r##"
use generated::shop::*;
use serde_json::{Value, from_str, to_value};

fn back<T: serde::Serialize + serde::de::DeserializeOwned>(json: &str) -> T {
    let value: T = from_str(json).unwrap();
    assert_eq!(to_value(&value).unwrap(), from_str::<Value>(json).unwrap());
    value
}

#[test]
fn each_value_is_the_member_that_is_meant() {
    assert!(matches!(back(r#"{"type":2,"note":"a"}"#), Rule::Flag(_)));
    assert!(matches!(back(r#"{"note":"a","type":1}"#), Rule::Block(_)));
    assert!(matches!(back(r#"{"type":false}"#), Rule::Off(_)));
    for unknown in [r#"{"type":3}"#, r#"{"type":"1"}"#, r#"{"type":true,"note":"a"}"#] {
        assert!(matches!(back(unknown), Rule::Unknown(_)), "{unknown}");
    }

    let role = r#"{"id":"a","extra":{"guild":"g"},"perk":{"title":"t","type":"role"}}"#;
    assert!(matches!(back(role), Grant::Role(_)));
    let first = r#"{"perk":{"type":"badge","title":"t"},"id":"a","extra":{"color":"red"}}"#;
    assert!(matches!(back(first), Grant::Badge(_)));
    let new = r#"{"perk":{"type":"cup"},"id":"a"}"#;
    assert!(matches!(back(new), Grant::Unknown(_)));
    let error = from_str::<Grant>(r#"{"perk":{"type":"role"},"id":"a"}"#).unwrap_err();
    let error = error.to_string();
    assert!(error.starts_with("union Grant read as Role: ") && error.contains("missing field `title`"), "{error}");

    assert!(matches!(back(r#"{"type":"cloud","hosts":[]}"#), Feed::Cloud(_)));
    let pull = r#"{"pullKey":"k","type":"graph"}"#;
    assert!(matches!(back(pull), Feed::Graph(Graph::Pull(_))));
    assert!(matches!(back(r#"{"type":"graph","pushKey":"k"}"#), Feed::Graph(Graph::Push(_))));
    assert!(matches!(back(r#"{"type":"tape","hosts":[]}"#), Feed::Unknown(_)));

    assert!(matches!(back(r#"{"barks":true,"about":{"kind.of":"dog"}}"#), Pet::Dog(_)));
    assert!(matches!(back(r#"{"about":{"kind.of":7}}"#), Pet::Dog(_)));
    assert!(matches!(back(r#"{"about":{"kind.of":"cat"},"meows":false}"#), Pet::Cat(_)));

    assert!(matches!(back(r#"{"id":"a","by":{"label":"l"}}"#), Part::Sized(_)));
    assert!(matches!(back(r#"{"id":"a","by":{"email":"l"}}"#), Part::Named(_)));
    let error = from_str::<Part>(r#"{"id":"a","by":{}}"#).unwrap_err();
    let error = error.to_string();
    assert!(error.starts_with("union Part read as Named: ") && error.contains("missing field `email`"), "{error}");
}

#[test]
fn constants_are_filled_in() {
    let rule = Rule::from(Flag::new());
    assert_eq!(to_value(&rule).unwrap(), from_str::<Value>(r#"{"type":2}"#).unwrap());
}
"##;

#[test]
fn each_union_of_a_crate_is_read_as_its_docs_mean() {
    let project = project();
    for impls in ["shared", "derive"] {
        let spec = std::fs::read_to_string(project.path("specs/shop/spec.toml")).expect("settings");
        let spec = spec.lines().filter(|line| !line.starts_with("impls"));
        let spec: String = spec.map(|line| format!("{line}\n")).collect();
        project.put(
            "specs/shop/spec.toml",
            &format!("impls = {impls:?}\n{spec}"),
        );
        let run = project.codegen(&[]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert!(
            !run.stderr.contains("cannot be told apart"),
            "{}",
            run.stderr
        );
        project.put("out/tests/use.rs", USE);
        let out = project.path("out");
        let target = Path::new(TARGET);
        let test = ["test", "--quiet", "--features", "arbitrary"];
        let run = cargo(&out, target, &test);
        assert_eq!(run.status, 0, "{impls}: {}{}", run.stdout, run.stderr);
    }
}
