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
    ]
}
