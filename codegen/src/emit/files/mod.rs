//! The files of the crate.

pub(crate) mod arbitrary;
mod conditions;
pub(crate) mod dependencies;
pub(crate) mod feature_tests;
pub(crate) mod impls;
pub(crate) mod json_schema;
pub(crate) mod lib_rs;
pub(crate) mod manifest;
pub(crate) mod mark;
pub(crate) mod module;
pub(crate) mod round_trips;
mod runtime;

use std::collections::BTreeMap;

use super::cases;
use super::ident::plain;
use super::plan::modules::Impls;
use super::plan::{Context, Plan};
use crate::timings::Timings;

/// The files of the generated crate: path below the output folder (`src/lib.rs`) to text.
pub type CrateFiles = BTreeMap<String, String>;

/// All files of the crate.
pub(crate) fn lay_out(plan: &Plan, timings: &mut Timings) -> CrateFiles {
    let mut files = CrateFiles::new();
    for cx in &plan.apis {
        insert_modules(&mut files, cx, timings);
        insert_round_trips(&mut files, cx, timings);
    }
    timings.time("arbitrary", |_| {
        insert_rust(
            &mut files,
            "tests/arbitrary/main.rs",
            &feature_tests::arbitrary(plan),
        );
        let check = runtime::ARBITRARY_CHECK;
        insert_rust(&mut files, "tests/arbitrary/check.rs", check);
    });
    timings.time("schemars", |_| {
        insert_rust(
            &mut files,
            "tests/schemars/main.rs",
            &feature_tests::schemas(plan),
        );
        let check = runtime::SCHEMARS_CHECK;
        insert_rust(&mut files, "tests/schemars/check.rs", check);
    });
    timings.time("runtime", |_| {
        insert_rust(&mut files, "src/lib.rs", &lib_rs::lib_rs(plan));
        runtime::insert(&mut files, plan.needs);
    });
    timings.time("manifest", |_| {
        let text = mark::toml(&manifest::cargo_toml(plan));
        files.insert("Cargo.toml".to_owned(), text);
    });
    files
}

/// The models of an API, and what is said about them in files of their own.
fn insert_modules(files: &mut CrateFiles, cx: &Context, timings: &mut Timings) {
    for module in &cx.modules {
        let text = timings.time("models", |_| module::text(cx, module));
        insert_rust(files, &format!("src/{}", module.file), &text);
        let Impls {
            serde,
            arbitrary,
            json_schema,
        } = &module.impls;
        let mut insert = |name: &str, text: String| {
            insert_rust(files, &format!("src/{}/{name}.rs", module.folder), &text);
        };
        if let Some(name) = serde {
            insert(
                name,
                timings.time("impls", |_| impls::text(cx, &module.models)),
            );
        }
        if let Some(name) = arbitrary {
            insert(
                name,
                timings.time("arbitrary", |_| arbitrary::text(cx, &module.models)),
            );
        }
        if let Some(name) = json_schema {
            insert(name, timings.time("schemars", |_| json_schema::text(cx)));
        }
    }
    let schema = timings.time("schema", |_| json_schema::document(cx));
    let name = plain(&cx.api.module);
    files.insert(format!("src/{name}/schema.json"), schema);
}

/// The test of an API, if there is something to test.
fn insert_round_trips(files: &mut CrateFiles, cx: &Context, timings: &mut Timings) {
    let name = plain(&cx.api.module);
    let cases = timings.time("cases", |_| cases::of(cx));
    timings.time("round trips", |_| {
        if cases.is_empty() {
            return;
        }
        let test = round_trips::text(cx, &cases);
        insert_rust(files, &format!("tests/{name}.rs"), &test);
        let lines = round_trips::lines(&cases);
        files.insert(format!("tests/cases/{name}.jsonl"), lines);
    });
}

fn insert_rust(files: &mut CrateFiles, path: &str, text: &str) {
    files.insert(path.to_owned(), mark::rust(text));
}
