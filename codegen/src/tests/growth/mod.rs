//! Input that grows must not cost more than it grows by: each shape at n, 2n and 4n, by counted work.
//!
//! Work is what is allocated, how often, and the steps that [`work`] counts where loops compare
//! without allocating. None of it depends on the machine.

mod cells;
mod lists;
mod models;
mod pages;
mod references;
mod samples;
mod settings;
mod unions;

use crate::diagnostic::{Diagnostics, Printing, render};
use crate::input::{ApiInput, Input};
use crate::source::{Files, SourceFile};
use crate::{describe, emit, work};

/// Files of a specs folder with one API: path below the API's folder, and text.
pub(super) type Specs = Vec<(String, String)>;

/// Input that grows with a number.
pub(super) type Shape = (&'static str, usize, fn(usize) -> Specs);

/// How much the second step may take more than the first, which is half as long: what is sorted, and what lies
/// in a tree, takes a bit more than twice.
const MOST: f64 = 2.2;

/// What a run took.
#[derive(Debug, Clone, Copy)]
struct Taken {
    input: f64,
    counts: [f64; 3],
}

pub(super) fn input_of(specs: Specs) -> Input {
    let mut files = Files::default();
    let mut api = ApiInput {
        name: "api".to_owned(),
        pages: Vec::new(),
        samples: Vec::new(),
        keys: Vec::new(),
        config: None,
    };
    let mut specs = specs;
    specs.sort();
    for (path, text) in specs {
        let id = files.add(SourceFile::new(format!("api/{path}"), text));
        if path == "spec.toml" {
            api.config = Some(id);
        } else if path.ends_with(".json") {
            api.samples.push((path, id));
        } else if path.ends_with(".tsv") {
            api.keys.push((path, id));
        } else {
            api.pages.push((path, id));
        }
    }
    Input {
        files,
        apis: vec![api],
        ..Input::default()
    }
}

/// All that a run does but for the disk.
fn run(input: &Input) {
    let mut diagnostics = Diagnostics::default();
    let described = describe(input, &mut diagnostics);
    if let Ok(description) = described {
        let _ = emit::emit(&description.apis);
    }
    let printing = Printing {
        warnings: None,
        ..Printing::default()
    };
    let _ = render(&diagnostics, &input.files, printing);
}

fn taken(make: fn(usize) -> Specs, n: usize) -> Taken {
    let specs = make(n);
    let input: usize = specs
        .iter()
        .map(|(path, text)| path.len() + text.len())
        .sum();
    let specs = input_of(specs);
    Taken {
        input: input as f64,
        counts: work::taken(|| run(&specs)),
    }
}

/// What is wrong with the growth of a shape, if anything is.
fn fault(&(name, n, make): &Shape) -> Option<String> {
    // What a process makes once, such as its patterns, is no growth.
    let _ = taken(make, 2);
    let [one, two, four] = [n, 2 * n, 4 * n].map(|n| taken(make, n));
    let input = (four.input - two.input) / (two.input - one.input);
    // Where each page lists all others, the input grows by four, and so may the work.
    let most = match input > 2.5 {
        true => MOST * input / 2.0,
        false => MOST,
    };
    let (all, faults) = work::growth([one, two, four].map(|taken| taken.counts), most);
    if is_set("GROWTH_SHOW") {
        for text in all {
            eprintln!("{name} ({n}; at most {most:.2}): {text}");
        }
    }
    (!faults.is_empty()).then(|| format!("{name} ({n}; at most {most:.2}): {}", faults.join("; ")))
}

fn is_set(name: &str) -> bool {
    std::env::var_os(name).is_some()
}

fn check(shapes: &[Shape]) {
    let number = |name: &str| std::env::var(name).ok()?.parse().ok();
    let times: usize = number("GROWTH_TIMES").unwrap_or(1);
    let only = std::env::var("GROWTH_OF").ok();
    let wanted = |name: &str| only.as_ref().is_none_or(|only| only == name);
    let shapes = shapes.iter().filter(|(name, ..)| wanted(name));
    let shapes = shapes.map(|(name, n, make)| (*name, n * times, *make));
    let faults: Vec<_> = shapes.filter_map(|shape| fault(&shape)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
#[ignore = "long"]
fn of_pages() {
    check(pages::SHAPES);
}

#[test]
#[ignore = "long"]
fn of_cells() {
    check(cells::SHAPES);
}

#[test]
#[ignore = "long"]
fn of_rows_and_values() {
    check(lists::SHAPES);
}

#[test]
#[ignore = "long"]
fn of_models() {
    check(models::SHAPES);
}

#[test]
#[ignore = "long"]
fn of_unions() {
    check(unions::SHAPES);
}

#[test]
#[ignore = "long"]
fn of_samples() {
    check(samples::SHAPES);
}

#[test]
#[ignore = "long"]
fn of_settings() {
    check(settings::SHAPES);
}

#[test]
#[ignore = "long"]
fn of_references() {
    check(references::SHAPES);
}

const HEAD: &str = "| Field | Type | Required | Description | Example |\n\
                    | --- | --- | --- | --- | --- |\n";

/// A row of a table of fields.
pub(super) fn row(name: &str, ty: &str) -> String {
    described(name, ty, "N/A", "")
}

pub(super) fn optional(name: &str, ty: &str) -> String {
    format!("| `{name}` | {ty} | :heavy_minus_sign: | N/A |  |\n")
}

pub(super) fn described(name: &str, ty: &str, description: &str, example: &str) -> String {
    format!("| `{name}` | {ty} | :heavy_check_mark: | {description} | {example} |\n")
}

pub(super) fn page(title: &str, rows: &str) -> String {
    format!("# {title}\n\n## Fields\n\n{HEAD}{rows}")
}

/// One page of an SDK for Java.
pub(super) fn big(text: String) -> Specs {
    vec![("java/models/Big.md".to_owned(), text)]
}

/// The same with one row, whose description is given.
pub(super) fn big_description(description: &str) -> Specs {
    big(page("Big", &described("a", "*String*", description, "")))
}

/// One page of an SDK for TypeScript.
pub(super) fn ts_big(text: String) -> Specs {
    vec![("typescript/models/big.md".to_owned(), text)]
}

pub(super) fn java(title: &str, rows: &str) -> (String, String) {
    (format!("java/models/{title}.md"), page(title, rows))
}

pub(super) fn java_link(title: &str) -> String {
    format!("[{title}](../models/{title}.md)")
}

pub(super) fn ts(title: &str, text: String) -> (String, String) {
    let file = title.to_lowercase();
    (format!("typescript/models/{file}.md"), text)
}

pub(super) fn ts_link(title: &str) -> String {
    format!("[models.{title}](../models/{}.md)", title.to_lowercase())
}

/// All items, one after another.
pub(super) fn each(n: usize, item: impl Fn(usize) -> String) -> String {
    (0..n).map(item).collect()
}

/// All items with a text between them.
pub(super) fn joined(n: usize, between: &str, item: impl Fn(usize) -> String) -> String {
    (0..n).map(item).collect::<Vec<_>>().join(between)
}
