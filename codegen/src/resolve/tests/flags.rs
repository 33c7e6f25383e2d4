//! Flags of hand-written pages.

use super::references::{Book, PAGE, describe, describe_beside};
use crate::claim::*;
use crate::diagnostic::Severity;
use crate::model;
use crate::resolve::testing::{field, kind, messages, model as to, table};
use crate::source::Located;

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
        let room = vec![book.field(3, "flags", TypeShape::Model(Box::new(to)))];
        let lines = [(12, "1", Some("OPEN"))];
        vec![
            book.model(1, "Room", Body::Fields(room)),
            book.model(10, "Room Flags", values(book, &lines, true)),
        ]
    };
    let (api, diagnostics) = describe_beside(&pages, spec, models);
    assert_eq!(diagnostics.sorted().len(), 0, "{:?}", diagnostics.sorted());
    let ty = &field(&api, "Room", "flags").ty.value;
    assert_eq!(*ty, to("Marks"));
    let closed = "models.\"Room Flags\".closed = true\n";
    let (_, diagnostics) = describe_beside(&pages, closed, models);
    let errors = messages(&diagnostics, Severity::Error);
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
