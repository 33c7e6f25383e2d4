//! Pages of all families and languages, as bytes choose them.

mod examples;
mod fixed;
mod languages;
mod references;
mod sdk;
mod words;

use crate::choices::Choices;
pub use fixed::{HOUSE, PET, PYTHON_HOUSE, ROOF, ROOMS};

/// Files of an API: SDKs of one or two languages, references, and what stands beside them.
pub fn files(choices: &mut Choices) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let families = choices.below(8);
    if families != 7 {
        let first = choices.below(8);
        sdk::pages(&mut files, first, choices);
        if families == 6 {
            let second = choices.below(8);
            sdk::pages(&mut files, second, choices);
        }
    }
    if families >= 5 {
        references::pages(&mut files, choices);
    }
    if choices.once_in(4) {
        let name = choices.one(words::TITLES).replace(['/', '\n'], "");
        let sample = examples::json(choices, 3);
        files.push((format!("samples/{name}.json"), sample));
    }
    if choices.once_in(4) {
        files.push(("spec.toml".to_owned(), settings(choices)));
    }
    files
}

fn settings(choices: &mut Choices) -> String {
    let lines = [
        "wire-case = \"snake\"",
        "extra = \"keep\"",
        "map = \"index\"",
        "impls = \"derive\"",
        "date-time = \"string\"",
        "date-time = \"jiff\"",
        "not-known = \"accept-null\"",
        "namespaces = [\"\"]",
    ];
    let mut text = String::new();
    for line in lines {
        if choices.once_in(3) {
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}
