//! From what hand-written pages say to the model.

use crate::claim::*;
use crate::diagnostic::Diagnostics;
use crate::model::{self, Api};
use crate::resolve::testing::{describe_claims, field, kind, table};
use crate::source::{Files, Located, Place};

const PAGE: &str = "ref/rooms.md";

/// The pages of a reference; each statement stands in a line of its own.
pub(crate) struct Book<'f> {
    pub files: &'f Files,
}

impl Book<'_> {
    pub(crate) fn line(&self, line: usize) -> Place {
        let location = crate::source::Location {
            file: format!("shop/{PAGE}"),
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

fn values(book: &Book<'_>, lines: &[(usize, &str, Option<&str>)], are_flags: bool) -> Body {
    let value = |(line, value, name): &(usize, &str, Option<&str>)| ValueClaim {
        value: Located::new((*value).to_owned(), book.line(*line)),
        name: name.map(str::to_owned),
    };
    Body::Values(ValuesClaim {
        values: lines.iter().map(value).collect(),
        scalar: ValueScalar::Number,
        open: Stated::Silent,
        are_flags,
    })
}

#[test]
fn bits_have_constants_that_are_valid_and_unlike() {
    let (api, diagnostics) = describe("", |book| {
        let lines = [
            (3, "1", Some("READ_ONLY")),
            (4, "2", Some("Read Only")),
            (5, "4", Some("2fa")),
            (6, "8", None),
            (7, "9223372036854775808", Some("名前")),
            (8, "3", Some("***")),
            (9, "0", None),
            (10, "1", Some("READ_ONLY")),
        ];
        vec![book.model(1, "Room Flags", values(book, &lines, true))]
    });
    assert_eq!(diagnostics.sorted().len(), 0, "{:?}", diagnostics.sorted());
    let model::Kind::Flags(flags) = kind(&api, "RoomFlags") else {
        panic!("{:?}", kind(&api, "RoomFlags"));
    };
    let named: Vec<_> = flags
        .flags
        .iter()
        .map(|it| (it.name.as_str(), it.bits))
        .collect();
    let expected = [
        ("READ_ONLY", 1),
        ("READ_ONLY2", 2),
        ("FLAG_2FA", 4),
        ("BIT_3", 8),
        ("MING_QIAN", 1 << 63),
        ("STAR_STAR_STAR", 3),
        ("BITS_0", 0),
    ];
    assert_eq!(named, expected);
    assert_eq!(flags.flags[0].evidence.len(), 2);
    assert_eq!(flags.unnamed(), Some(16));
}

#[test]
fn flags_stand_beside_the_integers_of_sdks_and_take_settings() {
    let page = table(
        "Room",
        &["| `flags` | *long* | :heavy_check_mark: | N/A |  |"],
    );
    let pages = [("java/docs/models/shared/Room.md", page.as_str())];
    let spec = "models.\"Room Flags\".rust-name = \"Marks\"\n";
    let models = |book: &Book<'_>| {
        let to = ModelName {
            name: "Room Flags".to_owned(),
            namespace: None,
            target: Some(Target::Anchor {
                page: PAGE.to_owned(),
                anchor: "room flags".to_owned(),
            }),
            linked_namespace: None,
            place: book.line(3),
        };
        let room = vec![book.field(3, "flags", TypeShape::Model(to))];
        let lines = [(12, "1", Some("OPEN"))];
        vec![
            book.model(1, "Room", Body::Fields(room)),
            book.model(10, "Room Flags", values(book, &lines, true)),
        ]
    };
    let (api, diagnostics) = describe_beside(&pages, spec, models);
    assert_eq!(diagnostics.sorted().len(), 0, "{:?}", diagnostics.sorted());
    let ty = &field(&api, "Room", "flags").ty.value;
    assert_eq!(*ty, crate::resolve::testing::model("Marks"));
    let closed = "models.\"Room Flags\".closed = true\n";
    let (_, diagnostics) = describe_beside(&pages, closed, models);
    let errors =
        crate::resolve::testing::messages(&diagnostics, crate::diagnostic::Severity::Error);
    assert_eq!(errors, ["`Room Flags` is not an enum"]);
}

#[test]
fn a_value_that_is_no_number_makes_it_an_enum() {
    let (api, _) = describe("", |book| {
        let lines = [(3, "1", Some("A")), (4, "all", Some("B"))];
        vec![book.model(1, "Mode", values(book, &lines, true))]
    });
    assert!(matches!(kind(&api, "Mode"), model::Kind::Enum(_)));
}
