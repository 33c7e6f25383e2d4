//! The program that uses every model, and what it says about speed.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::process::Command;

use serde_json::{Map, Value, json};

use crate::crates::Variant;

/// What decodes and encodes each case many times; the table of models is put before it.
const MAIN: &str = include_str!("../program/user.rs");

/// The model of which a page of 1,000 is read, where it is there.
const PAGED: &str = "ProcessV3";

fn page_of(model: &str) -> String {
    format!("page of 1,000 {model}")
}

/// How many cases are timed at most: of more, every second, third, ….
const TIMED: usize = 1_500;

/// The cases to time, with a page of what the docs give as examples.
pub fn to_time(cases: &str) -> String {
    let cases = with_models(cases);
    let items: Vec<&Value> = cases
        .iter()
        .filter(|(model, name, _)| model == PAGED && name.starts_with("example"))
        .map(|(_, _, value)| value)
        .collect();
    let step = cases.len().div_ceil(TIMED).max(1);
    let mut text = String::new();
    for (model, name, value) in cases.iter().step_by(step) {
        let case = json!({ "model": model, "case": name, "value": value });
        let _ = writeln!(text, "{case}");
    }
    if !items.is_empty() {
        let page: Vec<_> = items.iter().cycle().take(1_000).collect();
        let case = json!({ "model": page_of(PAGED), "value": page });
        let _ = writeln!(text, "{case}");
    }
    text
}

/// Each case: its model, its name and its value.
fn with_models(cases: &str) -> Vec<(String, String, Value)> {
    let mut model = String::new();
    let mut found = Vec::new();
    for line in cases.lines().skip(1) {
        let line: Map<String, Value> = serde_json::from_str(line).expect("a line is JSON");
        for (key, value) in line {
            match (key.as_str(), value) {
                ("model", Value::String(path)) => model = path,
                ("expect", _) => {}
                (_, value) => found.push((model.clone(), key, value)),
            }
        }
    }
    found
}

/// The program for models by name and path.
pub fn text(paths: &[(String, String)]) -> String {
    let mut text = String::from("#![allow(deprecated)]\nconst MODELS: &[(&str, Model)] = &[\n");
    let page = paths.iter().find(|(name, _)| name == PAGED);
    let page = page.map(|(name, path)| (page_of(name), format!("Vec<generated::{path}>")));
    let types = paths
        .iter()
        .map(|(name, path)| (name.clone(), format!("generated::{path}")));
    for (name, ty) in types.chain(page) {
        let model = format!("Model {{ decode: decode::<{ty}>, encode: encode::<{ty}> }}");
        let _ = writeln!(text, "    ({name:?}, {model}),");
    }
    text.push_str("];\n\n");
    text + MAIN
}

/// Nanoseconds to decode and encode each case.
type Times = BTreeMap<String, [f64; 2]>;

/// Runs the programs in turn and prints the medians of the ratios, case by case.
pub fn throughput(variants: &[Variant]) {
    let mut best: Vec<Times> = vec![Times::new(); variants.len()];
    for _ in 0..5 {
        for (variant, best) in variants.iter().zip(&mut best) {
            for (case, times) in run(variant) {
                let known = best.entry(case).or_insert(times);
                *known = [known[0].min(times[0]), known[1].min(times[1])];
            }
        }
    }
    let ours = &best[0];
    for (variant, theirs) in variants.iter().zip(&best).skip(1) {
        for (at, what) in ["decode", "encode"].iter().enumerate() {
            let mut ratios: Vec<f64> = ours
                .iter()
                .filter(|(case, _)| !is_page(case))
                .filter_map(|(case, ours)| Some(theirs.get(case)?[at] / ours[at]))
                .collect();
            ratios.sort_by(f64::total_cmp);
            let Some(median) = ratios.get(ratios.len() / 2) else {
                continue;
            };
            let sum = |times: &Times| -> f64 {
                let common = times
                    .iter()
                    .filter(|(case, _)| ours.contains_key(*case) && theirs.contains_key(*case));
                common.map(|(_, times)| times[at]).sum()
            };
            let whole = sum(theirs) / sum(ours);
            println!(
                "{what}, times as fast as {}: median {median:.2}, in all {whole:.2} ({} cases)",
                variant.name,
                ratios.len()
            );
        }
        for (case, times) in ours.iter().filter(|(case, _)| is_page(case)) {
            if let Some(theirs) = theirs.get(case) {
                let [decode, encode] = [theirs[0] / times[0], theirs[1] / times[1]];
                println!(
                    "{case}, times as fast as {}: decode {decode:.2}, encode {encode:.2}",
                    variant.name
                );
            }
        }
    }
}

fn is_page(case: &str) -> bool {
    case.contains(" page of ")
}

fn run(variant: &Variant) -> Times {
    let output = Command::new(variant.program())
        .arg(variant.folder.join("cases.jsonl"))
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", variant.name);
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| {
            let mut parts = line.split('\t');
            let case = parts.next()?.to_owned();
            Some((
                case,
                [parts.next()?.parse().ok()?, parts.next()?.parse().ok()?],
            ))
        })
        .collect()
}
