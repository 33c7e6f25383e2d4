//! The law between languages: SDKs made from one document give one model, up to what a language
//! cannot say. What that is stands in one table, `docs/languages.md`, and this test holds the two
//! together: every loss that it meets must be listed, and every loss that is listed must be met.

use std::collections::{BTreeMap, BTreeSet};

use fieldtable::diagnostic::{Diagnostics, Printing, render};
use fieldtable::input::{self, ApiInput, Input};
use fieldtable::model::{Api, Field, Kind, Model, Nullability, Type};
use fieldtable::source::SourceFile;
use tests::repository;

use crate::shared;

const LANGUAGES: [&str; 5] = ["go", "php", "python", "ruby", "typescript"];

#[test]
#[ignore = "needs the corpus"]
fn five_languages_say_the_same_but_for_the_losses_that_are_listed() {
    let whole = describe(None);
    let listed = listed_losses();
    let mut wrong = Vec::new();
    for language in LANGUAGES {
        let api = describe(Some(language));
        let mut law = Law {
            api: &api,
            whole: &whole,
            met: BTreeMap::new(),
            broken: Vec::new(),
        };
        law.compare();
        println!("{language}: {:?}", law.met);
        wrong.extend(law.broken.iter().map(|what| format!("{language}: {what}")));
        let met: BTreeSet<&str> = law.met.into_keys().collect();
        let listed: BTreeSet<&str> = listed[language].iter().map(String::as_str).collect();
        let unlisted = met
            .difference(&listed)
            .map(|loss| format!("{language}: `{loss}` is not listed"));
        let unmet = listed
            .difference(&met)
            .map(|loss| format!("{language}: `{loss}` was not met"));
        wrong.extend(unlisted.chain(unmet));
    }
    assert!(
        wrong.is_empty(),
        "{} differences:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// The pages of one language of dub, or of all.
fn describe(language: Option<&str>) -> Api {
    let sdks = input::read(&shared("corpus/dub")).expect("the corpus can be read");
    let mut files = sdks.files.clone();
    // No page shows a key, so the case is told.
    let config = files.add(SourceFile::new("dub/spec.toml", "wire-case = \"camel\"\n"));
    let mut pages = Vec::new();
    for sdk in &sdks.apis {
        if language.is_none_or(|language| language == sdk.name) {
            let below = |(path, id): &(String, _)| (format!("{}/{path}", sdk.name), *id);
            pages.extend(sdk.pages.iter().map(below));
        }
    }
    let api = ApiInput {
        name: "dub".into(),
        pages,
        keys: Vec::new(),
        config: Some(config),
        samples: Vec::new(),
    };
    let input = Input {
        files,
        apis: vec![api],
        ..Input::default()
    };
    let mut diagnostics = Diagnostics::default();
    let description = fieldtable::describe(&input, &mut diagnostics);
    let Ok(mut description) = description else {
        panic!(
            "{}",
            render(&diagnostics, &input.files, Printing::default())
        );
    };
    description.apis.remove(0)
}

/// The comparison of one language's model with that of all languages together.
struct Law<'a> {
    api: &'a Api,
    whole: &'a Api,
    /// Losses met, and how often.
    met: BTreeMap<&'static str, usize>,
    /// Differences that are no loss.
    broken: Vec<String>,
}

impl Law<'_> {
    fn compare(&mut self) {
        // Models that no page describes are compared where they are used.
        let described = |model: &&Model| {
            model
                .evidence
                .iter()
                .any(|e| e.says == "describes the model")
        };
        for model in self.api.models.values().filter(described) {
            // The page is the same; another language may give the model another name.
            let page = |m: &&Model| m.evidence.iter().any(|e| model.evidence.contains(e));
            let whole = self.whole.models.values().find(page);
            match (whole, &model.kind) {
                (None, _) => self
                    .broken
                    .push(format!("{} is in one language only", model.path)),
                (Some(whole), _) => self.models(model, whole),
            }
        }
    }

    fn models(&mut self, model: &Model, whole: &Model) {
        match (&model.kind, &whole.kind) {
            (Kind::Struct(one), Kind::Struct(all)) => {
                let find = |field: &Field| {
                    all.fields
                        .iter()
                        .find(|other| other.wire_name.value == field.wire_name.value)
                };
                for field in &one.fields {
                    match find(field) {
                        Some(other) => self.fields(model, field, other),
                        None => {
                            let name = &field.wire_name.value;
                            self.broken
                                .push(format!("{}.{name} is in one language only", model.path));
                        }
                    }
                }
                if one.fields.len() != all.fields.len()
                    || one.extra.is_some() != all.extra.is_some()
                {
                    self.broken.push(format!("{} lacks fields", model.path));
                }
            }
            (Kind::Enum(one), Kind::Enum(all)) => {
                let values = |of: &fieldtable::model::Enum| -> BTreeSet<String> {
                    of.values
                        .iter()
                        .map(|value| value.value.to_string())
                        .collect()
                };
                if values(one) != values(all) {
                    self.broken.push(format!("{} has other values", model.path));
                }
            }
            (Kind::Union(one), Kind::Union(all)) => {
                if one.variants.len() != all.variants.len() {
                    self.broken
                        .push(format!("{} has other members", model.path));
                }
            }
            (Kind::Alias(one), Kind::Alias(all)) => {
                self.types(&model.path.to_string(), &one.ty, &all.ty);
            }
            (Kind::Alias(alias), Kind::Union(_) | Kind::Enum(_)) if alias.ty == Type::Any => {
                self.lose("union members");
            }
            _ => self
                .broken
                .push(format!("{} is another kind of model", model.path)),
        }
    }

    fn fields(&mut self, model: &Model, field: &Field, whole: &Field) {
        let name = format!("{}.{}", model.path, field.wire_name.value);
        if field.required.value != whole.required.value {
            self.broken
                .push(format!("{name} is not required in the same way"));
        }
        match (field.nullable.value, whole.nullable.value) {
            (one, all) if one == all => {}
            (Nullability::Unknown, _) if field.required.value => {
                self.lose("null on required fields")
            }
            (Nullability::Unknown | Nullability::No, _) if !field.required.value => {
                self.lose("null on optional fields");
            }
            (one, all) => self
                .broken
                .push(format!("{name} nullable: {one:?}, of all {all:?}")),
        }
        self.types(&name, &field.ty.value, &whole.ty.value);
    }

    fn types(&mut self, name: &str, one: &Type, all: &Type) {
        match (one, all) {
            (one, all) if one == all => {}
            (Type::List(one), Type::List(all)) | (Type::Map(one), Type::Map(all)) => {
                self.types(name, one, all);
            }
            (Type::Nullable(one), Type::Nullable(all)) => self.types(name, one, all),
            (one, Type::Nullable(all)) => {
                self.lose("null in lists and maps");
                self.types(name, one, all);
            }
            (Type::Number, Type::Int32 | Type::Int64 | Type::Float32 | Type::Float64)
            | (Type::Int64, Type::Int32)
            | (Type::Float64, Type::Float32) => self.lose("width of numbers"),
            (Type::DateTime, Type::Date) => self.lose("date or date-time"),
            (Type::String, Type::Model(_)) => self.lose("values of constants"),
            (Type::Any, Type::Model(_)) => self.lose("union members"),
            (Type::Model(one), Type::Model(all)) => self.same_model(name, one, all),
            _ => self.broken.push(format!("{name}: {one:?}, of all {all:?}")),
        }
    }

    /// Two models may be called otherwise in two languages, if they say the same.
    fn same_model(
        &mut self,
        name: &str,
        one: &fieldtable::model::ModelPath,
        all: &fieldtable::model::ModelPath,
    ) {
        let models = (self.api.models.get(one), self.whole.models.get(all));
        let (Some(one), Some(all)) = models else {
            self.broken
                .push(format!("{name}: {one} or {all} is no model"));
            return;
        };
        if one
            .evidence
            .iter()
            .any(|evidence| all.evidence.contains(evidence))
        {
            return;
        }
        let before = self.broken.len();
        self.models(one, all);
        if self.broken.len() > before {
            self.broken.truncate(before);
            self.broken
                .push(format!("{name}: {}, of all {}", one.path, all.path));
        }
    }

    fn lose(&mut self, loss: &'static str) {
        *self.met.entry(loss).or_default() += 1;
    }
}

/// The table of `docs/languages.md`: by language, the losses that it marks.
fn listed_losses() -> BTreeMap<String, Vec<String>> {
    let text = std::fs::read_to_string(repository().join("docs/languages.md")).expect("the table");
    let mut rows = text
        .lines()
        .filter(|line| line.starts_with('|'))
        .map(|line| {
            line.trim_matches('|')
                .split('|')
                .map(|cell| cell.trim().to_owned())
                .collect::<Vec<_>>()
        });
    let header = rows.next().expect("a header");
    let mut losses: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows.skip(1) {
        for (language, mark) in header.iter().zip(&row).skip(1) {
            let listed = losses.entry(language.to_lowercase()).or_default();
            if mark == "lost" {
                listed.push(row[0].clone());
            }
        }
    }
    losses
}
