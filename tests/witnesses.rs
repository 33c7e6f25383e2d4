//! Real APIs with several SDKs: each source adds what it alone can say, and its folder's name nothing.
//!
//! The docs are not part of the repository. Where they are absent, these tests say so and pass.

use fieldtable::config;
use fieldtable::diagnostic::{Diagnostics, render};
use fieldtable::input::{self, ApiInput, Input};
use fieldtable::model::{Api, Enum, EnumValue, Evidence, Field, Kind, Nullability, Type, Union};
use fieldtable::schema::schema;
use fieldtable::source::{Files, SourceFile};
use tests::repository;

/// APIs of the corpus with several sources, and the case of their wire.
const APIS: [(&str, &str); 6] = [
    ("clerk", "snake"),
    ("dub", "camel"),
    ("gr4vy", "snake"),
    ("hathora", "camel"),
    ("hathora-2023-11", "camel"),
    ("openrouter", "snake"),
];

/// An API of the corpus; `None` where the corpus is absent.
fn read(name: &str) -> Option<(Input, ApiInput)> {
    let corpus = repository().join("../shared/corpus");
    if !corpus.is_dir() {
        println!("skipped: no corpus beside the repository");
        return None;
    }
    let input = input::read(&corpus).expect("the corpus can be read");
    let api = input.apis.iter().find(|api| api.name == name).cloned();
    let api = api.expect("the API is in the corpus");
    Some((input, api))
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
        config: Some(config),
    };
    let input = Input {
        files,
        apis: vec![api],
    };
    let mut diagnostics = Diagnostics::default();
    assert_eq!(
        config::parse(&input.files, config, &mut diagnostics)
            .models
            .len(),
        0
    );
    let Ok(mut description) = fieldtable::describe(&input, &mut diagnostics) else {
        panic!("{}", render(&diagnostics, &input.files, false));
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
fn names_of_folders_change_nothing() {
    for (name, case) in APIS {
        let Some((input, api)) = read(name) else {
            return;
        };
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
                field.example = None;
            }
        }
    }
    schema(&api)
}

/// Describes an API without each of its sources, and says what changed though others say it too.
fn a_source_that_goes_takes_only_what_it_alone_says(name: &str) {
    let (_, case) = APIS
        .into_iter()
        .find(|(api, _)| *api == name)
        .expect("one of them");
    let Some((input, api)) = read(name) else {
        return;
    };
    let full = describe(&input, &api, case, &|folder| Some(folder.to_owned()));
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
                None if described => {}
                None => unexplained.push(format!("{path} is gone")),
            }
        }
        assert_eq!(unexplained, Vec::<String>::new(), "{name} without {gone}");
    }
}

#[test]
fn each_source_of_clerk_takes_only_what_it_alone_says() {
    a_source_that_goes_takes_only_what_it_alone_says("clerk");
}

#[test]
fn each_source_of_dub_takes_only_what_it_alone_says() {
    a_source_that_goes_takes_only_what_it_alone_says("dub");
}

#[test]
fn each_source_of_gr4vy_takes_only_what_it_alone_says() {
    a_source_that_goes_takes_only_what_it_alone_says("gr4vy");
}

#[test]
fn each_source_of_hathora_takes_only_what_it_alone_says() {
    a_source_that_goes_takes_only_what_it_alone_says("hathora");
}

#[test]
fn each_source_of_the_early_hathora_takes_only_what_it_alone_says() {
    a_source_that_goes_takes_only_what_it_alone_says("hathora-2023-11");
}

#[test]
fn each_source_of_openrouter_takes_only_what_it_alone_says() {
    a_source_that_goes_takes_only_what_it_alone_says("openrouter");
}

/// What changed in a model that the source describes, or not, beyond what it alone can say.
fn changes(api: &Api, full: &Kind, part: &Kind, described: bool, prefix: &str) -> Vec<String> {
    let mut changes = Vec::new();
    match (full, part) {
        (Kind::Struct(object), Kind::Struct(left)) => {
            for field in &object.fields {
                let key = &field.wire_name;
                let mut fields = left.fields.iter();
                let what = match fields.find(|left| left.wire_name.value == key.value) {
                    Some(left) => changed(api, field, left, prefix),
                    None if of(&key.evidence, prefix) => None,
                    None => Some("is gone"),
                };
                changes.extend(what.map(|what| format!(".{}: {what}", key.value)));
            }
        }
        (Kind::Enum(full), Kind::Enum(part)) => {
            let has =
                |of: &Enum, value: &EnumValue| of.values.iter().any(|it| it.value == value.value);
            for value in full.values.iter().filter(|value| !has(part, value)) {
                if !value
                    .evidence
                    .iter()
                    .all(|said| said.at.file.starts_with(prefix))
                {
                    changes.push(format!(": value {} is gone", value.value));
                }
            }
            let new = part.values.iter().filter(|value| !has(full, value));
            changes.extend(new.map(|value| format!(": value {} is new", value.value)));
        }
        (Kind::Union(full), Kind::Union(part)) => {
            let held = |members: &Union, ty: &Type| {
                let mut members = members.variants.iter();
                members.any(|member| {
                    unalias(api, &member.ty) == unalias(api, ty) || holds(&member.ty, ty)
                })
            };
            let lost = full.variants.iter().any(|member| !held(part, &member.ty));
            if !described && (lost || full.variants.len() != part.variants.len()) {
                changes.push(": members changed".to_owned());
            }
        }
        (Kind::Alias(full), Kind::Alias(part)) => {
            if !described && !holds(&part.ty, &full.ty) {
                changes.push(": type changed".to_owned());
            }
        }
        _ if described => {}
        _ => changes.push(": another kind".to_owned()),
    }
    changes
}

/// Whether the source is among those that say so.
fn of(evidence: &[Evidence], prefix: &str) -> bool {
    evidence.iter().any(|said| said.at.file.starts_with(prefix))
}

/// What changed in a field though others say it too.
fn changed(api: &Api, full: &Field, part: &Field, prefix: &str) -> Option<&'static str> {
    let ours = |said: &Evidence| said.at.file.starts_with(prefix);
    let (before, after) = (full.nullable.value, part.nullable.value);
    if before != after {
        let mut won = full.nullable.evidence.iter().filter(|said| said.won);
        let weaker = after == Nullability::Unknown || before == Nullability::Yes;
        if !weaker || !won.all(ours) {
            return Some("nullable changed");
        }
    }
    if full.required.value != part.required.value {
        let mut optional = full
            .required
            .evidence
            .iter()
            .filter(|said| said.says == "optional");
        if full.required.value || !optional.all(ours) {
            return Some("required changed");
        }
    }
    let (before, after) = (&full.ty.value, &part.ty.value);
    // Another of several pages that describe the same may stand for all.
    let same = unalias(api, before) == unalias(api, after);
    // Where pages disagree, each has a vote.
    let voted = full.ty.rule.starts_with("the pages disagree");
    if !same && !(of(&full.ty.evidence, prefix) && (voted || holds(after, before))) {
        return Some("type changed");
    }
    None
}

fn unalias<'t>(api: &'t Api, ty: &'t Type) -> &'t Type {
    match ty {
        Type::Model(path) => match api.models.get(path).map(|model| &model.kind) {
            Some(Kind::Alias(alias)) => &alias.ty,
            _ => ty,
        },
        _ => ty,
    }
}

/// Whether a type holds all values of another one.
fn holds(wide: &Type, narrow: &Type) -> bool {
    match (wide, narrow) {
        (a, b) if a == b => true,
        (Type::Any, _) | (_, Type::Any) => true,
        (Type::List(a), Type::List(b)) | (Type::Map(a), Type::Map(b)) => holds(a, b),
        (Type::Nullable(a) | Type::Boxed(a), b) | (b, Type::Nullable(a) | Type::Boxed(a)) => {
            holds(a, b)
        }
        (Type::Number, Type::Int32 | Type::Int64 | Type::Float32 | Type::Float64) => true,
        // Of two widths the wider is taken, so a source that goes may take either.
        (Type::Int64 | Type::Int32, Type::Int32 | Type::Int64) => true,
        (Type::Float64 | Type::Float32, Type::Float32 | Type::Float64) => true,
        (Type::String, Type::DateTime | Type::Date | Type::Bytes) => true,
        // One SDK's name for it, or no name at all.
        (_, Type::Model(_)) | (Type::Model(_), _) => true,
        _ => false,
    }
}
