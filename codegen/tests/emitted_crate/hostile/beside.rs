//! Unions with a tag beside them, in each way that a field can hold one.

use fieldtable::model::*;

use crate::build::*;

const WAYS: &[(&str, usize)] = &[("fax", 0), ("po\"st", 1), ("pigeon", 2)];

pub fn models() -> Vec<Model> {
    let page = |name: &str, own: Field| {
        let fields = vec![optional("to", Type::String), own];
        strukt(name, fields)
    };
    let target = union(
        "Target",
        None,
        vec![
            ("Fax", of("FaxTarget"), object(&[], &[], &["to", "cost"])),
            (
                "Post",
                boxed(of("PostTarget")),
                object(&[], &[], &["to", "stamp"]),
            ),
            ("Any", map(Type::Any), object(&[], &[], &[])),
            ("Text", Type::String, WireShape::Text),
        ],
    );
    let way = text_enum(
        "Way",
        &[("Fax", "fax"), ("Post", "po\"st"), ("Lost", "lost")],
        Some("Unknown"),
    );
    let closed = text_enum("ClosedWay", &[("Fax", "fax"), ("Post", "po\"st")], None);
    let targets = list(of("Target"));
    let fields = vec![
        told(required("target", of("Target")), "r#type", WAYS),
        told(
            field("maybe", of("Target"), Presence::OptionalNullable),
            "r#type",
            WAYS,
        ),
        told(
            field("or_null", boxed(of("Target")), Presence::RequiredNullable),
            "r#type",
            WAYS,
        ),
        optional("r#type", of("Way")),
        told(optional("copies", targets.clone()), "by", WAYS),
        required("by", Type::String),
    ];
    let mut sent = strukt("Sent", fields);
    if let Kind::Struct(sent) = &mut sent.kind {
        sent.fields[3].wire_name = fact("r#type".to_owned());
        sent.extra = Some(Extra {
            name: "others".to_owned(),
            ty: Type::Any,
            docs: Docs::default(),
        });
    }
    let closed_fields = vec![
        field("way", of("ClosedWay"), Presence::Required),
        told(required("targets", targets), "way", WAYS),
    ];
    let kind = || optional("kind", Type::String);
    let entries = union(
        "Dispatch",
        Some("kind"),
        vec![
            (
                "Sent",
                of("SentKind"),
                object(&["sent"], &["target"], &["kind", "way"]),
            ),
            ("Note", of("NoteKind"), object(&["note"], &[], &["kind"])),
        ],
    );
    vec![
        page("FaxTarget", optional("cost", Type::Number)),
        page("PostTarget", optional("stamp", Type::Int32)),
        target,
        way,
        closed,
        sent,
        strukt("SentClosed", closed_fields),
        strukt(
            "SentKind",
            vec![
                kind(),
                told(required("target", of("Target")), "way", WAYS),
                optional("way", of("Way")),
            ],
        ),
        strukt("NoteKind", vec![kind()]),
        entries,
    ]
}
