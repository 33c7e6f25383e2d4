//! Unions that are decided by tags, kinds, keys and values.

use fieldtable::model::*;

use crate::build::*;

pub fn models() -> Vec<Model> {
    let array = |shape| WireShape::Array(Box::new(shape));
    vec![
        union(
            "Scalars",
            None,
            vec![
                ("Nothing", nullable(Type::String), WireShape::Null),
                ("Flag", Type::Boolean, WireShape::Boolean),
                ("Whole", Type::Int64, WireShape::Integer),
                ("Float", Type::Float64, WireShape::Number),
                ("Instant", Type::DateTime, WireShape::DateTime),
                ("Day", Type::Date, WireShape::Date),
                ("Named", of("Color"), texts(&["red", "unknown"], true)),
                ("Text", Type::String, WireShape::Text),
                ("Words", list(Type::String), array(WireShape::Text)),
                ("Numbers", list(Type::Number), array(WireShape::Number)),
                ("Things", map(Type::Any), object(&[], &[], &[])),
            ],
        ),
        union(
            "Numeric",
            None,
            vec![
                ("Number", Type::Number, WireShape::Number),
                ("Closed", of("Closed"), texts(&["a", "b"], false)),
            ],
        ),
        union(
            "Shape2",
            Some("type"),
            vec![
                (
                    "Circle",
                    of("Circle"),
                    object(&["circle"], &["type", "radius"], &[]),
                ),
                (
                    "Square",
                    boxed(of("Square")),
                    object(&["square", "rect"], &["type"], &["side", "inner"]),
                ),
            ],
        ),
        strukt(
            "Circle",
            vec![
                required("r#type", of("CircleType")),
                required("radius", Type::Float64),
            ],
        ),
        text_enum("CircleType", &[("Circle", "circle")], Some("Unknown")),
        strukt(
            "Square",
            vec![
                // A tag that may be null as far as anybody knows.
                field("r#type", Type::String, Presence::RequiredNullable),
                optional("side", Type::Int32),
                optional("inner", boxed(of("Shape2"))),
            ],
        ),
        union(
            "ByKey",
            None,
            vec![
                ("A", of("KeyA"), object(&[], &["a"], &["c"])),
                ("B", of("KeyB"), object(&[], &["b"], &["c"])),
                ("Opt", of("KeyOpt"), object(&[], &[], &["x", "y"])),
            ],
        ),
        strukt(
            "KeyA",
            vec![required("a", Type::Int32), optional("c", Type::String)],
        ),
        strukt(
            "KeyB",
            vec![required("b", Type::Int32), optional("c", Type::String)],
        ),
        strukt(
            "KeyOpt",
            vec![optional("x", Type::Int32), optional("y", of("ByKey"))],
        ),
        union(
            "Anything",
            None,
            vec![
                ("Text", Type::String, WireShape::Text),
                ("Any", Type::Any, WireShape::Any),
            ],
        ),
        union("Empty", None, Vec::new()),
        union(
            "Twice",
            None,
            vec![
                ("A", Type::String, WireShape::Text),
                ("B", Type::Bytes, WireShape::Text),
                ("C", of("Twice2"), WireShape::Number),
            ],
        ),
        alias("Twice2", Type::Float64),
    ]
    .into_iter()
    .map(|mut model| {
        if model.path.name() == "KeyOpt"
            && let Kind::Struct(strukt) = &mut model.kind
        {
            strukt.fields[1].ty.value = boxed(of("ByKey"));
        }
        model
    })
    .collect()
}
