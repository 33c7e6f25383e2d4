//! Models that contain themselves, and types that are deep.

use fieldtable::model::*;

use crate::build::*;

pub fn models() -> Vec<Model> {
    vec![
        strukt(
            "Tree",
            vec![
                required("children", list(of("Tree"))),
                optional("parent", boxed(of("Tree"))),
                required("by_name", map(of("Tree"))),
            ],
        ),
        strukt(
            "Nested",
            vec![required(
                "lists",
                (0..40).fold(of("Nested"), |ty, _| list(ty)),
            )],
        ),
        strukt("Endless", vec![required("again", boxed(of("Endless")))]),
        strukt("hostile::Hostile", vec![required("root", of("Tree"))]),
        strukt(
            "Many",
            (0..12)
                .map(|n| required(&format!("f{n}"), Type::String))
                .collect(),
        ),
    ]
}
