//! Examples on small pages: whose they are, and what they show.

mod evidence;
mod owners;

use super::*;
use crate::claim::{
    Body, Cues, FieldClaim, ModelClaim, ModelName, Role, Scalar, Spelling, Stated, Target,
    TypeShape,
};
use crate::dialect::reference::book::{Leaf, Spot, TableId};
use crate::dialect::reference::profile::Profile;
use crate::dialect::reference::profile::pattern::{Pattern, Patterns};
use crate::dialect::reference::table::{Content, Marks};
use crate::page::{Block, PageFile, plain};
use crate::source::{Files, Located, Place, SourceFile};

fn patterns(written: &[&str]) -> Patterns {
    let patterns = written
        .iter()
        .map(|it| Pattern::new(it).expect("a pattern"));
    Patterns(patterns.collect())
}

fn profile() -> Profile {
    let mut profile = Profile::default();
    let rules = &mut profile.examples;
    rules.fences.add("json");
    rules.maybe_fences.add("");
    rules.maybe_fences.add("http");
    rules.envelope.add("seq");
    rules.least_fit = 0.3;
    rules.unwrap_depth = 4;
    let models = &mut profile.models;
    models.generic_headings = patterns(&["^(request|response|example|fields)s?$"]);
    models.request_words = patterns(&[r"\brequests?\b"]);
    models.request_words_weak = patterns(&[r"\bparameters?\b"]);
    models.response_words = patterns(&[r"\bresponses?\b", r"\breturns\b"]);
    profile.prose.returns = patterns(&[r"\breturns an?\b"]);
    profile
}

/// Pages whose tables are models, called by their headings.
struct Shelf {
    files: Files,
    source: Source,
    messages: Vec<(String, usize)>,
}

/// Reads pages `a.md`, `b.md`, …
fn read(texts: &[&str]) -> Shelf {
    read_with(texts, |_| {})
}

fn read_with(texts: &[&str], change: impl FnOnce(&mut Vec<ModelClaim>)) -> Shelf {
    let mut files = Files::default();
    let names = ["a.md", "b.md"];
    let pages: Vec<Leaf> = names
        .iter()
        .zip(texts)
        .map(|(name, text)| {
            let id = files.add(SourceFile::new(*name, *text));
            Leaf::of(&mut PageFile {
                path: (*name).to_owned(),
                page: crate::page::parse(&files, id),
            })
        })
        .collect();
    let profile = profile();
    let book = Book::read(&files, "", pages, &profile);
    let mut tables = Vec::new();
    let mut models = Vec::new();
    for (page, it) in book.pages.iter().enumerate() {
        let sections = (0..it.page.sections.len()).map(Some);
        for section in std::iter::once(None).chain(sections) {
            let spot = Spot { page, section };
            for (block, it) in book.blocks(spot).iter().enumerate() {
                let Block::Table(table) = it else { continue };
                let heading = book.heading(spot).expect("a heading");
                let rows = table.rows.iter().map(|row| {
                    let [name, ty, ..] = &*row.cells else {
                        panic!("two columns");
                    };
                    let example = row
                        .cells
                        .get(2)
                        .map(|cell| Located::new(plain(&cell.inlines), cell.place));
                    let is_shown = example.as_ref().is_some_and(|it| !it.value.is_empty());
                    let examples = example.filter(|_| is_shown);
                    field(
                        Located::new(plain(&name.inlines), name.place),
                        &plain(&ty.inlines),
                        examples.into_iter().collect(),
                    )
                });
                let name = Located::new(heading.text.clone(), heading.place);
                let header = table.header.place;
                models.push(model(name, rows.collect(), names[page], header));
                tables.push(RefTable {
                    id: TableId { spot, block },
                    header,
                    titles: String::new(),
                    content: Content::Other,
                    marks: Marks::default(),
                    without_field: Vec::new(),
                });
            }
        }
    }
    change(&mut models);
    let mut source = Source {
        folder: String::new(),
        models,
        left_out: Vec::new(),
        not_understood: Vec::new(),
        unmatched: None,
        other_tables: Vec::new(),
        without_field: Vec::new(),
    };
    let mut diagnostics = Diagnostics::default();
    attach(&book, &tables, &mut source, &mut diagnostics);
    let found = diagnostics.sorted().into_iter();
    let messages = found.map(|it| {
        let place = it.place.expect("a place");
        (it.message.clone(), files.locate(place).line)
    });
    let messages = messages.collect();
    Shelf {
        files,
        source,
        messages,
    }
}

/// A row: `text` and `list` are types, `->x` is a link, and nothing is no type.
fn field(name: Located<String>, ty: &str, examples: Vec<Located<String>>) -> FieldClaim {
    let place = name.place;
    let shape = match ty {
        "text" => TypeShape::Scalar(Scalar::String),
        "list" => TypeShape::List(Box::new(TypeShape::Any)),
        "any" | "" => TypeShape::Any,
        link => TypeShape::Model(Box::new(ModelName {
            name: String::new(),
            namespace: None,
            target: Some(Target::Anchor {
                page: "a.md".to_owned(),
                anchor: link.trim_start_matches("->").to_owned(),
            }),
            linked_namespace: None,
            place,
        })),
    };
    FieldClaim {
        plain_name: name.value.clone(),
        name,
        spelling: Spelling::Exact,
        source_key: None,
        no_key: None,
        is_rest: false,
        ty: Located::new(shape, place),
        nullable: Stated::Silent,
        null_in_words: None,
        required: Located::new(Stated::Silent, place),
        description: None,
        deprecated: None,
        examples,
        is_inferred: ty.is_empty(),
        cues: None,
        row: place,
    }
}

fn model(name: Located<String>, fields: Vec<FieldClaim>, page: &str, header: Place) -> ModelClaim {
    ModelClaim {
        anchors: vec![name.value.to_lowercase()],
        name,
        namespace: String::new(),
        page: page.to_owned(),
        language: None,
        rank: 0,
        name_case: None,
        description: None,
        deprecated: None,
        body: Body::Fields(fields),
        tags: Vec::new(),
        examples: Vec::new(),
        read_from: vec![header],
        role: None,
        route: None,
    }
}

impl Shelf {
    /// The examples of each model that has some, as they are written.
    fn examples(&self) -> Vec<(&str, Vec<&str>)> {
        let models = self.source.models.iter();
        let models = models.map(|model| {
            let examples = model.examples.iter();
            let written = examples.map(|it| self.files.text(it.place)).collect();
            (model.name.value.as_str(), written)
        });
        models
            .filter(|(_, written): &(_, Vec<_>)| !written.is_empty())
            .collect()
    }

    fn field(&self, model: &str, name: &str) -> &FieldClaim {
        let mut models = self.source.models.iter();
        let model = models.find(|it| it.name.value == model).expect("the model");
        let mut fields = known::fields_of(model).iter();
        fields.find(|it| it.name.value == name).expect("the field")
    }
}

const BED: &str = "| Field | Type |\n| - | - |\n| id | text |\n| soil | text |\n| rows | list |\n";
const POT: &str = "| Field | Type |\n| - | - |\n| id | text |\n| glaze | text |\n";

fn json(text: &str) -> String {
    format!("\n```json\n{text}\n```\n\n")
}
