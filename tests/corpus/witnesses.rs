//! Real APIs with several SDKs: each source adds what it alone can say, and its folder's name nothing.

use std::collections::BTreeSet;

use fieldtable::config;
use fieldtable::diagnostic::{Diagnostics, Printing, render};
use fieldtable::input::{self, ApiInput, Input};
use fieldtable::model::{Api, Kind, ModelPath, Rule};
use fieldtable::schema::schema;
use fieldtable::source::{Files, SourceFile};

use crate::changes::{changes, of};
use crate::shared;

/// APIs of the corpus with several sources, and the case of their wire.
const APIS: [(&str, &str); 6] = [
    ("clerk", "snake"),
    ("dub", "camel"),
    ("gr4vy", "snake"),
    ("hathora", "camel"),
    ("hathora-2023-11", "camel"),
    ("openrouter", "snake"),
];

/// An API of the corpus.
fn read(name: &str) -> (Input, ApiInput) {
    let input = input::read(&shared("corpus")).expect("the corpus can be read");
    let api = input.apis.iter().find(|api| api.name == name).cloned();
    (input, api.expect("the API is in the corpus"))
}

/// The model of those of an API's sources that `folder` gives a folder.
fn describe(
    input: &Input,
    api: &ApiInput,
    case: &str,
    folder: &dyn Fn(&str) -> Option<String>,
) -> Api {
    let mut files = Files::default();
    let mut pages = Vec::new();
    for (path, id) in &api.pages {
        let (source, below) = path.split_once('/').expect("a folder of a source");
        if let Some(folder) = folder(source) {
            let path = format!("{folder}/{below}");
            let text = input.files.get(*id).text.clone();
            let id = files.add(SourceFile::new(format!("{}/{path}", api.name), text));
            pages.push((path, id));
        }
    }
    pages.sort();
    let spec = format!("wire-case = \"{case}\"\n");
    let config = files.add(SourceFile::new(format!("{}/spec.toml", api.name), spec));
    let api = ApiInput {
        name: api.name.clone(),
        pages,
        samples: Vec::new(),
        keys: Vec::new(),
        config: Some(config),
    };
    let input = Input {
        files,
        apis: vec![api],
        ..Input::default()
    };
    let mut diagnostics = Diagnostics::default();
    assert_eq!(
        config::parse(&input.files, config, &mut diagnostics)
            .models
            .len(),
        0
    );
    let Ok(mut description) = fieldtable::describe(&input, &mut diagnostics) else {
        panic!(
            "{}",
            render(&diagnostics, &input.files, Printing::default())
        );
    };
    description.apis.remove(0)
}

fn sources(api: &ApiInput) -> Vec<String> {
    let mut folders: Vec<String> = api
        .pages
        .iter()
        .filter_map(|(path, _)| path.split_once('/').map(|(folder, _)| folder.to_owned()))
        .collect();
    folders.dedup();
    folders
}

#[test]
#[ignore = "needs the corpus"]
fn names_of_folders_change_nothing() {
    for (name, case) in APIS {
        let (input, api) = read(name);
        let sources = sources(&api);
        let straight = describe(&input, &api, case, &|folder| Some(folder.to_owned()));
        let reversed = describe(&input, &api, case, &|folder| {
            let at = sources.iter().position(|source| source == folder)?;
            Some(format!("source-{}", sources.len() - at))
        });
        assert!(schema_of(&straight) == schema_of(&reversed), "{name}");
    }
}

/// The schema without the notes that name files.
fn schema_of(api: &Api) -> serde_json::Value {
    let mut api = api.clone();
    for model in api.models.values_mut() {
        model.docs.notes.clear();
        model.examples.clear();
        if let Kind::Struct(object) = &mut model.kind {
            for field in &mut object.fields {
                field.examples.clear();
            }
        }
    }
    let mut schema = schema(&api);
    let models = schema["$defs"].as_object_mut().expect("models");
    for model in models.values_mut() {
        model.as_object_mut().expect("a model").remove("x-source");
    }
    schema
}

/// Describes an API without each of its sources, and says what changed though others say it too.
fn a_source_that_goes_takes_only_what_it_alone_says(name: &str) {
    let (_, case) = APIS
        .into_iter()
        .find(|(api, _)| *api == name)
        .expect("one of them");
    let (input, api) = read(name);
    let full = describe(&input, &api, case, &|folder| Some(folder.to_owned()));
    let of_ties = of_ties(&full);
    for gone in sources(&api) {
        let part = describe(&input, &api, case, &|folder| {
            (folder != gone).then(|| folder.to_owned())
        });
        let prefix = format!("{name}/{gone}/");
        let mut unexplained = Vec::new();
        for (path, model) in &full.models {
            let described = of(&model.evidence, &prefix);
            match part.models.get(path) {
                Some(other) => {
                    let changes = changes(&full, &model.kind, &other.kind, described, &prefix);
                    unexplained.extend(changes.iter().map(|change| format!("{path}{change}")));
                }
                None if described || of_ties.contains(path) => {}
                None => unexplained.push(format!("{path} is gone")),
            }
        }
        assert_eq!(unexplained, Vec::<String>::new(), "{name} without {gone}");
    }
}

/// The models that hold what sources disagree about, which go with the disagreement.
fn of_ties(api: &Api) -> BTreeSet<ModelPath> {
    let fields = api.models.values().flat_map(|model| match &model.kind {
        Kind::Struct(object) => object.fields.as_slice(),
        _ => &[],
    });
    let tied = fields.filter(|field| field.ty.rule == Rule::Tie);
    let models = tied.filter_map(|field| field.ty.value.innermost().model().cloned());
    models.collect()
}

#[test]
#[ignore = "needs the corpus"]
fn each_source_of_clerk_takes_only_what_it_alone_says() {
    a_source_that_goes_takes_only_what_it_alone_says("clerk");
}

#[test]
#[ignore = "needs the corpus"]
fn each_source_of_dub_takes_only_what_it_alone_says() {
    a_source_that_goes_takes_only_what_it_alone_says("dub");
}

#[test]
#[ignore = "needs the corpus"]
fn each_source_of_gr4vy_takes_only_what_it_alone_says() {
    a_source_that_goes_takes_only_what_it_alone_says("gr4vy");
}

#[test]
#[ignore = "needs the corpus"]
fn each_source_of_hathora_takes_only_what_it_alone_says() {
    a_source_that_goes_takes_only_what_it_alone_says("hathora");
}

#[test]
#[ignore = "needs the corpus"]
fn each_source_of_the_early_hathora_takes_only_what_it_alone_says() {
    a_source_that_goes_takes_only_what_it_alone_says("hathora-2023-11");
}

#[test]
#[ignore = "needs the corpus"]
fn each_source_of_openrouter_takes_only_what_it_alone_says() {
    a_source_that_goes_takes_only_what_it_alone_says("openrouter");
}
