//! The files of the crate.

pub(crate) mod arbitrary;
mod conditions;
pub(crate) mod dependencies;
pub(crate) mod feature_tests;
pub(crate) mod impls;
pub(crate) mod included;
pub(crate) mod json_schema;
pub(crate) mod lib_rs;
pub(crate) mod manifest;
pub(crate) mod mark;
pub(crate) mod module;
pub(crate) mod readme;
pub(crate) mod round_trips;
mod runtime;

use std::collections::BTreeMap;

use super::cases;
use super::ident::plain;
use super::plan::modules::{Impls, Module};
use super::plan::{Context, Plan};
use crate::parallel;
use crate::timings::Timings;

/// The files of the generated crate: path below the output folder (`src/lib.rs`) to text.
pub type CrateFiles = BTreeMap<String, String>;

/// Writes a part of the crate.
type Job<'a> = Box<dyn Fn(&mut Timings) -> Vec<(String, String)> + Send + Sync + 'a>;

/// All files of the crate. They are written at once, as none looks into another.
pub(crate) fn lay_out(plan: &Plan, timings: &mut Timings) -> CrateFiles {
    let mut jobs: Vec<Job> = Vec::new();
    for cx in &plan.apis {
        jobs.push(Box::new(|timings| round_trips(cx, timings)));
        jobs.push(Box::new(|timings| vec![schema(cx, timings)]));
        for module in &cx.modules {
            jobs.push(Box::new(|timings| vec![models(cx, module, timings)]));
            jobs.push(Box::new(|timings| impls(cx, module, timings)));
        }
    }
    jobs.push(Box::new(|timings| feature_tests(plan, timings)));
    let written = parallel::map_timed(&jobs, timings, |job, timings| job(timings));
    let mut files: CrateFiles = written.into_iter().flatten().collect();
    timings.time("runtime", |_| {
        let (path, text) = rust("src/lib.rs", &lib_rs::lib_rs(plan));
        files.insert(path, text);
        runtime::insert(&mut files, plan.needs);
    });
    timings.time("manifest", |_| {
        let text = mark::toml(&manifest::cargo_toml(plan));
        files.insert("Cargo.toml".to_owned(), text);
        if plan.package.readme {
            files.insert("README.md".to_owned(), readme::readme(plan));
        }
    });
    files
}

fn models(cx: &Context, module: &Module, timings: &mut Timings) -> (String, String) {
    let text = timings.time("models", |_| module::text(cx, module));
    rust(&format!("src/{}", module.file), &text)
}

/// What is said about the models of a module, in files of their own.
fn impls(cx: &Context, module: &Module, timings: &mut Timings) -> Vec<(String, String)> {
    let Impls {
        serde,
        arbitrary,
        json_schema,
    } = &module.impls;
    let mut files = Vec::new();
    let mut add = |name: &str, text: String| {
        files.push(rust(&format!("src/{}/{name}.rs", module.folder), &text));
    };
    if let Some(name) = serde {
        let text = timings.time("impls", |_| impls::text(cx, &module.models));
        add(name, text);
    }
    if let Some(name) = arbitrary {
        let text = timings.time("arbitrary", |_| arbitrary::text(cx, &module.models));
        add(name, text);
    }
    if let Some(name) = json_schema {
        add(name, timings.time("schemars", |_| json_schema::text(cx)));
    }
    files
}

fn schema(cx: &Context, timings: &mut Timings) -> (String, String) {
    let schema = timings.time("schema", |_| json_schema::document(cx));
    (format!("src/{}/schema.json", plain(&cx.api.module)), schema)
}

/// The test of an API, if there is something to test.
fn round_trips(cx: &Context, timings: &mut Timings) -> Vec<(String, String)> {
    let name = plain(&cx.api.module);
    let cases = timings.time("cases", |_| cases::of(cx));
    timings.time("round trips", |_| {
        if cases.is_empty() {
            return Vec::new();
        }
        let test = round_trips::text(cx, &cases);
        vec![
            rust(&format!("tests/{name}.rs"), &test),
            (
                format!("tests/cases/{name}.jsonl"),
                round_trips::lines(&cases),
            ),
        ]
    })
}

/// The tests of the features that are off by default.
fn feature_tests(plan: &Plan, timings: &mut Timings) -> Vec<(String, String)> {
    let of = |name: &str, test: &str, check: &str| {
        let main = rust(&format!("tests/{name}/main.rs"), test);
        [main, rust(&format!("tests/{name}/check.rs"), check)]
    };
    let arbitrary = timings.time("arbitrary", |_| {
        let test = feature_tests::arbitrary(plan);
        of("arbitrary", &test, runtime::ARBITRARY_CHECK)
    });
    let schemars = timings.time("schemars", |_| {
        let test = feature_tests::schemas(plan);
        of("schemars", &test, runtime::SCHEMARS_CHECK)
    });
    arbitrary.into_iter().chain(schemars).collect()
}

fn rust(path: &str, text: &str) -> (String, String) {
    (path.to_owned(), mark::rust(text))
}
