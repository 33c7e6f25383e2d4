//! The files of the crate.

mod conditions;
pub(crate) mod dependencies;
pub(crate) mod feature_tests;
pub(crate) mod included;
pub(crate) mod lib_rs;
pub(crate) mod manifest;
pub(crate) mod mark;
pub(crate) mod modules;
pub(crate) mod readme;
pub(crate) mod round_trips;
mod runtime;

use std::collections::BTreeMap;

use super::cases;
use super::ident::plain;
use super::plan::{Context, Plan};
use crate::parallel;
use crate::timings::Timings;

/// The files of the generated crate: path below the output folder (`src/lib.rs`) to text.
pub type CrateFiles = BTreeMap<String, String>;

/// Writes a part of the crate, of so many models.
type Job<'a> = (
    usize,
    Box<dyn Fn(&mut Timings) -> Vec<(String, String)> + Send + Sync + 'a>,
);

/// All files of the crate. They are written at once, as none looks into another.
pub(crate) fn lay_out(plan: &Plan, timings: &mut Timings) -> CrateFiles {
    let mut jobs: Vec<Job> = Vec::new();
    for cx in &plan.apis {
        let all = cx.api.models.len();
        jobs.push((all, Box::new(|timings| round_trips(cx, timings))));
        jobs.push((all, Box::new(|timings| vec![modules::schema(cx, timings)])));
        for module in &cx.modules {
            let own = module.models.len();
            jobs.push((
                own,
                Box::new(|timings| modules::models(cx, module, timings)),
            ));
            jobs.push((
                own,
                Box::new(|timings| modules::beside(cx, module, timings)),
            ));
        }
    }
    jobs.push((0, Box::new(|timings| feature_tests(plan, timings))));
    let models = |job: &Job| job.0;
    let written = parallel::map_timed(&jobs, timings, models, |job, timings| job.1(timings));
    let mut files: CrateFiles = written.into_iter().flatten().collect();
    timings.time("runtime", |_| {
        let (path, text) = mark::rust_file("src/lib.rs", &lib_rs::lib_rs(plan));
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

/// The test of an API, if there is something to test.
fn round_trips(cx: &Context, timings: &mut Timings) -> Vec<(String, String)> {
    let name = plain(&cx.api.module);
    let cases = timings.time("cases", |_| cases::of(cx));
    timings.time("round trips", |_| {
        let mut files = modules::of_cases(cx, &cases);
        if !cases.is_empty() {
            let test = round_trips::text(cx, &cases);
            let lines = round_trips::lines(&cases);
            files.push(mark::rust_file(&format!("tests/{name}.rs"), &test));
            files.push((format!("tests/cases/{name}.jsonl"), lines));
        }
        files
    })
}

/// The tests of the features that are off by default.
fn feature_tests(plan: &Plan, timings: &mut Timings) -> Vec<(String, String)> {
    let of = |name: &str, test: &str, check: &str| {
        let main = mark::rust_file(&format!("tests/{name}/main.rs"), test);
        [
            main,
            mark::rust_file(&format!("tests/{name}/check.rs"), check),
        ]
    };
    let arbitrary = timings.time("arbitrary", |_| {
        let test = feature_tests::arbitrary(plan);
        of("arbitrary", &test, runtime::ARBITRARY_CHECK)
    });
    let test = feature_tests::examples(plan);
    let examples = of("examples", &test, runtime::EXAMPLES_CHECK);
    let schemars = timings.time("schemars", |_| {
        let test = feature_tests::schemas(plan);
        of("schemars", &test, runtime::SCHEMARS_CHECK)
    });
    [arbitrary, examples, schemars]
        .into_iter()
        .flatten()
        .collect()
}
