//! Emits a crate of hostile models and really builds it.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod build;
mod hostile;
mod replaced;

use std::path::{Path, PathBuf};
use std::process::Command;

use fieldtable::emit::{CrateFiles, MARK, emit};
use fieldtable::model::{DateTimeType, Impls, MapType, Type};

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
    let behaviour = crate_folder.path().join("tests/behaviour.rs");
    std::fs::write(behaviour, include_str!("behaviour.rs")).unwrap();
    let formats = crate_folder.path().join("tests/formats.rs");
    std::fs::write(formats, include_str!("formats.rs")).unwrap();
    let manifest = crate_folder.path().join("Cargo.toml");
    let text = std::fs::read_to_string(&manifest).unwrap();
    let formats = "\n[dev-dependencies]\nrmp-serde = \"1\"\ntoml = \"1\"\n";
    std::fs::write(manifest, text + formats).unwrap();
    if impls == Impls::Shared {
        let failures = crate_folder.path().join("tests/failures.rs");
        std::fs::write(failures, include_str!("failures.rs")).unwrap();
    }
    lock(crate_folder.path());
    cargo(crate_folder.path(), &["fmt", "--check"]);
    cargo(
        crate_folder.path(),
        &[
            "clippy",
            "--offline",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ],
    );
    cargo(
        crate_folder.path(),
        &[
            "clippy",
            "--offline",
            "--no-default-features",
            "--lib",
            "--",
            "-D",
            "warnings",
        ],
    );
    cargo(
        crate_folder.path(),
        &["doc", "--offline", "--no-deps", "--document-private-items"],
    );
    cargo(crate_folder.path(), &["test", "--offline"]);
}

#[test]
fn jiff_and_ordered_maps_build_too() {
    let crate_folder = tempfile::tempdir().unwrap();
    let mut api = build::api(
        "shop",
        vec![build::strukt(
            "Order",
            vec![
                build::required("at", Type::DateTime),
                build::optional("days", build::list(Type::Date)),
                build::required("names", build::map(Type::Int64)),
            ],
        )],
    );
    api.date_time = DateTimeType::Jiff;
    api.map = MapType::Index;
    write(crate_folder.path(), &emit(&[api]));
    let test = crate_folder.path().join("tests/order.rs");
    std::fs::write(test, include_str!("order.rs")).unwrap();
    lock(crate_folder.path());
    let clippy = [
        "clippy",
        "--offline",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    cargo(crate_folder.path(), &clippy);
    cargo(crate_folder.path(), &["test", "--offline"]);
}

#[test]
fn types_and_derives_of_the_users_build_in_both_ways() {
    for impls in [Impls::Shared, Impls::Derive] {
        let crate_folder = tempfile::tempdir().unwrap();
        let mut api = replaced::api();
        api.impls = impls;
        let files = emit(&[api]);
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
            let of_model = format!("{{\"model\":\"{model}\"");
            let found = cases.lines().filter(|it| it.starts_with(&of_model));
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
        let clippy = [
            "clippy",
            "--offline",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ];
        cargo(crate_folder.path(), &clippy);
        cargo(crate_folder.path(), &["doc", "--offline", "--no-deps"]);
        cargo(crate_folder.path(), &["test", "--offline"]);
        cargo(
            crate_folder.path(),
            &["test", "--offline", "--features", "more"],
        );
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

/// The versions of this workspace, whatever else is in the registry.
fn lock(folder: &Path) {
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    std::fs::copy(lock, folder.join("Cargo.lock")).unwrap();
}

fn cargo(folder: &Path, arguments: &[&str]) {
    let target = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("emitted");
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", target)
        .env("RUSTDOCFLAGS", "-D warnings")
        .env_remove("RUSTFLAGS")
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "cargo {}\n{}{}",
        arguments.join(" "),
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}
