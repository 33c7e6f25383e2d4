//! From what hand-written pages say to the model.

use crate::claim::*;
use crate::diagnostic::Diagnostics;
use crate::model::{self, Api};
use crate::resolve::testing::{describe_claims, field, kind, table};
use crate::source::{Files, Located, Place};

pub(crate) const PAGE: &str = "ref/rooms.md";

/// The pages of a reference; each statement stands in a line of its own.
pub(crate) struct Book<'f> {
    pub files: &'f Files,
}

impl Book<'_> {
    pub(crate) fn line(&self, line: usize) -> Place {
        let location = crate::source::Location {
            file: format!("shop/{PAGE}").into(),
            line,
            column: 1,
        };
        self.files.place(&location).expect("a line of the page")
    }

    pub(crate) fn field(&self, line: usize, name: &str, ty: TypeShape) -> FieldClaim {
        let place = self.line(line);
        FieldClaim {
            name: Located::new(name.to_owned(), place),
            plain_name: name.to_owned(),
            spelling: Spelling::Exact,
            source_key: None,
            no_key: None,
            is_rest: false,
            ty: Located::new(ty, place),
            nullable: Stated::No,
            null_in_words: None,
            required: Located::new(Stated::Yes, place),
            description: None,
            deprecated: None,
            examples: Vec::new(),
            is_inferred: false,
            cues: None,
            row: place,
        }
    }

    pub(crate) fn model(&self, line: usize, name: &str, body: Body) -> ModelClaim {
        ModelClaim {
            name: Located::new(name.to_owned(), self.line(line)),
            namespace: String::new(),
            page: PAGE.to_owned(),
            anchors: vec![name.to_lowercase()],
            language: None,
            rank: 100,
            name_case: None,
            description: None,
            deprecated: None,
            body,
            tags: Vec::new(),
            examples: Vec::new(),
            read_from: vec![self.line(line + 1)],
            role: None,
            route: None,
        }
    }
}

/// An API of a reference of thirty lines.
pub(crate) fn describe(
    spec: &str,
    models: impl FnOnce(&Book<'_>) -> Vec<ModelClaim>,
) -> (Api, Diagnostics) {
    describe_beside(&[], spec, models)
}

/// The same beside pages of SDKs.
pub(crate) fn describe_beside(
    pages: &[(&str, &str)],
    spec: &str,
    models: impl FnOnce(&Book<'_>) -> Vec<ModelClaim>,
) -> (Api, Diagnostics) {
    let text = "text\n".repeat(30);
    let pages: Vec<_> = pages
        .iter()
        .copied()
        .chain([(PAGE, text.as_str())])
        .collect();
    describe_claims(&pages, spec, |files, sources| {
        sources.retain(|source| source.folder != "ref");
        sources.push(Source {
            folder: "ref".to_owned(),
            models: models(&Book { files }),
            left_out: Vec::new(),
            not_understood: Vec::new(),
            unmatched: None,
            other_tables: Vec::new(),
            without_field: Vec::new(),
        });
    })
}

#[test]
fn a_model_is_what_of_a_call_the_page_says() {
    let (api, _) = describe("", |book| {
        let text = TypeShape::Scalar(Scalar::String);
        let fields = vec![book.field(3, "title", text)];
        let room = ModelClaim {
            role: Some(Role::Query),
            route: Some("GET /rooms".to_owned()),
            ..book.model(1, "Room", Body::Fields(fields))
        };
        vec![room]
    });
    assert!(matches!(kind(&api, "Room"), model::Kind::Struct(_)));
    let room = &api.models[0];
    let call = model::Call {
        role: Some(model::Role::Query),
        route: Some("GET /rooms".to_owned()),
    };
    assert_eq!(room.call, Some(call));
    let lines: Vec<_> = room.read_from.iter().map(|at| at.line).collect();
    assert_eq!(lines, [2]);
}

#[test]
fn an_id_of_a_reference_is_more_than_the_text_or_number_of_an_sdk() {
    let page = table(
        "Room",
        &[
            "| `id` | *String* | :heavy_check_mark: | N/A |  |",
            "| `ownerId` | *long* | :heavy_check_mark: | N/A |  |",
        ],
    );
    let pages = [("java/docs/models/shared/Room.md", page.as_str())];
    let (api, _) = describe_beside(&pages, "", |book| {
        let id = || TypeShape::Scalar(Scalar::Snowflake);
        let guests = TypeShape::List(Box::new(id()));
        let fields = vec![
            book.field(3, "id", id()),
            book.field(4, "owner_id", id()),
            book.field(5, "guests", guests),
        ];
        vec![book.model(1, "Room", Body::Fields(fields))]
    });
    let room = |key: &str| field(&api, "Room", key);
    assert_eq!(room("id").ty.value, model::Type::Snowflake);
    assert_eq!(room("owner_id").ty.value, model::Type::Snowflake);
    assert_eq!(room("owner_id").ty.rule, model::Rule::TextOverNumber);
    let list = model::Type::List(Box::new(model::Type::Snowflake));
    assert_eq!(room("guests").ty.value, list);
}

#[test]
fn a_row_says_by_what_it_was_understood() {
    let (api, _) = describe("", |book| {
        let cues = Cues {
            name: Some("header word `Field`".to_owned()),
            ty: Some("word `string`".to_owned()),
            required: Some("mark `?`".to_owned()),
            ..Cues::default()
        };
        let id = FieldClaim {
            cues: Some(Box::new(cues)),
            ..book.field(3, "id", TypeShape::Scalar(Scalar::String))
        };
        let note = FieldClaim {
            is_inferred: true,
            required: Located::new(Stated::Silent, book.line(4)),
            ..book.field(4, "note", TypeShape::Scalar(Scalar::Integer))
        };
        vec![book.model(1, "Room", Body::Fields(vec![id, note]))]
    });
    let says = |evidence: &[model::Evidence]| -> Vec<String> {
        evidence.iter().map(|said| said.says.clone()).collect()
    };
    let id = field(&api, "Room", "id");
    assert_eq!(says(&id.wire_name.evidence), ["id (header word `Field`)"]);
    assert_eq!(says(&id.ty.evidence), ["text (word `string`)"]);
    assert_eq!(says(&id.required.evidence), ["required (mark `?`)"]);
    assert_eq!(says(&id.nullable.evidence), ["not null: text"]);
    assert_eq!(id.nullable.rule, model::Rule::NullNotMarked);
    let note = field(&api, "Room", "note");
    assert_eq!(note.ty.rule, model::Rule::InferredType);
    assert_eq!(note.required.rule, model::Rule::NotKnown);
    assert!(!note.required.value);
    assert_eq!(api.wire_case.rule, model::Rule::KeysPrinted);
}

#[test]
fn what_was_inferred_yields_to_a_cell() {
    let page = table(
        "Room",
        &["| `size` | *long* | :heavy_check_mark: | N/A |  |"],
    );
    let pages = [("java/docs/models/shared/Room.md", page.as_str())];
    let (api, diagnostics) = describe_beside(&pages, "", |book| {
        let size = FieldClaim {
            is_inferred: true,
            ..book.field(3, "size", TypeShape::Scalar(Scalar::Boolean))
        };
        vec![book.model(1, "Room", Body::Fields(vec![size]))]
    });
    assert_eq!(diagnostics.sorted().len(), 0, "{:?}", diagnostics.sorted());
    let size = field(&api, "Room", "size");
    assert_eq!(size.ty.value, model::Type::Int64);
    let won: Vec<bool> = size.ty.evidence.iter().map(|said| said.won).collect();
    assert_eq!(won, [true, true]);
}

#[test]
fn the_keys_of_a_reference_are_exact_beside_an_sdk() {
    let page = table(
        "Room",
        &[
            "| `ownerId` | *String* | :heavy_check_mark: | N/A |  |",
            "| `isOpen` | *Boolean* | :heavy_check_mark: | N/A |  |",
        ],
    );
    let pages = [("java/docs/models/shared/Room.md", page.as_str())];
    let (api, diagnostics) = describe_beside(&pages, "wire-case = \"camel\"\n", |book| {
        let text = || TypeShape::Scalar(Scalar::String);
        let owner = FieldClaim {
            required: Located::new(Stated::No, book.line(3)),
            nullable: Stated::Yes,
            ..book.field(3, "owner-ID", text())
        };
        let fields = vec![
            owner,
            book.field(4, "eo:bands", text()),
            book.field(5, "$ref", text()),
            book.field(6, "@type", text()),
            book.field(7, "2fa", text()),
            book.field(8, "名前", text()),
            book.field(9, "ID", text()),
            book.field(10, "id", text()),
            book.field(11, "kind", TypeShape::Const(Const::Number("7".to_owned()))),
        ];
        vec![book.model(1, "Room", Body::Fields(fields))]
    });
    let model::Kind::Struct(room) = kind(&api, "Room") else {
        panic!("no struct")
    };
    let mut names: Vec<_> = room
        .fields
        .iter()
        .map(|it| (it.wire_name.value.as_str(), it.name.as_str()))
        .collect();
    names.sort_unstable();
    let mut expected = [
        ("owner-ID", "owner_id"),
        ("isOpen", "is_open"),
        ("eo:bands", "eo_bands"),
        ("$ref", "dollar_ref"),
        ("@type", "at_type"),
        ("2fa", "field_2fa"),
        ("名前", "ming_qian"),
        ("ID", "id"),
        ("id", "id2"),
        ("kind", "kind"),
    ];
    expected.sort_unstable();
    assert_eq!(names, expected);
    let owner = field(&api, "Room", "owner-ID");
    assert_eq!(owner.wire_name.rule, model::Rule::PrintedKey);
    assert!(!owner.required.value);
    assert_eq!(owner.nullable.value, model::Nullability::Yes);
    assert_eq!(field(&api, "Room", "kind").ty.value, model::Type::Int64);
    let messages: Vec<_> = diagnostics
        .sorted()
        .iter()
        .map(|it| it.message.clone())
        .collect();
    assert_eq!(
        messages,
        ["pages disagree whether `Room.ownerId` is required"]
    );
}
