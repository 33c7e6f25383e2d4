//! Enums that are open, closed or empty.

use fieldtable::model::*;

use crate::build::*;

pub fn models() -> Vec<Model> {
    let derives = Traits {
        eq: true,
        hash: true,
        ord: true,
        partial_ord: true,
        ..Traits::default()
    };
    let mut color = text_enum(
        "Color",
        &[
            ("Red", "red"),
            ("Odd", "o\"dd\u{202e}\n"),
            ("Empty", ""),
            ("Unknown", "unknown"),
        ],
        Some("UnknownValue"),
    );
    color.traits = derives;
    vec![
        color,
        text_enum("Closed", &[("A", "a"), ("B", "b")], None),
        text_enum("Nothing", &[], Some("Unknown")),
        integer_enum(
            "Status",
            &[("N307", 307), ("Negative", -1), ("Max", i64::MAX)],
            Some("Unknown"),
        ),
        integer_enum("ClosedStatus", &[("One", 1)], None),
        integer_enum("NoStatus", &[], Some("Unknown")),
        flags(
            "Access",
            &[
                ("NONE", 0),
                ("READ", 1),
                ("ALSO_READ", 1),
                ("WRITE", 8),
                ("BOTH", 9),
                ("SELF", 16),
                ("LAST", 1 << 63),
            ],
        ),
        flags("NoFlags", &[]),
        flags("Whole", &[("ALL", u64::MAX)]),
        strukt(
            "Ids",
            vec![
                required("id", Type::Snowflake),
                optional("owner", Type::Snowflake),
                field("parent", Type::Snowflake, Presence::OptionalNullable),
                field("was", Type::Snowflake, Presence::RequiredNullable),
                optional("guests", list(nullable(Type::Snowflake))),
                optional("seats", map(Type::Snowflake)),
                required("access", of("Access")),
                optional("accesses", list(of("Access"))),
                field("flags", of("NoFlags"), Presence::OptionalNullable),
                optional("either", of("IdOrNumber")),
                optional("alias", of("Snowflake")),
            ],
        ),
        // A model that is called as the type of the crate.
        alias("Snowflake", Type::Snowflake),
        union(
            "IdOrNumber",
            None,
            vec![
                ("Id", Type::Snowflake, WireShape::Text),
                ("Access", of("Access"), WireShape::Integer),
                (
                    "Ids",
                    boxed(of("Ids")),
                    object(&[], &["access", "id", "was"], &["owner"]),
                ),
            ],
        ),
    ]
}
