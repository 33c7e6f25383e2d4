//! Round trips: JSON to model to JSON must be equal.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

mod text;

/// Reads a model and writes it again.
pub type Check = fn(&str) -> Result<String, serde_json::Error>;

/// The models of an API that have a case, by their paths in it, each with its check. The API is `api` where this
/// is called.
macro_rules! each_model {
    (
        $($first:ident $(:: $rest:ident)*,)*
        $(@no_case $untested:tt)?
        $(@aliases { $($alias:ident $(:: $below:ident)*,)* })?
        $(@replaced { $($replaced:ident $(:: $under:ident)* = $by:ty,)* })?
        $(@only_in_schema $others:tt)?
        $(@no_bytes $never:tt)?
    ) => {
        &[
            $((
                concat!(stringify!($first) $(, "::", stringify!($rest))*),
                support::check::<api::$first $(::$rest)*>,
            ),)*
            $($((
                concat!(stringify!($alias) $(, "::", stringify!($below))*),
                support::check::<api::$alias $(::$below)*>,
            ),)*)?
            $($((
                concat!(stringify!($replaced) $(, "::", stringify!($under))*),
                support::check::<$by>,
            ),)*)?
        ]
    };
}

/// The check of one model.
pub fn check<T: DeserializeOwned + Serialize>(json: &str) -> Result<String, serde_json::Error> {
    serde_json::to_string(&serde_json::from_str::<T>(json)?)
}

/// Runs the cases of an API and reports all that fail.
pub fn run(api: &str, checks: &[(&str, Check)]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/cases/{api}.jsonl"));
    let cases = std::fs::read_to_string(&path).expect("the cases are beside the tests");
    let mut failures = String::new();
    let mut count = 0;
    let mut seen = BTreeSet::new();
    for line in cases.lines().skip(1) {
        let case: Value = serde_json::from_str(line).expect("a case is JSON");
        let name = |key: &str| case[key].as_str().unwrap_or_default().to_owned();
        count += 1;
        if let Err(failure) = run_case(&case, checks) {
            let _ = writeln!(failures, "{} / {}: {failure}", name("model"), name("case"));
        }
        seen.insert(name("model"));
    }
    assert!(failures.is_empty(), "of {count} cases:\n{failures}");
    for (model, _) in checks {
        assert!(seen.contains(*model), "{model} has no case");
    }
}

fn run_case(case: &Value, checks: &[(&str, Check)]) -> Result<(), String> {
    let input = &case["value"];
    let expected = case.get("expect").unwrap_or(input);
    let (_, check) = checks
        .iter()
        .find(|(model, _)| case["model"] == **model)
        .ok_or("no such model")?;
    let text = input.to_string();
    let output = check(&text).map_err(|error| format!("{error}\n  input  {text}"))?;
    let written: Value = serde_json::from_str(&output).map_err(|error| error.to_string())?;
    if same(expected, &written) {
        Ok(())
    } else {
        Err(format!("differs\n  input  {expected}\n  output {output}"))
    }
}

fn same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Object(left), Value::Object(right)) => {
            left.len() == right.len()
                && left
                    .iter()
                    .all(|(key, value)| right.get(key).is_some_and(|other| same(value, other)))
        }
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len()
                && left
                    .iter()
                    .zip(right)
                    .all(|(left, right)| same(left, right))
        }
        (Value::Number(left), Value::Number(right)) if left.is_f64() || right.is_f64() => {
            left.as_f64() == right.as_f64()
        }
        (Value::String(left), Value::String(right)) => text::same(left, right),
        _ => left == right,
    }
}
