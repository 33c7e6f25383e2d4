//! Unions and enums against serde's derives of the same types, written by hand.

use std::fs;
use std::path::Path;
use std::process::Command;

use indexmap::IndexMap;

use crate::cost::cargo;

const PROGRAM: &str = include_str!("../program/micro.rs");
const MANIFEST: &str = include_str!("../program/micro.toml");

/// How often the program runs: where its memory lies is chance, and moves a row by a tenth.
const RUNS: usize = 9;

/// Builds the program, and prints the medians of several runs.
pub fn compare(work: &Path) {
    let folder = work.join("micro");
    crate::crates::write_pages(&folder);
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).expect("a manifest was written");
    let manifest = manifest.replace(
        "serde = \"1\"",
        "serde = { version = \"1\", features = [\"derive\"] }",
    );
    fs::write(folder.join("Cargo.toml"), manifest + MANIFEST).expect("it can be written");
    fs::write(folder.join("micro.rs"), PROGRAM).expect("it can be written");
    cargo(&folder, &["build", "--release", "--bin", "micro"]);
    println!("== unions and enums against serde's derives, medians of {RUNS} runs");
    let mut rows: IndexMap<String, Vec<[f64; 2]>> = IndexMap::new();
    for _ in 0..RUNS {
        for (what, times) in run(&folder) {
            rows.entry(what).or_default().push(times);
        }
    }
    for (what, times) in rows {
        let ours = median(times.iter().map(|[ours, _]| *ours));
        let derived = median(times.iter().map(|[_, derived]| *derived));
        let ratio = median(times.iter().map(|[ours, derived]| derived / ours));
        println!("{what}: ours {ours:.0} ns, derive {derived:.0} ns, times as fast {ratio:.2}");
    }
}

/// What the program prints: each row, and nanoseconds.
fn run(folder: &Path) -> Vec<(String, [f64; 2])> {
    let output = Command::new(folder.join("target/release/micro")).output();
    let output = output.expect("the program runs");
    assert!(output.status.success(), "micro");
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| {
            let mut parts = line.split('\t');
            let what = parts.next()?.to_owned();
            Some((
                what,
                [parts.next()?.parse().ok()?, parts.next()?.parse().ok()?],
            ))
        })
        .collect()
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
