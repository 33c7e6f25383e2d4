//! Emits a crate of hostile models and really builds it.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod build;
mod cargo;
mod hostile;
mod replaced;
#[path = "../../../tests/turns.rs"]
mod turns;

use std::path::Path;

use cargo::{cargo, clippy, lock};
use fieldtable::emit::{CrateFiles, MARK, emit};
use fieldtable::model::{
    DateTimeType, Docs, Extra, Impls, Kind, MapType, Presence, Type, WireShape,
};
use fieldtable::schema::schema;

/// What runs inside of the emitted crate.
const TESTS: &[(&str, &str)] = &[
    ("behaviour", include_str!("behaviour.rs")),
    ("formats", include_str!("formats.rs")),
    // The crate has `tests/examples/` of its own.
    ("an_example", include_str!("examples.rs")),
    ("from_bytes", include_str!("from_bytes.rs")),
    ("memory", include_str!("memory.rs")),
    ("schemas", include_str!("schemas.rs")),
];

#[test]
fn builds_without_a_warning_and_passes_its_tests() {
    builds(Impls::Shared);
}

#[test]
fn so_it_does_with_derives() {
    builds(Impls::Derive);
}

fn builds(impls: Impls) {
    let crate_folder = tempfile::tempdir().unwrap();
    let mut apis = hostile::apis();
    for api in &mut apis {
        api.impls = impls;
        // Each way of building has other types too.
        if impls == Impls::Derive && api.date_time.is_typed() {
            api.date_time = DateTimeType::Chrono;
        }
    }
    let files = emit(&apis);
    write(crate_folder.path(), &files);
    for (name, text) in TESTS {
        put(crate_folder.path(), &format!("tests/{name}.rs"), text);
    }
    put_counting(crate_folder.path());
    let manifest = crate_folder.path().join("Cargo.toml");
    let text = std::fs::read_to_string(&manifest).unwrap();
    let formats = "\n[dev-dependencies]\nrmp-serde = \"1\"\ntoml = \"1\"\n";
    std::fs::write(manifest, text + formats).unwrap();
    if impls == Impls::Shared {
        let text = include_str!("failures.rs");
        put(crate_folder.path(), "tests/failures.rs", text);
    }
    lock(crate_folder.path());
    cargo(crate_folder.path(), &["fmt", "--check"]);
    for features in [&["--all-targets"][..], &["--no-default-features", "--lib"]] {
        clippy(crate_folder.path(), features);
    }
    has_no_lint_and_passes_its_tests(crate_folder.path());
}

/// With all features: the tests of what needs none are the same.
fn has_no_lint_and_passes_its_tests(folder: &Path) {
    clippy(folder, &["--all-targets", "--all-features"]);
    let doc = ["doc", "--offline", "--no-deps", "--document-private-items"];
    cargo(folder, &[&doc[..], &["--all-features"]].concat());
    cargo(folder, &["test", "--offline", "--all-features"]);
}

#[test]
fn jiff_and_ordered_maps_build_too() {
    let crate_folder = tempfile::tempdir().unwrap();
    let mut api = build::api(
        "shop",
        vec![
            build::strukt(
                "Order",
                vec![
                    build::required("at", Type::DateTime),
                    build::optional("days", build::list(Type::Date)),
                    build::required("names", build::map(Type::Int64)),
                    build::optional("either", build::of("Either")),
                ],
            ),
            build::union(
                "Either",
                None,
                vec![
                    ("Instant", Type::DateTime, WireShape::DateTime),
                    ("Days", build::map(Type::Date), build::object(&[], &[], &[])),
                ],
            ),
        ],
    );
    api.date_time = DateTimeType::Jiff;
    api.map = MapType::Index;
    write(crate_folder.path(), &emit(&[api]));
    put(
        crate_folder.path(),
        "tests/order.rs",
        include_str!("order.rs"),
    );
    put_counting(crate_folder.path());
    lock(crate_folder.path());
    clippy(crate_folder.path(), &["--all-targets"]);
    has_no_lint_and_passes_its_tests(crate_folder.path());
}

#[test]
fn numbers_keep_their_digits_whatever_the_features_of_serde_json_are() {
    let also = Extra {
        name: "others".to_owned(),
        ty: Type::Number,
        docs: Docs::default(),
    };
    let mut line = build::strukt(
        "Line",
        vec![
            build::required("price", Type::Number),
            build::optional("tax", build::map(Type::Any)),
            build::field("was", Type::Number, Presence::OptionalNullable),
            build::optional("steps", build::map(build::list(Type::Number))),
            build::optional("part", build::boxed(build::of("Amount"))),
        ],
    );
    if let Kind::Struct(line) = &mut line.kind {
        line.extra = Some(also);
    }
    let numbers = build::list(Type::Number);
    let amount = build::union(
        "Amount",
        None,
        vec![
            ("Number", Type::Number, WireShape::Number),
            ("Text", Type::String, WireShape::Text),
            (
                "Numbers",
                numbers,
                WireShape::Array(Box::new(WireShape::Number)),
            ),
            (
                "Line",
                build::of("Line"),
                build::object(&[], &["price"], &["tax", "was", "steps", "part"]),
            ),
        ],
    );
    let api = build::api("shop", vec![line, amount]);
    for (impls, precise) in [
        (Impls::Shared, false),
        (Impls::Shared, true),
        (Impls::Derive, false),
        (Impls::Derive, true),
    ] {
        let crate_folder = tempfile::tempdir().unwrap();
        let mut api = api.clone();
        api.impls = impls;
        let mut files = emit(&[api]);
        let feature = if precise {
            "arbitrary_precision"
        } else {
            "std"
        };
        files.get_mut("Cargo.toml").unwrap().push_str(&format!(
            "\n[dev-dependencies]\nserde_json = {{ version = \"1\", features = [\"{feature}\"] }}\n",
        ));
        write(crate_folder.path(), &files);
        let derived = impls == Impls::Derive;
        let test = format!(
            "const PRECISE: bool = {precise};\nconst DERIVED: bool = {derived};\n{}",
            include_str!("precise.rs").replace("//!", "//")
        );
        put(crate_folder.path(), "tests/precise.rs", &test);
        lock(crate_folder.path());
        cargo(crate_folder.path(), &["test", "--offline"]);
    }
}

/// The crates that an emitted one needs without a feature.
fn needed(files: &CrateFiles) -> Vec<String> {
    let manifest: toml::Table = files["Cargo.toml"].parse().unwrap();
    let dependencies = manifest["dependencies"].as_table().unwrap();
    let needed = dependencies.iter().filter(|(_, dependency)| {
        let optional = dependency.get("optional");
        optional.and_then(toml::Value::as_bool) != Some(true)
    });
    needed.map(|(name, _)| name.clone()).collect()
}

#[test]
fn without_opaque_values_serde_and_dates_are_enough() {
    for impls in [Impls::Shared, Impls::Derive] {
        let crate_folder = tempfile::tempdir().unwrap();
        let mut api = build::api(
            "shop",
            vec![
                build::strukt(
                    "Order",
                    vec![
                        build::required("id", Type::String),
                        build::required("at", Type::DateTime),
                        build::optional("counts", build::map(build::list(Type::Int64))),
                        build::optional("weight", Type::Float64),
                        build::optional("state", build::of("State")),
                        build::optional("before", build::boxed(build::of("Order"))),
                    ],
                ),
                build::text_enum("State", &[("Open", "open")], Some("Unknown")),
                build::integer_enum("Level", &[("Low", 1)], Some("Unknown")),
            ],
        );
        api.impls = impls;
        let files = emit(&[api]);
        assert_eq!(needed(&files), ["serde", "time"]);
        write(crate_folder.path(), &files);
        lock(crate_folder.path());
        clippy(crate_folder.path(), &["--lib"]);
        has_no_lint_and_passes_its_tests(crate_folder.path());
    }
}

#[test]
fn only_what_is_asked_for_is_depended_on() {
    let files = emit(&hostile::apis());
    // `Endless` must hold itself: only serde's derives can read it.
    assert_eq!(
        needed(&files),
        ["erased-serde", "serde", "serde_json", "time"]
    );
    let manifest: toml::Table = files["Cargo.toml"].parse().unwrap();
    let default = manifest["features"]["default"].as_array().unwrap();
    assert_eq!(default, &["full".into()]);
    let full = manifest["features"]["full"].as_array().unwrap();
    for feature in ["arbitrary", "examples", "schemars"] {
        assert!(manifest["features"].get(feature).is_some());
        assert!(!full.contains(&feature.into()));
    }
}

#[test]
fn the_schema_in_the_crate_is_the_one_that_the_command_prints() {
    let apis = hostile::apis();
    let files = emit(&apis);
    for api in &apis {
        let folder = api.module.trim_start_matches("r#");
        let text = &files[&format!("src/{folder}/schema.json")];
        let document = fieldtable::schema::whole(serde_json::from_str(text).unwrap());
        // Lines move in pages; the crate need not change with them.
        let mut printed = schema(api);
        let models = printed["$defs"].as_object_mut().unwrap();
        for model in models.values_mut() {
            model.as_object_mut().unwrap().remove("x-source");
        }
        assert_eq!(document, printed, "{folder}");
    }
}

#[test]
fn types_and_derives_of_the_users_build_in_both_ways() {
    for impls in [Impls::Shared, Impls::Derive] {
        let crate_folder = tempfile::tempdir().unwrap();
        // Two that have values of the same types.
        let mut apis = [
            replaced::api("shop", ""),
            replaced::api("again", "map = \"index\"\n"),
        ];
        for api in &mut apis {
            api.impls = impls;
        }
        let files = emit(&apis);
        let models = &files["src/shop/mod.rs"];
        for name in ["Money", "Created", "CreatedType", "State"] {
            let defined = |what: &str| models.contains(&format!("pub {what} {name} "));
            assert!(!defined("struct") && !defined("enum"), "{name}");
        }
        assert!(
            models.contains("#[doc(alias = \"purchase\")]\n#[non_exhaustive]\npub struct Order")
        );
        assert!(models.contains("#[doc(alias = \"remark\")]\n    pub note: Maybe<String>"));
        let cases = &files["tests/cases/shop.jsonl"];
        for (model, count) in [("Keys", 2), ("Money", 1), ("Order", 4), ("NeverSeen", 0)] {
            let of_model = format!("{{\"model\":\"{model}\"}}");
            let below = cases.lines().skip_while(|it| **it != of_model).skip(1);
            let found = below.take_while(|it| !it.starts_with("{\"model\":"));
            assert_eq!(found.count(), count, "{model}");
        }
        write(crate_folder.path(), &files);
        for (path, text) in replaced::CRATES {
            let path = crate_folder.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        let test = crate_folder.path().join("tests/replaced.rs");
        std::fs::write(test, include_str!("replaced_behaviour.rs")).unwrap();
        lock(crate_folder.path());
        clippy(crate_folder.path(), &["--all-targets"]);
        cargo(crate_folder.path(), &["test", "--offline"]);
        has_no_lint_and_passes_its_tests(crate_folder.path());
    }
}

#[test]
fn marks_the_first_line_of_every_file() {
    for (path, text) in emit(&hostile::apis()) {
        assert!(text.lines().next().unwrap().contains(MARK), "{path}");
    }
}

#[test]
fn is_the_same_every_time() {
    assert_eq!(emit(&hostile::apis()), emit(&hostile::apis()));
}

fn write(folder: &Path, files: &CrateFiles) {
    for (path, text) in files {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
}

/// The allocator of tests that count memory.
fn put_counting(folder: &Path) {
    std::fs::create_dir_all(folder.join("tests/counting")).unwrap();
    let text = include_str!("counting.rs");
    put(folder, "tests/counting/mod.rs", text);
}

fn put(folder: &Path, path: &str, text: &str) {
    std::fs::write(folder.join(path), text).unwrap();
}
