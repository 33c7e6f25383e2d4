//! Examples on small pages: whose they are, and what they show.

use super::*;
use crate::claim::{
    Body, Cues, FieldClaim, ModelClaim, ModelName, Role, Scalar, Spelling, Stated, Target,
    TypeShape,
};
use crate::dialect::reference::book::{Spot, TableId};
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
    let pages: Vec<PageFile> = names
        .iter()
        .zip(texts)
        .map(|(name, text)| {
            let id = files.add(SourceFile::new(*name, *text));
            PageFile {
                path: (*name).to_owned(),
                page: crate::page::parse(&files, id),
            }
        })
        .collect();
    let profile = profile();
    let pages: Vec<&PageFile> = pages.iter().collect();
    let book = Book::read(&files, "", &pages, &profile);
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
                    let [name, ty, ..] = row.cells.as_slice() else {
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
        link => TypeShape::Model(ModelName {
            name: String::new(),
            namespace: None,
            target: Some(Target::Anchor {
                page: "a.md".to_owned(),
                anchor: link.trim_start_matches("->").to_owned(),
            }),
            linked_namespace: None,
            place,
        }),
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

#[test]
fn the_innermost_section_and_the_keys_decide() {
    let pot = json(r#"{"id": "1", "glaze": "blue"}"#);
    let bed = json(r#"{"id": "2", "soil": "clay"}"#);
    let none = json(r#"{"other": 1}"#);
    let page =
        format!("# Garden\n\n## Bed\n\n{BED}{pot}{none}### More\n\n{bed}## Pot\n\n{POT}{pot}");
    let shelf = read(&[&page]);
    // The first shows a pot, but stands with the bed, of which it has a key.
    assert_eq!(
        shelf.examples(),
        [
            (
                "Bed",
                vec![
                    r#"{"id": "1", "glaze": "blue"}"#,
                    r#"{"id": "2", "soil": "clay"}"#
                ]
            ),
            ("Pot", vec![r#"{"id": "1", "glaze": "blue"}"#]),
        ]
    );
}

#[test]
fn an_example_below_both_is_of_the_one_that_its_keys_and_heading_name() {
    let pot = json(r#"{"id": "1", "glaze": "blue"}"#);
    let either = json(r#"{"id": "3"}"#);
    let page = format!(
        "# Garden\n\n## Things\n\n#### Bed\n\n{BED}\n#### Pot\n\n{POT}\n#### One\n{pot}\n\
         #### Example Bed\n{either}\n#### Another\n{either}"
    );
    let shelf = read(&[&page]);
    assert_eq!(
        shelf.examples(),
        [
            ("Bed", vec![r#"{"id": "3"}"#]),
            (
                "Pot",
                vec![r#"{"id": "1", "glaze": "blue"}"#, r#"{"id": "3"}"#]
            ),
        ]
    );
}

#[test]
fn requests_and_replies_are_told_apart() {
    let bed = json(r#"{"id": "1", "soil": "clay"}"#);
    let asks = "| Field | Type |\n| - | - |\n| id | text |\n| soil | text |\n";
    let page = format!(
        "# Garden\n\n## Plant\n\n### Request\n\n{asks}{bed}### Response\n\n{BED}\n### Example\n\n\
         The response:\n{bed}The request:\n{bed}**Response**\n\nAs here.\n{bed}\
         ```http\nPOST /beds\n\n{{\"id\": \"4\"}}\n\nHTTP/1.1 200 OK\n\n{{\"id\": \"5\"}}\n```\n"
    );
    let shelf = read(&[&page]);
    let counts: Vec<_> = shelf
        .examples()
        .iter()
        .map(|it| (it.0, it.1.len()))
        .collect();
    assert_eq!(counts, [("Request", 3), ("Response", 3)]);
}

#[test]
fn plain_headings_of_the_same_level_stand_below_the_one_that_names() {
    let page = format!(
        "# Garden\n\n## Bed\n\n## Fields\n\n{POT}\n## Example\n{}## Pot\n\n## Fields\n\n{BED}\n",
        json(r#"{"id": "1", "rows": []}"#)
    );
    let shelf = read(&[&page]);
    let first = &shelf.source.models[0];
    assert_eq!(first.examples.len(), 1);
}

#[test]
fn envelopes_need_no_setting_and_the_place_is_that_of_the_value() {
    let inner = r#"{"id": "1", "soil": "clay"}"#;
    let other = r#"{"id": "2", "soil": "sand"}"#;
    let text = format!(r#"{{"ok": true, "result": {{"list": [{inner}, {other}]}}}}"#);
    let deep = format!(r#"{{"a": {{"b": {{"c": {{"d": {{"e": {inner}}}}}}}}}}}"#);
    let page = format!("# Garden\n\n## Bed\n\n{BED}{}{}", json(&text), json(&deep));
    let shelf = read(&[&page]);
    assert_eq!(shelf.examples(), [("Bed", vec![inner, other])]);
    assert_eq!(shelf.messages, []);
}

#[test]
fn keys_of_the_transport_become_optional_fields() {
    let page = format!(
        "# Garden\n\n## Bed\n\n{BED}{}{}## Pot\n\n{POT}",
        json(r#"{"seq": 7, "id": "1"}"#),
        json(r#"{"seq": "a", "id": "1", "soil": "clay"}"#)
    );
    let shelf = read(&[&page]);
    assert_eq!(shelf.messages, []);
    let seq = shelf.field("Bed", "seq");
    assert_eq!(seq.required.value, Stated::No);
    assert_eq!(seq.ty.value, TypeShape::Any);
    let pot = &shelf.source.models[1];
    assert_eq!(known::fields_of(pot).len(), 2);
}

#[test]
fn an_endpoint_that_returns_a_linked_model_has_its_examples() {
    let bed = r#"{"id": "1", "soil": "clay"}"#;
    let garden = format!("# Garden\n\n## Bed\n\n{BED}");
    let calls = format!(
        "# Calls\n\n## Plant\n\nReturns a [bed](a.md#bed) in the garden.\n{}",
        json(bed)
    );
    let shelf = read(&[&garden, &calls]);
    assert_eq!(shelf.examples(), [("Bed", vec![bed])]);
}

#[test]
fn examples_that_are_no_json_give_types_and_no_test() {
    let table = "| Field | Type | Example |\n| - | - | - |\n| id |  |  |\n| wet |  |  |\n\
                 | rows | list |  |\n| size |  | 4 |\n| any | any |  |\n| soil |  |  |\n\
                 | never |  | 12 km |\n| mixed |  |  |\n| label |  | red |\n";
    let lenient = json("{\n  'id': <id>, // the id\n  wet: true, rows: [\"a\", ...], ...\n}");
    let strict =
        json(r#"{"id": "1", "any": 1, "soil": {"a": 1}, "mixed": 1, "rows": [], "size": "big"}"#);
    let more = json(r#"{"id": null, "mixed": "1"}"#);
    let page = format!("# Garden\n\n## Bed\n\n{table}{lenient}{strict}{more}");
    let shelf = read(&[&page]);
    assert_eq!(shelf.source.models[0].examples.len(), 2);
    let text = TypeShape::Scalar(Scalar::String);
    let number = TypeShape::Scalar(Scalar::Number);
    let expected = [
        ("id", text.clone()),
        ("wet", TypeShape::Scalar(Scalar::Boolean)),
        ("rows", TypeShape::List(Box::new(text.clone()))),
        ("size", text.clone()),
        ("any", TypeShape::Any),
        ("soil", TypeShape::Map(Box::new(TypeShape::Any))),
        ("never", TypeShape::Any),
        ("mixed", TypeShape::Any),
        ("label", text),
    ];
    for (name, ty) in expected {
        assert_eq!(shelf.field("Bed", name).ty.value, ty, "{name}");
    }
    let cue = |name: &str| {
        let Cues { ty, .. } = shelf.field("Bed", name).cues.as_deref().expect("cues");
        ty.clone().expect("a cue")
    };
    assert_eq!(cue("wet"), "inferred from the example at a.md:20");
    assert_eq!(cue("label"), "inferred from the example at a.md:15");
    assert!(shelf.field("Bed", "any").cues.is_none());
    let alone = read(&[&format!("# Garden\n\n## Bed\n\n{table}")]);
    assert_eq!(alone.field("Bed", "size").ty.value, number);
}

#[test]
fn rows_for_places_are_those_of_each_list_if_examples_show_many() {
    let read = |text: &str| {
        let page = format!("# Garden\n\n## Bed\n\n{BED}{}", json(text));
        let shelf = read_with(&[&page], |models| {
            let Body::Fields(fields) = &mut models[0].body else {
                panic!("no fields");
            };
            let text = TypeShape::Scalar(Scalar::String);
            fields[2].ty.value = TypeShape::List(Box::new(text));
            fields[2].cues.get_or_insert_default().has_places = true;
        });
        shelf.field("Bed", "rows").ty.value.clone()
    };
    let one = TypeShape::List(Box::new(TypeShape::Scalar(Scalar::String)));
    assert_eq!(read(r#"{"id": "1", "rows": ["a", "b"]}"#), one);
    let many = TypeShape::List(Box::new(one));
    assert_eq!(read(r#"{"id": "1", "rows": [["a", "b"], ["c"]]}"#), many);
}

#[test]
fn models_inside_of_models_are_gone_through() {
    let soil = "| Field | Type |\n| - | - |\n| ph |  |\n";
    let bed = "| Field | Type |\n| - | - |\n| id | text |\n| soil | ->soil |\n";
    let text = json(r#"{"id": "1", "soil": {"ph": 6.5, "worms": 3}}"#);
    let page = format!("# Garden\n\n## Bed\n\n{bed}{text}\n## Soil\n\n{soil}");
    let shelf = read(&[&page]);
    let number = TypeShape::Scalar(Scalar::Number);
    assert_eq!(shelf.field("Soil", "ph").ty.value, number);
    let message = "examples of `Soil` have a key that no row has: `worms`".to_owned();
    assert_eq!(shelf.messages, [(message, 11)]);
}

#[test]
fn keys_that_no_row_has_are_said_once_a_model_and_once_where_all_have_them() {
    let sections: String = (0..5)
        .map(|nth| {
            let text = json(&format!(
                r#"{{"id": "1", "soil": "a", "rows": [], "ok": true, "k{nth}": 1}}"#
            ));
            let twice = format!("{text}{text}");
            format!(
                "## Bed {nth}\n\n{BED}{}",
                if nth == 0 { twice } else { text }
            )
        })
        .collect();
    let shelf = read(&[&format!("# Garden\n\n{sections}")]);
    let messages: Vec<_> = shelf.messages.iter().map(|it| it.0.as_str()).collect();
    assert_eq!(messages.len(), 6);
    assert!(messages.contains(&"examples of many models have a key that no row has: `ok`"));
    assert!(messages.contains(&"examples of `Bed 0` have a key that no row has: `k0`"));
}

#[test]
fn the_role_that_claims_have_counts_first() {
    let bed = json(r#"{"id": "1", "soil": "clay"}"#);
    let page = format!("# Garden\n\n## Bed\n\n{BED}\nThe response:\n{bed}");
    let asks = |models: &mut Vec<ModelClaim>| models[0].role = Some(Role::Request);
    assert_eq!(read_with(&[&page], asks).examples(), []);
    assert_eq!(read(&[&page]).examples().len(), 1);
}

#[test]
fn many_tables_and_examples_take_time_in_proportion() {
    let page = |count: usize| {
        let sections = (0..count).map(|nth| {
            let example = json(r#"{"no": {"no": [{"no": 1}]}}"#);
            format!("### Bed {nth}\n\n{BED}{example}")
        });
        format!("# Garden\n\n{}", sections.collect::<String>())
    };
    crate::work::is_linear("beds", 100, page, |page| {
        read(&[&page]);
    });
}
