//! The generator, for whatever its input is.

use fieldtable::diagnostic::{Diagnostics, Printing, render};
use fieldtable::emit::{CrateFiles, emit};
use fieldtable::input::{ApiInput, Input};
use fieldtable::source::{Files, SourceFile};

use crate::choices::Choices;
use crate::{crates, grammar, is_sampled, text};

/// Where a page can lie; each place says a family or a language.
const PLACES: &[&str] = &[
    "reference/page.md",
    "typescript/docs/models/shared/page.md",
    "python/docs/models/page.md",
    "java/models/operations/page.md",
    "go/docs/models/components/page.md",
    "csharp/Models/Components/page.md",
    "php/docs/Models/Shared/page.md",
    "ruby/models/errors/page.md",
    "unity/docs/Models/Shared/page.md",
    "page.mdx",
];

/// The pages beside which settings, samples and keys are tried.
const FIXED: &[(&str, &str)] = &[
    ("typescript/docs/models/shared/house.md", grammar::HOUSE),
    ("typescript/docs/models/shared/roof.md", grammar::ROOF),
    ("typescript/docs/models/shared/pet.md", grammar::PET),
    ("python/docs/models/shared/house.md", grammar::PYTHON_HOUSE),
    ("reference/rooms.md", grammar::ROOMS),
];

/// The first byte says where a page lies, the rest is its text.
pub fn page(bytes: &[u8]) {
    let mut choices = Choices::new(bytes);
    let place = choices.one(PLACES);
    let page = String::from_utf8_lossy(bytes.get(1..).unwrap_or_default());
    check(&[(place.to_owned(), page.into_owned())]);
}

/// Pages by the grammar.
pub fn pages(bytes: &[u8]) {
    check(&grammar::files(&mut Choices::new(bytes)));
}

/// Settings.
pub fn spec(bytes: &[u8]) {
    beside("spec.toml", bytes);
}

/// A sample of one of the fixed models.
pub fn samples(bytes: &[u8]) {
    let name = Choices::new(bytes).one(&["House", "Roof", "Pet", "Room", "Other"]);
    beside(
        &format!("samples/{name}.json"),
        bytes.get(1..).unwrap_or_default(),
    );
}

/// Keys of the source.
pub fn keys(bytes: &[u8]) {
    beside("typescript/docs/models/keys.tsv", bytes);
}

fn beside(path: &str, bytes: &[u8]) {
    let fixed = FIXED.iter();
    let mut files: Vec<_> = fixed
        .map(|(path, page)| ((*path).to_owned(), (*page).to_owned()))
        .collect();
    files.push((path.to_owned(), String::from_utf8_lossy(bytes).into_owned()));
    check(&files);
}

/// What a run gives.
#[derive(Debug, PartialEq)]
pub struct Run {
    /// What it says.
    pub messages: String,
    /// What it writes, and the schemas; nothing if there are errors.
    pub made: Option<(CrateFiles, Vec<String>)>,
}

/// Panics where something does not hold for these files of an API.
///
/// # Panics
///
/// With what does not hold.
pub fn check(files: &[(String, String)]) {
    let sum = files.iter().flat_map(|(_, text)| text.bytes());
    let sum = sum.fold(0_usize, |sum, byte| {
        sum.wrapping_mul(31).wrapping_add(usize::from(byte))
    });
    let emits = is_sampled(sum, 16);
    let run = generate(files, emits);
    text::check("messages", &run.messages);
    if let Some((files, _)) = &run.made {
        crates::check(files);
    }
    if is_sampled(sum, 64) {
        assert!(run == generate(files, emits), "two runs, two results");
    }
}

/// Runs the generator on files of an API, by their paths; the crate is emitted or not.
#[must_use]
pub fn generate(files: &[(String, String)], emits: bool) -> Run {
    let mut files = files.to_vec();
    files.sort();
    files.dedup_by(|a, b| a.0 == b.0);
    let mut input = Input {
        files: Files::default(),
        config: None,
        findings: Vec::new(),
        apis: Vec::new(),
    };
    input.files.root = "specs/".to_owned();
    let mut api = ApiInput {
        name: "api".to_owned(),
        pages: Vec::new(),
        samples: Vec::new(),
        keys: Vec::new(),
        config: None,
    };
    for (path, text) in files {
        let id = input
            .files
            .add(SourceFile::new(format!("api/{path}"), text));
        if path == "spec.toml" {
            api.config = Some(id);
        } else if path.ends_with("keys.tsv") {
            api.keys.push((path, id));
        } else if path.starts_with("samples/") {
            api.samples.push((path, id));
        } else {
            api.pages.push((path, id));
        }
    }
    input.apis.push(api);
    let mut diagnostics = Diagnostics::default();
    let made = fieldtable::describe(&input, &mut diagnostics);
    let made = made.ok().map(|description| {
        let schemas = description.apis.iter();
        let schemas = schemas.map(|api| {
            // Evidence is read by people and by programs: both must work.
            let explained = fieldtable::explain::explain_api(api);
            text::check("explain", &explained.text("specs/", false));
            fieldtable::schema::schema(api).to_string()
        });
        let schemas = schemas.collect();
        let files = emits.then(|| emit(&description.apis));
        (files.unwrap_or_default(), schemas)
    });
    Run {
        messages: render(&diagnostics, &input.files, Printing::default()),
        made,
    }
}
