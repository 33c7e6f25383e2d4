//! Round trips: JSON to model to JSON must be equal.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

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
    let place = format!("tests/cases/{api}.jsonl");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(&place);
    let cases = std::fs::read_to_string(&path).expect("the cases are beside the tests");
    let checks: BTreeMap<&str, Check> = checks.iter().copied().collect();
    let mut failures = String::new();
    let mut count = 0;
    let mut model = String::new();
    let mut tested = BTreeSet::new();
    for (at, line) in cases.lines().enumerate().skip(1) {
        let line: Map<String, Value> = serde_json::from_str(line).expect("a line is JSON");
        if let Some(Value::String(path)) = line.get("model") {
            model.clone_from(path);
            tested.insert(model.clone());
            continue;
        }
        count += 1;
        let (name, input) = line
            .iter()
            .find(|(key, _)| *key != "expect")
            .expect("a case has a name");
        let expected = line.get("expect").unwrap_or(input);
        let outcome = match checks.get(model.as_str()) {
            Some(check) => run_case(input, expected, *check),
            None => Err("no such model".to_owned()),
        };
        if let Err(failure) = outcome {
            let _ = writeln!(failures, "{place}:{}: {model} / {name}: {failure}", at + 1);
        }
    }
    assert!(failures.is_empty(), "of {count} cases:\n{failures}");
    for model in checks.keys() {
        assert!(tested.contains(*model), "{model} has no case");
    }
}

fn run_case(input: &Value, expected: &Value, check: Check) -> Result<(), String> {
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
